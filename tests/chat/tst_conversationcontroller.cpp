// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// What a person does with a conversation, against a real server on loopback and a real library.
#include "chatbench.h"
#include "requestmessages_p.h"

#include <QFile>

class TestConversationController : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuestionIsStoredBeforeItIsSent();
    void theAnswerGrowsAndIsStored();
    void theWholeBranchGoesAlongEachTime();
    void theSystemPromptGoesFirst();
    void noSecondCompletionWhileOneRuns();
    void whatCannotBeSentIsRefusedWithASentence();
    void aModelThatCannotSeeGetsNoPictures();
    void aServerThatWantsAKeyGetsNoRequestWithoutOne();
    void nothingIsSentWhenTheLibraryCannotBeWritten();
    void regeneratingMakesASibling();
    void editingMakesABranchAndTheOldOneStays();
    void aBranchThatIsShownIsTheOneThatIsSent();
    void theFirstQuestionNamesTheConversation();
    void aManualTitleIsNeverReplaced();
    void aDraftSurvivesTheEndOfTheController();
    void sendingClearsTheDraft();
    void aTemporaryConversationIsNeverWritten();
    void aConversationOpensAsItWas();
    void closingInTheMiddleKeepsWhatArrived();
    void piecesComeOnceAFrame();
    void anotherProgramsMessagesArriveInAnOpenConversation();
    void aTitleGivenInTheSidePaneIsKept();
};

void TestConversationController::aQuestionIsStoredBeforeItIsSent()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QStringList order;
    connect(controller->model(), &QAbstractItemModel::rowsInserted, this, [&] {
        const auto stored = bench.library->messages({ controller->model()->head() });
        order += stored && stored.value().size() == 1 ? QStringLiteral("stored") : QStringLiteral("lost");
    });
    connect(&bench.server, &LoopbackServer::requestReceived, this, [&] { order += QStringLiteral("sent"); });

    QCOMPARE(ask(*controller, QStringLiteral("Hi")).state, MessageState::Complete);

    // Question, then the answer's row, then the wire.
    QCOMPARE(order, QStringList({ QStringLiteral("stored"), QStringLiteral("stored"), QStringLiteral("sent") }));
}

void TestConversationController::theAnswerGrowsAndIsStored()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QSignalSpy states(controller.get(), &ConversationController::stateChanged);
    QString grown;
    connect(controller.get(), &ConversationController::answerGrew, this, [&](const QString &text) { grown += text; });

    const Message answer = ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(answer.state, MessageState::Complete);
    QCOMPARE(grown, QStringLiteral("Hello, world."));
    QCOMPARE(textOfRow(*controller, 1), QStringLiteral("Hello, world."));
    QVERIFY(controller->model()->data(controller->model()->index(1), InfoLineRole).toString().startsWith(QStringLiteral("loopback-1 · 16 tokens · ")));
    QCOMPARE(answer.answer->usage.costTicks, std::optional<qint64>(480'000));
    QCOMPARE(answer.answer->endpoint, bench.server.baseUrl());
    const auto stored = bench.library->messages({ answer.id });
    VERIFY_DONE(stored);
    QCOMPARE(stored.value().size(), size_t(1));
    QCOMPARE(stored.value().front(), answer);
    QList<int> seen;
    for (const auto &state : states)
        seen += int(state.first().value<ConversationController::State>());
    QCOMPARE(seen, QList<int>({ int(ConversationController::State::Storing), int(ConversationController::State::Waiting),
                                int(ConversationController::State::Answering), int(ConversationController::State::Idle) }));
}

void TestConversationController::theWholeBranchGoesAlongEachTime()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();

    ask(*controller, QStringLiteral("One"));
    ask(*controller, QStringLiteral("Two"));

    QCOMPARE(bench.sentMessages(1), QStringList({ QStringLiteral("user: One"), QStringLiteral("assistant: Hello, world."), QStringLiteral("user: Two") }));
    QCOMPARE(bench.sentBody(1)[QStringLiteral("model")].toString(), QStringLiteral("loopback-1"));
}

void TestConversationController::theSystemPromptGoesFirst()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    controller->setSystemPrompt(QStringLiteral("Be brief."));
    CompletionOptions options;
    options.temperature = 0.5;
    controller->setOptions(options);

    ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(bench.sentMessages(0), QStringList({ QStringLiteral("system: Be brief."), QStringLiteral("user: Hi") }));
    QCOMPARE(bench.sentBody(0)[QStringLiteral("temperature")].toDouble(), 0.5);
}

