// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "application.h"
#include "composer.h"
#include "composeredit.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "conversationpane.h"
#include "memorykeystore.h"
#include "roundbutton.h"

#include <QTemporaryDir>
#include <QTest>

// The whole program with its library in a temporary folder and a keyring in memory. close() and open() are a restart.
class ApplicationFixture
{
public:
    QTemporaryDir folder;
    KeyringState keyringState = KeyringState::Unlocked;
    std::unique_ptr<Application> application;

    void open(WindowOptions options = {})
    {
        options.dataFolder = folder.path();
        auto keyStore = std::make_unique<MemoryKeyStore>();
        keyStore->state = keyringState;
        application = std::make_unique<Application>(Application::Setup { .options = options,
                                                                         .places = dataPlaces(folder.path()),
                                                                         .environmentKey = {},
                                                                         .keyStore = std::move(keyStore) });
        application->start();
    }
    void openPractice()
    {
        WindowOptions options;
        options.practice = true;
        open(options);
    }
    void close()
    {
        if (application->session())
            application->session()->window().close();
        application.reset();
    }

    Session &session() const { return *application->session(); }
    MainWindow &window() const { return session().window(); }
    Composer *composer() const { return window().conversationPane()->composer(); }
    ConversationController *shown() const { return session().conversations().shown(); }
    QString messageText(int row) const { return shown()->model()->index(row).data(TextRole).toString(); }
    MessageState messageState(int row) const { return MessageState(shown()->model()->index(row).data(StateRole).toInt()); }

    void type(const QString &text) const { composer()->findChild<ComposerEdit *>()->insertPlainText(text); }
    void pressEnter() const { QTest::keyClick(composer()->findChild<ComposerEdit *>(), Qt::Key_Return); }
    bool isIdle() const { return shown()->state() == ConversationController::State::Idle; }
};
