// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "heightindex.h"
#include "ids.h"
#include "rowlayout.h"
#include "scriptfonts.h"

#include <QAbstractItemModel>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <map>

// Where every row of a transcript stands, at one width. Heights are estimates from lengths alone until a row comes near and is
// laid out; from then on they are exact until width, theme or the row change. Layouts near the viewport are kept by bytes,
// least recently used first to go; heights stay when layouts go. Listens to any model with the roles of transcriptroles.h.
class TranscriptLayout : public QObject
{
    Q_OBJECT
public:
    explicit TranscriptLayout(QObject *parent = nullptr);
    ~TranscriptLayout() override;

    void setModel(QAbstractItemModel *model);
    void setTheme(TranscriptThemePointer theme);
    const TranscriptThemePointer &theme() const { return m_theme; }
    void setWidth(int width, Qt::LayoutDirection direction);
    int width() const { return m_width; }
    // Bytes of layouts that may live outside the viewport.
    void setBudget(qsizetype bytes) { m_budget = bytes; }

    int rowCount() const { return int(m_heights.size()); }
    qint64 totalHeight() const { return m_heights.total(); }
    qint64 rowTop(int row) const { return m_heights.top(row); }
    int rowHeight(int row) const { return m_heights.height(row); }
    int rowAt(qint64 y) const { return int(m_heights.rowAt(y)); }
    QRect rectOf(int row) const;
    bool isExact(int row) const { return m_isExact[size_t(row)]; }

    // Lays the row out when it is not, and makes its height exact.
    RowLayout &ensureRow(int row);
    // nullptr when the row has no layout now.
    RowLayout *liveRow(int row);
    // The row's data changed: takes over what is new if the row is alive. True when it was.
    bool refreshRow(int row);
    // Of a text that grew by very much refreshRow() takes over what is done within a few milliseconds; it is to be called again.
    bool hasMore(int row) const;
    // Nothing above this, in the row, looks different since before the last refreshRow().
    int changedFrom(int row) const;
    // The answer is in the middle of one very long paragraph, which is parsed as a whole with each piece: a piece now and then
    // is enough.
    bool hasLongTail(int row) const;
    // Drops what does not fit the budget, never the rows from `first` to `last`. Of those that are much taller than the
    // viewport, which shows `height` pixels from `top` on, only what is near it stays laid out.
    void trim(int first, int last);
    void keepLayoutsNear(int first, int last, qint64 top, int height);

    MessageId messageId(int row) const;
    int rowOf(const MessageId &id) const;      // -1: none; looks at every row
    void setReasoningShown(int row, bool isShown);
    void setDetailsShown(int row, bool areShown);
    void setAllSourcesShown(int row, bool areShown);

    // Of the scripts in what was laid out.
    ScriptFonts &scriptFonts() { return m_scriptFonts; }

    // For tests.
    int liveRows() const { return int(m_rows.size()); }
    int laidOutRows() const { return m_laidOutRows; }
    qsizetype liveBytes() const;

Q_SIGNALS:
    void rowsAdded(int first, int count);
    void rowsTaken(int first, int count);
    // refreshRow() has not been called yet.
    void rowsChanged(int first, int last);
    void wasReset();

private:
    struct Entry
    {
        std::unique_ptr<RowLayout> layout;
        quint64 lastUsed = 0;
        bool isStale = true;
        int changedFrom = 0;
    };

    void reset();
    void addRows(int first, int last);
    void takeRows(int first, int last);
    void noteChanges(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    int estimate(int row) const;
    int estimate(const RowExtent &extent) const;
    std::vector<int> estimates(int count) const;
    QVariant data(int row, int role) const;
    RowContent contentOf(int row) const;
    void layOutEntry(int row, Entry &entry, qsizetype mostText = std::numeric_limits<qsizetype>::max());
    void growEntry(int row, Entry &entry);

    QPointer<QAbstractItemModel> m_model;
    TranscriptThemePointer m_theme;
    HeightIndex m_heights;
    std::vector<bool> m_isExact;
    std::map<int, Entry> m_rows;
    ScriptFonts m_scriptFonts;
    QSet<MessageId> m_openReasoning, m_openDetails, m_openSources;
    int m_width = 700;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;
    qsizetype m_budget = 6 * 1024 * 1024;
    quint64 m_useCount = 0;
    int m_laidOutRows = 0;
};
