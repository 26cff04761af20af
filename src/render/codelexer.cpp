// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codelexer_p.h"

namespace {

constexpr int bitsOfRegion = 5;
constexpr int bitsOfMemory = 7;
constexpr qsizetype longestKnownWord = 40;

}

CodeStack CodeStack::unpacked(quint32 state, size_t regionCount)
{
    CodeStack stack;
    const quint32 memory = state & largestMemory;
    for (state >>= bitsOfMemory; stack.depth < mostOpen; state >>= bitsOfRegion) {
        const quint32 index = state & ((1U << bitsOfRegion) - 1);
        if (index == 0 || index >= regionCount)
            break;
        stack.open[size_t(stack.depth++)] = quint8(index);
    }
    if (stack.depth > 0)
        stack.setMemory(memory);
    return stack;
}

quint32 CodeStack::packed() const
{
    quint32 state = 0;
    for (int i = depth - 1; i >= 0; --i)
        state = state << bitsOfRegion | open[size_t(i)];
    return state << bitsOfMemory | memory();
}

CodeLexer::CodeLexer(const CodeLanguage &language, QStringView line, std::vector<CodeSpan> &spans)
    : m_language(language), m_line(line), m_spans(spans)
{
}

quint32 CodeLexer::lex(quint32 state)
{
    m_stack = CodeStack::unpacked(state, m_language.regions.size());
    while (m_indentation < m_line.size() && m_line.at(m_indentation).isSpace())
        ++m_indentation;
    m_steps += m_indentation;
    if (isHeldFromBefore())
        return m_stack.packed();
    while (m_at < m_line.size())
        step();
    return finishedLine();
}

// Whole lines that belong to a here document or an indented text, and the line that ends it.
bool CodeLexer::isHeldFromBefore()
{
    const CodeRegion &held = region();
    if (held.ending == CodeRegion::Ending::Indentation) {
        const bool isBlank = m_indentation == m_line.size();
        if (!isBlank && quint32(qMin<qsizetype>(m_indentation, CodeStack::largestMemory - 1)) < m_stack.memory()) {
            pop();
            return false;
        }
        add(0, m_line.size(), held.kind);
        return true;
    }
    if (held.ending != CodeRegion::Ending::HereDocument)
        return false;
    const qsizetype end = hereDocumentEnd();
    if (end == 0)
        return false;
    add(m_indentation, end, held.edge);
    m_at = end;
    pop();
    return false;
}

void CodeLexer::step()
{
    ++m_steps;
    if (!words().isCode)
        passPlainText();
    if (m_at >= m_line.size() || leaveHere() || nestHere() || openHere())
        return;
    const QChar c = m_line.at(m_at);
    if (!region().escape.isNull() && c == region().escape) {
        m_isContinued = m_at + 1 == m_line.size();
        const qsizetype end = qMin(m_at + 2, m_line.size());
        add(m_at, end, region().kind);
        m_at = end;
        m_isFresh = false;
    } else {
        stepInCode();
    }
}

void CodeLexer::passPlainText()
{
    const qsizetype begin = m_at;
    while (m_at < m_line.size() && !(signsAt(m_at) & CodeRegion::MayMatter)) {
        if (!m_line.at(m_at).isSpace())
            m_isFresh = false;
        ++m_at;
    }
    m_steps += m_at - begin;
    add(begin, m_at, region().kind);
}

bool CodeLexer::isAt(const QString &text, qsizetype position) const
{
    // Asked for every sign of the code, nearly always in vain: the first character answers without a call.
    if (text.isEmpty() || position == m_line.size() || m_line.at(position) != text.front())
        return text.isEmpty();
    return text.size() == 1 || m_line.sliced(position).startsWith(text);
}

quint8 CodeLexer::signsAt(const CodeRegion &where, qsizetype position) const
{
    const QChar c = m_line.at(position);
    const auto &signs = where.signs;
    if (c.unicode() < signs.size())
        return signs[c.unicode()];
    const bool isPart = c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
    const bool isBegin = c.isLetter() || c.isSurrogate();
    return quint8((isPart ? CodeRegion::ContinuesWord : 0) | (isBegin ? CodeRegion::BeginsWord : 0));
}

