// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "appearance.h"
#include "keystore.h"
#include "session.h"
#include "settings.h"
#include "systemclock.h"
#include "trace.h"

#include <QObject>

#include <memory>

class Interrupts;
class ProblemPage;

// The one place where the program's parts are made: settings, look, library, and the session on top of them. Shows the
// problem page instead of a window when the library cannot be opened.
class Application : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        WindowOptions options;
        DataPlaces places;
        ApiKey environmentKey;
        std::unique_ptr<KeyStore> keyStore;
        std::chrono::steady_clock::time_point processStart = std::chrono::steady_clock::now();
    };
    explicit Application(Setup setup);
    ~Application() override;

    enum class Start { Shown, HandedOver };
    // HandedOver: another process has the library and its window came forward; leave.
    Start start();

    Session *session() const { return m_session.get(); }     // null: the problem page is shown
    ProblemPage *problemPage() const { return m_problem.get(); }

private:
    void openSession(std::unique_ptr<Library> library);
    void showProblem(const Error &error);
    void startTrace(const QString &path);
    void stopTrace();
    void tryAgain();
    void leave();
    void salvage();
    void restore(const QString &backup);
    void repair(Result<Done> (*mend)(const QString &folder, const Clock &clock));

    Setup m_setup;
    SystemClock m_clock;
    std::unique_ptr<Interrupts> m_interrupts;
    std::unique_ptr<Trace> m_trace;          // null most of the time
    Settings m_settings;
    Appearance m_appearance;
    std::unique_ptr<ProblemPage> m_problem;
    std::unique_ptr<Session> m_session;
};
