// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarygenerations.h"

#include "database_p.h"
#include "librarycalls.h"
#include "libraryfolder_p.h"
#include "librarypages_p.h"
#include "oldlibrary.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

// The ways back: all of a backup, one conversation of it, and what can be read of a library that is damaged.
class LibraryGenerationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void theyAreListedWithWhatIsInThem();
    void oneConversationComesBack();
    void oneOutOfTheTrashOfABackupComesBack();
    void oneComesBackOutOfABackupOfAnySchema_data();
    void oneComesBackOutOfABackupOfAnySchema();
    void allOfOneComesBackAndWhatWasThereIsSetAside();
    void anOpenLibraryIsNotReplaced();
    void aNameIsNoPath();
    void whatCanBeReadIsSalvaged();
    void anOldLibraryIsSalvagedToo();
    void theShapeOfTheLibraryIsNotNeeded_data();
    void theShapeOfTheLibraryIsNotNeeded();
    void withoutItsFirstPageAnOldLibraryKeepsDeletedMessagesDeleted_data();
    void withoutItsFirstPageAnOldLibraryKeepsDeletedMessagesDeleted();
    void whatIsOnOtherPagesComesBack();
    void pagesInTheLogAreReadThere();
    void nothingIsSalvagedOutOfGarbage();

private:
    std::unique_ptr<Library> open();
    ConversationId say(Library &library, const QString &title, int messages = 1);
    QString path() const { return m_folder->filePath(QStringLiteral("library")); }
    QStringList titles(Library &library)
    {
        QStringList found;
        const auto list = calls::list(library);
        for (const ConversationSummary &summary : list.value())
            found.append(summary.title);
        found.sort();
        return found;
    }
    // Overwrites pages of the closed library; the next start sets it aside.
    void damage(const std::function<bool(qint64 page)> &isHit);
    // The same with bytes of one's own; `content` gives what the page shall hold, or nothing to leave it.
    void rewrite(const std::function<QByteArray(qint64 page, const QByteArray &before)> &content);
    // How many of the messages that say() made are there, each with its right text.
    qint64 saidMessages();

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void LibraryGenerationsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = ManualClock(std::chrono::milliseconds(1'790'000'000'000));
}

std::unique_ptr<Library> LibraryGenerationsTest::open()
{
    auto opened = Library::open(path(), Library::Access::Owner, m_clock);
    return opened ? std::move(opened).value() : nullptr;
}

ConversationId LibraryGenerationsTest::say(Library &library, const QString &title, int messages)
{
    DecodedDocument made;
    made.document.conversation = conversationNamed(title, m_clock);
    MessageId last;
    for (int i = 0; i < messages; ++i) {
        m_clock.advance(std::chrono::milliseconds(5));
        made.document.messages.push_back(messageSaying(QStringLiteral("%1 says %2 ").arg(title).arg(i).repeated(30), Role::User, last, m_clock));
        last = made.document.messages.back().id;
    }
    made.document.conversation.head = last;
    return calls::importAll(library, { made }) ? made.document.conversation.id : ConversationId();
}

void LibraryGenerationsTest::damage(const std::function<bool(qint64 page)> &isHit)
{
    rewrite([&](qint64 page, const QByteArray &before) { return page > 0 && isHit(page) ? QByteArray(before.size(), char(0x5a)) : QByteArray(); });
}

