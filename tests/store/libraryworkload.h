// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationdocument.h"
#include "library.h"
#include "libraryfixture.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

// A day in the life of a library: an old one is migrated, then typed into, sent, streamed, edited, renamed, imported, deleted,
// backed up, closed, opened again. Every step says what was acknowledged, so that a test can ask for it later, wherever the day was
// cut short.
class LibraryWorkload
{
public:
    enum class Phase { Migrating, Typing, Sending, Streaming, Editing, Organising, Importing, Deleting, BackingUp, Reopening };
    // What the library acknowledged.
    struct Facts
    {
        std::map<QString, QString> messages;       // whole and unchangeable: id, text
        std::map<QString, qsizetype> streamed;     // at least so much of a running answer
        QString title;
        QString draft;
        bool isDraftCleared = false;
        QList<BlobId> blobs;
    };
    struct Attempt
    {
        Phase phase = Phase::Migrating;
        bool isDone = false;
        Error error;
    };

    explicit LibraryWorkload(const QString &folder) : m_folder(folder) {}

    static void makeOldLibrary(const QString &folder)
    {
        QDir().mkpath(folder);
        QFile::copy(QStringLiteral(TEST_DATA_DIR "/libraries/v1.db"), folder + QStringLiteral("/library.db"));
        QFile::setPermissions(folder + QStringLiteral("/library.db"), QFile::ReadOwner | QFile::WriteOwner);
    }

    // Each step is tried again once where it fails. `acknowledged` is called after each that went well, `begun` before each.
    void run(const std::function<void()> &acknowledged = {}, const std::function<void(Phase)> &begun = {});
    const Facts &facts() const { return m_facts; }
    // Every attempt that failed, and those that went well after one.
    const std::vector<Attempt> &attempts() const { return m_attempts; }
    bool hasFinished() const { return m_hasFinished; }
    QString lastProblem() const
    {
        return m_attempts.empty() ? QString() : QStringLiteral("phase %1: ").arg(int(m_attempts.back().phase)) + m_attempts.back().error.message + m_attempts.back().error.detail;
    }
    int notices() const { return m_notices; }
    int recoveries() const { return m_recoveries; }

    // Facts on one line, for the way from a process that is going to be killed.
    static QByteArray encode(const Facts &facts);
    static Facts decode(const QByteArray &line);

    // What is wrong with the library in this folder; empty: everything acknowledged is there.
    static QString verify(const QString &folder, const Facts &facts);

private:
    template<typename T, typename Call> Result<T> wait(Call call)
    {
        QEventLoop loop;
        std::optional<Result<T>> result;
        call(&loop, std::function<void(Result<T>)>([&](Result<T> got) { result.emplace(std::move(got)); loop.quit(); }));
        if (!result)
            loop.exec();
        return *std::move(result);
    }
    template<typename Call> Result<Done> done(Call call) { return wait<Done>(call); }
    bool step(Phase phase, const std::function<Result<Done>()> &attempt);
    Result<Done> openLibrary();
    Message make(Role role, const QString &text)
    {
        m_clock.advance(std::chrono::milliseconds(7));
        return messageSaying(text, role, m_last, m_clock);
    }
    bool send();
    bool stream();
    bool edit();
    bool organise();
    bool importOne();

    QString m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
    Conversation m_conversation;
    MessageId m_last;
    Facts m_facts;
    std::vector<Attempt> m_attempts;
    std::function<void()> m_acknowledged;
    std::function<void(Phase)> m_begun;
    bool m_hasFinished = false;
    int m_notices = 0;
    int m_recoveries = 0;
};

inline bool LibraryWorkload::step(Phase phase, const std::function<Result<Done>()> &attempt)
{
    bool hasFailed = false;
    if (m_begun)
        m_begun(phase);
    for (int tries = 0; tries < 2; ++tries) {
        const Result<Done> result = attempt();
        if (result) {
            if (hasFailed)
                m_attempts.push_back({ phase, true, {} });
            if (m_acknowledged)
                m_acknowledged();
            return true;
        }
        hasFailed = true;
        m_attempts.push_back({ phase, false, result.error() });
    }
    return false;
}

inline Result<Done> LibraryWorkload::openLibrary()
{
    m_library.reset();
    auto opened = Library::open(m_folder, Library::Access::Owner, m_clock);
    if (!opened)
        return opened.error();
    m_library = std::move(opened).value();
    QObject::connect(m_library.get(), &Library::storageTroubled, m_library.get(), [this] { ++m_notices; });
    QObject::connect(m_library.get(), &Library::storageRecovered, m_library.get(), [this] { ++m_recoveries; });
    return Done {};
}

