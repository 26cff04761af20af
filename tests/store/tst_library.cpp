// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "librarycalls.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class LibraryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void anEmptyFolderBecomesAnEmptyLibrary();
    void aConversationComesBackAsItWasCreated();
    void aMessageOfEveryKindComesBackAsItWasAppended();
    void theTextOfAMessageMayBeAnything_data();
    void theTextOfAMessageMayBeAnything();
    void aMessageIsThereAfterTheLibraryWasClosedAtOnce();
    void anEditIsASiblingAndTheHeadChoosesTheBranch();
    void onlyTheLastMessagesOfALongBranchComeWithTheirBodies();
    void appendingTheSameMessageTwiceKeepsOne();
    void aMessageWithoutItsParentIsRefused();
    void aMessageWithoutItsBlobIsRefused();
    void progressIsThereBeforeTheAnswerEnds();
    void progressThatShrinksBeginsAnew();
    void aPairOfSurrogatesCutByProgressIsWholeInTheEnd();
    void aFinishedAnswerReplacesItsProgressAndNeverChanges();
    void anAnswerStillRunningAtStartIsCutOffWithWhatWasSaved();
    void aDraftComesBackWithItsAttachmentsAndShowsInTheList();
    void theReadingPositionComesBack();
    void aDeletedConversationIsGoneUntilItIsRestored();
    void anAutomaticTitleNeverReplacesAManualOne();
    void theListIsNewestFirst();
    void whatIsNotThereIsNotFound();
    void everyChangeIsAnnounced();
    void nobodyIsCalledWhoseContextHasGone();
    void equalBytesAreOneBlob();

private:
    Library &library() { return *m_library; }
    void reopen();
    ConversationId newConversation(const QString &title = QStringLiteral("Nebula"));

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
};

void LibraryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
}

void LibraryTest::cleanup()
{
    m_library.reset();
    m_folder.reset();
}

void LibraryTest::reopen()
{
    m_library.reset();
    auto opened = Library::open(m_folder->path(), Library::Access::Owner, m_clock);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message + opened.error().detail));
    m_library = std::move(opened).value();
}

ConversationId LibraryTest::newConversation(const QString &title)
{
    const Conversation conversation = conversationNamed(title, m_clock);
    return calls::create(library(), conversation) ? conversation.id : ConversationId();
}

void LibraryTest::anEmptyFolderBecomesAnEmptyLibrary()
{
    const auto list = calls::list(library());

    QVERIFY(list);
    QVERIFY(list.value().isEmpty());
}

void LibraryTest::aConversationComesBackAsItWasCreated()
{
    Conversation conversation = conversationNamed(QStringLiteral("Größe <b>"), m_clock);
    conversation.hasManualTitle = true;
    conversation.systemPrompt = QStringLiteral("Be brief.");
    conversation.endpointId = QStringLiteral("xai");
    conversation.modelId = QStringLiteral("grok-4");
    conversation.options.temperature = 0.5;
    conversation.options.stop = { QStringLiteral("END") };
    conversation.isPinned = true;
    VERIFY_DONE(calls::create(library(), conversation));
    reopen();

    const auto opened = calls::open(library(), conversation.id);

    QVERIFY(opened);
    QVERIFY(opened.value().conversation == conversation);
    QVERIFY(opened.value().tail.empty());
    QVERIFY(opened.value().draft.isEmpty());
    QVERIFY(opened.value().readingMessage.isNull());
}

