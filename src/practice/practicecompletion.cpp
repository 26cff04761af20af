// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicecompletion_p.h"

#include "practicecatalog_p.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr qsizetype PieceCharacters = 6;
constexpr int PiecesAtOnce = 64;              // without a pause
constexpr qint64 MaxBacklog = 256 * 1024;     // bytes a slow client may leave behind before we wait for it
constexpr auto SignOfLife = 1s;
constexpr qint64 Created = 1'790'000'000;     // an invented date: practice needs no clock

// Words of a few characters with the space behind them; never half of a surrogate pair.
QStringList cutIntoPieces(const QString &text)
{
    QStringList pieces;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isLong = i + 1 - start >= PieceCharacters;
        if (!text.at(i).isHighSurrogate() && (isLong || text.at(i).isSpace())) {
            pieces.append(text.mid(start, i + 1 - start));
            start = i + 1;
        }
    }
    if (start < text.size())
        pieces.append(text.mid(start));
    return pieces;
}
}

PracticeCompletion::PracticeCompletion(const PracticeRequest &request, PracticeScript script, const HttpReply &reply,
                                       QObject *parent)
    : QObject(parent)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_askedModelId(request.modelId)
    , m_modelId(script.answeredBy.isEmpty() ? request.modelId : script.answeredBy)
    , m_script(std::move(script))
    , m_reply(reply)
    , m_streams(request.streams)
    , m_includesUsage(request.includesUsage)
{
    if (request.isResponses)
        m_responses = std::make_unique<PracticeResponses>(m_id, m_modelId, m_script);
    preparePieces();
    if (request.maxTokens)
        limitText(*request.maxTokens);
    m_timer.setTimerType(Qt::PreciseTimer);
}

void PracticeCompletion::start()
{
    if (m_streams) {
        startStream();
        return;
    }
    // A whole answer comes after a while, as it does from a model.
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PracticeCompletion::sendWhole);
    m_timer.start(m_script.pause * 12 + m_script.silence);
}

void PracticeCompletion::continueWriting()
{
    if (m_streams && m_next < m_pieces.size() && !m_timer.isActive() && m_reply.backlog() <= MaxBacklog)
        m_timer.start();
}

void PracticeCompletion::preparePieces()
{
    addText(Kind::Reasoning, m_script.reasoning);
    addText(Kind::Refusal, m_script.refusal);
    addText(Kind::Text, m_script.text);
    addToolCalls();
    if (m_script.ending != PracticeScript::Ending::Complete)
        m_pieces.resize((m_pieces.size() + 1) / 2);   // the trouble comes in the middle
}

void PracticeCompletion::addText(Kind kind, const QString &text)
{
    for (const QString &piece : cutIntoPieces(text))
        m_pieces.append({ kind, piece });
}

// Like the real server: the limit counts visible output, not reasoning.
void PracticeCompletion::limitText(int maxPieces)
{
    if (countOf(Kind::Text) <= maxPieces)
        return;
    int kept = 0;
    m_pieces.removeIf([&kept, maxPieces](const Piece &piece) { return piece.kind == Kind::Text && ++kept > maxPieces; });
    m_script.finishReason = QStringLiteral("length");
}

// The call is opened with its name; the arguments follow in pieces.
void PracticeCompletion::addToolCalls()
{
    for (qsizetype index = 0; index < m_script.toolCalls.size(); ++index) {
        const PracticeToolCall &call = m_script.toolCalls.at(index);
        m_pieces.append({ Kind::Tool, QJsonObject { { QStringLiteral("index"), index },
                                                    { QStringLiteral("id"), call.id },
                                                    { QStringLiteral("type"), QStringLiteral("function") },
                                                    { QStringLiteral("function"),
                                                      QJsonObject { { QStringLiteral("name"), call.name },
                                                                    { QStringLiteral("arguments"), QString() } } } } });
        for (const QString &piece : cutIntoPieces(call.arguments)) {
            m_pieces.append({ Kind::Tool, QJsonObject { { QStringLiteral("index"), index },
                                                        { QStringLiteral("function"),
                                                          QJsonObject { { QStringLiteral("arguments"), piece } } } } });
        }
    }
}

void PracticeCompletion::startStream()
{
    m_reply.beginStream("text/event-stream; charset=utf-8");
    const QJsonObject opening { { QStringLiteral("role"), QStringLiteral("assistant") }, { QStringLiteral("content"), QString() } };
    if (m_responses)
        writeEvents(m_responses->opening());
    else
        writeEvent(chunk(opening, QJsonValue::Null));
    connect(&m_timer, &QTimer::timeout, this, &PracticeCompletion::waitOrSpeak);
    m_timer.start(m_script.silence > 0ms ? SignOfLife : m_script.pause);
}

void PracticeCompletion::waitOrSpeak()
{
    if (m_waited >= m_script.silence) {
        speak();
        return;
    }
    m_waited += SignOfLife;
    m_reply.write(": practice is still there\n\n");
    if (m_waited >= m_script.silence)
        m_timer.start(m_script.pause);
}

