// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "childprocess.h"
#include "faultydisk.h"
#include "folderguard_p.h"
#include "librarycalls.h"
#include "librarycompaction_p.h"
#include "libraryfiles_p.h"
#include "librarygenerations.h"
#include "oldlibrary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

// Another file takes the library's name while a second process opens it (G2): that one reads the old library or the new one, never the file of
// one with the log of the other.
class LibrarySwapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { FaultyDisk::disk().unwatch(); }

    void atEachStepOfOpeningTheSwapWaitsOrGivesUp();
    void atEachStepOfTheSwapWhoeverOpensReadsRight();
    void whoeverReadsForLongFollowsToTheNewFile();
    void aLogThatLostItsLibraryIsNotPlayedIntoABackup();

private:
    static constexpr qint64 Now = 1'790'000'000'000;
    static constexpr int Messages = 10;
    // With pages that are free, a log that holds the last writes, and a compacted copy beside it.
    void makeSwappable();
    std::unique_ptr<Database> openWriter();

    std::unique_ptr<QTemporaryDir> m_folder;
    LibraryFolder m_library { QString() };
    ManualClock m_clock { std::chrono::milliseconds(Now) };
};

std::unique_ptr<Database> LibrarySwapTest::openWriter()
{
    Result<std::unique_ptr<Database>> opened = openForWriting(m_library, Now);
    return opened ? std::move(opened).value() : nullptr;
}

void LibrarySwapTest::makeSwappable()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = LibraryFolder(m_folder->filePath(QStringLiteral("library")));
    VERIFY_DONE(ensureLibraryFolder(m_library));
    VERIFY_DONE(makeEarlierLibrary(m_library.path(), 4));
    const std::unique_ptr<Database> writer = openWriter();
    QVERIFY(writer);
    VERIFY_DONE(writer->execute("CREATE TABLE hollow (x); INSERT INTO hollow VALUES (zeroblob(400000)); DROP TABLE hollow; DELETE FROM tags;"
                                "INSERT INTO tags (name, color) VALUES ('before', 1)"));
    const auto reader = openForReading(m_library);
    VERIFY_DONE(copyCompacted(*reader.value(), m_library));
}

void LibrarySwapTest::init()
{
    makeSwappable();
}

void LibrarySwapTest::atEachStepOfOpeningTheSwapWaitsOrGivesUp()
{
    FaultyDisk &disk = FaultyDisk::disk();
    disk.watch(m_library.path());
    QVERIFY(openForReading(m_library));
    const int steps = disk.operations();
    disk.unwatch();
    QVERIFY2(steps >= 3, qPrintable(QString::number(steps)));
    int swapped = 0;
    for (int step = 0; step <= steps; ++step) {
        makeSwappable();
        ChildProcess child(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("swap"), m_library.path() });
        QVERIFY(child.waitForLine(QStringLiteral("ready")));
        QStringList told;
        disk.watch(m_library.path());
        disk.setWitness([&](int number, FaultyDisk::Kind, const QString &) {
            if (number != step || !told.isEmpty())
                return;
            child.process().write("\n");
            child.waitForEnd();
            told = child.lines();
        });
        std::unique_ptr<Database> reader;
        const Result<Database *> opened = currentReader(reader, m_library);
        disk.setWitness({});
        disk.unwatch();

        QVERIFY2(opened, qPrintable(errorText(opened)));
        const bool isSwapped = told.contains(QStringLiteral("swapped"));
        QVERIFY2(isSwapped || told.contains(QStringLiteral("refused")) || told.isEmpty(), qPrintable(told.join(u' ')));
        swapped += isSwapped;
        const qint64 tags = reader->number("SELECT count(*) FROM tags");
        QVERIFY2(tags == 1 || tags == 201, qPrintable(QStringLiteral("step %1, %2: %3 tags").arg(step).arg(told.join(u' ')).arg(tags)));
        QCOMPARE(reader->number("SELECT count(*) FROM messages JOIN bodies USING (row)"), Messages);
        VERIFY_DONE(checkLibrary(*reader));
        if (isSwapped) {
            const Result<Database *> current = currentReader(reader, m_library);
            QCOMPARE(current.value()->number("SELECT count(*) FROM tags"), 201);
        }
    }
    qInfo("steps of opening: %d, the swap went through at %d of them", steps, swapped);
    QVERIFY(swapped < steps);
}

