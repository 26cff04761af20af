// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarydelegate.h"

#include "elidedlabel.h"
#include "librarymodel.h"
#include "palette.h"
#include "plaintext.h"

#include <QLineEdit>
#include <QPainter>

namespace {

constexpr int RowHeight = 31;
constexpr int SnippetRowHeight = 50;
constexpr int SectionHeight = 34;
constexpr int SideMargin = 8;
constexpr int TextMargin = 10;
constexpr int DotDiameter = 9;
constexpr int TagDiameter = 7;
constexpr int FolderIndent = 14;
constexpr int ArrowSize = 4;
constexpr QChar MatchStart(0x2068);
constexpr QChar MatchEnd(0x2069);

QString sectionOf(const QModelIndex &index)
{
    return index.data(LibraryModel::SectionRole).toString();
}

bool startsSection(const QModelIndex &index)
{
    return index.data(LibraryModel::RowShapeRole).toInt() & LibraryModel::BeginsSection;
}

// Heights grow with the font, so that nothing is cut at a greater zoom.
int scaled(int pixels, const QFontMetrics &metrics)
{
    return qMax(pixels, qRound(pixels * metrics.height() / 17.0));
}

QFont resized(const QFont &font, qreal factor)
{
    QFont result = font;
    if (font.pixelSize() > 0)
        result.setPixelSize(qRound(font.pixelSize() * factor));
    else
        result.setPointSizeF(font.pointSizeF() * factor);
    return result;
}

QRect rowRect(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int top = startsSection(index) ? scaled(SectionHeight, option.fontMetrics) : 0;
    return option.rect.adjusted(SideMargin, top, -SideMargin, 0);
}

// Search results alone: in the list a title shows what it is.
QString markedTitleOf(const QModelIndex &index)
{
    const QString title = index.data(LibraryModel::MarkedTitleRole).toString();
    return title.contains(MatchStart) ? title.simplified() : QString();
}

// A snippet from a word or two before its first match, so that the match is on screen.
QString aroundFirstMatch(const QString &snippet)
{
    const QString line = snippet.simplified();
    const qsizetype match = line.indexOf(MatchStart);
    if (match <= 18)
        return line;
    const qsizetype space = line.indexOf(u' ', match - 14);
    return QStringLiteral("… ") + line.sliced(space >= 0 && space < match ? space + 1 : match - 12);
}

void drawMarked(QPainter *painter, const QRect &rect, const QString &shown, const QFont &font, const QColor &color, const Colors &colors)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    int x = rect.x();
    bool isMatch = false;
    for (qsizetype from = 0; from < shown.size() && x < rect.right();) {
        qsizetype to = shown.indexOf(isMatch ? MatchEnd : MatchStart, from);
        to = to < 0 ? shown.size() : to;
        const QFont &used = isMatch ? bold : font;
        const QFontMetrics metrics(used);
        const QString piece = metrics.elidedText(shown.sliced(from, to - from), Qt::ElideRight, rect.right() - x);
        painter->setFont(used);
        painter->setPen(isMatch ? colors.text : color);
        painter->drawText(QRect(x, rect.y(), rect.right() - x + 1, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, piece);
        x += metrics.horizontalAdvance(piece);
        from = to + 1;
        isMatch = !isMatch;
    }
}

// Colours of tags, the same in light and dark: read as dots, not as text.
QColor tagColor(int number)
{
    constexpr QRgb Palette[] = { 0xffe5534b, 0xffe0823d, 0xffc9a227, 0xff57ab5a, 0xff39a0b5, 0xff539bf5, 0xffb083f0, 0xffe275ad };
    return QColor::fromRgb(Palette[size_t(qAbs(number)) % std::size(Palette)]);
}

void drawArrow(QPainter *painter, const QPoint &center, bool isCollapsed, bool isRightToLeft, const QColor &color)
{
    QPolygon arrow { QPoint(-ArrowSize, -ArrowSize / 2), QPoint(0, ArrowSize / 2), QPoint(ArrowSize, -ArrowSize / 2) };
    if (isCollapsed)
        arrow = isRightToLeft ? QPolygon { QPoint(ArrowSize / 2, -ArrowSize), QPoint(-ArrowSize / 2, 0), QPoint(ArrowSize / 2, ArrowSize) }
                              : QPolygon { QPoint(-ArrowSize / 2, -ArrowSize), QPoint(ArrowSize / 2, 0), QPoint(-ArrowSize / 2, ArrowSize) };
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(arrow.translated(center));
}

// A folder's name with its arrow, and what is left of the line.
QRect drawHeading(QPainter *painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index, const Colors &colors)
{
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    const int x = isRightToLeft ? line.right() - ArrowSize : line.left() + ArrowSize;
    drawArrow(painter, { x, line.center().y() + 1 }, index.data(LibraryModel::IsCollapsedRole).toBool(), isRightToLeft, colors.secondary);
    return isRightToLeft ? line.adjusted(0, 0, -FolderIndent, 0) : line.adjusted(FolderIndent, 0, 0, 0);
}

// Small dots at the end of the line. Returns what is left of it.
QRect drawTags(QPainter *painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect rest = line;
    const auto colors = index.data(LibraryModel::TagColorsRole).value<QList<int>>();
    for (auto color = colors.crbegin(); color != colors.crend(); ++color) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tagColor(*color));
        painter->drawEllipse(QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter, { TagDiameter, TagDiameter }, rest));
        rest = option.direction == Qt::RightToLeft ? rest.adjusted(TagDiameter + 4, 0, 0, 0) : rest.adjusted(0, 0, -TagDiameter - 4, 0);
    }
    return colors.isEmpty() ? rest : option.direction == Qt::RightToLeft ? rest.adjusted(4, 0, 0, 0) : rest.adjusted(0, 0, -4, 0);
}

