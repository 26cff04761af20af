// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "librarycalls.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace {

constexpr int Many = 100;
constexpr qint64 Little = 100'000;

}

// Folders, tags, the archive, the trash, copies: what becomes of conversations on disk.
class LibraryArrangingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void anArrangementIsThereAfterARestart();
    void eachShelfShowsItsOwn();
    void savingAConversationKeepsItsArrangement();
    void aDuplicateHasEveryBranchUnderNewIds();
    void twoAreMergedOneAfterTheOther();
    void copyingAgainChangesNothing();
    void aDeletedFolderLeavesItsConversations();
    void theTrashIsEmptiedForGood();
    void sizeAndCostAreSummedUp();
    void aListLeavesNoPagesInMemory();
    void lookingForOldTrashLeavesNoPagesInMemory();

private:
    void openLibrary();
    Conversation conversation(const QString &title);
    Message say(const Conversation &conversation, const QString &text, const MessageId &parent = {}, Role role = Role::User);
    Result<Done> arrange(const QList<Arrangement> &arrangements)
    {
        return resultOf<Done>([&](QObject *context, auto done) { m_library->arrangeConversations(arrangements, context, done); });
    }
    Result<Done> copy(const QList<ConversationId> &sources, const ConversationId &id, const QString &title)
    {
        return resultOf<Done>([&](QObject *context, auto done) { m_library->copyConversations(sources, id, title, context, done); });
    }
    QStringList titles(Shelf shelf)
    {
        QStringList titles;
        const auto list = resultOf<QList<ConversationSummary>>([&](QObject *context, auto done) { m_library->listShelf(shelf, context, done); });
        for (const ConversationSummary &summary : list.value())
            titles.append(summary.title);
        return titles;
    }
    QStringList branch(const ConversationId &id)
    {
        QStringList texts;
        const auto opened = calls::open(*m_library, id);
        const auto messages = m_library->messages(opened.value().tree.branchTo(opened.value().conversation.head));
        for (const Message &message : messages.value())
            texts.append(textOf(message));
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
};

void LibraryArrangingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = ManualClock();
    openLibrary();
}

void LibraryArrangingTest::cleanup()
{
    m_library.reset();
}

void LibraryArrangingTest::openLibrary()
{
    m_library.reset();
    auto opened = Library::open(m_folder->path(), Library::Access::Owner, m_clock);
    QVERIFY2(opened, qPrintable(errorText(opened)));
    m_library = std::move(opened).value();
}

Conversation LibraryArrangingTest::conversation(const QString &title)
{
    m_clock.advance(std::chrono::seconds(1));
    const Conversation made = conversationNamed(title, m_clock);
    return calls::create(*m_library, made) ? made : Conversation();
}

Message LibraryArrangingTest::say(const Conversation &conversation, const QString &text, const MessageId &parent, Role role)
{
    m_clock.advance(std::chrono::seconds(1));
    const Message message = messageSaying(text, role, parent, m_clock);
    return calls::append(*m_library, conversation.id, message) ? message : Message();
}

void LibraryArrangingTest::anArrangementIsThereAfterARestart()
{
    const Conversation one = conversation(QStringLiteral("One"));
    const FolderId folder = FolderId::create(m_clock.sinceEpoch());
    const Arrangement wanted { one.id, true, false, folder, { QStringLiteral("work"), QStringLiteral("ein, zwei \"drei\"") }, 0 };
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->saveFolder({ folder, QStringLiteral("Sky"), QStringLiteral("xai"), QStringLiteral("grok-4"), QStringLiteral("Be brief."), 7 }, context, done); }));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->saveTag({ QStringLiteral("work"), 3 }, context, done); }));
    VERIFY_DONE(arrange({ wanted }));

    openLibrary();

    QCOMPARE(calls::list(*m_library).value().at(0).arrangement, wanted);
    const auto folders = resultOf<QList<Folder>>([&](QObject *context, auto done) { m_library->listFolders(context, done); });
    QCOMPARE(folders.value(), QList<Folder>({ { folder, QStringLiteral("Sky"), QStringLiteral("xai"), QStringLiteral("grok-4"), QStringLiteral("Be brief."), 7 } }));
    const auto tags = resultOf<QList<Tag>>([&](QObject *context, auto done) { m_library->listTags(context, done); });
    QCOMPARE(tags.value(), QList<Tag>({ { QStringLiteral("work"), 3 } }));
}

