// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "quickentries.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <optional>

namespace {

// Without case and accents.
QString folded(const QString &text)
{
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; }))
        return text.toLower();
    QString plain = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return plain;
}

// Lower is better; none: the word does not occur.
std::optional<int> rankOf(const QString &title, const QString &word)
{
    std::optional<int> best;
    for (qsizetype at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
        const int rank = at == 0 ? 0 : title.at(at - 1).isLetterOrNumber() ? 2 : 1;
        best = std::min(best.value_or(rank), rank);
        if (*best < 2)
            break;
    }
    return best;
}

// A date is put into words for the rows that are seen alone.
QString detailOf(const QuickEntry &entry)
{
    if (!entry.detail.isEmpty() || entry.atMs == 0)
        return entry.detail;
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.atMs).date(), QLocale::ShortFormat);
}

}

void QuickEntries::setEntries(const QList<QuickEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    m_folded.clear();
    m_folded.reserve(entries.size());
    for (const QuickEntry &entry : entries)
        m_folded.append(folded(entry.title));
    choose();
    endResetModel();
}

void QuickEntries::setWords(const QString &words)
{
    beginResetModel();
    m_words = folded(words).split(u' ', Qt::SkipEmptyParts);
    choose();
    endResetModel();
}

void QuickEntries::choose()
{
    m_shown.clear();
    if (m_words.isEmpty()) {
        m_shown.resize(size_t(m_entries.size()));
        std::iota(m_shown.begin(), m_shown.end(), 0);
        return;
    }
    std::vector<std::pair<int, int>> ranked;
    for (int i = 0; i < int(m_folded.size()); ++i) {
        int sum = 0;
        const bool fits = std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
            const std::optional<int> rank = rankOf(m_folded.at(i), word);
            sum += rank.value_or(0);
            return rank.has_value();
        });
        if (fits)
            ranked.emplace_back(sum, i);
    }
    std::sort(ranked.begin(), ranked.end());
    for (const auto &[rank, number] : ranked)
        m_shown.push_back(number);
}

int QuickEntries::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant QuickEntries::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QuickEntry &entry = m_entries.at(m_shown.at(size_t(index.row())));
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case Qt::DecorationRole: return entry.icon;
    case Qt::AccessibleTextRole: return detailOf(entry).isEmpty() ? entry.title : QStringLiteral("%1, %2").arg(entry.title, detailOf(entry));
    case DetailRole: return detailOf(entry);
    case TargetRole: return entry.target;
    default: return {};
    }
}
