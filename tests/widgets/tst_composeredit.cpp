// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "composeredit.h"

#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>

class TestComposerEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSendKeyDependsOnTheSetting_data();
    void theSendKeyDependsOnTheSetting();
    void shiftEnterBreaksTheLine();
    void enterDuringACompositionNeverSends();
    void enterAfterTheCompositionSends();
    void upInAnEmptyFieldEditsTheLastQuestion();
    void upInAWrittenFieldMovesTheCursor();
    void escapeStops();
    void undoGoesBeyondTheTextOnlyWhenTheTextHasNone();
    void pastedMarkupStaysText();
    void aPastedPictureIsOfferedNotInserted();
    void theHeightGrowsWithTheLinesUpToItsLimit();
    void twentyThousandPastedLinesAreAllThere();
    void theCaretRestsWhereNobodyTypesAndWakesWithAKey();
    void theCaretOfOtherFieldsBlinksWhenTheFocusLeaves();
    void theHintIsSeenWhileTheDraftIsEmpty();
    void theHintStandsWhereTheTextWillStand();
};

namespace {

using namespace std::chrono_literals;

int flashTime()
{
    return QGuiApplication::styleHints()->cursorFlashTime();
}

// Dark enough to be a letter or the caret.
int darkPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 128;
    }
    return count;
}

}

void TestComposerEdit::theSendKeyDependsOnTheSetting_data()
{
    QTest::addColumn<bool>("sendsOnEnter");
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<int>("sent");

    QTest::newRow("enter") << true << int(Qt::Key_Return) << Qt::KeyboardModifiers() << 1;
    QTest::newRow("keypad enter") << true << int(Qt::Key_Enter) << Qt::KeyboardModifiers(Qt::KeypadModifier) << 1;
    QTest::newRow("shift enter") << true << int(Qt::Key_Return) << Qt::KeyboardModifiers(Qt::ShiftModifier) << 0;
    QTest::newRow("control enter") << true << int(Qt::Key_Return) << Qt::KeyboardModifiers(Qt::ControlModifier) << 1;
    QTest::newRow("swapped: enter") << false << int(Qt::Key_Return) << Qt::KeyboardModifiers() << 0;
    QTest::newRow("swapped: control enter") << false << int(Qt::Key_Return) << Qt::KeyboardModifiers(Qt::ControlModifier) << 1;
}

void TestComposerEdit::theSendKeyDependsOnTheSetting()
{
    QFETCH(bool, sendsOnEnter);
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(int, sent);
    ComposerEdit edit;
    edit.setSendsOnEnter(sendsOnEnter);
    edit.setPlainText(QStringLiteral("hello"));
    QSignalSpy sending(&edit, &ComposerEdit::sendKeyPressed);

    QTest::keyClick(&edit, Qt::Key(key), modifiers);

    QCOMPARE(sending.size(), sent);
}

void TestComposerEdit::shiftEnterBreaksTheLine()
{
    ComposerEdit edit;
    QTest::keyClicks(&edit, QStringLiteral("a"));
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&edit, QStringLiteral("b"));

    QCOMPARE(edit.toPlainText(), QStringLiteral("a\nb"));
}

void TestComposerEdit::enterDuringACompositionNeverSends()
{
    ComposerEdit edit;
    QSignalSpy sending(&edit, &ComposerEdit::sendKeyPressed);
    QInputMethodEvent composing(QStringLiteral("にほんご"), {});
    QCoreApplication::sendEvent(&edit, &composing);

    QTest::keyClick(&edit, Qt::Key_Return);

    QCOMPARE(sending.size(), 0);
}

void TestComposerEdit::enterAfterTheCompositionSends()
{
    ComposerEdit edit;
    QSignalSpy sending(&edit, &ComposerEdit::sendKeyPressed);
    QInputMethodEvent composing(QStringLiteral("にほんご"), {});
    QCoreApplication::sendEvent(&edit, &composing);
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("日本語"));
    QCoreApplication::sendEvent(&edit, &committed);

    QTest::keyClick(&edit, Qt::Key_Return);

    QCOMPARE(edit.toPlainText(), QStringLiteral("日本語"));
    QCOMPARE(sending.size(), 1);
}

void TestComposerEdit::upInAnEmptyFieldEditsTheLastQuestion()
{
    ComposerEdit edit;
    QSignalSpy editing(&edit, &ComposerEdit::editLastRequested);

    QTest::keyClick(&edit, Qt::Key_Up);

    QCOMPARE(editing.size(), 1);
}

void TestComposerEdit::upInAWrittenFieldMovesTheCursor()
{
    ComposerEdit edit;
    edit.setPlainText(QStringLiteral("one\ntwo"));
    edit.moveCursor(QTextCursor::End);
    QSignalSpy editing(&edit, &ComposerEdit::editLastRequested);

    QTest::keyClick(&edit, Qt::Key_Up);

    QCOMPARE(editing.size(), 0);
    QCOMPARE(edit.textCursor().blockNumber(), 0);
}

void TestComposerEdit::escapeStops()
{
    ComposerEdit edit;
    QSignalSpy stopping(&edit, &ComposerEdit::stopKeyPressed);

    QTest::keyClick(&edit, Qt::Key_Escape);

    QCOMPARE(stopping.size(), 1);
}