void LibraryArrangingTest::eachShelfShowsItsOwn()
{
    conversation(QStringLiteral("Kept"));
    const Conversation archived = conversation(QStringLiteral("Archived"));
    const Conversation deleted = conversation(QStringLiteral("Deleted"));
    VERIFY_DONE(arrange({ { .id = archived.id, .isArchived = true }, { .id = deleted.id, .deletedAtMs = 5 } }));

    QCOMPARE(titles(Shelf::Conversations), QStringList { QStringLiteral("Kept") });
    QCOMPARE(titles(Shelf::Archive), QStringList { QStringLiteral("Archived") });
    QCOMPARE(titles(Shelf::Trash), QStringList { QStringLiteral("Deleted") });
    // For the terminal: all but the trash.
    QCOMPARE(calls::list(*m_library).value().size(), 2);
}

void LibraryArrangingTest::savingAConversationKeepsItsArrangement()
{
    Conversation one = conversation(QStringLiteral("One"));
    VERIFY_DONE(arrange({ { .id = one.id, .isPinned = true, .tags = { QStringLiteral("a") } } }));
    one.modelId = QStringLiteral("grok-4");

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->saveConversation(one, context, done); }));

    const Arrangement stored = calls::list(*m_library).value().at(0).arrangement;
    QVERIFY(stored.isPinned);
    QCOMPARE(stored.tags, QStringList { QStringLiteral("a") });
}

void LibraryArrangingTest::aDuplicateHasEveryBranchUnderNewIds()
{
    const Conversation source = conversation(QStringLiteral("Source"));
    const Message first = say(source, QStringLiteral("first"));
    say(source, QStringLiteral("other branch"));
    const Message second = say(source, QStringLiteral("second"), first.id, Role::Assistant);
    const ConversationId copyId = ConversationId::create(m_clock.sinceEpoch());

    VERIFY_DONE(copy({ source.id }, copyId, QStringLiteral("Source (copy)")));

    const auto copied = calls::open(*m_library, copyId);
    QCOMPARE(copied.value().conversation.title, QStringLiteral("Source (copy)"));
    QCOMPARE(copied.value().tree.size(), 3);
    QVERIFY(!copied.value().tree.contains(first.id) && !copied.value().tree.contains(second.id));
    QCOMPARE(branch(copyId), QStringList({ QStringLiteral("first"), QStringLiteral("second") }));
    QCOMPARE(calls::search(*m_library, QStringLiteral("other branch")).value().size(), 2);
    QCOMPARE(branch(source.id), QStringList({ QStringLiteral("first"), QStringLiteral("second") }));
}

void LibraryArrangingTest::twoAreMergedOneAfterTheOther()
{
    const Conversation one = conversation(QStringLiteral("One"));
    const Message first = say(one, QStringLiteral("one a"));
    say(one, QStringLiteral("one b"), first.id, Role::Assistant);
    const Conversation two = conversation(QStringLiteral("Two"));
    say(two, QStringLiteral("two a"));
    const ConversationId merged = ConversationId::create(m_clock.sinceEpoch());

    VERIFY_DONE(copy({ one.id, two.id }, merged, QStringLiteral("Both")));

    QCOMPARE(branch(merged), QStringList({ QStringLiteral("one a"), QStringLiteral("one b"), QStringLiteral("two a") }));
}

void LibraryArrangingTest::copyingAgainChangesNothing()
{
    const Conversation source = conversation(QStringLiteral("Source"));
    say(source, QStringLiteral("first"));
    const ConversationId copyId = ConversationId::create(m_clock.sinceEpoch());
    VERIFY_DONE(copy({ source.id }, copyId, QStringLiteral("Copy")));

    VERIFY_DONE(copy({ source.id }, copyId, QStringLiteral("Copy")));

    QCOMPARE(calls::open(*m_library, copyId).value().tree.size(), 1);
    QCOMPARE(calls::list(*m_library).value().size(), 2);
}

