// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"
#include "completiondecoder.h"
#include "errorfromreply.h"
#include "requestbody.h"
#include "sseparser.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSslError>
#include <QTimer>

// The network side of one CompletionJob. Lives in the network thread; deleting it closes the connection. Emits exactly
// one of finished() or failed(), last.
class CompletionWorker : public QObject
{
    Q_OBJECT
public:
    CompletionWorker(std::shared_ptr<const BlobSource> blobs, CompletionRequest request, ApiKey key);
    ~CompletionWorker() override;

    void start();
    void setGatherTime(std::chrono::milliseconds time);

Q_SIGNALS:
    void sent();
    void received(const QList<Delta> &deltas);
    void keptAlive();
    void exchanged(const Exchange &exchange);
    void finished();
    void failed(const Error &error);

private:
    // What the body of the reply turned out to be, judged by its first byte: servers lie about the type.
    enum class Body { Unknown, Stream, Whole };

    void headSent();
    void followUpload(qint64 sentBytes, qint64 totalBytes);
    void readHead();
    void bytesArrived();
    bool mayReadLater() const;
    void gatherTimeRanOut();
    void read();
    void readAnswer(QByteArray bytes);
    void readStream(const QByteArray &bytes);
    void handle(const QList<SseEvent> &events);
    void deliver(Delta &&delta);
    void gather(Delta &&delta);
    void handOver();
    void replyFinished();
    void finishStream();
    void finishWhole();
    void conclude();
    void startClock(Wait wait, std::chrono::milliseconds limit);
    void clockRanOut();
    void end();
    void noteFirstDelta();
    void measure(const Delta &delta);
    void recordRequest(const QNetworkRequest &request);
    void recordReply(const QByteArray &bytes);
    void recordEvents(const QList<SseEvent> &events);
    void tellExchange(const QString &outcome);
    void finish();
    void fail(const Error &error);
    Error networkError() const;
    Error refusal(const ReplyFacts &facts) const;
    std::chrono::milliseconds silenceLimit() const;

    std::shared_ptr<const BlobSource> m_blobs;
    CompletionRequest m_request;
    ApiKey m_key;
    // In this order: the manager and its reply go before the body they read from.
    std::unique_ptr<RequestBody> m_body;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply *m_reply = nullptr;
    QTimer m_clock;
    qint64 m_clockEndMs = 0;         // both by m_elapsed
    qint64 m_clockRingsMs = 0;
    Wait m_wait = Wait::Connect;
    std::chrono::milliseconds m_limit {};
    SseParser m_parser;
    CompletionDecoder m_decoder;
    Body m_bodyKind = Body::Unknown;
    QByteArray m_kept;               // body bytes that are read as a whole: errors, plain JSON
    QStringList m_tlsErrors;
    QStringList m_sentFields;
    Delta m_gathered;                // read, but not handed over
    QTimer m_gatherTimer;
    std::chrono::milliseconds m_gatherTime { 30 };
    QElapsedTimer m_sinceHandOver;
    QElapsedTimer m_elapsed;
    Exchange m_exchange;
    qint64 m_receivedBytes = 0;
    qint64 m_textLength = 0;
    TokenEstimate m_estimate;        // of what came
    bool m_showsThinking = false;
    bool m_isCounted = false;        // by the server
    int m_payloads = 0;
    bool m_hasLeft = false;          // the request began to go out
    bool m_hasEnded = false;
};
