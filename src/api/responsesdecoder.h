// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "decodedevent.h"
#include "message.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>

#include <vector>

// Turns the events of the Responses API (reference 7.3) into the same deltas as the other way to ask. Items may
// interleave, begin as skeletons, miss their beginning or their end; what an item says when it is done, and what the
// final response says, counts more than the pieces before.
class ResponsesDecoder
{
public:
    // `key` is masked in what errors quote.
    explicit ResponsesDecoder(const ApiKey &key = {}) : m_key(key) {}

    // A typed event of this API, or its response object.
    static bool speaks(const QJsonObject &payload);

    // An Error is one that the server reported; it ends the answer.
    Result<DecodedEvent> decode(const QJsonObject &payload);
    bool isFinished() const { return m_isFinished; }
    // What the person may answer: function calls alone, not what the server does itself.
    QList<ToolCall> toolCalls() const { return m_calls; }

private:
    enum class Kind { Unknown, Text, Thinking, FunctionCall, Step };
    struct Item
    {
        QString id;
        int outputIndex = -1;
        Kind kind = Kind::Unknown;
        QMap<int, QString> parts;     // Text and Thinking: by index
        int call = -1;                // FunctionCall: place in m_calls
        ServerStep step;
        bool isCarried = false;
    };

    bool readEvent(QStringView type, const QJsonObject &event, Delta &delta);
    bool readTextEvent(QStringView type, const QJsonObject &event, Delta &delta);
    bool readThinkingEvent(QStringView type, const QJsonObject &event, Delta &delta);
    bool readCallEvent(QStringView type, const QJsonObject &event, Delta &delta);
    bool readStepEvent(QStringView type, const QJsonObject &event, Delta &delta);
    void refuse(const QString &piece, Delta &delta);
    void completeRefusal(const QString &whole, Delta &delta);
    void readPart(Item &item, int index, const QJsonObject &part, Delta &delta);

    Item &itemFor(const QJsonObject &event, Kind kind);
    Item &itemNamed(const QString &id, int outputIndex, bool mayShareIndex);
    void readItem(const QJsonObject &json, int outputIndex, bool isWhole, Delta &delta);
    void readThinkingItem(Item &item, const QJsonObject &json, bool isWhole, Delta &delta);
    void readCallItem(Item &item, const QJsonObject &json, bool isWhole, Delta &delta);
    void readStepItem(Item &item, const QJsonObject &json, bool isWhole, Delta &delta);

    void grow(Item &item, int index, const QString &piece, Delta &delta);
    void complete(Item &item, int index, const QString &whole, Delta &delta);
    void growArguments(Item &item, const QString &piece, Delta &delta);
    void completeArguments(Item &item, const QString &whole, Delta &delta);
    void nameCall(Item &item, const QString &id, const QString &name, Delta &delta);
    void cite(const QJsonValue &annotation, Delta &delta);
    void carry(Item &item, const QJsonObject &json, Delta &delta);

    void readFacts(const QJsonObject &response, Delta &delta);
    void readEnd(const QJsonObject &response, Delta &delta);
    Result<DecodedEvent> readFinal(const QJsonObject &response);
    Error failureOf(const QJsonObject &response, const QString &status) const;
    QString wholeText() const;

    ApiKey m_key;
    std::vector<Item> m_items;
    QList<ToolCall> m_calls;
    QHash<QString, Citation> m_cited;   // by address
    QString m_text;                    // as the pieces gave it
    QString m_refusal;
    QString m_textOwner;               // what the last piece of text belonged to
    QString m_thinkingOwner;
    qsizetype m_carriedBytes = 0;
    bool m_knowsModel = false;
    bool m_isFinished = false;
};
