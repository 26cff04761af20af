// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "textbox.h"

#include <QPainter>

InlineTextStyle TextBox::styleOf(const Leaf &leaf) const
{
    switch (leaf.kind) {
    case LeafKind::Heading:
        return { theme().headingFont(leaf.level), theme().headingLineHeight(leaf.level), theme().colors.text };
    case LeafKind::MathBlock:
        return { theme().code, theme().codeLineHeight, theme().colors.text };
    case LeafKind::Html:
        return { theme().code, theme().codeLineHeight, theme().colors.secondary };
    default:
        return { theme().text, theme().lineHeight, theme().colors.text };
    }
}

int TextBox::layOut(const Leaf &leaf, qreal width)
{
    m_text.setContent(leaf.text, leaf.inlines, styleOf(leaf), sharedTheme());
    return m_text.layOut(width);
}

void TextBox::paint(QPainter &painter, const Leaf &, const BoxMarks &marks) const
{
    m_text.paint(painter, { .selection = marks.selection, .found = marks.found, .clip = marks.clip });
}

QString TextBox::shownText(const Leaf &) const
{
    QString text = m_text.shownText();
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

qsizetype TextBox::positionAt(const Leaf &, const QPointF &point) const
{
    return m_text.positionAt(point);
}

QRectF TextBox::caretRect(const Leaf &, qsizetype position) const
{
    return m_text.caretRect(position);
}

std::vector<QRectF> TextBox::rectsOf(const Leaf &, const TextRange &range) const
{
    return m_text.rectsOf(range);
}

qsizetype TextBox::lineEdge(const Leaf &, qsizetype position, bool atEnd) const
{
    return m_text.lineEdge(position, atEnd);
}

std::vector<Hotspot> TextBox::hotspots(const Leaf &leaf) const
{
    std::vector<Hotspot> spots;
    for (const InlineText::Target &target : m_text.targets()) {
        // A target that is broken over lines is one spot a line, all with the same place.
        for (const QRectF &part : m_text.rectsOf(target.range)) {
            spots.push_back({ .kind = target.isImage ? Hotspot::Kind::Picture : Hotspot::Kind::Link, .rect = part,
                              .value = target.address,
                              .label = leaf.text.mid(target.range.begin, target.range.end - target.range.begin),
                              .place = QString::number(target.range.begin) });
        }
    }
    return spots;
}