void LibraryGenerationsTest::rewrite(const std::function<QByteArray(qint64 page, const QByteArray &before)> &content)
{
    constexpr qint64 PageSize = 4096;
    QFile file(path() + QStringLiteral("/library.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 page = 0; page < file.size() / PageSize; ++page) {
        QVERIFY(file.seek(page * PageSize));
        const QByteArray wanted = content(page, file.read(PageSize));
        if (wanted.isEmpty())
            continue;
        QVERIFY(file.seek(page * PageSize));
        QCOMPARE(file.write(wanted), PageSize);
    }
    file.close();
    QFile mark(path() + QStringLiteral("/check-failed"));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    QVERIFY(!open());
}

qint64 LibraryGenerationsTest::saidMessages()
{
    const std::unique_ptr<Library> library = open();
    if (!library || !calls::maintain(*library))
        return -1;
    qint64 said = 0;
    const auto list = calls::list(*library);
    for (const ConversationSummary &summary : list.value()) {
        const auto opened = calls::open(*library, summary.id);
        std::vector<MessageId> ids;
        for (const MessageHead &head : opened.value().tree.heads())
            ids.push_back(head.id);
        const auto messages = library->messages(ids);
        for (const Message &message : messages.value()) {
            const QString text = std::get<TextPart>(message.parts.front()).text;
            const qsizetype line = text.indexOf(QLatin1String(" says ")) < 0 ? 0 : text.indexOf(QLatin1Char(' '), text.indexOf(QLatin1String(" says ")) + 6) + 1;
            said += line > 0 && text == text.left(line).repeated(30);
        }
    }
    return said;
}

void LibraryGenerationsTest::theyAreListedWithWhatIsInThem()
{
    std::unique_ptr<Library> library = open();
    say(*library, QStringLiteral("first day"), 3);
    VERIFY_DONE(calls::maintain(*library));
    m_clock.advance(std::chrono::hours(25));
    say(*library, QStringLiteral("second day"), 2);
    VERIFY_DONE(calls::maintain(*library));

    const QList<LibraryGeneration> generations = LibraryGenerations(path()).list();

    QCOMPARE(generations.size(), 2);
    QCOMPARE(generations[0].madeAtMs, m_clock.sinceEpoch().count() / 1000 * 1000);
    QCOMPARE(generations[0].conversations, 2);
    QCOMPARE(generations[0].messages, 5);
    QCOMPARE(generations[1].conversations, 1);
    QCOMPARE(generations[1].messages, 3);
    QCOMPARE(LibraryGenerations(path()).conversations(generations[1].name).value().first().title, QStringLiteral("first day"));
}

void LibraryGenerationsTest::oneConversationComesBack()
{
    std::unique_ptr<Library> library = open();
    const ConversationId id = say(*library, QStringLiteral("wanted"), 40);
    say(*library, QStringLiteral("other"));
    VERIFY_DONE(calls::maintain(*library));
    VERIFY_DONE(calls::remove(*library, id));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library->emptyTrash(m_clock.sinceEpoch().count() + 1, context, done); }));
    QCOMPARE(titles(*library), QStringList { QStringLiteral("other") });

    const LibraryGenerations generations(path());
    const auto document = generations.conversation(generations.list().first().name, id);
    VERIFY_DONE(document);
    VERIFY_DONE(calls::importAll(*library, { { document.value(), {} } }));

    QCOMPARE(titles(*library), (QStringList { QStringLiteral("other"), QStringLiteral("wanted") }));
    const auto back = calls::open(*library, id);
    QCOMPARE(back.value().tree.size(), 40);
    QCOMPARE(calls::search(*library, QStringLiteral("wanted says")).value().size(), 40);
}

void LibraryGenerationsTest::oneOutOfTheTrashOfABackupComesBack()
{
    std::unique_ptr<Library> library = open();
    const ConversationId id = say(*library, QStringLiteral("thrown away"), 3);
    VERIFY_DONE(calls::remove(*library, id));
    VERIFY_DONE(calls::maintain(*library));

    const LibraryGenerations generations(path());
    const auto document = generations.conversation(generations.list().first().name, id);

    VERIFY_DONE(document);
    QCOMPARE(document.value().messages.size(), size_t(3));
}

void LibraryGenerationsTest::oneComesBackOutOfABackupOfAnySchema_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= 5; ++version)
        QTest::addRow("schema %d", version) << version;
}

