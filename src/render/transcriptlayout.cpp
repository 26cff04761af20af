// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptlayout.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <climits>

namespace {

using namespace std::chrono_literals;

// What is parsed and laid out before the time is looked at again: half a millisecond of prose, more where fonts have to be
// found or formulas typeset. In one turn not more than that many of them, and none begins behind that time.
constexpr qsizetype PieceUnits = 2 * 1024;
constexpr int MostPieces = 4;
constexpr auto TurnTime = 3ms;
// Beyond this a paragraph counts as long: each piece costs a look at all of it.
constexpr qsizetype LongParagraph = 16 * 1024;

}

TranscriptLayout::TranscriptLayout(QObject *parent) : QObject(parent), m_theme(makeTranscriptTheme())
{
}

TranscriptLayout::~TranscriptLayout() = default;

void TranscriptLayout::setModel(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { addRows(first, last); });
        connect(m_model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { takeRows(first, last); });
        connect(m_model, &QAbstractItemModel::dataChanged, this, &TranscriptLayout::noteChanges);
        connect(m_model, &QAbstractItemModel::rowsMoved, this, &TranscriptLayout::reset);
        connect(m_model, &QAbstractItemModel::layoutChanged, this, &TranscriptLayout::reset);
        connect(m_model, &QAbstractItemModel::modelReset, this, &TranscriptLayout::reset);
    }
    m_openReasoning.clear();
    m_openDetails.clear();
    reset();
}

void TranscriptLayout::setTheme(TranscriptThemePointer theme)
{
    const qreal factor = theme->zoom / m_theme->zoom;
    m_theme = std::move(theme);
    m_scriptFonts.forget();
    m_rows.clear();
    // Old heights, stretched, are better guesses than new estimates.
    std::vector<int> heights;
    heights.reserve(size_t(rowCount()));
    for (int row = 0; row < rowCount(); ++row)
        heights.push_back(qRound(rowHeight(row) * factor));
    m_heights.reset(std::move(heights));
    m_isExact.assign(m_isExact.size(), false);
}

void TranscriptLayout::setWidth(int width, Qt::LayoutDirection direction)
{
    if (width == m_width && direction == m_direction)
        return;
    m_width = width;
    m_direction = direction;
    // Heights stay as guesses; only rows that come near are measured anew.
    m_isExact.assign(m_isExact.size(), false);
    for (auto &[row, entry] : m_rows)
        entry.isStale = true;
}

QRect TranscriptLayout::rectOf(int row) const
{
    return QRect(0, int(qMin<qint64>(rowTop(row), INT_MAX)), m_width, rowHeight(row));
}

QVariant TranscriptLayout::data(int row, int role) const
{
    return m_model ? m_model->data(m_model->index(row, 0), role) : QVariant();
}

MessageId TranscriptLayout::messageId(int row) const
{
    return data(row, MessageIdRole).value<MessageId>();
}

int TranscriptLayout::rowOf(const MessageId &id) const
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (messageId(row) == id)
            return row;
    }
    return -1;
}

int TranscriptLayout::estimate(int row) const
{
    return estimate({ data(row, TextLengthRole).toInt(), data(row, RoleRole).toInt() == int(Role::Assistant) });
}

int TranscriptLayout::estimate(const RowExtent &extent) const
{
    const int columnWidth = qMin(m_theme->columnWidth, qMax(100, m_width - m_theme->steps(12)));
    const int charactersPerLine = qMax(10, int(columnWidth / m_theme->scaled(extent.isAnswer ? 8.2 : 9.5)));
    const int lines = extent.textLength / charactersPerLine + 1 + (extent.isAnswer ? extent.textLength / 300 : 0);
    return lines * m_theme->lineHeight + m_theme->steps(extent.isAnswer ? 11 : 17);
}

// Must not read bodies: a conversation of ten thousand messages asks this ten thousand times when it is opened.
std::vector<int> TranscriptLayout::estimates(int count) const
{
    std::vector<int> heights;
    heights.reserve(size_t(count));
    const auto extents = count > 0 ? data(0, RowExtentsRole).value<QList<RowExtent>>() : QList<RowExtent>();
    if (extents.size() == count) {
        for (const RowExtent &extent : extents)
            heights.push_back(estimate(extent));
        return heights;
    }
    for (int row = 0; row < count; ++row)
        heights.push_back(estimate(row));
    return heights;
}