void PracticeCompletion::speak()
{
    const int count = m_script.pause == 0ms ? PiecesAtOnce : 1;
    for (int i = 0; i < count && m_next < m_pieces.size(); ++i)
        speakPiece();
    if (m_next >= m_pieces.size()) {
        m_timer.stop();
        endStream();
    } else if (m_reply.backlog() > MaxBacklog) {
        m_timer.stop();   // continueWriting() starts it again
    }
}

void PracticeCompletion::speakPiece()
{
    const Piece &piece = m_pieces.at(m_next++);
    if (m_responses) {
        const QString text = piece.value.toString();
        switch (piece.kind) {
        case Kind::Reasoning: return writeEvents(m_responses->thinking(text));
        case Kind::Refusal:   return writeEvents(m_responses->refusal(text));
        case Kind::Text:      return writeEvents(m_responses->text(text));
        case Kind::Tool:      return;   // said whole at the end, as xAI does
        }
    }
    QJsonObject delta;
    switch (piece.kind) {
    case Kind::Reasoning: delta.insert(QStringLiteral("reasoning_content"), piece.value); break;
    case Kind::Refusal:   delta.insert(QStringLiteral("refusal"), piece.value); break;
    case Kind::Text:      delta.insert(QStringLiteral("content"), piece.value); break;
    case Kind::Tool:      delta.insert(QStringLiteral("tool_calls"), QJsonArray { piece.value }); break;
    }
    writeEvent(chunk(delta, QJsonValue::Null));
}

void PracticeCompletion::endStream()
{
    switch (m_script.ending) {
    case PracticeScript::Ending::Silent:
        return;
    case PracticeScript::Ending::Cut:
        Q_EMIT brokenOff();
        return;
    case PracticeScript::Ending::Broken:
        endWithFailure();
        break;
    case PracticeScript::Ending::Complete:
        endWhole();
        break;
    }
    m_reply.endStream();
    Q_EMIT ended();
}

void PracticeCompletion::endWithFailure()
{
    const QString text = QStringLiteral("The practice server broke off on purpose.");
    if (m_responses) {
        const QJsonObject error { { QStringLiteral("code"), QStringLiteral("server_error") }, { QStringLiteral("message"), text } };
        const QJsonObject response { { QStringLiteral("status"), QStringLiteral("failed") }, { QStringLiteral("error"), error } };
        writeEvent({ { QStringLiteral("type"), QStringLiteral("response.failed") }, { QStringLiteral("response"), response } });
        return;
    }
    writeEvent({ { QStringLiteral("error"),
                   QJsonObject { { QStringLiteral("message"), text },
                                 { QStringLiteral("type"), QStringLiteral("server_error") },
                                 { QStringLiteral("param"), QJsonValue::Null },
                                 { QStringLiteral("code"), QJsonValue::Null } } } });
}

void PracticeCompletion::endWhole()
{
    if (m_responses) {
        writeEvents(m_responses->ending(m_script.finishReason, m_script.isCounted ? responsesUsage(usage()) : QJsonObject()));
        m_reply.write("data: [DONE]\n\n");
        return;
    }
    writeEvent(chunk({}, m_script.finishReason));
    const bool tellsUsage = m_includesUsage && m_script.isCounted;
    if (tellsUsage || !m_script.sources.isEmpty()) {
        QJsonObject last = envelope(QStringLiteral("chat.completion.chunk"));
        last.insert(QStringLiteral("choices"), QJsonArray());
        if (tellsUsage)
            last.insert(QStringLiteral("usage"), usage());
        insertSources(last);
        writeEvent(last);
    }
    m_reply.write("data: [DONE]\n\n");
}

// The addresses as xAI sends them, and what more is known as search servers do.
void PracticeCompletion::insertSources(QJsonObject &payload) const
{
    QJsonArray citations;
    QJsonArray results;
    for (const PracticeSource &source : m_script.sources) {
        citations.append(source.url);
        if (!source.title.isEmpty())
            results.append(QJsonObject { { QStringLiteral("url"), source.url }, { QStringLiteral("title"), source.title }, { QStringLiteral("date"), source.date } });
    }
    if (citations.isEmpty())
        return;
    payload.insert(QStringLiteral("citations"), citations);
    payload.insert(QStringLiteral("search_results"), results);
}

QJsonObject PracticeCompletion::wholeBody() const
{
    if (m_responses) {
        return m_responses->whole(m_script.finishReason, m_script.isCounted ? responsesUsage(usage()) : QJsonObject(), joined(Kind::Reasoning), joined(Kind::Text),
                                  joined(Kind::Refusal));
    }
    QJsonObject choice { { QStringLiteral("index"), 0 }, { QStringLiteral("finish_reason"), m_script.finishReason } };
    choice.insert(QStringLiteral("message"), wholeMessage());
    QJsonObject body = envelope(QStringLiteral("chat.completion"));
    body.insert(QStringLiteral("choices"), QJsonArray { choice });
    if (m_script.isCounted)
        body.insert(QStringLiteral("usage"), usage());
    insertSources(body);
    return body;
}

