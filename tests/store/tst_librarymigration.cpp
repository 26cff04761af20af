// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "childprocess.h"
#include "librarycalls.h"
#include "librarybacklog_p.h"
#include "libraryfiles_p.h"
#include "oldlibrary.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// Years of messages under an old schema: the start does not wait for them, and whatever happens meanwhile loses nothing (G15).
class LibraryMigrationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void theStartDoesNotWaitForBackupAndIndex();
    void whatIsIndexedIsFoundAndTheRestComesLater();
    void whatChangesMeanwhileIsFoundAsItIs();
    void aPauseLastsUntilItIsOverOrTheNextStart();
    void killedAtAnyStepItGoesOn();
    void everyRowOfEverySchemaComesThrough_data();
    void everyRowOfEverySchemaComesThrough();

private:
    static constexpr int Messages = 3000;          // about 10 MB
    std::unique_ptr<Library> open();
    QString path() const { return m_folder->filePath(QStringLiteral("library")); }
    QStringList backups() const { return QDir(path() + QStringLiteral("/backups")).entryList({ QStringLiteral("library-*") }, QDir::Files); }
    // Until there is nothing left to do.
    bool finish(Library &library) const
    {
        library.continueWork();
        return QTest::qWaitFor([&] { return backups().size() == 1 && library.isSearchComplete().value(); }, 120'000);
    }
    void verifyMigrated(int version);
    static qsizetype hits(Library &library, const QString &words) { return calls::search(library, words, 2 * Messages).value().size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock { std::chrono::milliseconds(1'790'000'000'000) };
};

void LibraryMigrationTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(makeLargeOldLibrary(path(), Messages));
    QVERIFY(QFileInfo(path() + QStringLiteral("/library.db")).size() > BackUpAtOnceBytes);
}

std::unique_ptr<Library> LibraryMigrationTest::open()
{
    auto opened = Library::open(path(), Library::Access::Owner, m_clock);
    return opened ? std::move(opened).value() : nullptr;
}

void LibraryMigrationTest::theStartDoesNotWaitForBackupAndIndex()
{
    const QFileInfo file(path() + QStringLiteral("/library.db"));
    const std::unique_ptr<Library> library = open();

    // Open, readable, writable; neither of the two long things is done.
    QVERIFY(library);
    QVERIFY(backups().isEmpty());
    QVERIFY(isBackupOwed(LibraryFolder(path())));
    QVERIFY(!library->isSearchComplete().value());
    QCOMPARE(calls::list(*library).value().first().title, QStringLiteral("Version one"));

    QVector<LibraryWork> told;
    connect(library.get(), &Library::workProgressed, this, [&](const LibraryWork &work) { told.append(work); });
    QVERIFY(finish(*library));

    // Then they are, and were told as they went on.
    QVERIFY(!isBackupOwed(LibraryFolder(path())));
    QCOMPARE(hits(*library, QStringLiteral("every")), Messages);
    QCOMPARE(hits(*library, QStringLiteral("word4 every")), 1);
    QTRY_VERIFY(told.size() > 3 && told.last().kind == LibraryWork::Kind::Indexing && told.last().done == told.last().total);
    QCOMPARE(told.first().kind == LibraryWork::Kind::BackingUp || told.first().kind == LibraryWork::Kind::Indexing, true);
    qint64 before = 0;
    for (const LibraryWork &work : std::as_const(told)) {
        if (work.kind != LibraryWork::Kind::Indexing)
            continue;
        QVERIFY(work.done >= before && work.done <= work.total);
        before = work.done;
    }
    // The columns that a search filters by came along.
    QCOMPARE(calls::find(*library, { .words = QStringLiteral("word5 every"), .modelId = QStringLiteral("grok-4") }).value().size(), 1);
    QCOMPARE(calls::find(*library, { .words = QStringLiteral("word6 every"), .modelId = QStringLiteral("grok-4") }).value().size(), 0);

    // The backup is the library as it was.
    const auto backup = Database::open(path() + QStringLiteral("/backups/") + backups().first(), Database::Mode::Read);
    QVERIFY(backup);
    VERIFY_DONE(checkLibrary(*backup.value()));
    QCOMPARE(backup.value()->number("PRAGMA user_version"), 1);
    QCOMPARE(backup.value()->number("SELECT count(*) FROM bodies"), Messages + 3);
}

