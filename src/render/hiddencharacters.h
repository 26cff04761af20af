// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

// Signs that change how code reads without being seen: those that turn the direction of writing, those without width, and
// control characters other than tab and line feed.
bool isHiddenCharacter(QChar c);
// Tags count too, but for those of a flag.
int countHiddenCharacters(QStringView text);
// In a text that is not code some of them have a place: what joins letters, and marks beside right-to-left words.
int countHiddenInProse(QStringView text);
// The same text, sign for sign, with a symbol in the place of each of them, and few marks on each character.
QString withHiddenCharactersShown(QStringView text);

// Takes from each character the combining marks beyond 16 (R9), which would cover the lines around it: signs that draw
// nothing stand in their places, so that no position changes.
void limitCombiningMarks(QString &text);
// Whether a character carries so many marks that they reach other lines.
bool hasManyMarks(QStringView text);
