// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "application.h"

#include "conversationpane.h"
#include "icons.h"
#include "interrupts.h"
#include "inthread.h"
#include "library.h"
#include "librarygenerations.h"
#include "problempage.h"
#include "tracedapplication.h"
#include "translations.h"

#include <QApplication>
#include <QDesktopServices>
#include <QUrl>

Application::Application(Setup setup) : m_setup(std::move(setup)), m_settings(m_setup.places.settings), m_appearance(m_settings)
{
    if (!m_setup.options.traceFile.isEmpty())
        startTrace(m_setup.options.traceFile);
    installTranslations(*QCoreApplication::instance(), m_settings.get(keys::language));
    m_appearance.apply();
    m_interrupts = std::make_unique<Interrupts>();
    connect(m_interrupts.get(), &Interrupts::interrupted, this, &Application::leave);
    // The desktop's session ends: it may still be called off, so nothing is closed here.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, [this] {
        if (m_session)
            m_session->window().saveState();
    }, Qt::DirectConnection);
}

Application::~Application()
{
    // Its last line is "quit".
    stopTrace();
}

void Application::startTrace(const QString &path)
{
    m_trace = Trace::open(path, m_setup.processStart);
    if (!m_trace)
        return;
    // The clock of the computer, for those who put this log beside another program's.
    const auto sinceBoot = std::chrono::steady_clock::now().time_since_epoch();
    m_trace->write("start", { { QStringLiteral("monotonic_ms"), std::chrono::duration<double, std::milli>(sinceBoot).count() } });
    if (auto *application = qobject_cast<TracedApplication *>(QCoreApplication::instance()))
        application->setTrace(m_trace.get());
    if (m_session)
        m_session->setTrace(m_trace.get());
}

void Application::stopTrace()
{
    if (m_session)
        m_session->setTrace(nullptr);
    if (auto *application = qobject_cast<TracedApplication *>(QCoreApplication::instance()))
        application->setTrace(nullptr);
    m_trace.reset();
}

Application::Start Application::start()
{
    Result<std::unique_ptr<Library>> library = Library::open(m_setup.places.library, Library::Access::Owner, m_clock);
    if (library) {
        openSession(std::move(library).value());
        return Start::Shown;
    }
    if (library.error().kind == ErrorKind::LibraryInUse
        && Library::activateOwner(m_setup.places.library, m_setup.options.files + m_setup.options.images))
        return Start::HandedOver;
    showProblem(library.error());
    return Start::Shown;
}

void Application::openSession(std::unique_ptr<Library> library)
{
    const Session::Foundation foundation { m_clock, m_settings, *m_setup.keyStore, m_appearance, m_setup.places.library };
    m_session = std::make_unique<Session>(foundation, std::move(library), m_setup.environmentKey, m_setup.places.cache);
    m_session->setTrace(m_trace.get());
    connect(m_session.get(), &Session::traceStarted, this, &Application::startTrace);
    connect(m_session.get(), &Session::traceStopped, this, &Application::stopTrace);
    // Queued: the session that asks is closed for it.
    connect(m_session.get(), &Session::restoreRequested, this, &Application::restore, Qt::QueuedConnection);
    m_session->start(m_setup.options);
    // What was asked for at the start is asked for once.
    m_setup.options.files.clear();
    m_setup.options.images.clear();
    m_setup.options.send.clear();
}

void Application::showProblem(const Error &error)
{
    if (!m_problem) {
        m_problem = std::make_unique<ProblemPage>();
        m_problem->setWindowTitle(tr("Grackle"));
        QApplication::setWindowIcon(programIcon());
        connect(m_problem.get(), &ProblemPage::tryAgainRequested, this, &Application::tryAgain);
        connect(m_problem.get(), &ProblemPage::restoreRequested, this, [this] { repair(&Library::restoreNewestBackup); });
        connect(m_problem.get(), &ProblemPage::salvageRequested, this, &Application::salvage);
        connect(m_problem.get(), &ProblemPage::startAnewRequested, this, [this] { repair(&Library::startAnew); });
        connect(m_problem.get(), &ProblemPage::quitRequested, m_problem.get(), &QWidget::close);
        connect(m_problem.get(), &ProblemPage::folderRequested, this,
                [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_setup.places.library)); });
    }
    m_problem->showProblem(error);
    m_problem->show();
}

// A polite kill is a closed window: place, draft and reading position are kept.
void Application::leave()
{
    QApplication::closeAllWindows();
    QCoreApplication::quit();
}

void Application::repair(Result<Done> (*mend)(const QString &, const Clock &))
{
    const Result<Done> mended = mend(m_setup.places.library, m_clock);
    if (mended)
        tryAgain();
    else
        showProblem(mended.error());
}

// Years of messages take their time: not in the window's thread.
void Application::salvage()
{
    using Salvaged = Result<LibrarySalvage>;
    m_problem->showWork(tr("Reading what can be read…"));
    runInThread<Salvaged>(m_problem.get(), [this] { return LibraryGenerations(m_setup.places.library).salvage(m_clock); }, [this](const Salvaged &salvaged) {
        if (!salvaged) {
            showProblem(salvaged.error());
            return;
        }
        tryAgain();
        QString told = tr("%n message(s) were saved out of the damaged library, which is kept in its folder.", nullptr, int(salvaged.value().messages));
        if (salvaged.value().mayHoldDeleted)
            told += u' ' + tr("Some that had been deleted for good may be among them.");
        if (m_session)
            m_session->window().tell(told);
    });
}

void Application::restore(const QString &backup)
{
    // For a moment there is no window; that is not the end.
    QApplication::setQuitOnLastWindowClosed(false);
    m_session->window().close();
    m_session.reset();
    const Result<Done> restored = LibraryGenerations(m_setup.places.library).restore(backup, m_clock);
    start();
    QApplication::setQuitOnLastWindowClosed(true);
    if (m_session && restored)
        m_session->window().tell(tr("The library is as it was when the backup was made. What was there before is in its folder."));
    else if (m_session)
        m_session->window().conversationPane()->showError(restored.error());
}

void Application::tryAgain()
{
    Result<std::unique_ptr<Library>> library = Library::open(m_setup.places.library, Library::Access::Owner, m_clock);
    if (!library) {
        showProblem(library.error());
        return;
    }
    // The window first: with none left the program would end.
    openSession(std::move(library).value());
    if (m_problem)
        m_problem->hide();
}
