// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "completiondecoder.h"

#include "errorfromreply.h"
#include "usagedecoder.h"
#include "wirecitation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CompletionDecoder)
};

// One bad byte makes QJsonDocument refuse the whole payload, so bad bytes become U+FFFD first.
QJsonDocument parsed(QByteArrayView data)
{
    if (data.isValidUtf8())
        return QJsonDocument::fromJson(QByteArray::fromRawData(data.data(), data.size()));
    return QJsonDocument::fromJson(QString::fromUtf8(data).toUtf8());
}

bool isTruthy(const QJsonValue &value)
{
    return (value.isObject() && !value.toObject().isEmpty()) || (value.isString() && !value.toString().isEmpty());
}

// The error a payload reports, if it does. Undefined: none.
QJsonValue reportedError(const QJsonObject &payload, bool isErrorEvent)
{
    if (isTruthy(payload.value(QLatin1String("error"))))
        return payload;
    const QJsonObject groq = payload.value(QLatin1String("x_groq")).toObject();
    if (isTruthy(groq.value(QLatin1String("error"))))
        return groq;
    if (isErrorEvent || payload.value(QLatin1String("object")) == QLatin1String("error"))
        return payload;
    if (payload.contains(QLatin1String("choices")))
        return QJsonValue::Undefined;
    const bool isGatewayError = payload.value(QLatin1String("message")).isString()
        && (payload.contains(QLatin1String("code")) || payload.contains(QLatin1String("type")));
    return isGatewayError || isTruthy(payload.value(QLatin1String("detail"))) ? QJsonValue(payload)
                                                                             : QJsonValue(QJsonValue::Undefined);
}

// The first choice, which alone is shown. A choice without index counts as the first.
QJsonObject firstChoice(const QJsonArray &choices)
{
    for (const QJsonValue &choice : choices) {
        if (choice.isObject() && choice[QLatin1String("index")].toInt(0) == 0)
            return choice.toObject();
    }
    return {};
}

// Parts of a list carry their text as `text`, thinking parts as a list of such again.
QString textOfParts(const QJsonValue &parts)
{
    if (parts.isString())
        return parts.toString();
    QString text;
    for (const QJsonValue &part : parts.toArray())
        text += part[QLatin1String("text")].toString();
    return text;
}

// Whether there is anything but text and thinking.
bool saysMoreThanText(const Delta &delta)
{
    return !delta.refusal.isEmpty() || !delta.toolCalls.isEmpty() || !delta.serviceTier.isEmpty() || delta.finishReason || delta.usage
        || !delta.answeredBy.isEmpty() || !delta.systemFingerprint.isEmpty() || !delta.citations.isEmpty() || !delta.steps.isEmpty()
        || !delta.carriedItems.isEmpty() || delta.wholeText || delta.tokensPerSecond > 0;
}

// The piece that is all a chunk says, and the member it was read from.
std::optional<ChunkPattern::Piece> onlyPiece(const Delta &delta, QByteArrayView member)
{
    if (member.isEmpty() || saysMoreThanText(delta) || delta.text.isEmpty() == delta.reasoning.isEmpty())
        return std::nullopt;
    return ChunkPattern::Piece { member, delta.text + delta.reasoning };
}

} // namespace

CompletionDecoder::CompletionDecoder(ThinkTags thinkTags, const ApiKey &key) : m_key(key), m_thinkTags(thinkTags), m_responses(key) {}

Result<DecodedEvent> CompletionDecoder::decode(const SseEvent &event)
{
    if (event.data.isEmpty())
        return DecodedEvent {};
    return decodePayload(event.data, event.type == "error");
}

Result<DecodedEvent> CompletionDecoder::decodePayload(QByteArrayView data, bool isErrorEvent)
{
    data = data.trimmed();
    if (data == "[DONE]") {
        m_isDone = true;
        return DecodedEvent { DecodedEvent::Kind::End, finish() };
    }
    if (std::optional<Delta> piece = isErrorEvent ? std::nullopt : m_pattern.match(data)) {
        settle(*piece);
        return DecodedEvent { DecodedEvent::Kind::Payload, std::move(*piece) };
    }
    ++m_parsedPayloads;
    const QJsonDocument json = parsed(data);
    if (json.isObject()) {
        m_onlyPiece.reset();
        Result<DecodedEvent> decoded = decodeObject(json.object(), isErrorEvent);
        m_pattern.learn(data, m_onlyPiece);
        return decoded;
    }
    if (json.isArray() && isTruthy(json.array().first()[QLatin1String("error")]))
        return errorFromWords(serverWords(QJsonValue(json.array())), m_key);
    if (json.isNull() && data.contains('\n'))
        return decodeLines(data.toByteArray(), isErrorEvent);
    if (isErrorEvent)
        return errorFromWords(serverWords(data.toByteArray()), m_key);
    m_hasLostPayload = m_hasLostPayload || (json.isNull() && data.startsWith('{'));
    return skipped();
}

