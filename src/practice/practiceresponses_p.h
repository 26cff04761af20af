// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practiceanswers_p.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

// Says a script in the events of the Responses API: thinking, steps of the server, text with sources, function calls.
class PracticeResponses
{
public:
    PracticeResponses(const QString &id, const QString &modelId, const PracticeScript &script);

    QList<QJsonObject> opening();
    QList<QJsonObject> thinking(const QString &piece);
    QList<QJsonObject> text(const QString &piece);
    QList<QJsonObject> refusal(const QString &piece);
    // What is left to say, and the end.
    QList<QJsonObject> ending(const QString &finishReason, const QJsonObject &usage);
    // The whole answer as one object.
    QJsonObject whole(const QString &finishReason, const QJsonObject &usage, const QString &thinking, const QString &text,
                      const QString &refusal);

private:
    QJsonObject event(const QString &type, QJsonObject members);
    QJsonObject response(const QString &status) const;
    void openText(QList<QJsonObject> &events);
    void closeThinking(QList<QJsonObject> &events);
    void addSteps(QList<QJsonObject> &events);
    void addItem(QList<QJsonObject> &events, const QJsonObject &item);
    QJsonObject thinkingItem() const;
    QJsonObject textItem() const;
    QJsonArray metSources() const;
    QJsonArray annotations() const;
    QJsonObject finalResponse(const QString &finishReason, const QJsonObject &usage) const;

    QString m_id;
    QString m_modelId;
    PracticeScript m_script;
    QString m_thinking;
    QString m_text;
    QString m_refusal;
    QJsonArray m_output;      // items that are done
    int m_sequence = 0;
    bool m_isThinking = false;
    bool m_isWriting = false;
};

// Usage in the words of that API: thinking is part of the output.
QJsonObject responsesUsage(const QJsonObject &chatUsage);
