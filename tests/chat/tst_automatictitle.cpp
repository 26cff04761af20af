// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "automatictitle.h"

#include <QTest>

class TestAutomaticTitle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstSentenceNamesTheConversation_data();
    void theFirstSentenceNamesTheConversation();
    void aTitleIsNeverLongerThanItsLimit();
    void aReplyIsCleanedLikeAQuestion_data();
    void aReplyIsCleanedLikeAQuestion();
};

void TestAutomaticTitle::theFirstSentenceNamesTheConversation_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("title");

    QTest::newRow("short") << QStringLiteral("What is 2 + 2?") << QStringLiteral("What is 2 + 2?");
    QTest::newRow("a product") << QStringLiteral("What is 7 * 6?") << QStringLiteral("What is 7 * 6?");
    QTest::newRow("a product without blanks") << QStringLiteral("Is 2*3 *always* 6?") << QStringLiteral("Is 2*3 always 6?");
    QTest::newRow("two sentences") << QStringLiteral("Explain quantum tunnelling. Keep it short.") << QStringLiteral("Explain quantum tunnelling");
    QTest::newRow("question first") << QStringLiteral("Why? Because I ask.") << QStringLiteral("Why?");
    QTest::newRow("a number is no end") << QStringLiteral("Is version 3.5 of it out") << QStringLiteral("Is version 3.5 of it out");
    QTest::newRow("abbreviation at the start") << QStringLiteral("E.g. this one") << QStringLiteral("E.g. this one");
    QTest::newRow("heading") << QStringLiteral("## Plan for the **garden**\n\nroses") << QStringLiteral("Plan for the garden");
    QTest::newRow("numbered list") << QStringLiteral("1. First thing") << QStringLiteral("First thing");
    QTest::newRow("inline code") << QStringLiteral("What does `my_list.sort()` do?") << QStringLiteral("What does my_list.sort() do?");
    QTest::newRow("emphasis") << QStringLiteral("_Really_ important") << QStringLiteral("Really important");
    QTest::newRow("code first, words after") << QStringLiteral("```c\nint x;\n```\nWhat is wrong here?") << QStringLiteral("What is wrong here?");
    QTest::newRow("code alone") << QStringLiteral("```c\nint x;\n```") << QStringLiteral("int x;");
    QTest::newRow("long") << QStringLiteral("Tell me everything you know about the history of the telescope in Europe")
                          << QStringLiteral("Tell me everything you know about the history…");
    QTest::newRow("Chinese") << QStringLiteral("你好吗？我很好。") << QStringLiteral("你好吗？");
    QTest::newRow("nothing") << QStringLiteral("  \n ") << QString();
    QTest::newRow("signs alone") << QStringLiteral("***") << QString();
    QTest::newRow("direction marks") << QStringLiteral("a\u202Eb") << QStringLiteral("a b");
}

void TestAutomaticTitle::theFirstSentenceNamesTheConversation()
{
    QFETCH(QString, question);
    QFETCH(QString, title);

    QCOMPARE(automaticTitle(question), title);
}

void TestAutomaticTitle::aTitleIsNeverLongerThanItsLimit()
{
    const QString oneWord(500, QLatin1Char('x'));
    const QString faces = QStringLiteral("😀").repeated(100);

    QCOMPARE(automaticTitle(oneWord).size(), 48);
    QVERIFY(automaticTitle(faces).size() <= 48);
    // No half of a pair at the cut.
    QVERIFY(automaticTitle(faces).isValidUtf16());
}

void TestAutomaticTitle::aReplyIsCleanedLikeAQuestion_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("title");

    QTest::newRow("plain") << QStringLiteral("Grinding telescope mirrors") << QStringLiteral("Grinding telescope mirrors");
    QTest::newRow("in quotation marks") << QStringLiteral("\"Mirrors\"") << QStringLiteral("Mirrors");
    QTest::newRow("in German ones") << QStringLiteral("„Spiegel“") << QStringLiteral("Spiegel");
    QTest::newRow("with a label, in bold") << QStringLiteral("**Title: Mirrors of glass.**") << QStringLiteral("Mirrors of glass");
    QTest::newRow("several lines") << QStringLiteral("\n# Mirrors\nThis title says it.") << QStringLiteral("Mirrors");
    QTest::newRow("long") << QStringLiteral("Tell me everything you know about the history of the telescope in Europe")
                          << QStringLiteral("Tell me everything you know about the history…");
    QTest::newRow("direction marks") << QStringLiteral("a\u202Eb") << QStringLiteral("a b");
    QTest::newRow("nothing") << QStringLiteral(" \n") << QString();
}

void TestAutomaticTitle::aReplyIsCleanedLikeAQuestion()
{
    QFETCH(QString, reply);
    QTEST(titleFromReply(reply), "title");
}

QTEST_GUILESS_MAIN(TestAutomaticTitle)
#include "tst_automatictitle.moc"