void LibraryTest::aMessageOfEveryKindComesBackAsItWasAppended()
{
    const ConversationId id = newConversation();
    const auto blob = calls::putBlob(library(), QByteArrayLiteral("picture"));
    QVERIFY(blob);
    Message question = messageSaying(QStringLiteral("What is this?"), Role::User, {}, m_clock);
    ImagePart kept;
    kept.blob = blob.value();
    kept.mimeType = "image/png";
    kept.name = QStringLiteral("../../nebula.png");
    kept.pixels = QSize(640, 480);
    kept.byteCount = 7;
    kept.detail = ImageDetail::High;
    ImagePart remote;
    remote.url = QUrl(QStringLiteral("https://example.org/a%20b.png?x=1"));
    question.parts = { kept, TextPart { QStringLiteral("What is this?") }, remote };
    Message answer = messageSaying(QStringLiteral("A nebula."), Role::Assistant, question.id, m_clock);
    answer.toolCalls = { { QStringLiteral("call_1"), QStringLiteral("look"), QStringLiteral("{\"a\":1}") } };
    AnswerInfo info;
    info.modelId = QStringLiteral("grok-4");
    info.answeredBy = QStringLiteral("grok-4-0709");
    info.endpoint = QUrl(QStringLiteral("https://api.x.ai/v1"));
    info.reasoning = QStringLiteral("Let me see.");
    info.refusal = QStringLiteral("No.");
    info.finishReason = FinishReason::Length;
    info.rawFinishReason = QStringLiteral("max_tokens");
    info.usage.promptTokens = 12;
    info.usage.completionTokens = 34;
    info.usage.costTicks = 567;
    info.startedAtMs = 1'790'000'000'001;
    info.thinkingMs = 5;
    info.durationMs = 6;
    info.citations = { { QStringLiteral("https://example.org/"), {} }, { QStringLiteral("https://example.org/b"), QStringLiteral("A title") } };
    info.steps = { { QStringLiteral("ws_1"), QStringLiteral("web_search"), QStringLiteral("weather"), true } };
    info.carriedItems = { QJsonObject { { QStringLiteral("type"), QStringLiteral("reasoning") }, { QStringLiteral("encrypted_content"), QStringLiteral("abc=") } } };
    info.notes = { QStringLiteral("one retry") };
    info.options.seed = 9'007'199'254'740'993;
    Error error;
    error.kind = ErrorKind::RateLimited;
    error.message = QStringLiteral("Too many requests");
    error.detail = QStringLiteral("slow down");
    error.httpStatus = 429;
    error.retryable = true;
    error.retryAfter = std::chrono::milliseconds(1500);
    info.error = error;
    answer.answer = info;
    Message tool = messageSaying(QStringLiteral("{}"), Role::Tool, answer.id, m_clock);
    tool.toolCallId = QStringLiteral("call_1");
    Message silent = messageSaying(QString(), Role::Assistant, tool.id, m_clock);
    silent.parts.clear();
    silent.state = MessageState::Failed;
    for (const Message &message : { question, answer, tool, silent })
        VERIFY_DONE(calls::append(library(), id, message));
    reopen();

    const auto messages = library().messages({ question.id, answer.id, tool.id, silent.id });

    QVERIFY(messages);
    QVERIFY(messages.value()[0] == question);
    QVERIFY(messages.value()[1] == answer);
    QVERIFY(messages.value()[2] == tool);
    QVERIFY(messages.value()[3] == silent);
}

void LibraryTest::theTextOfAMessageMayBeAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("SQL") << QStringLiteral("'; DROP TABLE messages; --");
    QTest::newRow("U+0000") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("emoji") << QStringLiteral("👩‍🚀 日本語 ü");
    QTest::newRow("controls") << QStringLiteral("\x1b[31m\r\n\t\x7f");
    QTest::newRow("4 MB without a space") << QString(4 << 20, QLatin1Char('x'));
}

void LibraryTest::theTextOfAMessageMayBeAnything()
{
    QFETCH(QString, text);
    const ConversationId id = newConversation();
    const Message message = messageSaying(text, Role::User, {}, m_clock);
    VERIFY_DONE(calls::append(library(), id, message));
    reopen();

    const auto opened = calls::open(library(), id);

    QVERIFY(opened);
    QCOMPARE(textOf(opened.value().tail.at(0)), text);
    QCOMPARE(opened.value().tree.find(message.id)->textLength, qint32(text.size()));
}

void LibraryTest::aMessageIsThereAfterTheLibraryWasClosedAtOnce()
{
    const Conversation conversation = conversationNamed(QStringLiteral("Quick"), m_clock);
    const Message message = messageSaying(QStringLiteral("kept"), Role::User, {}, m_clock);
    library().createConversation(conversation, nullptr, {});
    library().appendMessage(conversation.id, message, nullptr, {});

    reopen();

    const auto messages = library().messages({ message.id });
    QVERIFY(messages);
    QVERIFY(messages.value()[0] == message);
}

