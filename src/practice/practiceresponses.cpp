// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practiceresponses_p.h"

namespace {
QJsonObject withId(const QString &id, const QString &type)
{
    return { { QStringLiteral("id"), id }, { QStringLiteral("type"), type } };
}
}

PracticeResponses::PracticeResponses(const QString &id, const QString &modelId, const PracticeScript &script)
    : m_id(id), m_modelId(modelId), m_script(script)
{
}

QJsonObject PracticeResponses::event(const QString &type, QJsonObject members)
{
    members.insert(QStringLiteral("type"), QStringLiteral("response.") + type);
    members.insert(QStringLiteral("sequence_number"), m_sequence++);
    return members;
}

QJsonObject PracticeResponses::response(const QString &status) const
{
    return { { QStringLiteral("id"), m_id },         { QStringLiteral("object"), QStringLiteral("response") },
             { QStringLiteral("status"), status },   { QStringLiteral("model"), m_modelId },
             { QStringLiteral("store"), false },     { QStringLiteral("output"), m_output },
             { QStringLiteral("error"), QJsonValue::Null }, { QStringLiteral("usage"), QJsonValue::Null } };
}

QList<QJsonObject> PracticeResponses::opening()
{
    return { event(QStringLiteral("created"), { { QStringLiteral("response"), response(QStringLiteral("in_progress")) } }) };
}

void PracticeResponses::addItem(QList<QJsonObject> &events, const QJsonObject &item)
{
    events.append(event(QStringLiteral("output_item.done"), { { QStringLiteral("output_index"), m_output.size() }, { QStringLiteral("item"), item } }));
    m_output.append(item);
}

QList<QJsonObject> PracticeResponses::thinking(const QString &piece)
{
    QList<QJsonObject> events;
    if (!m_isThinking) {
        m_isThinking = true;
        events.append(event(QStringLiteral("output_item.added"), { { QStringLiteral("output_index"), 0 },
                                                                   { QStringLiteral("item"), withId(QStringLiteral("rs_1"), QStringLiteral("reasoning")) } }));
    }
    m_thinking += piece;
    events.append(event(QStringLiteral("reasoning_summary_text.delta"), { { QStringLiteral("item_id"), QStringLiteral("rs_1") },
                                                                          { QStringLiteral("output_index"), 0 },
                                                                          { QStringLiteral("summary_index"), 0 },
                                                                          { QStringLiteral("delta"), piece } }));
    return events;
}

QJsonObject PracticeResponses::thinkingItem() const
{
    QJsonObject item = withId(QStringLiteral("rs_1"), QStringLiteral("reasoning"));
    item.insert(QStringLiteral("summary"), QJsonArray { QJsonObject { { QStringLiteral("type"), QStringLiteral("summary_text") },
                                                                      { QStringLiteral("text"), m_thinking } } });
    // Nothing is encrypted here; it only has to come back unchanged.
    item.insert(QStringLiteral("encrypted_content"), QString::fromLatin1(m_id.toLatin1().toBase64()));
    return item;
}

void PracticeResponses::closeThinking(QList<QJsonObject> &events)
{
    if (!m_isThinking)
        return;
    m_isThinking = false;
    addItem(events, thinkingItem());
}

// One more than the text cites, as a search does.
QJsonArray PracticeResponses::metSources() const
{
    QJsonArray list { QJsonObject { { QStringLiteral("type"), QStringLiteral("url") }, { QStringLiteral("url"), QStringLiteral("https://practice.example/met") } } };
    for (const PracticeSource &source : m_script.sources)
        list.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("url") }, { QStringLiteral("url"), source.url } });
    return list;
}

void PracticeResponses::addSteps(QList<QJsonObject> &events)
{
    for (const PracticeStep &step : std::exchange(m_script.steps, {})) {
        const QString id = QStringLiteral("ws_%1").arg(m_output.size());
        QJsonObject item = withId(id, step.kind + QStringLiteral("_call"));
        item.insert(QStringLiteral("status"), QStringLiteral("completed"));
        QJsonObject action { { QStringLiteral("type"), QStringLiteral("search") }, { QStringLiteral("query"), step.query } };
        if (m_script.tellsSources && step.kind == QLatin1StringView("web_search"))
            action.insert(QStringLiteral("sources"), metSources());
        item.insert(QStringLiteral("action"), action);
        events.append(event(step.kind + QStringLiteral("_call.searching"), { { QStringLiteral("item_id"), id }, { QStringLiteral("output_index"), m_output.size() } }));
        addItem(events, item);
    }
}

void PracticeResponses::openText(QList<QJsonObject> &events)
{
    closeThinking(events);
    addSteps(events);
    if (m_isWriting)
        return;
    m_isWriting = true;
    QJsonObject item = withId(QStringLiteral("msg_1"), QStringLiteral("message"));
    item.insert(QStringLiteral("role"), QStringLiteral("assistant"));
    item.insert(QStringLiteral("content"), QJsonArray());
    events.append(event(QStringLiteral("output_item.added"), { { QStringLiteral("output_index"), m_output.size() }, { QStringLiteral("item"), item } }));
}