void TestConversationController::noSecondCompletionWhileOneRuns()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(unfinishedAnswer({ "Hel" }));
    auto controller = bench.newConversation();
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    controller->send(draftSaying(QStringLiteral("One")));
    QTRY_COMPARE(controller->state(), ConversationController::State::Answering);

    controller->send(draftSaying(QStringLiteral("Two")));
    controller->regenerate();

    QCOMPARE(refused.size(), 2);
    QCOMPARE(controller->model()->rowCount(), 2);
    QCOMPARE(bench.server.postCount(), 1);
}

void TestConversationController::whatCannotBeSentIsRefusedWithASentence()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);

    controller->send(draftSaying(QStringLiteral("  \n")));
    QCOMPARE(refused.size(), 1);
    QVERIFY(!refused.last().first().value<Error>().message.isEmpty());

    bench.book->setCurrentModelId({});
    controller->send(draftSaying(QStringLiteral("Hi")));
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused.last().first().value<Error>().kind, ErrorKind::ModelNotFound);
    QCOMPARE(controller->state(), ConversationController::State::Idle);
}

void TestConversationController::aModelThatCannotSeeGetsNoPictures()
{
    ChatBench bench;
    QVERIFY(bench.start());
    ServerScript list;
    list.send(httpReply(200, "application/json", R"({"data":[{"id":"blind","input_modalities":["text"],"output_modalities":["text"]}]})"));
    bench.server.answerPath("/models", list);
    QSignalSpy refreshed(bench.book.get(), &EndpointBook::modelsRefreshed);
    bench.book->refreshModels();
    QVERIFY(refreshed.wait());
    auto controller = bench.newConversation();
    controller->setModelId(QStringLiteral("blind"));
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    Draft draft = draftSaying(QStringLiteral("What is this?"));
    draft.attachments.push_back({});

    controller->send(draft);

    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().message, QStringLiteral("blind cannot see pictures. Choose another model or remove them."));
    QCOMPARE(bench.server.postCount(), 0);
}

void TestConversationController::aServerThatWantsAKeyGetsNoRequestWithoutOne()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Endpoint endpoint = bench.serverEndpoint();
    endpoint.needsKey = true;
    bench.book->useForThisRun(endpoint);
    auto controller = bench.newConversation();
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);

    controller->send(draftSaying(QStringLiteral("Hi")));
    QVERIFY(refused.wait());

    QCOMPARE(refused.first().first().value<Error>().kind, ErrorKind::NoKey);
    QCOMPARE(controller->state(), ConversationController::State::Idle);
    QCOMPARE(controller->model()->rowCount(), 0);
    QCOMPARE(bench.server.postCount(), 0);
}

void TestConversationController::nothingIsSentWhenTheLibraryCannotBeWritten()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    {
        const FullDisk full;
        controller->send(draftSaying(QStringLiteral("Hi")));
        QVERIFY(refused.wait());
    }

    QCOMPARE(refused.first().first().value<Error>().kind, ErrorKind::StorageFull);
    QCOMPARE(controller->state(), ConversationController::State::Idle);
    QCOMPARE(controller->model()->rowCount(), 0);
    QCOMPARE(bench.server.postCount(), 0);
    QVERIFY(controller->conversation().title.isEmpty());

    // With room again it goes through.
    QCOMPARE(ask(*controller, QStringLiteral("Hi")).state, MessageState::Complete);
}

void TestConversationController::regeneratingMakesASibling()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    ask(*controller, QStringLiteral("Hi"));
    bench.server.enqueue(wholeAnswer({ "Another one." }));
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);

    controller->regenerate();
    QVERIFY(ended.wait());

    QCOMPARE(controller->model()->rowCount(), 2);
    QCOMPARE(textOfRow(*controller, 1), QStringLiteral("Another one."));
    QCOMPARE(controller->model()->data(controller->model()->index(1), SiblingCountRole).toInt(), 2);
    QCOMPARE(bench.sentMessages(1), QStringList { QStringLiteral("user: Hi") });

    controller->showSibling(controller->model()->head(), 0);
    QCOMPARE(textOfRow(*controller, 1), QStringLiteral("Hello, world."));
}

