// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The small parts an answer passes through: patience, cost, gathering, the line below it, the words about its end.
#include "answerbuilder_p.h"
#include "answernotice_p.h"
#include "cost.h"
#include "exchangestore_p.h"
#include "infoline_p.h"
#include "requestmessages_p.h"
#include "retrypolicy_p.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {
Error errorOf(ErrorKind kind, bool retryable, int status = 0)
{
    Error error;
    error.kind = kind;
    error.message = QStringLiteral("Something went wrong.");
    error.retryable = retryable;
    error.httpStatus = status;
    return error;
}

Message messageOf(Role role, const QString &text)
{
    Message message;
    message.id = MessageId::create(1ms);
    message.role = role;
    if (!text.isEmpty())
        message.parts.push_back(TextPart { text });
    return message;
}

Message answerOf(MessageState state, const QString &text)
{
    Message message = messageOf(Role::Assistant, text);
    message.state = state;
    message.answer.emplace();
    return message;
}

QStringList rolesOf(const std::vector<Message> &messages)
{
    QStringList roles;
    for (const Message &message : messages)
        roles += roleName(message.role);
    return roles;
}
}

class TestAnswerParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEstimateOfMoneyIsMarkedOnce();
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aBusyServerIsAskedAgainTwice();
    void anInternalServerErrorIsTriedAgainOnce();
    void waitsSpreadByAQuarter();
    void aWaitTheServerAsksForIsObeyedUpToAMinute();
    void whatMayHaveBeenBilledIsNeverSentAgain();

    void costIsTheSumOfTokensTimesPrices();
    void cachedTokensBesideThePromptAreAdded();
    void regionAndTierAreFactors_data();
    void regionAndTierAreFactors();
    void theTotalTellsWhereThinkingIsCounted();
    void exchangesAreKeptUntilTheyAreTooMany();
    void anUnknownPriceGivesNoCost();

    void piecesAreHandedOutOnce();
    void toolCallsAreJoinedByIndex();

    void theInfoLineNamesWhatIsKnown();
    void eachEndOffersItsButtons();
    void theCountdownIsRoundedUp();

    void emptyAnswersAreLeftOut();
    void anAnswerAndItsContinuationAreOne();
    void aCallNobodyAnsweredIsDropped();
    void wholeAnswersThatFollowEachOtherAreParagraphs();
    void picturesOfAnAnswerAreNotSentBack();
};

void TestAnswerParts::aBusyServerIsAskedAgainTwice()
{
    const RetryPolicy policy;
    const Error busy = errorOf(ErrorKind::Server, true, 503);

    QCOMPARE(policy.waitBeforeRetry(busy, 0, 0.5), std::optional(500ms));
    QCOMPARE(policy.waitBeforeRetry(busy, 1, 0.5), std::optional(1000ms));
    QVERIFY(!policy.waitBeforeRetry(busy, 2, 0.5));
}

void TestAnswerParts::anInternalServerErrorIsTriedAgainOnce()
{
    const RetryPolicy policy;
    const Error broken = errorOf(ErrorKind::Server, true, 500);

    QVERIFY(policy.waitBeforeRetry(broken, 0, 0.5));
    QVERIFY(!policy.waitBeforeRetry(broken, 1, 0.5));
}

void TestAnswerParts::waitsSpreadByAQuarter()
{
    const RetryPolicy policy;
    const Error offline = errorOf(ErrorKind::Offline, true);

    QCOMPARE(policy.waitBeforeRetry(offline, 0, 0.0), std::optional(375ms));
    QVERIFY(*policy.waitBeforeRetry(offline, 0, 0.999) <= 625ms);
    QVERIFY(*policy.waitBeforeRetry(offline, 0, 0.999) >= 620ms);
}

void TestAnswerParts::aWaitTheServerAsksForIsObeyedUpToAMinute()
{
    const RetryPolicy policy;
    Error limited = errorOf(ErrorKind::RateLimited, true, 429);

    limited.retryAfter = 60s;
    QCOMPARE(policy.waitBeforeRetry(limited, 0, 0.9), std::optional<std::chrono::milliseconds>(60s));
    limited.retryAfter = 61s;
    QVERIFY(!policy.waitBeforeRetry(limited, 0, 0.9));
}

void TestAnswerParts::whatMayHaveBeenBilledIsNeverSentAgain()
{
    const RetryPolicy policy;

    QVERIFY(!policy.waitBeforeRetry(errorOf(ErrorKind::ConnectionLost, true), 0, 0.5));
    QVERIFY(!policy.waitBeforeRetry(errorOf(ErrorKind::TimedOut, true), 0, 0.5));
    QVERIFY(!policy.waitBeforeRetry(errorOf(ErrorKind::Unauthorized, false, 401), 0, 0.5));
}

