// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "sourcelist.h"

#include "hiddencharacters.h"
#include "linkpolicy.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace {

constexpr int FoldedLines = 5;
constexpr qsizetype LongestWords = 300;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SourceList)
};

// The address without what every address has.
QString shortAddress(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    return url.host(QUrl::FullyEncoded) + (path == QLatin1String("/") ? QString() : path);
}

}

SourceList::Line SourceList::lineOf(const Source &source)
{
    const std::optional<QUrl> url = allowedLink(source.url);
    QStringList about;
    QString title = withHiddenCharactersShown(source.title.left(LongestWords));
    if (title.isEmpty())
        title = url ? shortAddress(*url) : withHiddenCharactersShown(source.url.left(LongestWords));
    else if (url)
        about += url->host(QUrl::FullyEncoded);
    if (const QString date = readableDate(source.date); !date.isEmpty())
        about += withHiddenCharactersShown(date);
    return { QLocale().toString(source.number), title, about.join(QStringLiteral(" \u00b7 ")) };
}

int SourceList::layOut(const QList<Source> &sources, bool isWhole, int top, qreal left, qreal width)
{
    m_isMirrored = false;
    m_lines.clear();
    m_spots.clear();
    m_rect = m_headingRect = QRectF();
    if (sources.isEmpty())
        return top;
    const qreal lineHeight = m_theme->secondaryLineHeight + m_theme->step;
    const qreal begin = top + m_theme->steps(3);
    m_headingRect = QRectF(left, begin, width, lineHeight);
    qreal y = m_headingRect.bottom();
    const bool folds = sources.size() > FoldedLines + 1;
    const qsizetype shown = folds && !isWhole ? FoldedLines : sources.size();
    for (qsizetype i = 0; i < shown; ++i) {
        const Source &source = sources.at(i);
        Line line = lineOf(source);
        const QString label = line.about.isEmpty() ? Words::tr("Source %1: %2").arg(line.number, line.title)
                                                   : Words::tr("Source %1: %2, %3").arg(line.number, line.title, line.about);
        m_spots.push_back({ .kind = Hotspot::Kind::Source, .rect = QRectF(left, y, width, lineHeight), .leaf = int(i), .value = source.url,
                            .label = label, .place = line.number });
        m_lines.push_back(std::move(line));
        y += lineHeight;
    }
    if (folds) {
        const QString text = isWhole ? Words::tr("Show fewer") : Words::tr("Show all %1").arg(QLocale().toString(sources.size()));
        const qreal buttonWidth = QFontMetricsF(m_theme->secondary).horizontalAdvance(text) + m_theme->steps(4);
        m_spots.push_back({ .kind = Hotspot::Kind::SourceFold, .rect = QRectF(left, y, qMin(width, buttonWidth), lineHeight), .value = {}, .label = text,
                            .place = {} });
        y += lineHeight;
    }
    m_rect = QRectF(left, begin, width, y - begin);
    return int(y) + m_theme->step;
}

void SourceList::mirror(qreal rowWidth)
{
    m_isMirrored = true;
    m_rect.moveLeft(rowWidth - m_rect.right());
    m_headingRect.moveLeft(rowWidth - m_headingRect.right());
    for (Hotspot &spot : m_spots)
        spot.rect.moveLeft(rowWidth - spot.rect.right());
}

void SourceList::paint(QPainter &painter, const PaintContext &context) const
{
    const int side = (m_isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine;
    QFont heading = m_theme->secondary;
    heading.setWeight(QFont::DemiBold);
    painter.setFont(heading);
    painter.setPen(m_theme->colors.secondary);
    painter.drawText(m_headingRect, side, Words::tr("Sources"));
    for (size_t i = 0; i < m_spots.size(); ++i) {
        const Hotspot &spot = m_spots[i];
        if (!context.clip.isEmpty() && !context.clip.intersects(spot.rect))
            continue;
        if (i < m_lines.size()) {
            paintLine(painter, m_lines[i], spot, context);
            continue;
        }
        const bool isHovered = context.hovered && context.hovered->isSameAs(spot);
        painter.setFont(m_theme->secondary);
        painter.setPen(isHovered ? m_theme->colors.text : m_theme->colors.secondary);
        painter.drawText(spot.rect, side, spot.label);
    }
}

void SourceList::paintLine(QPainter &painter, const Line &line, const Hotspot &spot, const PaintContext &context) const
{
    const bool isHovered = context.hovered && context.hovered->isSameAs(spot);
    const bool isOpen = allowedLink(spot.value).has_value();
    const QFontMetricsF metrics(m_theme->secondary);
    const auto place = [&](qreal from, qreal width) {
        const qreal x = m_isMirrored ? spot.rect.right() - from - width : spot.rect.left() + from;
        return QRectF(x, spot.rect.top(), width, spot.rect.height());
    };
    const int side = (m_isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine;

    // The plate is the one that the marks in the text stand on.
    const qreal plateWidth = qMax(m_theme->scaled(20), metrics.horizontalAdvance(line.number) + m_theme->steps(2));
    const qreal plateHeight = m_theme->secondaryLineHeight - m_theme->scaled(2);
    QRectF plate = place(0, plateWidth);
    plate = QRectF(plate.left(), plate.center().y() - plateHeight / 2, plateWidth, plateHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->colors.userBlock);
    painter.drawRoundedRect(plate, plateHeight / 2, plateHeight / 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(m_theme->secondary);
    painter.setPen(m_theme->colors.secondary);
    painter.drawText(plate, int(Qt::AlignCenter), line.number);

    const qreal textFrom = plateWidth + m_theme->steps(2);
    const qreal room = qMax<qreal>(0, spot.rect.width() - textFrom);
    const qreal gap = m_theme->steps(3);
    const QString about = metrics.elidedText(line.about, Qt::ElideRight, room * 0.5);
    const qreal aboutWidth = about.isEmpty() ? 0 : metrics.horizontalAdvance(about) + 1;
    const qreal titleRoom = room - (about.isEmpty() ? 0 : aboutWidth + gap);
    const QString title = metrics.elidedText(line.title, Qt::ElideRight, titleRoom);
    const qreal titleWidth = qMin(titleRoom, metrics.horizontalAdvance(title) + 1);
    QFont font = m_theme->secondary;
    font.setUnderline(isHovered && isOpen);
    painter.setFont(font);
    painter.setPen(isOpen ? m_theme->colors.accent : m_theme->colors.text);
    painter.drawText(place(textFrom, titleWidth), side, title);
    painter.setFont(m_theme->secondary);
    painter.setPen(m_theme->colors.secondary);
    painter.drawText(place(textFrom + titleWidth + gap, aboutWidth), side, about);
}
