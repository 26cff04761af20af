// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modelchooser.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

class TestModelChooser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typingFiltersAndEnterTakesTheFirst();
    void anIdThatIsNotListedCanBeTyped();
    void anExactIdNeedsNoButton();
    void openingAsksForTheList();
    void arrowsWalkTheList();

private:
    QStringListModel m_models { { QStringLiteral("grok-4.7"), QStringLiteral("grok-4.7-fast"), QStringLiteral("grok-code") } };
    QLineEdit *open(ModelChooser &chooser)
    {
        chooser.setModels(&m_models);
        chooser.show();
        chooser.openList();
        return chooser.findChild<QLineEdit *>(QStringLiteral("modelField"));
    }
};

void TestModelChooser::typingFiltersAndEnterTakesTheFirst()
{
    ModelChooser chooser;
    QSignalSpy chosen(&chooser, &ModelChooser::modelIdChosen);
    QLineEdit *field = open(chooser);

    QTest::keyClicks(field, QStringLiteral("CODE"));
    QCOMPARE(chooser.findChild<QListView *>()->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);

    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("grok-code"));
}

void TestModelChooser::anIdThatIsNotListedCanBeTyped()
{
    ModelChooser chooser;
    QSignalSpy chosen(&chooser, &ModelChooser::modelIdChosen);
    QLineEdit *field = open(chooser);
    QTest::keyClicks(field, QStringLiteral("grok-4"));

    chooser.findChild<QPushButton *>(QStringLiteral("useTypedModel"))->click();

    QCOMPARE(chosen.first().first().toString(), QStringLiteral("grok-4"));
}

void TestModelChooser::anExactIdNeedsNoButton()
{
    ModelChooser chooser;
    QLineEdit *field = open(chooser);
    auto *button = chooser.findChild<QPushButton *>(QStringLiteral("useTypedModel"));

    QTest::keyClicks(field, QStringLiteral("grok-4"));
    QVERIFY(!button->isHidden());
    QTest::keyClicks(field, QStringLiteral(".7"));

    QVERIFY(button->isHidden());
}

void TestModelChooser::openingAsksForTheList()
{
    ModelChooser chooser;
    QSignalSpy opened(&chooser, &ModelChooser::listOpened);

    open(chooser);

    QCOMPARE(opened.size(), 1);
}

void TestModelChooser::arrowsWalkTheList()
{
    ModelChooser chooser;
    chooser.setModelId(QStringLiteral("grok-4.7"));
    QSignalSpy chosen(&chooser, &ModelChooser::modelIdChosen);
    QLineEdit *field = open(chooser);

    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);

    QCOMPARE(chosen.first().first().toString(), QStringLiteral("grok-4.7-fast"));
}

QTEST_MAIN(TestModelChooser)
#include "tst_modelchooser.moc"