void TestAnswerParts::costIsTheSumOfTokensTimesPrices()
{
    // The worked example of the wire reference: the server's own figure was the same.
    ModelInfo model;
    model.promptPrice = 3000;
    model.cachedPrice = 750;
    model.completionPrice = 5000;
    Usage usage;
    usage.promptTokens = 12;
    usage.cachedTokens = 2;
    usage.completionTokens = 1;
    usage.reasoningTokens = 228;
    usage.totalTokens = 241;

    QCOMPARE(costTicks(usage, model), std::optional<qint64>(1'176'500));
}

void TestAnswerParts::cachedTokensBesideThePromptAreAdded()
{
    ModelInfo model;
    model.promptPrice = 10;
    model.cachedPrice = 1;
    model.completionPrice = 100;
    Usage usage;
    usage.promptTokens = 5;
    usage.cachedTokens = 20;
    usage.completionTokens = 2;

    QCOMPARE(costTicks(usage, model), std::optional<qint64>(5 * 10 + 20 * 1 + 2 * 100));
}

void TestAnswerParts::regionAndTierAreFactors_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("tier");
    QTest::addColumn<qint64>("ticks");
    const auto row = [](const char *name, const char *address, const char *tier, qint64 ticks) {
        QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(tier) << ticks;
    };
    row("as listed", "https://api.x.ai/v1", "", 105);
    row("default tier", "https://api.x.ai/v1", "default", 105);
    row("priority as answered", "https://api.x.ai/v1", "priority", 210);
    row("US, rounded", "https://us.api.x.ai/v1", "", 116);
    row("US and priority", "https://us.api.x.ai/v1", "priority", 231);
    row("a host that looks like it", "https://us.api.x.ai.example.org/v1", "", 105);
}

void TestAnswerParts::regionAndTierAreFactors()
{
    QFETCH(QString, address);
    QFETCH(QString, tier);
    ModelInfo model;
    model.promptPrice = 1;
    model.completionPrice = 10;
    Usage usage;
    usage.promptTokens = 5;
    usage.completionTokens = 10;
    QTEST(costTicks(usage, model, priceFactors(QUrl(address), tier)).value_or(-1), "ticks");
}

void TestAnswerParts::theTotalTellsWhereThinkingIsCounted()
{
    Usage beside;
    beside.promptTokens = 12;
    beside.completionTokens = 1;
    beside.reasoningTokens = 290;
    beside.totalTokens = 303;
    QCOMPARE(beside.outputTokens(), 291);
    Usage inside;
    inside.promptTokens = 216;
    inside.completionTokens = 863;
    inside.reasoningTokens = 237;
    inside.totalTokens = 1079;
    QCOMPARE(inside.outputTokens(), 863);
}