void LibraryGenerationsTest::oneComesBackOutOfABackupOfAnySchema()
{
    QFETCH(int, version);
    const QTemporaryDir old;
    VERIFY_DONE(makeEarlierLibrary(old.path(), version));
    std::unique_ptr<Library> library = open();
    const QString name = QStringLiteral("library-20250101T000000Z.db");
    const QString backup = path() + QStringLiteral("/backups/") + name;
    QVERIFY(QFile::copy(old.filePath(QStringLiteral("library.db")), backup));
    const auto bytes = [&] {
        QFile file(backup);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    const LibraryGenerations generations(path());

    const auto inside = generations.conversations(name);
    VERIFY_DONE(inside);
    QCOMPARE(inside.value().size(), version >= 2 ? 5 : 4);
    for (const ConversationSummary &summary : inside.value()) {
        const auto document = generations.conversation(name, summary.id);
        VERIFY_DONE(document);
        QCOMPARE(int(document.value().messages.size()), summary.messageCount);
        // Pictures are not in a backup of the database; what refers to them is refused where they are gone.
        const bool hasPictures = std::any_of(document.value().messages.begin(), document.value().messages.end(), [](const Message &message) { return !imagesOf(message).empty(); });
        QCOMPARE(bool(calls::importAll(*library, { { document.value(), {} } })), !hasPictures);
    }

    QVERIFY(titles(*library).contains(QStringLiteral("In the trash")));
    const auto found = calls::find(*library, { .words = QStringLiteral("clouds dust") });
    QCOMPARE(found.value().size(), 1);
    QCOMPARE(calls::open(*library, found.value().first().id).value().tail.back().state, MessageState::CutOff);
    // The backup is as it was, and nothing is left beside it; what a process left that was killed meanwhile goes with the next backup.
    QCOMPARE(bytes(), before);
    QCOMPARE(QDir(path() + QStringLiteral("/backups")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList { name });
    QVERIFY(QDir(path()).mkpath(QStringLiteral("backups/reading-killed")));
    m_clock = ManualClock(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()) + std::chrono::hours(2));
    VERIFY_DONE(calls::maintain(*library));
    QVERIFY(!QFile::exists(path() + QStringLiteral("/backups/reading-killed")));
}

void LibraryGenerationsTest::allOfOneComesBackAndWhatWasThereIsSetAside()
{
    std::unique_ptr<Library> library = open();
    say(*library, QStringLiteral("before"));
    VERIFY_DONE(calls::maintain(*library));
    say(*library, QStringLiteral("after"));
    library.reset();

    const LibraryGenerations generations(path());
    VERIFY_DONE(generations.restore(generations.list().first().name, m_clock));

    library = open();
    QVERIFY(library);
    QCOMPARE(titles(*library), QStringList { QStringLiteral("before") });
    QCOMPARE(QDir(path()).entryList({ QStringLiteral("library.db.replaced-*Z") }, QDir::Files).size(), 1);
}

void LibraryGenerationsTest::anOpenLibraryIsNotReplaced()
{
    const std::unique_ptr<Library> library = open();
    VERIFY_DONE(calls::maintain(*library));
    const LibraryGenerations generations(path());

    const auto restored = generations.restore(generations.list().first().name, m_clock);

    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, ErrorKind::LibraryInUse);
}

void LibraryGenerationsTest::aNameIsNoPath()
{
    open();
    for (const char *name : { "../library.db", "/etc/passwd", "", "library-20260921T141320Z.db" }) {
        QCOMPARE(LibraryGenerations(path()).restore(QString::fromLatin1(name), m_clock).error().kind, ErrorKind::NotFound);
        QCOMPARE(LibraryGenerations(path()).conversations(QString::fromLatin1(name)).error().kind, ErrorKind::NotFound);
    }
}

void LibraryGenerationsTest::whatCanBeReadIsSalvaged()
{
    std::unique_ptr<Library> library = open();
    for (int i = 0; i < 20; ++i)
        say(*library, QStringLiteral("conversation%1").arg(i), 100);
    library.reset();
    const qint64 pages = QFileInfo(path() + QStringLiteral("/library.db")).size() / 4096;
    // Every fiftieth page is gone, none of the first ones, which hold the shape of all tables.
    damage([](qint64 page) { return page > 40 && page % 50 == 0; });

    const auto salvaged = LibraryGenerations(path()).salvage(m_clock);

    VERIFY_DONE(salvaged);
    QVERIFY2(salvaged.value().messages > 1200 && salvaged.value().messages < 2000, qPrintable(QStringLiteral("%1 of 2000 out of %2 pages").arg(salvaged.value().messages).arg(pages)));
    QVERIFY(salvaged.value().lost > 0);
    library = open();
    QVERIFY(library);
    VERIFY_DONE(calls::maintain(*library));
    qint64 listed = 0;
    const auto list = calls::list(*library);
    for (const ConversationSummary &summary : list.value()) {
        const auto opened = calls::open(*library, summary.id);
        VERIFY_DONE(opened);
        QCOMPARE(opened.value().tree.size(), summary.messageCount);
        QVERIFY(!opened.value().tail.empty());
        listed += summary.messageCount;
    }
    QCOMPARE(listed, salvaged.value().messages);
    QTRY_VERIFY_WITH_TIMEOUT(library->isSearchComplete().value(), 30'000);
    QVERIFY(calls::search(*library, QStringLiteral("says"), 5000).value().size() >= listed);
    // The damaged one is still there.
    QVERIFY(!QDir(path()).entryList({ QStringLiteral("library.db.damaged-*") }, QDir::Files).isEmpty());
}

void LibraryGenerationsTest::anOldLibraryIsSalvagedToo()
{
    QVERIFY(QDir().mkpath(path()));
    QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/libraries/v1.db"), path() + QStringLiteral("/library.db.damaged-20260101T000000Z")));

    const auto salvaged = LibraryGenerations(path()).salvage(m_clock);

    VERIFY_DONE(salvaged);
    QCOMPARE(salvaged.value().messages, 3);
    QCOMPARE(salvaged.value().lost, 0);
    const std::unique_ptr<Library> library = open();
    QVERIFY(library);
    QCOMPARE(titles(*library), QStringList { QStringLiteral("Version one") });
    QCOMPARE(calls::find(*library, { .words = QStringLiteral("cloud"), .modelId = QStringLiteral("grok-4") }).value().size(), 1);
}

void LibraryGenerationsTest::theShapeOfTheLibraryIsNotNeeded_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<bool>("isEveryWayGone");

    QByteArray noise(4096, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &byte : noise)
        byte = char(random.bounded(256));
    QTest::newRow("first page zeroed") << QByteArray(4096, '\0') << false;
    QTest::newRow("first page noise") << noise << false;
    QTest::newRow("no page that points to others") << QByteArray(4096, '\0') << true;
    QTest::newRow("first page whole, none that points to others") << QByteArray() << true;
}

