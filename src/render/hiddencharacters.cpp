// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "hiddencharacters.h"

#include <algorithm>

namespace {

constexpr char16_t directionSymbol = 0x21C4;      // two arrows
constexpr char16_t hiddenSymbol = 0x25CA;         // a lozenge
constexpr char16_t controlPictures = 0x2400;      // one for each control character
constexpr char16_t nothingDrawn = 0x2060;         // a word joiner: no width, no place for a line break
constexpr char16_t firstCombiningMark = 0x0300;
constexpr int mostMarks = 16;
constexpr int manyMarks = 5;
constexpr char16_t zeroWidthJoiner = 0x200D;
constexpr char32_t blackFlag = 0x1F3F4;           // tags behind it name a region
constexpr char16_t zeroWidthNonJoiner = 0x200C;

bool isTag(char32_t c)
{
    return c >= 0xE0000 && c <= 0xE007F;
}

// Marks and isolates that right-to-left writing is set with; an override never belongs into a text.
bool belongsToMixedWriting(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2066 && c <= 0x2069);
}

bool hasRightToLeft(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

char32_t codePointBefore(QStringView text, qsizetype at)
{
    const bool isPair = at > 1 && text.at(at - 1).isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text.at(at - 2), text.at(at - 1)) : text.at(at - 1).unicode();
}

bool joinsLetters(char32_t before)
{
    switch (QChar::script(before)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Common:
    case QChar::Script_Inherited:
        return false;
    default:
        return QChar::isLetter(before) || QChar::isMark(before);
    }
}

bool isDirection(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isControl(char16_t c)
{
    return (c < 0x20 && c != u'\t' && c != u'\n') || (c >= 0x7F && c <= 0x9F);
}

// One that makes a single picture of two emoji is seen.
bool joinsEmoji(QStringView text, qsizetype at)
{
    constexpr char16_t colorSelector = 0xFE0F;
    const bool isBehindEmoji = at > 0 && (text.at(at - 1).isLowSurrogate() || text.at(at - 1).unicode() == colorSelector);
    return isBehindEmoji && text.at(at).unicode() == zeroWidthJoiner && at + 1 < text.size()
        && (text.at(at + 1).isHighSurrogate() || text.at(at + 1).category() == QChar::Symbol_Other);
}

bool isHiddenAt(QStringView text, qsizetype at)
{
    return isHiddenCharacter(text.at(at)) && !joinsEmoji(text, at);
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
    int count = 0;
    bool isInFlag = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        isInFlag = c == blackFlag || (isInFlag && isTag(c));
        count += isHiddenAt(text, i) || (isTag(c) && !isInFlag) ? 1 : 0;
        i += isPair ? 1 : 0;
    }
    return count;
}

int countHiddenInProse(QStringView text)
{
    int count = countHiddenCharacters(text);
    if (count == 0)
        return 0;
    const bool isMixed = hasRightToLeft(text);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        const bool isJoiner = unit == zeroWidthJoiner || unit == zeroWidthNonJoiner;
        const bool belongs = (isMixed && belongsToMixedWriting(unit)) || (isJoiner && i > 0 && joinsLetters(codePointBefore(text, i)));
        count -= belongs ? 1 : 0;
    }
    return count;
}

QString withHiddenCharactersShown(QStringView text)
{
    QString shown = text.toString();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isHiddenAt(text, i))
            shown[i] = symbolFor(text.at(i));
        const bool isPair = i + 1 < text.size() && text.at(i).isHighSurrogate();
        if (isPair && isTag(QChar::surrogateToUcs4(text.at(i), text.at(i + 1))))
            shown[i] = shown[i + 1] = QChar(hiddenSymbol);
    }
    limitCombiningMarks(shown);
    return shown;
}

bool hasManyMarks(QStringView text)
{
    int marks = 0;
    for (const QChar unit : text) {
        marks = unit.unicode() >= firstCombiningMark && unit.category() == QChar::Mark_NonSpacing ? marks + 1 : 0;
        if (marks >= manyMarks)
            return true;
    }
    return false;
}

void limitCombiningMarks(QString &text)
{
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        if (unit.unicode() < firstCombiningMark) {
            marks = 0;
            continue;
        }
        const bool isPair = unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const QChar::Category category = QChar::category(isPair ? QChar::surrogateToUcs4(unit, text.at(i + 1)) : char32_t(unit.unicode()));
        const bool isMark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
        marks = isMark ? marks + 1 : 0;
        const qsizetype last = isPair ? i + 1 : i;
        if (marks > mostMarks)
            std::fill(text.begin() + i, text.begin() + last + 1, QChar(nothingDrawn));
        i = last;
    }
}
