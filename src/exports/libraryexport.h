// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationfile.h"
#include "slices.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class Library;
class QThread;
struct OpenedConversation;

// Writes conversations into files, one after the other, beside what the window does: in a thread of its own where it can be, else
// between events. Ends once, with ended(); what was finished until then stays.
class LibraryExport : public QObject
{
    Q_OBJECT
public:
    // What goes where. A source that is there is not read from the library. An empty path: a free name in `folder`, out of the title.
    struct Item
    {
        ConversationId id;
        QString path = QString();
        std::shared_ptr<ExportSource> source = nullptr;
    };
    LibraryExport(Library &library, ExportFormat format, std::vector<Item> items, const QString &folder, QObject *parent = nullptr);
    // Without ended(); what is half written is taken back.
    ~LibraryExport() override;

    // Of many, one that cannot be read does not keep the others back: what ended() says at the end tells of it.
    void start();
    // ended() follows with Cancelled, once what runs has been told.
    void cancel();
    int finishedFiles() const { return m_finished; }
    int count() const { return int(m_items.size()); }

Q_SIGNALS:
    void advanced(int finished, int count);
    void ended(const Result<Done> &result);

private:
    void exportNext();
    void read(const OpenedConversation &opened);
    void write(ExportSource source);
    void writeInThread();
    void writeInSlices();
    void onWritten(const Result<Done> &written);
    void skip(const Error &reason);
    void end(const Result<Done> &result);

    Library &m_library;
    ExportFormat m_format;
    std::vector<Item> m_items;
    QString m_folder;
    size_t m_next = 0;
    int m_finished = 0;
    QList<Error> m_skipped;            // why a conversation could not be exported
    std::unique_ptr<ConversationFile> m_file;
    std::unique_ptr<Slices> m_slices;
    QThread *m_thread = nullptr;
    bool m_isCancelled = false;
    bool m_hasEnded = false;
};

// All of a conversation, and its active branch.
Result<ExportSource> readForExport(const Library &library, const OpenedConversation &opened);
