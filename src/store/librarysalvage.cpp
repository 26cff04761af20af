// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarysalvage_p.h"

#include "librarybacklog_p.h"
#include "libraryfiles_p.h"
#include "schema_p.h"
#include "storagetext_p.h"

#include <QFile>

namespace {

// Where the last row cannot be told.
constexpr qint64 RowsAtMost = 2'000'000;

// Columns of the first schema; those that are filled by themselves later are left to the backlog. The first one read is the row's number.
struct Table
{
    const char *last;
    const char *read;          // rows from ?1 to ?2
    const char *write;
    const char *readOlder;     // where the damaged library lacks columns that came later; null: there are none
};

constexpr Table Tables[] = {
    { "SELECT max(row) FROM conversations",
      "SELECT row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, deleted, is_archived, folder, tags"
      " FROM conversations WHERE row >= ?1 AND row <= ?2 ORDER BY row",
      "INSERT OR IGNORE INTO conversations (row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, deleted,"
      " is_archived, folder, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "SELECT row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, deleted, 0, NULL, '[]'"
      " FROM conversations WHERE row >= ?1 AND row <= ?2 ORDER BY row" },
    { "SELECT max(row) FROM messages",
      "SELECT row, conversation, id, parent, role, state, created, length, is_open FROM messages WHERE row >= ?1 AND row <= ?2 ORDER BY row",
      "INSERT OR IGNORE INTO messages (row, conversation, id, parent, role, state, created, length, is_open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", nullptr },
    { "SELECT max(row) FROM bodies", "SELECT row, text, parts, tool_calls, tool_call_id, answer FROM bodies WHERE row >= ?1 AND row <= ?2 ORDER BY row",
      "INSERT OR IGNORE INTO bodies (row, text, parts, tool_calls, tool_call_id, answer) VALUES (?, ?, ?, ?, ?, ?)", nullptr },
    { "SELECT max(message) FROM progress",
      "SELECT message, piece, text, reasoning, text_end, reasoning_end FROM progress WHERE message >= ?1 AND message <= ?2 ORDER BY message, piece",
      "INSERT OR IGNORE INTO progress (message, piece, text, reasoning, text_end, reasoning_end) VALUES (?, ?, ?, ?, ?, ?)", nullptr },
    { "SELECT max(conversation) FROM drafts",
      "SELECT conversation, text, cursor, attachments, attachments_first FROM drafts WHERE conversation >= ?1 AND conversation <= ?2 ORDER BY conversation",
      "INSERT OR IGNORE INTO drafts (conversation, text, cursor, attachments, attachments_first) VALUES (?, ?, ?, ?, ?)", nullptr },
    { "SELECT max(rowid) FROM folders", "SELECT rowid, id, name, endpoint, model, system_prompt, created FROM folders WHERE rowid >= ?1 AND rowid <= ?2 ORDER BY rowid",
      "INSERT OR IGNORE INTO folders (rowid, id, name, endpoint, model, system_prompt, created) VALUES (?, ?, ?, ?, ?, ?, ?)", nullptr },
    { "SELECT max(rowid) FROM tags", "SELECT rowid, name, color FROM tags WHERE rowid >= ?1 AND rowid <= ?2 ORDER BY rowid",
      "INSERT OR IGNORE INTO tags (rowid, name, color) VALUES (?, ?, ?)", nullptr },
};

struct Copied
{
    qint64 last = 0;           // the row that was copied last; 0: none
    Result<Done> read;         // how reading ended
    Result<Done> written;
};

Copied copyRows(Database &from, Database &to, const char *read, const char *write, qint64 first, qint64 last)
{
    Copied copied { 0, Done {}, Done {} };
    Statement row(from, read);
    row.bind(first).bind(last);
    while (copied.written && row.next()) {
        Statement insert(to, write);
        for (int column = 0; column < row.columns(); ++column)
            insert.bind(row, column);
        insert.next();
        copied.written = insert.outcome();
        copied.last = row.number(0);
    }
    copied.read = row.outcome();
    return copied;
}

bool isDiskTrouble(const Result<Done> &result)
{
    return !result && (result.error().kind == ErrorKind::StorageFull || result.error().kind == ErrorKind::StorageReadOnly);
}

// Goes on behind each row that cannot be read. Gives how many are known to be lost; an error where the disk takes no more.
Result<qint64> copyTable(Database &from, Database &to, const Table &table)
{
    qint64 last = from.number(table.last);
    const bool isKnown = last >= 0;
    if (!isKnown && from.lastError().kind != ErrorKind::LibraryDamaged)
        return qint64(0);      // an older library has no such table
    if (!isKnown)
        last = RowsAtMost;
    const Copied first = copyRows(from, to, table.read, table.write, 0, 0);
    const bool isOlder = table.readOlder && !first.read && first.read.error().kind != ErrorKind::LibraryDamaged;
    const char *read = isOlder ? table.readOlder : table.read;
    qint64 lost = 0;
    for (qint64 next = 1; next <= last;) {
        const Copied copied = copyRows(from, to, read, table.write, next, last);
        if (isDiskTrouble(copied.written))
            return copied.written.error();
        if (copied.read && copied.written)
            break;
        // A row that is no row of ours is passed over like one that cannot be read.
        const qint64 failed = copied.written ? std::max(copied.last + 1, next) : copied.last;
        const bool isThere = copied.written ? !copyRows(from, to, read, table.write, failed, failed).read : true;
        lost += isThere;
        next = failed + 1;
    }
    // Beyond the last row that is known nothing need have been there.
    return isKnown ? lost : 0;
}

// What belongs to something that is lost is put where it can be found.
Result<Done> mend(Database &database, qint64 nowMs)
{
    const QString title = Storage::tr("Salvaged messages");
    const std::pair<const char *, bool> steps[] = {
        // Texts without their heads come into a conversation of their own.
        { "INSERT INTO conversations (id, title, has_manual_title, system_prompt, endpoint, model, options, created, updated, is_pinned)"
          " SELECT randomblob(16), ?1, 1, '', '', '', '{}', ?2, ?2, 0 WHERE EXISTS (SELECT 1 FROM bodies WHERE row NOT IN (SELECT row FROM messages))", true },
        { "INSERT INTO messages (row, conversation, id, parent, role, state, created, length, is_open)"
          " SELECT row, last_insert_rowid(), randomblob(16), NULL, iif(answer IS NULL, 1, 2), 3, ?2, length(text), 0 FROM bodies"
          " WHERE row NOT IN (SELECT row FROM messages) AND ?1 IS NOT NULL", true },
        { "DELETE FROM progress WHERE message NOT IN (SELECT row FROM bodies)", false },
        { "DELETE FROM messages WHERE row NOT IN (SELECT row FROM bodies)", false },
        { "INSERT INTO conversations (row, id, title, has_manual_title, system_prompt, endpoint, model, options, created, updated, is_pinned)"
          " SELECT conversation, randomblob(16), ?1, 1, '', '', '', '{}', min(created), max(max(created), ?2), 0 FROM messages"
          " WHERE conversation NOT IN (SELECT row FROM conversations) GROUP BY conversation", true },
        { "DELETE FROM drafts WHERE conversation NOT IN (SELECT row FROM conversations)", false },
        { "UPDATE conversations SET message_count = (SELECT count(*) FROM messages m WHERE m.conversation = conversations.row)", false },
        { "UPDATE conversations SET head = (SELECT id FROM messages m WHERE m.conversation = conversations.row ORDER BY m.row DESC LIMIT 1)"
          " WHERE head IS NULL OR head NOT IN (SELECT id FROM messages)", false },
    };
    for (const auto &[sql, hasValues] : steps) {
        if (Result<Done> done = hasValues ? database.run(sql, title, nowMs) : database.run(sql); !done)
            return done;
    }
    return refillBacklog(database);
}

// Into the empty file at `path`.
Result<LibrarySalvage> salvageInto(const QString &path, const QString &damaged, qint64 nowMs)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(path, Database::Mode::Write);
    if (!opened)
        return opened.error();
    Database &database = *opened.value();
    if (Result<Done> done = database.execute("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA foreign_keys=OFF"); !done)
        return done.error();
    if (Result<Done> done = migrateSchema(database); !done)
        return done.error();
    const Result<std::unique_ptr<Database>> source = Database::open(damaged, Database::Mode::Read);
    if (!source)
        return source.error();
    // Without its schema nothing in it has a name.
    if (!source.value()->execute("SELECT count(*) FROM sqlite_schema"))
        return storageProblem(ErrorKind::LibraryDamaged, Storage::tr("Nothing could be read of the damaged library."));
    LibrarySalvage salvage;
    const Result<Done> copied = database.transaction(Database::Synchronous::Full, [&]() -> Result<Done> {
        for (const Table &table : Tables) {
            const Result<qint64> lost = copyTable(*source.value(), database, table);
            if (!lost)
                return lost.error();
            salvage.lost += lost.value();
        }
        return mend(database, nowMs);
    });
    if (!copied)
        return copied.error();
    salvage.conversations = database.number("SELECT count(*) FROM conversations");
    salvage.messages = database.number("SELECT count(*) FROM messages");
    if (salvage.conversations <= 0)
        return storageProblem(ErrorKind::LibraryDamaged, Storage::tr("Nothing could be read of the damaged library."));
    const Result<Done> checked = checkLibrary(database);
    return checked ? Result<LibrarySalvage>(salvage) : Result<LibrarySalvage>(checked.error());
}

}

Result<LibrarySalvage> salvageLibrary(const LibraryFolder &folder, qint64 nowMs)
{
    const QStringList damaged = damagedNames(folder);
    if (damaged.isEmpty())
        return storageProblem(ErrorKind::LibraryDamaged, Storage::tr("Nothing could be read of the damaged library."));
    const QString made = folder.database() + QStringLiteral(".salvaging");
    QFile::remove(made);
    if (Result<Done> done = createPrivateFile(made); !done)
        return done.error();
    const Result<LibrarySalvage> salvage = salvageInto(made, folder.path() + QLatin1Char('/') + damaged.first(), nowMs);
    Result<Done> placed = salvage ? syncPath(made) : Result<Done>(salvage.error());
    if (placed)
        placed = putFileInPlace(folder, made, nowMs);
    if (!placed) {
        QFile::remove(made);
        return placed.error();
    }
    return salvage;
}
