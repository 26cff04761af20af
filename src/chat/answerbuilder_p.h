// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"
#include "message.h"

// Gathers the deltas of one answer into its message.
class AnswerBuilder
{
public:
    explicit AnswerBuilder(const Message &empty);

    void add(const Delta &delta);
    // Text, thinking or a call arrived: from here on no repeat by itself.
    bool hasContent() const;
    bool hasText() const { return !m_text.isEmpty(); }

    // Pieces since the last call.
    QString takeNewText();
    QString takeNewReasoning();
    bool hasNews() const { return m_shownText < m_text.size() || m_shownReasoning < m_info.reasoning.size(); }

    // What was shown does not hold since the last call: message() does.
    bool takeReplaced() { return std::exchange(m_isReplaced, false); }

    const QString &text() const { return m_text; }
    AnswerInfo &info() { return m_info; }
    const AnswerInfo &info() const { return m_info; }
    Message message(MessageState state) const;
    // Before another try: forgets what the failed one named.
    void startAgain();

private:
    void addCitation(const Citation &citation);
    void addStep(const ServerStep &step);
    void addToolCall(const ToolCallDelta &delta);

    Message m_message;
    AnswerInfo m_info;
    QString m_text;
    qsizetype m_shownText = 0;
    qsizetype m_shownReasoning = 0;
    bool m_isReplaced = false;
    QList<std::pair<int, ToolCall>> m_toolCalls;     // by index
};