void PracticeCompletion::sendWhole()
{
    const QByteArray bytes = QJsonDocument(wholeBody()).toJson(QJsonDocument::Compact);
    switch (m_script.ending) {
    case PracticeScript::Ending::Silent:
        return;
    case PracticeScript::Ending::Cut:
        sendPartOf(bytes);
        Q_EMIT brokenOff();
        return;
    case PracticeScript::Ending::Broken:
        m_reply.send(200, "application/json",
                     failureBody({ 200, QStringLiteral("internal"), QStringLiteral("The practice server broke off on purpose."), 0 }));
        break;
    case PracticeScript::Ending::Complete:
        m_reply.send(200, "application/json", bytes);
        break;
    }
    Q_EMIT ended();
}

void PracticeCompletion::sendPartOf(const QByteArray &body)
{
    m_reply.beginStream("application/json");
    m_reply.write(body.left(body.size() / 2));
}

void PracticeCompletion::writeEvents(const QList<QJsonObject> &payloads)
{
    for (const QJsonObject &payload : payloads)
        writeEvent(payload);
}

void PracticeCompletion::writeEvent(const QJsonObject &payload)
{
    m_reply.write("data: " + QJsonDocument(payload).toJson(QJsonDocument::Compact) + "\n\n");
}

QJsonObject PracticeCompletion::chunk(const QJsonObject &delta, const QJsonValue &finishReason) const
{
    QJsonObject object = envelope(QStringLiteral("chat.completion.chunk"));
    object.insert(QStringLiteral("choices"), QJsonArray { QJsonObject { { QStringLiteral("index"), 0 },
                                                                        { QStringLiteral("delta"), delta },
                                                                        { QStringLiteral("finish_reason"), finishReason } } });
    return object;
}

QJsonObject PracticeCompletion::envelope(const QString &objectType) const
{
    return { { QStringLiteral("id"), m_id },
             { QStringLiteral("object"), objectType },
             { QStringLiteral("created"), Created },
             { QStringLiteral("model"), m_modelId },
             { QStringLiteral("system_fingerprint"), QStringLiteral("fp_practice") } };
}

QJsonObject PracticeCompletion::wholeMessage() const
{
    QJsonObject message { { QStringLiteral("role"), QStringLiteral("assistant") },
                          { QStringLiteral("content"), joined(Kind::Text) } };
    const QString refusal = joined(Kind::Refusal);
    message.insert(QStringLiteral("refusal"), refusal.isEmpty() ? QJsonValue() : QJsonValue(refusal));
    const QString reasoning = joined(Kind::Reasoning);
    if (!reasoning.isEmpty())
        message.insert(QStringLiteral("reasoning_content"), reasoning);
    QJsonArray calls;
    for (const PracticeToolCall &call : m_script.toolCalls) {
        calls.append(QJsonObject { { QStringLiteral("id"), call.id },
                                   { QStringLiteral("type"), QStringLiteral("function") },
                                   { QStringLiteral("function"), QJsonObject { { QStringLiteral("name"), call.name },
                                                                              { QStringLiteral("arguments"), call.arguments } } } });
    }
    if (!calls.isEmpty())
        message.insert(QStringLiteral("tool_calls"), calls);
    return message;
}

// As xAI counts: reasoning beside the completion, pictures inside the prompt. A piece is a token.
QJsonObject PracticeCompletion::usage() const
{
    const qint64 reasoning = countOf(Kind::Reasoning);
    const qint64 completion = qint64(m_pieces.size()) - reasoning;
    const qint64 prompt = m_script.textTokens + m_script.imageTokens;
    const PracticeModel model = practiceModel(m_askedModelId).value_or(PracticeModel());
    return { { QStringLiteral("prompt_tokens"), prompt },
             { QStringLiteral("completion_tokens"), completion },
             { QStringLiteral("total_tokens"), prompt + completion + reasoning },
             { QStringLiteral("prompt_tokens_details"),
               QJsonObject { { QStringLiteral("text_tokens"), m_script.textTokens },
                             { QStringLiteral("audio_tokens"), 0 },
                             { QStringLiteral("image_tokens"), m_script.imageTokens },
                             { QStringLiteral("cached_tokens"), 0 } } },
             { QStringLiteral("completion_tokens_details"),
               QJsonObject { { QStringLiteral("reasoning_tokens"), reasoning }, { QStringLiteral("audio_tokens"), 0 } } },
             { QStringLiteral("num_sources_used"), 0 },
             { QStringLiteral("cost_in_usd_ticks"),
               prompt * model.promptPrice + (completion + reasoning) * model.completionPrice } };
}

qint64 PracticeCompletion::countOf(Kind kind) const
{
    return std::count_if(m_pieces.begin(), m_pieces.end(), [kind](const Piece &piece) { return piece.kind == kind; });
}

QString PracticeCompletion::joined(Kind kind) const
{
    QString text;
    for (const Piece &piece : m_pieces) {
        if (piece.kind == kind)
            text += piece.value.toString();
    }
    return text;
}
