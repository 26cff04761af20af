// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"
#include "messagelayout.h"

#include <QAccessible>
#include <QPointer>

class RowLayout;
class TranscriptView;

// A part of a leaf's text; leaf -1: the whole message.
struct TextStretch
{
    int leaf = -1;
    qsizetype begin = 0;
    qsizetype end = 0;
};

// A message's text as assistive technology reads it, or a stretch of one of its leaves: a block, a cell of a table. Kept by the
// message's id, since rows move; offsets count from the stretch's beginning.
class TranscriptTextAccess : public QAccessibleTextInterface
{
public:
    TranscriptTextAccess(TranscriptView *view, MessageId message, const TextStretch &stretch = {});
    virtual ~TranscriptTextAccess();

    MessageId message() const { return m_message; }
    TranscriptView *view() const { return m_view.data(); }
    // -1 when the message is no longer shown, or the stretch no longer in it.
    int row() const;

    // QAccessibleTextInterface
    int characterCount() const override;
    QString text(int start, int end) const override;
    int cursorPosition() const override;
    void setCursorPosition(int) override {}
    void addSelection(int start, int end) override;
    void removeSelection(int) override;
    void setSelection(int, int start, int end) override;
    int selectionCount() const override;
    void selection(int, int *start, int *end) const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int) override;
    QString attributes(int offset, int *start, int *end) const override;

protected:
    void setStretch(const TextStretch &stretch) { m_stretch = stretch; }
    // Lays the row out when it has no layout.
    RowLayout &layout() const;
    QString wholeText() const;
    QRect rectOnScreen(const QRectF &inRow) const;
    QRect rectOfStretch() const;

private:
    LeafPosition positionOf(int offset) const;
    int offsetOf(const LeafPosition &position) const;
    QRect rowOnScreen() const;

    QPointer<TranscriptView> m_view;
    MessageId m_message;
    TextStretch m_stretch;
    mutable int m_row = -1;
};