// A server that forgets the blank line between events makes one event of several documents.
Result<DecodedEvent> CompletionDecoder::decodeLines(const QByteArray &data, bool isErrorEvent)
{
    DecodedEvent all;
    for (const QByteArray &line : data.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        Result<DecodedEvent> one = decodePayload(line, isErrorEvent);
        if (!one)
            return one;
        all.kind = qMax(all.kind, one.value().kind);
        appendDelta(all.delta, std::move(one.value().delta));
    }
    return all;
}

DecodedEvent CompletionDecoder::skipped()
{
    ++m_skippedPayloads;
    return {};
}

Result<DecodedEvent> CompletionDecoder::decodeObject(const QJsonObject &payload, bool isErrorEvent)
{
    if (ResponsesDecoder::speaks(payload) && !isErrorEvent)
        return decodeResponses(payload);
    if (const QJsonValue error = reportedError(payload, isErrorEvent); !error.isUndefined())
        return errorFromWords(serverWords(error), m_key);

    DecodedEvent decoded { DecodedEvent::Kind::Payload, {} };
    const QJsonValue choices = payload.value(QLatin1String("choices"));
    const QJsonObject choice = firstChoice(choices.toArray());
    if (isTruthy(choice.value(QLatin1String("error"))))
        return errorFromWords(serverWords(QJsonValue(choice)), m_key);
    const bool hasChoice = readChoice(choice, decoded.delta);
    readAnswerFacts(payload, decoded.delta);
    m_onlyPiece = onlyPiece(decoded.delta, m_member);
    if (hasChoice)
        settle(decoded.delta);
    if (decoded.delta.finishReason == FinishReason::Error) {
        ServerWords words;
        words.text = Texts::tr("the answer was given up (%1)").arg(decoded.delta.rawFinishReason);
        return errorFromWords(words, m_key);
    }
    // A chunk may have no choices (usage, a content filter's report), but something else we know must be in it.
    if (!hasChoice && !choices.isArray() && isEmpty(decoded.delta))
        return skipped();
    if (!choices.toArray().isEmpty() && choice.isEmpty() && !choices[0].isObject())
        return skipped();
    return decoded;
}

Result<DecodedEvent> CompletionDecoder::decodeResponses(const QJsonObject &payload)
{
    Result<DecodedEvent> decoded = m_responses.decode(payload);
    m_isFinished = m_isFinished || m_responses.isFinished();
    if (decoded && decoded.value().kind == DecodedEvent::Kind::Nothing)
        return skipped();
    return decoded;
}

bool CompletionDecoder::readChoice(const QJsonObject &choice, Delta &delta)
{
    m_member = {};
    if (choice.isEmpty())
        return false;
    // `message` beside a `delta` repeats the whole text so far (Perplexity), so it counts only alone.
    const QJsonValue piece = choice.value(QLatin1String("delta"));
    const QJsonObject message = piece.isObject() ? piece.toObject() : choice.value(QLatin1String("message")).toObject();
    if (!message.isEmpty())
        readMessage(message, delta);
    else if (const QJsonValue text = choice.value(QLatin1String("text")); text.isString())
        delta.text = text.toString();
    readFinishReason(choice, delta);
    return true;
}

// What depends on the pieces before this one.
void CompletionDecoder::settle(Delta &delta)
{
    if (m_thinkTags == ThinkTags::Split) {
        m_thinkSplitter.split(delta);
        if (delta.finishReason)
            m_thinkSplitter.flush(delta);
    }
    dropRepeatedReasoning(delta);
}

void CompletionDecoder::readMessage(const QJsonObject &message, Delta &delta)
{
    readContent(message.value(QLatin1String("content")), delta);
    readReasoning(message, delta);
    if (const QJsonValue refusal = message.value(QLatin1String("refusal")); refusal.isString())
        delta.refusal += refusal.toString();
    readToolCalls(message, delta);
    readCitations(message.value(QLatin1String("annotations")), delta);
}

