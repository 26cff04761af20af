// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The items of a response: found by id, grown by pieces, completed by what they say when they are done.
#include "responsesdecoder.h"

#include "wirecitation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace {

constexpr qsizetype MostCarriedBytes = 4 * 1024 * 1024;
constexpr qsizetype LongestDetail = 200;
constexpr QLatin1String CallSuffix("_call");

QString textIn(const QJsonValue &json, const char *name)
{
    return json[QLatin1String(name)].toString();
}

// A JSON text's "query", or the text itself.
QString queryIn(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const char *name : { "query", "url", "username", "post_id", "code" }) {
        if (const QString found = textIn(json, name); !found.isEmpty())
            return found;
    }
    return json.isEmpty() ? text : QString();
}

QString firstText(std::initializer_list<QString> texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString detailOf(const QJsonObject &item)
{
    const QJsonValue action = item.value(QLatin1String("action"));
    const QString detail = firstText({ textIn(action, "query"), textIn(action, "url"), textIn(action, "pattern"),
                                       queryIn(textIn(item, "input")), queryIn(textIn(item, "arguments")),
                                       item.value(QLatin1String("queries"))[0].toString(), textIn(item, "code"),
                                       textIn(item, "prompt") });
    return detail.simplified().left(LongestDetail);
}

QString stepKind(const QJsonObject &item)
{
    const QString type = textIn(item, "type");
    if (type == QLatin1String("custom_tool_call") && textIn(item, "name").contains(QLatin1String("x_")))
        return QStringLiteral("x_search");
    return type.endsWith(CallSuffix) ? type.chopped(CallSuffix.size()) : type;
}

bool isStep(const QString &type)
{
    return type.endsWith(CallSuffix) && type != QLatin1String("function_call");
}

} // namespace

ResponsesDecoder::Item &ResponsesDecoder::itemNamed(const QString &id, int outputIndex, bool mayShareIndex)
{
    for (Item &item : m_items) {
        if (!id.isEmpty() && item.id == id)
            return item;
    }
    // Some servers name an item only when it is done, or give it another id with each event.
    for (Item &item : m_items) {
        if (outputIndex >= 0 && item.outputIndex == outputIndex && (mayShareIndex || item.id.isEmpty() || id.isEmpty()))
            return item;
    }
    m_items.push_back({});
    m_items.back().id = id;
    m_items.back().outputIndex = outputIndex;
    return m_items.back();
}

ResponsesDecoder::Item &ResponsesDecoder::itemFor(const QJsonObject &event, Kind kind)
{
    Item &item = itemNamed(textIn(event, "item_id"), event.value(QLatin1String("output_index")).toInt(-1), true);
    if (item.kind == Kind::Unknown)
        item.kind = kind;
    return item;
}

void ResponsesDecoder::readItem(const QJsonObject &json, int outputIndex, bool isWhole, Delta &delta)
{
    const QString type = textIn(json, "type");
    Item &item = itemNamed(textIn(json, "id"), outputIndex, isWhole);
    if (item.outputIndex < 0)
        item.outputIndex = outputIndex;
    if (type == QLatin1String("message") && (item.kind == Kind::Unknown || item.kind == Kind::Text)) {
        item.kind = Kind::Text;
        const QJsonArray parts = isWhole ? json.value(QLatin1String("content")).toArray() : QJsonArray();
        for (int index = 0; index < parts.size(); ++index)
            readPart(item, index, parts[index].toObject(), delta);
    } else if (type == QLatin1String("reasoning")) {
        readThinkingItem(item, json, isWhole, delta);
    } else if (type == QLatin1String("function_call")) {
        readCallItem(item, json, isWhole, delta);
    } else if (type == QLatin1String("compaction") && isWhole) {
        carry(item, json, delta);
    } else if (isStep(type)) {
        readStepItem(item, json, isWhole, delta);
        // What a search found, for those who asked for it.
        for (const QJsonValue &source : json.value(QLatin1String("action"))[QLatin1String("sources")].toArray())
            cite(source, delta);
    }
}

void ResponsesDecoder::readThinkingItem(Item &item, const QJsonObject &json, bool isWhole, Delta &delta)
{
    item.kind = Kind::Thinking;
    if (!isWhole)
        return;
    carry(item, json, delta);
    // Pieces that were shown stay as they are; thinking that came without pieces is shown now.
    if (!item.parts.isEmpty())
        return;
    int index = 0;
    for (const char *list : { "summary", "content" }) {
        for (const QJsonValue &part : json.value(QLatin1String(list)).toArray())
            grow(item, index++, textIn(part, "text"), delta);
    }
}

void ResponsesDecoder::readCallItem(Item &item, const QJsonObject &json, bool isWhole, Delta &delta)
{
    item.kind = Kind::FunctionCall;
    QString id = textIn(json, "call_id");
    const bool hasId = item.call >= 0 && !m_calls[item.call].id.isEmpty();
    if (id.isEmpty() && isWhole && !hasId)
        id = firstText({ item.id, QStringLiteral("call_") + QUuid::createUuid().toString(QUuid::WithoutBraces) });
    nameCall(item, id, textIn(json, "name"), delta);
    const QJsonValue arguments = json.value(QLatin1String("arguments"));
    completeArguments(item, arguments.isObject() ? QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact))
                                                 : arguments.toString(), delta);
}

