// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "rowlayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>

// What stands around a message's text: the program's notice, and the line of actions, versions and facts.

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("RowLayout", text);
}

}

int RowLayout::layOutNotice(int y, qreal left, qreal width)
{
    if (!m_content.notice)
        return y;
    const TranscriptNotice &notice = *m_content.notice;
    const QFontMetricsF metrics(m_theme->secondary);
    const qreal padding = m_theme->steps(3);
    const qreal buttonHeight = m_theme->scaled(28);
    const auto addButton = [&](Hotspot::Kind kind, const QString &id, const QString &text, bool isPrimary) {
        if (text.isEmpty())
            return;
        const qreal buttonWidth = metrics.horizontalAdvance(text) + m_theme->steps(6);
        m_noticeButtons.push_back({ { .kind = kind, .rect = QRectF(0, 0, buttonWidth, buttonHeight), .value = id,
                                      .label = text, .place = {} }, isPrimary });
    };
    if (!notice.details.isEmpty()) {
        addButton(Hotspot::Kind::NoticeDetails, {}, m_areDetailsShown ? words(QT_TRANSLATE_NOOP("RowLayout", "Hide details"))
                                                                   : words(QT_TRANSLATE_NOOP("RowLayout", "Details")), false);
    }
    addButton(Hotspot::Kind::NoticeAction, notice.secondary.id, notice.secondary.text, false);
    addButton(Hotspot::Kind::NoticeAction, notice.primary.id, notice.primary.text, true);
    qreal buttonsWidth = 0;
    for (const Button &button : m_noticeButtons)
        buttonsWidth += button.spot.rect.width() + m_theme->steps(2);

    m_noticeText.setContent(notice.text, {}, { m_theme->text, m_theme->lineHeight, m_theme->colors.text }, m_theme);
    const bool besides = width - 2 * padding - buttonsWidth >= m_theme->scaled(200);
    const qreal textWidth = width - 2 * padding - (besides ? buttonsWidth : 0);
    const int textHeight = m_noticeText.layOut(textWidth);
    m_noticeTextWidth = textWidth;
    m_noticeDetailsWidth = width - 2 * padding;
    const int top = y + m_theme->steps(2);
    const int inner = m_theme->steps(2) + qRound(m_theme->scaled(1));
    int firstLine = besides ? qMax(textHeight, m_noticeButtons.empty() ? 0 : int(buttonHeight)) : textHeight;
    m_noticeTextOrigin = QPointF(left + padding, top + inner + (besides ? (firstLine - textHeight) / 2 : 0));
    int bottom = top + inner + firstLine;
    qreal buttonTop = top + inner + (firstLine - buttonHeight) / 2;
    if (!besides && !m_noticeButtons.empty()) {
        buttonTop = bottom + m_theme->steps(2);
        bottom = int(buttonTop + buttonHeight);
    }
    qreal x = left + width - padding;
    for (auto button = m_noticeButtons.rbegin(); button != m_noticeButtons.rend(); ++button) {
        x -= button->spot.rect.width();
        button->spot.rect.moveTopLeft(QPointF(x, buttonTop));
        x -= m_theme->steps(2);
    }
    if (m_areDetailsShown && !notice.details.isEmpty()) {
        m_noticeDetails.setContent(notice.details, {}, { m_theme->secondary, m_theme->secondaryLineHeight,
                                                         m_theme->colors.secondary }, m_theme);
        bottom += m_theme->steps(2);
        m_noticeDetailsOrigin = QPointF(left + padding, bottom);
        bottom += m_noticeDetails.layOut(m_noticeDetailsWidth);
    }
    m_noticeRect = QRectF(left, top, width, bottom + inner - top);
    return bottom + inner;
}

void RowLayout::layOutActions(int y, qreal left, qreal width, bool atEnd)
{
    const qreal size = m_theme->scaled(28);
    m_actionsRect = QRectF(left, y, width, size);
    m_pagerRect = QRectF();
    const auto add = [&](Hotspot::Kind kind, const char *label) {
        m_actions.push_back({ .kind = kind, .rect = QRectF(0, y, size, size), .value = {}, .label = words(label), .place = {} });
    };
    const bool isWriting = m_content.state == MessageState::Streaming;
    const bool hasPager = m_content.siblingCount > 1 && !isWriting;
    const auto addPager = [&] {
        add(Hotspot::Kind::PreviousSibling, QT_TRANSLATE_NOOP("RowLayout", "Previous version"));
        add(Hotspot::Kind::NextSibling, QT_TRANSLATE_NOOP("RowLayout", "Next version"));
    };
    // It stands there always, the others come and go: so it has the place at the edge.
    if (hasPager && !atEnd)
        addPager();
    if (!isWriting) {
        if (m_content.role == Role::Assistant)
            add(Hotspot::Kind::Regenerate, QT_TRANSLATE_NOOP("RowLayout", "Answer again"));
        add(Hotspot::Kind::Copy, QT_TRANSLATE_NOOP("RowLayout", "Copy message"));
        if (m_content.role == Role::User)
            add(Hotspot::Kind::Edit, QT_TRANSLATE_NOOP("RowLayout", "Edit and ask again"));
        else if (isPerson())
            add(Hotspot::Kind::Edit, QT_TRANSLATE_NOOP("RowLayout", "Edit as…"));
        add(Hotspot::Kind::More, QT_TRANSLATE_NOOP("RowLayout", "More"));
    }
    if (hasPager && atEnd)
        addPager();
    const QString count = QStringLiteral("%1 / %2").arg(m_content.siblingIndex + 1).arg(m_content.siblingCount);
    const qreal pagerWidth = QFontMetricsF(m_theme->secondary).horizontalAdvance(count) + m_theme->step;
    const qreal total = qreal(m_actions.size()) * size + (hasPager ? pagerWidth : 0);
    // The glyph, not its larger sensitive area, lines up with the text.
    const qreal overhang = m_theme->scaled(6);
    qreal x = atEnd ? left + width - total + overhang : left - overhang;
    for (Hotspot &action : m_actions) {
        action.rect.moveLeft(x);
        x += size;
        if (action.kind == Hotspot::Kind::PreviousSibling) {
            m_pagerRect = QRectF(x, y, pagerWidth, size);
            x += pagerWidth;
        }
    }
    m_infoRect = atEnd ? QRectF(left, y, qMax<qreal>(0, width - total - m_theme->steps(2)), size)
                       : QRectF(x + m_theme->steps(2), y, qMax<qreal>(0, left + width - x - m_theme->steps(2)), size);
}