// Text, or a list of parts (Mistral); both can come in one stream.
void CompletionDecoder::readContent(const QJsonValue &content, Delta &delta)
{
    if (content.isString()) {
        delta.text = content.toString();
        if (!delta.text.isEmpty())
            m_member = "content";
        return;
    }
    for (const QJsonValue &part : content.toArray()) {
        const QJsonValue type = part[QLatin1String("type")];
        if (part.isString())
            delta.text += part.toString();
        else if (type == QLatin1String("thinking"))
            delta.reasoning += textOfParts(part[QLatin1String("thinking")]);
        else if (type == QLatin1String("refusal"))
            delta.refusal += part[QLatin1String("refusal")].toString();
        else
            delta.text += part[QLatin1String("text")].toString();
    }
}

// Servers that send several of these fields repeat the same thinking: the first that is not empty counts.
void CompletionDecoder::readReasoning(const QJsonObject &message, Delta &delta)
{
    for (const QByteArrayView name : { QByteArrayView("reasoning_content"), QByteArrayView("reasoning") }) {
        const QString reasoning = message.value(QLatin1StringView(name)).toString();
        if (!reasoning.isEmpty()) {
            delta.reasoning += reasoning;
            m_member = name;
            return;
        }
    }
    for (const QJsonValue &detail : message.value(QLatin1String("reasoning_details")).toArray()) {
        const QString text = detail[QLatin1String("text")].toString();
        delta.reasoning += text.isEmpty() ? detail[QLatin1String("summary")].toString() : text;
    }
}

void CompletionDecoder::readToolCalls(const QJsonObject &message, Delta &delta)
{
    for (const QJsonValue &fragment : message.value(QLatin1String("tool_calls")).toArray()) {
        if (fragment.isObject())
            delta.toolCalls.append(m_toolCalls.add(fragment.toObject()));
    }
    const QJsonValue oldForm = message.value(QLatin1String("function_call"));
    if (oldForm.isObject())
        delta.toolCalls.append(m_toolCalls.add({ { QStringLiteral("index"), 0 }, { QStringLiteral("function"), oldForm } }));
}

void CompletionDecoder::readFinishReason(const QJsonObject &choice, Delta &delta)
{
    const QJsonValue reason = choice.value(QLatin1String("finish_reason"));
    if (!reason.isString())
        return;
    const QString word = reason.toString();
    // "" ends an answer at some servers and means "not yet" at others, which send it with every piece of text.
    if (word.isEmpty() && (!delta.text.isEmpty() || !delta.reasoning.isEmpty()))
        return;
    delta.finishReason = finishReasonFromWire(word);
    delta.rawFinishReason = word;
    m_isFinished = true;
}

void CompletionDecoder::readAnswerFacts(const QJsonObject &payload, Delta &delta)
{
    const QJsonValue usages[] = {
        payload.value(QLatin1String("usage")),
        payload.value(QLatin1String("x_groq"))[QLatin1String("usage")],
        payload.value(QLatin1String("choices"))[0][QLatin1String("usage")],
    };
    for (const QJsonValue &usage : usages) {
        if (usage.isObject() && !usage.toObject().isEmpty()) {
            delta.usage = usageFromWire(usage.toObject());
            break;
        }
    }
    // llama.cpp's, with the last chunk or with each.
    delta.tokensPerSecond = payload.value(QLatin1String("timings"))[QLatin1String("predicted_per_second")].toDouble();
    // Repeated with every chunk: making a text of it once is enough.
    if (!m_knowsModel) {
        delta.answeredBy = payload.value(QLatin1String("model")).toString();
        m_knowsModel = !delta.answeredBy.isEmpty();
    }
    if (!m_knowsFingerprint) {
        delta.systemFingerprint = payload.value(QLatin1String("system_fingerprint")).toString();
        m_knowsFingerprint = !delta.systemFingerprint.isEmpty();
    }
    // With every chunk as well; it may only be known at the end.
    if (const QString tier = payload.value(QLatin1String("service_tier")).toString(); tier != m_serviceTier)
        delta.serviceTier = m_serviceTier = tier;
    readCitations(payload.value(QLatin1String("citations")), delta);
    readCitations(payload.value(QLatin1String("search_results")), delta);
}

void CompletionDecoder::readCitations(const QJsonValue &list, Delta &delta)
{
    for (const QJsonValue &source : list.toArray()) {
        const std::optional<Citation> citation = citationFromWire(source);
        if (!citation)
            continue;
        // Some servers repeat the whole list with every chunk, and name a source in two lists.
        const auto known = m_cited.constFind(citation->url);
        const bool isNew = known == m_cited.cend() || (known->title.isEmpty() && !citation->title.isEmpty()) || (known->date.isEmpty() && !citation->date.isEmpty());
        if (!isNew)
            continue;
        m_cited.insert(citation->url, *citation);
        delta.citations.append(*citation);
    }
}

