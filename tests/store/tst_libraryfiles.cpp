// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "database_p.h"
#include "librarycalls.h"
#include "libraryfiles_p.h"
#include "settings.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

// The library as files: modes, versions, damage, backups.
class LibraryFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void noFileIsReadableByOthersUnderAnyUmask();
    void aFolderOfOtherThingsKeepsItsMode();
    void aNewerLibraryIsRefusedAndUntouched();
    void aNewerLibraryWithALogIsRefusedAndUntouched();
    void theDatabaseOfAnotherProgramIsRefusedAndUntouched();
    void aLibraryOfVersion1Opens();
    void aMigrationThatFailsLeavesTheLibraryAndABackup();
    void whatIsNoDatabaseIsSetAside_data();
    void whatIsNoDatabaseIsSetAside();
    void aLostLibraryIsNotMadeAnewInSilence();
    void flippedPagesAreFoundNotBackedUpAndSetAsideAtTheNextStart();
    void theNewestGoodBackupIsRestored();
    void startingAnewKeepsWhatWasThere();
    void aDayWithoutBackupMakesOneAndThreeAreKept();
    void aSecondOwnerIsToldThatTheLibraryIsInUse();
    void aLockOfADeadProcessIsTaken();
    void aLockOfAProcessThatDiedWhileMakingItIsTaken();
    void anUnwritableFolderIsSaidToBeSo();
    void aHalfWrittenBackupIsNoBackup();

private:
    std::unique_ptr<Library> open();
    Result<std::unique_ptr<Library>> tryToOpen() { return Library::open(path(), Library::Access::Owner, m_clock); }
    QString path() const { return m_folder->filePath(QStringLiteral("library")); }
    QString databasePath() const { return path() + QStringLiteral("/library.db"); }
    QByteArray databaseBytes() const;
    void makeLibraryWith(const QString &text);
    QStringList titles();
    QStringList entries(const QString &filter) const { return QDir(path()).entryList({ filter }, QDir::Files); }
    QStringList backups() const { return QDir(path() + QStringLiteral("/backups")).entryList(QDir::Files); }
    void execute(const char *sql);
    void overwrite(qint64 offset, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock { std::chrono::milliseconds(1'790'000'000'000) };     // 2026-09-21T14:13:20Z
};

void LibraryFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = ManualClock(std::chrono::milliseconds(1'790'000'000'000));
}

std::unique_ptr<Library> LibraryFilesTest::open()
{
    auto opened = tryToOpen();
    return opened ? std::move(opened).value() : nullptr;
}

