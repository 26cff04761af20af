// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

// A value of a row as it stands in the file. Our tables hold no fractions.
struct PageValue
{
    enum class Type { Null, Integer, Text, Blob };
    Type type = Type::Null;
    qint64 integer = 0;
    QByteArray bytes;
};

struct PageRow
{
    bool isOfIndex = false;        // of an index, or of a table without row numbers
    qint64 row = 0;
    std::vector<PageValue> values;
};

// The rows of a SQLite file, page by page and without SQLite: for files whose schema, or whose way to a page, is destroyed. Which table a
// row belongs to is for the caller to see by its shape. Pages that the write-ahead log beside the file holds are read there. Reads only;
// nothing in the file is believed.
class LibraryPages
{
public:
    explicit LibraryPages(const QString &path);

    // Every row of every page that can be read and is not known to be free; those that another page still points to come first, so that
    // of two states of a row the living one does. A row one part of which is destroyed is left out. `visit` gives false to end it.
    void visitRows(const std::function<bool(const PageRow &)> &visit);
    // The file does not say itself which of its pages are free (its first page is gone, and it has no map of them): what was found out of the
    // lists of free pages may be incomplete, and rows that were deleted may come back.
    bool isGuessing() const { return m_isGuessing; }

private:
    void readLog();
    void findFreePages();
    void findFreePagesByList();
    void findFreePagesByMap();
    void findFreePagesByTheirLists();
    std::vector<qint64> leavesListedBy(qint64 trunk);
    void findChildren();
    QByteArray page(qint64 number);
    bool visitPage(const QByteArray &content, const std::function<bool(const PageRow &)> &visit);
    std::optional<PageRow> row(const QByteArray &content, qsizetype offset, char type);
    std::optional<QByteArray> payload(const QByteArray &content, qsizetype offset, qint64 size, bool isOfIndex);
    std::optional<QByteArray> overflow(qint64 first, qint64 size);
    bool isPage(qint64 number) const { return number > 1 && number <= m_pages; }

    QFile m_file;
    QFile m_log;
    QHash<qint64, qint64> m_logged;    // where in the log a page stands
    qint64 m_pageSize;
    qint64 m_pages = 0;
    std::vector<bool> m_isFree;        // by page
    std::vector<bool> m_isChild;
    bool m_isGuessing = true;
};
