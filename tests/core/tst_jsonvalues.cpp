// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "completionoptions.h"
#include "message.h"
#include "usage.h"

#include <QJsonDocument>
#include <QTest>

class JsonValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void optionsThatAreNotSetAreNotWritten();
    void everyOptionComesBack();
    void optionsOfWrongTypeAreSkipped();
    void usageComesBack();
    void reasoningIsAddedWhereTheTotalLeavesItOut();
    void negativeCountsAreNone();
    void namesOfRolesAndStatesComeBack();
    void textPartsAreJoinedByABlankLine();
};

void JsonValuesTest::optionsThatAreNotSetAreNotWritten()
{
    QVERIFY(toJson(CompletionOptions()).isEmpty());
}

void JsonValuesTest::everyOptionComesBack()
{
    CompletionOptions options;
    options.temperature = 0.5;
    options.topP = 0.9;
    options.maxCompletionTokens = 100;
    options.presencePenalty = -1.5;
    options.frequencyPenalty = 1.5;
    options.seed = 9'007'199'254'740'993;   // above what a double keeps
    options.logprobs = true;
    options.topLogprobs = 3;
    options.parallelToolCalls = false;
    options.choices = 2;
    options.stop = { QStringLiteral("END") };
    options.reasoningEffort = QStringLiteral("low");
    options.serviceTier = QStringLiteral("priority");
    options.user = QStringLiteral("u1");
    options.responseFormat = QJsonObject { { QStringLiteral("type"), QStringLiteral("json_object") } };
    options.tools = QJsonArray { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") } } };
    options.toolChoice = QStringLiteral("auto");
    options.stream = false;

    const QByteArray text = QJsonDocument(toJson(options)).toJson();

    QCOMPARE(completionOptionsFromJson(QJsonDocument::fromJson(text).object()), options);
}

void JsonValuesTest::optionsOfWrongTypeAreSkipped()
{
    const QJsonObject json { { QStringLiteral("temperature"), QStringLiteral("hot") }, { QStringLiteral("stop"), 3 },
                             { QStringLiteral("tools"), QStringLiteral("x") }, { QStringLiteral("unknown"), true } };

    QCOMPARE(completionOptionsFromJson(json), CompletionOptions());
}

void JsonValuesTest::usageComesBack()
{
    Usage usage;
    usage.promptTokens = 12;
    usage.completionTokens = 1;
    usage.totalTokens = 303;
    usage.reasoningTokens = 290;
    usage.cachedTokens = 2;
    usage.textTokens = 12;
    usage.imageTokens = 3;
    usage.audioTokens = 4;
    usage.costTicks = 17'670'000;

    QCOMPARE(usageFromJson(toJson(usage)), usage);
}

void JsonValuesTest::reasoningIsAddedWhereTheTotalLeavesItOut()
{
    Usage extra;
    extra.promptTokens = 12;
    extra.completionTokens = 1;
    extra.reasoningTokens = 290;
    extra.totalTokens = 303;
    Usage inside;
    inside.promptTokens = 216;
    inside.completionTokens = 863;
    inside.reasoningTokens = 237;
    inside.totalTokens = 1079;

    QCOMPARE(extra.outputTokens(), 291);
    QCOMPARE(inside.outputTokens(), 863);
}

void JsonValuesTest::negativeCountsAreNone()
{
    const Usage usage = usageFromJson(QJsonObject { { QStringLiteral("prompt_tokens"), -5 }, { QStringLiteral("cost_in_usd_ticks"), -1 } });

    QCOMPARE(usage.promptTokens, 0);
    QCOMPARE(usage.costTicks, std::optional<qint64>(0));
}

void JsonValuesTest::namesOfRolesAndStatesComeBack()
{
    for (const Role role : { Role::System, Role::User, Role::Assistant, Role::Tool, Role::Developer })
        QCOMPARE(roleFromName(roleName(role)), std::optional(role));
    for (const MessageState state : { MessageState::Complete, MessageState::Streaming, MessageState::Stopped, MessageState::CutOff, MessageState::Failed })
        QCOMPARE(messageStateFromName(messageStateName(state)), std::optional(state));
    for (const ImageDetail detail : { ImageDetail::Auto, ImageDetail::Low, ImageDetail::High })
        QCOMPARE(imageDetailFromName(imageDetailName(detail)), std::optional(detail));
    QCOMPARE(roleFromName(QStringLiteral("User")), std::nullopt);
}

void JsonValuesTest::textPartsAreJoinedByABlankLine()
{
    Message message;
    message.parts = { TextPart { QStringLiteral("one") }, ImagePart(), TextPart { QStringLiteral("two") } };

    QCOMPARE(textOf(message), QStringLiteral("one\n\ntwo"));
    QCOMPARE(imagesOf(message).size(), 1u);
}

QTEST_GUILESS_MAIN(JsonValuesTest)
#include "tst_jsonvalues.moc"
