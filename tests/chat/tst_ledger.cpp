// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Money: what an answer cost, what the next one will, and when enough is enough.
#include "chatbench.h"
#include "cost.h"
#include "ledger.h"

class TestLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void longRequestsHaveTheirOwnPrices_data();
    void longRequestsHaveTheirOwnPrices();
    void withoutATotalTheServerDecides_data();
    void withoutATotalTheServerDecides();
    void aStoppedAnswerIsEstimatedAndCounted();
    void textIsCountedByItsScript_data();
    void textIsCountedByItsScript();
    void picturesAreCountedInTiles_data();
    void picturesAreCountedInTiles();
    void theEstimateGoesOnFromTheLastCount();
    void theHardLimitStopsBeforeSending();
    void nothingIsLeftOfALimitThatIsReached();
    void picturesHaveAPriceOfTheirOwn();
    void theSoftLimitStopsOnce();
    void practiceCostsNothing();
    void aTemporaryConversationIsCountedAndNotWritten();
    void aNewMonthBeginsAtZero();
    void daysAreSummedByModel();
};

namespace {
ModelInfo grok47()
{
    ModelInfo model;
    model.id = QStringLiteral("loopback-1");
    model.promptPrice = 20000;
    model.cachedPrice = 5000;
    model.imagePrice = 20000;
    model.completionPrice = 60000;
    model.longContextTokens = 200000;
    model.longPromptPrice = 40000;
    model.longCompletionPrice = 120000;
    return model;
}

std::unique_ptr<ConversationController> conversationWith(ChatBench &bench, Ledger &ledger)
{
    ConversationController::Dependencies parts = bench.dependencies();
    parts.ledger = &ledger;
    return std::make_unique<ConversationController>(parts);
}

// 480,000 ticks each, as usageEvent() says.
constexpr qint64 AnswerTicks = 480'000;
}

void TestLedger::longRequestsHaveTheirOwnPrices_data()
{
    QTest::addColumn<qint64>("prompt");
    QTest::addColumn<qint64>("cached");
    QTest::addColumn<qint64>("image");
    QTest::addColumn<qint64>("completion");
    QTest::addColumn<qint64>("reasoning");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("ticks");
    QTest::newRow("reference 2.1") << qint64(12) << qint64(2) << qint64(0) << qint64(1) << qint64(290) << qint64(303) << qint64(17'670'000);
    QTest::newRow("reference 7.2, without the search") << qint64(216) << qint64(192) << qint64(0) << qint64(863) << qint64(237) << qint64(1079) << qint64(53'220'000);
    QTest::newRow("just short") << qint64(199'999) << qint64(0) << qint64(0) << qint64(10) << qint64(0) << qint64(200'009) << qint64(199'999 * 20000LL + 10 * 60000);
    QTest::newRow("long") << qint64(200'000) << qint64(0) << qint64(0) << qint64(10) << qint64(0) << qint64(200'010) << qint64(200'000 * 40000LL + 10 * 120000);
    QTest::newRow("long with cached ones, at twice their price") << qint64(200'000) << qint64(100'000) << qint64(0) << qint64(10) << qint64(0) << qint64(200'010)
                                                                << qint64(100'000 * 40000LL + 100'000 * 10000LL + 10 * 120000);
    QTest::newRow("with a picture") << qint64(1000) << qint64(0) << qint64(512) << qint64(10) << qint64(0) << qint64(1010) << qint64(1000 * 20000 + 10 * 60000);
    QTest::newRow("more cached than sent") << qint64(10) << qint64(20) << qint64(0) << qint64(1) << qint64(0) << qint64(11) << qint64(10 * 20000 + 20 * 5000 + 60000);
}

void TestLedger::longRequestsHaveTheirOwnPrices()
{
    QFETCH(qint64, prompt);
    QFETCH(qint64, cached);
    QFETCH(qint64, image);
    QFETCH(qint64, completion);
    QFETCH(qint64, reasoning);
    QFETCH(qint64, total);
    Usage usage;
    usage.promptTokens = prompt;
    usage.cachedTokens = cached;
    usage.imageTokens = image;
    usage.completionTokens = completion;
    usage.reasoningTokens = reasoning;
    usage.totalTokens = total;
    QTEST(costTicks(usage, grok47()).value_or(-1), "ticks");
}

void TestLedger::withoutATotalTheServerDecides_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("byResponses");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("ticks");
    // 10 plain tokens, 2 cached, 1 of text and 290 of thinking, which are billed beside the text or stand in it.
    const qint64 beside = 10 * 20000 + 2 * 5000 + 291 * 60000;
    const qint64 inside = 10 * 20000 + 2 * 5000 + 1 * 60000;
    const auto row = [](const char *name, const char *address, bool byResponses, qint64 total, qint64 ticks) {
        QTest::newRow(name) << QString::fromLatin1(address) << byResponses << total << ticks;
    };
    row("xAI, no total", "https://api.x.ai/v1", false, 0, beside);
    row("xAI, a total that fits", "https://api.x.ai/v1", false, 303, beside);
    row("xAI, a total without it", "https://api.x.ai/v1", false, 13, inside);
    row("xAI, a total of something else", "https://api.x.ai/v1", false, 400, inside);
    row("xAI by Responses", "https://api.x.ai/v1", true, 0, inside);
    row("a host that looks like it", "https://x.ai.example.org/v1", false, 0, inside);
    row("another server", "https://api.openai.com/v1", false, 0, inside);
    row("another server whose total says it", "https://api.openai.com/v1", false, 303, beside);
}

void TestLedger::withoutATotalTheServerDecides()
{
    QFETCH(QString, address);
    QFETCH(bool, byResponses);
    Usage usage;
    usage.promptTokens = 12;
    usage.cachedTokens = 2;
    usage.completionTokens = 1;
    usage.reasoningTokens = 290;
    QFETCH(qint64, total);
    usage.totalTokens = total;

    completeTotal(usage, QUrl(address), byResponses ? Transport::Responses : Transport::ChatCompletions);

    QTEST(costTicks(usage, grok47()).value_or(-1), "ticks");
}

void TestLedger::aStoppedAnswerIsEstimatedAndCounted()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    QSignalSpy refreshed(bench.book.get(), &EndpointBook::modelsRefreshed);
    bench.book->refreshModels();
    QVERIFY(refreshed.wait());
    bench.server.enqueue(ServerScript().send(streamHead()).send(chunk(textEvent("abcdefgh"))).hang());
    auto controller = conversationWith(bench, ledger);

    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);

    controller->send(draftSaying(QStringLiteral("What is it?")));
    QTRY_COMPARE(textOfRow(*controller, 1), QStringLiteral("abcdefgh"));
    controller->stop();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(stateOfRow(*controller, 1), MessageState::Stopped);

    // 3 tokens went out, 2 came.
    QCOMPARE(controller->model()->index(1, 0).data(InfoLineRole).toString().section(QStringLiteral(" · "), 1, 2),
             QStringLiteral("≈ 5 tokens · < $0.0001"));
    QCOMPARE(ledger.spentTicks(), 3 * 20000 + 2 * 60000);
}