void TestConversationController::editingMakesABranchAndTheOldOneStays()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    ask(*controller, QStringLiteral("One"));
    ask(*controller, QStringLiteral("Two"));
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);

    controller->editMessage(controller->model()->idAt(2), draftSaying(QStringLiteral("Two, better")));
    QVERIFY(ended.wait());

    QCOMPARE(controller->model()->rowCount(), 4);
    QCOMPARE(textOfRow(*controller, 2), QStringLiteral("Two, better"));
    QCOMPARE(controller->model()->tree().size(), qsizetype(6));
    QCOMPARE(bench.sentMessages(2), QStringList({ QStringLiteral("user: One"), QStringLiteral("assistant: Hello, world."), QStringLiteral("user: Two, better") }));

    controller->editMessage(controller->model()->idAt(0), draftSaying(QStringLiteral("From the start")));
    QVERIFY(ended.wait());
    QCOMPARE(controller->model()->rowCount(), 2);
    QCOMPARE(controller->model()->data(controller->model()->index(0), SiblingCountRole).toInt(), 2);
}

void TestConversationController::aBranchThatIsShownIsTheOneThatIsSent()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    bench.server.enqueue(wholeAnswer({ "First." }));
    ask(*controller, QStringLiteral("Hi"));
    bench.server.enqueue(wholeAnswer({ "Second." }));
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->regenerate();
    QVERIFY(ended.wait());

    controller->showSibling(controller->model()->head(), 0);
    ask(*controller, QStringLiteral("Go on"));

    QCOMPARE(bench.sentMessages(2), QStringList({ QStringLiteral("user: Hi"), QStringLiteral("assistant: First."), QStringLiteral("user: Go on") }));
}

void TestConversationController::theFirstQuestionNamesTheConversation()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QSignalSpy titles(controller.get(), &ConversationController::titleChanged);

    ask(*controller, QStringLiteral("**What** is a grackle? Tell me."));
    ask(*controller, QStringLiteral("And a crow?"));

    QCOMPARE(titles.size(), 1);
    const auto list = calls::list(*bench.library);
    QCOMPARE(list.value().first().title, QStringLiteral("What is a grackle?"));
}

void TestConversationController::aManualTitleIsNeverReplaced()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    controller->setTitle(QStringLiteral("Birds"));

    ask(*controller, QStringLiteral("What is a grackle?"));

    QCOMPARE(calls::list(*bench.library).value().first().title, QStringLiteral("Birds"));
}

void TestConversationController::aDraftSurvivesTheEndOfTheController()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    const ConversationId id = controller->id();
    Draft draft = draftSaying(QStringLiteral("Half a thought"));
    draft.cursor = 4;

    controller->setDraft(draft);
    controller.reset();
    const auto again = bench.openAgain(id);

    QVERIFY(again);
    QCOMPARE(again->draft(), draft);
    QCOMPARE(calls::list(*bench.library).value().first().draftText, QStringLiteral("Half a thought"));
}

void TestConversationController::sendingClearsTheDraft()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QSignalSpy accepted(controller.get(), &ConversationController::draftAccepted);
    controller->setDraft(draftSaying(QStringLiteral("Hi")));
    QTRY_COMPARE(calls::list(*bench.library).value().size(), 1);

    ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(accepted.size(), 1);
    QVERIFY(controller->draft().isEmpty());
    QVERIFY(bench.openAgain(controller->id())->draft().isEmpty());
}

void TestConversationController::aTemporaryConversationIsNeverWritten()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    controller->setTemporary(true);

    QCOMPARE(ask(*controller, QStringLiteral("One")).state, MessageState::Complete);
    QCOMPARE(ask(*controller, QStringLiteral("Two")).state, MessageState::Complete);
    controller->setTitle(QStringLiteral("Secret"));

    QCOMPARE(bench.sentMessages(1).size(), 3);
    controller.reset();
    QVERIFY(calls::list(*bench.library).value().isEmpty());
}