inline bool LibraryWorkload::send()
{
    const bool isTyped = step(Phase::Typing, [&] {
        Draft draft;
        draft.text = QStringLiteral("Half a question");
        const Result<Done> saved = done([&](QObject *context, auto reply) { m_library->saveDraft(m_conversation.id, draft, context, reply); });
        if (saved)
            m_facts.draft = draft.text;
        return saved;
    });
    BlobId blob;
    const bool isAttached = isTyped && step(Phase::Sending, [&]() -> Result<Done> {
        const auto put = wait<BlobId>([&](QObject *context, auto reply) { m_library->putBlob(QByteArray(9000, 'p'), context, reply); });
        if (!put)
            return put.error();
        blob = put.value();
        m_facts.blobs.append(blob);
        return Done {};
    });
    Message question = make(Role::User, QStringLiteral("A question with a picture"));
    ImagePart picture;
    picture.blob = blob;
    picture.mimeType = "image/png";
    question.parts.push_back(picture);
    const bool isSent = isAttached && step(Phase::Sending, [&] {
        const Result<Done> sent = done([&](QObject *context, auto reply) { m_library->appendMessage(m_conversation.id, question, context, reply); });
        if (sent)
            m_facts.messages[question.id.toString()] = textOf(question);
        return sent;
    });
    m_last = question.id;
    return isSent && step(Phase::Typing, [&] {
        m_facts.isDraftCleared = true;
        return done([&](QObject *context, auto reply) { m_library->saveDraft(m_conversation.id, {}, context, reply); });
    });
}

inline bool LibraryWorkload::stream()
{
    Message answer = make(Role::Assistant, {});
    answer.state = MessageState::Streaming;
    answer.answer.emplace().modelId = QStringLiteral("grok-4");
    QString text;
    bool isGood = step(Phase::Streaming, [&] {
        return done([&](QObject *context, auto reply) { m_library->appendMessage(m_conversation.id, answer, context, reply); });
    });
    for (int piece = 0; isGood && piece < 4; ++piece) {
        text += QStringLiteral("piece %1 of the answer. ").arg(piece).repeated(30);
        isGood = step(Phase::Streaming, [&] {
            const Result<Done> saved = done([&](QObject *context, auto reply) { m_library->saveProgress({ answer.id, text, {} }, context, reply); });
            if (saved)
                m_facts.streamed[answer.id.toString()] = text.size();
            return saved;
        });
    }
    answer.state = MessageState::Complete;
    answer.parts = { TextPart { text + QStringLiteral("The end.") } };
    m_last = answer.id;
    return isGood && step(Phase::Streaming, [&] {
        const Result<Done> finished = done([&](QObject *context, auto reply) { m_library->finishMessage(answer, context, reply); });
        if (finished)
            m_facts.messages[answer.id.toString()] = textOf(answer);
        return finished;
    });
}

inline bool LibraryWorkload::edit()
{
    m_last = {};
    const Message sibling = make(Role::User, QStringLiteral("The question, said better"));
    return step(Phase::Editing, [&] {
        const Result<Done> sent = done([&](QObject *context, auto reply) { m_library->appendMessage(m_conversation.id, sibling, context, reply); });
        if (sent)
            m_facts.messages[sibling.id.toString()] = textOf(sibling);
        return sent;
    }) && step(Phase::Editing, [&] {
        return done([&](QObject *context, auto reply) { m_library->setHead(m_conversation.id, sibling.id, context, reply); });
    });
}

inline bool LibraryWorkload::organise()
{
    return step(Phase::Organising, [&] {
        const Result<Done> renamed = done([&](QObject *context, auto reply) { m_library->renameConversation(m_conversation.id, QStringLiteral("Renamed"), true, context, reply); });
        if (renamed)
            m_facts.title = QStringLiteral("Renamed");
        return renamed;
    });
}

inline bool LibraryWorkload::importOne()
{
    DecodedDocument document;
    document.document.conversation = conversationNamed(QStringLiteral("Imported"), m_clock);
    const MessageId lastHere = std::exchange(m_last, {});
    for (int i = 0; i < 5; ++i) {
        document.document.messages.push_back(make(i % 2 == 0 ? Role::User : Role::Assistant, QStringLiteral("imported %1 ").arg(i).repeated(200)));
        m_last = document.document.messages.back().id;
    }
    document.document.conversation.head = std::exchange(m_last, lastHere);
    return step(Phase::Importing, [&] {
        const Result<Done> imported = done([&](QObject *context, auto reply) { m_library->importDocument(document, context, reply); });
        if (imported) {
            for (const Message &message : document.document.messages)
                m_facts.messages[message.id.toString()] = textOf(message);
        }
        return imported;
    });
}

inline void LibraryWorkload::run(const std::function<void()> &acknowledged, const std::function<void(Phase)> &begun)
{
    m_acknowledged = acknowledged;
    m_begun = begun;
    m_conversation = conversationNamed(QStringLiteral("Of the day"), m_clock);
    const auto reopen = [&] { return openLibrary(); };
    const auto create = [&] { return done([&](QObject *context, auto reply) { m_library->createConversation(m_conversation, context, reply); }); };
    const auto remove = [&] { return done([&](QObject *context, auto reply) { m_library->deleteConversation(m_conversation.id, context, reply); }); };
    const auto restore = [&] { return done([&](QObject *context, auto reply) { m_library->restoreConversation(m_conversation.id, context, reply); }); };
    const auto backUp = [&] {
        m_clock.advance(std::chrono::hours(25));
        return done([&](QObject *context, auto reply) { m_library->runMaintenance(context, reply); });
    };
    m_hasFinished = step(Phase::Migrating, reopen) && step(Phase::Sending, create) && send() && stream() && edit() && organise() && importOne()
        && step(Phase::Deleting, remove) && step(Phase::Deleting, restore) && step(Phase::BackingUp, backUp)
        && step(Phase::Reopening, reopen) && send() && stream();
    m_library.reset();
}

