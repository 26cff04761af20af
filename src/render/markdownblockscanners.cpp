// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownblockscanners_p.h"

#include "markdownlimits_p.h"

namespace MarkdownScan {

namespace {
bool startsWord(QStringView rest, qsizetype at)
{
    return at == rest.size() || isBlank(rest[at].unicode());
}

qsizetype runLength(QStringView text, char16_t character)
{
    qsizetype length = 0;
    while (length < text.size() && text[length] == character)
        ++length;
    return length;
}
}

bool isBlank(char16_t character)
{
    return character == u' ' || character == u'\t';
}

bool isBlankText(QStringView text)
{
    for (const QChar character : text) {
        if (!isBlank(character.unicode()))
            return false;
    }
    return true;
}

bool isAsciiLetter(char16_t character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z');
}

bool isAsciiDigit(char16_t character)
{
    return character >= u'0' && character <= u'9';
}

bool isAsciiAlphanumeric(char16_t character)
{
    return isAsciiLetter(character) || isAsciiDigit(character);
}

bool isAsciiPunctuation(char16_t character)
{
    return (character >= u'!' && character <= u'/') || (character >= u':' && character <= u'@')
        || (character >= u'[' && character <= u'`') || (character >= u'{' && character <= u'~');
}

bool isThematicBreak(QStringView rest)
{
    if (rest.isEmpty() || (rest[0] != u'*' && rest[0] != u'-' && rest[0] != u'_'))
        return false;
    int count = 0;
    for (const QChar character : rest) {
        if (character == rest[0])
            ++count;
        else if (!isBlank(character.unicode()))
            return false;
    }
    return count >= 3;
}

int headingLevel(QStringView rest)
{
    const qsizetype length = runLength(rest, u'#');
    return length >= 1 && length <= 6 && startsWord(rest, length) ? int(length) : 0;
}

int underlineLevel(QStringView rest)
{
    if (rest.isEmpty() || (rest[0] != u'=' && rest[0] != u'-'))
        return 0;
    const qsizetype length = runLength(rest, rest[0].unicode());
    if (!isBlankText(rest.sliced(length)))
        return 0;
    return rest[0] == u'=' ? 1 : 2;
}

std::optional<Fence> fenceStart(QStringView rest)
{
    if (rest.isEmpty() || (rest[0] != u'`' && rest[0] != u'~'))
        return std::nullopt;
    const qsizetype length = runLength(rest, rest[0].unicode());
    if (length < 3 || (rest[0] == u'`' && rest.sliced(length).contains(u'`')))
        return std::nullopt;
    return Fence { rest[0].unicode(), length };
}

bool isFenceEnd(QStringView rest, char16_t character, qsizetype length)
{
    const qsizetype run = runLength(rest, character);
    return run >= length && isBlankText(rest.sliced(run));
}

std::optional<ListMarker> listMarker(QStringView rest, bool interruptsParagraph)
{
    if (rest.isEmpty())
        return std::nullopt;
    ListMarker marker;
    if (rest[0] == u'-' || rest[0] == u'+' || rest[0] == u'*') {
        marker.delimiter = rest[0].unicode();
        marker.width = 1;
    } else {
        qsizetype digits = 0;
        while (digits < rest.size() && digits < 9 && isAsciiDigit(rest[digits].unicode()))
            marker.number = marker.number * 10 + (rest[digits++].unicode() - u'0');
        if (digits == 0 || digits == rest.size() || (rest[digits] != u'.' && rest[digits] != u')'))
            return std::nullopt;
        marker.isOrdered = true;
        marker.delimiter = rest[digits].unicode();
        marker.width = digits + 1;
    }
    if (!startsWord(rest, marker.width))
        return std::nullopt;
    if (interruptsParagraph
        && ((marker.isOrdered && marker.number != 1) || isBlankText(rest.sliced(marker.width))))
        return std::nullopt;
    return marker;
}

qsizetype footnoteStart(QStringView rest)
{
    if (!rest.startsWith(u"[^"))
        return 0;
    for (qsizetype i = 2; i < rest.size() && i < MarkdownLimits::LabelLength; ++i) {
        const char16_t character = rest[i].unicode();
        if (character == u']')
            return i > 2 && i + 1 < rest.size() && rest[i + 1] == u':' ? i + 2 : 0;
        if (isBlank(character) || character == u'[')
            return 0;
    }
    return 0;
}

qsizetype mathEnd(QStringView text, char16_t opener)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (opener == u'$' && text[i] == u'$' && text[i + 1] == u'$')
            return i;
        if (text[i] != u'\\')
            continue;
        if (opener == u'[' && text[i + 1] == u']')
            return i;
        ++i;
    }
    return -1;
}

bool isProse(QStringView line)
{
    constexpr int wantedWords = 3;
    constexpr char16_t firstIdeograph = 0x2e80;      // from here on, scripts write no blanks between words
    int words = 0;
    for (qsizetype i = 0; i < line.size();) {
        if (QStringView(u"\\^_&={}").contains(line[i]))
            return false;
        const qsizetype begin = i;
        while (i < line.size() && line[i].isLetter())
            ++i;
        const int letters = int(i - begin);
        if (letters > 0 && line[begin].unicode() >= firstIdeograph)
            words += letters / 2;
        else if (letters > 1)
            ++words;
        if (letters == 0)
            ++i;
    }
    return words >= wantedWords;
}

QStringView headingText(QStringView rest, int level)
{
    QStringView text = rest.sliced(level);
    while (!text.isEmpty() && isBlank(text.front().unicode()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back().unicode()))
        text.chop(1);
    qsizetype kept = text.size();
    while (kept > 0 && text[kept - 1] == u'#')
        --kept;
    if (kept == 0)
        return text.first(0);
    if (!isBlank(text[kept - 1].unicode()))
        return text;
    while (kept > 0 && isBlank(text[kept - 1].unicode()))
        --kept;
    return text.first(kept);
}

}
