// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownhtmlwriter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

namespace {

// From the Debian package golang-github-yuin-goldmark-dev; its text is CC-BY-SA 4.0 and only read.
const QString SpecificationFile = QStringLiteral("/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json");

// Examples that go another way here on purpose.
const QMap<int, QString> Exceptions {
};

QString htmlOf(const QString &markdown)
{
    MarkdownParser parser;
    parser.append(markdown);
    parser.finish();
    return MarkdownHtmlWriter(parser).write();
}

}

class TestMarkdownSpec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFile file(SpecificationFile);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("The CommonMark examples are missing: install the package golang-github-yuin-goldmark-dev.");
        m_examples = QJsonDocument::fromJson(file.readAll()).array();
    }

    void everyExampleComesOutAsTheSpecificationSays()
    {
        QCOMPARE(m_examples.size(), 652);
        int passed = 0;
        for (const QJsonValue &value : std::as_const(m_examples)) {
            const int number = value[QStringLiteral("example")].toInt();
            const QString markdown = value[QStringLiteral("markdown")].toString();
            const QString expected = value[QStringLiteral("html")].toString();
            const QString actual = htmlOf(markdown);
            if (actual == expected)
                ++passed;
            else if (!Exceptions.contains(number))
                qWarning().noquote() << "example" << number << "\n--- markdown\n" << markdown << "--- expected\n" << expected << "--- actual\n" << actual;
        }
        QCOMPARE(passed, 652 - int(Exceptions.size()));
    }

private:
    QJsonArray m_examples;
};

QTEST_GUILESS_MAIN(TestMarkdownSpec)
#include "tst_markdownspec.moc"