void CodeLexer::add(qsizetype begin, qsizetype end, CodeKind kind)
{
    if (kind == CodeKind::Plain || end <= begin)
        return;
    if (!m_spans.empty() && m_spans.back().kind == kind && m_spans.back().begin + m_spans.back().length == begin)
        m_spans.back().length += int(end - begin);
    else
        m_spans.push_back({ int(begin), int(end - begin), kind });
}

bool CodeLexer::leaveHere()
{
    if (m_stack.depth == 0 || !(signsAt(m_at) & CodeRegion::MayMatter))
        return false;
    const CodeRegion &left = region();
    // Two of the end sign are one inside the text: 'it''s'.
    if (left.escape == m_line.at(m_at) && m_at + 1 < m_line.size() && m_line.at(m_at + 1) == left.escape && isAt(left.end, m_at))
        return false;
    if (m_isFresh && left.leavesBefore.contains(m_line.at(m_at))) {
        pop();
        m_isFresh = false;
        return true;
    }
    const bool isEmpty = !left.emptyEnd.isEmpty() && isAt(left.emptyEnd, m_at);
    const qsizetype length = isEmpty ? left.emptyEnd.size() : endLength();
    if (length == 0 || (left.endsFirstInLine && !isFirstInLine()))
        return false;
    const qsizetype end = m_at + length;
    add(m_at, end, left.edge);
    m_at = end;
    if (left.nests && m_stack.memory() > 1) {
        m_stack.setMemory(m_stack.memory() - 1);
        return true;
    }
    pop();
    // A string in front of a colon is a key, in the languages that have such.
    if (left.kind == CodeKind::String && isKeyHere(end) && !m_spans.empty() && m_spans.back().begin >= m_regionBegin)
        m_spans.back().kind = CodeKind::Name;
    if (!isEmpty && left.next != 0)
        push(left.next, 0);
    return true;
}

bool CodeLexer::nestHere()
{
    const CodeRegion &outer = region();
    if (!outer.nests || m_stack.memory() >= CodeStack::largestMemory || !isAt(outer.begin, m_at))
        return false;
    add(m_at, m_at + outer.begin.size(), outer.kind);
    m_at += outer.begin.size();
    m_stack.setMemory(m_stack.memory() + 1);
    return true;
}

bool CodeLexer::openHere()
{
    if (!(signsAt(m_at) & CodeRegion::MayMatter))
        return false;
    for (const quint8 index : region().opens) {
        const CodeRegion &opened = m_language.regions[index];
        const Opening opening = openingOf(opened);
        if (opening.length == 0)
            continue;
        const qsizetype end = m_at + opening.length;
        add(m_at, end, opened.edge);
        m_regionBegin = m_at;
        m_at = end;
        m_isFresh = false;
        m_hadWord = true;
        if (opened.ending == CodeRegion::Ending::HereDocument || opened.ending == CodeRegion::Ending::Indentation) {
            m_pending = index;
            m_pendingMemory = opening.memory;
        } else if (opened.ending == CodeRegion::Ending::AtSign) {
            push(index, opening.memory);
        } else {
            m_isValuePosition = opened.kind == CodeKind::Plain || opened.kind == CodeKind::Keyword;
        }
        return true;
    }
    return false;
}

// Deeper than the state can say: what would have begun is not entered.
void CodeLexer::push(quint8 index, quint32 memory)
{
    if (m_stack.depth == CodeStack::mostOpen)
        return;
    m_stack.open[size_t(m_stack.depth++)] = index;
    m_stack.setMemory(memory);
    m_isValuePosition = true;
    m_isFresh = false;
}

void CodeLexer::pop()
{
    --m_stack.depth;
    m_isValuePosition = false;
    m_isFresh = true;
}

// Where names may begin with a minus, as in CSS, numbers may too.
bool CodeLexer::isMinusOfNumber() const
{
    return m_line.at(m_at) == u'-' && m_at + 1 < m_line.size() && m_line.at(m_at + 1).isDigit();
}