// How many messages were found, or what the list is sorted by, at the end of the line. Returns what is left of it.
QRect drawFact(QPainter *painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index, const Colors &colors)
{
    const bool isFound = !index.data(LibraryModel::SnippetRole).toString().isEmpty();
    const int hits = index.data(LibraryModel::HitCountRole).toInt();
    const QString number = !isFound ? index.data(LibraryModel::FactRole).toString() : hits > 1 ? option.locale.toString(hits) : QString();
    if (number.isEmpty())
        return line;
    const QFont font = resized(option.font, 0.86);
    const int width = QFontMetrics(font).horizontalAdvance(number);
    painter->setFont(font);
    painter->setPen(colors.secondary);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignTrailing, number);
    return option.direction == Qt::RightToLeft ? line.adjusted(width + 8, 0, 0, 0) : line.adjusted(0, 0, -width - 8, 0);
}

}

void LibraryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors colors = colorsOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (startsSection(index)) {
        const QRect heading(option.rect.x() + SideMargin + TextMargin, option.rect.y() + 8,
                            option.rect.width() - 2 * (SideMargin + TextMargin), scaled(SectionHeight, option.fontMetrics) - 8);
        painter->setFont(resized(option.font, 0.86));
        painter->setPen(colors.secondary);
        painter->drawText(heading, Qt::AlignVCenter | Qt::AlignLeading, sectionOf(index));
    }

    const QRect row = rowRect(option, index);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || (option.state & QStyle::State_MouseOver)) {
        QColor fill = colors.selectedRow;
        if (!isSelected)
            fill.setAlphaF(0.5f);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(row, 6, 6);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.accent, 2));
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 6, 6);
    }

    QRect text = row.adjusted(TextMargin, 0, -TextMargin, 0);
    if (!index.data(LibraryModel::FolderRole).value<FolderId>().isNull() && !index.data(LibraryModel::IsHeadingRole).toBool())
        text = option.direction == Qt::RightToLeft ? text.adjusted(0, 0, -FolderIndent, 0) : text.adjusted(FolderIndent, 0, 0, 0);
    const bool isRunning = index.data(LibraryModel::IsRunningRole).toBool();
    const bool isUnread = index.data(LibraryModel::IsUnreadRole).toBool();
    if (isRunning || isUnread) {
        const QRect dot = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter, { DotDiameter, DotDiameter },
                                              text.intersected(QRect(text.x(), text.y(), text.width(), scaled(RowHeight, option.fontMetrics))));
        // A ring while it is written, filled when it is there: told apart without colour.
        painter->setPen(isRunning ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(isRunning ? QBrush(Qt::NoBrush) : QBrush(colors.accent));
        painter->drawEllipse(isRunning ? QRectF(dot).adjusted(1, 1, -1, -1) : QRectF(dot));
        text = option.direction == Qt::RightToLeft ? text.adjusted(DotDiameter + 8, 0, 0, 0) : text.adjusted(0, 0, -DotDiameter - 8, 0);
    }
    const QString snippet = index.data(LibraryModel::SnippetRole).toString();
    QRect line = text;
    if (!snippet.isEmpty()) {
        line.setHeight(text.height() / 2 + 2);
        drawMarked(painter, text.adjusted(0, text.height() / 2 - 2, 0, -2), aroundFirstMatch(snippet), resized(option.font, 0.86), colors.secondary, colors);
    }
    if (index.data(LibraryModel::IsHeadingRole).toBool())
        line = drawHeading(painter, line, option, index, colors);
    line = drawFact(painter, line, option, index, colors);
    line = drawTags(painter, line, option, index);
    painter->setFont(option.font);
    if (const QString marked = markedTitleOf(index); !marked.isEmpty()) {
        drawMarked(painter, line, marked, option.font, colors.text, colors);
        painter->restore();
        return;
    }
    const QString draft = index.data(LibraryModel::DraftRole).toString();
    QString title = index.data(Qt::DisplayRole).toString();
    if (!draft.isEmpty() && snippet.isEmpty()) {
        const QString mark = tr("Draft:") + u' ';
        painter->setPen(colors.draft);
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading, mark);
        const int advance = option.fontMetrics.horizontalAdvance(mark);
        line = option.direction == Qt::RightToLeft ? line.adjusted(0, 0, -advance, 0) : line.adjusted(advance, 0, 0, 0);
        title = draft;
    }
    painter->setPen(colors.text);
    QFont font = option.font;
    font.setWeight(isUnread ? QFont::DemiBold : font.weight());
    painter->setFont(font);
    const QString shown = QFontMetrics(font).elidedText(title.simplified(), Qt::ElideRight, line.width());
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading, inItsOwnDirection(shown, option.direction));
    painter->restore();
}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Asked of every row at each change of the list: one question, and no text.
    const int shape = index.data(LibraryModel::RowShapeRole).toInt();
    const int height = scaled(shape & LibraryModel::HasSnippet ? SnippetRowHeight : RowHeight, option.fontMetrics)
        + (shape & LibraryModel::BeginsSection ? scaled(SectionHeight, option.fontMetrics) : 0);
    return { 100, height };
}

QWidget *LibraryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("titleEditor"));
    editor->setAccessibleName(tr("Title of the conversation"));
    editor->setMaxLength(200);
    return editor;
}

void LibraryDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = static_cast<QLineEdit *>(editor);
    line->setText(index.data(Qt::DisplayRole).toString());
    line->selectAll();
}

void LibraryDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const QString title = static_cast<QLineEdit *>(editor)->text().simplified();
    if (!title.isEmpty() && title != index.data(Qt::DisplayRole).toString())
        Q_EMIT renamed(index, title);
}

void LibraryDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    editor->setGeometry(rowRect(option, index));
}
