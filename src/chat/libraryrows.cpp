// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryrows_p.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

namespace {

constexpr QChar FoundStart(0x2068);
constexpr QChar FoundEnd(0x2069);

void sortRows(QList<LibraryRow> &rows, const LibraryRowOrder &order)
{
    using Sorting = LibraryModel::Sorting;
    if (order.sorting == Sorting::Title) {
        // Without a language there is no order of words but that of bytes.
        QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        // Each title is unpacked once, not whenever it is compared.
        std::vector<std::pair<QString, LibraryRow>> titled;
        titled.reserve(size_t(rows.size()));
        for (LibraryRow &row : rows)
            titled.emplace_back(row.title.toString(), std::move(row));
        std::stable_sort(titled.begin(), titled.end(), [&](const auto &a, const auto &b) { return collator.compare(a.first, b.first) < 0; });
        std::transform(titled.begin(), titled.end(), rows.begin(), [](auto &one) { return std::move(one.second); });
    } else if (order.isByMeasure()) {
        for (LibraryRow &row : rows)
            row.measure = order.measureOf(row.conversation);
        std::stable_sort(rows.begin(), rows.end(), [](const LibraryRow &a, const LibraryRow &b) { return a.measure > b.measure; });
    }
}

LibraryRow headingOf(const Folder &folder, bool isCollapsed, int members)
{
    LibraryRow heading;
    heading.title = folder.name;
    heading.setFolder(folder.id);
    heading.isHeading = true;
    heading.isCollapsed = isCollapsed;
    heading.hits = members;
    return heading;
}

}

qint64 LibraryRowOrder::measureOf(const ConversationId &id) const
{
    const ConversationMeasure measure = isByMeasure() ? measures.value(id) : ConversationMeasure();
    return sorting == LibraryModel::Sorting::Cost ? measure.costTicks : measure.textLength;
}

const LibraryRow::Rare &LibraryRow::rare() const
{
    static const Rare None;
    return m_rare ? m_rare->rare : None;
}

void LibraryRow::setRare(const Rare &rare)
{
    m_rare = rare == Rare() ? nullptr : new SharedRare(rare);
}

void LibraryRow::setFolder(const FolderId &folder)
{
    if (folder == rare().folder)
        return;
    Rare changed = rare();
    changed.folder = folder;
    setRare(changed);
}

Arrangement LibraryRow::arrangement() const
{
    const Rare &more = rare();
    return { conversation, isPinned, isArchived, more.arrangedIn, more.tags, more.deletedAtMs };
}

bool LibraryRow::operator==(const LibraryRow &other) const
{
    const auto facts = [](const LibraryRow &row) { return std::tie(row.conversation, row.title, row.updatedAtMs, row.measure, row.hits); };
    const auto marks = [](const LibraryRow &row) { return std::array { row.isRunning, row.isHeading, row.isCollapsed, row.isPinned, row.isArchived }; };
    return facts(*this) == facts(other) && marks(*this) == marks(other) && rare() == other.rare();
}

bool isListed(const ConversationSummary &summary)
{
    return summary.messageCount > 0 || !summary.draftText.isEmpty() || !summary.title.isEmpty();
}

LibraryRow libraryRow(const ConversationSummary &summary)
{
    LibraryRow row;
    row.conversation = summary.id;
    row.title = summary.title;
    row.updatedAtMs = summary.updatedAtMs;
    row.isRunning = summary.isRunning;
    row.isPinned = summary.arrangement.isPinned;
    row.isArchived = summary.arrangement.isArchived;
    // Nearly always there is nothing to tell: not put together only to be found empty.
    const Arrangement &placed = summary.arrangement;
    if (!summary.draftText.isEmpty() || !placed.folder.isNull() || !placed.tags.isEmpty() || placed.deletedAtMs != 0)
        row.setRare({ .draftText = summary.draftText, .arrangedIn = placed.folder, .tags = placed.tags, .deletedAtMs = placed.deletedAtMs });
    return row;
}

// Row by row into its place: of 100,000 rows each list that is made on the way is 8 MB.
LibraryRows libraryRows(const QList<ConversationSummary> &conversations, const LibraryRowOrder &order, Shelf shelf)
{
    QList<LibraryRow> rows;
    rows.reserve(conversations.size() + order.folders.size());
    for (const ConversationSummary &summary : conversations) {
        if (isListed(summary))
            rows.append(libraryRow(summary));
    }
    sortRows(rows, order);
    if (shelf != Shelf::Conversations)
        return { rows, {} };
    QHash<FolderId, QList<LibraryRow>> inFolder;
    for (const Folder &folder : order.folders)
        inFolder.insert(folder.id, {});
    QList<LibraryRow> pinned;
    const auto isElsewhere = [&](const LibraryRow &row) {
        const auto members = row.isPinned ? inFolder.end() : inFolder.find(row.rare().arrangedIn);
        if (row.isPinned) {
            pinned.append(row);
        } else if (members != inFolder.end()) {
            members->append(row);
            members->last().setFolder(row.rare().arrangedIn);
        }
        return row.isPinned || members != inFolder.end();
    };
    rows.removeIf(isElsewhere);
    LibraryRows all;
    for (const Folder &folder : order.folders) {
        const QList<LibraryRow> members = inFolder.take(folder.id);
        const bool isCollapsed = order.collapsed.contains(folder.id);
        pinned.append(headingOf(folder, isCollapsed, int(members.size())));
        if (isCollapsed)
            all.hidden.insert(folder.id, members);
        else
            pinned += members;
    }
    rows.insert(0, pinned.size(), LibraryRow());
    std::move(pinned.begin(), pinned.end(), rows.begin());
    all.shown = std::move(rows);
    return all;
}

QList<LibraryRow> libraryRows(const QList<FoundConversation> &found)
{
    QList<LibraryRow> rows;
    for (const FoundConversation &hit : found) {
        LibraryRow row;
        row.conversation = hit.id;
        row.title = hit.title;
        row.updatedAtMs = hit.createdAtMs;
        row.hits = hit.messages;
        row.isPinned = hit.arrangement.isPinned;
        row.isArchived = hit.arrangement.isArchived;
        row.setRare({ .message = hit.message, .snippet = hit.snippet, .arrangedIn = hit.arrangement.folder, .tags = hit.arrangement.tags,
                      .deletedAtMs = hit.arrangement.deletedAtMs });
        rows.append(row);
    }
    return rows;
}

QStringList markedWords(const QString &text)
{
    QStringList words;
    for (qsizetype begin = text.indexOf(FoundStart); begin >= 0; begin = text.indexOf(FoundStart, begin + 1)) {
        const qsizetype end = text.indexOf(FoundEnd, begin);
        if (end > begin + 1 && !words.contains(text.sliced(begin + 1, end - begin - 1), Qt::CaseInsensitive))
            words.append(text.sliced(begin + 1, end - begin - 1));
    }
    return words;
}

QString withoutFoundMarks(QString text)
{
    return text.remove(FoundStart).remove(FoundEnd);
}
