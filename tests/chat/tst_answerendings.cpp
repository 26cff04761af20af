// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// How answers end, and what is done about it.
#include "answernotice_p.h"
#include "chatbench.h"
#include "requestmessages_p.h"

class TestAnswerEndings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStoppedAnswerStaysAndCanBeContinued();
    void stoppingBeforeTheFirstWordSendsNothingMore();
    void anAnswerWithoutAnEndIsCutOff();
    void aRefusedKeyOffersTheSettings();
    void anUnknownModelOffersTheChoice();
    void aBusyServerIsAskedAgainByItself();
    void afterTheLastRetryThePersonDecides();
    void aLostConnectionIsNotSentAgain();
    void afterTheFirstWordNothingIsSentAgain();
    void theWaitTellsTheSecondsAndCanBeCutShort();
    void theWaitCanBeCancelled();
    void aLongWaitIsToldNotWaited_data();
    void aLongWaitIsToldNotWaited();
    void stoppingDuringTheWaitEndsIt();
    void aContentFilterIsAFailure();
    void theLengthLimitOffersToContinue();
    void tryingAgainMakesASiblingOfTheFailure();
    void everyPieceIsShownBeforeTheEnd();
    void aCostIsComputedWhereTheServerSaysNone();
    void anAnswerThatCannotBeStoredIsKeptAndTriedAgain();
};

namespace {
ServerScript errorReply(int status, const QByteArray &body, const QByteArray &headers = {})
{
    ServerScript script;
    return script.send(httpReply(status, "application/json", body, headers));
}

struct Ending
{
    Message answer;
    int tries = 0;
};

Ending endOf(ChatBench &bench, ConversationController &controller)
{
    Ending ending;
    ending.answer = ask(controller, QStringLiteral("Hi"));
    ending.tries = bench.server.postCount();
    return ending;
}
}

void TestAnswerEndings::aStoppedAnswerStaysAndCanBeContinued()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(unfinishedAnswer({ "One, two" }));
    auto controller = bench.newConversation();
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->send(draftSaying(QStringLiteral("Count")));
    QTRY_COMPARE(textOfRow(*controller, 1), QStringLiteral("One, two"));

    controller->stop();
    QVERIFY(ended.size() == 1 || ended.wait());
    QCOMPARE(stateOfRow(*controller, 1), MessageState::Stopped);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::continueAnswer);
    QCOMPARE(controller->state(), ConversationController::State::Idle);

    bench.server.enqueue(wholeAnswer({ ", three." }));
    controller->runNoticeAction(controller->model()->idAt(1), noticeactions::continueAnswer);
    QVERIFY(ended.wait());

    QCOMPARE(controller->model()->rowCount(), 3);
    QCOMPARE(textOfRow(*controller, 1), QStringLiteral("One, two"));
    QCOMPARE(textOfRow(*controller, 2), QStringLiteral(", three."));
    QCOMPARE(bench.sentMessages(1), QStringList({ QStringLiteral("user: Count"), QStringLiteral("assistant: One, two"),
                                                  QStringLiteral("user: ") + textOf(continueTurn()) }));

    // From now on both are one answer to the server.
    ask(*controller, QStringLiteral("Thanks"));
    QCOMPARE(bench.sentMessages(2), QStringList({ QStringLiteral("user: Count"), QStringLiteral("assistant: One, two, three."),
                                                  QStringLiteral("user: Thanks") }));
}

void TestAnswerEndings::stoppingBeforeTheFirstWordSendsNothingMore()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QSignalSpy states(controller.get(), &ConversationController::stateChanged);

    controller->send(draftSaying(QStringLiteral("Hi")));
    QCOMPARE(controller->state(), ConversationController::State::Storing);
    controller->stop();
    QCOMPARE(controller->state(), ConversationController::State::Idle);
    // The library has answered everything when it answers this.
    QVERIFY(calls::list(*bench.library));

    QCOMPARE(bench.server.postCount(), 0);
    QCOMPARE(controller->state(), ConversationController::State::Idle);
}

void TestAnswerEndings::anAnswerWithoutAnEndIsCutOff()
{
    ChatBench bench;
    QVERIFY(bench.start());
    ServerScript script;
    script.send(streamHead()).send(chunk(textEvent("Half"))).send(lastChunk());
    bench.server.enqueue(script);
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.state, MessageState::CutOff);
    QCOMPARE(textOf(ending.answer), QStringLiteral("Half"));
    QCOMPARE(ending.tries, 1);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::continueAnswer);
    QCOMPARE(noticeOfRow(*controller, 1).secondary.id, noticeactions::retry);
}

void TestAnswerEndings::aRefusedKeyOffersTheSettings()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(401, R"({"code":"unauthenticated","error":"Incorrect API key provided"})"));
    auto controller = bench.newConversation();
    QSignalSpy settings(controller.get(), &ConversationController::settingsRequested);

    const Ending ending = endOf(bench, *controller);
    QCOMPARE(ending.answer.state, MessageState::Failed);
    QCOMPARE(ending.answer.answer->error->kind, ErrorKind::Unauthorized);
    QCOMPARE(ending.tries, 1);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::openSettings);

    controller->runNoticeAction(ending.answer.id, noticeactions::openSettings);
    QCOMPARE(settings.size(), 1);
}

