// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Row 16: how long the UI thread is held by one event while the window switches between conversations: one of 10 messages, one of 1,000
// and one whose answer is being written. Usage: switch_conversation DATA_FOLDER CONVERSATION_ID SWITCHES; prints one JSON object with
// the longest stretch of each switch in CPU time, and the time from the wish to the paint.

#include "application.h"
#include "benchsupport.h"
#include "conversationpane.h"
#include "transcriptview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <ctime>

namespace {

using namespace std::chrono_literals;

// What follows a switch: answers of the library, the next frames.
constexpr auto Aftermath = 80ms;

double threadCpuMs()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// Measures each event of its own thread.
class MeasuringApplication : public QApplication
{
public:
    using QApplication::QApplication;

    double takeLongest() { return std::exchange(m_longest, 0.0); }
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isInside || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const double before = threadCpuMs();
        // Events that a waiting loop handles are stretches of their own: only those inside another are part of it.
        m_isInside = m_measures;
        const bool result = QApplication::notify(receiver, event);
        m_isInside = false;
        if (m_measures)
            m_longest = std::max(m_longest, threadCpuMs() - before);
        return result;
    }
    void setMeasuring(bool measures) { m_measures = measures; }

private:
    double m_longest = 0;
    bool m_isInside = false;
    bool m_measures = false;
};

void turn(const std::function<bool()> &isDone)
{
    QElapsedTimer patience;
    for (patience.start(); !isDone();) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        if (patience.hasExpired(60'000))
            std::exit(3);
    }
}

void turnFor(std::chrono::milliseconds time)
{
    bool isOver = false;
    QTimer::singleShot(time, Qt::PreciseTimer, QCoreApplication::instance(), [&] { isOver = true; });
    turn([&] { return isOver; });
}

// A new conversation with these questions; with its id.
ConversationId ask(Session &session, const QStringList &questions, bool waits)
{
    session.conversations().showNew();
    ConversationController *controller = session.conversations().shown();
    turn([&] { return !controller->modelId().isEmpty(); });
    for (const QString &question : questions) {
        Draft draft;
        draft.text = question;
        controller->send(draft);
        const auto state = waits ? ConversationController::State::Idle : ConversationController::State::Answering;
        turn([&] { return controller->state() == state; });
    }
    return controller->id();
}

class PaintWatch : public QObject
{
public:
    using QObject::QObject;
    bool hasPainted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        hasPainted = hasPainted || event->type() == QEvent::Paint;
        return false;
    }
};

void print(const char *name, const std::vector<double> &values, const char *end)
{
    std::printf("\"%s\": {\"p50\": %.3f, \"p99\": %.3f, \"max\": %.3f}%s", name, percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1.0), end);
}

}

int main(int argc, char **argv)
{
    MeasuringApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    WindowOptions options;
    options.dataFolder = arguments.at(1);
    options.practice = true;
    Application program({ .options = options, .places = dataPlaces(arguments.at(1)), .environmentKey = {}, .keyStore = std::make_unique<NoKeys>() });
    program.start();
    if (!program.session())
        return 1;
    Session &session = *program.session();
    const ConversationId many = ConversationId::fromString(arguments.at(2));
    const ConversationId few = ask(session, QStringList(5, QStringLiteral("fast markdown")), true);
    const ConversationId growing = ask(session, { QStringLiteral("long 150000") }, false);

    QWidget *viewport = session.window().conversationPane()->transcript()->viewport();
    PaintWatch watch;
    viewport->installEventFilter(&watch);
    // What is painted before belongs to the one that goes.
    QObject::connect(&session.conversations(), &OpenConversations::shownChanged, &watch, [&watch] { watch.hasPainted = false; });
    std::vector<double> stretches;
    std::vector<double> waits;
    const ConversationId order[] = { few, many, growing };
    const int switches = arguments.at(3).toInt();
    // The first time of each warms fonts and caches.
    for (int i = -3; i < switches; ++i) {
        const ConversationId id = order[size_t(i + 3) % std::size(order)];
        turnFor(Aftermath);
        QElapsedTimer since;
        application.takeLongest();
        application.setMeasuring(true);
        QMetaObject::invokeMethod(&session, [&] { since.start(); session.conversations().show(id); }, Qt::QueuedConnection);
        turn([&] { return session.conversations().shown()->id() == id && watch.hasPainted; });
        const double wait = double(since.nsecsElapsed()) / 1e6;
        turnFor(Aftermath);
        application.setMeasuring(false);
        if (i >= 0) {
            stretches.push_back(application.takeLongest());
            waits.push_back(wait);
        }
    }
    const bool isGrowing = session.conversations().find(growing) && session.conversations().find(growing)->state() == ConversationController::State::Answering;
    std::printf("{");
    print("stretch", stretches, ", ");
    print("paint", waits, ", ");
    std::printf("\"streams\": %s}\n", isGrowing ? "true" : "false");
    session.window().close();
    return 0;
}
