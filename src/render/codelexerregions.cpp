// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Where a region begins and where it ends.
#include "codelexer_p.h"

#include <algorithm>

namespace {

constexpr qsizetype longestDelimiter = 40;

// Two delimiters that share a sum end each other; that costs a wrong colour, and one in 127 is rare enough.
class DelimiterSum
{
public:
    void add(QChar c) { m_sum = m_sum * 31 + c.unicode(); }
    quint32 value() const { return 1 + m_sum % CodeStack::largestMemory; }

private:
    quint32 m_sum = 0;
};

quint32 sumOf(QStringView text)
{
    DelimiterSum sum;
    for (const QChar c : text)
        sum.add(c);
    return sum.value();
}

}

CodeLexer::Opening CodeLexer::openingOf(const CodeRegion &candidate) const
{
    if (!isAt(candidate.begin, m_at))
        return {};
    qsizetype after = m_at + candidate.begin.size();
    if (!isInPlace(candidate, after))
        return {};
    if (candidate.ending == CodeRegion::Ending::HereDocument)
        return hereDocumentOf(after);
    quint32 memory = candidate.nests ? 1 : 0;
    if (candidate.ending == CodeRegion::Ending::Indentation)
        memory = quint32(qMin<qsizetype>(m_indentation + 1, CodeStack::largestMemory - 1));
    if (!candidate.delimiter.isEmpty()) {
        const qsizetype end = delimiterEnd(candidate.delimiter, after);
        if (!isAt(candidate.beginTail, end))
            return {};
        memory = sumOf(m_line.sliced(after, end - after));
        after = end + candidate.beginTail.size();
    }
    if (candidate.takesWord) {
        const CodeRegion &naming = candidate.words == 0 ? region() : candidate;
        while (after < m_line.size() && (m_line.at(after) == u'/' || m_line.at(after) == u'!' || m_line.at(after) == u'?'))
            ++after;
        while (after < m_line.size() && (signsAt(naming, after) & CodeRegion::ContinuesWord))
            ++after;
    }
    return { after - m_at, memory };
}

bool CodeLexer::isInPlace(const CodeRegion &candidate, qsizetype after) const
{
    const CodePlaces places = candidate.places;
    if (!places)
        return true;
    const auto at = [this](qsizetype position) { return position < m_line.size() ? m_line.at(position) : QChar(u'\n'); };
    if ((places & CodePlace::LineStart && m_at > 0) || (places & CodePlace::FirstInLine && !isFirstInLine()))
        return false;
    if (places & CodePlace::AfterSpace && m_at > 0 && !m_line.at(m_at - 1).isSpace())
        return false;
    if ((places & CodePlace::BeforeSpace && !at(after).isSpace()) || (places & CodePlace::BeforeText && at(after).isSpace()))
        return false;
    if (places & CodePlace::ValuePosition && !m_isValuePosition)
        return false;
    if (places & CodePlace::BeforeName) {
        const bool hasSign = at(after) == u'/' || at(after) == u'!' || at(after) == u'?';
        const QChar first = at(hasSign ? after + 1 : after);
        if (!first.isLetter() && first != u'_' && !(hasSign && (first == u'>' || first == u'[')))
            return false;
    }
    if (places & CodePlace::OneCharacter && at(after) != u'\\') {
        const qsizetype size = at(after).isHighSurrogate() ? 2 : 1;
        if (after + size > m_line.size() || !isAt(candidate.end, after + size))
            return false;
    }
    if (places & CodePlace::LastInLine) {
        while (after < m_line.size() && (m_line.at(after).isDigit() || m_line.at(after) == u'-' || m_line.at(after) == u'+'))
            ++after;
        return after == m_line.size();
    }
    return true;
}

// <<EOF, <<-EOF, <<~"EOF" and their like.
CodeLexer::Opening CodeLexer::hereDocumentOf(qsizetype after) const
{
    if (m_pending != 0)
        return {};
    if (after < m_line.size() && (m_line.at(after) == u'-' || m_line.at(after) == u'~'))
        ++after;
    QChar quote;
    if (after < m_line.size() && (m_line.at(after) == u'\'' || m_line.at(after) == u'"'))
        quote = m_line.at(after++);
    const qsizetype begin = after;
    while (after < m_line.size() && isWordCharacter(m_line.at(after)) && after - begin < longestDelimiter)
        ++after;
    if (after == begin || m_line.at(begin).isDigit())
        return {};
    const quint32 memory = sumOf(m_line.sliced(begin, after - begin));
    if (!quote.isNull() && after < m_line.size() && m_line.at(after) == quote)
        ++after;
    return { after - m_at, memory };
}

qsizetype CodeLexer::delimiterEnd(const QString &characters, qsizetype from) const
{
    static const QString never = QStringLiteral(" ()[]{}\\\"'");
    const bool isAnything = characters == u"*";
    qsizetype end = from;
    while (end < m_line.size() && end - from < longestDelimiter
           && (isAnything ? !never.contains(m_line.at(end)) : characters.contains(m_line.at(end))))
        ++end;
    return end;
}

qsizetype CodeLexer::endLength() const
{
    const CodeRegion &left = region();
    if (left.end.isEmpty() || !isAt(left.end, m_at))
        return 0;
    if (left.delimiter.isEmpty())
        return left.end.size();
    const qsizetype from = m_at + left.end.size();
    const qsizetype end = delimiterEnd(left.delimiter, from);
    // More signs may follow than the opening had: the shortest run that fits is the end.
    DelimiterSum sum;
    for (qsizetype at = from; at <= end; ++at) {
        if (sum.value() == m_stack.memory() && isAt(left.endTail, at))
            return at + left.endTail.size() - m_at;
        if (at < end)
            sum.add(m_line.at(at));
    }
    return 0;
}

// Behind the word that ends the document, 0 when this line does not.
qsizetype CodeLexer::hereDocumentEnd() const
{
    static const QString followers = QStringLiteral(";,) \t");
    qsizetype end = m_indentation;
    while (end < m_line.size() && isWordCharacter(m_line.at(end)) && end - m_indentation < longestDelimiter)
        ++end;
    const QStringView word = m_line.sliced(m_indentation, end - m_indentation);
    if (word.isEmpty() || (end < m_line.size() && !followers.contains(m_line.at(end))))
        return 0;
    // An expression over several lines inside the document made the state forget the word; they are mostly capitals.
    const bool isForgotten = m_stack.memory() == 0;
    const bool isInCapitals = std::none_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
    return (isForgotten ? isInCapitals : sumOf(word) == m_stack.memory()) ? end : 0;
}
