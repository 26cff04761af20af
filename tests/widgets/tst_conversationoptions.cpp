// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationoptionsdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <limits>

class TestConversationOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSetComesBackAsItWas();
    void aSeedMayHaveSixtyFourBits();
    void digitsThatAreNotShownStay();
    void nothingIsSetUnlessSomebodySetsIt();
    void onlyLevelsThatTheModelTakesAreOffered();
    void nothingIsCutOff();
    void everyFieldHasANameAndIsReachedByTab();

private:
    template<typename T>
    static T *field(const QDialog &dialog, const char *name)
    {
        return dialog.findChild<T *>(QLatin1String(name));
    }
};

void TestConversationOptions::whatIsSetComesBackAsItWas()
{
    CompletionOptions options;
    options.temperature = 0.7;
    options.topP = 0.95;
    options.maxCompletionTokens = 100;
    options.presencePenalty = -1;
    options.frequencyPenalty = 1.5;
    options.seed = -42;
    options.logprobs = true;
    options.topLogprobs = 3;
    options.parallelToolCalls = false;
    options.stop = { QStringLiteral("END"), QStringLiteral("two words") };
    options.reasoningEffort = QStringLiteral("high");
    options.serviceTier = QStringLiteral("priority");
    options.user = QStringLiteral("me");
    options.stream = false;
    options.tools = { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") }, { QStringLiteral("function"), QJsonObject { { QStringLiteral("name"), QStringLiteral("clock") } } } } };
    options.toolChoice = QJsonObject { { QStringLiteral("type"), QStringLiteral("function") }, { QStringLiteral("function"), QJsonObject { { QStringLiteral("name"), QStringLiteral("clock") } } } };
    options.responseFormat = { { QStringLiteral("type"), QStringLiteral("json_object") } };

    const ConversationOptionsDialog dialog({ QStringLiteral("Be brief."), options, QStringLiteral("m"), std::nullopt });

    QCOMPARE(toJson(dialog.options()), toJson(options));
    QCOMPARE(dialog.systemPrompt(), QStringLiteral("Be brief."));
}

void TestConversationOptions::aSeedMayHaveSixtyFourBits()
{
    const qint64 largest = std::numeric_limits<qint64>::max();
    ConversationOptionsDialog dialog({ {}, {}, QStringLiteral("m"), std::nullopt });
    field<QCheckBox>(dialog, "seedIsSet")->click();
    auto *seed = field<QLineEdit>(dialog, "seed");
    seed->clear();
    QTest::keyClicks(seed, QStringLiteral("9223372036854775807"));
    QCOMPARE(dialog.options().seed, std::optional(largest));

    // Beyond them nothing can be typed, and nothing typed is nothing set.
    QTest::keyClicks(seed, QStringLiteral("0x"));
    QCOMPARE(dialog.options().seed, std::optional(largest));
    seed->clear();
    QTest::keyClicks(seed, QStringLiteral("-"));
    QCOMPARE(dialog.options().seed, std::nullopt);

    for (const qint64 value : { largest, std::numeric_limits<qint64>::min(), qint64(1) << 40 }) {
        CompletionOptions options;
        options.seed = value;
        const ConversationOptionsDialog again({ {}, options, QStringLiteral("m"), std::nullopt });
        QCOMPARE(field<QLineEdit>(again, "seed")->text(), QString::number(value));
        QCOMPARE(again.options().seed, std::optional(value));
    }
}

void TestConversationOptions::digitsThatAreNotShownStay()
{
    CompletionOptions options;
    options.temperature = 0.1234;
    options.topP = 0.999;
    options.maxCompletionTokens = 5'000'000;
    options.toolChoice = QStringLiteral("any");
    const ConversationOptionsDialog dialog({ {}, options, QStringLiteral("m"), std::nullopt });
    QCOMPARE(toJson(dialog.options()), toJson(options));
    field<QDoubleSpinBox>(dialog, "temperature")->setValue(0.5);
    QCOMPARE(dialog.options().temperature, std::optional(0.5));
}

void TestConversationOptions::nothingIsSetUnlessSomebodySetsIt()
{
    const ConversationOptionsDialog dialog({ {}, {}, QStringLiteral("m"), std::nullopt });
    QCOMPARE(dialog.options(), CompletionOptions());
    auto *temperature = field<QDoubleSpinBox>(dialog, "temperature");
    QVERIFY(!temperature->isEnabled());
    field<QCheckBox>(dialog, "temperatureIsSet")->click();
    QVERIFY(temperature->isEnabled());
    QCOMPARE(dialog.options().temperature, std::optional<double>(1));
}

void TestConversationOptions::onlyLevelsThatTheModelTakesAreOffered()
{
    const auto levels = [](const std::optional<ModelInfo> &model) {
        const ConversationOptionsDialog dialog({ {}, {}, QStringLiteral("m"), model });
        QStringList texts;
        const auto *box = field<QComboBox>(dialog, "effort");
        for (int i = 1; i < box->count(); ++i)
            texts += box->itemText(i);
        return texts;
    };
    ModelInfo two;
    two.reasoningEfforts = { QStringLiteral("low"), QStringLiteral("high") };
    QCOMPARE(levels(two), two.reasoningEfforts);
    ModelInfo none;
    none.reasons = false;
    QCOMPARE(levels(none), QStringList());
    QCOMPARE(levels(std::nullopt).size(), 5);
}

void TestConversationOptions::nothingIsCutOff()
{
    QFont large = QApplication::font();
    large.setPixelSize(24);
    QApplication::setFont(large);
    ConversationOptionsDialog dialog({ {}, {}, QStringLiteral("m"), std::nullopt });
    dialog.findChild<QTabWidget *>(QStringLiteral("pages"))->setCurrentIndex(1);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *stop = field<QPlainTextEdit>(dialog, "stop");
    QVERIFY(stop->height() >= stop->minimumHeight());
    QVERIFY(stop->parentWidget()->rect().contains(stop->geometry()));
    QApplication::setFont(QFont());
}

void TestConversationOptions::everyFieldHasANameAndIsReachedByTab()
{
    const ConversationOptionsDialog dialog({ {}, {}, QStringLiteral("m"), std::nullopt });
    for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
        const bool isField = qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
        if (!isField)
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestConversationOptions)
#include "tst_conversationoptions.moc"
