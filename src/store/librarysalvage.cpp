// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarysalvage_p.h"

#include "librarybacklog_p.h"
#include "libraryfiles_p.h"
#include "librarypages_p.h"
#include "schema_p.h"
#include "storagetext_p.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace {

// Columns of the first schema; those that are filled by themselves later are left to the backlog. The first one read is the row's number.
struct Table
{
    const char *last;
    const char *read;          // rows from ?1 to ?2
    const char *write;
    const char *readOlder;     // where the damaged library lacks columns that came later; null: there are none
    const char *shape;         // of a row in its page: i, t, b: a number, a text, an id; capital: or NULL; n: NULL
    qsizetype columns;         // that every schema has; later ones may be missing
    const char *written;       // which of them, by letter, '#' the row's number
};

constexpr Table Tables[] = {
    { "SELECT max(row) FROM conversations",
      "SELECT row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, deleted, is_archived, folder, tags"
      " FROM conversations WHERE row >= ?1 AND row <= ?2 ORDER BY row",
      "INSERT OR IGNORE INTO conversations (row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, deleted,"
      " is_archived, folder, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "SELECT row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, deleted, 0, NULL, '[]'"
      " FROM conversations WHERE row >= ?1 AND row <= ?2 ORDER BY row",
      "nbtittttBiiiiIiBt", 14, "#bcdefghijklnopq" },
    { "SELECT max(row) FROM messages",
      "SELECT row, conversation, id, parent, role, state, created, length, is_open FROM messages WHERE row >= ?1 AND row <= ?2 ORDER BY row",
      "INSERT OR IGNORE INTO messages (row, conversation, id, parent, role, state, created, length, is_open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", nullptr,
      "nibBiiiiiTiI", 9, "#bcdefghi" },
    { "SELECT max(row) FROM bodies", "SELECT row, text, parts, tool_calls, tool_call_id, answer FROM bodies WHERE row >= ?1 AND row <= ?2 ORDER BY row",
      "INSERT OR IGNORE INTO bodies (row, text, parts, tool_calls, tool_call_id, answer) VALUES (?, ?, ?, ?, ?, ?)", nullptr,
      "ntTTTTt", 6, "#bcdef" },
    { "SELECT max(message) FROM progress",
      "SELECT message, piece, text, reasoning, text_end, reasoning_end FROM progress WHERE message >= ?1 AND message <= ?2 ORDER BY message, piece",
      "INSERT OR IGNORE INTO progress (message, piece, text, reasoning, text_end, reasoning_end) VALUES (?, ?, ?, ?, ?, ?)", nullptr,
      "iittii", 6, "abcdef" },
    { "SELECT max(conversation) FROM drafts",
      "SELECT conversation, text, cursor, attachments, attachments_first FROM drafts WHERE conversation >= ?1 AND conversation <= ?2 ORDER BY conversation",
      "INSERT OR IGNORE INTO drafts (conversation, text, cursor, attachments, attachments_first) VALUES (?, ?, ?, ?, ?)", nullptr,
      "ntiti", 5, "#bcde" },
    { "SELECT max(rowid) FROM folders", "SELECT rowid, id, name, endpoint, model, system_prompt, created FROM folders WHERE rowid >= ?1 AND rowid <= ?2 ORDER BY rowid",
      "INSERT OR IGNORE INTO folders (rowid, id, name, endpoint, model, system_prompt, created) VALUES (?, ?, ?, ?, ?, ?, ?)", nullptr,
      "btttti", 6, "#abcdef" },
    { "SELECT max(rowid) FROM tags", "SELECT rowid, name, color FROM tags WHERE rowid >= ?1 AND rowid <= ?2 ORDER BY rowid",
      "INSERT OR IGNORE INTO tags (rowid, name, color) VALUES (?, ?, ?)", nullptr,
      "ti", 2, "#ab" },
};

const char *const RowsInAll = "SELECT (SELECT count(*) FROM conversations) + (SELECT count(*) FROM messages) + (SELECT count(*) FROM bodies)"
                              " + (SELECT count(*) FROM progress) + (SELECT count(*) FROM drafts) + (SELECT count(*) FROM folders) + (SELECT count(*) FROM tags)";

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
        last = std::numeric_limits<qint64>::max();
    const Copied first = copyRows(from, to, table.read, table.write, 0, 0);
    const bool isOlder = table.readOlder && !first.read && first.read.error().kind != ErrorKind::LibraryDamaged;
    const char *read = isOlder ? table.readOlder : table.read;
    qint64 lost = 0;
    for (qint64 next = 1; next <= last;) {
        const Copied copied = copyRows(from, to, read, table.write, next, last);
        if (isDiskTrouble(copied.written))
            return copied.written.error();
        // Where the last row cannot be told, there is no end to looking for the next one: the pages tell.
        if ((copied.read && copied.written) || (!copied.read && !isKnown))
            break;
        // A row that is no row of ours is passed over like one that cannot be read.
        const qint64 failed = copied.written ? std::max(copied.last + 1, next) : copied.last;
        const bool isThere = copied.written ? !copyRows(from, to, read, table.write, failed, failed).read : true;
        lost += isThere;
        next = failed + 1;
    }
    return lost;
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

