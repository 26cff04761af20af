// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "faultydisk.h"
#include "librarybacklog_p.h"
#include "librarycompaction_p.h"
#include "libraryfiles_p.h"
#include "libraryworkload.h"
#include "oldlibrary.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

// A disk that fails once, anywhere, and a power cut at any moment (G2, G3). The whole of it with GRACKLE_TEST_ALL=1; a share of it,
// from a seed that is printed, otherwise.
class LibraryDiskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPowerCutLosesNothingThatWasAcknowledged();
    void everyOperationMayFailOnce();
    void whatOpensOnADiskThatRefusedOnceCanBeWritten();
    void aMigrationWhoseBackupIsOwedLosesNothingInAPowerCut();
    void compactingLosesNothingInAPowerCutOrOnABadDisk();
    void everyOperationOfAMigrationMayFailOnce_data();
    void everyOperationOfAMigrationMayFailOnce();

private:
    quint32 m_seed = 0;
    bool m_isAll = false;
    QTemporaryDir m_runtime;
};

void LibraryDiskTest::initTestCase()
{
    m_isAll = qEnvironmentVariableIsSet("GRACKLE_TEST_ALL");
    m_seed = qEnvironmentVariableIsSet("GRACKLE_TEST_SEED") ? qEnvironmentVariable("GRACKLE_TEST_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("GRACKLE_TEST_SEED=%u", m_seed);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
}

void LibraryDiskTest::aPowerCutLosesNothingThatWasAcknowledged()
{
    using Unsynced = FaultyDisk::Cut::Unsynced;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library"));
    LibraryWorkload::makeOldLibrary(path);
    FaultyDisk &disk = FaultyDisk::disk();
    disk.watch(path);
    disk.record();
    LibraryWorkload day(path);
    // What had been acknowledged when the operation of this number began.
    std::vector<std::pair<int, LibraryWorkload::Facts>> acknowledged { { 0, {} } };
    day.run([&] { acknowledged.emplace_back(disk.operations(), day.facts()); });
    QVERIFY2(day.hasFinished(), qPrintable(day.lastProblem()));
    const int operations = disk.operations();
    QVERIFY2(operations > 150, qPrintable(QString::number(operations)));

    QRandomGenerator random(m_seed);
    const int step = m_isAll ? 1 : 6;
    int cuts = 0;
    for (int at = m_isAll ? 0 : random.bounded(step); at <= operations; at += step) {
        for (const Unsynced unsynced : { Unsynced::Lost, Unsynced::Kept, Unsynced::Some, Unsynced::SomeTorn }) {
            // Two of the four in turn in the ordinary run.
            if (!m_isAll && (at / step + int(unsynced)) % 2 != 0)
                continue;
            const FaultyDisk::Cut cut { at, unsynced, random.generate() };
            const QTemporaryDir after;
            const QString found = after.filePath(QStringLiteral("library"));
            disk.makeFolderAfter(cut, found);
            LibraryWorkload::Facts facts;
            for (const auto &[operation, known] : acknowledged) {
                if (operation <= at)
                    facts = known;
            }
            // Once the question is sent, its draft is on its way out.
            facts.isDraftCleared = !facts.messages.empty();
            const QString loss = LibraryWorkload::verify(found, facts);
            QVERIFY2(loss.isEmpty(), qPrintable(QStringLiteral("cut at %1 of %2, unsynced %3, seed %4: %5")
                                                    .arg(at).arg(operations).arg(int(unsynced)).arg(cut.seed).arg(loss)));
            ++cuts;
        }
    }
    disk.unwatch();
    qInfo("power cuts: %d at %d operations, losses: 0", cuts, operations);
}

void LibraryDiskTest::everyOperationMayFailOnce()
{
    constexpr std::pair<int, const char *> Errors[] = { { ENOSPC, "ENOSPC" }, { EIO, "EIO" }, { EROFS, "EROFS" } };
    FaultyDisk &disk = FaultyDisk::disk();
    int operations = 0;
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("library"));
        LibraryWorkload::makeOldLibrary(path);
        disk.watch(path);
        LibraryWorkload day(path);
        day.run();
        QVERIFY2(day.hasFinished(), qPrintable(day.lastProblem()));
        operations = disk.operations();
        disk.unwatch();
    }
    QRandomGenerator random(m_seed);
    const int step = m_isAll ? 1 : 6;
    int faults = 0;
    int refusals = 0;
    QMap<int, int> phases;
    for (int at = m_isAll ? 0 : random.bounded(step); at < operations; at += step) {
        for (int kind = 0; kind < int(std::size(Errors)); ++kind) {
            // One of the three in turn in the ordinary run.
            if (!m_isAll && (at / step) % int(std::size(Errors)) != kind)
                continue;
            const auto [error, name] = Errors[kind];
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("library"));
            LibraryWorkload::makeOldLibrary(path);
            disk.watch(path);
            disk.failOperation(at, error);
            LibraryWorkload day(path);
            day.run();
            const QString where = QStringLiteral("operation %1 of %2, %3, %4: ").arg(at).arg(operations).arg(QLatin1String(name), disk.failedWhere());
            const bool hasFailed = disk.hasFailed();
            disk.unwatch();
            faults += hasFailed;
            // A lock that could not be removed names this process, which goes on living here; in the program only its end removes it,
            // and a lock whose process has ended counts for nothing.
            const bool isLockLeft = disk.failedWhere() == QLatin1String("remove lock");
            if (isLockLeft)
                QFile::remove(path + QStringLiteral("/lock"));
            for (const LibraryWorkload::Attempt &attempt : day.attempts()) {
                if (attempt.isDone)
                    continue;
                ++refusals;
                ++phases[int(attempt.phase)];
                const bool isNamed = attempt.error.kind == ErrorKind::Storage || attempt.error.kind == ErrorKind::StorageFull
                    || attempt.error.kind == ErrorKind::StorageReadOnly || isLockLeft;
                QVERIFY2(isNamed && !attempt.error.message.isEmpty(), qPrintable(where + errorKindName(attempt.error.kind) + attempt.error.message));
            }
            // The fault is over: what was refused went well at the second attempt, without opening the library anew.
            QVERIFY2(day.hasFinished() || isLockLeft, qPrintable(where + day.lastProblem()));
            const QString loss = LibraryWorkload::verify(path, day.facts());
            QVERIFY2(loss.isEmpty(), qPrintable(where + loss));
        }
    }
    QVERIFY(faults > 0);
    qInfo("disk faults: %d at %d operations, refused and then done: %d in %d phases, losses: 0", faults, operations, refusals, int(phases.size()));
}

