// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

// Signs that change how code reads without being seen: those that turn the direction of writing, those without width, and
// control characters other than tab and line feed.
bool isHiddenCharacter(QChar c);
int countHiddenCharacters(QStringView text);
// The same text, sign for sign, with a symbol in the place of each of them.
QString withHiddenCharactersShown(QStringView text);