void LibraryMigrationTest::whatIsIndexedIsFoundAndTheRestComesLater()
{
    const std::unique_ptr<Library> library = open();
    QVERIFY(library);
    library->pauseWork();

    // The newest came with the opening.
    QCOMPARE(hits(*library, QStringLiteral("word%1 every").arg(Messages + 3)), 1);
    QCOMPARE(hits(*library, QStringLiteral("word4 every")), 0);

    QVERIFY(finish(*library));
    QCOMPARE(hits(*library, QStringLiteral("word4 every")), 1);
    QCOMPARE(hits(*library, QStringLiteral("nebula ")), 1);
}

void LibraryMigrationTest::whatChangesMeanwhileIsFoundAsItIs()
{
    std::unique_ptr<Library> library = open();
    QVERIFY(library);
    library->pauseWork();
    const ConversationId old = calls::list(*library).value().first().id;
    const Conversation conversation = conversationNamed(QStringLiteral("Heliotrope"), m_clock);
    VERIFY_DONE(calls::create(*library, conversation));
    const Message question = messageSaying(QStringLiteral("A question about zinnias"), Role::User, {}, m_clock);
    VERIFY_DONE(calls::append(*library, conversation.id, question));
    Message answer = runningAnswer(question.id, m_clock);
    VERIFY_DONE(calls::append(*library, conversation.id, answer));
    answer.state = MessageState::Complete;
    answer.parts = { TextPart { QStringLiteral("They want sun, and dahlias too") } };
    VERIFY_DONE(calls::finish(*library, answer));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library->renameConversation(old, QStringLiteral("Marigolds"), true, context, done); }));
    QCOMPARE(hits(*library, QStringLiteral("zinnias ")), 1);
    QCOMPARE(hits(*library, QStringLiteral("dahlias ")), 1);

    QVERIFY(finish(*library));
    QCOMPARE(hits(*library, QStringLiteral("zinnias ")), 1);
    QCOMPARE(hits(*library, QStringLiteral("dahlias ")), 1);
    QCOMPARE(hits(*library, QStringLiteral("heliotrope ")), 1);
    QCOMPARE(hits(*library, QStringLiteral("marigolds ")), 1);
    QCOMPARE(hits(*library, QStringLiteral("every ")), Messages);

    // Nothing is left in the index of what is deleted for good.
    VERIFY_DONE(calls::remove(*library, old));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library->emptyTrash(m_clock.sinceEpoch().count() + 1, context, done); }));
    library.reset();
    const auto database = Database::open(path() + QStringLiteral("/library.db"), Database::Mode::Write);
    VERIFY_DONE(database.value()->execute("INSERT INTO body_index (body_index) VALUES ('integrity-check'); INSERT INTO title_index (title_index) VALUES ('integrity-check')"));
    QCOMPARE(database.value()->number("SELECT count(*) FROM body_index WHERE body_index MATCH 'every'"), 0);
}