void ResponsesDecoder::readStepItem(Item &item, const QJsonObject &json, bool isWhole, Delta &delta)
{
    item.kind = Kind::Step;
    const ServerStep before = item.step;
    item.step.id = firstText({ item.id, item.step.id, QStringLiteral("step-%1").arg(item.outputIndex) });
    item.step.kind = stepKind(json);
    item.step.detail = firstText({ detailOf(json), item.step.detail });
    const QString status = textIn(json, "status");
    item.step.isDone = item.step.isDone || isWhole || status == QLatin1String("completed") || status == QLatin1String("failed");
    if (item.step != before)
        delta.steps.append(item.step);
}

// "web_search_call.searching", "custom_tool_call_input.done": what the server does itself.
bool ResponsesDecoder::readStepEvent(QStringView type, const QJsonObject &event, Delta &delta)
{
    if (type.startsWith(u"mcp_list_tools."))
        return true;
    const qsizetype dot = type.indexOf(u'.');
    const qsizetype call = type.indexOf(CallSuffix);
    if (dot < 0 || call < 0 || call > dot)
        return false;
    Item &item = itemFor(event, Kind::Step);
    const ServerStep before = item.step;
    item.step.id = firstText({ item.id, item.step.id, QStringLiteral("step-%1").arg(item.outputIndex) });
    if (item.step.kind.isEmpty())
        item.step.kind = type.first(call).toString();
    const QStringView progress = type.sliced(dot + 1);
    const QString input = firstText({ textIn(event, "input"), textIn(event, "arguments"), textIn(event, "code") });
    if (progress == u"done" && !input.isEmpty())
        item.step.detail = queryIn(input).simplified().left(LongestDetail);
    item.step.isDone = item.step.isDone || progress == u"completed" || progress == u"failed";
    if (item.step != before)
        delta.steps.append(item.step);
    return true;
}

// A new part of thinking, and the text of another item, begins a paragraph of its own.
void ResponsesDecoder::grow(Item &item, int index, const QString &piece, Delta &delta)
{
    if (piece.isEmpty())
        return;
    item.parts[index] += piece;
    if (item.kind == Kind::Thinking) {
        const QString owner = QStringLiteral("%1 %2 %3").arg(item.id).arg(item.outputIndex).arg(index);
        if (!m_thinkingOwner.isEmpty() && m_thinkingOwner != owner)
            delta.reasoning += QStringLiteral("\n\n");
        m_thinkingOwner = owner;
        delta.reasoning += piece;
        return;
    }
    const QString owner = QStringLiteral("%1 %2").arg(item.id).arg(item.outputIndex);
    const QString added = m_textOwner.isEmpty() || m_textOwner == owner ? piece : QStringLiteral("\n\n") + piece;
    m_textOwner = owner;
    m_text += added;
    delta.text += added;
}

// What differs from the pieces is put right at the end, when the whole text is known.
void ResponsesDecoder::complete(Item &item, int index, const QString &whole, Delta &delta)
{
    const QString known = item.parts.value(index);
    if (whole.isEmpty() || whole == known)
        return;
    if (whole.startsWith(known))
        grow(item, index, whole.sliced(known.size()), delta);
    else if (item.kind != Kind::Thinking)
        item.parts[index] = whole;
}

void ResponsesDecoder::nameCall(Item &item, const QString &id, const QString &name, Delta &delta)
{
    const bool isNew = item.call < 0;
    if (isNew) {
        item.call = int(m_calls.size());
        m_calls.append(ToolCall());
    }
    ToolCall &call = m_calls[item.call];
    ToolCallDelta named;
    named.index = item.call;
    if (call.id.isEmpty())
        named.id = call.id = id;
    if (call.name.isEmpty())
        named.name = call.name = name;
    if (isNew || !named.id.isEmpty() || !named.name.isEmpty())
        delta.toolCalls.append(named);
}

void ResponsesDecoder::growArguments(Item &item, const QString &piece, Delta &delta)
{
    if (item.call < 0)
        nameCall(item, {}, {}, delta);
    if (piece.isEmpty())
        return;
    m_calls[item.call].arguments += piece;
    ToolCallDelta grown;
    grown.index = item.call;
    grown.arguments = piece;
    delta.toolCalls.append(grown);
}

void ResponsesDecoder::completeArguments(Item &item, const QString &whole, Delta &delta)
{
    const QString known = item.call < 0 ? QString() : m_calls[item.call].arguments;
    if (whole.startsWith(known))
        growArguments(item, whole.sliced(known.size()), delta);
}

void ResponsesDecoder::cite(const QJsonValue &annotation, Delta &delta)
{
    const std::optional<Citation> citation = citationFromWire(annotation);
    if (!citation)
        return;
    const auto known = m_cited.constFind(citation->url);
    if (known != m_cited.cend() && ((citation->title.isEmpty() && citation->date.isEmpty()) || *known == *citation))
        return;
    m_cited.insert(citation->url, *citation);
    delta.citations.append(*citation);
}

// Whole and unchanged, as the server wants it back.
void ResponsesDecoder::carry(Item &item, const QJsonObject &json, Delta &delta)
{
    const qsizetype size = textIn(json, "encrypted_content").size();
    if (item.isCarried || size == 0 || m_carriedBytes + size > MostCarriedBytes)
        return;
    item.isCarried = true;
    m_carriedBytes += size;
    delta.carriedItems.append(json);
}
