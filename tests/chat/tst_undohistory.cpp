// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarycalls.h"
#include "librarymodel.h"
#include "libraryorganizer.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

// Whatever was done to a library in whatever order: undone as often as it was done it is as it was, and done again as it became.
class TestUndoHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void fiftyStepsAreUndoneAndRedone_data();
    void fiftyStepsAreUndoneAndRedone();
    void whatIsAskedForWhileAStepIsStoredIsNotLost();

private:
    bool settle()
    {
        QSignalSpy applied(m_model.get(), &LibraryModel::filterApplied);
        m_model->refresh();
        return applied.wait();
    }
    void add(const QString &title)
    {
        m_clock.advance(1s);
        const Conversation conversation = conversationNamed(title, m_clock);
        QVERIFY(calls::create(*m_library, conversation));
        m_first.insert(conversation.id);
        QVERIFY(calls::append(*m_library, conversation.id, messageSaying(title, Role::User, {}, m_clock)));
    }
    QStringList state() const;
    // What is in one of them alone; empty: they are the same.
    static QString difference(QStringList found, QStringList wanted)
    {
        QString lines;
        for (const QString &line : std::as_const(found))
            lines += wanted.removeOne(line) ? QString() : QStringLiteral("\n+ ") + line;
        for (const QString &line : std::as_const(wanted))
            lines += QStringLiteral("\n- ") + line;
        return lines;
    }
    QList<ConversationId> someRows();
    FolderId someFolder();
    void doSomething();
    bool stepped(void (LibraryOrganizer::*step)());

    std::unique_ptr<QTemporaryDir> m_folder;
    QSet<ConversationId> m_first;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<LibraryModel> m_model;
    QRandomGenerator m_random;
};

void TestUndoHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = ManualClock();
    auto opened = Library::open(m_folder->filePath(QStringLiteral("library")), Library::Access::Owner, m_clock);
    QVERIFY(opened);
    m_library = std::move(opened).value();
    m_model = std::make_unique<LibraryModel>(*m_library, m_clock);
    for (int i = 0; i < 12; ++i)
        add(QStringLiteral("Conversation %1").arg(i));
    QVERIFY(settle());
}

void TestUndoHistory::cleanup()
{
    m_model.reset();
    m_library.reset();
}

// Folders, and each conversation with its place. A copy that was undone waits in the trash for its redo; that is nowhere.
QStringList TestUndoHistory::state() const
{
    QStringList lines;
    for (const Shelf shelf : { Shelf::Conversations, Shelf::Archive, Shelf::Trash }) {
        const auto listed = resultOf<QList<ConversationSummary>>([&](QObject *context, auto done) { m_library->listShelf(shelf, context, done); });
        for (const ConversationSummary &summary : listed.value()) {
            const Arrangement &at = summary.arrangement;
            if (shelf == Shelf::Trash && !m_first.contains(summary.id))
                continue;
            lines += QStringLiteral("%1 %2 \"%3\" pinned %4 folder %5 tags %6").arg(int(shelf)).arg(summary.id.toString(), summary.title).arg(at.isPinned)
                         .arg(at.folder.toString(), at.tags.join(u','));
        }
    }
    const auto folders = resultOf<QList<Folder>>([&](QObject *context, auto done) { m_library->listFolders(context, done); });
    for (const Folder &folder : folders.value())
        lines += QStringLiteral("folder %1 \"%2\"").arg(folder.id.toString(), folder.name);
    lines.sort();
    return lines;
}

QList<ConversationId> TestUndoHistory::someRows()
{
    QList<ConversationId> ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->idAt(row).isNull() && m_random.bounded(3) == 0)
            ids.append(m_model->idAt(row));
    }
    return ids;
}

FolderId TestUndoHistory::someFolder()
{
    const QList<Folder> &folders = m_model->folders();
    return folders.isEmpty() ? FolderId() : folders.at(m_random.bounded(int(folders.size()))).id;
}

