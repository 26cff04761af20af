// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codelinetext.h"

#include "hiddencharacters.h"

#include <algorithm>

namespace {

constexpr char16_t leftToRightMark = 0x200E;
constexpr char16_t firstRightToLeft = 0x0590;

// Digits of such a script turn round what is between them too. A mark stands on the letter before it.
bool turns(QChar::Direction direction, bool isInWord)
{
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN || (direction == QChar::DirNSM && isInWord);
}

std::vector<TextRange> turnedWords(QStringView text)
{
    std::vector<TextRange> words;
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : char32_t(text.at(i).unicode());
        const qsizetype next = i + (isPair ? 2 : 1);
        const bool isInWord = !words.empty() && words.back().end == i;
        if (c >= firstRightToLeft && turns(QChar::direction(c), isInWord)) {
            if (isInWord)
                words.back().end = next;
            else
                words.push_back({ i, next });
        }
        i = next;
    }
    return words;
}

// A blank that does not break looks like any other and is none to a compiler or a shell.
QString drawnText(QStringView line)
{
    constexpr QChar openBox(0x2423);
    QString drawn = withHiddenCharactersShown(line);
    for (const char16_t blank : { u'\u00a0', u'\u202f' })
        drawn.replace(QChar(blank), openBox);
    return drawn;
}

}

CodeLineText::CodeLineText(QStringView line) : m_drawn(drawnText(line)), m_turned(turnedWords(m_drawn))
{
    for (auto word = m_turned.rbegin(); word != m_turned.rend(); ++word) {
        m_drawn.insert(word->end, QChar(leftToRightMark));
        m_drawn.insert(word->begin, QChar(leftToRightMark));
    }
}

// In front of a mark that stands there.
qsizetype CodeLineText::toDrawn(qsizetype position) const
{
    qsizetype marks = 0;
    for (const TextRange &word : m_turned) {
        if (word.begin >= position)
            break;
        marks += word.end < position ? 2 : 1;
    }
    return position + marks;
}

qsizetype CodeLineText::toStored(qsizetype drawnPosition) const
{
    qsizetype marks = 0;
    for (const TextRange &word : m_turned) {
        if (word.begin + marks >= drawnPosition)
            break;
        ++marks;
        if (word.end + marks >= drawnPosition)
            break;
        ++marks;
    }
    return drawnPosition - marks;
}

qreal CodeLineText::caretX(const QTextLine &line, qsizetype position) const
{
    return line.cursorToX(int(toDrawn(position)));
}

std::vector<CodeLineText::Part> CodeLineText::parts(const QTextLine &line, const TextRange &range) const
{
    std::vector<Part> found;
    const auto add = [&](qreal a, qreal b) {
        const Part part { qMin(a, b), qMax(a, b) };
        if (part.right <= part.left)
            return;
        if (!found.empty() && qAbs(found.back().right - part.left) < 0.5)
            found.back().right = part.right;
        else
            found.push_back(part);
    };
    qsizetype at = range.begin;
    for (const TextRange &word : m_turned) {
        if (word.end <= at)
            continue;
        if (word.begin >= range.end)
            break;
        if (at < word.begin)
            add(caretX(line, at), caretX(line, word.begin));
        const qsizetype end = qMin(word.end, range.end);
        // Its edges as they are seen are its places in the line; inside, it runs from the right to the left.
        const qreal left = caretX(line, word.begin);
        const qreal right = caretX(line, word.end);
        add(at <= word.begin ? right : caretX(line, at), end == word.end ? left : caretX(line, end));
        at = end;
    }
    if (at < range.end)
        add(caretX(line, at), caretX(line, range.end));
    return found;
}

qsizetype CodeLineText::positionAt(const QTextLine &line, qreal x) const
{
    return toStored(line.xToCursor(x));
}