void TestLedger::textIsCountedByItsScript_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("empty") << QString() << qint64(0);
    QTest::newRow("latin") << QStringLiteral("abcdefgh") << qint64(2);
    QTest::newRow("a rest counts") << QStringLiteral("abcdefghi") << qint64(3);
    QTest::newRow("chinese") << QString::fromUtf8("你好世界") << qint64(4);
}

void TestLedger::textIsCountedByItsScript()
{
    QFETCH(QString, text);
    QTEST(estimatedTokens(text), "tokens");
}

void TestLedger::picturesAreCountedInTiles_data()
{
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<int>("detail");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("one tile and the whole") << QSize(448, 448) << int(ImageDetail::Auto) << qint64(512);
    QTest::newRow("two by one") << QSize(449, 448) << int(ImageDetail::High) << qint64(768);
    QTest::newRow("never more than seven") << QSize(4000, 4000) << int(ImageDetail::High) << qint64(1792);
    QTest::newRow("low") << QSize(4000, 4000) << int(ImageDetail::Low) << qint64(256);
    QTest::newRow("unknown size") << QSize() << int(ImageDetail::Auto) << qint64(256);
}

void TestLedger::picturesAreCountedInTiles()
{
    QFETCH(QSize, pixels);
    QFETCH(int, detail);
    QTEST(estimatedImageTokens(pixels, ImageDetail(detail)), "tokens");
}

void TestLedger::theEstimateGoesOnFromTheLastCount()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QCOMPARE(controller->estimate(draftSaying(QStringLiteral("abcdefgh"))).tokens, 2);
    ask(*controller, QStringLiteral("Hi"));
    // 12 in, 4 out, as the server counted.
    QCOMPARE(controller->estimate(draftSaying(QStringLiteral("abcdefgh"))).tokens, 18);
    QVERIFY(!controller->estimate(draftSaying(QStringLiteral("abcdefgh"))).costTicks);
}

void TestLedger::theHardLimitStopsBeforeSending()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    ledger.setLimits({ 0, 2 * AnswerTicks - 1 });
    auto controller = conversationWith(bench, ledger);
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    QCOMPARE(ask(*controller, QStringLiteral("One")).state, MessageState::Complete);
    QCOMPARE(ledger.spentTicks(), AnswerTicks);
    QCOMPARE(ask(*controller, QStringLiteral("Two")).state, MessageState::Complete);
    QCOMPARE(ledger.spentTicks(), 2 * AnswerTicks);

    controller->send(draftSaying(QStringLiteral("Three")));

    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().value<Error>().message.contains(QStringLiteral("beyond the limit")));
    QCOMPARE(controller->state(), ConversationController::State::Idle);
    QCOMPARE(bench.server.postCount(), 2);

    // It holds after a restart too: what was spent is in the library.
    Ledger next(*bench.library, *bench.settings, bench.clock);
    QCOMPARE(next.spentTicks(), 2 * AnswerTicks);
    QVERIFY(next.whyNotSend(0));
}

