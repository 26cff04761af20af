// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "answerbuilder_p.h"

#include <algorithm>

AnswerBuilder::AnswerBuilder(const Message &empty) : m_message(empty), m_info(empty.answer.value_or(AnswerInfo {})) {}

void AnswerBuilder::add(const Delta &delta)
{
    m_text += delta.text;
    m_info.reasoning += delta.reasoning;
    m_info.refusal += delta.refusal;
    for (const ToolCallDelta &call : delta.toolCalls)
        addToolCall(call);
    if (delta.finishReason) {
        m_info.finishReason = *delta.finishReason;
        m_info.rawFinishReason = delta.rawFinishReason;
    }
    if (delta.usage)
        m_info.usage = *delta.usage;
    if (!delta.answeredBy.isEmpty())
        m_info.answeredBy = delta.answeredBy;
    if (!delta.serviceTier.isEmpty())
        m_info.serviceTier = delta.serviceTier;
    for (const Citation &citation : delta.citations)
        addCitation(citation);
    for (const ServerStep &step : delta.steps)
        addStep(step);
    for (const QJsonValue &item : delta.carriedItems)
        m_info.carriedItems.append(item);
    if (delta.wholeText) {
        m_text = *delta.wholeText;
        m_shownText = m_text.size();
        m_shownReasoning = m_info.reasoning.size();
        m_isReplaced = true;
    }
}

void AnswerBuilder::addCitation(const Citation &citation)
{
    const auto known = std::find_if(m_info.citations.begin(), m_info.citations.end(), [&](const Citation &other) { return other.url == citation.url; });
    if (known == m_info.citations.end()) {
        m_info.citations += citation;
        return;
    }
    if (known->title.isEmpty())
        known->title = citation.title;
    if (known->date.isEmpty())
        known->date = citation.date;
}

void AnswerBuilder::addStep(const ServerStep &step)
{
    const auto known = std::find_if(m_info.steps.begin(), m_info.steps.end(), [&](const ServerStep &other) { return other.id == step.id; });
    if (known == m_info.steps.end())
        m_info.steps += step;
    else
        *known = step;
}

void AnswerBuilder::addToolCall(const ToolCallDelta &delta)
{
    const auto known = std::find_if(m_toolCalls.begin(), m_toolCalls.end(), [&](const auto &call) { return call.first == delta.index; });
    if (known == m_toolCalls.end()) {
        m_toolCalls.append({ delta.index, { delta.id, delta.name, delta.arguments } });
        return;
    }
    ToolCall &call = known->second;
    if (call.id.isEmpty())
        call.id = delta.id;
    // Some servers repeat the whole name with every piece.
    if (call.name.isEmpty())
        call.name = delta.name;
    call.arguments += delta.arguments;
}

bool AnswerBuilder::hasContent() const
{
    return !m_text.isEmpty() || !m_info.reasoning.isEmpty() || !m_info.refusal.isEmpty() || !m_toolCalls.isEmpty() || !m_info.steps.isEmpty();
}

QString AnswerBuilder::takeNewText()
{
    const QString piece = m_text.sliced(m_shownText);
    m_shownText = m_text.size();
    return piece;
}

QString AnswerBuilder::takeNewReasoning()
{
    const QString piece = m_info.reasoning.sliced(m_shownReasoning);
    m_shownReasoning = m_info.reasoning.size();
    return piece;
}

Message AnswerBuilder::message(MessageState state) const
{
    Message message = m_message;
    message.state = state;
    message.parts.clear();
    if (!m_text.isEmpty())
        message.parts.push_back(TextPart { m_text });
    for (const auto &[index, call] : m_toolCalls)
        message.toolCalls.append(call);
    message.answer = m_info;
    return message;
}

void AnswerBuilder::startAgain()
{
    Q_ASSERT(!hasContent());
    m_info.answeredBy.clear();
    m_info.serviceTier.clear();
    m_info.usage = {};
    m_info.finishReason = FinishReason::Unknown;
    m_info.rawFinishReason.clear();
    m_info.citations.clear();
    m_info.steps.clear();
    m_info.carriedItems = {};
    m_info.error.reset();
}