void TestUndoHistory::doSomething()
{
    m_clock.advance(1s);
    m_model->setShelf(Shelf(m_random.bounded(6) < 4 ? 0 : m_random.bounded(3)));
    QVERIFY(settle());
    const QList<ConversationId> rows = someRows();
    const QString word = QString(QChar(u'a' + m_random.bounded(4)));
    switch (m_random.bounded(12)) {
    case 0: m_model->removeAll(rows.mid(0, 2)); break;
    case 1: m_model->restoreAll(rows); break;
    case 2: m_model->setPinned(rows, m_random.bounded(2)); break;
    case 3: m_model->setArchived(rows, m_random.bounded(2)); break;
    case 4:
    case 5: m_model->moveToFolder(rows, someFolder()); break;
    case 6: m_model->setTagged(rows, word, m_random.bounded(2)); break;
    case 7: m_model->makeFolder(word, rows); break;
    case 8: m_model->deleteFolder(someFolder()); break;
    case 9: rows.isEmpty() ? void() : m_model->rename(rows.first(), QStringLiteral("Conversation called ") + word); break;
    case 10: rows.isEmpty() ? void() : m_model->duplicate(rows.first()); break;
    default: m_model->merge(rows.mid(0, 3)); break;
    }
    // What was asked for is stored, one after the other, before the next step looks.
    QVERIFY(settle());
    QTRY_VERIFY(!m_model->organizer().isBusy());
    QVERIFY(settle());
}

bool TestUndoHistory::stepped(void (LibraryOrganizer::*step)())
{
    LibraryOrganizer &organizer = m_model->organizer();
    QSignalSpy changed(&organizer, &LibraryOrganizer::stackChanged);
    QSignalSpy failed(&organizer, &LibraryOrganizer::failed);
    (organizer.*step)();
    return (!changed.isEmpty() || changed.wait()) && failed.isEmpty();
}

void TestUndoHistory::fiftyStepsAreUndoneAndRedone_data()
{
    QTest::addColumn<uint>("seed");
    const uint seeds = qEnvironmentVariableIsSet("GRACKLE_TEST_ALL") ? 40 : 2;
    for (uint seed = 1; seed <= seeds; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestUndoHistory::fiftyStepsAreUndoneAndRedone()
{
    QFETCH(uint, seed);
    m_random.seed(seed);
    const QStringList beginning = state();
    for (int i = 0; i < 50; ++i)
        doSomething();
    const QStringList end = state();
    QVERIFY(end != beginning);

    for (int round = 0; round < 2; ++round) {
        QList<QStringList> onTheWay;
        while (m_model->organizer().canUndo()) {
            onTheWay.prepend(state());
            QVERIFY(stepped(&LibraryOrganizer::undo));
        }
        QVERIFY(onTheWay.size() > 20);
        QCOMPARE(difference(state(), beginning), QString());
        for (const QStringList &expected : std::as_const(onTheWay)) {
            QVERIFY(stepped(&LibraryOrganizer::redo));
            QCOMPARE(difference(state(), expected), QString());
        }
        QVERIFY(!m_model->organizer().canRedo());
        QCOMPARE(difference(state(), end), QString());
    }
}

// Ctrl+Z is held down faster than a disk writes.
void TestUndoHistory::whatIsAskedForWhileAStepIsStoredIsNotLost()
{
    const QStringList beginning = state();
    for (int i = 0; i < 5; ++i)
        m_model->setTagged({ m_model->idAt(i) }, QStringLiteral("x"), true);
    for (int i = 0; i < 5; ++i)
        m_model->organizer().undo();

    QTRY_VERIFY(!m_model->organizer().isBusy());
    QCOMPARE(state(), beginning);
    for (int i = 0; i < 7; ++i)
        m_model->organizer().redo();
    QTRY_VERIFY(!m_model->organizer().isBusy());
    QVERIFY(!m_model->organizer().canRedo() && m_model->organizer().canUndo());
}

QTEST_GUILESS_MAIN(TestUndoHistory)
#include "tst_undohistory.moc"
