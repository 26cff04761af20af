// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "answerscripts.h"
#include "chatclient.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "endpointbook.h"
#include "library.h"
#include "librarycalls.h"
#include "loopbackserver.h"
#include "manualclock.h"
#include "memorykeystore.h"
#include "settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/resource.h>

// Everything a conversation needs, all of it real but the keyring, the clock and the far end of the wire.
struct ChatBench
{
    QTemporaryDir folder;
    ManualClock clock;
    LoopbackServer server;
    MemoryKeyStore keyStore;
    std::unique_ptr<Library> library;
    std::unique_ptr<ChatClient> client;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<EndpointBook> book;

    bool start()
    {
        if (!server.listen() || !openLibrary())
            return false;
        client = std::make_unique<ChatClient>(library->blobs());
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        book = std::make_unique<EndpointBook>(*client, keyStore, *settings, ApiKey());
        book->useForThisRun(serverEndpoint());
        book->setCurrentModelId(QStringLiteral("loopback-1"));
        return true;
    }
    bool openLibrary()
    {
        library.reset();
        auto opened = Library::open(libraryFolder(), Library::Access::Owner, clock);
        if (!opened)
            return false;
        library = std::move(opened).value();
        return true;
    }
    QString libraryFolder() const { return folder.filePath(QStringLiteral("library")); }

    Endpoint serverEndpoint() const
    {
        Endpoint endpoint;
        endpoint.id = QStringLiteral("loopback");
        endpoint.name = QStringLiteral("Loopback");
        endpoint.baseUrl = server.baseUrl();
        endpoint.needsKey = false;
        return endpoint;
    }
    ConversationController::Dependencies dependencies() { return { *client, *library, *book, clock, std::chrono::milliseconds(1) }; }
    std::unique_ptr<ConversationController> newConversation() { return std::make_unique<ConversationController>(dependencies()); }
    std::unique_ptr<ConversationController> openAgain(const ConversationId &id)
    {
        auto opened = calls::open(*library, id);
        return opened ? std::make_unique<ConversationController>(dependencies(), std::move(opened).value()) : nullptr;
    }
    // The body of the n-th completion request, from 0.
    QJsonObject sentBody(int post) const
    {
        for (const RecordedRequest &request : server.requests()) {
            if (request.method == "POST" && post-- == 0)
                return QJsonDocument::fromJson(request.body).object();
        }
        return {};
    }
    // "user: Hi", a message a line.
    QStringList sentMessages(int post) const
    {
        QStringList lines;
        for (const QJsonValue &message : sentBody(post)[QStringLiteral("messages")].toArray())
            lines += message[QStringLiteral("role")].toString() + QStringLiteral(": ") + message[QStringLiteral("content")].toString();
        return lines;
    }
};

// While one lives no file of this process can grow: what a full disk looks like from inside.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none { 0, m_before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before {};
};

inline Draft draftSaying(const QString &text)
{
    Draft draft;
    draft.text = text;
    return draft;
}

// A row that is not there yet has no value.
inline QVariant valueOfRow(const ConversationController &controller, int row, int role)
{
    const ConversationModel &model = *controller.model();
    return row < model.rowCount() ? model.data(model.index(row), role) : QVariant();
}

inline QString textOfRow(const ConversationController &controller, int row)
{
    return valueOfRow(controller, row, TextRole).toString();
}

inline TranscriptNotice noticeOfRow(const ConversationController &controller, int row)
{
    return valueOfRow(controller, row, NoticeRole).value<TranscriptNotice>();
}

inline MessageState stateOfRow(const ConversationController &controller, int row)
{
    return MessageState(valueOfRow(controller, row, StateRole).toInt());
}

// Sends and waits for the end; the answer as it ended.
inline Message ask(ConversationController &controller, const QString &text)
{
    QSignalSpy ended(&controller, &ConversationController::answerEnded);
    controller.send(draftSaying(text));
    if (ended.isEmpty() && !ended.wait(10'000))
        return {};
    return ended.first().first().value<Message>();
}