QList<QJsonObject> PracticeResponses::text(const QString &piece)
{
    QList<QJsonObject> events;
    openText(events);
    m_text += piece;
    events.append(event(QStringLiteral("output_text.delta"), { { QStringLiteral("item_id"), QStringLiteral("msg_1") },
                                                               { QStringLiteral("output_index"), m_output.size() },
                                                               { QStringLiteral("content_index"), 0 },
                                                               { QStringLiteral("delta"), piece } }));
    return events;
}

QList<QJsonObject> PracticeResponses::refusal(const QString &piece)
{
    QList<QJsonObject> events;
    openText(events);
    m_refusal += piece;
    events.append(event(QStringLiteral("refusal.delta"), { { QStringLiteral("item_id"), QStringLiteral("msg_1") },
                                                           { QStringLiteral("output_index"), m_output.size() },
                                                           { QStringLiteral("content_index"), 0 },
                                                           { QStringLiteral("delta"), piece } }));
    return events;
}

QJsonArray PracticeResponses::annotations() const
{
    QJsonArray list;
    for (const PracticeSource &source : m_script.sources) {
        QJsonObject annotation { { QStringLiteral("type"), QStringLiteral("url_citation") }, { QStringLiteral("url"), source.url },
                                 { QStringLiteral("title"), source.title } };
        if (!source.date.isEmpty())
            annotation.insert(QStringLiteral("date"), source.date);
        list.append(annotation);
    }
    return list;
}

QJsonObject PracticeResponses::textItem() const
{
    QJsonObject item = withId(QStringLiteral("msg_1"), QStringLiteral("message"));
    item.insert(QStringLiteral("role"), QStringLiteral("assistant"));
    item.insert(QStringLiteral("status"), QStringLiteral("completed"));
    QJsonArray content;
    if (!m_text.isEmpty()) {
        content.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("output_text") }, { QStringLiteral("text"), m_text },
                                     { QStringLiteral("annotations"), annotations() } });
    }
    if (!m_refusal.isEmpty())
        content.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("refusal") }, { QStringLiteral("refusal"), m_refusal } });
    item.insert(QStringLiteral("content"), content);
    return item;
}

QJsonObject PracticeResponses::finalResponse(const QString &finishReason, const QJsonObject &usage) const
{
    const bool isCut = finishReason == QLatin1StringView("length");
    QJsonObject object = response(isCut ? QStringLiteral("incomplete") : QStringLiteral("completed"));
    if (!usage.isEmpty())
        object.insert(QStringLiteral("usage"), usage);
    if (isCut)
        object.insert(QStringLiteral("incomplete_details"), QJsonObject { { QStringLiteral("reason"), QStringLiteral("max_output_tokens") } });
    return object;
}

QList<QJsonObject> PracticeResponses::ending(const QString &finishReason, const QJsonObject &usage)
{
    QList<QJsonObject> events;
    closeThinking(events);
    addSteps(events);
    if (m_isWriting)
        addItem(events, textItem());
    for (const PracticeToolCall &call : m_script.toolCalls) {
        QJsonObject item = withId(QStringLiteral("fc_%1").arg(m_output.size()), QStringLiteral("function_call"));
        item.insert(QStringLiteral("call_id"), call.id);
        item.insert(QStringLiteral("name"), call.name);
        item.insert(QStringLiteral("arguments"), call.arguments);
        addItem(events, item);
    }
    const QJsonObject last = finalResponse(finishReason, usage);
    events.append(event(last.value(QStringLiteral("status")).toString(), { { QStringLiteral("response"), last } }));
    return events;
}

QJsonObject PracticeResponses::whole(const QString &finishReason, const QJsonObject &usage, const QString &thinkingText,
                                     const QString &answerText, const QString &refusalText)
{
    if (!thinkingText.isEmpty())
        thinking(thinkingText);
    if (!answerText.isEmpty())
        text(answerText);
    if (!refusalText.isEmpty())
        refusal(refusalText);
    return ending(finishReason, usage).last().value(QStringLiteral("response")).toObject();
}

QJsonObject responsesUsage(const QJsonObject &chatUsage)
{
    const QJsonObject prompt = chatUsage.value(QStringLiteral("prompt_tokens_details")).toObject();
    const qint64 thinking = chatUsage.value(QStringLiteral("completion_tokens_details"))[QStringLiteral("reasoning_tokens")].toInteger();
    return { { QStringLiteral("input_tokens"), chatUsage.value(QStringLiteral("prompt_tokens")) },
             { QStringLiteral("input_tokens_details"), prompt },
             { QStringLiteral("output_tokens"), chatUsage.value(QStringLiteral("completion_tokens")).toInteger() + thinking },
             { QStringLiteral("output_tokens_details"), QJsonObject { { QStringLiteral("reasoning_tokens"), thinking } } },
             { QStringLiteral("total_tokens"), chatUsage.value(QStringLiteral("total_tokens")) },
             { QStringLiteral("cost_in_usd_ticks"), chatUsage.value(QStringLiteral("cost_in_usd_ticks")) } };
}
