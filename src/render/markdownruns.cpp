// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownruns_p.h"

#include "markdownblockscanners_p.h"

#include <algorithm>

namespace {

qsizetype runEnd(QStringView text, qsizetype at)
{
    const QChar character = text[at];
    while (at < text.size() && text[at] == character)
        ++at;
    return at;
}

}

void BacktickRuns::reset(QStringView content)
{
    m_content = content;
    m_isFound = false;
}

qsizetype BacktickRuns::closingRun(qsizetype length, qsizetype from, qint64 &steps)
{
    if (!m_isFound)
        findAll(steps);
    const auto found = std::lower_bound(m_runs.cbegin(), m_runs.cend(), std::pair(length, from));
    return found != m_runs.cend() && found->first == length ? found->second : -1;
}

void BacktickRuns::findAll(qint64 &steps)
{
    m_isFound = true;
    m_runs.clear();
    steps += m_content.size();
    for (qsizetype at = m_content.indexOf(u'`'); at >= 0; at = m_content.indexOf(u'`', at)) {
        const qsizetype end = runEnd(m_content, at);
        m_runs.emplace_back(end - at, at);
        at = end;
    }
    std::sort(m_runs.begin(), m_runs.end());
}

void MathRuns::reset(QStringView content, BacktickRuns &backticks)
{
    m_content = content;
    m_backticks = &backticks;
    m_noneBefore.fill(0);
}

qsizetype MathRuns::closer(Kind kind, qsizetype from, qint64 &steps)
{
    if (from < m_noneBefore[kind])
        return -1;
    qsizetype at = from;
    for (; at < m_content.size(); ++at, ++steps) {
        const char16_t character = m_content[at].unicode();
        if (character == u'`') {
            const qsizetype end = runEnd(m_content, at);
            // A code span wins over the formula around it.
            if (m_backticks->closingRun(end - at, end, steps) >= 0)
                break;
            at = end - 1;
        } else if (isCloser(kind, at)) {
            return at;
        } else if (character == u'\\') {
            ++at;
        } else if (character == u'$' && kind == Dollar) {
            // No formula holds another's sign: `$5, then $x$` is money and a formula.
            break;
        } else if (character == u'$') {
            at = runEnd(m_content, at) - 1;
        }
    }
    m_noneBefore[kind] = at;
    return -1;
}

bool MathRuns::isCloser(Kind kind, qsizetype at) const
{
    const QStringView rest = m_content.sliced(at);
    switch (kind) {
    case Dollar:
        // An amount of money may stand after this sign, and one may have ended before it.
        return rest[0] == u'$' && at > 0 && !m_content[at - 1].isSpace() && m_content[at - 1] != u'$'
            && (rest.size() == 1 || (rest[1] != u'$' && !MarkdownScan::isAsciiDigit(rest[1].unicode())));
    case DoubleDollar:
        return rest.startsWith(u"$$");
    case Parenthesis:
        return rest.startsWith(u"\\)");
    case SquareBracket:
        return rest.startsWith(u"\\]");
    }
    return false;
}
