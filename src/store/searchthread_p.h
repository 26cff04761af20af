// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "database_p.h"
#include "libraryfolder_p.h"
#include "workqueue_p.h"

#include <atomic>
#include <mutex>

// Searches, one after the other, on a reading connection and a thread of their own: a long one keeps no message from being
// saved. Thread and connection are made at the first search. Destruction cancels.
class SearchThread
{
public:
    // Called in the thread, once; Cancelled when its turn came after cancel().
    using Search = std::function<void(const Result<Database *> &database)>;

    explicit SearchThread(const LibraryFolder &folder) : m_folder(folder) {}
    ~SearchThread();
    // Does what was posted before it goes.
    void finish() { m_queue.reset(); }

    void post(Search search);
    // What comes after is asked on a connection that is opened anew.
    void reopen();
    // What waits is not begun any more, and what runs ends with Cancelled soon.
    void cancel();

private:
    void run(const Search &search, int generation);
    Result<Database *> database();

    const LibraryFolder m_folder;
    std::mutex m_mutex;                          // guards what m_database points to while cancel() interrupts it
    std::unique_ptr<Database> m_database;        // by the thread
    std::atomic<int> m_generation = 0;
    std::unique_ptr<WorkQueue> m_queue;
};
