// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "worddifference.h"

#include <QRandomGenerator>
#include <QTest>

class TestWordDifference : public QObject
{
    Q_OBJECT

    // [-removed-] and {+added+}, as programs write it.
    static QString marked(const std::vector<DifferencePart> &parts)
    {
        QString text;
        for (const DifferencePart &part : parts) {
            if (part.kind == DifferencePart::Kind::Removed)
                text += QStringLiteral("[-") + part.text + QStringLiteral("-]");
            else if (part.kind == DifferencePart::Kind::Added)
                text += QStringLiteral("{+") + part.text + QStringLiteral("+}");
            else
                text += part.text;
        }
        return text;
    }
    static QString textWithout(const std::vector<DifferencePart> &parts, DifferencePart::Kind kind)
    {
        QString text;
        for (const DifferencePart &part : parts)
            text += part.kind == kind ? QString() : part.text;
        return text;
    }

private Q_SLOTS:
    void wordsAreTheUnit_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("the same") << QStringLiteral("a b") << QStringLiteral("a b") << QStringLiteral("a b");
        QTest::newRow("all new") << QString() << QStringLiteral("a b") << QStringLiteral("{+a b+}");
        QTest::newRow("all gone") << QStringLiteral("a b") << QString() << QStringLiteral("[-a b-]");
        QTest::newRow("one word") << QStringLiteral("the red fox") << QStringLiteral("the blue fox") << QStringLiteral("the [-red-]{+blue+} fox");
        QTest::newRow("two words in a row") << QStringLiteral("a red fox ran") << QStringLiteral("a blue hen ran")
                                            << QStringLiteral("a [-red fox-]{+blue hen+} ran");
        QTest::newRow("put in") << QStringLiteral("one three") << QStringLiteral("one two three") << QStringLiteral("one {+two +}three");
        QTest::newRow("a sign") << QStringLiteral("So.") << QStringLiteral("So!") << QStringLiteral("So[-.-]{+!+}");
        QTest::newRow("no part of a word") << QStringLiteral("walking") << QStringLiteral("walked") << QStringLiteral("[-walking-]{+walked+}");
        QTest::newRow("Japanese") << QStringLiteral("日本語") << QStringLiteral("日本人") << QStringLiteral("日本[-語-]{+人+}");
        QTest::newRow("lines") << QStringLiteral("a\nb\nc") << QStringLiteral("a\nc") << QStringLiteral("a\n[-b\n-]c");
    }
    void wordsAreTheUnit()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);

        QCOMPARE(marked(wordDifference(before, after)), expected);
    }

    void bothTextsCanBeReadFromTheParts()
    {
        QRandomGenerator random(7);
        const QStringList vocabulary { QStringLiteral("a"), QStringLiteral("b "), QStringLiteral(" c"), QStringLiteral("\n"), QStringLiteral("."),
                                       QStringLiteral("日"), QStringLiteral("\U0001F600"), QStringLiteral("word") };
        const auto text = [&] {
            QString made;
            for (int i = random.bounded(60); i > 0; --i)
                made += vocabulary.at(random.bounded(int(vocabulary.size())));
            return made;
        };
        for (int i = 0; i < 500; ++i) {
            const QString before = text();
            const QString after = text();
            const auto parts = wordDifference(before, after);
            QCOMPARE(textWithout(parts, DifferencePart::Kind::Added), before);
            QCOMPARE(textWithout(parts, DifferencePart::Kind::Removed), after);
            for (size_t part = 1; part < parts.size(); ++part)
                QVERIFY(parts[part].kind != parts[part - 1].kind);
        }
    }

    void textsWithLittleInCommonAreOneChange()
    {
        QString before;
        QString after;
        for (int i = 0; i < 20000; ++i) {
            before += QStringLiteral("a%1 ").arg(i);
            after += QStringLiteral("b%1 ").arg(i);
        }

        const auto parts = wordDifference(before, after);

        QCOMPARE(parts.size(), size_t(3));
        QCOMPARE(parts[0].text + parts[2].text, before);
        QCOMPARE(parts[1].text + parts[2].text, after);
    }
};

QTEST_GUILESS_MAIN(TestWordDifference)
#include "tst_worddifference.moc"