void TestAnswerEndings::anUnknownModelOffersTheChoice()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(404, R"({"code":"not-found","error":"The model x does not exist or your team does not have access to it."})"));
    auto controller = bench.newConversation();
    QSignalSpy choice(controller.get(), &ConversationController::modelChoiceRequested);

    const Ending ending = endOf(bench, *controller);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::chooseModel);
    QCOMPARE(noticeOfRow(*controller, 1).secondary.id, noticeactions::retry);

    controller->runNoticeAction(ending.answer.id, noticeactions::chooseModel);
    QCOMPARE(choice.size(), 1);
}

void TestAnswerEndings::aBusyServerIsAskedAgainByItself()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(503, R"({"error":"overloaded"})"));
    bench.server.enqueue(errorReply(503, R"({"error":"overloaded"})"));
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.state, MessageState::Complete);
    QCOMPARE(textOf(ending.answer), QStringLiteral("Hello, world."));
    QCOMPARE(ending.tries, 3);
    QCOMPARE(ending.answer.answer->notes.size(), 2);
    QVERIFY(noticeOfRow(*controller, 1).text.isEmpty());
}

void TestAnswerEndings::afterTheLastRetryThePersonDecides()
{
    ChatBench bench;
    QVERIFY(bench.start());
    for (int i = 0; i < 5; ++i)
        bench.server.enqueue(errorReply(503, R"({"error":"overloaded"})"));
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.state, MessageState::Failed);
    QCOMPARE(ending.tries, 3);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::retry);
}

void TestAnswerEndings::aLostConnectionIsNotSentAgain()
{
    ChatBench bench;
    QVERIFY(bench.start());
    ServerScript script;
    bench.server.enqueue(script.reset());
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.state, MessageState::Failed);
    QCOMPARE(ending.answer.answer->error->kind, ErrorKind::ConnectionLost);
    QCOMPARE(ending.tries, 1);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::retry);
}

void TestAnswerEndings::afterTheFirstWordNothingIsSentAgain()
{
    ChatBench bench;
    QVERIFY(bench.start());
    ServerScript script;
    script.send(streamHead()).send(chunk(textEvent("Half"))).send(chunk("data: {\"error\":{\"message\":\"overloaded\",\"code\":503}}\n\n")).send(lastChunk());
    bench.server.enqueue(script);
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.state, MessageState::CutOff);
    QCOMPARE(textOf(ending.answer), QStringLiteral("Half"));
    QCOMPARE(ending.tries, 1);
}

void TestAnswerEndings::theWaitTellsTheSecondsAndCanBeCutShort()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(429, R"({"error":"Too many requests"})", "Retry-After: 30\r\n"));
    auto controller = bench.newConversation();
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->send(draftSaying(QStringLiteral("Hi")));
    QTRY_COMPARE(controller->model()->rowCount(), 2);
    QTRY_COMPARE(noticeOfRow(*controller, 1).level, TranscriptNotice::Level::Wait);

    const TranscriptNotice notice = noticeOfRow(*controller, 1);
    QVERIFY2(notice.text.contains(QStringLiteral("30 s")), qPrintable(notice.text));
    QCOMPARE(notice.primary.id, noticeactions::sendNow);
    QCOMPARE(notice.secondary.id, noticeactions::cancelWait);
    QCOMPARE(controller->state(), ConversationController::State::Waiting);
    QTRY_VERIFY(noticeOfRow(*controller, 1).text.contains(QStringLiteral("29 s")));

    controller->runNoticeAction(controller->model()->idAt(1), noticeactions::sendNow);
    QVERIFY(ended.wait());
    QCOMPARE(stateOfRow(*controller, 1), MessageState::Complete);
    QCOMPARE(bench.server.postCount(), 2);
}

void TestAnswerEndings::theWaitCanBeCancelled()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(429, R"({"error":"Too many requests"})", "Retry-After: 30\r\n"));
    auto controller = bench.newConversation();
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->send(draftSaying(QStringLiteral("Hi")));
    QTRY_COMPARE(controller->model()->rowCount(), 2);
    QTRY_COMPARE(noticeOfRow(*controller, 1).level, TranscriptNotice::Level::Wait);

    controller->runNoticeAction(controller->model()->idAt(1), noticeactions::cancelWait);
    QVERIFY(ended.size() == 1 || ended.wait());

    QCOMPARE(stateOfRow(*controller, 1), MessageState::Failed);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::retry);
    QCOMPARE(bench.server.postCount(), 1);
}

void TestAnswerEndings::aLongWaitIsToldNotWaited_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("seconds") << QByteArray("Retry-After: 300\r\n");
    // Five minutes from now by the bench's clock; the server does not say what time it has.
    QTest::newRow("a date") << QByteArray("Retry-After: Mon, 21 Sep 2026 14:18:20 GMT\r\n");
}