void LibraryMigrationTest::aPauseLastsUntilItIsOverOrTheNextStart()
{
    std::unique_ptr<Library> library = open();
    QVERIFY(library);
    bool isPaused = false;
    connect(library.get(), &Library::workProgressed, this, [&](const LibraryWork &work) {
        isPaused = work.isPaused;
        if (work.kind == LibraryWork::Kind::Indexing && !work.isPaused)
            library->pauseWork();
    });
    QTRY_VERIFY_WITH_TIMEOUT(isPaused, 60'000);
    const QSignalSpy told(library.get(), &Library::workProgressed);

    // A turn through the worker and back: at most the piece that was on its way is told.
    QCOMPARE(calls::list(*library).value().size(), 1);
    QVERIFY(told.size() <= 1);
    QVERIFY(!library->isSearchComplete().value());

    library.reset();
    library = open();
    QTRY_VERIFY_WITH_TIMEOUT(library->isSearchComplete().value(), 120'000);
    QCOMPARE(hits(*library, QStringLiteral("every")), Messages);
}

void LibraryMigrationTest::killedAtAnyStepItGoesOn()
{
    const bool isChosen = qEnvironmentVariableIsSet("GRACKLE_TEST_SEED");
    const quint32 seed = isChosen ? qEnvironmentVariable("GRACKLE_TEST_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("GRACKLE_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
    const int rounds = qEnvironmentVariableIsSet("GRACKLE_TEST_ALL") ? 40 : 5;
    int kills = 0;
    for (int round = 0; round < rounds; ++round) {
        const int version = 1 + round % 4;
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(makeLargeOldLibrary(path(), Messages, version));
        for (bool isOver = false; !isOver; ++kills) {
            ChildProcess child(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("migrate"), path() });
            // By what it said, by time while it opens, by time while it works.
            if (kills % 3 == 0)
                QTRY_VERIFY_WITH_TIMEOUT(!child.lines().isEmpty() || child.process().state() == QProcess::NotRunning, 60'000);
            child.process().waitForFinished(random.bounded(1, kills % 3 == 1 ? 40 : 250));
            child.kill();
            const QStringList lines = child.lines();
            isOver = lines.contains(QStringLiteral("over"));
            QVERIFY2(lines.filter(QStringLiteral("error ")).isEmpty(), qPrintable(lines.join(QLatin1Char('\n'))));
        }
        verifyMigrated(version);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("kills: %d in %d migrations, losses: 0", kills, rounds);
}

// Whole, found by its words, and as it was in the one backup.
void LibraryMigrationTest::verifyMigrated(int version)
{
    const std::unique_ptr<Library> library = open();
    QVERIFY(library);
    QVERIFY(finish(*library));
    QCOMPARE(hits(*library, QStringLiteral("every")), Messages);
    QCOMPARE(hits(*library, QStringLiteral("nebula ")), 1);
    const auto backup = Database::open(path() + QStringLiteral("/backups/") + backups().first(), Database::Mode::Read);
    VERIFY_DONE(checkLibrary(*backup.value()));
    QCOMPARE(backup.value()->number("PRAGMA user_version"), version);
    QCOMPARE(backup.value()->number("SELECT count(*) FROM bodies"), Messages + 3);
    VERIFY_DONE(calls::maintain(*library));
}

void LibraryMigrationTest::everyRowOfEverySchemaComesThrough_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= 5; ++version)
        QTest::addRow("schema %d", version) << version;
}

void LibraryMigrationTest::everyRowOfEverySchemaComesThrough()
{
    QFETCH(int, version);
    m_folder = std::make_unique<QTemporaryDir>();
    VERIFY_DONE(ensureLibraryFolder(LibraryFolder(path())));
    VERIFY_DONE(makeEarlierLibrary(path(), version));
    const auto rows = [](Database &database, const char *sql) {
        QStringList found;
        Statement row(database, sql);
        while (row.next())
            found.append(row.text(0));
        return found;
    };
    const auto contents = [&](Database &database) {
        const char *const arranged = "SELECT row || quote(folder) || quote(tags) || is_archived FROM conversations"
                                     " UNION ALL SELECT quote(id) || name || endpoint || model || system_prompt || created FROM folders UNION ALL SELECT name || color FROM tags";
        QList<QStringList> all {
            rows(database, "SELECT text FROM (SELECT row || quote(id) || quote(title) || has_manual_title || quote(system_prompt) || quote(endpoint) || quote(model)"
                           " || quote(options) || quote(head) || created || ' ' || updated || is_pinned || message_count || quote(deleted) AS text FROM conversations ORDER BY row)"),
            rows(database, "SELECT row || ' ' || conversation || quote(id) || quote(parent) || role || state || ' ' || created || ' ' || length || is_open FROM messages ORDER BY row"),
            rows(database, "SELECT row || quote(text) || quote(parts) || quote(tool_calls) || quote(tool_call_id) || quote(answer) FROM bodies ORDER BY row"),
            rows(database, "SELECT message || ' ' || piece || quote(text) || quote(reasoning) || text_end || ' ' || reasoning_end FROM progress ORDER BY message, piece"),
            rows(database, "SELECT conversation || quote(text) || cursor || quote(attachments) || attachments_first FROM drafts"),
            rows(database, "SELECT conversation || quote(message) || pixel FROM reading_positions"),
        };
        if (version >= 4)
            all.append(rows(database, arranged));
        return all;
    };
    QList<QStringList> before;
    {
        const auto old = Database::open(path() + QStringLiteral("/library.db"), Database::Mode::Read);
        before = contents(*old.value());
        QVERIFY(before[0].size() >= 4 && before[1].size() >= 8 && before[2].size() == before[1].size() && before[3].size() == 2 && !before[4].isEmpty() && !before[5].isEmpty());
    }

    {
        const auto migrated = openForWriting(LibraryFolder(path()), m_clock.sinceEpoch().count());
        QVERIFY2(migrated, qPrintable(errorText(migrated)));
        Database &database = *migrated.value();
        while (!backlogState(database).value().isEmpty())
            VERIFY_DONE(workOnBacklog(database, 3));

        QCOMPARE(contents(database), before);
        VERIFY_DONE(checkLibrary(database));
        // What later schemas know about each row.
        const QStringList derived = rows(database, "SELECT m.row || ' ' || coalesce(m.model, '-') || ' ' || coalesce(m.cost, '-') || ' ' || m.has_image || ' ' || b.names"
                                                   " FROM messages m JOIN bodies b ON b.row = m.row WHERE m.model IS NOT NULL OR m.has_image ORDER BY m.row");
        QStringList expected { QStringLiteral("2 grok-4 70 0 "), QStringLiteral("3 grok-3 - 0 "), QStringLiteral("4 - - 1 orion.png"), QStringLiteral("9 grok-4 - 0 ") };
        if (version >= 2)
            expected += { QStringLiteral("20 - - 1 andromeda.jpg"), QStringLiteral("21 grok-4-fast 8 0 ") };
        QCOMPARE(derived, expected);
        VERIFY_DONE(database.execute("INSERT INTO body_index (body_index) VALUES ('integrity-check'); INSERT INTO title_index (title_index) VALUES ('integrity-check')"));
    }

    // And as a person meets it.
    const std::unique_ptr<Library> library = open();
    QVERIFY(library);
    QCOMPARE(calls::list(*library).value().size(), version >= 2 ? 4 : 3);
    QCOMPARE(hits(*library, QStringLiteral("nebula ")), 2);         // a title and a question
    QCOMPARE(hits(*library, QStringLiteral("星雲")), 2);
    QCOMPARE(hits(*library, QStringLiteral("orion")), 1);
    const auto running = calls::find(*library, { .words = QStringLiteral("clouds dust") });
    QCOMPARE(running.value().size(), 1);
    const auto opened = calls::open(*library, running.value().first().id);
    QCOMPARE(opened.value().tail.back().state, MessageState::CutOff);
    QCOMPARE(textOf(opened.value().tail.back()), QStringLiteral("Clouds of dust"));
    QCOMPARE(opened.value().tail.back().answer->reasoning, QStringLiteral("hm"));
    const auto backup = Database::open(path() + QStringLiteral("/backups/") + backups().first(), Database::Mode::Read);
    QCOMPARE(backup.value()->number("PRAGMA user_version"), version);
    QCOMPARE(contents(*backup.value()), before);
}

QTEST_GUILESS_MAIN(LibraryMigrationTest)
#include "tst_librarymigration.moc"
