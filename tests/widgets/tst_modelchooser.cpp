// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modelbadges.h"
#include "modelchooser.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
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
    void modelsAreFoundByWhatTheyCanDo();
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

void TestModelChooser::modelsAreFoundByWhatTheyCanDo()
{
    QStandardItemModel models;
    ModelInfo blind;
    blind.id = QStringLiteral("blind-1");
    blind.contextTokens = 8192;
    ModelInfo seeing;
    seeing.id = QStringLiteral("seeing-1");
    seeing.aliases = { QStringLiteral("seeing-latest") };
    seeing.seesImages = true;
    seeing.usesTools = true;
    seeing.reasons = true;
    seeing.contextTokens = 1'000'000;
    seeing.promptPrice = 20'000;
    seeing.completionPrice = 60'000;
    for (const ModelInfo &model : { blind, seeing }) {
        auto *item = new QStandardItem(model.id);
        item->setData(QVariant::fromValue(model), ModelInfoRole);
        models.appendRow(item);
    }
    ModelChooser chooser;
    chooser.setModels(&models);
    chooser.show();
    chooser.openList();
    auto *field = chooser.findChild<QLineEdit *>(QStringLiteral("modelField"));
    const QAbstractItemModel *listed = chooser.findChild<QListView *>()->model();
    for (const QString &words : { QStringLiteral("images"), QStringLiteral("tools reasons"), QStringLiteral("latest") }) {
        field->setText(words);
        QCOMPARE(listed->rowCount(), 1);
        QCOMPARE(listed->index(0, 0).data().toString(), seeing.id);
    }
    QCOMPARE(listed->index(0, 0).data(Qt::AccessibleDescriptionRole).toString(),
             QStringLiteral("sees images, reasons, tools, 1 M context, $2.00 in, $6.00 out"));
    QVERIFY(modelDescription(seeing).contains(QStringLiteral("seeing-latest")));
    QCOMPARE(modelBadges(blind), QStringList { QStringLiteral("8 k context") });
    QVERIFY(modelPriceText(blind).isEmpty());
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