void TranscriptLayout::reset()
{
    m_rows.clear();
    const int count = m_model ? m_model->rowCount() : 0;
    m_heights.reset(estimates(count));
    m_isExact.assign(size_t(count), false);
    Q_EMIT wasReset();
}

void TranscriptLayout::addRows(int first, int last)
{
    const int count = last - first + 1;
    std::vector<int> heights;
    for (int row = first; row <= last; ++row)
        heights.push_back(estimate(row));
    m_heights.insert(first, heights);
    m_isExact.insert(m_isExact.begin() + first, size_t(count), false);
    std::map<int, Entry> moved;
    for (auto &[row, entry] : m_rows)
        moved.emplace(row >= first ? row + count : row, std::move(entry));
    m_rows = std::move(moved);
    Q_EMIT rowsAdded(first, count);
}

void TranscriptLayout::takeRows(int first, int last)
{
    const int count = last - first + 1;
    m_heights.remove(first, count);
    m_isExact.erase(m_isExact.begin() + first, m_isExact.begin() + last + 1);
    std::map<int, Entry> moved;
    for (auto &[row, entry] : m_rows) {
        if (row < first || row > last)
            moved.emplace(row > last ? row - count : row, std::move(entry));
    }
    m_rows = std::move(moved);
    Q_EMIT rowsTaken(first, count);
}

void TranscriptLayout::noteChanges(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    Q_EMIT rowsChanged(topLeft.row(), bottomRight.row());
}

bool TranscriptLayout::refreshRow(int row)
{
    m_isExact[size_t(row)] = false;
    const auto found = m_rows.find(row);
    if (found == m_rows.end()) {
        m_heights.setHeight(row, estimate(row));
        return false;
    }
    growEntry(row, found->second);
    return true;
}

void TranscriptLayout::growEntry(int row, Entry &entry)
{
    QElapsedTimer passed;
    passed.start();
    entry.changedFrom = INT_MAX;
    int pieces = 0;
    do {
        const RowLayout *const layout = entry.layout.get();
        const qsizetype tail = layout ? layout->tailLength() : 0;
        entry.isStale = true;
        // Pieces of a long paragraph grow with it, or all of them together would cost its square.
        layOutEntry(row, entry, tail > LongParagraph ? qMax(PieceUnits * MostPieces, tail / 6) : PieceUnits);
        entry.changedFrom = qMin(entry.changedFrom, entry.layout->changedFrom());
    } while (entry.layout->hasMore() && ++pieces < MostPieces && std::chrono::nanoseconds(passed.nsecsElapsed()) < TurnTime
             && entry.layout->tailLength() <= LongParagraph);
}

bool TranscriptLayout::hasMore(int row) const
{
    const auto found = m_rows.find(row);
    return found != m_rows.end() && found->second.layout && found->second.layout->hasMore();
}

int TranscriptLayout::changedFrom(int row) const
{
    const auto found = m_rows.find(row);
    return found == m_rows.end() ? 0 : found->second.changedFrom;
}

bool TranscriptLayout::hasLongTail(int row) const
{
    const auto found = m_rows.find(row);
    return found != m_rows.end() && found->second.layout && found->second.layout->tailLength() > LongParagraph;
}

RowContent TranscriptLayout::contentOf(int row) const
{
    RowContent content;
    content.role = Role(data(row, RoleRole).toInt());
    content.state = MessageState(data(row, StateRole).toInt());
    content.reasoning = data(row, ReasoningRole).toString();
    content.thinkingMs = data(row, ThinkingMsRole).toLongLong();
    content.images = data(row, ImagesRole).value<QList<ImagePart>>();
    content.infoLine = data(row, InfoLineRole).toString();
    content.sources = data(row, SourcesRole).value<QList<Source>>();
    const QVariant notice = data(row, NoticeRole);
    if (notice.canConvert<TranscriptNotice>())
        content.notice = notice.value<TranscriptNotice>();
    content.isInspectable = data(row, InspectableRole).toBool();
    content.siblingIndex = data(row, SiblingIndexRole).toInt();
    content.siblingCount = qMax(1, data(row, SiblingCountRole).toInt());
    return content;
}

