// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarycalls.h"
#include "librarymodel.h"
#include "librarysections_p.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

namespace {
struct Pane
{
    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Library> library;
    std::unique_ptr<LibraryModel> model;

    bool start()
    {
        auto opened = Library::open(folder.filePath(QStringLiteral("library")), Library::Access::Owner, clock);
        if (!opened)
            return false;
        library = std::move(opened).value();
        model = std::make_unique<LibraryModel>(*library, clock);
        return true;
    }
    // A conversation with one question in it, newer than all before.
    ConversationId add(const QString &title, const QString &question)
    {
        clock.advance(1s);
        const Conversation conversation = conversationNamed(title, clock);
        if (!calls::create(*library, conversation) || !calls::append(*library, conversation.id, messageSaying(question, Role::User, {}, clock)))
            return {};
        return conversation.id;
    }
    bool refresh()
    {
        QSignalSpy applied(model.get(), &LibraryModel::filterApplied);
        model->refresh();
        return applied.wait();
    }
    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < model->rowCount(); ++row)
            titles += model->index(row).data().toString();
        return titles;
    }
};
}

class TestLibraryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sectionsGoByTheCalendar_data();
    void sectionsGoByTheCalendar();
    void conversationsComeNewestFirst();
    void aChangeMovesOneRow();
    void newAndDeletedRowsAreAnnouncedAlone();
    void theLibrarysOwnChangesArrive();
    void aSearchShowsWhereItFoundTheWords();
    void onlyTheLatestSearchIsShown();
    void aNarrowedSearchListsConversationsWithoutWords();
    void aFoundTitleIsMarked();
    void deletingIsUndoneInOrder();
    void aNewTitleIsKept();
    void aRunningAnswerIsShownAtItsRow();
    void aNewAnswerIsShownAndSaidAtItsRow();
    void theShapeOfARowFollowsTheSections();
    void anEmptyConversationIsNotListed();
    void oneChangeReadsOneConversationOfTenThousand();
    void singleChangesGiveTheSameRowsAsAList_data();
    void singleChangesGiveTheSameRowsAsAList();
};

void TestLibraryModel::sectionsGoByTheCalendar_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("section");

    QTest::newRow("today") << QDate(2026, 11, 21) << QStringLiteral("Today");
    QTest::newRow("tomorrow, by a clock set back") << QDate(2026, 11, 22) << QStringLiteral("Today");
    QTest::newRow("yesterday") << QDate(2026, 11, 20) << QStringLiteral("Yesterday");
    QTest::newRow("six days ago") << QDate(2026, 11, 15) << QStringLiteral("Last 7 days");
    QTest::newRow("a week ago") << QDate(2026, 11, 14) << QStringLiteral("Last 30 days");
    QTest::newRow("this year") << QDate(2026, 3, 1) << QStringLiteral("March");
    QTest::newRow("last year") << QDate(2025, 12, 31) << QStringLiteral("December 2025");
}

void TestLibraryModel::sectionsGoByTheCalendar()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QFETCH(QDate, day);
    QFETCH(QString, section);

    QCOMPARE(sectionTitle(day, QDate(2026, 11, 21)), section);
}