void LibraryGenerationsTest::theShapeOfTheLibraryIsNotNeeded()
{
    QFETCH(QByteArray, first);
    QFETCH(bool, isEveryWayGone);
    std::unique_ptr<Library> library = open();
    for (int i = 0; i < 20; ++i)
        say(*library, QStringLiteral("conversation%1").arg(i), 100);
    const ConversationId thrownAway = say(*library, QStringLiteral("thrown away"), 100);
    const QStringList before = titles(*library);
    VERIFY_DONE(calls::remove(*library, thrownAway));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library->emptyTrash(m_clock.sinceEpoch().count() + 1, context, done); }));
    library.reset();
    constexpr char TableInterior = 5;
    rewrite([&](qint64 page, const QByteArray &content) {
        if (page == 0)
            return first;
        return isEveryWayGone && content[0] == TableInterior ? QByteArray(content.size(), '\0') : QByteArray();
    });

    const auto salvaged = LibraryGenerations(path()).salvage(m_clock);

    VERIFY_DONE(salvaged);
    QCOMPARE(salvaged.value().lost, 0);
    QCOMPARE(saidMessages(), 2000);
    library = open();
    QCOMPARE(titles(*library).size(), before.size() - 1);
    QVERIFY(!titles(*library).contains(QStringLiteral("thrown away")));
}

void LibraryGenerationsTest::withoutItsFirstPageAnOldLibraryKeepsDeletedMessagesDeleted_data()
{
    QTest::addColumn<int>("kept");
    QTest::addColumn<int>("deleted");
    QTest::newRow("a few pages are free") << 1000 << 50;
    QTest::newRow("more than one list holds") << 300 << 15'000;
}

// One that was begun before schema 5 has no map of its pages; only the lists of free ones tell.
void LibraryGenerationsTest::withoutItsFirstPageAnOldLibraryKeepsDeletedMessagesDeleted()
{
    QFETCH(int, kept);
    QFETCH(int, deleted);
    VERIFY_DONE(ensureLibraryFolder(LibraryFolder(path())));
    VERIFY_DONE(makeEarlierLibrary(path(), 4));
    std::unique_ptr<Library> library = open();
    const qint64 old = calls::list(*library).value().size();
    say(*library, QStringLiteral("first"), kept / 2);
    const ConversationId thrownAway = say(*library, QStringLiteral("thrown away"), deleted);
    say(*library, QStringLiteral("last"), kept / 2);
    VERIFY_DONE(calls::remove(*library, thrownAway));
    library.reset();
    {
        // As a SQLite does it that leaves in free pages what was in them.
        const auto writer = Database::open(path() + QStringLiteral("/library.db"), Database::Mode::Write);
        writer.value()->setCheckpoints(Database::Checkpoints::Allowed);
        VERIFY_DONE(writer.value()->execute("PRAGMA secure_delete=OFF; BEGIN;"
                                            "DELETE FROM bodies WHERE row IN (SELECT m.row FROM messages m JOIN conversations c ON c.row = m.conversation WHERE c.deleted IS NOT NULL);"
                                            "DELETE FROM messages WHERE conversation IN (SELECT row FROM conversations WHERE deleted IS NOT NULL);"
                                            "DELETE FROM conversations WHERE deleted IS NOT NULL; COMMIT"));
    }
    damage([](qint64) { return false; });
    const QString aside = path() + u'/' + QDir(path()).entryList({ QStringLiteral("library.db.damaged-*") }, QDir::Files).first();
    QFile file(aside);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(QByteArray(4096, '\0')) == 4096);
    file.close();

    const auto salvaged = LibraryGenerations(path()).salvage(m_clock);

    VERIFY_DONE(salvaged);
    QVERIFY(salvaged.value().mayHoldDeleted);
    QCOMPARE(saidMessages(), kept);
    library = open();
    QVERIFY(!titles(*library).contains(QStringLiteral("thrown away")));
    QVERIFY(calls::search(*library, QStringLiteral("\"thrown away\""), 10).value().isEmpty());
    QVERIFY(calls::list(*library).value().size() >= old);
}

