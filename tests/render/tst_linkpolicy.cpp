// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "linkpolicy.h"

#include <QTest>

class TestLinkPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksOfTheWebAndMailAreAllowed_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("https") << QStringLiteral("https://example.org/a?b=c#d");
        QTest::newRow("http") << QStringLiteral("http://example.org");
        QTest::newRow("mail") << QStringLiteral("mailto:someone@example.org");
        QTest::newRow("capitals") << QStringLiteral("HTTPS://EXAMPLE.ORG/");
        QTest::newRow("letters of other scripts") << QStringLiteral("https://de.wikipedia.org/wiki/Größe");
    }
    void linksOfTheWebAndMailAreAllowed()
    {
        QFETCH(QString, target);

        QVERIFY(allowedLink(target));
    }

    void everythingElseIsNot_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)");
        QTest::newRow("script in capitals") << QStringLiteral("JaVaScRiPt:alert(1)");
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("share") << QStringLiteral("smb://host/share");
        QTest::newRow("data") << QStringLiteral("data:text/html,<script>");
        QTest::newRow("no scheme") << QStringLiteral("example.org");
        QTest::newRow("path") << QStringLiteral("/etc/passwd");
        QTest::newRow("our own") << QStringLiteral("action:delete");
        QTest::newRow("no host") << QStringLiteral("https:///path");
        QTest::newRow("user name") << QStringLiteral("https://bank.example@evil.example/");
        QTest::newRow("line end") << QStringLiteral("https://example.org/\nx");
        QTest::newRow("hidden direction") << QStringLiteral("https://example.org/\u202egnp.exe");
        QTest::newRow("space") << QStringLiteral("https://example.org/a b");
        QTest::newRow("a plug of another computer") << QStringLiteral("http://[fe80::1%25eth0]/");
        QTest::newRow("empty") << QString();
        QTest::newRow("endless") << QStringLiteral("https://example.org/") + QString(5000, u'a');
    }
    void everythingElseIsNot()
    {
        QFETCH(QString, target);

        QVERIFY(!allowedLink(target));
    }

    void aHostInAnotherScriptIsShownInAscii()
    {
        const std::optional<QUrl> url = allowedLink(QStringLiteral("https://аррӏе.example/"));

        QVERIFY(url);
        QCOMPARE(shownLink(*url), QStringLiteral("https://xn--80ak6aa92e.example/"));
    }

    void aToolTipShowsMarksAsTheyStand()
    {
        QCOMPARE(plainToolTip(QStringLiteral("<b>x</b>")), QStringLiteral("<span>&lt;b&gt;x&lt;/b&gt;</span>"));
    }
};

QTEST_GUILESS_MAIN(TestLinkPolicy)
#include "tst_linkpolicy.moc"
