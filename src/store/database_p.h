// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"
#include "result.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

// Text that is UTF-8 already, such as JSON.
struct Utf8Text
{
    QByteArray bytes;
};

// SQLite's own interface in a thin wrapper, and not Qt Sql, because the library needs what Qt Sql hides:
// SQLITE_DBCONFIG_DEFENSIVE against hostile files, extended result codes (a full disk is not a broken one), VACUUM INTO
// with an interrupt, and a core that runs on a plain std::thread under a thread checker. It also spares loading a plugin.
//
// A connection belongs to one thread at a time; only interrupt() may come from another one.
class Database
{
public:
    enum class Mode {
        Write,       // the one connection that writes and checkpoints
        Read,        // never writes, never checkpoints
        Frozen,      // reads the file alone, without its log: nobody may be writing to it (see isBackupOwed())
    };
    enum class Synchronous { Normal, Full };

    // The file must exist (createPrivateFile()). Nothing in it is changed by opening.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // One statement or several without values, straight from a string.
    Result<Done> execute(const char *sql);
    // A statement that gives no rows, with its values bound in order.
    template<typename... Values> Result<Done> run(const char *sql, const Values &...values);
    // The first column of the first row; -1 when there is none or it failed.
    qint64 number(const char *sql);
    qint64 lastRow() const;
    // Another file has taken the name since this one was opened.
    bool hasMoved() const;
    // Rows that this connection has written so far, in all tables.
    qint64 changes() const;
    // While `steps` read much that nobody will ask for again soon, little of the file is kept in memory, and nothing behind it.
    template<typename Steps> auto inPassing(const Steps &steps);

    // All or nothing. What `steps` gives back decides between commit and rollback.
    Result<Done> transaction(Synchronous synchronous, const std::function<Result<Done>()> &steps);

    // Until they are allowed, closing leaves the write-ahead log alone: a library we refuse stays as it is, byte for byte.
    enum class Checkpoints { None, Allowed };
    void setCheckpoints(Checkpoints checkpoints);

    // The last failure, with a sentence for people and SQLite's words as detail.
    Error lastError() const;
    // Safe from any thread while the object lives.
    void interrupt();

private:
    friend class Statement;
    explicit Database(sqlite3 *handle);
    Result<Done> configure(Mode mode);
    Result<Done> setSynchronous(Synchronous synchronous);
    void limitPages(int kibibytes);
    sqlite3_stmt *take(const char *sql);
    void giveBack(sqlite3_stmt *statement);

    sqlite3 *m_handle = nullptr;
    // Prepared once; a statement in use is not in here.
    std::unordered_map<std::string_view, sqlite3_stmt *> m_idle;
    int m_synchronous = -1;
};

// One use of a prepared statement: bind, step, read; it is reset when it goes out of scope. `sql` must be a literal.
class Statement
{
public:
    Statement(Database &database, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(qint64 value);
    Statement &bind(int value) { return bind(qint64(value)); }
    Statement &bind(bool value) { return bind(qint64(value)); }
    Statement &bind(const std::optional<qint64> &value);
    Statement &bind(const QString &value);          // never NULL
    Statement &bind(const Utf8Text &value);         // text; null bytes become NULL
    Statement &bind(const QByteArray &value);       // a blob; a null array becomes NULL
    Statement &bind(const QUuid &value);            // 16 bytes; a null id becomes NULL
    Statement &bind(const Statement &row, int column);   // what another statement's row has there, whatever its type

    // True while there is a row.
    bool next();
    // After next() gave false: how it ended.
    Result<Done> outcome() const;

    qint64 number(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;             // of a blob, or the UTF-8 of a text
    QByteArrayView view(int column) const;          // of a blob, not copied: until the next step
    QUuid uuid(int column) const;
    bool isNull(int column) const;
    int columns() const;

private:
    Database &m_database;
    sqlite3_stmt *m_statement;
    int m_bound = 0;
    bool m_failed = false;
    Error m_error;
};

template<typename... Values>
Result<Done> Database::run(const char *sql, const Values &...values)
{
    Statement statement(*this, sql);
    (statement.bind(values), ...);
    while (statement.next()) { }
    return statement.outcome();
}

template<typename Steps>
auto Database::inPassing(const Steps &steps)
{
    constexpr int Little = 64;
    constexpr int Usual = 2000;     // SQLite's own
    limitPages(Little);
    auto result = steps();
    limitPages(0);
    limitPages(Usual);
    return result;
}

// The sentence for a failed read or write; `systemError` is errno where the system refused.
Error storageError(int sqliteCode, int systemError, const QString &detail);