void LibraryTest::anEditIsASiblingAndTheHeadChoosesTheBranch()
{
    const ConversationId id = newConversation();
    const Message question = messageSaying(QStringLiteral("one"), Role::User, {}, m_clock);
    const Message answer = messageSaying(QStringLiteral("uno"), Role::Assistant, question.id, m_clock);
    const Message edited = messageSaying(QStringLiteral("two"), Role::User, {}, m_clock);
    for (const Message &message : { question, answer, edited })
        VERIFY_DONE(calls::append(library(), id, message));

    const auto afterEdit = calls::open(library(), id);
    QVERIFY(afterEdit);
    QCOMPARE(afterEdit.value().tail.size(), size_t(1));
    QCOMPARE(textOf(afterEdit.value().tail[0]), QStringLiteral("two"));
    QCOMPARE(afterEdit.value().tree.siblingsOf(edited.id), (std::vector<MessageId> { question.id, edited.id }));

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library().setHead(id, answer.id, context, done); }));
    const auto back = calls::open(library(), id);
    QVERIFY(back);
    QCOMPARE(back.value().tail.size(), size_t(2));
    QCOMPARE(textOf(back.value().tail[1]), QStringLiteral("uno"));
    QCOMPARE(calls::list(library()).value().at(0).messageCount, 3);
}

void LibraryTest::onlyTheLastMessagesOfALongBranchComeWithTheirBodies()
{
    const ConversationId id = newConversation();
    MessageId parent;
    for (int i = 0; i < 300; ++i) {
        const Message message = messageSaying(QString::number(i), Role::User, parent, m_clock);
        library().appendMessage(id, message, nullptr, {});
        parent = message.id;
    }

    const auto opened = calls::open(library(), id);

    QVERIFY(opened);
    QCOMPARE(opened.value().tree.size(), 300);
    QCOMPARE(opened.value().tail.size(), size_t(24));
    QCOMPARE(textOf(opened.value().tail.front()), QStringLiteral("276"));
    QCOMPARE(textOf(opened.value().tail.back()), QStringLiteral("299"));
    QVERIFY(opened.value().tree.heads().front().rowId > 0);
}

void LibraryTest::appendingTheSameMessageTwiceKeepsOne()
{
    const ConversationId id = newConversation();
    const Message message = messageSaying(QStringLiteral("once"), Role::User, {}, m_clock);

    VERIFY_DONE(calls::append(library(), id, message));
    VERIFY_DONE(calls::append(library(), id, message));

    QCOMPARE(calls::open(library(), id).value().tree.size(), 1);
    QCOMPARE(calls::list(library()).value().at(0).messageCount, 1);
}

void LibraryTest::aMessageWithoutItsParentIsRefused()
{
    const ConversationId id = newConversation();
    const Message orphan = messageSaying(QStringLiteral("?"), Role::User, MessageId::create(m_clock.sinceEpoch()), m_clock);

    const auto appended = calls::append(library(), id, orphan);

    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, ErrorKind::NotFound);
    QCOMPARE(calls::open(library(), id).value().tree.size(), 0);
}

void LibraryTest::aMessageWithoutItsBlobIsRefused()
{
    const ConversationId id = newConversation();
    Message message = messageSaying(QStringLiteral("?"), Role::User, {}, m_clock);
    ImagePart image;
    image.blob = QByteArray(64, 'a');
    message.parts.push_back(image);

    const auto appended = calls::append(library(), id, message);

    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, ErrorKind::NotFound);
}

void LibraryTest::progressIsThereBeforeTheAnswerEnds()
{
    const ConversationId id = newConversation();
    const Message answer = runningAnswer({}, m_clock);
    VERIFY_DONE(calls::append(library(), id, answer));

    VERIFY_DONE(calls::progress(library(), { answer.id, QString(), QStringLiteral("Hm") }));
    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("A ne"), QStringLiteral("Hm, yes") }));
    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("A nebula"), QStringLiteral("Hm, yes") }));

    const auto opened = calls::open(library(), id);
    QVERIFY(opened);
    QCOMPARE(textOf(opened.value().tail.at(0)), QStringLiteral("A nebula"));
    QCOMPARE(opened.value().tail.at(0).answer->reasoning, QStringLiteral("Hm, yes"));
    QCOMPARE(opened.value().tail.at(0).state, MessageState::Streaming);
    QCOMPARE(opened.value().tree.find(answer.id)->textLength, 8);
    QVERIFY(calls::list(library()).value().at(0).isRunning);
}

void LibraryTest::progressThatShrinksBeginsAnew()
{
    const ConversationId id = newConversation();
    const Message answer = runningAnswer({}, m_clock);
    VERIFY_DONE(calls::append(library(), id, answer));

    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("first attempt"), QString() }));
    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("second"), QString() }));

    QCOMPARE(textOf(library().messages({ answer.id }).value().at(0)), QStringLiteral("second"));
}