void TranscriptLayout::layOutEntry(int row, Entry &entry, qsizetype mostText)
{
    entry.lastUsed = ++m_useCount;
    if (!entry.isStale && m_isExact[size_t(row)])
        return;
    if (!entry.layout)
        entry.layout = std::make_unique<RowLayout>(m_theme);
    const MessageId id = messageId(row);
    entry.layout->setContent(contentOf(row));
    entry.layout->setReasoningShown(m_openReasoning.contains(id));
    entry.layout->setDetailsShown(m_openDetails.contains(id));
    entry.layout->setAllSourcesShown(m_openSources.contains(id));
    const QString text = data(row, TextRole).toString();
    const qsizetype taken = entry.layout->takenLength();
    entry.layout->setText(text, mostText);
    const qsizetype begin = qMin(taken, entry.layout->takenLength());
    m_scriptFonts.note(QStringView(text).sliced(begin, entry.layout->takenLength() - begin));
    m_heights.setHeight(row, entry.layout->layOut(m_width, m_direction));
    entry.isStale = false;
    m_isExact[size_t(row)] = true;
    ++m_laidOutRows;
}

RowLayout &TranscriptLayout::ensureRow(int row)
{
    Entry &entry = m_rows[row];
    layOutEntry(row, entry);
    return *entry.layout;
}

RowLayout *TranscriptLayout::liveRow(int row)
{
    const auto found = m_rows.find(row);
    return found == m_rows.end() ? nullptr : found->second.layout.get();
}

qsizetype TranscriptLayout::liveBytes() const
{
    qsizetype bytes = 0;
    for (const auto &[row, entry] : m_rows)
        bytes += entry.layout ? entry.layout->memoryEstimate() : 0;
    return bytes;
}

void TranscriptLayout::trim(int first, int last)
{
    // Counting bytes walks all layouts; a handful of rows beyond the viewport is never worth that.
    const int visible = last - first + 1;
    if (liveRows() <= visible + 24)
        return;
    qsizetype bytes = liveBytes();
    std::vector<std::pair<quint64, int>> candidates;
    for (const auto &[row, entry] : m_rows) {
        if (row < first || row > last)
            candidates.emplace_back(entry.lastUsed, row);
    }
    std::sort(candidates.begin(), candidates.end());
    constexpr int mostRows = 200;
    for (const auto &[used, row] : candidates) {
        if (bytes <= m_budget && liveRows() <= mostRows)
            break;
        const auto found = m_rows.find(row);
        bytes -= found->second.layout->memoryEstimate();
        m_rows.erase(found);
    }
}

void TranscriptLayout::keepLayoutsNear(int first, int last, qint64 top, int height)
{
    constexpr int Tall = 4;
    for (auto found = m_rows.lower_bound(first); found != m_rows.end() && found->first <= last; ++found) {
        const int row = found->first;
        if (!found->second.layout || rowHeight(row) < Tall * height)
            continue;
        const qreal from = qreal(top - rowTop(row)) - found->second.layout->bodyOrigin().y();
        found->second.layout->body().keepLayoutsNear(from, from + height);
    }
}

void TranscriptLayout::setReasoningShown(int row, bool isShown)
{
    if (isShown)
        m_openReasoning.insert(messageId(row));
    else
        m_openReasoning.remove(messageId(row));
    refreshRow(row);
}

void TranscriptLayout::setAllSourcesShown(int row, bool areShown)
{
    if (areShown)
        m_openSources.insert(messageId(row));
    else
        m_openSources.remove(messageId(row));
    refreshRow(row);
}

void TranscriptLayout::setDetailsShown(int row, bool areShown)
{
    if (areShown)
        m_openDetails.insert(messageId(row));
    else
        m_openDetails.remove(messageId(row));
    refreshRow(row);
}
