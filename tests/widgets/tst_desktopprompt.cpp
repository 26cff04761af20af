// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "desktopprompt.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

class TestDesktopPrompt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enterAcceptsWhatIsHarmlessAlone_data();
    void enterAcceptsWhatIsHarmlessAlone();
    void aShortQuestionHasRoomForItsSentence();
    void theQuestionOfADialogStandsAboveThatDialog();
};

void TestDesktopPrompt::enterAcceptsWhatIsHarmlessAlone_data()
{
    QTest::addColumn<bool>("isHarmless");
    QTest::newRow("an import") << true;
    QTest::newRow("a deletion") << false;
}

void TestDesktopPrompt::enterAcceptsWhatIsHarmlessAlone()
{
    QFETCH(bool, isHarmless);
    QWidget window;
    DesktopPrompt prompt(&window);
    std::optional<bool> answer;
    prompt.confirm({ QStringLiteral("Do it?"), QStringLiteral("It is done."), QStringLiteral("Do it"), isHarmless }, &window, [&](bool accepted) { answer = accepted; });
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(QTest::qWaitForWindowActive(box));

    QTest::keyClick(box, Qt::Key_Return);

    QTRY_VERIFY(answer);
    QCOMPARE(*answer, isHarmless);
}

void TestDesktopPrompt::aShortQuestionHasRoomForItsSentence()
{
    QWidget window;
    DesktopPrompt prompt(&window);
    prompt.confirm({ QStringLiteral("So?"), QStringLiteral("What is here already stays as it is and gets what it lacks."), QStringLiteral("Go") }, &window, {});
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(QTest::qWaitForWindowExposed(box));
    QVERIFY2(box->width() >= 50 * box->fontMetrics().averageCharWidth(), qPrintable(QString::number(box->width())));
    QCOMPARE(box->windowTitle(), QStringLiteral("Grackle"));
}

// Above the window behind it, it would give the keys to a window that the dialog blocks.
void TestDesktopPrompt::theQuestionOfADialogStandsAboveThatDialog()
{
    QWidget window;
    QWidget otherWindow;
    DesktopPrompt prompt(&window);
    DesktopPrompt otherPrompt(&otherWindow);
    auto *asking = new QDialog(&window);
    asking->open();
    QVERIFY(QTest::qWaitForWindowExposed(asking));

    prompt.chooseSavePath(QStringLiteral("Save"), QStringLiteral("a.pdf"), QStringLiteral("PDF (*.pdf)"), asking, [](const QString &) {});
    otherPrompt.confirm({ QStringLiteral("So?"), QStringLiteral("It is done."), QStringLiteral("Go") }, &otherWindow, {});

    QCOMPARE(window.findChild<QFileDialog *>()->parentWidget(), asking);
    QCOMPARE(otherWindow.findChild<QMessageBox *>()->parentWidget(), &otherWindow);
}

QTEST_MAIN(TestDesktopPrompt)
#include "tst_desktopprompt.moc"