// SQLite opens a file that it may not write for reading, and the whole run then refused every message until the next start.
void LibraryDiskTest::whatOpensOnADiskThatRefusedOnceCanBeWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library"));
    ManualClock clock;
    FaultyDisk &disk = FaultyDisk::disk();
    std::ignore = Library::open(path, Library::Access::Owner, clock);
    int refused = 0;

    for (bool hasFailed = true; hasFailed;) {
        disk.watch(path);
        disk.failOperation(refused, EROFS);
        auto opened = Library::open(path, Library::Access::Owner, clock);
        hasFailed = disk.hasFailed();
        const QString where = disk.failedWhere();
        disk.unwatch();
        refused += hasFailed;
        if (!opened)
            continue;
        QEventLoop loop;
        Result<Done> written = Done {};
        opened.value()->createConversation(conversationNamed(where, clock), &loop, [&](const Result<Done> &done) { written = done; loop.quit(); });
        loop.exec();
        QVERIFY2(written, qPrintable(where + errorText(written)));
    }

    QVERIFY(refused > 2);
}

// A large library is migrated before its backup is made: until then its file is the old library, whatever happens.
void LibraryDiskTest::aMigrationWhoseBackupIsOwedLosesNothingInAPowerCut()
{
    using Unsynced = FaultyDisk::Cut::Unsynced;
    constexpr qint64 Now = 1'790'000'000'000;
    constexpr qint64 AllAreLarge = 0;
    const auto migrate = [](const LibraryFolder &folder) -> Result<Done> {
        if (Result<Done> made = ensureLibraryFolder(folder); !made)
            return made;
        const auto database = openForWriting(folder, Now, AllAreLarge);
        if (!database)
            return database.error();
        if (isBackupOwed(folder)) {
            const auto frozen = openFrozen(folder);
            const Result<Done> saved = frozen ? makeOwedBackup(*frozen.value(), folder, Now) : Result<Done>(frozen.error());
            if (!saved)
                return saved;
        }
        database.value()->setCheckpoints(Database::Checkpoints::Allowed);
        const auto worked = workOnBacklog(*database.value(), 2);
        return worked ? Result<Done>(Done {}) : Result<Done>(worked.error());
    };
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library"));
    LibraryWorkload::makeOldLibrary(path);
    FaultyDisk &disk = FaultyDisk::disk();
    disk.watch(path);
    disk.record();
    VERIFY_DONE(migrate(LibraryFolder(path)));
    const int operations = disk.operations();
    QVERIFY2(operations > 60, qPrintable(QString::number(operations)));

    QRandomGenerator random(m_seed);
    const int step = m_isAll ? 1 : 3;
    int cuts = 0;
    for (int at = m_isAll ? 0 : random.bounded(step); at <= operations; at += step) {
        for (const Unsynced unsynced : { Unsynced::Lost, Unsynced::Kept, Unsynced::Some, Unsynced::SomeTorn }) {
            const FaultyDisk::Cut cut { at, unsynced, random.generate() };
            const QTemporaryDir after;
            const QString found = after.filePath(QStringLiteral("library"));
            disk.makeFolderAfter(cut, found);
            const QByteArray where = qPrintable(QStringLiteral("cut at %1 of %2, unsynced %3, seed %4: ").arg(at).arg(operations).arg(int(unsynced)).arg(cut.seed));
            const Result<Done> migrated = migrate(LibraryFolder(found));
            QVERIFY2(migrated, (where + errorText(migrated).toUtf8()).constData());
            const QStringList backups = backupNames(LibraryFolder(found));
            QVERIFY2(!backups.isEmpty(), (where + "no backup").constData());
            const auto backup = Database::open(found + QStringLiteral("/backups/") + backups.last(), Database::Mode::Read);
            QVERIFY2(backup && checkLibrary(*backup.value()) && backup.value()->number("PRAGMA user_version") == 1
                         && backup.value()->number("SELECT count(*) FROM bodies") == 3, (where + "a bad backup").constData());
            const QString loss = LibraryWorkload::verify(found, {});
            QVERIFY2(loss.isEmpty(), (where + loss.toUtf8()).constData());
            ++cuts;
        }
    }
    disk.unwatch();
    qInfo("power cuts: %d at %d operations of a migration, losses: 0", cuts, operations);
}

