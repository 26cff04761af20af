// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practicerequest_p.h"

#include <QSet>

#include <chrono>

struct PracticeToolCall
{
    QString id;
    QString name;
    QString arguments;
};

// What the server pretends to do itself, and what it pretends to have read.
struct PracticeStep
{
    QString kind;
    QString query;
};
struct PracticeSource
{
    QString url;
    QString title;           // empty: not said
    QString date;
};

// One answer, written down before it is spoken.
struct PracticeScript
{
    enum class Ending {
        Complete,   // finish reason, usage, [DONE]
        Cut,        // the connection closes in the middle
        Silent,     // nothing more comes, and the connection stays
        Broken      // an error event in the middle
    };

    QString reasoning;
    QString text;
    QString refusal;
    QList<PracticeToolCall> toolCalls;
    QList<PracticeStep> steps;
    QList<PracticeSource> sources;
    QString finishReason = QStringLiteral("stop");
    Ending ending = Ending::Complete;
    std::chrono::milliseconds pause = std::chrono::milliseconds(25);   // between two pieces: about 40 a second
    std::chrono::milliseconds silence {};   // before the first piece, with nothing but signs of life
    QString answeredBy;          // empty: the model that was asked
    bool isCounted = true;       // false: nothing is said of usage
    bool tellsSources = false;   // what a search met stands in its step
    qint64 textTokens = 0;       // of the prompt
    qint64 imageTokens = 0;
};

// Decides what to answer. Remembers nothing but which questions have failed once.
class PracticeAnswers
{
public:
    Result<PracticeScript, PracticeFailure> answer(const PracticeRequest &request);

private:
    QSet<QString> m_failedOnce;
};

// The page at GET /: what can be tried, as HTML.
QByteArray practicePage();
