// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QTest>

namespace {
Result<CommandLine> parsed(const char *words)
{
    return parseCommandLine(QString::fromUtf8(words).split(QLatin1Char('|')));
}
}

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allOptionsOfAskAreRead();
    void optionsMayStandBeforeTheCommand();
    void aTextAfterTwoHyphensIsNoOption();
    void theNewestConversationIsContinuedWithoutAnId();
    void whatCannotBeMeantIsRefusedInOneLine_data();
    void whatCannotBeMeantIsRefusedInOneLine();
    void theWindowsArgumentsAreNotOurs();
    void helpNeedsNothingElse();
    void helpNamesEveryOptionOfItsCommand();
};

void TestCommandLine::allOptionsOfAskAreRead()
{
    const auto line = parsed("ask|--data-dir|/d|--endpoint|https://example.org/v1|--model=m-1|--image|a.png|--image|b.jpg|--detail|high|"
                             "--system|Be brief.|--temperature|0.7|--max-tokens|50|--reasoning-effort|low|--no-stream|--no-save|--timeout|2.5|--json|What?");

    QVERIFY2(line, line ? "" : qPrintable(line.error().message));
    const CommandLine &ask = line.value();
    QCOMPARE(ask.command, CommandName::Ask);
    QCOMPARE(ask.dataFolder, QStringLiteral("/d"));
    QCOMPARE(ask.endpoint, std::optional(QUrl(QStringLiteral("https://example.org/v1"))));
    QCOMPARE(ask.modelId, QStringLiteral("m-1"));
    QCOMPARE(ask.images, QStringList({ QStringLiteral("a.png"), QStringLiteral("b.jpg") }));
    QCOMPARE(ask.detail, ImageDetail::High);
    QCOMPARE(ask.system, QStringLiteral("Be brief."));
    QCOMPARE(ask.options.temperature, std::optional(0.7));
    QCOMPARE(ask.options.maxCompletionTokens, std::optional(50));
    QCOMPARE(ask.options.reasoningEffort, QStringLiteral("low"));
    QVERIFY(!ask.options.stream);
    QVERIFY(!ask.saves);
    QCOMPARE(ask.timeout, std::optional(std::chrono::milliseconds(2500)));
    QVERIFY(ask.asJson);
    QCOMPARE(ask.text, QStringLiteral("What?"));
}

void TestCommandLine::optionsMayStandBeforeTheCommand()
{
    const auto line = parsed("--data-dir|list|--practice|ask|Hi");

    QVERIFY(line);
    QCOMPARE(line.value().command, CommandName::Ask);
    QCOMPARE(line.value().dataFolder, QStringLiteral("list"));
    QVERIFY(line.value().practice);
    QCOMPARE(line.value().text, QStringLiteral("Hi"));
}

void TestCommandLine::aTextAfterTwoHyphensIsNoOption()
{
    QCOMPARE(parsed("ask|--|--json").value().text, QStringLiteral("--json"));
    QCOMPARE(parsed("ask|-").value().text, QStringLiteral("-"));
}

void TestCommandLine::theNewestConversationIsContinuedWithoutAnId()
{
    const auto newest = parsed("ask|--continue|Hi");
    QVERIFY(newest.value().continues);
    QVERIFY(newest.value().continued.isNull());
    QCOMPARE(newest.value().text, QStringLiteral("Hi"));

    const auto named = parsed("ask|--continue=0193a5d2-7d3f-7abc-8def-0123456789ab|Hi");
    QCOMPARE(named.value().continued.toString(), QStringLiteral("0193a5d2-7d3f-7abc-8def-0123456789ab"));
}

void TestCommandLine::whatCannotBeMeantIsRefusedInOneLine_data()
{
    QTest::addColumn<QString>("words");

    for (const char *words : { "ask|--no-such-option|x", "ask|--model", "ask|--json=yes|x", "ask|--temperature|hot|x", "ask|--temperature|2.1|x",
                               "ask|--temperature|nan|x", "ask|--max-tokens|0|x", "ask|--max-tokens|1.5|x", "ask|--detail|huge|x",
                               "ask|--reasoning-effort|much|x", "ask|--timeout|0|x", "ask|--timeout|-1|x", "ask|--endpoint|ftp://example.org|x",
                               "ask|--endpoint|http://example.org|x", "ask|--practice|--endpoint|https://example.org|x", "ask|two|texts",
                               "ask|--continue=nonsense|x", "ask|--continue|--no-save|x", "ask|--format|md|x", "list|extra", "list|--image|x", "search",
                               "export", "export|nonsense", "export|--format|odt|0193a5d2-7d3f-7abc-8def-0123456789ab",
                               "import", "import|a|b", "delete", "nonsense", "" })
        QTest::newRow(words) << QString::fromLatin1(words);
}

void TestCommandLine::whatCannotBeMeantIsRefusedInOneLine()
{
    QFETCH(QString, words);

    const auto line = parseCommandLine(words.split(QLatin1Char('|')));

    QVERIFY(!line);
    QCOMPARE(line.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!line.error().message.isEmpty());
    QVERIFY(!line.error().message.contains(QLatin1Char('\n')));
}

void TestCommandLine::theWindowsArgumentsAreNotOurs()
{
    QVERIFY(!terminalCommandIn({}));
    QVERIFY(!terminalCommandIn({ QStringLiteral("photo.jpg") }));
    QVERIFY(!terminalCommandIn({ QStringLiteral("--send"), QStringLiteral("ask") }));
    QVERIFY(!terminalCommandIn({ QStringLiteral("--"), QStringLiteral("ask") }));
    QCOMPARE(terminalCommandIn({ QStringLiteral("--model"), QStringLiteral("list"), QStringLiteral("search"), QStringLiteral("x") }), std::optional(CommandName::Search));
}

void TestCommandLine::helpNeedsNothingElse()
{
    QVERIFY(parsed("export|--help").value().wantsHelp);
    QVERIFY(parsed("ask|-h").value().wantsHelp);
}

void TestCommandLine::helpNamesEveryOptionOfItsCommand()
{
    const QString ask = helpText(CommandName::Ask);
    for (const char *option : { "--data-dir", "--endpoint", "--model", "--practice", "--trace", "--system", "--image", "--detail", "--temperature", "--max-tokens",
                                "--reasoning-effort", "--no-stream", "--continue[=ID]", "--no-save", "--timeout", "--json", "--help", "--version" })
        QVERIFY2(ask.contains(QLatin1StringView(option)), option);
    QVERIFY(!ask.contains(QStringLiteral("--format")));
    QVERIFY(helpText(CommandName::Export).contains(QStringLiteral("--output FILE, -o")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
