// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "answernotice_p.h"

#include "errordescription.h"
#include "refusals.h"

#include <QCoreApplication>
#include <QLocale>

namespace {
// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AnswerNotice)
};

TranscriptNotice::Action continueAction() { return { noticeactions::continueAnswer, Words::tr("Continue") }; }
TranscriptNotice::Action regenerateAction() { return { noticeactions::regenerate, Words::tr("Regenerate") }; }
TranscriptNotice::Action retryAction() { return { noticeactions::retry, Words::tr("Try again") }; }

TranscriptNotice::Action actionFor(ErrorAction action)
{
    const QString text = errorActionText(action);
    switch (action) {
    case ErrorAction::None:
        return {};
    case ErrorAction::Retry:
        return retryAction();
    case ErrorAction::Continue:
        return continueAction();
    case ErrorAction::OpenSettings:
        return { noticeactions::openSettings, text };
    case ErrorAction::ChooseModel:
        return { noticeactions::chooseModel, text };
    case ErrorAction::OpenConsole:
        return { noticeactions::openConsole, text };
    case ErrorAction::SaveElsewhere:
        return { noticeactions::saveElsewhere, text };
    case ErrorAction::UnlockKeyring:
        return { noticeactions::unlockKeyring, text };
    }
    Q_UNREACHABLE();
}

QString detailsOf(const Error &error)
{
    // What is told of a server's refusal begins with the status already.
    const bool saysStatus = error.detail.section(QLatin1Char('\n'), 0, 0).endsWith(QLatin1Char(' ') + QString::number(error.httpStatus));
    QStringList lines;
    if (error.httpStatus > 0 && !saysStatus)
        lines += Words::tr("HTTP status %1").arg(error.httpStatus);
    if (!error.detail.isEmpty())
        lines += error.detail;
    return lines.join(QLatin1Char('\n'));
}

// What happened, as a whole sentence: a server's own words come without their end.
QString titleOf(const Error &error)
{
    const QString title = describe(error).title;
    const bool isWhole = title.isEmpty() || QStringView(u".!?…。！？").contains(title.back());
    return isWhole ? title : title + QLatin1Char('.');
}

QString sentencesOf(const Error &error)
{
    const QString sentence = describe(error).sentence;
    return sentence.isEmpty() ? titleOf(error) : titleOf(error) + QLatin1Char(' ') + sentence;
}

QString stepText(const ServerStep &step)
{
    const QString what = step.kind == QLatin1StringView("web_search")      ? Words::tr("The server searches the web")
        : step.kind == QLatin1StringView("x_search")                       ? Words::tr("The server searches X")
        : step.kind.startsWith(QLatin1StringView("code_"))                 ? Words::tr("The server runs code of its own")
        : step.kind == QLatin1StringView("image_generation")               ? Words::tr("The server makes a picture")
        : step.kind.endsWith(QLatin1StringView("file_search"))             ? Words::tr("The server searches files")
                                                                           : Words::tr("The server uses a tool of its own");
    return step.detail.isEmpty() ? what + QChar(0x2026) : what + QStringLiteral(": ") + step.detail;
}

TranscriptNotice stoppedNotice(const Message &answer, bool isLast)
{
    TranscriptNotice notice;
    notice.text = Words::tr("Stopped.");
    notice.primary = regenerateAction();
    if (isLast && !textOf(answer).isEmpty()) {
        notice.secondary = notice.primary;
        notice.primary = continueAction();
    }
    return notice;
}

TranscriptNotice cutOffNotice(const Message &answer, bool isLast)
{
    TranscriptNotice notice;
    notice.level = TranscriptNotice::Level::Error;
    notice.text = Words::tr("This answer was cut off.");
    if (answer.answer && answer.answer->error) {
        notice.text += QLatin1Char(' ') + titleOf(*answer.answer->error);
        notice.details = detailsOf(*answer.answer->error);
    }
    notice.primary = retryAction();
    if (isLast && !textOf(answer).isEmpty()) {
        notice.secondary = notice.primary;
        notice.primary = continueAction();
    }
    return notice;
}

