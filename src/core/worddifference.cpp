// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "worddifference.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace {

// Steps of the search; its traces grow with the square of it, to eight megabytes.
constexpr int mostSteps = 1400;

enum class Sign { Word, Space, Other };

Sign signOf(QChar c)
{
    if (c.isSpace())
        return Sign::Space;
    if (c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana)
        return Sign::Other;      // written without spaces: each sign is a word
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' ? Sign::Word : Sign::Other;
}

std::vector<QStringView> wordsOf(QStringView text)
{
    std::vector<QStringView> words;
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        const bool goesOn = i < text.size() && signOf(text.at(i)) == signOf(text.at(i - 1)) && signOf(text.at(i)) != Sign::Other
            && text.at(i) != u'\n';
        if (goesOn)
            continue;
        words.push_back(text.sliced(begin, i - begin));
        begin = i;
    }
    return words;
}

// Words as numbers, the same for the same word.
using Numbers = std::vector<int>;

Numbers numbered(const std::vector<QStringView> &words, QHash<QStringView, int> &known)
{
    Numbers numbers;
    numbers.reserve(words.size());
    for (const QStringView word : words) {
        const auto found = known.constFind(word);
        numbers.push_back(found != known.cend() ? *found : *known.insert(word, int(known.size())));
    }
    return numbers;
}

struct Step { DifferencePart::Kind kind; int count; };

// What was reached on each diagonal when a round began; the middle one of round d is at d + 1.
using Rounds = std::vector<std::vector<int>>;

// From the end back to the beginning, the way the search came.
std::vector<Step> stepsOf(const Rounds &rounds, int aSize, int bSize)
{
    std::vector<Step> steps;
    int x = aSize;
    int y = bSize;
    for (int round = int(rounds.size()) - 1; round > 0; --round) {
        const auto reached = [&](int diagonal) { return rounds[size_t(round)][size_t(diagonal + round + 1)]; };
        const int diagonal = x - y;
        const bool isAddition = diagonal == -round || (diagonal != round && reached(diagonal - 1) < reached(diagonal + 1));
        const int fromDiagonal = isAddition ? diagonal + 1 : diagonal - 1;
        const int fromX = reached(fromDiagonal);
        const int same = x - fromX - (isAddition ? 0 : 1);
        if (same > 0)
            steps.push_back({ DifferencePart::Kind::Same, same });
        steps.push_back({ isAddition ? DifferencePart::Kind::Added : DifferencePart::Kind::Removed, 1 });
        x = fromX;
        y = fromX - fromDiagonal;
    }
    if (x > 0)
        steps.push_back({ DifferencePart::Kind::Same, x });
    std::reverse(steps.begin(), steps.end());
    return steps;
}

// Myers' shortest edit; nothing when it would take too many steps.
std::vector<Step> shortestEdit(const int *a, int aSize, const int *b, int bSize)
{
    const int most = std::min(mostSteps, aSize + bSize);
    const int middle = most + 1;
    std::vector<int> furthest(size_t(2 * most + 3), 0);
    Rounds rounds;
    for (int d = 0; d <= most; ++d) {
        rounds.emplace_back(furthest.begin() + (middle - d - 1), furthest.begin() + (middle + d + 2));
        for (int k = -d; k <= d; k += 2) {
            const int above = furthest[size_t(middle + k + 1)];
            const int before = furthest[size_t(middle + k - 1)];
            int x = k == -d || (k != d && before < above) ? above : before + 1;
            while (x < aSize && x - k < bSize && a[x] == b[x - k])
                ++x;
            furthest[size_t(middle + k)] = x;
            if (x >= aSize && x - k >= bSize)
                return stepsOf(rounds, aSize, bSize);
        }
    }
    return {};
}

// Puts parts together: what is removed and added between two same parts becomes one removal and one addition.
class PartWriter
{
public:
    void same(QStringView text)
    {
        // A space between two changed words is no island: the change is read in one go.
        if (text.isEmpty())
            return;
        if (hasChange() && text.trimmed().isEmpty() && !text.contains(u'\n')) {
            m_pendingSpace += text;
            return;
        }
        flush();
        appendSame(text);
    }
    void removed(QStringView text)
    {
        takePending();
        m_removed += text;
    }
    void added(QStringView text)
    {
        takePending();
        m_added += text;
    }
    std::vector<DifferencePart> finish()
    {
        flush();
        return std::move(m_parts);
    }

private:
    bool hasChange() const { return !m_removed.isEmpty() || !m_added.isEmpty(); }
    void takePending()
    {
        m_removed += m_pendingSpace;
        m_added += m_pendingSpace;
        m_pendingSpace.clear();
    }
    void appendSame(QStringView text)
    {
        if (!m_parts.empty() && m_parts.back().kind == DifferencePart::Kind::Same)
            m_parts.back().text += text;
        else if (!text.isEmpty())
            m_parts.push_back({ DifferencePart::Kind::Same, text.toString() });
    }
    void flush()
    {
        if (!m_removed.isEmpty())
            m_parts.push_back({ DifferencePart::Kind::Removed, std::exchange(m_removed, {}) });
        if (!m_added.isEmpty())
            m_parts.push_back({ DifferencePart::Kind::Added, std::exchange(m_added, {}) });
        appendSame(std::exchange(m_pendingSpace, {}));
    }

    std::vector<DifferencePart> m_parts;
    QString m_removed, m_added, m_pendingSpace;
};

}

std::vector<DifferencePart> wordDifference(QStringView before, QStringView after)
{
    const std::vector<QStringView> oldWords = wordsOf(before);
    const std::vector<QStringView> newWords = wordsOf(after);
    QHash<QStringView, int> known;
    const Numbers a = numbered(oldWords, known);
    const Numbers b = numbered(newWords, known);
    const int shorter = int(std::min(a.size(), b.size()));
    int front = 0;
    while (front < shorter && a[size_t(front)] == b[size_t(front)])
        ++front;
    int back = 0;
    while (back < shorter - front && a[a.size() - size_t(back) - 1] == b[b.size() - size_t(back) - 1])
        ++back;
    const int aMiddle = int(a.size()) - front - back;
    const int bMiddle = int(b.size()) - front - back;
    std::vector<Step> steps = shortestEdit(a.data() + front, aMiddle, b.data() + front, bMiddle);
    if (steps.empty())
        steps = { { DifferencePart::Kind::Removed, aMiddle }, { DifferencePart::Kind::Added, bMiddle } };

    PartWriter parts;
    size_t oldAt = 0;
    size_t newAt = 0;
    const auto keep = [&](int count) {
        for (int i = 0; i < count; ++i, ++oldAt, ++newAt)
            parts.same(newWords[newAt]);
    };
    keep(front);
    for (const Step &step : steps) {
        if (step.kind == DifferencePart::Kind::Same)
            keep(step.count);
        for (int i = 0; step.kind == DifferencePart::Kind::Removed && i < step.count; ++i)
            parts.removed(oldWords[oldAt++]);
        for (int i = 0; step.kind == DifferencePart::Kind::Added && i < step.count; ++i)
            parts.added(newWords[newAt++]);
    }
    keep(back);
    return parts.finish();
}
