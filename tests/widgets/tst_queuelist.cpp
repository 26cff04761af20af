// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "queuelist.h"

#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

// The rows of messages that wait, as the person sees and moves them.
class TestQueueList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutMessagesThereIsNothing();
    void everyRowHasItsButtons();
    void aRowThatTakesItselfAwayIsNoTrouble();
    void theKeyboardGoesAlongWithTheMessage();
    void aLongQueueScrolls();
    void whatWaitsForThePersonSaysSo();
    void everythingFocusableHasAName();

private:
    static QList<QueuedLine> lines(int count)
    {
        QList<QueuedLine> made;
        for (int i = 0; i < count; ++i)
            made.append({ QStringLiteral("Message <b>%1</b>").arg(i), i % 2 });
        return made;
    }
    QToolButton *button(int row, const char *name) const
    {
        return m_list->findChildren<QWidget *>(QStringLiteral("queueRow")).value(row)->findChild<QToolButton *>(QString::fromLatin1(name));
    }
    std::unique_ptr<QueueList> m_list;
};

void TestQueueList::init()
{
    m_list = std::make_unique<QueueList>();
    m_list->resize(500, 200);
}

void TestQueueList::withoutMessagesThereIsNothing()
{
    m_list->setLines(lines(1), false);
    QVERIFY(!m_list->isHidden());
    m_list->setLines({}, false);
    QVERIFY(m_list->isHidden());
}

void TestQueueList::everyRowHasItsButtons()
{
    m_list->setLines(lines(3), false);
    QSignalSpy edited(m_list.get(), &QueueList::editRequested);
    QSignalSpy sent(m_list.get(), &QueueList::sendNowRequested);
    QSignalSpy removed(m_list.get(), &QueueList::removeRequested);
    QSignalSpy moved(m_list.get(), &QueueList::moveRequested);

    button(0, "queuedEdit")->click();
    button(1, "queuedSend")->click();
    button(2, "queuedRemove")->click();
    button(2, "queuedUp")->click();

    QCOMPARE(edited.takeFirst(), QVariantList({ 0 }));
    QCOMPARE(sent.takeFirst(), QVariantList({ 1 }));
    QCOMPARE(removed.takeFirst(), QVariantList({ 2 }));
    QCOMPARE(moved.takeFirst(), QVariantList({ 2, 1 }));
    QVERIFY(!button(0, "queuedUp")->isEnabled());
}

void TestQueueList::aRowThatTakesItselfAwayIsNoTrouble()
{
    m_list->setLines(lines(1), false);
    connect(m_list.get(), &QueueList::removeRequested, m_list.get(), [this] { m_list->setLines({}, false); });

    button(0, "queuedRemove")->click();

    QCOMPARE(m_list->count(), 0);
}

void TestQueueList::theKeyboardGoesAlongWithTheMessage()
{
    m_list->setLines(lines(3), false);
    m_list->show();
    m_list->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
    connect(m_list.get(), &QueueList::moveRequested, m_list.get(), [this] { m_list->setLines(lines(3), false); });
    button(2, "queuedEdit")->setFocus();

    QTest::keyClick(button(2, "queuedEdit"), Qt::Key_Up, Qt::AltModifier);

    QTRY_VERIFY(button(1, "queuedEdit")->hasFocus());
    QTest::keyClick(button(1, "queuedEdit"), Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(button(2, "queuedEdit")->hasFocus());
}

void TestQueueList::aLongQueueScrolls()
{
    m_list->setLines(lines(4), false);
    const int four = m_list->sizeHint().height();
    m_list->setLines(lines(40), false);
    QCOMPARE(m_list->sizeHint().height(), four);
}

void TestQueueList::whatWaitsForThePersonSaysSo()
{
    const auto *heading = m_list->findChild<QLabel *>(QStringLiteral("queueHeading"));
    m_list->setLines(lines(1), false);
    const QString going = heading->text();
    m_list->setLines(lines(1), true);
    QVERIFY(heading->text() != going);
}

void TestQueueList::everythingFocusableHasAName()
{
    m_list->setLines(lines(2), false);
    for (const QToolButton *each : m_list->findChildren<QToolButton *>()) {
        QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
        QVERIFY(!each->accessibleDescription().isEmpty());
    }
    for (const QLabel *label : m_list->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestQueueList)
#include "tst_queuelist.moc"