void TestLedger::nothingIsLeftOfALimitThatIsReached()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    ledger.setLimits({ 0, AnswerTicks });
    auto controller = conversationWith(bench, ledger);
    QCOMPARE(ask(*controller, QStringLiteral("One")).state, MessageState::Complete);
    QCOMPARE(ledger.spentTicks(), AnswerTicks);

    QVERIFY(ledger.whyNotSend(0));
    QVERIFY(!ledger.hasRoomFor(0));
}

void TestLedger::picturesHaveAPriceOfTheirOwn()
{
    ModelInfo model = grok47();
    model.imagePrice = 30000;
    Usage usage;
    usage.promptTokens = 1000;
    usage.imageTokens = 512;
    usage.completionTokens = 10;
    usage.totalTokens = 1010;
    QCOMPARE(costTicks(usage, model).value_or(-1), 488 * 20000 + 512 * 30000 + 10 * 60000);
    usage.promptTokens = 200'000;
    QCOMPARE(costTicks(usage, model).value_or(-1), (200'000 - 512) * 40000LL + 512 * 60000 + 10 * 120000);
    model.imagePrice = 0;
    usage.promptTokens = 1000;
    QCOMPARE(costTicks(usage, model).value_or(-1), 1000 * 20000 + 10 * 60000);
}

void TestLedger::theSoftLimitStopsOnce()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    ledger.setLimits({ AnswerTicks - 1, 0 });
    auto controller = conversationWith(bench, ledger);
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    QCOMPARE(ask(*controller, QStringLiteral("One")).state, MessageState::Complete);

    controller->send(draftSaying(QStringLiteral("Two")));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(bench.server.postCount(), 1);
    QCOMPARE(ask(*controller, QStringLiteral("Two")).state, MessageState::Complete);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(bench.server.postCount(), 2);
}

void TestLedger::practiceCostsNothing()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Endpoint practice = bench.serverEndpoint();
    practice.isPractice = true;
    bench.book->useForThisRun(practice);
    bench.book->setCurrentModelId(QStringLiteral("practice-chat"));
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    ledger.setLimits({ 0, 1 });
    auto controller = conversationWith(bench, ledger);
    QCOMPARE(ask(*controller, QStringLiteral("One")).state, MessageState::Complete);
    QCOMPARE(ask(*controller, QStringLiteral("Two")).state, MessageState::Complete);
    QCOMPARE(ledger.spentTicks(), 0);
}

void TestLedger::aTemporaryConversationIsCountedAndNotWritten()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    auto controller = conversationWith(bench, ledger);
    controller->setTemporary(true);
    QCOMPARE(ask(*controller, QStringLiteral("Nobody shall read this")).state, MessageState::Complete);

    QCOMPARE(ledger.spentTicks(), AnswerTicks);
    Ledger later(*bench.library, *bench.settings, bench.clock);
    QCOMPARE(later.spentTicks(), AnswerTicks);
    const Result<QList<UsageDay>> days = later.days(QDate(1970, 1, 1));
    QCOMPARE(days.value().size(), 1);
    QCOMPARE(days.value().first().answers, 1);
    QVERIFY(later.conversations(QDate(1970, 1, 1), 10).value().isEmpty());
    QVERIFY(calls::list(*bench.library).value().isEmpty());
    QVERIFY(!bench.settings->get(keys::costBesides).contains("Nobody"));
    QVERIFY(!bench.settings->get(keys::costBesides).contains(controller->id().toString().toUtf8()));
}

void TestLedger::aNewMonthBeginsAtZero()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    auto controller = conversationWith(bench, ledger);
    ask(*controller, QStringLiteral("One"));
    QCOMPARE(ledger.spentTicks(), AnswerTicks);
    bench.clock.advance(std::chrono::hours(24 * 32));
    QCOMPARE(ledger.spentTicks(), 0);
}

void TestLedger::daysAreSummedByModel()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Ledger ledger(*bench.library, *bench.settings, bench.clock);
    auto controller = conversationWith(bench, ledger);
    ask(*controller, QStringLiteral("One"));
    ask(*controller, QStringLiteral("Two"));
    bench.clock.advance(std::chrono::hours(24));
    ask(*controller, QStringLiteral("Three"));

    const Result<QList<UsageDay>> days = ledger.days(QDate(2026, 1, 1));

    QVERIFY(days);
    QCOMPARE(days.value().size(), 2);
    QCOMPARE(days.value()[0].answers, 2);
    QCOMPARE(days.value()[0].modelId, QStringLiteral("loopback-1"));
    QCOMPARE(days.value()[0].promptTokens, 24);
    QCOMPARE(days.value()[0].outputTokens, 8);
    QCOMPARE(days.value()[0].costTicks, 2 * AnswerTicks);
    QCOMPARE(days.value()[0].day.addDays(1), days.value()[1].day);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