void LibraryDiskTest::compactingLosesNothingInAPowerCutOrOnABadDisk()
{
    using Unsynced = FaultyDisk::Cut::Unsynced;
    constexpr qint64 Now = 1'790'000'000'000;
    // One message written before, in the log alone, one after, synced when the row is told.
    const auto write = [](Database &database, int row) {
        return database.transaction(Database::Synchronous::Full, [&] {
            return database.run("INSERT INTO tags (name, color) VALUES (?1, ?1)", row);
        });
    };
    const auto compact = [&](const LibraryFolder &folder, std::vector<int> &written) -> Result<Done> {
        Result<std::unique_ptr<Database>> database = openForWriting(folder, Now);
        if (!database)
            return database.error();
        Result<Done> done = write(*database.value(), 1);
        if (done)
            written.push_back(1);
        const auto reader = openForReading(folder);
        const bool isCopied = reader && copyCompacted(*reader.value(), folder);
        if (isCopied)
            std::ignore = putCompactedInPlace(database.value(), folder);
        // A fault is over at the second attempt.
        for (int attempt = 0; attempt < 2 && !database.value(); ++attempt) {
            Result<std::unique_ptr<Database>> again = openForWriting(folder, Now);
            if (again)
                database = std::move(again);
        }
        done = write(*database.value(), 2);
        if (done)
            written.push_back(2);
        return done;
    };
    const auto verify = [](const LibraryFolder &folder, const std::vector<int> &written) {
        const auto database = openForWriting(folder, Now);
        if (!database)
            return QString(QStringLiteral("does not open: ") + errorText(Result<Done>(database.error())));
        if (!checkLibrary(*database.value()))
            return QStringLiteral("is damaged");
        if (database.value()->number("SELECT count(*) FROM messages JOIN bodies USING (row)") != 10)
            return QStringLiteral("has lost messages");
        for (const int row : written) {
            Statement found(*database.value(), "SELECT 1 FROM tags WHERE name = ?");
            found.bind(QString::number(row));
            if (!found.next())
                return QStringLiteral("has lost what was written");
        }
        return QString();
    };
    const auto make = [](const LibraryFolder &folder) {
        return ensureLibraryFolder(folder) && makeEarlierLibrary(folder.path(), 4) && openForWriting(folder, Now);
    };
    const QTemporaryDir parent;
    const LibraryFolder folder(parent.filePath(QStringLiteral("library")));
    QVERIFY(make(folder));
    FaultyDisk &disk = FaultyDisk::disk();
    disk.watch(folder.path());
    disk.record();
    std::vector<int> all;
    VERIFY_DONE(compact(folder, all));
    const int operations = disk.operations();
    QVERIFY2(operations > 20, qPrintable(QString::number(operations)));
    QRandomGenerator random(m_seed);
    int cuts = 0;
    for (int at = 0; at <= operations; at += m_isAll ? 1 : 2) {
        for (const Unsynced unsynced : { Unsynced::Lost, Unsynced::Kept, Unsynced::Some, Unsynced::SomeTorn }) {
            const FaultyDisk::Cut cut { at, unsynced, random.generate() };
            const QTemporaryDir after;
            disk.makeFolderAfter(cut, after.filePath(QStringLiteral("library")));
            const QString loss = verify(LibraryFolder(after.filePath(QStringLiteral("library"))), at == operations ? all : std::vector<int>());
            QVERIFY2(loss.isEmpty(), qPrintable(QStringLiteral("cut at %1 of %2, unsynced %3, seed %4: %5").arg(at).arg(operations).arg(int(unsynced)).arg(cut.seed).arg(loss)));
            ++cuts;
        }
    }
    disk.unwatch();
    int faults = 0;
    for (int at = m_isAll ? 0 : random.bounded(3); at < operations; at += m_isAll ? 1 : 3) {
        for (const int error : { ENOSPC, EIO, EROFS }) {
            const QTemporaryDir other;
            const LibraryFolder faulty(other.filePath(QStringLiteral("library")));
            QVERIFY(make(faulty));
            disk.watch(faulty.path());
            disk.failOperation(at, error);
            std::vector<int> written;
            const Result<Done> done = compact(faulty, written);
            const QString where = disk.failedWhere();
            faults += disk.hasFailed();
            disk.unwatch();
            const QString loss = verify(faulty, written);
            QVERIFY2(loss.isEmpty(), qPrintable(QStringLiteral("fault %1 at %2 of %3, %4: %5").arg(error).arg(at).arg(operations).arg(where, loss)));
        }
    }
    qInfo("compacting: %d power cuts at %d operations, %d disk faults, losses: 0", cuts, operations, faults);
}

