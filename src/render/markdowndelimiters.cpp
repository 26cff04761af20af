// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdowndelimiters_p.h"

#include "markdownblockscanners_p.h"

#include <algorithm>
#include <array>

namespace {

constexpr char16_t LineEnd = u'\n';

char32_t codePointBefore(QStringView text, qsizetype at)
{
    if (at == 0)
        return LineEnd;
    if (at > 1 && text[at - 1].isLowSurrogate() && text[at - 2].isHighSurrogate())
        return QChar::surrogateToUcs4(text[at - 2], text[at - 1]);
    return text[at - 1].unicode();
}

char32_t codePointAt(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return LineEnd;
    if (at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[at], text[at + 1]);
    return text[at].unicode();
}

bool isPunctuation(char32_t character)
{
    if (character < 0x80)
        return MarkdownScan::isAsciiPunctuation(char16_t(character));
    return QChar::isPunct(character) || QChar::isSymbol(character);
}

// Openers of one kind that found no partner once need not be looked at again.
size_t memoIndex(char16_t character, bool canOpen, qsizetype length)
{
    const size_t base = character == u'*' ? 0 : character == u'_' ? 6 : 12;
    return base + (canOpen ? 3 : 0) + size_t(length % 3);
}

}

MarkdownDelimiters::MarkdownDelimiters(qint64 &steps)
    : m_steps(steps)
{
}

void MarkdownDelimiters::clear()
{
    m_runs.clear();
    m_marks.clear();
    m_top = -1;
}

int MarkdownDelimiters::add(QStringView content, qsizetype begin, qsizetype end)
{
    Run run;
    run.character = content[begin].unicode();
    run.begin = begin;
    run.end = end;
    run.original = run.left = end - begin;
    if (run.character == u'~' && run.left > 2)
        return -1;
    const char32_t before = codePointBefore(content, begin);
    const char32_t after = codePointAt(content, end);
    const bool isSpaceBefore = QChar::isSpace(before);
    const bool isSpaceAfter = QChar::isSpace(after);
    const bool isPunctuationBefore = isPunctuation(before);
    const bool isPunctuationAfter = isPunctuation(after);
    const bool isLeft = !isSpaceAfter && (!isPunctuationAfter || isSpaceBefore || isPunctuationBefore);
    const bool isRight = !isSpaceBefore && (!isPunctuationBefore || isSpaceAfter || isPunctuationAfter);
    const bool isUnderscore = run.character == u'_';
    run.canOpen = isLeft && (!isUnderscore || !isRight || isPunctuationBefore);
    run.canClose = isRight && (!isUnderscore || !isLeft || isPunctuationAfter);
    if (!run.canOpen && !run.canClose)
        return -1;
    return append(run);
}

std::vector<int> MarkdownDelimiters::closeAtEnd(qsizetype end)
{
    process(-1, Leftovers::Keep);
    std::vector<int> added;
    for (int opener = m_top; opener >= 0; opener = m_runs[size_t(opener)].previous) {
        ++m_steps;
        if (m_runs[size_t(opener)].canOpen && m_runs[size_t(opener)].left == 2)
            added.push_back(opener);
    }
    for (int &index : added) {
        Run closer;
        closer.character = m_runs[size_t(index)].character;
        closer.canClose = true;
        closer.begin = closer.end = end;
        closer.original = closer.left = 2;
        index = append(closer);
    }
    return added;
}

int MarkdownDelimiters::append(Run run)
{
    const int index = int(m_runs.size());
    run.previous = m_top;
    if (m_top >= 0)
        m_runs[size_t(m_top)].next = index;
    m_top = index;
    m_runs.push_back(run);
    return index;
}

