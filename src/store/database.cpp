// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "database_p.h"
#include "searchtokenizer_p.h"
#include "storagetext_p.h"

#include <QFile>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>

namespace {

constexpr int BusyTimeoutMs = 5000;

bool meansFull(int code, int systemError)
{
    return (code & 0xff) == SQLITE_FULL || systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

bool meansReadOnly(int code, int systemError)
{
    return (code & 0xff) == SQLITE_READONLY || systemError == EROFS || systemError == EACCES || systemError == EPERM;
}

}

Error storageError(int code, int systemError, const QString &detail)
{
    const int primary = code & 0xff;
    const bool isSystemFailure = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
    const int reason = isSystemFailure ? systemError : 0;
    Error error;
    error.detail = detail;
    if (meansFull(code, reason)) {
        error.kind = ErrorKind::StorageFull;
        error.message = Storage::tr("The disk is full. Make room on it; nothing that was saved is lost.");
    } else if (meansReadOnly(code, reason)) {
        error.kind = ErrorKind::StorageReadOnly;
        error.message = Storage::tr("The library cannot be written. Check the permissions of its folder.");
    } else if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) {
        error.kind = ErrorKind::LibraryDamaged;
        error.message = Storage::tr("The library is damaged. Start again to restore it from a backup.");
    } else if (primary == SQLITE_INTERRUPT) {
        error.kind = ErrorKind::Cancelled;
        error.message = Storage::tr("The search was given up.");
    } else if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) {
        error.kind = ErrorKind::LibraryInUse;
        error.message = Storage::tr("Another program is using the library. Close it and try again.");
    } else {
        error.kind = ErrorKind::Storage;
        error.message = Storage::tr("The library could not be read or written. Check the disk it is on.");
    }
    return error;
}

Database::Database(sqlite3 *handle) : m_handle(handle)
{
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_idle)
        sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    const int access = mode == Mode::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY | (mode == Mode::Frozen ? SQLITE_OPEN_URI : 0);
    const QByteArray name = mode == Mode::Frozen ? QUrl::fromLocalFile(path).toEncoded() + "?immutable=1" : QFile::encodeName(path);
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK)
        return database->lastError();
    // Where the disk refuses writing, SQLite opens the file for reading instead and keeps to it when the disk has recovered.
    if (mode == Mode::Write && sqlite3_db_readonly(handle, "main") == 1)
        return storageError(SQLITE_READONLY, 0, QStringLiteral("opened for reading only"));
    if (Result<Done> configured = database->configure(mode); !configured)
        return configured.error();
    return database;
}

Result<Done> Database::configure(Mode mode)
{
    sqlite3_busy_timeout(m_handle, BusyTimeoutMs);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Two connections that checkpoint at one moment can corrupt a file (SQLite before 3.51.3): readers never do, not even
    // on closing, and the writer only when it is allowed to.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const char *common = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;";
    if (Result<Done> done = execute(common); !done)
        return done;
    if (!addSearchFunctions(m_handle))
        return storageProblem(ErrorKind::Storage, Storage::tr("A part of the program is missing. Install it again."), QStringLiteral("FTS5"));
    // What is deleted for good is not to be read out of free pages; some builds of SQLite do this by themselves, others do not.
    return execute(mode == Mode::Write ? "PRAGMA secure_delete=ON" : "PRAGMA query_only=ON");
}

void Database::setCheckpoints(Checkpoints checkpoints)
{
    constexpr int PagesBetween = 1000;
    const bool isAllowed = checkpoints == Checkpoints::Allowed;
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isAllowed ? 0 : 1, nullptr);
    sqlite3_wal_autocheckpoint(m_handle, isAllowed ? PagesBetween : 0);
}

