// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathnode_p.h"

#include <QStringView>

#include <optional>

struct MathSymbol
{
    char32_t character = 0;
    MathClass mathClass = MathClass::Ordinary;
    bool hasLimits = false;
};
// The character of a command without its backslash: alpha, leq, sum, …
std::optional<MathSymbol> mathSymbol(QStringView command);
// Upright operator names: sin, log, lim, … (hasLimits: lim, max, …)
std::optional<bool> operatorNameHasLimits(QStringView command);
// The class of a character typed as it is.
MathClass mathClassOf(char32_t character);
// A delimiter's character for what stands after \left: "(", "\langle", ".", …; nullopt: no delimiter.
std::optional<QString> mathDelimiter(QStringView token);
// The accent's character for hat, vec, …; wide ones are stretched.
struct MathAccent { char32_t character; bool isWide; bool isUnder; };
std::optional<MathAccent> mathAccent(QStringView command);
// A letter or digit in an alphabet, by Unicode's mathematical alphanumerics.
QString inAlphabet(char32_t character, MathAlphabet alphabet);