void LibraryTest::aPairOfSurrogatesCutByProgressIsWholeInTheEnd()
{
    const ConversationId id = newConversation();
    const Message answer = runningAnswer({}, m_clock);
    VERIFY_DONE(calls::append(library(), id, answer));
    const QString rocket = QStringLiteral("🚀");

    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("go ") + rocket.left(1), QString() }));
    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("go ") + rocket, QString() }));

    QCOMPARE(textOf(library().messages({ answer.id }).value().at(0)), QStringLiteral("go 🚀"));
}

void LibraryTest::aFinishedAnswerReplacesItsProgressAndNeverChanges()
{
    const ConversationId id = newConversation();
    Message answer = runningAnswer({}, m_clock);
    VERIFY_DONE(calls::append(library(), id, answer));
    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("A neb"), QString() }));
    answer.state = MessageState::Complete;
    answer.parts = { TextPart { QStringLiteral("A nebula.") } };

    VERIFY_DONE(calls::finish(library(), answer));
    QVERIFY(!calls::progress(library(), { answer.id, QStringLiteral("late"), QString() }));
    Message changed = answer;
    changed.parts = { TextPart { QStringLiteral("Something else") } };
    VERIFY_DONE(calls::finish(library(), changed));

    const auto messages = library().messages({ answer.id });
    QVERIFY(messages);
    QVERIFY(messages.value()[0] == answer);
    QVERIFY(!calls::list(library()).value().at(0).isRunning);
}

void LibraryTest::anAnswerStillRunningAtStartIsCutOffWithWhatWasSaved()
{
    const ConversationId id = newConversation();
    Message answer = runningAnswer({}, m_clock);
    VERIFY_DONE(calls::append(library(), id, answer));
    VERIFY_DONE(calls::progress(library(), { answer.id, QStringLiteral("A nebula is"), QStringLiteral("Hm") }));

    reopen();

    const auto opened = calls::open(library(), id);
    QVERIFY(opened);
    QCOMPARE(opened.value().tail.at(0).state, MessageState::CutOff);
    QCOMPARE(textOf(opened.value().tail.at(0)), QStringLiteral("A nebula is"));
    QCOMPARE(opened.value().tail.at(0).answer->reasoning, QStringLiteral("Hm"));
    QCOMPARE(calls::search(library(), QStringLiteral("nebula is")).value().size(), 1);
    // The process that writes it may be another one and still finish it.
    answer.state = MessageState::Complete;
    answer.parts = { TextPart { QStringLiteral("A nebula is a cloud.") } };
    VERIFY_DONE(calls::finish(library(), answer));
    QVERIFY(library().messages({ answer.id }).value().at(0) == answer);
}

void LibraryTest::aDraftComesBackWithItsAttachmentsAndShowsInTheList()
{
    const ConversationId id = newConversation();
    Draft draft;
    draft.text = QStringLiteral("\n What about\nthis?");
    draft.cursor = 4;
    draft.attachmentsFirst = false;
    Attachment attachment;
    attachment.image.blob = QByteArray(64, 'b');
    attachment.image.mimeType = "image/jpeg";
    attachment.image.pixels = QSize(3, 2);
    attachment.notes = { QStringLiteral("location removed") };
    draft.attachments = { attachment };
    VERIFY_DONE(calls::saveDraft(library(), id, draft));
    reopen();

    QVERIFY(calls::open(library(), id).value().draft == draft);
    QCOMPARE(calls::list(library()).value().at(0).draftText, QStringLiteral("What about"));
    VERIFY_DONE(calls::saveDraft(library(), id, {}));
    QVERIFY(calls::open(library(), id).value().draft.isEmpty());
    QVERIFY(calls::list(library()).value().at(0).draftText.isEmpty());
}

void LibraryTest::theReadingPositionComesBack()
{
    const ConversationId id = newConversation();
    const Message message = messageSaying(QStringLiteral("here"), Role::User, {}, m_clock);
    VERIFY_DONE(calls::append(library(), id, message));

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library().saveReadingPosition(id, { message.id, -17 }, context, done); }));

    const auto opened = calls::open(library(), id);
    QCOMPARE(opened.value().readingMessage.toString(), message.id.toString());
    QCOMPARE(opened.value().readingPixel, -17);
}

