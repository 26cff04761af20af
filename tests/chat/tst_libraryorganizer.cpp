// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryorganizer.h"

#include "librarycalls.h"
#include "librarymodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

// The side pane's order, and that everything in it is undone and redone.
class TestLibraryOrganizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void pinnedThenFoldersThenTheRest();
    void aCollapsedFolderHidesWhatIsInIt();
    void everyStepIsUndoneAndRedone_data();
    void everyStepIsUndoneAndRedone();
    void undoingARenameLetsTheTitleBeAutomaticAgain();
    void manyStepsAreUndoneInOrder();
    void aNewStepForgetsWhatWasUndone();
    void mergingTrashesTheSourcesUntilItIsUndone();
    void rowsAreDraggedIntoAFolderAndOut();
    void theTrashIsAShelf();
    void theListIsSorted_data();
    void theListIsSorted();
    void aRowThatGrowsMovesAloneWhereRowsAreSortedBySize();
    void aRowThatCostsMoreMovesAloneWhereRowsAreSortedByCost();
    void aNewConversationGoesIntoItsFolderOnceItIsStored();
    void headingsArePassedOver();

private:
    ConversationId add(const QString &title, const QString &question = QStringLiteral("hello"))
    {
        m_clock.advance(1s);
        const Conversation conversation = conversationNamed(title, m_clock);
        if (!calls::create(*m_library, conversation) || !calls::append(*m_library, conversation.id, messageSaying(question, Role::User, {}, m_clock)))
            return {};
        return conversation.id;
    }
    bool settle()
    {
        QSignalSpy applied(m_model.get(), &LibraryModel::filterApplied);
        m_model->refresh();
        return applied.wait();
    }
    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < m_model->rowCount(); ++row)
            titles += m_model->headingAt(row).isNull() ? m_model->index(row).data().toString() : QStringLiteral("[%1]").arg(m_model->index(row).data().toString());
        return titles;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<LibraryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLibraryOrganizer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = ManualClock();
    auto opened = Library::open(m_folder->filePath(QStringLiteral("library")), Library::Access::Owner, m_clock);
    QVERIFY(opened);
    m_library = std::move(opened).value();
    m_model = std::make_unique<LibraryModel>(*m_library, m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestLibraryOrganizer::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_library.reset();
}

void TestLibraryOrganizer::pinnedThenFoldersThenTheRest()
{
    const ConversationId one = add(QStringLiteral("One"));
    const ConversationId two = add(QStringLiteral("Two"));
    add(QStringLiteral("Three"));
    QVERIFY(settle());

    m_model->makeFolder(QStringLiteral("Sky"), { one });
    m_model->setPinned({ two }, true);

    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("Two"), QStringLiteral("[Sky]"), QStringLiteral("One"), QStringLiteral("Three") }));
    QCOMPARE(m_model->index(0).data(LibraryModel::SectionRole).toString(), QStringLiteral("Pinned"));
    QCOMPARE(m_model->index(1).data(LibraryModel::SectionRole).toString(), QString());
    QCOMPARE(m_model->index(3).data(LibraryModel::SectionRole).toString(), QStringLiteral("Today"));
    QCOMPARE(m_model->index(1).data(LibraryModel::FactRole).toString(), QStringLiteral("1"));
}

void TestLibraryOrganizer::aCollapsedFolderHidesWhatIsInIt()
{
    const ConversationId one = add(QStringLiteral("One"));
    QVERIFY(settle());
    const FolderId folder = m_model->makeFolder(QStringLiteral("Sky"), { one });
    QTRY_COMPARE(m_model->arrangementOf(one).folder, folder);
    QCOMPARE(titles(), QStringList({ QStringLiteral("[Sky]"), QStringLiteral("One") }));

    m_model->setCollapsed(folder, true);
    QCOMPARE(titles(), QStringList { QStringLiteral("[Sky]") });
    QVERIFY(m_model->index(0).data(LibraryModel::IsCollapsedRole).toBool());
    m_model->setCollapsed(folder, false);
    QCOMPARE(titles(), QStringList({ QStringLiteral("[Sky]"), QStringLiteral("One") }));
}