QByteArray LibraryFilesTest::databaseBytes() const
{
    QFile file(databasePath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void LibraryFilesTest::makeLibraryWith(const QString &text)
{
    const std::unique_ptr<Library> library = open();
    QVERIFY(library);
    const Conversation conversation = conversationNamed(text, m_clock);
    VERIFY_DONE(calls::create(*library, conversation));
    VERIFY_DONE(calls::append(*library, conversation.id, messageSaying(text, Role::User, {}, m_clock)));
}

QStringList LibraryFilesTest::titles()
{
    const std::unique_ptr<Library> library = open();
    QStringList found;
    if (library) {
        const auto list = calls::list(*library);
        for (const ConversationSummary &summary : list.value())
            found.append(summary.title);
    }
    return found;
}

void LibraryFilesTest::execute(const char *sql)
{
    const auto database = Database::open(databasePath(), Database::Mode::Write);
    QVERIFY(database);
    database.value()->setCheckpoints(Database::Checkpoints::Allowed);
    VERIFY_DONE(database.value()->execute(sql));
}

void LibraryFilesTest::overwrite(qint64 offset, const QByteArray &bytes)
{
    QFile file(databasePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    QCOMPARE(file.write(bytes), bytes.size());
}

void LibraryFilesTest::noFileIsReadableByOthersUnderAnyUmask()
{
    const mode_t before = ::umask(0);
    {
        const std::unique_ptr<Library> library = open();
        QVERIFY(library);
        const Conversation conversation = conversationNamed(QStringLiteral("secret"), m_clock);
        VERIFY_DONE(calls::create(*library, conversation));
        VERIFY_DONE(calls::putBlob(*library, QByteArrayLiteral("picture")));
        VERIFY_DONE(calls::maintain(*library));
        Settings settings(path() + QStringLiteral("/grackle.ini"));
        settings.set(keys::sendOnEnter, false);
        QVERIFY(settings.sync());

        int files = 0;
        QDirIterator everything(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (everything.hasNext()) {
            struct stat status {};
            const QString name = everything.next();
            QCOMPARE(::lstat(QFile::encodeName(name).constData(), &status), 0);
            QVERIFY2((status.st_mode & 077) == 0, qPrintable(name));
            ++files;
        }
        // library, library.db, -wal, -shm, lock, handover, blobs with shelf and blob, backups with one, settings.
        QVERIFY2(files >= 11, qPrintable(QString::number(files)));
    }
    ::umask(before);
}

void LibraryFilesTest::aFolderOfOtherThingsKeepsItsMode()
{
    QVERIFY(QDir().mkpath(path()));
    QFile other(path() + QStringLiteral("/letter.txt"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0755), 0);

    QVERIFY(open());

    struct stat status {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0755));
    QCOMPARE(::stat(QFile::encodeName(databasePath()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
}

void LibraryFilesTest::aNewerLibraryIsRefusedAndUntouched()
{
    makeLibraryWith(QStringLiteral("kept"));
    execute("PRAGMA user_version=99");
    const QByteArray before = databaseBytes();

    const auto opened = tryToOpen();

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::LibraryNewer);
    QCOMPARE(databaseBytes(), before);
    QVERIFY(entries(QStringLiteral("*damaged*")).isEmpty());
}

void LibraryFilesTest::aNewerLibraryWithALogIsRefusedAndUntouched()
{
    makeLibraryWith(QStringLiteral("kept"));
    {
        // Leaves the version in the log alone, as a kill would.
        const auto database = Database::open(databasePath(), Database::Mode::Write);
        VERIFY_DONE(database.value()->execute("PRAGMA user_version=99"));
    }
    const QByteArray before = databaseBytes();
    QVERIFY(QFileInfo(databasePath() + QStringLiteral("-wal")).size() > 0);

    const auto opened = tryToOpen();

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::LibraryNewer);
    QCOMPARE(databaseBytes(), before);
    QVERIFY(QFileInfo(databasePath() + QStringLiteral("-wal")).size() > 0);
}

void LibraryFilesTest::theDatabaseOfAnotherProgramIsRefusedAndUntouched()
{
    QVERIFY(QDir().mkpath(path()));
    VERIFY_DONE(createPrivateFile(databasePath()));
    execute("CREATE TABLE bookmarks (url TEXT); PRAGMA application_id=1; PRAGMA user_version=3");
    const QByteArray before = databaseBytes();

    const auto opened = tryToOpen();

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QCOMPARE(databaseBytes(), before);
}

void LibraryFilesTest::aLibraryOfVersion1Opens()
{
    QVERIFY(QDir().mkpath(path()));
    QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/libraries/v1.db"), databasePath()));
    QVERIFY(QFile::setPermissions(databasePath(), QFile::ReadOwner | QFile::WriteOwner));

    const std::unique_ptr<Library> library = open();

    QVERIFY(library);
    const auto list = calls::list(*library);
    QCOMPARE(list.value().size(), 1);
    QCOMPARE(list.value().at(0).title, QStringLiteral("Version one"));
    QCOMPARE(list.value().at(0).draftText, QStringLiteral("And then?"));
    const auto opened = calls::open(*library, list.value().at(0).id);
    QCOMPARE(opened.value().tree.size(), 3);
    QCOMPARE(opened.value().tail.size(), size_t(2));
    QCOMPARE(textOf(opened.value().tail[0]), QStringLiteral("What is a nebula?"));
    QCOMPARE(textOf(opened.value().tail[1]), QStringLiteral("A cloud of gas."));
    QCOMPARE(opened.value().tail[1].answer->modelId, QStringLiteral("grok-4"));
    QCOMPARE(calls::search(*library, QStringLiteral("cloud")).value().size(), 1);
    const SearchQuestion toGrok { .words = QStringLiteral("cloud"), .modelId = QStringLiteral("grok-4") };
    QCOMPARE(calls::find(*library, toGrok).value().size(), 1);
}

void LibraryFilesTest::aMigrationThatFailsLeavesTheLibraryAndABackup()
{
    makeLibraryWith(QStringLiteral("kept"));
    // A library before the first version whose tables are in the way: the step cannot be done.
    execute("PRAGMA user_version=0");

    const auto opened = tryToOpen();

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QCOMPARE(backups(), QStringList { QStringLiteral("library-20260921T141320Z.db") });
    execute("PRAGMA user_version=4");
    QCOMPARE(titles(), QStringList { QStringLiteral("kept") });
}

void LibraryFilesTest::whatIsNoDatabaseIsSetAside_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("garbage instead of the header") << QStringLiteral("garbage");
    QTest::newRow("cut in the middle") << QStringLiteral("cut");
    QTest::newRow("another file altogether") << QStringLiteral("other");
}

void LibraryFilesTest::whatIsNoDatabaseIsSetAside()
{
    QFETCH(QString, damage);
    makeLibraryWith(QStringLiteral("kept"));
    if (damage == QLatin1String("garbage"))
        overwrite(0, QByteArray(4096, '#'));
    else if (damage == QLatin1String("cut"))
        QVERIFY(QFile::resize(databasePath(), QFileInfo(databasePath()).size() / 2));
    else
        QVERIFY(QFile::resize(databasePath(), 0) && (overwrite(0, QByteArray(5000, 'x')), true));
    const QByteArray before = databaseBytes();

    const auto first = tryToOpen();
    const auto second = tryToOpen();

    QVERIFY(!first);
    QCOMPARE(first.error().kind, ErrorKind::LibraryDamaged);
    QVERIFY2(first.error().detail.contains(QLatin1String("library.db.damaged-20260921T141320Z")), qPrintable(first.error().detail));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::LibraryDamaged);
    QFile aside(path() + QStringLiteral("/library.db.damaged-20260921T141320Z"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), before);
    QVERIFY(!QFileInfo::exists(databasePath()));
}

void LibraryFilesTest::aLostLibraryIsNotMadeAnewInSilence()
{
    makeLibraryWith(QStringLiteral("kept"));
    VERIFY_DONE(calls::maintain(*open()));
    QVERIFY(QFile::resize(databasePath(), 0));

    const auto opened = tryToOpen();

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::LibraryDamaged);
    QVERIFY2(opened.error().detail.contains(QLatin1String("2026")), qPrintable(opened.error().detail));
    QVERIFY2(!opened.error().detail.contains(QLatin1String("T14:")), qPrintable(opened.error().detail));
    VERIFY_DONE(Library::restoreNewestBackup(path(), m_clock));
    QCOMPARE(titles(), QStringList { QStringLiteral("kept") });
}

void LibraryFilesTest::flippedPagesAreFoundNotBackedUpAndSetAsideAtTheNextStart()
{
    makeLibraryWith(QString(200'000, QLatin1Char('k')));
    // A page that holds a piece of the long text and the number of the page that goes on.
    const qint64 inText = databaseBytes().indexOf(QByteArray(4000, 'k'));
    QVERIFY(inText > 4096);
    overwrite(inText - inText % 4096, QByteArray(64, char(0xa5)));
    std::unique_ptr<Library> library = open();
    QVERIFY(library);

    const auto checked = calls::maintain(*library);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::LibraryDamaged);
    QVERIFY(backups().isEmpty());
    library.reset();

    const auto next = tryToOpen();

    QVERIFY(!next);
    QCOMPARE(next.error().kind, ErrorKind::LibraryDamaged);
    QCOMPARE(entries(QStringLiteral("library.db.damaged-*Z")).size(), 1);
}

void LibraryFilesTest::theNewestGoodBackupIsRestored()
{
    makeLibraryWith(QStringLiteral("first day"));
    VERIFY_DONE(calls::maintain(*open()));
    m_clock.advance(std::chrono::hours(25));
    makeLibraryWith(QStringLiteral("second day"));
    VERIFY_DONE(calls::maintain(*open()));
    QCOMPARE(backups().size(), 2);
    // The newest one is damaged itself.
    QFile newest(path() + QStringLiteral("/backups/") + backups().last());
    QVERIFY(newest.open(QIODevice::ReadWrite));
    QCOMPARE(newest.write(QByteArray(4096, '#')), 4096);
    newest.close();
    overwrite(0, QByteArray(4096, '#'));
    QVERIFY(!tryToOpen());

    VERIFY_DONE(Library::restoreNewestBackup(path(), m_clock));

    QCOMPARE(titles(), QStringList { QStringLiteral("first day") });
    QCOMPARE(entries(QStringLiteral("library.db.damaged-*Z")).size(), 1);
    QCOMPARE(backups().size(), 2);
}

void LibraryFilesTest::startingAnewKeepsWhatWasThere()
{
    makeLibraryWith(QStringLiteral("old"));
    overwrite(0, QByteArray(4096, '#'));
    QVERIFY(!tryToOpen());

    VERIFY_DONE(Library::startAnew(path(), m_clock));

    QVERIFY(open());
    QVERIFY(titles().isEmpty());
    QCOMPARE(entries(QStringLiteral("library.db.damaged-*Z")).size(), 1);
}

void LibraryFilesTest::aDayWithoutBackupMakesOneAndThreeAreKept()
{
    makeLibraryWith(QStringLiteral("kept"));
    const std::unique_ptr<Library> library = open();
    VERIFY_DONE(calls::maintain(*library));
    m_clock.advance(std::chrono::hours(23));
    VERIFY_DONE(calls::maintain(*library));
    QCOMPARE(backups().size(), 1);

    for (int day = 0; day < 4; ++day) {
        m_clock.advance(std::chrono::hours(24));
        VERIFY_DONE(calls::maintain(*library));
    }

    QCOMPARE(backups(), (QStringList { QStringLiteral("library-20260924T131320Z.db"), QStringLiteral("library-20260925T131320Z.db"),
                                       QStringLiteral("library-20260926T131320Z.db") }));
}

void LibraryFilesTest::aSecondOwnerIsToldThatTheLibraryIsInUse()
{
    const std::unique_ptr<Library> first = open();
    QVERIFY(first);

    const auto second = tryToOpen();

    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::LibraryInUse);
    VERIFY_DONE(calls::create(*first, conversationNamed(QStringLiteral("still works"), m_clock)));
}

void LibraryFilesTest::aLockOfADeadProcessIsTaken()
{
    makeLibraryWith(QStringLiteral("kept"));
    QFile lock(path() + QStringLiteral("/lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    // Process numbers end below this one.
    lock.write("2147483646\ngrackle\n");
    lock.write(QSysInfo::machineHostName().toLocal8Bit() + "\n");
    lock.close();

    QVERIFY(open());
}

void LibraryFilesTest::aLockOfAProcessThatDiedWhileMakingItIsTaken()
{
    makeLibraryWith(QStringLiteral("kept"));
    QFile lock(path() + QStringLiteral("/lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    QVERIFY(open());

    // Or while it removed the lock of another that had died: Qt makes a file for that.
    QFile dead(path() + QStringLiteral("/lock"));
    QVERIFY(dead.open(QIODevice::WriteOnly));
    dead.write("999999\nlibrary_child\n");
    dead.close();
    QFile removal(path() + QStringLiteral("/lock.rmlock"));
    QVERIFY(removal.open(QIODevice::WriteOnly));
    removal.close();
    QVERIFY(open());
}

void LibraryFilesTest::anUnwritableFolderIsSaidToBeSo()
{
    // /proc takes no files, whoever asks.
    const auto opened = Library::open(QStringLiteral("/proc/grackle-library"), Library::Access::Owner, m_clock);

    QVERIFY(!opened);
    QVERIFY(opened.error().kind == ErrorKind::StorageReadOnly || opened.error().kind == ErrorKind::Storage);
    QVERIFY(!opened.error().message.isEmpty());
}

void LibraryFilesTest::aHalfWrittenBackupIsNoBackup()
{
    makeLibraryWith(QStringLiteral("kept"));
    QFile partial(path() + QStringLiteral("/backups/partial"));
    QVERIFY(partial.open(QIODevice::WriteOnly));
    partial.write("half");
    partial.close();

    const auto restored = Library::restoreNewestBackup(path(), m_clock);
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, ErrorKind::NotFound);
    QCOMPARE(titles(), QStringList { QStringLiteral("kept") });

    VERIFY_DONE(calls::maintain(*open()));
    QCOMPARE(backups().size(), 1);
}

QTEST_GUILESS_MAIN(LibraryFilesTest)
#include "tst_libraryfiles.moc"