void LibraryArrangingTest::aDeletedFolderLeavesItsConversations()
{
    const Conversation one = conversation(QStringLiteral("One"));
    const FolderId folder = FolderId::create(m_clock.sinceEpoch());
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->saveFolder({ .id = folder, .name = QStringLiteral("Sky") }, context, done); }));
    VERIFY_DONE(arrange({ { .id = one.id, .folder = folder } }));

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->deleteFolder(folder, context, done); }));

    QCOMPARE(titles(Shelf::Conversations), QStringList { QStringLiteral("One") });
    QVERIFY(calls::list(*m_library).value().at(0).arrangement.folder.isNull());
}

void LibraryArrangingTest::theTrashIsEmptiedForGood()
{
    const Conversation old = conversation(QStringLiteral("Old"));
    const Message message = say(old, QStringLiteral("nebula"));
    Draft draft;
    draft.text = QStringLiteral("half");
    VERIFY_DONE(calls::saveDraft(*m_library, old.id, draft));
    const Conversation fresh = conversation(QStringLiteral("Fresh"));
    VERIFY_DONE(arrange({ { .id = old.id, .deletedAtMs = 1000 }, { .id = fresh.id, .deletedAtMs = 3000 } }));

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->emptyTrash(2000, context, done); }));

    QCOMPARE(titles(Shelf::Trash), QStringList { QStringLiteral("Fresh") });
    QVERIFY(!m_library->messages({ message.id }));
    VERIFY_DONE(arrange({ { .id = fresh.id } }));
    QCOMPARE(calls::search(*m_library, QStringLiteral("nebula")).value().size(), 0);
    QCOMPARE(calls::search(*m_library, QStringLiteral("fresh")).value().size(), 1);
    QSignalSpy maintained(m_library.get(), &Library::maintained);
    VERIFY_DONE(calls::maintain(*m_library));
    QTRY_COMPARE(maintained.size(), 1);
}

void LibraryArrangingTest::sizeAndCostAreSummedUp()
{
    const Conversation one = conversation(QStringLiteral("One"));
    say(one, QStringLiteral("12345"));
    Message answer = messageSaying(QStringLiteral("1234567"), Role::Assistant, {}, m_clock);
    answer.answer.emplace().usage.costTicks = 250;
    VERIFY_DONE(calls::append(*m_library, one.id, answer));

    const auto measures = resultOf<QHash<ConversationId, ConversationMeasure>>([&](QObject *context, auto done) { m_library->measureConversations(context, done); });

    QCOMPARE(measures.value().value(one.id), (ConversationMeasure { 12, 250 }));
}

void LibraryArrangingTest::aListLeavesNoPagesInMemory()
{
    // The schema is read with the first question and stays.
    QCOMPARE(titles(Shelf::Conversations).size(), 0);
    const qint64 before = sqlite3_memory_used();
    QVERIFY(before > 0);
    for (int i = 0; i < Many; ++i)
        conversation(QString(3000, u'x') + QString::number(i));
    openLibrary();

    QCOMPARE(titles(Shelf::Conversations).size(), Many);

    QVERIFY2(sqlite3_memory_used() - before < Little, qPrintable(QString::number(sqlite3_memory_used() - before)));
}

void LibraryArrangingTest::lookingForOldTrashLeavesNoPagesInMemory()
{
    for (int i = 0; i < Many; ++i)
        conversation(QString(3000, u'x') + QString::number(i));
    openLibrary();
    // What a connection sets aside with its first questions stays.
    conversation(QStringLiteral("new"));
    QCOMPARE(titles(Shelf::Conversations).size(), Many + 1);
    const qint64 before = sqlite3_memory_used();

    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->emptyTrash(2000, context, done); }));

    QVERIFY2(sqlite3_memory_used() - before < Little, qPrintable(QString::number(sqlite3_memory_used() - before)));
}

QTEST_GUILESS_MAIN(LibraryArrangingTest)
#include "tst_libraryarranging.moc"
