// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"
#include "transcriptroles.h"

#include <chrono>
#include <optional>

// The ids of buttons in notices, as runNoticeAction() gets them.
namespace noticeactions {
inline const QString continueAnswer = QStringLiteral("continue");
inline const QString regenerate = QStringLiteral("regenerate");
inline const QString retry = QStringLiteral("retry");
inline const QString sendNow = QStringLiteral("send-now");
inline const QString cancelWait = QStringLiteral("cancel");
inline const QString openSettings = QStringLiteral("open-settings");
inline const QString chooseModel = QStringLiteral("choose-model");
inline const QString openConsole = QStringLiteral("open-console");
inline const QString saveElsewhere = QStringLiteral("save-elsewhere");
inline const QString answerCalls = QStringLiteral("answer-calls");
inline const QString declineCalls = QStringLiteral("decline-calls");
inline const QString showTree = QStringLiteral("show-tree");
inline const QString undoLearned = QStringLiteral("undo-learned");
inline const QString unlockKeyring = QStringLiteral("unlock-keyring");
}

// What is said about an answer by how it ended. Continuing makes sense for the last message of a branch alone.
std::optional<TranscriptNotice> endNotice(const Message &answer, bool isLast);
// Between two tries: what happened and the seconds that are left.
TranscriptNotice waitNotice(const Error &error, std::chrono::milliseconds left);
// What the server is doing on the way to an answer.
TranscriptNotice stepNotice(const ServerStep &step);
// The request went without these members, and so it will from now on.
TranscriptNotice learnedNotice(const QStringList &fields);
// The answer is here but could not be written.
TranscriptNotice unsavedNotice(const Error &error);