void TestLibraryModel::conversationsComeNewestFirst()
{
    Pane pane;
    QVERIFY(pane.start());
    QAbstractItemModelTester tester(pane.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    pane.add(QStringLiteral("One"), QStringLiteral("first"));
    pane.add(QStringLiteral("Two"), QStringLiteral("second"));
    QSignalSpy loaded(pane.model.get(), &LibraryModel::loaded);

    QVERIFY(pane.refresh());
    QVERIFY(pane.refresh());

    QCOMPARE(pane.titles(), QStringList({ QStringLiteral("Two"), QStringLiteral("One") }));
    QCOMPARE(pane.model->index(0).data(LibraryModel::SectionRole).toString(), QStringLiteral("Today"));
    QCOMPARE(loaded.size(), 1);
}

void TestLibraryModel::aChangeMovesOneRow()
{
    Pane pane;
    QVERIFY(pane.start());
    QAbstractItemModelTester tester(pane.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ConversationId first = pane.add(QStringLiteral("One"), QStringLiteral("a"));
    pane.add(QStringLiteral("Two"), QStringLiteral("b"));
    pane.add(QStringLiteral("Three"), QStringLiteral("c"));
    QVERIFY(pane.refresh());
    QSignalSpy moved(pane.model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy inserted(pane.model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(pane.model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(pane.model.get(), &QAbstractItemModel::modelReset);

    pane.clock.advance(1s);
    VERIFY_DONE(calls::append(*pane.library, first, messageSaying(QStringLiteral("again"), Role::User, {}, pane.clock)));
    QVERIFY(pane.refresh());

    QCOMPARE(pane.titles(), QStringList({ QStringLiteral("One"), QStringLiteral("Three"), QStringLiteral("Two") }));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(inserted.size() + removed.size() + reset.size(), 0);
}

void TestLibraryModel::newAndDeletedRowsAreAnnouncedAlone()
{
    Pane pane;
    QVERIFY(pane.start());
    QAbstractItemModelTester tester(pane.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    pane.add(QStringLiteral("One"), QStringLiteral("a"));
    const ConversationId second = pane.add(QStringLiteral("Two"), QStringLiteral("b"));
    pane.add(QStringLiteral("Three"), QStringLiteral("c"));
    QVERIFY(pane.refresh());
    QSignalSpy inserted(pane.model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(pane.model.get(), &QAbstractItemModel::rowsRemoved);

    VERIFY_DONE(calls::remove(*pane.library, second));
    pane.add(QStringLiteral("Four"), QStringLiteral("d"));
    QVERIFY(pane.refresh());

    QCOMPARE(pane.titles(), QStringList({ QStringLiteral("Four"), QStringLiteral("Three"), QStringLiteral("One") }));
    QVERIFY(pane.model->rowOf(second) < 0);
    int insertedRows = 0;
    for (const auto &range : inserted)
        insertedRows += range.at(2).toInt() - range.at(1).toInt() + 1;
    QCOMPARE(insertedRows, 1);
    QCOMPARE(removed.size(), 1);
}

void TestLibraryModel::theLibrarysOwnChangesArrive()
{
    Pane pane;
    QVERIFY(pane.start());
    QVERIFY(pane.refresh());

    pane.add(QStringLiteral("New"), QStringLiteral("a"));

    QTRY_COMPARE(pane.titles(), QStringList { QStringLiteral("New") });
}

void TestLibraryModel::aSearchShowsWhereItFoundTheWords()
{
    Pane pane;
    QVERIFY(pane.start());
    QAbstractItemModelTester tester(pane.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    pane.add(QStringLiteral("Birds"), QStringLiteral("What does a grackle eat?"));
    pane.add(QStringLiteral("Fish"), QStringLiteral("What does a pike eat?"));
    QVERIFY(pane.refresh());
    QSignalSpy applied(pane.model.get(), &LibraryModel::filterApplied);

    pane.model->setFilter(QStringLiteral(" grackle "));
    QVERIFY(applied.wait());

    QCOMPARE(applied.last().at(0).toString(), QStringLiteral("grackle"));
    QCOMPARE(applied.last().at(1).toInt(), 1);
    QCOMPARE(pane.titles(), QStringList { QStringLiteral("Birds") });
    QVERIFY(pane.model->index(0).data(LibraryModel::SnippetRole).toString().contains(QStringLiteral("\u2068grackle\u2069")));
    QVERIFY(!pane.model->index(0).data(LibraryModel::MessageRole).value<MessageId>().isNull());

    pane.model->setFilter({});
    QVERIFY(applied.wait());
    QCOMPARE(pane.model->rowCount(), 2);
}

void TestLibraryModel::onlyTheLatestSearchIsShown()
{
    Pane pane;
    QVERIFY(pane.start());
    pane.add(QStringLiteral("Birds"), QStringLiteral("grackle"));
    QSignalSpy applied(pane.model.get(), &LibraryModel::filterApplied);

    for (const char *words : { "g", "gr", "gra", "grack", "grackle" })
        pane.model->setFilter(QString::fromLatin1(words));
    QVERIFY(applied.wait());

    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied.first().at(0).toString(), QStringLiteral("grackle"));
}

void TestLibraryModel::aNarrowedSearchListsConversationsWithoutWords()
{
    Pane pane;
    QVERIFY(pane.start());
    pane.add(QStringLiteral("Asked"), QStringLiteral("a question"));
    QSignalSpy applied(pane.model.get(), &LibraryModel::filterApplied);

    SearchQuestion question;
    question.role = Role::Assistant;
    pane.model->setQuestion(question);
    QVERIFY(applied.wait());
    QCOMPARE(pane.model->rowCount(), 0);
    question.role = Role::User;
    pane.model->setQuestion(question);
    QVERIFY(applied.wait());

    QCOMPARE(pane.titles(), QStringList { QStringLiteral("Asked") });
    QCOMPARE(pane.model->index(0).data(LibraryModel::SnippetRole).toString(), QStringLiteral("a question"));
    QVERIFY(pane.model->isSearching());
}

void TestLibraryModel::aFoundTitleIsMarked()
{
    Pane pane;
    QVERIFY(pane.start());
    pane.add(QStringLiteral("Of birds"), QStringLiteral("birds and more birds"));
    QSignalSpy applied(pane.model.get(), &LibraryModel::filterApplied);

    pane.model->setFilter(QStringLiteral("birds"));
    QVERIFY(applied.wait());

    QCOMPARE(pane.titles(), QStringList { QStringLiteral("Of birds") });
    QCOMPARE(pane.model->index(0).data(LibraryModel::MarkedTitleRole).toString(), QStringLiteral("Of \u2068birds\u2069"));
    QCOMPARE(pane.model->index(0).data(LibraryModel::HitCountRole).toInt(), 1);
    QCOMPARE(pane.model->foundWordsAt(0), QStringList { QStringLiteral("birds") });
}

void TestLibraryModel::deletingIsUndoneInOrder()
{
    Pane pane;
    QVERIFY(pane.start());
    const ConversationId first = pane.add(QStringLiteral("One"), QStringLiteral("a"));
    const ConversationId second = pane.add(QStringLiteral("Two"), QStringLiteral("b"));
    QVERIFY(pane.refresh());
    QSignalSpy removed(pane.model.get(), &LibraryModel::removed);
    QSignalSpy restored(pane.model.get(), &LibraryModel::restored);

    pane.model->remove(first);
    QVERIFY(removed.wait());
    QCOMPARE(removed.last().at(1).toString(), QStringLiteral("One"));
    pane.model->remove(second);
    QVERIFY(removed.wait());
    QTRY_COMPARE(pane.model->rowCount(), 0);

    pane.model->undoRemove();
    QVERIFY(restored.wait());
    QCOMPARE(restored.last().first().value<ConversationId>(), second);
    pane.model->undoRemove();
    QVERIFY(restored.wait());
    QTRY_COMPARE(pane.titles(), QStringList({ QStringLiteral("Two"), QStringLiteral("One") }));
    pane.model->undoRemove();
}

void TestLibraryModel::aNewTitleIsKept()
{
    Pane pane;
    QVERIFY(pane.start());
    const ConversationId id = pane.add(QStringLiteral("One"), QStringLiteral("a"));
    QVERIFY(pane.refresh());

    pane.model->rename(id, QStringLiteral("  Better\nname "));

    QTRY_COMPARE(pane.titles(), QStringList { QStringLiteral("Better name") });
    QVERIFY(calls::open(*pane.library, id).value().conversation.hasManualTitle);
}

void TestLibraryModel::aRunningAnswerIsShownAtItsRow()
{
    Pane pane;
    QVERIFY(pane.start());
    pane.add(QStringLiteral("One"), QStringLiteral("a"));
    const ConversationId second = pane.add(QStringLiteral("Two"), QStringLiteral("b"));
    QVERIFY(pane.refresh());
    QSignalSpy changed(pane.model.get(), &QAbstractItemModel::dataChanged);

    pane.model->setRunning(second, true);

    QCOMPARE(changed.size(), 1);
    QVERIFY(pane.model->index(0).data(LibraryModel::IsRunningRole).toBool());
    QVERIFY(!pane.model->index(1).data(LibraryModel::IsRunningRole).toBool());
    pane.model->setRunning(second, false);
    QVERIFY(!pane.model->index(0).data(LibraryModel::IsRunningRole).toBool());
}

void TestLibraryModel::aNewAnswerIsShownAndSaidAtItsRow()
{
    Pane pane;
    QVERIFY(pane.start());
    pane.add(QStringLiteral("One"), QStringLiteral("a"));
    const ConversationId second = pane.add(QStringLiteral("Two"), QStringLiteral("b"));
    QVERIFY(pane.refresh());
    QSignalSpy changed(pane.model.get(), &QAbstractItemModel::dataChanged);
    const QString before = pane.model->index(0).data(Qt::AccessibleTextRole).toString();

    pane.model->setUnread(second, true);

    QCOMPARE(changed.size(), 1);
    QVERIFY(pane.model->index(0).data(LibraryModel::IsUnreadRole).toBool());
    QVERIFY(!pane.model->index(1).data(LibraryModel::IsUnreadRole).toBool());
    QCOMPARE(before, QStringLiteral("Two"));
    QVERIFY(pane.model->index(0).data(Qt::AccessibleTextRole).toString().size() > before.size());
    pane.model->setUnread(second, false);
    QCOMPARE(pane.model->index(0).data(Qt::AccessibleTextRole).toString(), before);
}

void TestLibraryModel::theShapeOfARowFollowsTheSections()
{
    Pane pane;
    QVERIFY(pane.start());
    pane.add(QStringLiteral("One"), QStringLiteral("a"));
    const ConversationId second = pane.add(QStringLiteral("Two"), QStringLiteral("b"));
    QVERIFY(pane.refresh());
    const auto shape = [&](int row) { return pane.model->index(row).data(LibraryModel::RowShapeRole).toInt(); };
    QCOMPARE(shape(0), int(LibraryModel::BeginsSection));
    QCOMPARE(shape(1), int(LibraryModel::PlainRow));

    pane.model->setPinned({ second }, true);

    QTRY_COMPARE(shape(1), int(LibraryModel::BeginsSection));
    QCOMPARE(shape(0), int(LibraryModel::BeginsSection));
}

void TestLibraryModel::anEmptyConversationIsNotListed()
{
    Pane pane;
    QVERIFY(pane.start());
    const Conversation empty = conversationNamed({}, pane.clock);
    VERIFY_DONE(calls::create(*pane.library, empty));
    QVERIFY(pane.refresh());
    QCOMPARE(pane.model->rowCount(), 0);

    Draft draft;
    draft.text = QStringLiteral("Half a thought");
    VERIFY_DONE(calls::saveDraft(*pane.library, empty.id, draft));
    QVERIFY(pane.refresh());
    QCOMPARE(pane.model->rowCount(), 1);
    QCOMPARE(pane.model->index(0).data(LibraryModel::DraftRole).toString(), QStringLiteral("Half a thought"));
}

void TestLibraryModel::oneChangeReadsOneConversationOfTenThousand()
{
    constexpr int Conversations = 10'000;
    Pane pane;
    QVERIFY(pane.start());
    std::vector<DecodedDocument> documents;
    for (int i = 0; i < Conversations; ++i) {
        pane.clock.advance(1s);
        documents.push_back({ { conversationNamed(QStringLiteral("conversation %1").arg(i), pane.clock), {} }, {} });
    }
    const ConversationId id = documents[4321].document.conversation.id;
    VERIFY_DONE(calls::importAll(*pane.library, documents));
    QVERIFY(pane.refresh());
    QCOMPARE(pane.model->rowCount(), Conversations);
    const QAbstractItemModelTester tester(pane.model.get());
    QSignalSpy applied(pane.model.get(), &LibraryModel::filterApplied);
    QSignalSpy moved(pane.model.get(), &LibraryModel::rowsMoved);
    QSignalSpy told(pane.model.get(), &LibraryModel::dataChanged);
    QSignalSpy removed(pane.model.get(), &LibraryModel::rowsRemoved);
    QSignalSpy inserted(pane.model.get(), &LibraryModel::rowsInserted);
    qint64 before = Library::summariesRead();
    const auto readSince = [&] { return Library::summariesRead() - std::exchange(before, Library::summariesRead()); };

    // A message, and an answer that grows, with what it cost.
    pane.clock.advance(1s);
    const Message question = messageSaying(QStringLiteral("new"), Role::User, {}, pane.clock);
    VERIFY_DONE(calls::append(*pane.library, id, question));
    QVERIFY(!applied.isEmpty() || applied.wait());
    QCOMPARE(readSince(), 1);
    QCOMPARE(pane.model->idAt(0), id);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(told.size(), 1);
    applied.clear();
    Message answer = runningAnswer(question.id, pane.clock);
    VERIFY_DONE(calls::append(*pane.library, id, answer));
    QVERIFY(!applied.isEmpty() || applied.wait());
    applied.clear();
    answer.state = MessageState::Complete;
    answer.parts = { TextPart { QStringLiteral("done") } };
    answer.answer->usage.costTicks = 70;
    VERIFY_DONE(calls::finish(*pane.library, answer));
    QVERIFY(!applied.isEmpty() || applied.wait());
    QCOMPARE(readSince(), 2);
    applied.clear();
    // A name, a pin.
    pane.model->rename(id, QStringLiteral("renamed"));
    QVERIFY(applied.wait());
    QTRY_COMPARE(pane.model->index(0).data().toString(), QStringLiteral("renamed"));
    pane.model->setPinned({ id }, true);
    QTRY_COMPARE(pane.model->index(0).data(LibraryModel::SectionRole).toString(), QStringLiteral("Pinned"));
    QVERIFY2(readSince() <= 4, "each is read once by its row, and once again where the library tells of it by itself");
    pane.model->remove(id);
    QTRY_COMPARE(pane.model->rowCount(), Conversations - 1);
    pane.model->undoRemove();
    QTRY_COMPARE(pane.model->rowCount(), Conversations);
    QVERIFY(readSince() <= 4);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(inserted.size(), 1);
}

void TestLibraryModel::singleChangesGiveTheSameRowsAsAList_data()
{
    QTest::addColumn<LibraryModel::Sorting>("sorting");
    QTest::newRow("by date") << LibraryModel::Sorting::Date;
    QTest::newRow("by title") << LibraryModel::Sorting::Title;
}

void TestLibraryModel::singleChangesGiveTheSameRowsAsAList()
{
    QFETCH(LibraryModel::Sorting, sorting);
    Pane pane;
    QVERIFY(pane.start());
    QList<ConversationId> ids;
    for (int i = 0; i < 12; ++i)
        ids.append(pane.add(QStringLiteral("title %1").arg(i * 7 % 12), QStringLiteral("question")));
    pane.model->setSorting(sorting);
    QVERIFY(pane.refresh());
    const QAbstractItemModelTester tester(pane.model.get());
    const FolderId folder = pane.model->makeFolder(QStringLiteral("folder"), { ids[2], ids[5] });
    QTRY_COMPARE(pane.model->folders().size(), 1);
    const FolderId other = pane.model->makeFolder(QStringLiteral("other"), { ids[3] });
    QTRY_COMPARE(pane.model->folders().size(), 2);
    QTRY_COMPARE(pane.model->rowCount(), 14);
    const auto shown = [](const LibraryModel &model) {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row).data().toString() + model.index(row).data(LibraryModel::FactRole).toString() + model.index(row).data(LibraryModel::SectionRole).toString());
        return rows;
    };
    LibraryModel listed(*pane.library, pane.clock);
    listed.setSorting(sorting);
    const std::function<void()> changes[] = {
        [&] { (void) calls::append(*pane.library, ids[1], messageSaying(QStringLiteral("more"), Role::User, {}, pane.clock)); },
        [&] { (void) calls::append(*pane.library, ids[5], messageSaying(QStringLiteral("more"), Role::User, {}, pane.clock)); },
        [&] { pane.model->setPinned({ ids[4] }, true); },
        [&] { pane.model->setPinned({ ids[5] }, true); },
        [&] { (void) calls::append(*pane.library, ids[4], messageSaying(QStringLiteral("more"), Role::User, {}, pane.clock)); },
        [&] { pane.model->moveToFolder({ ids[7], ids[8] }, folder); },
        [&] { pane.model->moveToFolder({ ids[7] }, other); },
        [&] { pane.model->moveToFolder({ ids[2] }, {}); },
        [&] { pane.model->rename(ids[9], QStringLiteral("another title")); },
        [&] { pane.model->setArchived({ ids[10] }, true); },
        [&] { pane.model->remove(ids[0]); },
        [&] { pane.model->undoRemove(); },
        [&] { pane.model->setPinned({ ids[4], ids[5] }, false); },
        [&] { pane.add(QStringLiteral("new one"), QStringLiteral("question")); },
        [&] { pane.model->setCollapsed(folder, true); listed.setCollapsed(folder, true); pane.model->moveToFolder({ ids[11] }, folder); },
        [&] { (void) calls::append(*pane.library, ids[8], messageSaying(QStringLiteral("hidden"), Role::User, {}, pane.clock)); },
        [&] { pane.model->setCollapsed(folder, false); listed.setCollapsed(folder, false); },
    };
    for (const std::function<void()> &change : changes) {
        pane.clock.advance(1s);
        change();
        const auto agree = [&] {
            QSignalSpy applied(&listed, &LibraryModel::filterApplied);
            listed.refresh();
            return applied.wait() && shown(listed) == shown(*pane.model);
        };
        QTRY_VERIFY2(agree(), qPrintable(QStringLiteral("change %1: ").arg(&change - changes) + shown(listed).join(u'|') + QStringLiteral(" is not ") + shown(*pane.model).join(u'|')));
    }
}

QTEST_GUILESS_MAIN(TestLibraryModel)
#include "tst_librarymodel.moc"