void TestConversationController::aConversationOpensAsItWas()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    controller->setSystemPrompt(QStringLiteral("Be brief."));
    ask(*controller, QStringLiteral("Hi"));
    const ConversationId id = controller->id();
    controller.reset();

    const auto again = bench.openAgain(id);
    QVERIFY(again);
    QCOMPARE(again->model()->rowCount(), 2);
    QCOMPARE(textOfRow(*again, 0), QStringLiteral("Hi"));
    QCOMPARE(textOfRow(*again, 1), QStringLiteral("Hello, world."));
    ask(*again, QStringLiteral("More"));

    QCOMPARE(bench.sentMessages(1), QStringList({ QStringLiteral("system: Be brief."), QStringLiteral("user: Hi"),
                                                  QStringLiteral("assistant: Hello, world."), QStringLiteral("user: More") }));
}

void TestConversationController::closingInTheMiddleKeepsWhatArrived()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(unfinishedAnswer({ "Half", " an answer" }));
    auto controller = bench.newConversation();
    controller->send(draftSaying(QStringLiteral("Hi")));
    QTRY_COMPARE(textOfRow(*controller, 1), QStringLiteral("Half an answer"));
    const ConversationId id = controller->id();

    controller.reset();
    const auto again = bench.openAgain(id);

    QVERIFY(again);
    QCOMPARE(textOfRow(*again, 1), QStringLiteral("Half an answer"));
    QCOMPARE(stateOfRow(*again, 1), MessageState::CutOff);
    QCOMPARE(noticeOfRow(*again, 1).primary.id, QStringLiteral("continue"));
    QTRY_COMPARE(bench.server.openConnections(), 0);
}

void TestConversationController::piecesComeOnceAFrame()
{
    ChatBench bench;
    QVERIFY(bench.start());
    QList<QByteArray> texts;
    for (int i = 0; i < 200; ++i)
        texts += "word ";
    bench.server.enqueue(wholeAnswer(texts));
    auto controller = bench.newConversation();
    QSignalSpy grew(controller.get(), &ConversationController::answerGrew);

    // Shown twice a second only: the whole answer is there before the first such moment.
    controller->setShown(false);
    const Message answer = ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(textOf(answer).size(), 1000);
    QVERIFY2(grew.size() < 20, qPrintable(QString::number(grew.size())));
    QString whole;
    for (const auto &piece : grew)
        whole += piece.first().toString();
    QCOMPARE(whole, textOf(answer));
}

void TestConversationController::anotherProgramsMessagesArriveInAnOpenConversation()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    ask(*controller, QStringLiteral("One"));
    QSignalSpy inserted(controller->model(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(controller->model(), &QAbstractItemModel::rowsRemoved);

    const Message question = messageSaying(QStringLiteral("From a terminal"), Role::User, controller->model()->head(), bench.clock);
    VERIFY_DONE(calls::append(*bench.library, controller->id(), question));
    Message answer = runningAnswer(question.id, bench.clock);
    VERIFY_DONE(calls::append(*bench.library, controller->id(), answer));
    QTRY_COMPARE(controller->model()->rowCount(), 4);
    QCOMPARE(textOfRow(*controller, 2), QStringLiteral("From a terminal"));
    QCOMPARE(removed.size(), 0);

    answer.state = MessageState::Complete;
    answer.parts = { TextPart { QStringLiteral("Its answer") } };
    VERIFY_DONE(calls::finish(*bench.library, answer));
    QTRY_COMPARE(textOfRow(*controller, 3), QStringLiteral("Its answer"));
    QCOMPARE(stateOfRow(*controller, 3), MessageState::Complete);

    ask(*controller, QStringLiteral("Two"));
    QCOMPARE(bench.sentMessages(1), QStringList({ QStringLiteral("user: One"), QStringLiteral("assistant: Hello, world."), QStringLiteral("user: From a terminal"),
                                                  QStringLiteral("assistant: Its answer"), QStringLiteral("user: Two") }));
}

void TestConversationController::aTitleGivenInTheSidePaneIsKept()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    ask(*controller, QStringLiteral("One"));
    QSignalSpy titles(controller.get(), &ConversationController::titleChanged);

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) {
        bench.library->renameConversation(controller->id(), QStringLiteral("Better"), true, context, done);
    }));
    QTRY_COMPARE(titles.size(), 1);
    // Saving the settings writes the title too.
    controller->setSystemPrompt(QStringLiteral("Be brief."));
    ask(*controller, QStringLiteral("Two"));

    QCOMPARE(calls::list(*bench.library).value().first().title, QStringLiteral("Better"));
}

QTEST_GUILESS_MAIN(TestConversationController)
#include "tst_conversationcontroller.moc"
