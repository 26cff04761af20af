// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "findmark.h"

#include <QColor>
#include <QWidget>

#include <vector>

class QScrollBar;
class TranscriptLayout;

// Strokes over a scroll bar where something was found. Lets every press through.
class FindMarks : public QWidget
{
    Q_OBJECT
public:
    FindMarks(QScrollBar *bar, const TranscriptLayout &layout);

    void setMarks(std::vector<FindMark> marks);
    void setColor(const QColor &color);
    // Where the strokes are, for painting and tests: from the top, each once.
    std::vector<int> strokes() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const TranscriptLayout &m_layout;
    std::vector<FindMark> m_marks;
    QColor m_color;
};
