// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "chatbench.h"
#include "cost.h"
#include "ledger.h"
#include "modeltitles.h"
#include "openconversations.h"
#include "titlequestion.h"

// Titles that a model gives: over a real server, library and ledger.
class TestModelTitles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void switchedOffNothingIsAsked();
    void theFirstAnswerIsFollowedByOneSmallRequestAndItsTitle();
    void theModelThatWasChosenIsAsked();
    void laterAnswersAskNoMore();
    void aTitleThatAPersonGaveBeforeStays();
    void aTitleThatAPersonGivesMeanwhileStays();
    void aTitleGivenInTheSidePaneMeanwhileStays();
    void aConversationThatWasLeftIsNamedToo();
    void aTemporaryConversationIsNotNamed();
    void aFailureIsSilentAndNotTriedAgain_data();
    void aFailureIsSilentAndNotTriedAgain();
    void whatItCostIsCountedAndSurvivesARestart();
    void whatWasSentForItIsKeptBehindItsAnswer();
    void beyondALimitNothingIsAsked();
    void anUnfinishedAnswerIsNotNamed();

private:
    int posts() const
    {
        const auto requests = m_bench->server.requests();
        return int(std::count_if(requests.cbegin(), requests.cend(), [](const RecordedRequest &request) { return request.method == "POST"; }));
    }
    // Sends in the conversation that is shown, and waits for the answer's end.
    void ask(const QString &text)
    {
        QSignalSpy ended(m_open.get(), &OpenConversations::answerEnded);
        m_open->shown()->send(draftSaying(text));
        QVERIFY(ended.wait(10'000));
    }
    QString title() const { return m_open->shown()->conversation().title; }
    QString storedTitle(const ConversationId &id) const
    {
        const auto opened = calls::open(*m_bench->library, id);
        return opened ? opened.value().conversation.title : QString();
    }
    static ServerScript titleAnswer(const QByteArray &text) { return wholeAnswer({ text }); }

    std::unique_ptr<ChatBench> m_bench;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<OpenConversations> m_open;
    std::unique_ptr<ModelTitles> m_titles;
};

void TestModelTitles::init()
{
    m_titles.reset();
    m_open.reset();
    m_ledger.reset();
    m_bench = std::make_unique<ChatBench>();
    QVERIFY(m_bench->start());
    m_ledger = std::make_unique<Ledger>(*m_bench->library, *m_bench->settings, m_bench->clock);
    auto dependencies = m_bench->dependencies();
    dependencies.ledger = m_ledger.get();
    m_open = std::make_unique<OpenConversations>(dependencies);
    m_titles = std::make_unique<ModelTitles>(ModelTitles::Parts { *m_bench->client, *m_bench->library, *m_bench->book, *m_open, *m_ledger, *m_bench->settings, m_bench->clock });
    m_bench->settings->set(keys::titlesByModel, true);
    m_bench->server.enqueue(wholeAnswer({ "Mirrors are ground for months." }));
}

void TestModelTitles::switchedOffNothingIsAsked()
{
    m_bench->settings->set(keys::titlesByModel, false);
    ask(QStringLiteral("How are the mirrors of telescopes made?"));
    ask(QStringLiteral("And their coating?"));

    QCOMPARE(posts(), 2);
    QCOMPARE(title(), QStringLiteral("How are the mirrors of telescopes made?"));
    // As delivered it is off.
    QVERIFY(!keys::titlesByModel.fallback);
}

void TestModelTitles::theFirstAnswerIsFollowedByOneSmallRequestAndItsTitle()
{
    m_bench->server.enqueue(titleAnswer("**\"Grinding telescope mirrors.\"**\nSecond line"));
    ask(QStringLiteral("How are the mirrors of telescopes made? ") + QString(5000, u'x'));

    QTRY_COMPARE(title(), QStringLiteral("Grinding telescope mirrors"));
    QCOMPARE(posts(), 2);
    const QStringList sent = m_bench->sentMessages(1);
    QCOMPARE(sent.size(), 1);
    QVERIFY(sent.first().startsWith(QStringLiteral("user: ") + TitleQuestion));
    QVERIFY(sent.first().contains(QLatin1String("Mirrors are ground for months.")));
    QVERIFY2(sent.first().size() < 1500, qPrintable(QString::number(sent.first().size())));
    QCOMPARE(m_bench->sentBody(1)[QStringLiteral("model")].toString(), QStringLiteral("loopback-1"));
    QVERIFY(!m_open->shown()->conversation().hasManualTitle);
    QTRY_COMPARE(storedTitle(m_open->shown()->id()), QStringLiteral("Grinding telescope mirrors"));
}

void TestModelTitles::theModelThatWasChosenIsAsked()
{
    m_bench->settings->set(keys::titleModel, QStringLiteral("small-1"));
    m_bench->server.enqueue(titleAnswer("Mirrors"));
    ask(QStringLiteral("How are mirrors made?"));

    QTRY_COMPARE(title(), QStringLiteral("Mirrors"));
    QCOMPARE(m_bench->sentBody(0)[QStringLiteral("model")].toString(), QStringLiteral("loopback-1"));
    QCOMPARE(m_bench->sentBody(1)[QStringLiteral("model")].toString(), QStringLiteral("small-1"));
}

void TestModelTitles::laterAnswersAskNoMore()
{
    m_bench->server.enqueue(titleAnswer("Mirrors"));
    ask(QStringLiteral("How are mirrors made?"));
    QTRY_COMPARE(title(), QStringLiteral("Mirrors"));
    ask(QStringLiteral("And their coating?"));
    QSignalSpy ended(m_open.get(), &OpenConversations::answerEnded);
    m_open->shown()->regenerate();
    QVERIFY(ended.wait(10'000));

    QCOMPARE(posts(), 4);
    QCOMPARE(title(), QStringLiteral("Mirrors"));
}

void TestModelTitles::aTitleThatAPersonGaveBeforeStays()
{
    m_open->shown()->setTitle(QStringLiteral("Mine"));
    ask(QStringLiteral("How are mirrors made?"));
    ask(QStringLiteral("And their coating?"));

    QCOMPARE(posts(), 2);
    QCOMPARE(title(), QStringLiteral("Mine"));
}

void TestModelTitles::aTitleThatAPersonGivesMeanwhileStays()
{
    m_bench->server.enqueue(titleAnswer("Mirrors"));
    ask(QStringLiteral("How are mirrors made?"));
    m_open->shown()->setTitle(QStringLiteral("Mine"));

    // The reply was read to its end when what it used is counted.
    QTRY_COMPARE(m_ledger->days(QDate(1970, 1, 1)).value().first().answers, 2);
    QCOMPARE(title(), QStringLiteral("Mine"));
    QTRY_COMPARE(storedTitle(m_open->shown()->id()), QStringLiteral("Mine"));
}

void TestModelTitles::aTitleGivenInTheSidePaneMeanwhileStays()
{
    m_bench->server.enqueue(titleAnswer("Mirrors"));
    ask(QStringLiteral("How are mirrors made?"));
    // Behind the back of the conversation that is open, as a row of the side pane or another program does.
    m_bench->library->renameConversation(m_open->shown()->id(), QStringLiteral("Mine"), true, this, [](const Result<Done> &) {});

    QTRY_COMPARE(m_ledger->days(QDate(1970, 1, 1)).value().first().answers, 2);
    QTRY_COMPARE(title(), QStringLiteral("Mine"));
    QCOMPARE(storedTitle(m_open->shown()->id()), QStringLiteral("Mine"));
}

void TestModelTitles::aConversationThatWasLeftIsNamedToo()
{
    m_bench->server.enqueue(titleAnswer("Mirrors"));
    const ConversationId id = m_open->shown()->id();
    m_open->shown()->send(draftSaying(QStringLiteral("How are mirrors made?")));
    m_open->showNew();

    QTRY_COMPARE_WITH_TIMEOUT(storedTitle(id), QStringLiteral("Mirrors"), 10'000);
    QVERIFY(!m_open->find(id));
}

void TestModelTitles::aTemporaryConversationIsNotNamed()
{
    m_open->shown()->setTemporary(true);
    ask(QStringLiteral("How are mirrors made?"));
    ask(QStringLiteral("And their coating?"));

    QCOMPARE(posts(), 2);
}

void TestModelTitles::aFailureIsSilentAndNotTriedAgain_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addRow("no such model") << httpReply(404, "application/json", R"({"error":{"message":"no such model"}})");
    QTest::addRow("too many requests") << httpReply(429, "application/json", R"({"error":{"message":"slow down"}})", "Retry-After: 1\r\n");
    QTest::addRow("server down") << httpReply(503, "application/json", R"({"error":{"message":"down"}})");
}

void TestModelTitles::aFailureIsSilentAndNotTriedAgain()
{
    QFETCH(QByteArray, reply);
    m_bench->server.enqueue(ServerScript().send(reply));
    QSignalSpy refused(m_open->shown(), &ConversationController::sendRefused);
    ask(QStringLiteral("How are mirrors made?"));
    QTRY_COMPARE(posts(), 2);
    // Behind it in the same queue of events and of the server: a repeat would stand between the two.
    ask(QStringLiteral("And their coating?"));

    QCOMPARE(m_bench->sentMessages(2).last(), QStringLiteral("user: And their coating?"));
    QCOMPARE(posts(), 3);
    QCOMPARE(title(), QStringLiteral("How are mirrors made?"));
    QCOMPARE(refused.size(), 0);
}

void TestModelTitles::whatItCostIsCountedAndSurvivesARestart()
{
    const QByteArray priced = R"({"id":"x","object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":40,"completion_tokens":4,"total_tokens":44,"cost_in_usd_ticks":7000}})";
    ServerScript script;
    script.send(streamHead()).send(chunk(textEvent("Mirrors"))).send(chunk(finishEvent())).send(chunk("data: " + priced + "\n\n")).send(chunk(doneEvent())).send(lastChunk());
    m_bench->server.enqueue(script);
    const qint64 before = m_ledger->spentTicks();
    ask(QStringLiteral("How are mirrors made?"));
    QTRY_COMPARE(title(), QStringLiteral("Mirrors"));

    const qint64 spent = m_ledger->spentTicks() - before;
    QVERIFY2(spent >= 7000, qPrintable(QString::number(spent)));
    Ledger later(*m_bench->library, *m_bench->settings, m_bench->clock);
    QCOMPARE(later.spentTicks(), m_ledger->spentTicks());
    qint64 ticks = 0;
    qint64 prompt = 0;
    const Result<QList<UsageDay>> days = later.days(QDate(1970, 1, 1));
    QVERIFY(bool(days));
    for (const UsageDay &day : days.value()) {
        ticks += day.costTicks;
        prompt += day.promptTokens;
    }
    QCOMPARE(ticks, later.spentTicks());
    QVERIFY(prompt >= 40);
}

void TestModelTitles::whatWasSentForItIsKeptBehindItsAnswer()
{
    m_bench->server.enqueue(titleAnswer("Mirrors"));
    ask(QStringLiteral("How are mirrors made?"));
    QTRY_COMPARE(title(), QStringLiteral("Mirrors"));

    const ConversationController &shown = *m_open->shown();
    const QList<Exchange> exchanges = shown.exchangesOf(shown.inspectableAnswers().value(0));
    QCOMPARE(exchanges.size(), 2);
    QVERIFY(!exchanges.first().isForTitle);
    QVERIFY(exchanges.last().isForTitle);
    QVERIFY(exchanges.last().replyBody.contains("Mirrors"));
    QVERIFY(!exchanges.first().requestBody.isEmpty() && exchanges.first().requestBody != exchanges.last().requestBody);
}

void TestModelTitles::beyondALimitNothingIsAsked()
{
    Usage usage;
    usage.totalTokens = 10;
    usage.costTicks = 5000;
    m_ledger->addBesides(QStringLiteral("loopback-1"), usage);
    m_ledger->passSoftLimit();
    m_ledger->setLimits({ 1000, 0 });
    ask(QStringLiteral("How are mirrors made?"));
    ask(QStringLiteral("And their coating?"));

    QCOMPARE(posts(), 2);
}

void TestModelTitles::anUnfinishedAnswerIsNotNamed()
{
    ChatBench fresh;
    QVERIFY(fresh.start());
    fresh.settings->set(keys::titlesByModel, true);
    Ledger ledger(*fresh.library, *fresh.settings, fresh.clock);
    OpenConversations open(fresh.dependencies());
    ModelTitles titles({ *fresh.client, *fresh.library, *fresh.book, open, ledger, *fresh.settings, fresh.clock });
    fresh.server.enqueue(unfinishedAnswer({ "Mirrors are" }));
    QSignalSpy ended(&open, &OpenConversations::answerEnded);
    open.shown()->send(draftSaying(QStringLiteral("How are mirrors made?")));
    QTRY_COMPARE(textOfRow(*open.shown(), 1), QStringLiteral("Mirrors are"));
    open.shown()->stop();
    QVERIFY(ended.size() == 1 || ended.wait());

    QCOMPARE(open.shown()->conversation().title, QStringLiteral("How are mirrors made?"));
    // The next complete one is the first.
    fresh.server.enqueue(wholeAnswer({ "They are ground." }));
    fresh.server.enqueue(wholeAnswer({ "Mirrors" }));
    open.shown()->regenerate();
    QTRY_COMPARE_WITH_TIMEOUT(open.shown()->conversation().title, QStringLiteral("Mirrors"), 10'000);
}

QTEST_MAIN(TestModelTitles)
#include "tst_modeltitles.moc"