void LibrarySwapTest::atEachStepOfTheSwapWhoeverOpensReadsRight()
{
    constexpr int LongEnoughToOpenMs = 40;
    FaultyDisk &disk = FaultyDisk::disk();
    int step = 0;
    for (bool wasReached = true; wasReached; ++step) {
        makeSwappable();
        std::unique_ptr<Database> writer = openWriter();
        std::unique_ptr<ChildProcess> child;
        disk.watch(m_library.path());
        disk.setWitness([&](int number, FaultyDisk::Kind, const QString &) {
            if (number != step || child)
                return;
            child = std::make_unique<ChildProcess>(QStringLiteral(LIBRARY_CHILD), QStringList { QStringLiteral("read"), m_library.path() });
            child->waitForLine(QStringLiteral("begins"));
            // Where nothing keeps it from opening, it has opened now.
            child->process().waitForReadyRead(LongEnoughToOpenMs);
        });
        const Result<bool> isInPlace = putCompactedInPlace(writer, m_library);
        disk.setWitness({});
        disk.unwatch();
        wasReached = child != nullptr;
        QVERIFY(isInPlace && isInPlace.value());
        writer = openWriter();
        VERIFY_DONE(writer->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                                    " INSERT INTO tags (name, color) SELECT printf('%0500d', i), i FROM n"));
        if (!child)
            break;
        QVERIFY(child->waitForLine(QStringLiteral("read")));
        child->process().write("\n");
        QVERIFY(child->waitForLine(QStringLiteral("read"), 2));
        const QStringList read = child->lines().filter(QStringLiteral("read"));
        const QStringList right { QStringLiteral("read 1 10 whole"), QStringLiteral("read 201 10 whole") };
        QVERIFY2(right.contains(read.first()), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(read.first())));
        QVERIFY2(read.last() == right.last(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(read.last())));
    }
    qInfo("steps of the swap: %d", step);
    QVERIFY(step > 8);
}

void LibrarySwapTest::whoeverReadsForLongFollowsToTheNewFile()
{
    ChildProcess child(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("read"), m_library.path() });
    QVERIFY(child.waitForLine(QStringLiteral("read 1 10 whole")));
    ChildProcess other(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("swap"), m_library.path() });
    other.process().write("\n");
    QVERIFY(other.waitForLine(QStringLiteral("swapped")));

    child.process().write("\n");
    QVERIFY(child.waitForLine(QStringLiteral("read 201 10 whole")));
}

// Setting aside moves the file first and its log after it: a kill in between leaves the log.
void LibrarySwapTest::aLogThatLostItsLibraryIsNotPlayedIntoABackup()
{
    {
        const std::unique_ptr<Database> writer = openWriter();
        VERIFY_DONE(backUpLibrary(*writer, m_library, Now));
    }
    ChildProcess child(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("swap"), m_library.path() });
    child.process().write("\n");
    QVERIFY(child.waitForLine(QStringLiteral("swapped")));
    child.waitForEnd();
    QVERIFY(QFileInfo(m_library.database() + QStringLiteral("-wal")).size() > 0);
    QVERIFY(QFile::rename(m_library.database(), m_library.database() + QStringLiteral(".damaged-20260101T000000Z")));
    QVERIFY(!openForWriting(m_library, Now));

    VERIFY_DONE(restoreBackup(m_library, Now));

    const std::unique_ptr<Database> restored = openWriter();
    QVERIFY(restored);
    QCOMPARE(restored->number("SELECT count(*) FROM tags"), 1);
    VERIFY_DONE(checkLibrary(*restored));
}

QTEST_GUILESS_MAIN(LibrarySwapTest)
#include "tst_libraryswap.moc"