void TestLibraryOrganizer::everyStepIsUndoneAndRedone_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QStringList>("after");
    const QStringList before { QStringLiteral("Two"), QStringLiteral("One") };
    QTest::newRow("pin") << QStringLiteral("pin") << QStringList({ QStringLiteral("One"), QStringLiteral("Two") });
    QTest::newRow("archive") << QStringLiteral("archive") << QStringList { QStringLiteral("Two") };
    QTest::newRow("delete") << QStringLiteral("delete") << QStringList { QStringLiteral("Two") };
    QTest::newRow("delete both") << QStringLiteral("delete both") << QStringList();
    QTest::newRow("rename") << QStringLiteral("rename") << QStringList({ QStringLiteral("Two"), QStringLiteral("First") });
    QTest::newRow("duplicate") << QStringLiteral("duplicate") << QStringList({ QStringLiteral("One (copy)"), QStringLiteral("Two"), QStringLiteral("One") });
    QTest::newRow("merge") << QStringLiteral("merge") << QStringList { QStringLiteral("One") };
    QTest::newRow("folder") << QStringLiteral("folder") << QStringList({ QStringLiteral("[Sky]"), QStringLiteral("Two"), QStringLiteral("One") });
}

void TestLibraryOrganizer::everyStepIsUndoneAndRedone()
{
    QFETCH(QString, step);
    QFETCH(QStringList, after);
    const QStringList before { QStringLiteral("Two"), QStringLiteral("One") };
    const ConversationId one = add(QStringLiteral("One"));
    const ConversationId two = add(QStringLiteral("Two"));
    QVERIFY(settle());
    m_clock.advance(1s);

    if (step == QLatin1String("pin"))
        m_model->setPinned({ one }, true);
    else if (step == QLatin1String("archive"))
        m_model->setArchived({ one }, true);
    else if (step == QLatin1String("delete"))
        m_model->remove(one);
    else if (step == QLatin1String("delete both"))
        m_model->removeAll({ one, two });
    else if (step == QLatin1String("rename"))
        m_model->rename(one, QStringLiteral("First"));
    else if (step == QLatin1String("duplicate"))
        m_model->duplicate(one);
    else if (step == QLatin1String("merge"))
        m_model->merge({ two, one });
    else
        m_model->makeFolder(QStringLiteral("Sky"));

    QTRY_COMPARE(titles(), after);
    for (int round = 0; round < 2; ++round) {
        QTRY_VERIFY(m_model->organizer().canUndo());
        QVERIFY(!m_model->organizer().undoText().isEmpty());
        m_model->organizer().undo();
        QTRY_COMPARE(titles(), before);
        QTRY_VERIFY(m_model->organizer().canRedo());
        m_model->organizer().redo();
        QTRY_COMPARE(titles(), after);
    }
}

void TestLibraryOrganizer::undoingARenameLetsTheTitleBeAutomaticAgain()
{
    const ConversationId id = add(QStringLiteral("Birds"));
    QVERIFY(calls::rename(*m_library, id, QStringLiteral("About birds"), false));
    QVERIFY(settle());
    const auto stored = [&] { return calls::open(*m_library, id).value().conversation; };
    QVERIFY(!stored().hasManualTitle);

    m_model->rename(id, QStringLiteral("Mine"));
    QTRY_COMPARE(stored().title, QStringLiteral("Mine"));
    QVERIFY(stored().hasManualTitle);
    m_model->organizer().undo();
    QTRY_COMPARE(stored().title, QStringLiteral("About birds"));
    QVERIFY(!stored().hasManualTitle);
    QVERIFY(calls::rename(*m_library, id, QStringLiteral("Birds of the north"), false));
    QCOMPARE(stored().title, QStringLiteral("Birds of the north"));

    m_model->organizer().redo();
    QTRY_COMPARE(stored().title, QStringLiteral("Mine"));
    QVERIFY(stored().hasManualTitle);
}

void TestLibraryOrganizer::manyStepsAreUndoneInOrder()
{
    const ConversationId one = add(QStringLiteral("One"));
    QVERIFY(settle());
    QStringList tags;
    for (int i = 0; i < 20; ++i) {
        tags << QStringLiteral("tag %1").arg(i);
        m_model->setTagged({ one }, tags.last(), true);
    }
    // All of them were asked for at once: each builds on what the one before it left.
    QTRY_COMPARE(m_model->arrangementOf(one).tags, tags);
    for (int i = 0; i < 20; ++i) {
        QTRY_VERIFY(m_model->organizer().canUndo());
        m_model->organizer().undo();
    }
    QTRY_VERIFY(!m_model->organizer().canUndo() && m_model->organizer().canRedo());
    QTRY_COMPARE(m_model->arrangementOf(one).tags, QStringList());
}

