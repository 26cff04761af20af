// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// First: one of its headers names something "Display", as X11 does in what the fixture includes.
#include "findbar.h"

#include "applicationfixture.h"
#include "conversationfind.h"
#include "librarypane.h"

#include <QLineEdit>
#include <QListView>

class TestConversationFind : public QObject
{
    Q_OBJECT

    static void ask(ApplicationFixture &fixture, const QString &question)
    {
        QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
        fixture.type(question);
        fixture.pressEnter();
        QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
        fixture.shown()->stop();
        QTRY_VERIFY(fixture.isIdle());
    }

    static FindBar *openBar(ApplicationFixture &fixture, const QString &words)
    {
        fixture.window().actions().action(QStringLiteral("find"))->trigger();
        auto *bar = fixture.window().findChild<FindBar *>();
        bar->findChild<QLineEdit *>()->setText(words);
        return bar;
    }

private Q_SLOTS:
    void theBarCountsWhatTheConversationHolds();
    void aFindOnAnotherBranchBringsThatBranch();
    void escapeEndsTheSearch();
    void aSearchOfTheLibraryLandsOnTheWordsInTheirBranch();
};

void TestConversationFind::theBarCountsWhatTheConversationHolds()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("needle and Needle"));

    FindBar *bar = openBar(fixture, QStringLiteral("needle and"));
    QVERIFY(bar->isVisibleTo(&fixture.window()));
    QTRY_VERIFY(bar->countText().startsWith(QStringLiteral("1 of ")));

    bar->findChild<QLineEdit *>()->setText(QStringLiteral("certainly not there"));
    QTRY_COMPARE(bar->countText(), QStringLiteral("Not found"));
}

void TestConversationFind::aFindOnAnotherBranchBringsThatBranch()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("zebra"));
    Draft edited;
    edited.text = QStringLiteral("giraffe");
    fixture.shown()->editMessage(fixture.shown()->model()->idAt(0), edited);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle() && fixture.messageText(0) == QStringLiteral("giraffe"), 30'000);

    openBar(fixture, QStringLiteral("zebra"));

    QTRY_COMPARE(fixture.messageText(0), QStringLiteral("zebra"));
}

void TestConversationFind::escapeEndsTheSearch()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("needle"));
    FindBar *bar = openBar(fixture, QStringLiteral("needle"));
    QTRY_VERIFY(bar->countText().startsWith(QStringLiteral("1 of ")));

    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Escape);

    QVERIFY(bar->isHidden());
}

void TestConversationFind::aSearchOfTheLibraryLandsOnTheWordsInTheirBranch()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("A zebra, and another Zebra"));
    Draft edited;
    edited.text = QStringLiteral("giraffe");
    fixture.shown()->editMessage(fixture.shown()->model()->idAt(0), edited);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle() && fixture.messageText(0) == QStringLiteral("giraffe"), 30'000);
    fixture.window().actions().action(QStringLiteral("newConversation"))->trigger();
    LibraryPane *pane = fixture.window().libraryPane();

    pane->findChild<QLineEdit *>(QStringLiteral("searchField"))->setText(QStringLiteral("zebra"));
    auto *list = pane->findChild<QListView *>(QStringLiteral("conversationList"));
    QTRY_VERIFY(list->model()->rowCount() == 1 && list->model()->index(0, 0).data(LibraryModel::HitCountRole).toInt() > 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());

    QTRY_COMPARE(fixture.messageText(0), QStringLiteral("A zebra, and another Zebra"));
    const auto *find = fixture.window().findChild<ConversationFind *>();
    QTRY_COMPARE(find->search().currentNumber(), 1);
    QVERIFY(find->search().count() >= 2);
    QCOMPARE(find->search().current()->message, fixture.shown()->model()->idAt(0));
    QVERIFY(fixture.window().findChild<FindBar *>()->isHidden());
}

QTEST_MAIN(TestConversationFind)
#include "tst_conversationfind.moc"
