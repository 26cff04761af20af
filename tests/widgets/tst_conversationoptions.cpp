// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationoptionsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>

class TestConversationOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSetComesBackAsItWas();
    void nothingIsSetUnlessSomebodySetsIt();
    void onlyLevelsThatTheModelTakesAreOffered();
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
