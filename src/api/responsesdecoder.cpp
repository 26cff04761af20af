// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "responsesdecoder.h"

#include "errorfromreply.h"
#include "usagedecoder.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CompletionDecoder)
};

constexpr QLatin1String Prefix("response.");

bool isFinalEvent(QStringView type)
{
    return type == u"completed" || type == u"done" || type == u"incomplete" || type == u"failed" || type == u"cancelled";
}

FinishReason reasonOf(const QString &status, const QString &incompleteReason)
{
    if (status != QLatin1String("incomplete"))
        return FinishReason::Stop;
    if (incompleteReason == QLatin1String("content_filter"))
        return FinishReason::ContentFilter;
    return incompleteReason.startsWith(QLatin1String("max_")) ? FinishReason::Length : FinishReason::Unknown;
}

} // namespace

bool ResponsesDecoder::speaks(const QJsonObject &payload)
{
    return payload.value(QLatin1String("type")).toString().startsWith(Prefix)
        || payload.value(QLatin1String("object")) == QLatin1String("response");
}

Result<DecodedEvent> ResponsesDecoder::decode(const QJsonObject &payload)
{
    const QString name = payload.value(QLatin1String("type")).toString();
    if (!name.startsWith(Prefix))
        return readFinal(payload);
    const QStringView type = QStringView(name).sliced(Prefix.size());
    if (isFinalEvent(type)) {
        QJsonObject response = payload.value(QLatin1String("response")).toObject();
        if (response.value(QLatin1String("status")).toString().isEmpty())
            response.insert(QLatin1String("status"), type == u"done" ? QStringLiteral("completed") : type.toString());
        return readFinal(response);
    }
    DecodedEvent decoded;
    if (readEvent(type, payload, decoded.delta))
        decoded.kind = DecodedEvent::Kind::Payload;
    return decoded;
}

bool ResponsesDecoder::readEvent(QStringView type, const QJsonObject &event, Delta &delta)
{
    if (type == u"created" || type == u"queued" || type == u"in_progress") {
        readFacts(event.value(QLatin1String("response")).toObject(), delta);
        return true;
    }
    if (type == u"output_item.added" || type == u"output_item.done") {
        readItem(event.value(QLatin1String("item")).toObject(), event.value(QLatin1String("output_index")).toInt(-1),
                 type.endsWith(u"done"), delta);
        return true;
    }
    return readTextEvent(type, event, delta) || readThinkingEvent(type, event, delta) || readCallEvent(type, event, delta)
        || readStepEvent(type, event, delta);
}

bool ResponsesDecoder::readTextEvent(QStringView type, const QJsonObject &event, Delta &delta)
{
    const int index = event.value(QLatin1String("content_index")).toInt();
    const auto textOf = [&event](const char *name) { return event.value(QLatin1String(name)).toString(); };
    if (type == u"output_text.delta")
        grow(itemFor(event, Kind::Text), index, textOf("delta"), delta);
    else if (type == u"output_text.done")
        complete(itemFor(event, Kind::Text), index, textOf("text"), delta);
    else if (type == u"output_text.annotation.added")
        cite(event.value(QLatin1String("annotation")), delta);
    else if (type == u"refusal.delta")
        refuse(textOf("delta"), delta);
    else if (type == u"content_part.done")
        readPart(itemFor(event, Kind::Text), index, event.value(QLatin1String("part")).toObject(), delta);
    else if (type == u"refusal.done")
        completeRefusal(textOf("refusal"), delta);
    else
        return type == u"content_part.added";
    return true;
}

void ResponsesDecoder::refuse(const QString &piece, Delta &delta)
{
    m_refusal += piece;
    delta.refusal += piece;
}

void ResponsesDecoder::completeRefusal(const QString &whole, Delta &delta)
{
    if (whole.startsWith(m_refusal))
        refuse(whole.sliced(m_refusal.size()), delta);
}

void ResponsesDecoder::readPart(Item &item, int index, const QJsonObject &part, Delta &delta)
{
    const QString type = part.value(QLatin1String("type")).toString();
    completeRefusal(part.value(QLatin1String("refusal")).toString(), delta);
    if (type != QLatin1String("output_text"))
        return;
    complete(item, index, part.value(QLatin1String("text")).toString(), delta);
    for (const QJsonValue &annotation : part.value(QLatin1String("annotations")).toArray())
        cite(annotation, delta);
}