void CodeLexer::stepInCode()
{
    const quint8 signs = signsAt(m_at);
    const QChar c = m_line.at(m_at);
    if (words().isCode && c.isDigit()) {
        lexNumber();
    } else if (words().isCode && (signs & CodeRegion::BeginsWord) && !isMinusOfNumber()) {
        lexWord();
    } else {
        add(m_at, m_at + 1, region().kind);
        ++m_at;
        if (c.isSpace())
            return;
        m_isValuePosition = c != u')' && c != u']' && c != u'}';
    }
    m_isFresh = false;
}

void CodeLexer::lexNumber()
{
    const qsizetype begin = m_at;
    const bool isHex = m_line.at(m_at) == u'0' && m_at + 1 < m_line.size() && m_line.at(m_at + 1).toLower() == u'x';
    while (m_at < m_line.size()) {
        const QChar c = m_line.at(m_at);
        const QChar next = m_at + 1 < m_line.size() ? m_line.at(m_at + 1) : QChar(u'\n');
        const bool isExponentSign = (c == u'+' || c == u'-') && m_at > begin && !isHex && m_line.at(m_at - 1).toLower() == u'e';
        const bool isInside = (c == u'.' && next.isDigit()) || (c == u'\'' && (isHex ? isWordCharacter(next) : next.isDigit()));
        if (!isWordCharacter(c) && !isExponentSign && !isInside)
            break;
        ++m_at;
    }
    m_steps += m_at - begin;
    add(begin, m_at, CodeKind::Number);
    m_isValuePosition = false;
    m_hadWord = true;
}

void CodeLexer::lexWord()
{
    const qsizetype begin = m_at;
    const bool hasPrefix = signsAt(m_at) & CodeRegion::PrefixesWord;
    do
        ++m_at;
    while (m_at < m_line.size() && (signsAt(m_at) & CodeRegion::ContinuesWord));
    m_steps += m_at - begin;
    const QStringView word = m_line.sliced(begin, m_at - begin);
    const bool isMember = words().namesCalls && begin > 0 && m_line.at(begin - 1) == u'.'
        && !(begin > 1 && m_line.at(begin - 2) == u'.');
    const CodeKind kind = kindOfWord(word, hasPrefix, isMember);
    add(begin, m_at, kind == CodeKind::Plain ? region().kind : kind);
    m_isValuePosition = kind == CodeKind::Keyword || (hasPrefix && word.size() == 1);
    m_hadWord = true;
}

CodeKind CodeLexer::kindOfWord(QStringView word, bool hasPrefix, bool isMember) const
{
    const CodeWords &known = words();
    if (!isMember && word.size() <= longestKnownWord) {
        const CodeKind kind = known.ignoresCase ? known.kinds.kind(word.toString().toLower()) : known.kinds.kind(word);
        if (kind == CodeKind::Name || (kind == CodeKind::Keyword && (!known.keywordsAreFirst || !m_hadWord)))
            return kind;
    }
    const bool isCall = known.namesCalls && m_at < m_line.size() && m_line.at(m_at) == u'(';
    const bool isCapital = known.namesCapitals && word.front().isUpper();
    const bool isName = known.namesAll || isCall || isCapital || (hasPrefix && word.size() > 1) || isKeyHere(m_at);
    return isName ? CodeKind::Name : CodeKind::Plain;
}

bool CodeLexer::isKeyHere(qsizetype end) const
{
    const CodeWords &known = words();
    if (known.keySigns.isEmpty() || (known.keysAreFirst && m_hadWord))
        return false;
    while (end < m_line.size() && (m_line.at(end) == u' ' || m_line.at(end) == u'\t'))
        ++end;
    if (end == m_line.size() || !known.keySigns.contains(m_line.at(end)))
        return false;
    return !known.keySignNeedsSpace || end + 1 == m_line.size() || m_line.at(end + 1).isSpace();
}

quint32 CodeLexer::finishedLine()
{
    for (int i = 0; i < m_stack.depth && !m_isContinued; ++i) {
        if (!m_language.regions[m_stack.open[size_t(i)]].spansLines) {
            m_stack.depth = i;
        }
    }
    if (m_pending != 0)
        push(m_pending, m_pendingMemory);
    return m_stack.packed();
}