void TestLibraryOrganizer::aNewStepForgetsWhatWasUndone()
{
    const ConversationId one = add(QStringLiteral("One"));
    QVERIFY(settle());
    m_model->setPinned({ one }, true);
    QTRY_VERIFY(m_model->organizer().canUndo() && m_model->arrangementOf(one).isPinned);
    m_model->organizer().undo();
    QTRY_VERIFY(m_model->organizer().canRedo() && !m_model->arrangementOf(one).isPinned);

    m_model->setTagged({ one }, QStringLiteral("work"), true);

    QTRY_VERIFY(m_model->organizer().canUndo());
    QVERIFY(!m_model->organizer().canRedo());
    QTRY_COMPARE(m_model->index(0).data(LibraryModel::TagColorsRole).value<QList<int>>(), QList<int> { 0 });
}

void TestLibraryOrganizer::mergingTrashesTheSourcesUntilItIsUndone()
{
    const ConversationId one = add(QStringLiteral("One"), QStringLiteral("earlier"));
    const ConversationId two = add(QStringLiteral("Two"), QStringLiteral("later"));
    QVERIFY(settle());
    QSignalSpy copied(m_model.get(), &LibraryModel::copied);

    m_model->merge({ two, one });

    QTRY_COMPARE(titles(), QStringList { QStringLiteral("One") });
    QCOMPARE(copied.size(), 1);
    const auto merged = calls::open(*m_library, copied.first().first().value<ConversationId>());
    QCOMPARE(merged.value().tail.size(), size_t(2));
    QCOMPARE(textOf(merged.value().tail[0]), QStringLiteral("earlier"));
    QCOMPARE(textOf(merged.value().tail[1]), QStringLiteral("later"));
    QVERIFY(!calls::open(*m_library, one));
}

void TestLibraryOrganizer::rowsAreDraggedIntoAFolderAndOut()
{
    const ConversationId one = add(QStringLiteral("One"));
    add(QStringLiteral("Two"));
    QVERIFY(settle());
    const FolderId folder = m_model->makeFolder(QStringLiteral("Sky"));
    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("[Sky]"), QStringLiteral("Two"), QStringLiteral("One") }));
    QVERIFY(!(m_model->flags(m_model->index(0)) & Qt::ItemIsDragEnabled));

    std::unique_ptr<QMimeData> dragged(m_model->mimeData({ m_model->index(2) }));
    QVERIFY(m_model->canDropMimeData(dragged.get(), Qt::MoveAction, -1, -1, m_model->index(0)));
    m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, m_model->index(0));
    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("[Sky]"), QStringLiteral("One"), QStringLiteral("Two") }));
    QCOMPARE(m_model->arrangementOf(one).folder, folder);

    m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, m_model->index(2));
    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("[Sky]"), QStringLiteral("Two"), QStringLiteral("One") }));
    const QMimeData foreign;
    QVERIFY(!m_model->canDropMimeData(&foreign, Qt::MoveAction, -1, -1, m_model->index(0)));
}

void TestLibraryOrganizer::theTrashIsAShelf()
{
    const ConversationId one = add(QStringLiteral("One"));
    add(QStringLiteral("Two"));
    QVERIFY(settle());
    m_model->remove(one);
    QTRY_COMPARE(titles(), QStringList { QStringLiteral("Two") });

    m_model->setShelf(Shelf::Trash);
    QTRY_COMPARE(titles(), QStringList { QStringLiteral("One") });
    m_model->restoreAll({ one });
    QTRY_COMPARE(titles(), QStringList());
    m_model->setShelf(Shelf::Conversations);
    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("Two"), QStringLiteral("One") }));

    m_model->remove(one);
    QTRY_COMPARE(titles(), QStringList { QStringLiteral("Two") });
    m_model->setShelf(Shelf::Trash);
    QTRY_COMPARE(titles(), QStringList { QStringLiteral("One") });
    m_model->emptyTrash();
    QTRY_COMPARE(titles(), QStringList());
    QVERIFY(!calls::open(*m_library, one));
}

void TestLibraryOrganizer::theListIsSorted_data()
{
    QTest::addColumn<LibraryModel::Sorting>("sorting");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("date") << LibraryModel::Sorting::Date << QStringList({ QStringLiteral("b10"), QStringLiteral("B9"), QStringLiteral("a") });
    QTest::newRow("title") << LibraryModel::Sorting::Title << QStringList({ QStringLiteral("a"), QStringLiteral("B9"), QStringLiteral("b10") });
    QTest::newRow("size") << LibraryModel::Sorting::Size << QStringList({ QStringLiteral("B9"), QStringLiteral("a"), QStringLiteral("b10") });
}

