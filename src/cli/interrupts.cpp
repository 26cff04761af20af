// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "interrupts.h"

#include <QSocketNotifier>

#include <csignal>

#include <sys/eventfd.h>
#include <unistd.h>

namespace {
constexpr int InterruptedStatus = 130;
volatile std::sig_atomic_t s_count = 0;
int s_event = -1;

// Nothing but what a signal handler may do.
void takeSignal(int)
{
    s_count = s_count + 1;
    if (s_count > 1)
        _exit(InterruptedStatus);
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = ::write(s_event, &one, sizeof one);
}

void install(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}
}

Interrupts::Interrupts(QObject *parent) : QObject(parent)
{
    s_event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    s_count = 0;
    m_notifier = new QSocketNotifier(s_event, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT interrupted();
    });
    install(takeSignal);
}

Interrupts::~Interrupts()
{
    install(SIG_DFL);
    delete m_notifier;
    ::close(s_event);
    s_event = -1;
}