void LibraryDiskTest::everyOperationOfAMigrationMayFailOnce_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= 5; ++version)
        QTest::addRow("schema %d", version) << version;
}

void LibraryDiskTest::everyOperationOfAMigrationMayFailOnce()
{
    QFETCH(int, version);
    qint64 now = 1'790'000'000'000;
    const auto migrate = [&now](const LibraryFolder &folder) -> Result<Done> {
        const auto database = openForWriting(folder, now += 1000);
        return database ? Result<Done>(Done {}) : Result<Done>(database.error());
    };
    FaultyDisk &disk = FaultyDisk::disk();
    QRandomGenerator random(m_seed);
    const int step = m_isAll ? 1 : 12;
    int refused = 0;
    int faults = 0;
    bool hasFailed = true;
    for (int at = m_isAll ? 0 : random.bounded(step); hasFailed; at += step) {
        const QTemporaryDir parent;
        const LibraryFolder folder(parent.filePath(QStringLiteral("library")));
        VERIFY_DONE(ensureLibraryFolder(folder));
        VERIFY_DONE(makeEarlierLibrary(folder.path(), version));
        disk.watch(folder.path());
        disk.failOperation(at, ENOSPC);
        const Result<Done> first = migrate(folder);
        hasFailed = disk.hasFailed();
        const QByteArray where = QByteArray::number(at) + ' ' + disk.failedWhere().toUtf8() + ": ";
        disk.unwatch();
        faults += hasFailed;
        refused += !first;
        const Result<Done> second = first ? Result<Done>(Done {}) : migrate(folder);
        QVERIFY2(second, (where + errorText(second).toUtf8()).constData());
        const auto database = openForReading(folder);
        QVERIFY2(database && checkLibrary(*database.value()), where.constData());
        QCOMPARE(database.value()->number("SELECT count(*) FROM bodies"), version >= 2 ? 10 : 8);
        QCOMPARE(database.value()->number("SELECT count(*) FROM messages JOIN bodies USING (row) WHERE length = length(text)"), version >= 2 ? 10 : 8);
        const auto backup = Database::open(folder.backups() + QLatin1Char('/') + backupNames(folder).last(), Database::Mode::Read);
        QVERIFY2(backup && checkLibrary(*backup.value()) && backup.value()->number("PRAGMA user_version") == version, where.constData());
    }
    QVERIFY(faults > 5 && refused > 0);
    qInfo("disk faults: %d in a migration from schema %d, refused and then done: %d, losses: 0", faults, version, refused);
}

QTEST_GUILESS_MAIN(LibraryDiskTest)
#include "tst_librarydisk.moc"