// Summaries and thinking as it is share a place; the indexes of the second are kept behind those of the first.
bool ResponsesDecoder::readThinkingEvent(QStringView type, const QJsonObject &event, Delta &delta)
{
    constexpr int BehindSummaries = 1'000'000;
    if (type == u"reasoning_summary_part.added" || type == u"reasoning_summary_part.done")
        return true;
    const bool isSummary = type == u"reasoning_summary_text.delta" || type == u"reasoning_summary_text.done";
    const bool isPlain = type == u"reasoning_text.delta" || type == u"reasoning_text.done";
    if (!isSummary && !isPlain)
        return false;
    const int index = isSummary ? event.value(QLatin1String("summary_index")).toInt()
                                : BehindSummaries + event.value(QLatin1String("content_index")).toInt();
    Item &item = itemFor(event, Kind::Thinking);
    if (type.endsWith(u"delta"))
        grow(item, index, event.value(QLatin1String("delta")).toString(), delta);
    else
        complete(item, index, event.value(QLatin1String("text")).toString(), delta);
    return true;
}

bool ResponsesDecoder::readCallEvent(QStringView type, const QJsonObject &event, Delta &delta)
{
    if (type == u"function_call_arguments.delta")
        growArguments(itemFor(event, Kind::FunctionCall), event.value(QLatin1String("delta")).toString(), delta);
    else if (type == u"function_call_arguments.done")
        completeArguments(itemFor(event, Kind::FunctionCall), event.value(QLatin1String("arguments")).toString(), delta);
    else
        return false;
    return true;
}

void ResponsesDecoder::readFacts(const QJsonObject &response, Delta &delta)
{
    if (!m_knowsModel) {
        delta.answeredBy = response.value(QLatin1String("model")).toString();
        m_knowsModel = !delta.answeredBy.isEmpty();
    }
}

Error ResponsesDecoder::failureOf(const QJsonObject &response, const QString &status) const
{
    const QJsonValue error = response.value(QLatin1String("error"));
    ServerWords words = error.isObject() || error.isString() ? serverWords(error) : ServerWords();
    if (words.isEmpty())
        words.text = Texts::tr("the answer was given up (%1)").arg(status);
    return errorFromWords(words, m_key);
}

Result<DecodedEvent> ResponsesDecoder::readFinal(const QJsonObject &response)
{
    const QString status = response.value(QLatin1String("status")).toString();
    if (status == QLatin1String("failed") || status == QLatin1String("cancelled"))
        return failureOf(response, status);
    DecodedEvent decoded { DecodedEvent::Kind::Payload, {} };
    readFacts(response, decoded.delta);
    // What is still at work has not ended: a whole reply that says so holds no answer.
    if (status == QLatin1String("in_progress") || status == QLatin1String("queued"))
        return decoded;
    readEnd(response, decoded.delta);
    return decoded;
}

void ResponsesDecoder::readEnd(const QJsonObject &response, Delta &delta)
{
    int outputIndex = 0;
    for (const QJsonValue &item : response.value(QLatin1String("output")).toArray())
        readItem(item.toObject(), outputIndex++, true, delta);
    for (const QJsonValue &citation : response.value(QLatin1String("citations")).toArray())
        cite(citation, delta);
    if (const QJsonObject usage = response.value(QLatin1String("usage")).toObject(); !usage.isEmpty())
        delta.usage = usageFromWire(usage);
    delta.serviceTier = response.value(QLatin1String("service_tier")).toString();
    const QString status = response.value(QLatin1String("status")).toString();
    const QString incomplete = response.value(QLatin1String("incomplete_details"))[QLatin1String("reason")].toString();
    delta.rawFinishReason = incomplete.isEmpty() ? status : incomplete;
    delta.finishReason = reasonOf(status, incomplete);
    if (delta.finishReason == FinishReason::Stop && !m_calls.isEmpty())
        delta.finishReason = FinishReason::ToolCalls;
    if (const QString whole = wholeText(); whole != m_text)
        delta.wholeText = whole;
    m_isFinished = true;
}

QString ResponsesDecoder::wholeText() const
{
    std::vector<const Item *> texts;
    for (const Item &item : m_items) {
        if (item.kind == Kind::Text && !item.parts.isEmpty())
            texts.push_back(&item);
    }
    std::stable_sort(texts.begin(), texts.end(), [](const Item *a, const Item *b) { return a->outputIndex < b->outputIndex; });
    QStringList paragraphs;
    for (const Item *item : texts) {
        const QString text = QStringList(item->parts.values()).join(QString());
        if (!text.isEmpty())
            paragraphs.append(text);
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}
