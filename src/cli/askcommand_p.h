// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "askreport_p.h"
#include "cli.h"
#include "conversationcontroller.h"
#include "draft.h"
#include "endpoint.h"
#include "exitstatus_p.h"
#include "interrupts.h"
#include "terminal_p.h"
#include "timingtrace_p.h"

#include <QEventLoop>
#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

class ChatClient;
class EndpointBook;
class KeyStore;
class Library;
class PracticeServer;
class Ledger;
class Settings;

// `grackle ask`: one question, one answer. Prepares step by step (text, library, server, pictures, model), then lets a
// ConversationController do what it does in the window.
class AskCommand : public QObject
{
    Q_OBJECT
public:
    AskCommand(const CommandLine &line, const CommandSetup &setup);
    ~AskCommand() override;
    int run();

private:
    // Preparation, in this order; each ends well or with what is wrong.
    Result<Done> readText();
    Result<Done> openLibrary();
    Result<Done> chooseServer();
    Result<Done> openConversation();
    Result<Done> takePictures();
    Result<Done> chooseModel();
    Result<Endpoint> practiceEndpoint();
    Endpoint endpointAt(const QUrl &baseUrl) const;
    QString modelFor(const std::vector<Attachment> &attachments) const;
    void useModel(const QString &modelId);
    bool isForThisRun() const { return m_line.endpoint || m_line.practice; }

    void ask();
    void tellWaits();
    void write(const QString &text);
    void writeAnew(const QString &text);
    void interrupt();
    void stopped();                 // before there was an answer
    void refused(const Error &error);
    void ended(const Message &answer);
    void finish(const Message &answer, ExitStatus status);

    const CommandLine &m_line;
    const CommandSetup &m_setup;
    Terminal m_terminal;
    TimingTrace m_trace;
    std::unique_ptr<Interrupts> m_interrupts;
    std::unique_ptr<QTemporaryDir> m_temporaryFolder;    // where nothing is to be kept
    std::unique_ptr<Library> m_library;
    std::unique_ptr<PracticeServer> m_practice;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<KeyStore> m_keyStore;
    std::unique_ptr<ChatClient> m_client;
    std::unique_ptr<EndpointBook> m_endpoints;
    std::unique_ptr<ConversationController> m_controller;
    Draft m_draft;
    QString m_written;                                   // of the answer
    QStringList m_notes;
    QEventLoop m_loop;
    bool m_wasInterrupted = false;
    bool m_wasSent = false;
    bool m_hasAnswer = false;                            // a row that will end in answerEnded()
    bool m_isFinished = false;
    ExitStatus m_status = ExitStatus::Complete;
};