void MarkdownDelimiters::process(int bottom, Leftovers leftovers)
{
    std::array<int, 18> lowestOpener;
    lowestOpener.fill(bottom);
    int closer = m_top;
    while (closer >= 0 && m_runs[size_t(closer)].previous > bottom)
        closer = m_runs[size_t(closer)].previous;
    if (closer <= bottom)
        return;
    while (closer >= 0) {
        ++m_steps;
        const Run &run = m_runs[size_t(closer)];
        if (!run.canClose) {
            closer = run.next;
            continue;
        }
        int &lowest = lowestOpener[memoIndex(run.character, run.canOpen, run.character == u'~' ? run.left : run.original)];
        const int opener = findOpener(closer, lowest);
        if (opener >= 0) {
            pair(opener, closer);
            if (m_runs[size_t(closer)].left == 0) {
                const int next = m_runs[size_t(closer)].next;
                remove(closer);
                closer = next;
            }
            continue;
        }
        lowest = run.previous;
        const int next = run.next;
        if (!run.canOpen)
            remove(closer);
        closer = next;
    }
    if (leftovers == Leftovers::Remove)
        removeAbove(bottom);
}

void MarkdownDelimiters::removeAbove(int bottom)
{
    m_top = bottom;
    if (bottom >= 0)
        m_runs[size_t(bottom)].next = -1;
}

void MarkdownDelimiters::dropFrom(int index)
{
    while (m_top >= index)
        m_top = m_runs[size_t(m_top)].previous;
    removeAbove(m_top);
    m_runs.resize(size_t(index));
}

int MarkdownDelimiters::findOpener(int closer, int lowest)
{
    int opener = m_runs[size_t(closer)].previous;
    for (; opener > lowest; opener = m_runs[size_t(opener)].previous) {
        ++m_steps;
        if (canPair(m_runs[size_t(opener)], m_runs[size_t(closer)]))
            return opener;
    }
    return -1;
}

bool MarkdownDelimiters::canPair(const Run &opener, const Run &closer) const
{
    if (opener.character != closer.character || !opener.canOpen)
        return false;
    if (opener.character == u'~')
        return opener.left == closer.left;
    // The rule of three.
    const bool isAmbiguous = opener.canClose || closer.canOpen;
    return !isAmbiguous || closer.original % 3 == 0 || (opener.original + closer.original) % 3 != 0;
}

void MarkdownDelimiters::pair(int opener, int closer)
{
    Run &from = m_runs[size_t(opener)];
    Run &to = m_runs[size_t(closer)];
    Mark mark { InlineEvent::Type::EnterEmphasis, InlineEvent::Type::LeaveEmphasis, 1 };
    if (from.character == u'~')
        mark = { InlineEvent::Type::EnterStrike, InlineEvent::Type::LeaveStrike, int(from.left) };
    else if (from.left >= 2 && to.left >= 2)
        mark = { InlineEvent::Type::EnterStrong, InlineEvent::Type::LeaveStrong, 2 };
    mark.nextOpen = from.lastOpen;
    const int index = int(m_marks.size());
    m_marks.push_back(mark);
    from.lastOpen = index;
    if (to.lastClose >= 0)
        m_marks[size_t(to.lastClose)].nextClose = index;
    else
        to.firstClose = index;
    to.lastClose = index;
    from.left -= mark.length;
    to.left -= mark.length;
    // What stands between them can no longer be paired.
    from.next = closer;
    to.previous = opener;
    if (from.left == 0)
        remove(opener);
}

void MarkdownDelimiters::remove(int index)
{
    const Run &run = m_runs[size_t(index)];
    if (run.previous >= 0)
        m_runs[size_t(run.previous)].next = run.next;
    if (run.next >= 0)
        m_runs[size_t(run.next)].previous = run.previous;
    else
        m_top = run.previous;
}

void MarkdownDelimiters::appendEvents(int index, std::vector<InlineEvent> &events) const
{
    const Run &run = m_runs[size_t(index)];
    qsizetype at = run.begin;
    for (int i = run.firstClose; i >= 0; i = m_marks[size_t(i)].nextClose) {
        const Mark &mark = m_marks[size_t(i)];
        const qsizetype end = std::min(at + mark.length, run.end);
        events.push_back({ mark.leave, -1, at, end });
        at = end;
    }
    if (run.left > 0 && run.end > run.begin) {
        events.push_back({ InlineEvent::Type::Text, -1, at, at + run.left });
        at += run.left;
    }
    for (int i = run.lastOpen; i >= 0; i = m_marks[size_t(i)].nextOpen) {
        const Mark &mark = m_marks[size_t(i)];
        events.push_back({ mark.enter, -1, at, at + mark.length });
        at += mark.length;
    }
}