void LibraryTest::aDeletedConversationIsGoneUntilItIsRestored()
{
    const ConversationId id = newConversation(QStringLiteral("Orion"));
    VERIFY_DONE(calls::append(library(), id, messageSaying(QStringLiteral("Betelgeuse"), Role::User, {}, m_clock)));

    VERIFY_DONE(calls::remove(library(), id));
    QVERIFY(calls::list(library()).value().isEmpty());
    QVERIFY(calls::search(library(), QStringLiteral("betelgeuse")).value().isEmpty());
    QVERIFY(calls::search(library(), QStringLiteral("orion")).value().isEmpty());
    QCOMPARE(calls::open(library(), id).error().kind, ErrorKind::NotFound);

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library().restoreConversation(id, context, done); }));
    QCOMPARE(calls::list(library()).value().size(), 1);
    QCOMPARE(calls::search(library(), QStringLiteral("betelgeuse")).value().size(), 1);
}

void LibraryTest::anAutomaticTitleNeverReplacesAManualOne()
{
    const ConversationId id = newConversation(QStringLiteral("first words"));
    const auto rename = [&](const QString &title, bool isManual) {
        return resultOf<Done>([&](QObject *context, auto done) { library().renameConversation(id, title, isManual, context, done); });
    };

    VERIFY_DONE(rename(QStringLiteral("Automatic"), false));
    QCOMPARE(calls::list(library()).value().at(0).title, QStringLiteral("Automatic"));
    VERIFY_DONE(rename(QStringLiteral("Mine"), true));
    VERIFY_DONE(rename(QStringLiteral("Automatic again"), false));
    QCOMPARE(calls::list(library()).value().at(0).title, QStringLiteral("Mine"));
    QVERIFY(calls::open(library(), id).value().conversation.hasManualTitle);
}

void LibraryTest::theListIsNewestFirst()
{
    const ConversationId older = newConversation(QStringLiteral("older"));
    m_clock.advance(std::chrono::seconds(1));
    const ConversationId newer = newConversation(QStringLiteral("newer"));
    QCOMPARE(calls::list(library()).value().at(0).title, QStringLiteral("newer"));

    m_clock.advance(std::chrono::seconds(1));
    VERIFY_DONE(calls::append(library(), older, messageSaying(QStringLiteral("x"), Role::User, {}, m_clock)));

    QCOMPARE(calls::list(library()).value().at(0).title, QStringLiteral("older"));
    QCOMPARE(calls::list(library()).value().at(0).updatedAtMs, qint64(1'790'000'002'000));
    QCOMPARE(calls::list(library()).value().at(1).id.toString(), newer.toString());
}

void LibraryTest::whatIsNotThereIsNotFound()
{
    const ConversationId nobody = ConversationId::create(m_clock.sinceEpoch());
    const Message message = messageSaying(QStringLiteral("x"), Role::User, {}, m_clock);

    QCOMPARE(calls::open(library(), nobody).error().kind, ErrorKind::NotFound);
    QCOMPARE(calls::append(library(), nobody, message).error().kind, ErrorKind::NotFound);
    QCOMPARE(calls::finish(library(), message).error().kind, ErrorKind::NotFound);
    QCOMPARE(calls::remove(library(), nobody).error().kind, ErrorKind::NotFound);
    QCOMPARE(calls::saveDraft(library(), nobody, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(library().messages({ message.id }).error().kind, ErrorKind::NotFound);
    QCOMPARE(library().blobs()->openBlob(QByteArray(64, '0')).error().kind, ErrorKind::NotFound);
    QCOMPARE(library().blobs()->openBlob("../library.db").error().kind, ErrorKind::NotFound);
}

void LibraryTest::everyChangeIsAnnounced()
{
    QSignalSpy changed(m_library.get(), &Library::conversationChanged);
    const ConversationId id = newConversation();
    QCOMPARE(changed.size(), 1);
    VERIFY_DONE(calls::append(library(), id, messageSaying(QStringLiteral("x"), Role::User, {}, m_clock)));

    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(1).at(0).value<ConversationId>().toString(), id.toString());
}

void LibraryTest::nobodyIsCalledWhoseContextHasGone()
{
    bool wasCalled = false;
    auto context = std::make_unique<QObject>();
    library().listConversations(context.get(), [&](const auto &) { wasCalled = true; });
    context.reset();

    QVERIFY(calls::list(library()));
    QVERIFY(!wasCalled);
}

void LibraryTest::equalBytesAreOneBlob()
{
    const auto first = calls::putBlob(library(), QByteArrayLiteral("abc"));
    const auto second = calls::putBlob(library(), QByteArrayLiteral("abc"));

    QVERIFY(first);
    QCOMPARE(first.value(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(second.value(), first.value());
    auto device = library().blobs()->openBlob(first.value());
    QVERIFY(device);
    QCOMPARE(device.value()->readAll(), QByteArray("abc"));
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"