void TestComposerEdit::undoGoesBeyondTheTextOnlyWhenTheTextHasNone()
{
    ComposerEdit edit;
    QSignalSpy beyond(&edit, &ComposerEdit::undoBeyondTextRequested);
    QTest::keyClicks(&edit, QStringLiteral("a"));

    QTest::keySequence(&edit, QKeySequence::Undo);
    QCOMPARE(edit.toPlainText(), QString());
    QCOMPARE(beyond.size(), 0);

    QTest::keySequence(&edit, QKeySequence::Undo);
    QCOMPARE(beyond.size(), 1);
}

class PastingEdit : public ComposerEdit
{
public:
    using ComposerEdit::insertFromMimeData;
};

void TestComposerEdit::pastedMarkupStaysText()
{
    PastingEdit edit;
    QMimeData data;
    data.setHtml(QStringLiteral("<b>bold</b><img src='http://127.0.0.1:1/x.png'>"));
    data.setText(QStringLiteral("<b>bold</b>"));

    edit.insertFromMimeData(&data);

    QCOMPARE(edit.toPlainText(), QStringLiteral("<b>bold</b>"));
}

void TestComposerEdit::aPastedPictureIsOfferedNotInserted()
{
    PastingEdit edit;
    QMimeData data;
    data.setImageData(QImage(2, 2, QImage::Format_RGB32));
    QSignalSpy offered(&edit, &ComposerEdit::contentPasted);

    edit.insertFromMimeData(&data);

    QCOMPARE(offered.size(), 1);
    QCOMPARE(edit.toPlainText(), QString());
}

void TestComposerEdit::theHeightGrowsWithTheLinesUpToItsLimit()
{
    ComposerEdit edit;
    edit.resize(400, 40);
    edit.show();
    const int line = edit.fontMetrics().lineSpacing();
    edit.setMaximumTextHeight(5 * line);
    const int single = edit.sizeHint().height();

    edit.setPlainText(QStringLiteral("1\n2\n3"));
    QCOMPARE(edit.sizeHint().height(), single + 2 * line);

    edit.setPlainText(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8\n9"));
    QCOMPARE(edit.sizeHint().height(), 5 * line);
}

void TestComposerEdit::twentyThousandPastedLinesAreAllThere()
{
    PastingEdit edit;
    edit.resize(400, 200);
    edit.show();
    QMimeData data;
    data.setText(QStringLiteral("a line of pasted text\n").repeated(20000));

    edit.insertFromMimeData(&data);

    QCOMPARE(edit.document()->blockCount(), 20001);
}

void TestComposerEdit::theCaretRestsWhereNobodyTypesAndWakesWithAKey()
{
    const int usual = flashTime();
    QSignalSpy changes(QGuiApplication::styleHints(), &QStyleHints::cursorFlashTimeChanged);
    ComposerEdit edit;
    edit.setCaretRestTime(1ms);
    edit.show();
    QVERIFY(QTest::qWaitForWindowActive(&edit));
    edit.setFocus();

    QTRY_COMPARE(flashTime(), 0);
    QCOMPARE(changes.size(), 1);
    edit.setCaretRestTime(1h);
    QTest::keyClick(&edit, Qt::Key_A);

    QCOMPARE(flashTime(), usual);
    QCOMPARE(edit.toPlainText(), QStringLiteral("a"));
}

void TestComposerEdit::theCaretOfOtherFieldsBlinksWhenTheFocusLeaves()
{
    const int usual = flashTime();
    QWidget window;
    auto *edit = new ComposerEdit(&window);
    auto *other = new ComposerEdit(&window);
    edit->setCaretRestTime(1ms);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit->setFocus();
    QTRY_COMPARE(flashTime(), 0);

    other->setFocus();
    QCOMPARE(flashTime(), usual);

    other->setCaretRestTime(1ms);
    QTest::keyClick(other, Qt::Key_A);
    QTRY_COMPARE(flashTime(), 0);
    delete other;
    QCOMPARE(flashTime(), usual);
}

void TestComposerEdit::theHintIsSeenWhileTheDraftIsEmpty()
{
    ComposerEdit edit;
    QPalette palette = edit.palette();
    palette.setColor(QPalette::PlaceholderText, Qt::black);
    palette.setColor(QPalette::Base, Qt::white);
    edit.setPalette(palette);
    edit.resize(400, 60);
    edit.setHint(QStringLiteral("Ask anything"));
    const int seen = darkPixels(edit.grab().toImage());
    QVERIFY(seen > 100);

    edit.setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = edit.grab().toImage();
    QVERIFY(darkPixels(mirrored.copy(0, 0, mirrored.width() / 2, mirrored.height())) == 0);
    QVERIFY(darkPixels(mirrored) > 100);

    edit.setPlainText(QStringLiteral("."));
    QVERIFY(darkPixels(edit.grab().toImage()) < 20);
}

void TestComposerEdit::theHintStandsWhereTheTextWillStand()
{
    ComposerEdit edit;
    QPalette palette = edit.palette();
    for (const QPalette::ColorRole role : { QPalette::PlaceholderText, QPalette::Text })
        palette.setColor(role, Qt::black);
    edit.setPalette(palette);
    edit.resize(400, 60);
    edit.setHint(QStringLiteral("Ask"));
    const QImage hint = edit.grab().toImage();

    edit.setPlainText(QStringLiteral("Ask"));

    QCOMPARE(edit.grab().toImage(), hint);
}

QTEST_MAIN(TestComposerEdit)
#include "tst_composeredit.moc"
