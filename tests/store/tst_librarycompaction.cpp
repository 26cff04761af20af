// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "childprocess.h"
#include "libraryfiles_p.h"
#include "librarycalls.h"
#include "oldlibrary.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// What is deleted gives its room on the disk back, and whatever happens meanwhile loses nothing.
class LibraryCompactionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deletedMessagesGiveTheirRoomBack();
    void aLibraryOfAnEarlierSchemaGivesItsRoomBackToo();
    void whoeverWritesMeanwhileWaitsForNothingAndLosesNothing();
    void killedWhileItIsCompactedItLosesNothing();

private:
    std::unique_ptr<Library> open();
    QString path() const { return m_folder->filePath(QStringLiteral("library")); }
    // Until there is nothing left to do.
    bool finish(Library &library) const
    {
        library.continueWork();
        const QDir backups(path() + QStringLiteral("/backups"));
        return QTest::qWaitFor([&] {
            return backups.entryList({ QStringLiteral("library-*") }, QDir::Files).size() == 1 && library.isSearchComplete().value();
        }, 120'000);
    }
    // A library begun under the first schema with a conversation "kept" of 20 messages, and about 30 MB of free pages.
    void makeHollowLibrary();
    qint64 pages(const char *sql = "PRAGMA page_count") const
    {
        const auto reader = Database::open(path() + QStringLiteral("/library.db"), Database::Mode::Read);
        return reader ? reader.value()->number(sql) : -1;
    }
    static qsizetype hits(Library &library, const QString &words) { return calls::search(library, words, 100).value().size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock { std::chrono::milliseconds(1'790'000'000'000) };
};

std::unique_ptr<Library> LibraryCompactionTest::open()
{
    auto opened = Library::open(path(), Library::Access::Owner, m_clock);
    return opened ? std::move(opened).value() : nullptr;
}

void LibraryCompactionTest::deletedMessagesGiveTheirRoomBack()
{
    // Free pages can be given back where the library began with that in mind.
    const QTemporaryDir folder;
    auto opened = Library::open(folder.path(), Library::Access::Owner, m_clock);
    QVERIFY(opened);
    const std::unique_ptr<Library> library = std::move(opened).value();
    DecodedDocument document;
    document.document.conversation = conversationNamed(QStringLiteral("long"), m_clock);
    for (int i = 0; i < 40; ++i)
        document.document.messages.push_back(messageSaying(QString(600'000, QLatin1Char('k')), Role::User, {}, m_clock));
    VERIFY_DONE(calls::importAll(*library, { document }));
    VERIFY_DONE(calls::remove(*library, document.document.conversation.id));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library->emptyTrash(m_clock.sinceEpoch().count() + 1, context, done); }));

    const QSignalSpy told(library.get(), &Library::workProgressed);
    VERIFY_DONE(calls::maintain(*library));

    const auto isOver = [&] {
        return !told.isEmpty() && told.last().first().value<LibraryWork>().done == told.last().first().value<LibraryWork>().total;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), 60'000);
    QVERIFY(told.size() > 3);
    const auto reader = Database::open(folder.filePath(QStringLiteral("library.db")), Database::Mode::Read);
    QVERIFY(reader.value()->number("PRAGMA page_count") < 500);
}

void LibraryCompactionTest::makeHollowLibrary()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(makeLargeOldLibrary(path(), 6000));
    const std::unique_ptr<Library> library = open();
    QVERIFY(library);
    QVERIFY(finish(*library));
    const ConversationId old = calls::list(*library).value().first().id;
    DecodedDocument kept;
    kept.document.conversation = conversationNamed(QStringLiteral("kept"), m_clock);
    for (int i = 0; i < 20; ++i)
        kept.document.messages.push_back(messageSaying(QStringLiteral("kept message %1").arg(i), Role::User, {}, m_clock));
    VERIFY_DONE(calls::importAll(*library, { kept }));
    VERIFY_DONE(calls::remove(*library, old));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library->emptyTrash(m_clock.sinceEpoch().count() + 1, context, done); }));
}

