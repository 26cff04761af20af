// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

// What an answer says beside its text, as Markdown that ends with a line end: the refusal that stands in for a text, and the functions that it
// calls, with their arguments as they are. Empty: nothing.
QString answerMarkdown(const Message &message);

// A block of code in Markdown that nothing in the code ends, without a line end behind it.
QString fencedCode(const QString &code, const QString &language = {});