void TestLibraryOrganizer::theListIsSorted()
{
    QFETCH(LibraryModel::Sorting, sorting);
    QFETCH(QStringList, expected);
    add(QStringLiteral("a"), QStringLiteral("middling"));
    add(QStringLiteral("B9"), QStringLiteral("the longest question of all"));
    add(QStringLiteral("b10"), QStringLiteral("short"));
    QVERIFY(settle());

    m_model->setSorting(sorting);

    QTRY_COMPARE(titles(), expected);
}

void TestLibraryOrganizer::aRowThatGrowsMovesAloneWhereRowsAreSortedBySize()
{
    const ConversationId small = add(QStringLiteral("Small"), QStringLiteral("a"));
    add(QStringLiteral("Middle"), QStringLiteral("some words"));
    add(QStringLiteral("Large"), QStringLiteral("more words than the others"));
    m_model->setSorting(LibraryModel::Sorting::Size);
    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("Large"), QStringLiteral("Middle"), QStringLiteral("Small") }));
    QSignalSpy moved(m_model.get(), &LibraryModel::rowsMoved);
    const QSignalSpy reset(m_model.get(), &LibraryModel::modelReset);
    const qint64 before = Library::summariesRead();

    VERIFY_DONE(calls::append(*m_library, small, messageSaying(QStringLiteral("twenty units of text"), Role::User, {}, m_clock)));

    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("Large"), QStringLiteral("Small"), QStringLiteral("Middle") }));
    QCOMPARE(Library::summariesRead() - before, 1);
    QCOMPARE(moved.size(), 1);
    QVERIFY(reset.isEmpty());
    // As a list of all says it.
    QVERIFY(settle());
    QCOMPARE(titles(), QStringList({ QStringLiteral("Large"), QStringLiteral("Small"), QStringLiteral("Middle") }));
    QCOMPARE(moved.size(), 1);
}

void TestLibraryOrganizer::aRowThatCostsMoreMovesAloneWhereRowsAreSortedByCost()
{
    const ConversationId first = add(QStringLiteral("First"));
    add(QStringLiteral("Second"));
    add(QStringLiteral("Third"));
    m_model->setSorting(LibraryModel::Sorting::Cost);
    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("Third"), QStringLiteral("Second"), QStringLiteral("First") }));
    const qint64 before = Library::summariesRead();
    Message answer = messageSaying(QStringLiteral("dear"), Role::Assistant, {}, m_clock);
    answer.answer = AnswerInfo();
    answer.answer->usage.costTicks = 1'000'000;

    VERIFY_DONE(calls::append(*m_library, first, answer));

    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("First"), QStringLiteral("Third"), QStringLiteral("Second") }));
    QCOMPARE(Library::summariesRead() - before, 1);
}

void TestLibraryOrganizer::aNewConversationGoesIntoItsFolderOnceItIsStored()
{
    add(QStringLiteral("Old"));
    QVERIFY(settle());
    const FolderId folder = m_model->makeFolder(QStringLiteral("Sky"));
    QTRY_COMPARE(titles().size(), 2);
    m_clock.advance(1s);
    const Conversation later = conversationNamed(QStringLiteral("New"), m_clock);
    m_model->placeWhenStored(later.id, folder);

    VERIFY_DONE(calls::create(*m_library, later));

    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("[Sky]"), QStringLiteral("New"), QStringLiteral("Old") }));
}

void TestLibraryOrganizer::headingsArePassedOver()
{
    const ConversationId one = add(QStringLiteral("One"));
    const ConversationId two = add(QStringLiteral("Two"));
    QVERIFY(settle());
    m_model->makeFolder(QStringLiteral("Sky"), { one });
    QTRY_COMPARE(titles(), QStringList({ QStringLiteral("[Sky]"), QStringLiteral("One"), QStringLiteral("Two") }));

    QCOMPARE(m_model->conversationRow(0, 1), 1);
    QCOMPARE(m_model->conversationRow(0, -1), -1);
    QCOMPARE(m_model->conversationRow(3, 1), -1);
    QCOMPARE(m_model->idAt(m_model->conversationRow(2, 1)), two);
}

QTEST_GUILESS_MAIN(TestLibraryOrganizer)
#include "tst_libraryorganizer.moc"
