// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "listtranscript.h"
#include "transcriptview.h"

#include <QTest>

// A transcript in a window of its own, with a model that the test fills.
class TranscriptFixture
{
public:
    ListTranscript model;
    TranscriptView view;

    TranscriptFixture()
    {
        view.resize(800, 600);
        view.setModel(&model);
        view.show();
    }
    bool isShown() { return QTest::qWaitForWindowExposed(&view); }

    static ListTranscript::Row message(Role role, const QString &text, MessageState state = MessageState::Complete)
    {
        ListTranscript::Row row;
        row.role = role;
        row.text = text;
        row.state = state;
        return row;
    }
    void ask(const QString &text) { model.append(message(Role::User, text)); }
    void answer(const QString &text, MessageState state = MessageState::Complete) { model.append(message(Role::Assistant, text, state)); }

    int topOf(int row) const { return view.visualRect(model.index(row)).top(); }
    MessageLayout &body(int row) { return view.transcriptLayout().ensureRow(row).body(); }
    QPoint inViewport(int row, const QPointF &inBody)
    {
        return (inBody + view.transcriptLayout().ensureRow(row).bodyOrigin()).toPoint() + QPoint(0, topOf(row));
    }
    // In the middle of the first letter of these words of the source.
    QPoint pointOf(int row, const QString &words)
    {
        MessageLayout &layout = body(row);
        const qsizetype offset = layout.source().indexOf(words);
        return inViewport(row, layout.caretRect(layout.positionOf(offset)).center()) + QPoint(3, 0);
    }
    Hotspot spotOf(int row, Hotspot::Kind kind)
    {
        for (Hotspot &spot : view.transcriptLayout().ensureRow(row).hotspots()) {
            if (spot.kind == kind) {
                spot.rect.translate(0, topOf(row));
                return spot;
            }
        }
        return {};
    }
    void click(const QPoint &point) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point); }
    void select(int row, const QString &from, const QString &to)
    {
        const QPoint end = pointOf(row, to) - QPoint(3, 0);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, pointOf(row, from) - QPoint(3, 0));
        QTest::mouseMove(view.viewport(), end);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, end);
    }
};
