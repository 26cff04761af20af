// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

class ChatClient;
class Clock;
class EndpointBook;
class Ledger;
class Library;
class OpenConversations;
class Settings;

// Has a model name a conversation after its first complete answer, where the person switched that on (keys::titlesByModel). One small
// request to the same server, once for each conversation; what it used is counted, a failure changes nothing and is not tried again. A
// title that a person gave stays, also one that came while the request was under way.
class ModelTitles : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ChatClient &client;
        Library &library;
        EndpointBook &endpoints;
        OpenConversations &conversations;
        Ledger &ledger;
        const Settings &settings;
        const Clock &clock;
    };
    // All of them outlive this.
    explicit ModelTitles(const Parts &parts, QObject *parent = nullptr);
    ~ModelTitles() override;      // ends what is under way, silently

private:
    class Private;
    std::unique_ptr<Private> d;
};
