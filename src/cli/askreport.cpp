// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "askreport_p.h"

#include "errordescription.h"
#include "sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {
QJsonValue errorValue(const std::optional<Error> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject {
        { QStringLiteral("kind"), errorKindName(error->kind) },
        { QStringLiteral("message"), describe(*error).title },
        { QStringLiteral("status"), error->httpStatus > 0 ? QJsonValue(error->httpStatus) : QJsonValue(QJsonValue::Null) },
        { QStringLiteral("retryable"), error->retryable },
    };
}

QJsonValue finishReasonValue(const AnswerInfo &info)
{
    if (!info.rawFinishReason.isEmpty())
        return info.rawFinishReason;
    return info.finishReason == FinishReason::Unknown ? QJsonValue(QJsonValue::Null) : QJsonValue(finishReasonName(info.finishReason));
}

QJsonValue costValue(const Usage &usage)
{
    constexpr double TicksPerDollar = 1e10;
    return usage.costTicks ? QJsonValue(double(*usage.costTicks) / TicksPerDollar) : QJsonValue(QJsonValue::Null);
}

QJsonArray toolCallArray(const QList<ToolCall> &calls)
{
    QJsonArray array;
    for (const ToolCall &call : calls)
        array.append(QJsonObject { { QStringLiteral("id"), call.id }, { QStringLiteral("name"), call.name }, { QStringLiteral("arguments"), call.arguments } });
    return array;
}
}

QJsonArray sourceArray(const QString &text, const QList<Citation> &citations)
{
    QJsonArray array;
    for (const Source &source : sourcesOf(text, citations)) {
        array.append(QJsonObject { { QStringLiteral("number"), source.number }, { QStringLiteral("url"), source.url },
                                   { QStringLiteral("title"), source.title.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(source.title) },
                                   { QStringLiteral("date"), source.date.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(source.date) } });
    }
    return array;
}

QByteArray toJson(const AskReport &report)
{
    const AnswerInfo info = report.answer.answer.value_or(AnswerInfo {});
    const QString model = info.answeredBy.isEmpty() ? report.modelId : info.answeredBy;
    const QJsonObject object {
        { QStringLiteral("status"), messageStateName(report.answer.state) },
        { QStringLiteral("text"), textOf(report.answer) },
        { QStringLiteral("reasoning"), info.reasoning },
        { QStringLiteral("refusal"), info.refusal.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(info.refusal) },
        { QStringLiteral("finish_reason"), finishReasonValue(info) },
        { QStringLiteral("tool_calls"), toolCallArray(report.answer.toolCalls) },
        { QStringLiteral("sources"), sourceArray(textOf(report.answer), info.citations) },
        { QStringLiteral("usage"), info.usage == Usage {} ? QJsonValue(QJsonValue::Null) : QJsonValue(toJson(info.usage)) },
        { QStringLiteral("cost_usd"), costValue(info.usage) },
        { QStringLiteral("model"), model.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(model) },
        { QStringLiteral("conversation"), report.conversation.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(report.conversation.toString()) },
        { QStringLiteral("notes"), QJsonArray::fromStringList(report.notes) },
        { QStringLiteral("error"), errorValue(info.error) },
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
