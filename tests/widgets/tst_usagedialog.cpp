// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"
#include "librarycalls.h"
#include "manualclock.h"
#include "settings.h"
#include "usagedialog.h"
#include "usageplot.h"

#include <QDateTime>
#include <QDoubleSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

class TestUsageDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void monthsAndModelsAreSummed();
    void conversationsAreListedTheDearestFirst();
    void limitsAreKept();
    void theDialogFollowsWhatIsSpent();
};

namespace {
struct Bench
{
    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Library> library;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<Ledger> ledger;

    bool start()
    {
        auto opened = Library::open(folder.filePath(QStringLiteral("library")), Library::Access::Owner, clock);
        if (!opened)
            return false;
        library = std::move(opened).value();
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        ledger = std::make_unique<Ledger>(*library, *settings, clock);
        return true;
    }
    QDate today() const { return QDateTime::fromMSecsSinceEpoch(clock.sinceEpoch().count()).date(); }

    // An answer that was given and stored now.
    Message answer(const QString &modelId, std::optional<qint64> ticks, const QString &title = QStringLiteral("c"))
    {
        const Conversation conversation = conversationNamed(title, clock);
        Message message = messageSaying(QStringLiteral("Hello"), Role::Assistant, {}, clock);
        message.answer.emplace();
        message.answer->modelId = modelId;
        message.answer->usage.promptTokens = 1000;
        message.answer->usage.completionTokens = 50;
        message.answer->usage.totalTokens = 1050;
        message.answer->usage.costTicks = ticks;
        const bool isStored = calls::create(*library, conversation) && calls::append(*library, conversation.id, message);
        return isStored ? message : Message();
    }
};

QStringList linesOf(const QDialog &dialog, const char *name)
{
    QStringList lines;
    auto *list = dialog.findChild<QTreeWidget *>(QLatin1String(name));
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < list->columnCount(); ++column)
            cells += list->topLevelItem(row)->text(column);
        lines += cells.join(QLatin1Char('|'));
    }
    return lines;
}
}

void TestUsageDialog::monthsAndModelsAreSummed()
{
    QLocale::setDefault(QLocale::c());
    Bench bench;
    QVERIFY(bench.start());
    bench.answer(QStringLiteral("grok-4.7"), 20'000'000'000);
    bench.answer(QStringLiteral("grok-4.7"), 5'000'000'000);
    bench.answer(QStringLiteral("local"), std::nullopt);
    bench.answer(QStringLiteral("practice-vision"), 90'000'000'000);

    const UsageDialog dialog(*bench.ledger, bench.today());

    const QString month = QLocale().toString(bench.today(), QStringLiteral("MMMM yyyy"));
    QCOMPARE(linesOf(dialog, "months"), QStringList { month + QStringLiteral("|3|3000|150|$2.50 (answers of unknown price: 1)") });
    QCOMPARE(linesOf(dialog, "models"), QStringList({ QStringLiteral("grok-4.7|2|2000|100|$2.50"),
                                                      QStringLiteral("local|1|1000|50|$0.0000 (answers of unknown price: 1)") }));
    QVERIFY(dialog.findChild<UsagePlot *>()->accessibleDescription().endsWith(QStringLiteral(": $2.50")));
}

void TestUsageDialog::conversationsAreListedTheDearestFirst()
{
    QLocale::setDefault(QLocale::c());
    Bench bench;
    QVERIFY(bench.start());
    bench.answer(QStringLiteral("grok-4.7"), 5'000'000'000, QStringLiteral("Cheap"));
    bench.answer(QStringLiteral("grok-4.7"), 20'000'000'000, QStringLiteral("Dear\nand <b>plain</b>"));
    bench.answer(QStringLiteral("local"), std::nullopt, QString());
    bench.answer(QStringLiteral("practice-vision"), 90'000'000'000, QStringLiteral("Practice"));

    const UsageDialog dialog(*bench.ledger, bench.today());

    QCOMPARE(linesOf(dialog, "conversations"), QStringList({ QStringLiteral("Dear and <b>plain</b>|1|1000|50|$2.00"), QStringLiteral("Cheap|1|1000|50|$0.5000"),
                                                             QStringLiteral("New conversation|1|1000|50|$0.0000 (answers of unknown price: 1)") }));
}

void TestUsageDialog::limitsAreKept()
{
    Bench bench;
    QVERIFY(bench.start());
    UsageDialog dialog(*bench.ledger, bench.today());
    dialog.findChild<QDoubleSpinBox *>(QStringLiteral("hardLimit"))->setValue(12.5);
    QCOMPARE(bench.ledger->limits().hardTicks, 125'000'000'000);
    QCOMPARE(bench.ledger->limits().softTicks, 0);
    Ledger next(*bench.library, *bench.settings, bench.clock);
    QCOMPARE(next.limits().hardTicks, 125'000'000'000);
}

void TestUsageDialog::theDialogFollowsWhatIsSpent()
{
    Bench bench;
    QVERIFY(bench.start());
    UsageDialog dialog(*bench.ledger, bench.today());
    QVERIFY(linesOf(dialog, "models").isEmpty());
    bench.ledger->add(bench.answer(QStringLiteral("grok-4.7"), 1'000'000'000));
    QCOMPARE(linesOf(dialog, "models").size(), 1);
    QCOMPARE(bench.ledger->spentTicks(), 1'000'000'000);
}

QTEST_MAIN(TestUsageDialog)
#include "tst_usagedialog.moc"