inline QByteArray LibraryWorkload::encode(const Facts &facts)
{
    QJsonObject messages;
    for (const auto &[id, text] : facts.messages)
        messages.insert(id, text);
    QJsonObject streamed;
    for (const auto &[id, length] : facts.streamed)
        streamed.insert(id, length);
    QJsonArray blobs;
    for (const BlobId &blob : facts.blobs)
        blobs.append(QString::fromLatin1(blob));
    return QJsonDocument(QJsonObject { { QStringLiteral("messages"), messages }, { QStringLiteral("streamed"), streamed }, { QStringLiteral("blobs"), blobs },
                                       { QStringLiteral("title"), facts.title }, { QStringLiteral("draft"), facts.draft },
                                       { QStringLiteral("cleared"), facts.isDraftCleared } }).toJson(QJsonDocument::Compact);
}

inline LibraryWorkload::Facts LibraryWorkload::decode(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    Facts facts;
    const QJsonObject messages = json.value(QLatin1String("messages")).toObject();
    for (auto message = messages.begin(); message != messages.end(); ++message)
        facts.messages[message.key()] = message.value().toString();
    const QJsonObject streamed = json.value(QLatin1String("streamed")).toObject();
    for (auto answer = streamed.begin(); answer != streamed.end(); ++answer)
        facts.streamed[answer.key()] = answer.value().toInteger();
    for (const QJsonValue blob : json.value(QLatin1String("blobs")).toArray())
        facts.blobs.append(blob.toString().toLatin1());
    facts.title = json.value(QLatin1String("title")).toString();
    facts.draft = json.value(QLatin1String("draft")).toString();
    facts.isDraftCleared = json.value(QLatin1String("cleared")).toBool();
    return facts;
}

inline QString LibraryWorkload::verify(const QString &folder, const Facts &facts)
{
    ManualClock clock(std::chrono::milliseconds(1'790'500'000'000));
    auto opened = Library::open(folder, Library::Access::Owner, clock);
    if (!opened)
        return QStringLiteral("does not open: ") + errorText(opened);
    const std::unique_ptr<Library> library = std::move(opened).value();
    for (const auto &[id, text] : facts.messages) {
        const auto message = library->messages({ MessageId::fromString(id) });
        if (!message || textOf(message.value().at(0)) != text || message.value().at(0).state != MessageState::Complete)
            return QStringLiteral("lost: ") + text.left(40) + errorText(message);
    }
    for (const auto &[id, length] : facts.streamed) {
        const auto message = library->messages({ MessageId::fromString(id) });
        if (!message || textOf(message.value().at(0)).size() < length || message.value().at(0).state == MessageState::Streaming)
            return QStringLiteral("lost a piece of an answer, ") + errorText(message);
    }
    for (const BlobId &blob : facts.blobs) {
        const auto bytes = library->blobs()->openBlob(blob);
        if (!bytes || bytes.value()->readAll() != QByteArray(9000, 'p'))
            return QStringLiteral("lost a picture");
    }
    LibraryWorkload asker(folder);
    const auto list = asker.wait<QList<ConversationSummary>>([&](QObject *context, auto reply) { library->listConversations(context, reply); });
    if (!list)
        return QStringLiteral("no list: ") + errorText(list);
    bool hasOld = false;
    bool hasOldTitle = false;      // while it is deleted it has none
    for (const ConversationSummary &summary : list.value()) {
        hasOld = hasOld || (summary.title == QLatin1String("Version one") && summary.messageCount == 3);
        hasOldTitle = hasOldTitle || (!facts.title.isEmpty() && summary.title == QLatin1String("Of the day"));
        if (!facts.isDraftCleared && !facts.draft.isEmpty() && summary.title == QLatin1String("Of the day") && summary.draftText != facts.draft)
            return QStringLiteral("lost the draft");
    }
    if (!hasOld || hasOldTitle)
        return hasOld ? QStringLiteral("lost the title") : QStringLiteral("lost what was there before");
    const auto checked = asker.wait<Done>([&](QObject *context, auto reply) { library->runMaintenance(context, reply); });
    if (!checked)
        return QStringLiteral("damaged: ") + errorText(checked);
    const auto found = asker.wait<QList<SearchHit>>([&](QObject *context, auto reply) { library->search(QStringLiteral("nebula"), 5, context, reply); });
    return found && found.value().size() == 1 ? QString() : QStringLiteral("the search is damaged: ") + errorText(found);
}
