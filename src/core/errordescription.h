// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QList>
#include <QString>

// What a person can do about an error. Names buttons, not wording.
enum class ErrorAction { None, Retry, Continue, OpenSettings, ChooseModel, OpenConsole, SaveElsewhere, UnlockKeyring };

// An error as it is put on a screen: one sentence of what happened, one of what to do, the button that helps.
struct ErrorDescription
{
    QString title;              // "The server refused the key"
    QString sentence;           // what to do now
    ErrorAction action = ErrorAction::None;
};

// Every kind has its own description; Error::message, where set, is the title.
ErrorDescription describe(const Error &error);

// The button's words.
QString errorActionText(ErrorAction action);
