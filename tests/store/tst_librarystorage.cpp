// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "librarycalls.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

// A disk that refuses: nothing stored is lost, the failure has its kind, and it goes on without a restart.
class LibraryStorageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aFileThatMayNotGrowIsAFullDisk();
    void aFullDiskLosesNothingAndRecovers();
    void aLibraryOnAFullDiskCanStillBeRead();
    void aReadOnlyDiskIsSaidToBeSo();
    void aFolderThatMayNotBeWrittenIsSaidToBeSo();

private:
    void openLibrary();
    bool mountSmallDisk();
    Message say(const QString &text) const { return messageSaying(text, Role::User, {}, m_clock); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
    Conversation m_conversation;
    bool m_isMounted = false;
};

void LibraryStorageTest::initTestCase()
{
    // A file that meets its size limit then fails with EFBIG instead of ending the process.
    std::signal(SIGXFSZ, SIG_IGN);
}

void LibraryStorageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
}

void LibraryStorageTest::cleanup()
{
    m_library.reset();
    if (m_isMounted)
        ::umount2(QFile::encodeName(m_folder->path()).constData(), MNT_DETACH);
    m_isMounted = false;
    m_folder.reset();
}

void LibraryStorageTest::openLibrary()
{
    auto opened = Library::open(m_folder->filePath(QStringLiteral("library")), Library::Access::Owner, m_clock);
    QVERIFY2(opened, qPrintable(errorText(opened)));
    m_library = std::move(opened).value();
    m_conversation = conversationNamed(QStringLiteral("on disk"), m_clock);
    VERIFY_DONE(calls::create(*m_library, m_conversation));
}

bool LibraryStorageTest::mountSmallDisk()
{
    m_isMounted = ::mount("tmpfs", QFile::encodeName(m_folder->path()).constData(), "tmpfs", 0, "size=3m,mode=0700") == 0;
    return m_isMounted;
}

void LibraryStorageTest::aFileThatMayNotGrowIsAFullDisk()
{
    openLibrary();
    const Message first = say(QStringLiteral("first"));
    VERIFY_DONE(calls::append(*m_library, m_conversation.id, first));
    QSignalSpy troubled(m_library.get(), &Library::storageTroubled);
    QSignalSpy recovered(m_library.get(), &Library::storageRecovered);
    rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 512 * 1024;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Message large = say(QString(2 << 20, QLatin1Char('x')));

    const auto refused = calls::append(*m_library, m_conversation.id, large);
    const auto blobRefused = calls::putBlob(*m_library, QByteArray(1 << 20, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::StorageFull);
    QVERIFY(!blobRefused);
    QCOMPARE(blobRefused.error().kind, ErrorKind::StorageFull);
    QCOMPARE(troubled.size(), 2);
    QCOMPARE(recovered.size(), 0);
    QCOMPARE(calls::open(*m_library, m_conversation.id).value().tree.size(), 1);
    VERIFY_DONE(calls::append(*m_library, m_conversation.id, large));
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(calls::open(*m_library, m_conversation.id).value().tree.size(), 2);
}

void LibraryStorageTest::aFullDiskLosesNothingAndRecovers()
{
    if (!mountSmallDisk())
        QSKIP("Only the administrator can mount a small disk; aFileThatMayNotGrowIsAFullDisk() was run.");
    openLibrary();
    QSignalSpy troubled(m_library.get(), &Library::storageTroubled);
    QSignalSpy recovered(m_library.get(), &Library::storageRecovered);
    std::vector<MessageId> stored;
    Result<Done> last = Done {};

    for (int i = 0; i < 200 && last; ++i) {
        const Message message = say(QStringLiteral("%1 ").arg(i).repeated(20'000));
        last = calls::append(*m_library, m_conversation.id, message);
        if (last)
            stored.push_back(message.id);
    }

    QVERIFY(!last);
    QCOMPARE(last.error().kind, ErrorKind::StorageFull);
    QVERIFY(!troubled.isEmpty());
    QVERIFY(!stored.empty());
    VERIFY_DONE(m_library->messages(stored));
    QCOMPARE(calls::open(*m_library, m_conversation.id).value().tree.size(), qsizetype(stored.size()));
    QCOMPARE(::mount(nullptr, QFile::encodeName(m_folder->path()).constData(), nullptr, MS_REMOUNT, "size=64m"), 0);
    VERIFY_DONE(calls::append(*m_library, m_conversation.id, say(QStringLiteral("room again"))));
    QCOMPARE(recovered.size(), 1);
    VERIFY_DONE(calls::maintain(*m_library));
}

void LibraryStorageTest::aLibraryOnAFullDiskCanStillBeRead()
{
    if (!mountSmallDisk())
        QSKIP("Only the administrator can mount a small disk.");
    openLibrary();
    const Message kept = say(QStringLiteral("kept"));
    VERIFY_DONE(calls::append(*m_library, m_conversation.id, kept));
    QFile filler(m_folder->filePath(QStringLiteral("filler")));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) == 4096) { }

    const auto opened = calls::open(*m_library, m_conversation.id);

    VERIFY_DONE(opened);
    QCOMPARE(textOf(opened.value().tail.at(0)), QStringLiteral("kept"));
    VERIFY_DONE(m_library->messages({ kept.id }));
}

void LibraryStorageTest::aReadOnlyDiskIsSaidToBeSo()
{
    if (!mountSmallDisk())
        QSKIP("Only the administrator can mount a small disk.");
    openLibrary();
    const QByteArray path = QFile::encodeName(m_folder->path());
    // Files that are open for writing keep a disk from turning read-only.
    m_library.reset();
    QCOMPARE(::mount(nullptr, path.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);

    const auto refused = Library::open(m_folder->filePath(QStringLiteral("library")), Library::Access::Owner, m_clock);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::StorageReadOnly);
    QCOMPARE(::mount(nullptr, path.constData(), nullptr, MS_REMOUNT, nullptr), 0);
    auto again = Library::open(m_folder->filePath(QStringLiteral("library")), Library::Access::Owner, m_clock);
    QVERIFY2(again, qPrintable(errorText(again)));
    QCOMPARE(calls::list(*again.value()).value().size(), 1);
}

void LibraryStorageTest::aFolderThatMayNotBeWrittenIsSaidToBeSo()
{
    if (::geteuid() == 0)
        QSKIP("The administrator may write everywhere; aReadOnlyDiskIsSaidToBeSo() was run.");
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);

    const auto refused = Library::open(m_folder->filePath(QStringLiteral("library")), Library::Access::Owner, m_clock);
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::StorageReadOnly);
}

QTEST_GUILESS_MAIN(LibraryStorageTest)
#include "tst_librarystorage.moc"