void LibraryCompactionTest::aLibraryOfAnEarlierSchemaGivesItsRoomBackToo()
{
    makeHollowLibrary();
    QVERIFY(pages() > 6000);
    QCOMPARE(pages("PRAGMA auto_vacuum"), 0);
    std::unique_ptr<Library> library = open();
    QCOMPARE(hits(*library, QStringLiteral("kept")), 21);

    VERIFY_DONE(calls::maintain(*library));
    QTRY_VERIFY_WITH_TIMEOUT(pages() < 500, 60'000);

    QCOMPARE(pages("PRAGMA auto_vacuum"), 2);
    QTRY_VERIFY(!QFile::exists(path() + QStringLiteral("/library.db.compacting")));
    // It goes on as if nothing had been, on every connection.
    const Conversation later = conversationNamed(QStringLiteral("kept later"), m_clock);
    VERIFY_DONE(calls::create(*library, later));
    const Message said = messageSaying(QStringLiteral("kept too"), Role::User, {}, m_clock);
    VERIFY_DONE(calls::append(*library, later.id, said));
    VERIFY_DONE(library->messages({ said.id }));
    QCOMPARE(hits(*library, QStringLiteral("kept")), 23);
    VERIFY_DONE(calls::maintain(*library));
    library.reset();
    library = open();
    QCOMPARE(hits(*library, QStringLiteral("kept")), 23);
    QVERIFY(finish(*library));
}

void LibraryCompactionTest::whoeverWritesMeanwhileWaitsForNothingAndLosesNothing()
{
    makeHollowLibrary();
    const std::unique_ptr<Library> library = open();
    const Conversation talk = conversationNamed(QStringLiteral("talk"), m_clock);
    VERIFY_DONE(calls::create(*library, talk));
    QList<MessageId> stored;
    int over = 0;
    connect(library.get(), &Library::workProgressed, this, [&](const LibraryWork &work) {
        over += work.kind == LibraryWork::Kind::Compacting && work.done == work.total;
        // While the copy is made, and before it can be ready.
        if (work.kind != LibraryWork::Kind::Compacting || !stored.isEmpty())
            return;
        const Message first = messageSaying(QStringLiteral("as it begins"), Role::User, {}, m_clock);
        stored.append(first.id);
        library->appendMessage(talk.id, first, this, [](const Result<Done> &done) { VERIFY_DONE(done); });
    });
    library->runMaintenance(this, {});
    QTRY_VERIFY_WITH_TIMEOUT(!stored.isEmpty(), 30'000);

    qint64 longest = 0;
    QElapsedTimer taken;
    while (over == 0 || stored.size() < 30) {
        taken.start();
        const Message message = messageSaying(QStringLiteral("meanwhile %1").arg(stored.size()), Role::User, {}, m_clock);
        VERIFY_DONE(calls::append(*library, talk.id, message));
        longest = std::max(longest, taken.elapsed());
        stored.append(message.id);
    }

    qInfo("%lld messages meanwhile, the longest took %lld ms", qint64(stored.size()), longest);
    QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
    // The copy was out of date and is gone; the next one will do.
    QCOMPARE(pages("PRAGMA auto_vacuum"), 0);
    QVERIFY(!QFile::exists(path() + QStringLiteral("/library.db.compacting")));
    QCOMPARE(library->messages({ stored.begin(), stored.end() }).value().size(), size_t(stored.size()));
    library->continueWork();
    library->pauseWork();
    library->continueWork();
    QTRY_COMPARE_WITH_TIMEOUT(pages("PRAGMA auto_vacuum"), 2, 60'000);
    QTRY_COMPARE(over, 2);
    QCOMPARE(library->messages({ stored.begin(), stored.end() }).value().size(), size_t(stored.size()));
}

void LibraryCompactionTest::killedWhileItIsCompactedItLosesNothing()
{
    makeHollowLibrary();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
    const QString hollow = m_folder->filePath(QStringLiteral("hollow.db"));
    QVERIFY(QFile::rename(path() + QStringLiteral("/library.db"), hollow));
    const bool isChosen = qEnvironmentVariableIsSet("GRACKLE_TEST_SEED");
    const quint32 seed = isChosen ? qEnvironmentVariable("GRACKLE_TEST_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("GRACKLE_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    const int kills = qEnvironmentVariableIsSet("GRACKLE_TEST_ALL") ? 100 : 12;
    int compacted = 0;
    for (int kill = 0; kill < kills; ++kill) {
        for (const char *suffix : { "", "-wal", "-shm", ".compacting" })
            QFile::remove(path() + QStringLiteral("/library.db") + QLatin1String(suffix));
        QVERIFY(QFile::copy(hollow, path() + QStringLiteral("/library.db")));
        ChildProcess child(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("compact"), path() });
        const QString awaited = kill % 3 == 0 ? QStringLiteral("over") : QStringLiteral("work");
        QTRY_VERIFY_WITH_TIMEOUT(child.lines().contains(awaited) || child.process().state() == QProcess::NotRunning, 60'000);
        child.process().waitForFinished(random.bounded(1, kill % 3 == 0 ? 20 : kill % 3 == 1 ? 60 : 300));
        child.kill();
        const QStringList lines = child.lines();
        QVERIFY2(lines.filter(QStringLiteral("error ")).isEmpty(), qPrintable(lines.join(QLatin1Char('\n'))));

        const std::unique_ptr<Library> library = open();
        QVERIFY(library);
        library->pauseWork();
        QCOMPARE(hits(*library, QStringLiteral("kept")), 21);
        for (const QString &line : lines) {
            const QStringList words = line.split(QLatin1Char(' '));
            if (words.first() == QLatin1String("stored") || words.first() == QLatin1String("finished"))
                VERIFY_DONE(library->messages({ MessageId::fromString(words.at(1)) }));
        }
        const auto checked = Database::open(path() + QStringLiteral("/library.db"), Database::Mode::Read);
        VERIFY_DONE(checkLibrary(*checked.value()));
        QVERIFY(!QFile::exists(path() + QStringLiteral("/library.db.compacting")));
        compacted += pages("PRAGMA auto_vacuum") == 2;
    }
    qInfo("kills: %d, compacted before: %d, losses: 0", kills, compacted);
    QVERIFY(compacted > 0);
}

QTEST_GUILESS_MAIN(LibraryCompactionTest)
#include "tst_librarycompaction.moc"
