// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clock.h"
#include "conversation.h"
#include "conversationdocument.h"
#include "error.h"
#include "result.h"

#include <QList>
#include <QString>

// A backup of the library (R13) and what is in it.
struct LibraryGeneration
{
    QString name;                  // of its file
    qint64 madeAtMs = 0;
    qint64 bytes = 0;
    qint64 conversations = 0;      // -1: it cannot be read
    qint64 messages = 0;
};

// What was read out of a damaged library.
struct LibrarySalvage
{
    qint64 conversations = 0;
    qint64 messages = 0;
    qint64 lost = 0;               // rows that are known to have been there
    bool mayHoldDeleted = false;   // so much is destroyed that what was deleted for good cannot be told from the rest for certain
};

// The backups of the library in `folder`, and the ways back. Reads and writes files at once, which may take its time: for any thread but
// the window's. restore() and salvage() want the library closed (LibraryInUse) and set aside what is there; nothing is deleted.
class LibraryGenerations
{
public:
    explicit LibraryGenerations(const QString &folder) : m_folder(folder) {}

    QList<LibraryGeneration> list() const;                                     // newest first
    // Newest first, those in its trash too. A backup of an older schema is copied and the copy migrated, each time.
    Result<QList<ConversationSummary>> conversations(const QString &name) const;
    Result<ConversationDocument> conversation(const QString &name, const ConversationId &id) const;
    Result<Done> restore(const QString &name, const Clock &clock) const;
    // Row by row, out of the library that was set aside last, into a new one. LibraryDamaged: nothing can be read.
    Result<LibrarySalvage> salvage(const Clock &clock) const;

private:
    QString m_folder;
};
