// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "actioncollection.h"
#include "attachmentstrip.h"
#include "composer.h"
#include "composeredit.h"
#include "roundbutton.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

class TestComposer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyComposerSendsNothing();
    void aPictureAloneCanBeSent();
    void theButtonTurnsIntoStopInItsPlace();
    void enterWhileAnAnswerRunsKeepsTheText();
    void settingTheTextIsNoEdit();
    void aNoteGoesWithTheNextKey();
    void everythingFocusableHasAName();

private:
    ActionCollection *m_actions = nullptr;
    Composer *m_composer = nullptr;
    ComposerEdit *edit() const { return m_composer->findChild<ComposerEdit *>(); }
    RoundButton *button() const { return m_composer->findChild<RoundButton *>(); }
};

void TestComposer::init()
{
    m_actions = new ActionCollection;
    m_actions->add(QStringLiteral("attachFiles"), QStringLiteral("Add pictures"));
    m_composer = new Composer(*m_actions);
    m_composer->resize(700, 120);
    m_composer->show();
}

void TestComposer::cleanup()
{
    delete m_composer;
    delete m_actions;
}

void TestComposer::anEmptyComposerSendsNothing()
{
    QSignalSpy sending(m_composer, &Composer::sendRequested);

    QTest::keyClick(edit(), Qt::Key_Return);

    QVERIFY(!button()->isEnabled());
    QCOMPARE(sending.size(), 0);
}

void TestComposer::aPictureAloneCanBeSent()
{
    QSignalSpy sending(m_composer, &Composer::sendRequested);
    m_composer->setChips({ ChipContent { .name = QStringLiteral("a.png") } });

    QTest::keyClick(edit(), Qt::Key_Return);

    QCOMPARE(sending.size(), 1);
}

void TestComposer::theButtonTurnsIntoStopInItsPlace()
{
    m_composer->setText(QStringLiteral("hello"), 5);
    const QRect place = button()->geometry();
    QSignalSpy stopping(m_composer, &Composer::stopRequested);
    QSignalSpy sending(m_composer, &Composer::sendRequested);

    m_composer->setMode(Composer::Mode::Stop);
    QTest::mouseClick(button(), Qt::LeftButton);

    QCOMPARE(button()->geometry(), place);
    QCOMPARE(button()->accessibleName(), QStringLiteral("Stop"));
    QCOMPARE(button()->iconName(), QStringLiteral("stop"));
    QCOMPARE(stopping.size(), 1);
    QCOMPARE(sending.size(), 0);
}

void TestComposer::enterWhileAnAnswerRunsKeepsTheText()
{
    m_composer->setText(QStringLiteral("next question"), 13);
    m_composer->setMode(Composer::Mode::Stop);
    QSignalSpy sending(m_composer, &Composer::sendRequested);

    QTest::keyClick(edit(), Qt::Key_Return);

    QCOMPARE(sending.size(), 1);
    QCOMPARE(m_composer->text(), QStringLiteral("next question"));
}

void TestComposer::settingTheTextIsNoEdit()
{
    QSignalSpy edited(m_composer, &Composer::textEdited);

    m_composer->setText(QStringLiteral("from the draft"), 4);

    QCOMPARE(edited.size(), 0);
    QCOMPARE(m_composer->cursor(), 4);
}

void TestComposer::aNoteGoesWithTheNextKey()
{
    auto *note = m_composer->findChild<QLabel *>(QStringLiteral("composerNote"));
    m_composer->showNote(QStringLiteral("notes.svg cannot be sent"));
    QVERIFY(note->isVisible());

    QTest::keyClicks(edit(), QStringLiteral("x"));

    QVERIFY(!note->isVisible());
}

void TestComposer::everythingFocusableHasAName()
{
    m_composer->setChips({ ChipContent { .name = QStringLiteral("a.png") } });
    for (const QWidget *widget : m_composer->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
