// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

// A conversation's title from its first question: the first sentence without Markdown signs, at most 48 characters, cut
// at a word. Empty for a text without words.
QString automaticTitle(const QString &question);
// From what a model answered when it was asked for one, by the same rules; without quotation marks around it, or "Title:" before it.
QString titleFromReply(const QString &reply);
