// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "hiddencharacters.h"

#include <algorithm>

namespace {

constexpr char16_t directionSymbol = 0x21C4;      // two arrows
constexpr char16_t hiddenSymbol = 0x25CA;         // a lozenge
constexpr char16_t controlPictures = 0x2400;      // one for each control character

bool isDirection(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isControl(char16_t c)
{
    return (c < 0x20 && c != u'\t' && c != u'\n') || (c >= 0x7F && c <= 0x9F);
}

QChar symbolFor(QChar c)
{
    const char16_t unit = c.unicode();
    if (isDirection(unit))
        return QChar(directionSymbol);
    return unit < 0x20 ? QChar(char16_t(controlPictures + unit)) : QChar(hiddenSymbol);
}

}

bool isHiddenCharacter(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= 0x20 && unit < 0x7F)
        return false;
    return isDirection(unit) || isControl(unit) || unit == 0x00AD || unit == 0x034F || unit == 0x115F || unit == 0x1160
        || unit == 0x180E || (unit >= 0x200B && unit <= 0x200D) || (unit >= 0x2060 && unit <= 0x2064) || unit == 0x3164
        || unit == 0xFEFF || unit == 0xFFA0;
}

int countHiddenCharacters(QStringView text)
{
    return int(std::count_if(text.begin(), text.end(), isHiddenCharacter));
}

QString withHiddenCharactersShown(QStringView text)
{
    QString shown = text.toString();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isHiddenCharacter(text.at(i)))
            shown[i] = symbolFor(text.at(i));
    }
    return shown;
}