Error Database::lastError() const
{
    if (!m_handle)
        return storageError(SQLITE_NOMEM, 0, QStringLiteral("out of memory"));
    // A commit that fails leaves what the system said in errno alone.
    const int systemError = errno;
    return storageError(sqlite3_extended_errcode(m_handle), sqlite3_system_errno(m_handle) != 0 ? sqlite3_system_errno(m_handle) : systemError,
                        QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

Result<Done> Database::execute(const char *sql)
{
    errno = 0;
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return Done {};
}

qint64 Database::number(const char *sql)
{
    Statement statement(*this, sql);
    return statement.next() ? statement.number(0) : -1;
}

qint64 Database::lastRow() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

bool Database::hasMoved() const
{
    int hasMoved = 0;
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved) == SQLITE_OK && hasMoved != 0;
}

qint64 Database::changes() const
{
    return sqlite3_total_changes64(m_handle);
}

Result<Done> Database::setSynchronous(Synchronous synchronous)
{
    if (m_synchronous == int(synchronous))
        return Done {};
    const char *sql = synchronous == Synchronous::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL";
    Result<Done> done = execute(sql);
    if (done)
        m_synchronous = int(synchronous);
    return done;
}

Result<Done> Database::transaction(Synchronous synchronous, const std::function<Result<Done>()> &steps)
{
    if (Result<Done> done = setSynchronous(synchronous); !done)
        return done;
    if (Result<Done> done = run("BEGIN IMMEDIATE"); !done)
        return done;
    Result<Done> outcome = steps();
    if (outcome)
        outcome = run("COMMIT");
    // SQLite may have rolled back already (a full disk does that).
    if (!outcome && !sqlite3_get_autocommit(m_handle))
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    return outcome;
}

// None: those that are there go.
void Database::limitPages(int kibibytes)
{
    if (kibibytes == 0)
        sqlite3_db_release_memory(m_handle);
    else
        sqlite3_exec(m_handle, ("PRAGMA cache_size=-" + std::to_string(kibibytes)).c_str(), nullptr, nullptr, nullptr);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

sqlite3_stmt *Database::take(const char *sql)
{
    if (const auto found = m_idle.find(sql); found != m_idle.end()) {
        sqlite3_stmt *statement = found->second;
        m_idle.erase(found);
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return statement;
}

// Kept under the statement's own copy of its text: the caller's may be gone by then.
void Database::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!m_idle.emplace(sqlite3_sql(statement), statement).second)
        sqlite3_finalize(statement);
}

Statement::Statement(Database &database, const char *sql) : m_database(database), m_statement(database.take(sql))
{
    if (!m_statement) {
        m_failed = true;
        m_error = database.lastError();
    }
}

Statement::~Statement()
{
    if (m_statement)
        m_database.giveBack(m_statement);
}

Statement &Statement::bind(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_bound, value);
    return *this;
}

Statement &Statement::bind(const std::optional<qint64> &value)
{
    if (value)
        return bind(*value);
    sqlite3_bind_null(m_statement, ++m_bound);
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    // constData() of an empty array is not null, so an empty text stays a text.
    sqlite3_bind_text64(m_statement, ++m_bound, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(const Utf8Text &value)
{
    const QByteArray &utf8 = value.bytes;
    if (utf8.isNull())
        sqlite3_bind_null(m_statement, ++m_bound);
    else
        sqlite3_bind_text64(m_statement, ++m_bound, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    if (value.isNull())
        sqlite3_bind_null(m_statement, ++m_bound);
    else
        sqlite3_bind_blob64(m_statement, ++m_bound, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(const QUuid &value)
{
    return bind(value.isNull() ? QByteArray() : value.toRfc4122());
}

Statement &Statement::bind(const Statement &row, int column)
{
    sqlite3_bind_value(m_statement, ++m_bound, sqlite3_column_value(row.m_statement, column));
    return *this;
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool Statement::next()
{
    if (m_failed)
        return false;
    errno = 0;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        m_failed = true;
        m_error = m_database.lastError();
    }
    return false;
}

Result<Done> Statement::outcome() const
{
    if (m_failed)
        return m_error;
    return Done {};
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

QByteArrayView Statement::view(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArrayView(data, data ? sqlite3_column_bytes(m_statement, column) : 0);
}

QUuid Statement::uuid(int column) const
{
    // Without a QByteArray between: a long conversation asks for tens of thousands of ids.
    const QByteArrayView value = view(column);
    return value.size() == 16 ? QUuid::fromRfc4122(value) : QUuid();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
