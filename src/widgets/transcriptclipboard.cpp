// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "hiddencharacters.h"
#include "linkpolicy.h"
#include "sourcetext.h"
#include "transcriptcopy_p.h"

#include <QApplication>
#include <QClipboard>

void TranscriptView::selectAll()
{
    if (m_layout.rowCount() == 0)
        return;
    showWaitingText();
    const int last = m_layout.rowCount() - 1;
    // The end is taken from the length alone: selecting everything lays out nothing.
    const int length = model()->index(last, 0).data(TextLengthRole).toInt();
    TranscriptSelection all;
    all.select({ 0, 0 }, { last, length });
    changeSelection(all);
}

QString TranscriptView::selectedMarkdown() const
{
    if (!model())
        return {};
    auto &layout = const_cast<TranscriptLayout &>(m_layout);
    return selectedSources(layout, *model(), m_selection).join(QStringLiteral("\n\n"));
}

void TranscriptView::setClipboard(const TranscriptSelection &selection)
{
    if (!model() || selection.isEmpty())
        return;
    flushChanges();
    putOnClipboard(selectedSources(m_layout, *model(), selection));
}

void TranscriptView::putOnClipboard(const QStringList &sources)
{
    QApplication::clipboard()->setMimeData(new TranscriptMimeData(sources));
    int hidden = 0;
    for (const QString &source : sources)
        hidden += countHiddenInProse(source);
    Q_EMIT copied(hidden);
}

void TranscriptView::copyText(const QString &text, CopiedText kind)
{
    QApplication::clipboard()->setText(text);
    Q_EMIT copied(kind == CopiedText::Code ? countHiddenCharacters(text) : countHiddenInProse(text));
}

void TranscriptView::copySelection()
{
    setClipboard(m_selection);
}

void TranscriptView::copyMessage(int row)
{
    if (row < 0 || row >= m_layout.rowCount())
        return;
    flushChanges();
    TranscriptSelection whole;
    whole.select({ row, 0 }, { row, m_layout.ensureRow(row).source().size() });
    QStringList copied = selectedSources(m_layout, *model(), whole);
    // Whoever gets the marks should get what they stand for.
    if (const QString list = sourcesMarkdown(model()->index(row, 0).data(SourcesRole).value<QList<Source>>()); !list.isEmpty())
        copied.append(list);
    putOnClipboard(copied);
    m_copiedRow = row;
    m_copiedLeaf = -1;
    m_copiedTimer.start();
    updateRow(row);
}

void TranscriptView::copyCode(int row, int leaf)
{
    flushChanges();
    const RowLayout &layout = m_layout.ensureRow(row);
    if (leaf < 0 || leaf >= layout.body().leafCount())
        return;
    copyText(layout.body().leaf(leaf).text, CopiedText::Code);
    m_copiedRow = row;
    m_copiedLeaf = leaf;
    m_copiedTimer.start();
    updateRow(row);
}

QString TranscriptView::shownText(int row)
{
    return m_layout.ensureRow(row).shownText();
}

QStringList TranscriptView::activeLinks(int row)
{
    QStringList links;
    QString lastPlace;
    int lastLeaf = -1;
    for (const Hotspot &spot : m_layout.ensureRow(row).hotspots()) {
        const bool isSameLink = spot.place == lastPlace && spot.leaf == lastLeaf;
        if (spot.kind != Hotspot::Kind::Link || isSameLink)
            continue;
        lastPlace = spot.place;
        lastLeaf = spot.leaf;
        if (const std::optional<QUrl> url = allowedLink(spot.value))
            links.append(spot.value);
    }
    return links;
}

QStringList TranscriptView::codeBlocks(int row)
{
    QStringList blocks;
    const RowLayout &layout = m_layout.ensureRow(row);
    for (int i = 0; i < layout.body().leafCount(); ++i) {
        if (layout.body().leaf(i).kind == LeafKind::Code)
            blocks.append(layout.body().leaf(i).text);
    }
    return blocks;
}

int TranscriptView::runningTimers() const
{
    int count = 0;
    for (const QTimer *timer : { &m_frameTimer, &m_thinkingTimer, &m_copiedTimer, &m_warmTimer, &m_dragTimer })
        count += timer->isActive() ? 1 : 0;
    return count;
}
