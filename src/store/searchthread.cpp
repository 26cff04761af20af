// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "searchthread_p.h"

#include "libraryfiles_p.h"
#include "storagetext_p.h"

SearchThread::~SearchThread()
{
    cancel();
    m_queue.reset();
}

void SearchThread::post(Search search)
{
    if (!m_queue)
        m_queue = std::make_unique<WorkQueue>();
    m_queue->post([this, search = std::move(search), generation = m_generation.load()] { run(search, generation); });
}

void SearchThread::reopen()
{
    if (!m_queue)
        return;
    m_queue->post([this] {
        const std::lock_guard guard(m_mutex);
        m_database.reset();
    });
}

void SearchThread::cancel()
{
    ++m_generation;
    const std::lock_guard guard(m_mutex);
    if (m_database)
        m_database->interrupt();
}

void SearchThread::run(const Search &search, int generation)
{
    if (generation != m_generation)
        search(storageProblem(ErrorKind::Cancelled, Storage::tr("The search was given up.")));
    else
        search(database());
}

Result<Database *> SearchThread::database()
{
    if (m_database && m_database->hasMoved()) {
        const std::lock_guard guard(m_mutex);
        m_database.reset();
    }
    if (!m_database) {
        Result<std::unique_ptr<Database>> opened = openForReading(m_folder);
        if (!opened)
            return opened.error();
        const std::lock_guard guard(m_mutex);
        m_database = std::move(opened).value();
    }
    return m_database.get();
}
