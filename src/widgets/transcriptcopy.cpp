// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptcopy_p.h"

#include "leafexport.h"

namespace {

const QString plainFormat = QStringLiteral("text/plain");
const QString markdownFormat = QStringLiteral("text/markdown");
const QString htmlFormat = QStringLiteral("text/html");

}

QStringList selectedSources(TranscriptLayout &layout, const QAbstractItemModel &model, const TranscriptSelection &selection)
{
    QStringList sources;
    if (selection.isEmpty())
        return sources;
    for (int row = selection.first().row; row <= selection.last().row && row < layout.rowCount(); ++row) {
        const bool isEdge = row == selection.first().row || row == selection.last().row;
        if (!isEdge) {
            // Messages in the middle are whole; they need no layout.
            sources.append(model.index(row, 0).data(TextRole).toString());
            continue;
        }
        RowLayout &live = layout.ensureRow(row);
        const SourceRange range = selection.rangeIn(row, live.source().size());
        const QString part = markdownOf(live.body(), range);
        if (!part.isEmpty())
            sources.append(part);
    }
    return sources;
}

TranscriptMimeData::TranscriptMimeData(QStringList sources) : m_sources(std::move(sources))
{
}

QStringList TranscriptMimeData::formats() const
{
    return { plainFormat, markdownFormat, htmlFormat };
}

QVariant TranscriptMimeData::retrieveData(const QString &mimeType, QMetaType type) const
{
    if (mimeType == htmlFormat) {
        QString html;
        for (const QString &source : m_sources)
            html += htmlOfMarkdown(source);
        return html;
    }
    const QString text = m_sources.join(QStringLiteral("\n\n"));
    if (mimeType == plainFormat)
        return text;
    if (mimeType == markdownFormat)
        return text.toUtf8();
    return QMimeData::retrieveData(mimeType, type);
}