// Seen at xAI: one piece repeats all the thinking so far. Short pieces repeat legitimately and stay.
void CompletionDecoder::dropRepeatedReasoning(Delta &delta)
{
    constexpr qsizetype ShortestRepetition = 20;
    if (delta.reasoning.size() >= ShortestRepetition && delta.reasoning == m_reasoning)
        delta.reasoning.clear();
    m_reasoning += delta.reasoning;
}

Result<Delta> CompletionDecoder::decodeWhole(const QByteArray &body)
{
    QByteArrayView json = QByteArrayView(body).trimmed();
    if (json.startsWith("\xEF\xBB\xBF"))
        json = json.sliced(3).trimmed();
    const QJsonDocument document = parsed(json);
    const QJsonObject object = document.object();
    const QJsonArray choices = object.value(QLatin1String("choices")).toArray();
    const bool isResponse = ResponsesDecoder::speaks(object);
    const QJsonValue error = document.isArray() ? QJsonValue(document.array()) : reportedError(object, false);
    if (!error.isUndefined())
        return errorFromWords(serverWords(error), m_key);
    if (choices.isEmpty() && !isResponse)
        return protocolError(Texts::tr("The server's answer could not be read"));

    Result<DecodedEvent> decoded = decodeObject(object, false);
    if (!decoded)
        return std::move(decoded).error();
    if (isResponse && !m_isFinished)
        return protocolError(Texts::tr("The server's answer could not be read"));
    // A whole document that says nothing about its end is whole all the same.
    m_isFinished = true;
    Delta delta = std::move(decoded).value().delta;
    m_thinkSplitter.flush(delta);
    return delta;
}

Delta CompletionDecoder::finish()
{
    Delta delta;
    m_thinkSplitter.flush(delta);
    return delta;
}

void appendDelta(Delta &to, Delta &&piece)
{
    // What comes behind the whole text belongs to it.
    if (to.wholeText && !piece.wholeText)
        *to.wholeText += piece.text;
    // Appending to an empty text shares it instead of copying.
    to.text += piece.text;
    to.reasoning += piece.reasoning;
    to.refusal += piece.refusal;
    to.toolCalls += piece.toolCalls;
    to.citations += piece.citations;
    to.steps += piece.steps;
    for (const QJsonValue &item : std::as_const(piece.carriedItems))
        to.carriedItems.append(item);
    if (piece.wholeText)
        to.wholeText = std::move(piece.wholeText);
    if (piece.finishReason) {
        to.finishReason = piece.finishReason;
        to.rawFinishReason = piece.rawFinishReason;
    }
    if (piece.usage)
        to.usage = piece.usage;
    if (piece.tokensPerSecond > 0)
        to.tokensPerSecond = piece.tokensPerSecond;
    if (!piece.answeredBy.isEmpty())
        to.answeredBy = piece.answeredBy;
    if (!piece.systemFingerprint.isEmpty())
        to.systemFingerprint = piece.systemFingerprint;
    if (!piece.serviceTier.isEmpty())
        to.serviceTier = piece.serviceTier;
}

bool isEmpty(const Delta &delta)
{
    return delta.text.isEmpty() && delta.reasoning.isEmpty() && !saysMoreThanText(delta);
}

FinishReason finishReasonFromWire(const QString &word)
{
    static const struct { QLatin1String word; FinishReason reason; } known[] = {
        { QLatin1String("stop"), FinishReason::Stop }, { QLatin1String("eos"), FinishReason::Stop },
        { QLatin1String("end_turn"), FinishReason::Stop }, { QLatin1String(""), FinishReason::Stop },
        { QLatin1String("length"), FinishReason::Length }, { QLatin1String("max_tokens"), FinishReason::Length },
        { QLatin1String("model_length"), FinishReason::Length },
        { QLatin1String("tool_calls"), FinishReason::ToolCalls }, { QLatin1String("function_call"), FinishReason::ToolCalls },
        { QLatin1String("content_filter"), FinishReason::ContentFilter }, { QLatin1String("safety"), FinishReason::ContentFilter },
        { QLatin1String("error"), FinishReason::Error }, { QLatin1String("aborted"), FinishReason::Error },
        { QLatin1String("insufficient_system_resource"), FinishReason::Error },
    };
    for (const auto &entry : known) {
        if (word == entry.word)
            return entry.reason;
    }
    return FinishReason::Unknown;
}
