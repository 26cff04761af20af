// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "linkdoubts.h"
#include "linkpolicy.h"

#include <QTest>

using Doubts = std::vector<LinkDoubt>;
Q_DECLARE_METATYPE(Doubts)

class TestLinkDoubts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksAreDoubtedForAReason_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Doubts>("doubts");
        const auto row = [](const char *name, const QString &words, const QString &target, const Doubts &doubts) {
            QTest::newRow(name) << words << target << doubts;
        };
        const QString page = QStringLiteral("https://docs.example.org/a");
        row("other words", QStringLiteral("the page"), page, {});
        row("its own address", page, page, {});
        row("its own host", QStringLiteral("docs.example.org"), page, {});
        row("with www", QStringLiteral("www.example.org"), QStringLiteral("https://example.org/"), {});
        row("a part of it", QStringLiteral("example.org"), page, {});
        row("a file", QStringLiteral("main.py and README.md"), page, {});
        row("a name with a point", QStringLiteral("Node.js"), page, {});
        row("the end of a sentence", QStringLiteral("see docs.example.org."), page, {});
        row("another address", QStringLiteral("https://bank.example"), QStringLiteral("https://evil.example/"), { LinkDoubt::OtherHostShown });
        row("another host", QStringLiteral("bank.example/login"), QStringLiteral("https://evil.example/"), { LinkDoubt::OtherHostShown });
        row("in capitals", QStringLiteral("WWW.BANK.EXAMPLE"), QStringLiteral("https://evil.example/"), { LinkDoubt::OtherHostShown });
        row("among words", QStringLiteral("log in at (bank.example)"), QStringLiteral("https://evil.example/"), { LinkDoubt::OtherHostShown });
        row("as the beginning of another", QStringLiteral("bank.example"), QStringLiteral("https://bank.example.evil.example/"),
            { LinkDoubt::OtherHostShown });
        row("one script", QStringLiteral("x"), QStringLiteral("https://пример.example/"), { LinkDoubt::OtherLetters });
        row("an umlaut", QStringLiteral("x"), QStringLiteral("https://größe.example/"), { LinkDoubt::OtherLetters });
        row("Japanese", QStringLiteral("x"), QStringLiteral("https://日本の.example/"), { LinkDoubt::OtherLetters });
        row("a Cyrillic a among Latin letters", QStringLiteral("x"), QStringLiteral("https://p\u0430ypal.example/"), { LinkDoubt::MixedLetters });
        row("a number", QStringLiteral("x"), QStringLiteral("http://192.0.2.7/"), { LinkDoubt::NumberedHost });
        row("a long number", QStringLiteral("x"), QStringLiteral("http://[2001:db8::1]/"), { LinkDoubt::NumberedHost });
        row("hidden direction", QStringLiteral("a\u202Eb"), page, { LinkDoubt::HiddenSigns });
        row("mail", QStringLiteral("write"), QStringLiteral("mailto:a@example.org?subject=Hi"), {});
        row("mail with a text", QStringLiteral("write"), QStringLiteral("mailto:a@example.org?body=x"), { LinkDoubt::FilledInMail });
        row("mail to several", QStringLiteral("write"), QStringLiteral("mailto:a@example.org,b@example.org"), { LinkDoubt::FilledInMail });
    }
    void linksAreDoubtedForAReason()
    {
        QFETCH(QString, words);
        QFETCH(QString, target);
        QFETCH(Doubts, doubts);
        const std::optional<QUrl> url = allowedLink(target);
        QVERIFY(url);

        QCOMPARE(doubtsAbout(*url, words), doubts);
    }

    void everyDoubtHasASentence()
    {
        for (const LinkDoubt doubt : { LinkDoubt::OtherHostShown, LinkDoubt::MixedLetters, LinkDoubt::OtherLetters, LinkDoubt::NumberedHost,
                                       LinkDoubt::HiddenSigns, LinkDoubt::FilledInMail })
            QVERIFY(doubtText(doubt).endsWith(u'.'));
    }
};

QTEST_GUILESS_MAIN(TestLinkDoubts)
#include "tst_linkdoubts.moc"