bool isOfShape(const PageValue &value, char shape)
{
    constexpr qsizetype IdSize = 16;
    switch (shape) {
    case 'n':
        return value.type == PageValue::Type::Null;
    case 'i':
        return value.type == PageValue::Type::Integer;
    case 't':
        return value.type == PageValue::Type::Text;
    case 'b':
        return value.type == PageValue::Type::Blob && value.bytes.size() == IdSize;
    default:
        return value.type == PageValue::Type::Null || isOfShape(value, QChar::fromLatin1(shape).toLower().toLatin1());
    }
}

// Only the running answers' pieces are in a table without row numbers.
bool isRowOf(const Table &table, const PageRow &row)
{
    const auto columns = qsizetype(row.values.size());
    if (columns < table.columns || columns > qsizetype(qstrlen(table.shape)) || row.isOfIndex != (table.written[0] == 'a'))
        return false;
    for (qsizetype column = 0; column < columns; ++column) {
        if (!isOfShape(row.values[size_t(column)], table.shape[column]))
            return false;
    }
    return row.isOfIndex || row.row > 0;
}

void bindColumn(Statement &insert, const PageRow &row, char column)
{
    // What a conversation of an older schema lacks: not archived, in no folder, without tags.
    static const std::vector<PageValue> Missing { { PageValue::Type::Integer, 0, {} }, {}, { PageValue::Type::Text, 0, QByteArrayLiteral("[]") } };
    constexpr size_t FirstMissing = 14;
    const auto index = size_t(column - 'a');
    const PageValue &value = index < row.values.size() ? row.values[index] : Missing[index - FirstMissing];
    if (value.type == PageValue::Type::Integer)
        insert.bind(value.integer);
    else if (value.type == PageValue::Type::Text)
        insert.bind(Utf8Text { value.bytes });
    else
        insert.bind(value.bytes);
}

Result<Done> writeRow(Database &to, const Table &table, const PageRow &row)
{
    Statement insert(to, table.write);
    for (const char *column = table.written; *column; ++column) {
        if (*column == '#')
            insert.bind(row.row);
        else
            bindColumn(insert, row, *column);
    }
    insert.next();
    return insert.outcome();
}

// What cannot be reached from above lies in its pages all the same. An error where the disk takes no more.
Result<Done> copyFromPages(const QString &damaged, Database &to, const std::vector<const Table *> &tables, bool &mayHoldDeleted)
{
    Result<Done> written = Done {};
    LibraryPages pages(damaged);
    mayHoldDeleted = pages.isGuessing();
    pages.visitRows([&](const PageRow &row) {
        const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table *table) { return isRowOf(*table, row); });
        if (found == tables.end())
            return true;
        // A row that breaks a rule of the library is none of ours.
        const Result<Done> done = writeRow(to, **found, row);
        if (isDiskTrouble(done))
            written = done;
        return !isDiskTrouble(done);
    });
    return written;
}

// By name as far as the file has a shape, the rest from the pages. Gives how many rows are known to be lost.
Result<qint64> copyAll(const QString &damaged, Database &to, bool &mayHoldDeleted)
{
    const Result<std::unique_ptr<Database>> source = Database::open(damaged, Database::Mode::Read);
    const bool hasNames = source && source.value()->execute("SELECT count(*) FROM sqlite_schema");
    std::vector<const Table *> incomplete;
    qint64 lost = 0;
    for (const Table &table : Tables) {
        const Result<qint64> missed = hasNames ? copyTable(*source.value(), to, table) : Result<qint64>(0);
        if (!missed)
            return missed.error();
        lost += missed.value();
        const bool hasEnd = hasNames && (source.value()->number(table.last) >= 0 || source.value()->lastError().kind != ErrorKind::LibraryDamaged);
        if (!hasEnd || missed.value() > 0)
            incomplete.push_back(&table);
    }
    if (incomplete.empty())
        return lost;
    const qint64 before = to.number(RowsInAll);
    if (Result<Done> done = copyFromPages(damaged, to, incomplete, mayHoldDeleted); !done)
        return done.error();
    if (hasNames)
        return std::max<qint64>(lost - (to.number(RowsInAll) - before), 0);
    return to.number("SELECT count(*) FROM messages WHERE row NOT IN (SELECT row FROM bodies)");
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
    LibrarySalvage salvage;
    const Result<Done> copied = database.transaction(Database::Synchronous::Full, [&]() -> Result<Done> {
        const Result<qint64> lost = copyAll(damaged, database, salvage.mayHoldDeleted);
        if (!lost)
            return lost.error();
        salvage.lost = lost.value();
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