void LibraryGenerationsTest::whatIsOnOtherPagesComesBack()
{
    const bool isChosen = qEnvironmentVariableIsSet("GRACKLE_TEST_SEED");
    const quint32 seed = isChosen ? qEnvironmentVariable("GRACKLE_TEST_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("GRACKLE_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    const int rounds = qEnvironmentVariableIsSet("GRACKLE_TEST_ALL") ? 30 : 4;
    for (int round = 0; round < rounds; ++round) {
        init();
        std::unique_ptr<Library> library = open();
        for (int i = 0; i < 20; ++i)
            say(*library, QStringLiteral("conversation%1").arg(i), 100);
        library.reset();
        // The most that one page holds of the messages' heads; of their texts it is less.
        constexpr int MostOnAPage = 75;
        int destroyed = 0;
        rewrite([&](qint64 page, const QByteArray &content) {
            const bool isHit = (page == 0 && round % 2 == 0) || random.bounded(60) == 0;
            if (!isHit)
                return QByteArray();
            ++destroyed;
            QByteArray noise(content.size(), Qt::Uninitialized);
            for (char &byte : noise)
                byte = char(random.bounded(256));
            return noise;
        });

        const auto salvaged = LibraryGenerations(path()).salvage(m_clock);

        VERIFY_DONE(salvaged);
        const qint64 said = saidMessages();
        qInfo("%d pages destroyed, %lld of 2000 messages back", destroyed, said);
        QVERIFY(said >= 2000 - destroyed * MostOnAPage);
        QCOMPARE(said, salvaged.value().messages);
    }
}

void LibraryGenerationsTest::pagesInTheLogAreReadThere()
{
    const std::unique_ptr<Library> library = open();
    say(*library, QStringLiteral("flower"), 50);
    const QString copy = path() + QStringLiteral("/library.db.damaged-20260101T000000Z");
    QVERIFY(QFile::copy(path() + QStringLiteral("/library.db-wal"), copy + QStringLiteral("-wal")));
    QVERIFY(QFile::copy(path() + QStringLiteral("/library.db"), copy));

    int texts = 0;
    const auto countTexts = [&](const PageRow &row) {
        texts += row.values.size() == 7 && row.values[1].bytes.startsWith("flower says ");
        return true;
    };
    LibraryPages(copy).visitRows(countTexts);
    QCOMPARE(texts, 50);

    // Behind a frame that is torn nothing counts.
    texts = 0;
    QFile log(copy + QStringLiteral("-wal"));
    QVERIFY(log.open(QIODevice::ReadWrite) && log.seek(60));
    log.write("torn");
    log.close();
    LibraryPages(copy).visitRows(countTexts);
    QVERIFY(texts < 50);
}

void LibraryGenerationsTest::nothingIsSalvagedOutOfGarbage()
{
    std::unique_ptr<Library> library = open();
    say(*library, QStringLiteral("gone"));
    library.reset();
    QFile file(path() + QStringLiteral("/library.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(file.size(), '#'));
    file.close();
    QVERIFY(!open());

    const auto salvaged = LibraryGenerations(path()).salvage(m_clock);

    QVERIFY(!salvaged);
    QCOMPARE(salvaged.error().kind, ErrorKind::LibraryDamaged);
    QVERIFY(!QFile::exists(path() + QStringLiteral("/library.db")));
    QVERIFY(!QFile::exists(path() + QStringLiteral("/library.db.salvaging")));
}

QTEST_GUILESS_MAIN(LibraryGenerationsTest)
#include "tst_librarygenerations.moc"
