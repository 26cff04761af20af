// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "exportformat.h"

#include <QCoreApplication>
#include <QStringList>

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
    // Names that mean a device elsewhere, whatever their ending; a file may travel.
    static const QStringList Devices { QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"), QStringLiteral("nul"), QStringLiteral("com"), QStringLiteral("lpt") };
    const bool hasNumber = name.size() == 4 && name.back().isDigit();
    const QString device = (hasNumber ? name.left(3) : name).toLower();
    if ((hasNumber || name.size() == 3) && Devices.contains(device))
        name += u'_';
    return name.isEmpty() ? QCoreApplication::translate("ExportFormat", "Conversation") : name;
}
