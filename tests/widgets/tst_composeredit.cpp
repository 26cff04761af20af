// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "composeredit.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
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
};

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

QTEST_MAIN(TestComposerEdit)
#include "tst_composeredit.moc"
