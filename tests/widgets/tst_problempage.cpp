// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "problempage.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

static Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

class TestProblemPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewerLibraryIsLeftAlone();
    void aDamagedLibraryOffersItsBackupAndAnEmptyStart();
    void aLibraryInUseCanBeTriedAgain();

private:
    static QPushButton *button(const ProblemPage &page, const char *name)
    {
        return page.findChild<QPushButton *>(QString::fromLatin1(name));
    }
};

void TestProblemPage::aNewerLibraryIsLeftAlone()
{
    ProblemPage page;
    page.showProblem(errorOf(ErrorKind::LibraryNewer));

    QVERIFY(button(page, "goOn")->isHidden());
    QVERIFY(button(page, "restore")->isHidden());
    QVERIFY(!button(page, "leave")->isHidden());
}

void TestProblemPage::aDamagedLibraryOffersItsBackupAndAnEmptyStart()
{
    ProblemPage page;
    QSignalSpy restoring(&page, &ProblemPage::restoreRequested);
    QSignalSpy startingAnew(&page, &ProblemPage::startAnewRequested);
    QSignalSpy trying(&page, &ProblemPage::tryAgainRequested);
    page.showProblem(errorOf(ErrorKind::LibraryDamaged));

    button(page, "restore")->click();
    button(page, "goOn")->click();

    QCOMPARE(restoring.size(), 1);
    QCOMPARE(startingAnew.size(), 1);
    QCOMPARE(trying.size(), 0);
}

void TestProblemPage::aLibraryInUseCanBeTriedAgain()
{
    ProblemPage page;
    QSignalSpy trying(&page, &ProblemPage::tryAgainRequested);
    page.showProblem(errorOf(ErrorKind::LibraryInUse));

    button(page, "goOn")->click();

    QCOMPARE(trying.size(), 1);
}

QTEST_MAIN(TestProblemPage)
#include "tst_problempage.moc"
