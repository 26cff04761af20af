// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

// One thread that does pieces of work in the order they were posted. A std::thread, so that a thread checker sees all
// of its locks. Destruction finishes everything that was posted.
class WorkQueue
{
public:
    using Work = std::function<void()>;
    WorkQueue();
    ~WorkQueue();
    WorkQueue(const WorkQueue &) = delete;
    WorkQueue &operator=(const WorkQueue &) = delete;

    void post(Work work);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Work> m_waiting;
    bool m_isEnding = false;
    std::thread m_thread;      // last: it starts when everything else is there
};
