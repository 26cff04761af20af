// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "tableexport.h"

#include <QStringList>

namespace {

QString inCsv(QString text)
{
    text.replace(QChar::LineSeparator, u'\n');
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.startsWith(u' ')
        || text.endsWith(u' ');
    if (!needsQuotes)
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString inTsv(QString text)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == QChar::LineSeparator)
            c = u' ';
    }
    return text;
}

QString joined(const Leaf &table, QString (*cellText)(QString), QChar separator, const QString &lineEnd)
{
    QString text;
    for (const std::vector<TableCell> &row : table.rows) {
        QStringList cells;
        for (const TableCell &cell : row)
            cells.append(cellText(cell.text));
        text += cells.join(separator) + lineEnd;
    }
    return text;
}

}

QString tableAsTsv(const Leaf &table)
{
    return joined(table, inTsv, u'\t', QStringLiteral("\n"));
}

QString tableAsCsv(const Leaf &table)
{
    return joined(table, inCsv, u',', QStringLiteral("\r\n"));
}