TranscriptNotice failedNotice(const Message &answer)
{
    TranscriptNotice notice;
    notice.level = TranscriptNotice::Level::Error;
    const Error error = answer.answer && answer.answer->error ? *answer.answer->error : Error {};
    notice.text = sentencesOf(error);
    notice.details = detailsOf(error);
    notice.primary = actionFor(describe(error).action);
    if (notice.primary.id.isEmpty())
        notice.primary = retryAction();
    else if (notice.primary.id != noticeactions::retry)
        notice.secondary = retryAction();
    return notice;
}

bool saysNothing(const Message &answer)
{
    return textOf(answer).isEmpty() && answer.answer->refusal.isEmpty() && answer.toolCalls.isEmpty();
}

std::optional<TranscriptNotice> completeNotice(const Message &answer, bool isLast)
{
    if (!answer.answer)
        return std::nullopt;
    TranscriptNotice notice;
    if (answer.answer->finishReason == FinishReason::Length && saysNothing(answer)) {
        notice.text = Words::tr("The length limit was used up before the answer began, by thinking. Raise the limit in the options, or choose less thinking.");
        notice.primary = regenerateAction();
        return notice;
    }
    if (answer.answer->finishReason == FinishReason::Length) {
        notice.text = Words::tr("The answer reached its length limit.");
        if (isLast)
            notice.primary = continueAction();
        return notice;
    }
    if (!answer.toolCalls.isEmpty()) {
        notice.text = answer.toolCalls.size() == 1 ? Words::tr("The model asks for a function call. Grackle shows it and runs nothing.")
                                                   : Words::tr("The model asks for %1 function calls. Grackle shows them and runs nothing.").arg(answer.toolCalls.size());
        for (const ToolCall &call : answer.toolCalls)
            notice.details += call.name + QLatin1Char('(') + call.arguments + QStringLiteral(")\n");
        if (isLast) {
            notice.primary = { noticeactions::answerCalls, Words::tr("Answer…") };
            notice.secondary = { noticeactions::declineCalls, Words::tr("Decline") };
        }
        return notice;
    }
    if (!answer.answer->options.responseFormat.isEmpty()) {
        notice.text = Words::tr("This answer was asked for as JSON.");
        notice.primary = { noticeactions::showTree, Words::tr("Show as a tree") };
        return notice;
    }
    return std::nullopt;
}
}

std::optional<TranscriptNotice> endNotice(const Message &answer, bool isLast)
{
    if (answer.role != Role::Assistant)
        return std::nullopt;
    switch (answer.state) {
    case MessageState::Streaming:
        return std::nullopt;
    case MessageState::Complete:
        return completeNotice(answer, isLast);
    case MessageState::Stopped:
        return stoppedNotice(answer, isLast);
    case MessageState::CutOff:
        return cutOffNotice(answer, isLast);
    case MessageState::Failed:
        return failedNotice(answer);
    }
    Q_UNREACHABLE();
}

TranscriptNotice waitNotice(const Error &error, std::chrono::milliseconds left)
{
    // Rounded up: "0 s" would be a lie while the wait still runs.
    const qint64 seconds = (left.count() + 999) / 1000;
    TranscriptNotice notice;
    notice.level = TranscriptNotice::Level::Wait;
    notice.text = Words::tr("%1 Trying again in %2 s.").arg(titleOf(error), QLocale().toString(seconds));
    notice.details = detailsOf(error);
    notice.primary = { noticeactions::sendNow, Words::tr("Send now") };
    notice.secondary = { noticeactions::cancelWait, Words::tr("Cancel") };
    return notice;
}

TranscriptNotice stepNotice(const ServerStep &step)
{
    TranscriptNotice notice;
    notice.text = stepText(step);
    return notice;
}

TranscriptNotice learnedNotice(const QStringList &fields)
{
    TranscriptNotice notice;
    QStringList sentences;
    for (const QString &field : fields)
        sentences += refusalText(field);
    notice.text = sentences.join(QLatin1Char(' ')) + QLatin1Char(' ') + Words::tr("This is remembered.");
    notice.primary = { noticeactions::undoLearned, Words::tr("Undo") };
    return notice;
}

TranscriptNotice unsavedNotice(const Error &error)
{
    TranscriptNotice notice;
    notice.level = TranscriptNotice::Level::Error;
    notice.text = Words::tr("This answer is not saved yet. %1").arg(sentencesOf(error));
    notice.details = detailsOf(error);
    notice.primary = actionFor(ErrorAction::SaveElsewhere);
    return notice;
}