void TestAnswerParts::exchangesAreKeptUntilTheyAreTooMany()
{
    ExchangeStore store(200'000);
    const auto id = [](int ms) { return MessageId::create(std::chrono::milliseconds(1'790'000'000'000 + ms)); };
    QList<MessageId> answers;
    QList<MessageId> gone;
    for (int i = 0; i < 40; ++i) {
        answers.append(id(i));
        Exchange exchange;
        exchange.requestBody = QByteArray(20'000, char('a' + i % 20));
        for (int event = 0; event < 50; ++event)
            exchange.events.append({ event, 200, QByteArray(160, 'x') });
        gone += store.keep(answers.last(), 0, exchange);
    }
    QVERIFY(!gone.isEmpty());
    QCOMPARE(gone.first(), answers.first());
    QVERIFY(store.find(gone.first()).isEmpty());
    QCOMPARE(store.answers().first(), answers.last());
    QCOMPARE(store.find(answers.last()).first().requestBody, QByteArray(20'000, char('a' + 39 % 20)));
    QCOMPARE(store.answers().size() + gone.size(), 40);
}

void TestAnswerParts::anUnknownPriceGivesNoCost()
{
    ModelInfo model;
    model.promptPrice = 10;
    Usage usage;
    usage.promptTokens = 5;

    QVERIFY(!costTicks(usage, model));
}

void TestAnswerParts::piecesAreHandedOutOnce()
{
    AnswerBuilder builder(answerOf(MessageState::Streaming, {}));
    Delta delta;
    delta.text = QStringLiteral("Hel");
    builder.add(delta);
    delta.text = QStringLiteral("lo");
    delta.reasoning = QStringLiteral("hm");
    builder.add(delta);

    QCOMPARE(builder.takeNewText(), QStringLiteral("Hello"));
    QCOMPARE(builder.takeNewReasoning(), QStringLiteral("hm"));
    QVERIFY(!builder.hasNews());
    QCOMPARE(textOf(builder.message(MessageState::Complete)), QStringLiteral("Hello"));
    QCOMPARE(builder.message(MessageState::Complete).answer->reasoning, QStringLiteral("hm"));
}

void TestAnswerParts::toolCallsAreJoinedByIndex()
{
    AnswerBuilder builder(answerOf(MessageState::Streaming, {}));
    Delta first;
    first.toolCalls = { { 0, QStringLiteral("call_9"), QStringLiteral("get_time"), QString() }, { 1, QStringLiteral("call_10"), QStringLiteral("now"), QStringLiteral("{}") } };
    Delta second;
    second.toolCalls = { { 0, {}, QStringLiteral("get_time"), QStringLiteral("{\"tz\":") } };
    Delta third;
    third.toolCalls = { { 0, {}, {}, QStringLiteral("\"UTC\"}") } };
    for (const Delta &delta : { first, second, third })
        builder.add(delta);

    const Message message = builder.message(MessageState::Complete);

    QCOMPARE(message.toolCalls.size(), 2);
    QCOMPARE(message.toolCalls.first().name, QStringLiteral("get_time"));
    QCOMPARE(message.toolCalls.first().arguments, QStringLiteral("{\"tz\":\"UTC\"}"));
}

void TestAnswerParts::theInfoLineNamesWhatIsKnown()
{
    AnswerInfo info;
    info.modelId = QStringLiteral("grok-latest");
    QCOMPARE(infoLine(info), QStringLiteral("grok-latest"));

    info.answeredBy = QStringLiteral("grok-4.7");
    info.usage.totalTokens = 1204;
    info.usage.costTicks = 31'000'000;
    info.durationMs = 12'400;
    QCOMPARE(infoLine(info), QStringLiteral("grok-4.7 (asked for: grok-latest) · 1,204 tokens · $0.0031 · 12.4 s"));

    info.usage.costTicks = 1;
    info.durationMs = 125'000;
    QCOMPARE(infoLine(info), QStringLiteral("grok-4.7 (asked for: grok-latest) · 1,204 tokens · < $0.0001 · 2 min 5 s"));
}

void TestAnswerParts::eachEndOffersItsButtons()
{
    const QString text = QStringLiteral("Half of");

    QVERIFY(!endNotice(answerOf(MessageState::Complete, text), true));
    QVERIFY(!endNotice(messageOf(Role::User, text), true));

    const auto stopped = endNotice(answerOf(MessageState::Stopped, text), true);
    QCOMPARE(stopped->primary.id, noticeactions::continueAnswer);
    QCOMPARE(stopped->secondary.id, noticeactions::regenerate);

    const auto stoppedEarlier = endNotice(answerOf(MessageState::Stopped, text), false);
    QCOMPARE(stoppedEarlier->primary.id, noticeactions::regenerate);
    QVERIFY(stoppedEarlier->secondary.id.isEmpty());

    const auto cut = endNotice(answerOf(MessageState::CutOff, text), true);
    QCOMPARE(cut->primary.id, noticeactions::continueAnswer);
    QCOMPARE(cut->secondary.id, noticeactions::retry);

    Message failed = answerOf(MessageState::Failed, {});
    failed.answer->error = errorOf(ErrorKind::ModelNotFound, false, 404);
    failed.answer->error->detail = QStringLiteral("The model x does not exist.");
    const auto notice = endNotice(failed, true);
    QCOMPARE(notice->level, TranscriptNotice::Level::Error);
    QCOMPARE(notice->primary.id, noticeactions::chooseModel);
    QCOMPARE(notice->secondary.id, noticeactions::retry);
    QVERIFY(notice->details.contains(QStringLiteral("404")));
    QVERIFY(notice->details.contains(QStringLiteral("The model x does not exist.")));

    failed.answer->error->detail = QStringLiteral("HTTP status 404\nThe model x does not exist.");
    QCOMPARE(endNotice(failed, true)->details.count(QStringLiteral("404")), 1);

    Message limited = answerOf(MessageState::Complete, text);
    limited.answer->finishReason = FinishReason::Length;
    QCOMPARE(endNotice(limited, true)->primary.id, noticeactions::continueAnswer);

    // There is nothing to go on with where thinking took all of it.
    Message onlyThought = answerOf(MessageState::Complete, {});
    onlyThought.answer->finishReason = FinishReason::Length;
    onlyThought.answer->reasoning = QStringLiteral("Hm");
    QVERIFY(endNotice(onlyThought, true)->text.contains(QStringLiteral("thinking")));
    QCOMPARE(endNotice(onlyThought, true)->primary.id, noticeactions::regenerate);
    QVERIFY(endNotice(onlyThought, true)->secondary.id.isEmpty());
}

void TestAnswerParts::theCountdownIsRoundedUp()
{
    const TranscriptNotice notice = waitNotice(errorOf(ErrorKind::RateLimited, true), 11'001ms);

    QCOMPARE(notice.level, TranscriptNotice::Level::Wait);
    QCOMPARE(notice.text, QStringLiteral("Something went wrong. Trying again in 12 s."));
    QCOMPARE(notice.primary.id, noticeactions::sendNow);
    QCOMPARE(notice.secondary.id, noticeactions::cancelWait);
}

void TestAnswerParts::emptyAnswersAreLeftOut()
{
    const std::vector<Message> branch { messageOf(Role::User, QStringLiteral("a")), answerOf(MessageState::Stopped, {}),
                                        messageOf(Role::User, QStringLiteral("b")) };

    const auto messages = requestMessages(QStringLiteral("Be brief."), branch);

    QCOMPARE(rolesOf(messages), QStringList({ QStringLiteral("system"), QStringLiteral("user"), QStringLiteral("user") }));
    QCOMPARE(textOf(messages.front()), QStringLiteral("Be brief."));
}

void TestAnswerParts::anAnswerAndItsContinuationAreOne()
{
    const std::vector<Message> branch { messageOf(Role::User, QStringLiteral("a")), answerOf(MessageState::Stopped, QStringLiteral("One, t")),
                                        answerOf(MessageState::Complete, QStringLiteral("wo.")), messageOf(Role::User, QStringLiteral("b")) };

    const auto messages = requestMessages({}, branch);

    QCOMPARE(rolesOf(messages), QStringList({ QStringLiteral("user"), QStringLiteral("assistant"), QStringLiteral("user") }));
    QCOMPARE(textOf(messages[1]), QStringLiteral("One, two."));
}

void TestAnswerParts::aCallNobodyAnsweredIsDropped()
{
    Message call = answerOf(MessageState::Complete, QStringLiteral("Let me see."));
    call.toolCalls = { { QStringLiteral("call_1"), QStringLiteral("look"), QStringLiteral("{}") } };
    const Message question = messageOf(Role::User, QStringLiteral("a"));

    QVERIFY(requestMessages({}, { question, call, question })[1].toolCalls.isEmpty());
    QCOMPARE(requestMessages({}, { question, call, messageOf(Role::Tool, QStringLiteral("42")) })[1].toolCalls.size(), 1);
}

void TestAnswerParts::wholeAnswersThatFollowEachOtherAreParagraphs()
{
    Message cut = answerOf(MessageState::Complete, QStringLiteral("Thr"));
    cut.answer->finishReason = FinishReason::Length;
    const std::vector<Message> branch { messageOf(Role::User, QStringLiteral("a")), answerOf(MessageState::Complete, QStringLiteral("One.")),
                                        answerOf(MessageState::Complete, QStringLiteral("Two.")), cut, answerOf(MessageState::Complete, QStringLiteral("ee.")) };

    QCOMPARE(textOf(requestMessages({}, branch)[1]), QStringLiteral("One.\n\nTwo.\n\nThree."));
}

void TestAnswerParts::picturesOfAnAnswerAreNotSentBack()
{
    ImagePart picture;
    picture.blob = QByteArray(64, 'a');
    Message drawn = answerOf(MessageState::Complete, QStringLiteral("Here it is."));
    drawn.parts.push_back(picture);
    Message alone = answerOf(MessageState::Complete, {});
    alone.parts = { picture };
    Message question = messageOf(Role::User, QStringLiteral("a"));
    question.parts.push_back(picture);

    const auto messages = requestMessages({}, { question, drawn, question, alone });

    QCOMPARE(rolesOf(messages), QStringList({ QStringLiteral("user"), QStringLiteral("assistant"), QStringLiteral("user") }));
    QCOMPARE(imagesOf(messages[0]).size(), size_t(1));
    QVERIFY(imagesOf(messages[1]).empty());
    QCOMPARE(textOf(messages[1]), QStringLiteral("Here it is."));
}

void TestAnswerParts::anEstimateOfMoneyIsMarkedOnce()
{
    QCOMPARE(estimatedDollarsText(20'000'000'000), QStringLiteral("≈ ") + dollarsText(20'000'000'000));
    QVERIFY(dollarsText(1).startsWith(u'<'));
    QCOMPARE(estimatedDollarsText(1), dollarsText(1));
}

QTEST_GUILESS_MAIN(TestAnswerParts)
#include "tst_answerparts.moc"
