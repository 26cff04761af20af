// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryexport.h"

#include "library.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <optional>

namespace {

// Parents before children; a page of the library at a time.
class Reading
{
public:
    Reading(const Library &library, const OpenedConversation &opened) : m_library(library), m_conversation(opened.conversation), m_tree(opened.tree)
    {
        for (const MessageHead &head : m_tree.heads())
            m_ids.push_back(head.id);
    }

    // True when there is more to read.
    Result<bool> readNext()
    {
        constexpr size_t Page = 100;
        const size_t to = std::min(m_read + Page, m_ids.size());
        Result<std::vector<Message>> page = m_library.messages({ m_ids.begin() + qsizetype(m_read), m_ids.begin() + qsizetype(to) });
        if (!page)
            return page.error();
        std::move(page.value().begin(), page.value().end(), std::back_inserter(m_messages));
        m_read = to;
        return m_read < m_ids.size();
    }

    ExportSource take()
    {
        QHash<MessageId, size_t> places;
        for (size_t i = 0; i < m_messages.size(); ++i)
            places.insert(m_messages[i].id, i);
        std::vector<Message> branch;
        for (const MessageId &id : m_tree.branchTo(m_conversation.head)) {
            if (const auto place = places.constFind(id); place != places.cend())
                branch.push_back(m_messages[*place]);
        }
        return { m_conversation, std::move(m_messages), std::move(branch) };
    }

private:
    const Library &m_library;
    Conversation m_conversation;
    MessageTree m_tree;
    std::vector<MessageId> m_ids;
    std::vector<Message> m_messages;
    size_t m_read = 0;
};

Error cancelled()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = QCoreApplication::translate("LibraryExport", "The export was cancelled.");
    return error;
}

// A picture that is missing, a page that is damaged: it is the conversation. Else it is the place that it goes to.
bool isOfOne(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::LibraryDamaged;
}

Error notAll(const QList<Error> &reasons)
{
    Error error;
    error.kind = ErrorKind::Unreadable;
    error.message = QCoreApplication::translate("LibraryExport", "%n conversation(s) could not be exported; the others were. The reason: %1", nullptr, int(reasons.size())).arg(reasons.first().message);
    error.detail = reasons.first().detail;
    return error;
}

}

Result<ExportSource> readForExport(const Library &library, const OpenedConversation &opened)
{
    Reading reading(library, opened);
    while (true) {
        const Result<bool> more = reading.readNext();
        if (!more)
            return more.error();
        if (!more.value())
            return reading.take();
    }
}

LibraryExport::LibraryExport(Library &library, ExportFormat format, std::vector<Item> items, const QString &folder, QObject *parent)
    : QObject(parent), m_library(library), m_format(format), m_items(std::move(items)), m_folder(folder)
{
}

LibraryExport::~LibraryExport()
{
    // What it writes belongs to this.
    if (m_thread)
        m_thread->wait();
}

void LibraryExport::start()
{
    QMetaObject::invokeMethod(this, &LibraryExport::exportNext, Qt::QueuedConnection);
}

void LibraryExport::cancel()
{
    m_isCancelled = true;
    // A file that a thread writes is finished first; the next one is not begun.
    if (!m_thread)
        end(cancelled());
}

void LibraryExport::end(const Result<Done> &result)
{
    if (std::exchange(m_hasEnded, true))
        return;
    if (m_slices)
        m_slices->stop();
    m_file.reset();
    Q_EMIT ended(result);
}

void LibraryExport::exportNext()
{
    if (m_hasEnded)
        return;
    if (m_isCancelled) {
        end(cancelled());
        return;
    }
    if (m_next == m_items.size()) {
        end(m_skipped.isEmpty() ? Result<Done>(Done {}) : Result<Done>(notAll(m_skipped)));
        return;
    }
    if (m_items[m_next].source) {
        write(std::move(*m_items[m_next].source));
        return;
    }
    m_library.openConversation(m_items[m_next].id, this, [this](const Result<OpenedConversation> &opened) {
        if (opened)
            read(opened.value());
        else
            skip(opened.error());
    });
}

void LibraryExport::skip(const Error &reason)
{
    if (m_items.size() == 1) {
        end(reason);
        return;
    }
    m_skipped.append(reason);
    ++m_next;
    exportNext();
}

void LibraryExport::read(const OpenedConversation &opened)
{
    if (m_hasEnded)
        return;
    auto reading = std::make_shared<Reading>(m_library, opened);
    auto problem = std::make_shared<std::optional<Error>>();
    m_slices = std::make_unique<Slices>([reading, problem] {
        const Result<bool> more = reading->readNext();
        if (!more)
            *problem = more.error();
        return more && more.value();
    });
    connect(m_slices.get(), &Slices::finished, this, [this, reading, problem] {
        if (m_hasEnded)
            return;
        if (*problem)
            skip(**problem);
        else
            write(reading->take());
    }, Qt::QueuedConnection);
    m_slices->start();
}

void LibraryExport::write(ExportSource source)
{
    const Item &item = m_items[m_next];
    const QString path = item.path.isEmpty() ? freeExportPath(m_folder, source.conversation.title, m_format) : item.path;
    m_file = std::make_unique<ConversationFile>(path, m_format, std::move(source), m_library.blobs());
    if (m_file->needsUiThread())
        writeInSlices();
    else
        writeInThread();
}

void LibraryExport::writeInThread()
{
    auto result = std::make_shared<std::optional<Result<Done>>>();
    m_thread = QThread::create([result, file = m_file.get()] { result->emplace(file->writeAll()); });
    m_thread->setParent(this);
    connect(m_thread, &QThread::finished, this, [this, result] {
        m_thread->deleteLater();
        m_thread = nullptr;
        onWritten(**result);
    });
    m_thread->start();
}

void LibraryExport::writeInSlices()
{
    auto result = std::make_shared<Result<Done>>(Done {});
    m_slices = std::make_unique<Slices>([this, result] {
        const Result<bool> more = m_file->writeNext();
        if (!more)
            *result = more.error();
        return more && more.value();
    });
    connect(m_slices.get(), &Slices::finished, this, [this, result] { onWritten(*result); }, Qt::QueuedConnection);
    m_slices->start();
}

void LibraryExport::onWritten(const Result<Done> &written)
{
    if (m_hasEnded)
        return;
    m_file.reset();
    if (!written) {
        isOfOne(written.error()) ? skip(written.error()) : end(written.error());
        return;
    }
    ++m_next;
    ++m_finished;
    Q_EMIT advanced(m_finished, count());
    exportNext();
}
