// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "workqueue_p.h"

WorkQueue::WorkQueue() : m_thread([this] { run(); })
{
}

WorkQueue::~WorkQueue()
{
    {
        const std::lock_guard guard(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void WorkQueue::post(Work work)
{
    {
        const std::lock_guard guard(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_one();
}

void WorkQueue::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        work = nullptr;        // what it holds goes outside the lock
        lock.lock();
    }
}
