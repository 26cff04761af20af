// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "exportformat.h"

#include <QCoreApplication>

QString exportSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Document:
        return QStringLiteral(".grackle");
    case ExportFormat::Markdown:
    case ExportFormat::MarkdownPicturesInside:
    case ExportFormat::MarkdownPicturesBeside:
        return QStringLiteral(".md");
    case ExportFormat::Html:
        return QStringLiteral(".html");
    case ExportFormat::Pdf:
        return QStringLiteral(".pdf");
    }
    Q_UNREACHABLE();
}

std::optional<ExportFormat> exportFormatOf(const QString &fileName)
{
    for (const ExportFormat format : { ExportFormat::Document, ExportFormat::MarkdownPicturesBeside, ExportFormat::Html, ExportFormat::Pdf }) {
        if (fileName.endsWith(exportSuffix(format), Qt::CaseInsensitive))
            return format;
    }
    return std::nullopt;
}

QString exportName(const QString &title)
{
    constexpr qsizetype longest = 60;
    QString name;
    for (const QChar c : title.left(longest))
        name += c.isLetterOrNumber() || c.isMark() || c.isSurrogate() ? c : u' ';
    // A pair that was cut in two is no character.
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    name = name.simplified();
    return name.isEmpty() ? QCoreApplication::translate("ExportFormat", "Conversation") : name;
}
