// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpreply_p.h"
#include "practiceanswers_p.h"
#include "practiceresponses_p.h"

#include <QJsonArray>
#include <QObject>
#include <QTimer>

#include <memory>

// Speaks one script: piece by piece as an event stream, or whole after a short wait.
// Emits ended() or brokenOff() once, or neither when the script falls silent.
class PracticeCompletion : public QObject
{
    Q_OBJECT
public:
    PracticeCompletion(const PracticeRequest &request, PracticeScript script, const HttpReply &reply, QObject *parent);

    void start();
    // The client has taken some bytes: goes on when it was waiting for that.
    void continueWriting();
    const HttpReply &reply() const { return m_reply; }

Q_SIGNALS:
    void ended();
    void brokenOff();      // the connection is to be closed here, without an end

private:
    enum class Kind { Reasoning, Refusal, Text, Tool };
    struct Piece
    {
        Kind kind;
        QJsonValue value;
    };

    void preparePieces();
    void addText(Kind kind, const QString &text);
    void limitText(int maxPieces);
    void addToolCalls();
    void startStream();
    void waitOrSpeak();
    void speak();
    void speakPiece();
    void endStream();
    void sendWhole();
    void sendPartOf(const QByteArray &body);
    void writeEvents(const QList<QJsonObject> &payloads);
    void endWithFailure();
    void endWhole();
    void insertSources(QJsonObject &payload) const;
    QJsonObject wholeBody() const;
    void writeEvent(const QJsonObject &payload);
    QJsonObject chunk(const QJsonObject &delta, const QJsonValue &finishReason) const;
    QJsonObject envelope(const QString &objectType) const;
    QJsonObject wholeMessage() const;
    QJsonObject usage() const;
    qint64 countOf(Kind kind) const;
    QString joined(Kind kind) const;

    QString m_id;
    QString m_askedModelId;
    QString m_modelId;                                  // the one that answers
    PracticeScript m_script;
    HttpReply m_reply;
    std::unique_ptr<PracticeResponses> m_responses;     // speaks, when that way was asked
    bool m_streams = false;
    bool m_includesUsage = false;
    QList<Piece> m_pieces;
    qsizetype m_next = 0;
    std::chrono::milliseconds m_waited {};
    QTimer m_timer;
};
