// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarydelegate.h"
#include "librarylist.h"
#include "librarymodel.h"
#include "peekpopup.h"

#include <QHelpEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

// Rows that count how often they are asked.
class CountingRows : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit CountingRows(int rows) : m_rows(rows) {}
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        if (role == Qt::DisplayRole) {
            ++titles;
            return QStringLiteral("Conversation %1").arg(index.row());
        }
        if (role == LibraryModel::ConversationIdRole)
            return QVariant::fromValue(ConversationId());
        return role == LibraryModel::RowShapeRole ? QVariant(index.row() % 50 == 0 ? LibraryModel::BeginsSection : LibraryModel::PlainRow) : QVariant();
    }
    mutable int asked = 0;
    mutable int titles = 0;

private:
    int m_rows;
};

// The side pane's list with few rows and with very many.
class TestLibraryList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHundredThousandScrollLikeTen();
    void laidOutEachRowIsAskedForItsShapeAlone();
    void theRestingPointerIsToldOnceAndItsLeaving();
    void aPeekIsPlainTextAndTakesNothing();

private:
    // Questions of scrolling a few rows and back.
    static int costOfScrolling(int rows)
    {
        CountingRows model(rows);
        LibraryList list;
        list.setItemDelegate(new LibraryDelegate(&list));
        list.setModel(&model);
        list.resize(260, 600);
        list.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&list)); }();
        list.verticalScrollBar()->setValue(rows * 10);
        list.grab();
        model.asked = 0;
        for (int step = 0; step < 20; ++step) {
            list.verticalScrollBar()->setValue(rows * 10 + (step % 2) * 31);
            list.grab();
        }
        return model.asked;
    }
};

void TestLibraryList::aHundredThousandScrollLikeTen()
{
    const int few = costOfScrolling(100);
    const int many = costOfScrolling(100'000);

    QVERIFY(few > 0);
    QVERIFY2(many <= few + few / 5, qPrintable(QStringLiteral("%1 questions with 100 rows, %2 with 100,000").arg(few).arg(many)));
}

void TestLibraryList::laidOutEachRowIsAskedForItsShapeAlone()
{
    CountingRows model(100'000);
    LibraryList list;
    list.setItemDelegate(new LibraryDelegate(&list));
    list.setModel(&model);
    list.resize(260, 600);

    list.grab();

    QVERIFY2(model.titles < 200, qPrintable(QString::number(model.titles)));
    QVERIFY2(model.asked < 250'000, qPrintable(QString::number(model.asked)));
}

void TestLibraryList::theRestingPointerIsToldOnceAndItsLeaving()
{
    CountingRows model(10);
    LibraryList list;
    list.setItemDelegate(new LibraryDelegate(&list));
    list.setModel(&model);
    list.resize(260, 600);
    list.grab();
    QSignalSpy hovered(&list, &LibraryList::hovered);
    QSignalSpy ended(&list, &LibraryList::hoverEnded);
    const QPoint onThird = list.visualRect(model.index(2)).center();

    QHelpEvent rest(QEvent::ToolTip, onThird, list.viewport()->mapToGlobal(onThird));
    QCoreApplication::sendEvent(list.viewport(), &rest);

    QCOMPARE(hovered.size(), 1);
    QCOMPARE(hovered.first().first().toModelIndex().row(), 2);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(list.viewport(), &leave);
    QCOMPARE(ended.size(), 1);
}

void TestLibraryList::aPeekIsPlainTextAndTakesNothing()
{
    QWidget window;
    window.resize(300, 200);
    window.show();
    PeekPopup popup(&window);

    popup.showBeside(QRect(10, 10, 200, 30), QStringLiteral("<b>Title</b>"), QStringLiteral("<img src=x>") + QString(10'000, u'w'), QStringLiteral("Monday"));

    QVERIFY(popup.isVisible());
    QVERIFY(popup.testAttribute(Qt::WA_ShowWithoutActivating));
    for (const QLabel *label : popup.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(label->text().size() < 700);
    }
    QVERIFY(popup.height() < 400);
}

QTEST_MAIN(TestLibraryList)
#include "tst_librarylist.moc"
