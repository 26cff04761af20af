// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "findbar.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

class TestFindBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typingAndOptionsChangeTheSearch();
    void enterGoesOnAndShiftEnterGoesBack();
    void escapeClosesAndOpeningAsksAgain();
    void theCountSaysWhereOneIs();
};

void TestFindBar::typingAndOptionsChangeTheSearch()
{
    FindBar bar;
    bar.open();
    QSignalSpy changed(&bar, &FindBar::searchChanged);

    QTest::keyClicks(bar.findChild<QLineEdit *>(), QStringLiteral("ab"));
    bar.findChild<QToolButton *>(QStringLiteral("caseSensitive"))->click();
    bar.findChild<QToolButton *>(QStringLiteral("wholeWords"))->click();

    QCOMPARE(changed.count(), 4);
    QCOMPARE(bar.search(), (TextSearch { { QStringLiteral("ab") }, true, true }));
}

void TestFindBar::enterGoesOnAndShiftEnterGoesBack()
{
    FindBar bar;
    bar.open();
    QSignalSpy next(&bar, &FindBar::nextRequested);
    QSignalSpy previous(&bar, &FindBar::previousRequested);

    QTest::keyClick(bar.findChild<QLineEdit *>(), Qt::Key_Return);
    QTest::keyClick(bar.findChild<QLineEdit *>(), Qt::Key_Return, Qt::ShiftModifier);

    QCOMPARE(next.count(), 1);
    QCOMPARE(previous.count(), 1);
}

void TestFindBar::escapeClosesAndOpeningAsksAgain()
{
    FindBar bar;
    bar.open();
    bar.findChild<QLineEdit *>()->setText(QStringLiteral("bird"));
    QSignalSpy closed(&bar, &FindBar::closed);
    QSignalSpy changed(&bar, &FindBar::searchChanged);

    QTest::keyClick(bar.findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(bar.isHidden());
    QCOMPARE(closed.count(), 1);

    bar.open();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(bar.findChild<QLineEdit *>()->selectedText(), QStringLiteral("bird"));
}

void TestFindBar::theCountSaysWhereOneIs()
{
    FindBar bar;
    QCOMPARE(bar.countText(), QString());

    bar.findChild<QLineEdit *>()->setText(QStringLiteral("bird"));
    bar.setCount(3, 17, false);
    QCOMPARE(bar.countText(), QStringLiteral("3 of 17"));
    QVERIFY(bar.findChild<QToolButton *>(QStringLiteral("next"))->isEnabled());

    bar.setCount(0, 0, true);
    QCOMPARE(bar.countText(), QStringLiteral("Searching…"));
    bar.setCount(0, 0, false);
    QCOMPARE(bar.countText(), QStringLiteral("Not found"));
    QVERIFY(!bar.findChild<QToolButton *>(QStringLiteral("next"))->isEnabled());
}

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