void TestAnswerEndings::aLongWaitIsToldNotWaited()
{
    QFETCH(QByteArray, header);
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(429, R"({"error":"Too many requests"})", header));
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.state, MessageState::Failed);
    QCOMPARE(ending.answer.answer->error->kind, ErrorKind::RateLimited);
    QCOMPARE(ending.tries, 1);
    QVERIFY(noticeOfRow(*controller, 1).text.contains(QStringLiteral(" 5 minute")));
}

void TestAnswerEndings::stoppingDuringTheWaitEndsIt()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(429, R"({"error":"Too many requests"})", "Retry-After: 30\r\n"));
    auto controller = bench.newConversation();
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->send(draftSaying(QStringLiteral("Hi")));
    QTRY_COMPARE(controller->model()->rowCount(), 2);
    QTRY_COMPARE(noticeOfRow(*controller, 1).level, TranscriptNotice::Level::Wait);

    controller->stop();
    QVERIFY(ended.size() == 1 || ended.wait());

    QCOMPARE(stateOfRow(*controller, 1), MessageState::Stopped);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::regenerate);
}

void TestAnswerEndings::aContentFilterIsAFailure()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(wholeAnswer({ "Well" }, "content_filter"));
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.state, MessageState::Failed);
    QCOMPARE(ending.answer.answer->error->kind, ErrorKind::ContentRefused);
    QCOMPARE(textOf(ending.answer), QStringLiteral("Well"));
}

void TestAnswerEndings::theLengthLimitOffersToContinue()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(wholeAnswer({ "One, two" }, "length"));
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);
    QCOMPARE(ending.answer.state, MessageState::Complete);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::continueAnswer);

    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->continueAnswer();
    QVERIFY(ended.wait());
    QCOMPARE(controller->model()->rowCount(), 3);
}

void TestAnswerEndings::tryingAgainMakesASiblingOfTheFailure()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(errorReply(400, R"({"error":"nonsense"})"));
    auto controller = bench.newConversation();
    const Ending ending = endOf(bench, *controller);
    QCOMPARE(ending.answer.state, MessageState::Failed);
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);

    controller->runNoticeAction(ending.answer.id, noticeactions::retry);
    QVERIFY(ended.wait());

    QCOMPARE(controller->model()->rowCount(), 2);
    QCOMPARE(textOfRow(*controller, 1), QStringLiteral("Hello, world."));
    QCOMPARE(controller->model()->data(controller->model()->index(1), SiblingCountRole).toInt(), 2);
}

void TestAnswerEndings::everyPieceIsShownBeforeTheEnd()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    controller->setShown(false);
    QString shown;
    QString shownAtTheEnd;
    connect(controller.get(), &ConversationController::answerGrew, this, [&](const QString &text) { shown += text; });
    connect(controller.get(), &ConversationController::answerEnded, this, [&] { shownAtTheEnd = shown; });

    ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(shownAtTheEnd, QStringLiteral("Hello, world."));
}

void TestAnswerEndings::aCostIsComputedWhereTheServerSaysNone()
{
    ChatBench bench;
    QVERIFY(bench.start());
    QSignalSpy refreshed(bench.book.get(), &EndpointBook::modelsRefreshed);
    bench.book->refreshModels();
    QVERIFY(refreshed.wait());
    ServerScript script;
    script.send(streamHead()).send(chunk(textEvent("Hi"))).send(chunk(finishEvent()));
    script.send(chunk("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":4,\"total_tokens\":16}}\n\n")).send(chunk(doneEvent())).send(lastChunk());
    bench.server.enqueue(script);
    auto controller = bench.newConversation();

    const Ending ending = endOf(bench, *controller);

    QCOMPARE(ending.answer.answer->usage.costTicks, std::optional<qint64>(12 * 20'000 + 4 * 60'000));
}

void TestAnswerEndings::anAnswerThatCannotBeStoredIsKeptAndTriedAgain()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(unfinishedAnswer({ "Worth keeping" }));
    auto controller = bench.newConversation();
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->send(draftSaying(QStringLiteral("Hi")));
    QTRY_COMPARE(textOfRow(*controller, 1), QStringLiteral("Worth keeping"));
    {
        const FullDisk full;
        controller->stop();
        QVERIFY(ended.size() == 1 || ended.wait());
        QVERIFY(controller->hasUnsavedAnswer());
        QCOMPARE(textOfRow(*controller, 1), QStringLiteral("Worth keeping"));
        QVERIFY(noticeOfRow(*controller, 1).text.startsWith(QStringLiteral("This answer is not saved yet.")));
    }

    // It is tried again by itself.
    QTRY_VERIFY_WITH_TIMEOUT(!controller->hasUnsavedAnswer(), 20'000);
    const auto stored = bench.library->messages({ controller->model()->head() });
    VERIFY_DONE(stored);
    QCOMPARE(textOf(stored.value().front()), QStringLiteral("Worth keeping"));
    QCOMPARE(stored.value().front().state, MessageState::Stopped);
}

QTEST_GUILESS_MAIN(TestAnswerEndings)
#include "tst_answerendings.moc"
