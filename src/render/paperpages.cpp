// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "paperpages.h"

#include "answertext.h"
#include "messageending.h"
#include "paperparts_p.h"
#include "sourcetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace {

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperPages)
};

constexpr qreal MillimetresPerInch = 25.4;
// Fewer lines than these of a long block do not stand alone at the foot of a page.
constexpr size_t LinesBeforeCut = 3;

QString nameOf(const ImagePart &picture)
{
    const QString name = picture.name.isEmpty() ? Words::tr("Picture") : picture.name.simplified();
    return picture.blob.isEmpty() && !picture.url.isEmpty() ? name + u' ' + picture.url.toString(QUrl::FullyEncoded) : name;
}

QString nameOf(const Message &message)
{
    QString name = Words::tr("Instructions");
    if (message.role == Role::User)
        name = Words::tr("You");
    else if (message.role == Role::Assistant)
        name = message.answer && !message.answer->modelId.isEmpty() ? message.answer->modelId : Words::tr("Answer");
    else if (message.role == Role::Tool)
        name = Words::tr("Result of a tool");
    if (message.createdAtMs > 0)
        name += QStringLiteral(" · ") + QLocale().toString(QDateTime::fromMSecsSinceEpoch(message.createdAtMs), QLocale::ShortFormat);
    return name;
}

TranscriptThemePointer paperTheme()
{
    TranscriptThemeOptions options;
    options.zoom = Paper::PixelsPerInch / 96.0;
    options.code.wrapsLines = true;
    options.isForPaper = true;
    return makeTranscriptTheme(options);
}

}

Paper Paper::fromMillimetres(const QSizeF &size, qreal margin)
{
    const qreal scale = PixelsPerInch / MillimetresPerInch;
    const qreal edge = margin * scale;
    return { size * scale, QMarginsF(edge, edge, edge, edge) };
}

PaperPages::PaperPages(Content content, Pictures pictures, const Paper &paper)
    : m_content(std::move(content)), m_pictures(std::move(pictures)), m_paper(paper), m_theme(paperTheme()), m_y(paper.margins.top())
{
    addTitle();
}

PaperPages::~PaperPages() = default;

qreal PaperPages::columnWidth() const
{
    return m_paper.size.width() - m_paper.margins.left() - m_paper.margins.right();
}

void PaperPages::addTitle()
{
    addLine(m_content.title, m_theme->headings[0], m_theme->headingLineHeights[0], m_theme->colors.text, 0, true);
    if (!m_content.subtitle.isEmpty())
        addLine(m_content.subtitle, m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary, m_theme->step, true);
}

bool PaperPages::layOutNext()
{
    if (m_isComplete)
        return false;
    if (m_next == m_content.branch.size()) {
        // A title with nothing below it.
        place(std::exchange(m_waiting, {}));
        m_isComplete = true;
        return false;
    }
    const Message &message = m_content.branch[m_next];
    if (!m_isOpen)
        beginMessage(message);
    else if (m_text)
        growText();
    else if (m_nextPart <= message.parts.size())
        addNextPart(message);
    else
        endMessage(message);
    return true;
}

void PaperPages::layOutAll()
{
    while (layOutNext()) { }
}

bool PaperPages::discardNext()
{
    constexpr size_t AtOnce = 200;
    m_isComplete = true;
    m_text.reset();
    m_parts.resize(m_parts.size() - std::min(AtOnce, m_parts.size()));
    m_content.branch.resize(m_content.branch.size() - std::min(AtOnce, m_content.branch.size()));
    return !m_parts.empty() || !m_content.branch.empty();
}

static bool isPersons(const Message &message)
{
    return message.role != Role::Assistant && message.role != Role::Tool;
}

void PaperPages::beginMessage(const Message &message)
{
    addLine(nameOf(message), m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary, m_theme->steps(7), true);
    m_units = std::exchange(m_waiting, {});
    m_gap = m_theme->steps(2);
    m_nextPart = 0;
    m_isOpen = true;
}

// Behind the parts come what else was said and the sources, once.
void PaperPages::addNextPart(const Message &message)
{
    if (m_nextPart == message.parts.size()) {
        ++m_nextPart;
        const QString sources = message.answer ? sourcesMarkdown(sourcesOf(textOf(message), message.answer->citations)) : QString();
        const QStringList rest { answerMarkdown(message), sources };
        if (const QString text = rest.join(QLatin1Char('\n')).trimmed(); !text.isEmpty())
            addText(text, isPersons(message));
        return;
    }
    const ContentPart &content = message.parts[m_nextPart++];
    std::visit(Overloads {
        [&](const TextPart &text) { addText(text.text, isPersons(message)); },
        [&](const ImagePart &picture) { addPicture(picture); },
    }, content);
}

void PaperPages::addText(const QString &text, bool isPerson)
{
    m_text = std::make_unique<PaperText>(text, isPerson, m_theme, columnWidth());
    growText();
}

void PaperPages::growText()
{
    if (m_text->layOutNext())
        return;
    const qreal padding = m_text->padding();
    addPart(std::move(m_text), m_gap + padding, m_units);
    m_gap = m_theme->steps(3) + padding;
}

void PaperPages::addPicture(const ImagePart &picture)
{
    const QSizeF most(columnWidth(), (columnBottom() - columnTop()) * 0.7);
    if (picture.blob.isEmpty() || picture.pixels.isEmpty()) {
        addPart(std::make_unique<PaperLine>(nameOf(picture), InlineTextStyle { m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary }, m_theme,
                                            columnWidth(), false), m_gap, m_units);
    } else {
        addPart(std::make_unique<PaperPicture>(picture, m_pictures, most, m_theme), m_gap, m_units);
    }
    m_gap = m_theme->steps(3);
}

void PaperPages::endMessage(const Message &message)
{
    place(std::exchange(m_units, {}));
    if (const QString note = endingNote(message.state); !note.isEmpty()) {
        addLine(note, m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary, m_gap, false);
        place(std::exchange(m_waiting, {}));
    }
    m_isOpen = false;
    ++m_next;
}

void PaperPages::addLine(const QString &text, const QFont &font, int lineHeight, const QColor &color, qreal gap, bool staysWithNext)
{
    addPart(std::make_unique<PaperLine>(text, InlineTextStyle { font, lineHeight, color }, m_theme, columnWidth(), staysWithNext), gap, m_waiting);
}

void PaperPages::addPart(std::unique_ptr<PaperPart> part, qreal gap, std::vector<PaperUnit> &units)
{
    bool isFirst = true;
    for (PaperUnit &unit : part->units()) {
        unit.part = m_parts.size();
        unit.gap += std::exchange(isFirst, false) ? gap : 0;
        units.push_back(std::move(unit));
    }
    part->releaseLayouts();
    m_parts.push_back(std::move(part));
}

void PaperPages::place(const std::vector<PaperUnit> &units)
{
    const qreal page = columnBottom() - columnTop();
    for (size_t first = 0; first < units.size();) {
        // What stays with what comes next goes to the page of that.
        size_t last = first;
        qreal together = 0;
        while (units[last].staysWithNext && last + 1 < units.size()) {
            together += units[last].height() + units[last + 1].gap;
            ++last;
        }
        const PaperUnit &body = units[last];
        qreal needed = together + body.height();
        if (needed > page) {
            const size_t lines = std::min(LinesBeforeCut, body.cuts.size());
            needed = lines > 0 ? together + body.cuts[lines - 1] - body.top : needed;
        }
        if (m_y > columnTop() && m_y + units[first].gap + needed > columnBottom())
            turnPage();
        for (; first <= last; ++first)
            placeUnit(units[first]);
    }
}

void PaperPages::placeUnit(const PaperUnit &unit)
{
    if (m_y > columnTop())
        m_y += unit.gap;
    if (m_y + unit.height() <= columnBottom())
        addPiece(unit, unit.top, unit.bottom);
    else if (unit.cuts.empty())
        placeSmaller(unit);
    else
        placeInPieces(unit);
}

// A formula of a hundred rows would be cut through its letters.
void PaperPages::placeSmaller(const PaperUnit &unit)
{
    if (m_y > columnTop() && unit.height() > columnBottom() - m_y)
        turnPage();
    addSmallerPiece(unit, unit.top, unit.bottom);
}

void PaperPages::placeInPieces(const PaperUnit &unit)
{
    qreal from = unit.top;
    while (from < unit.bottom) {
        const bool goesOn = from > unit.top;
        const bool isFresh = goesOn || m_y <= columnTop();
        if (goesOn && unit.repeated > 0 && unit.repeated < columnBottom() - m_y)
            addPiece(unit, unit.top, unit.top + unit.repeated);
        const qreal room = columnBottom() - m_y;
        qreal to = unit.bottom;
        if (to - from > room) {
            const auto after = std::upper_bound(unit.cuts.begin(), unit.cuts.end(), from + room);
            const bool canCut = after != unit.cuts.begin() && *std::prev(after) > from;
            if (!canCut && !isFresh) {
                turnPage();
                continue;
            }
            to = canCut ? *std::prev(after) : after != unit.cuts.end() ? *after : unit.bottom;
        }
        if (to - from > room)
            addSmallerPiece(unit, from, to);
        else
            addPiece(unit, from, to);
        from = to;
        if (from < unit.bottom)
            turnPage();
    }
}

// Lines that stand beside each other at different heights cannot be cut, and may be taller than a page together.
void PaperPages::addSmallerPiece(const PaperUnit &unit, qreal from, qreal to)
{
    const qreal scale = std::min(1.0, (columnBottom() - m_y) / (to - from));
    m_pieces.push_back({ unit.part, m_page, m_y, from, to, scale });
    m_y += (to - from) * scale;
}

// What follows the piece above it without a break becomes one with it: bars of quotes go through.
void PaperPages::addPiece(const PaperUnit &unit, qreal from, qreal to)
{
    if (!m_pieces.empty()) {
        Piece &above = m_pieces.back();
        const bool follows = above.part == unit.part && above.page == m_page && above.scale == 1 && from >= above.to && qAbs(m_y - (above.top + from - above.from)) < 0.01;
        if (follows) {
            above.to = to;
            m_y += to - from;
            return;
        }
    }
    m_pieces.push_back({ unit.part, m_page, m_y, from, to });
    m_y += to - from;
}

void PaperPages::turnPage()
{
    ++m_page;
    m_y = columnTop();
}

void PaperPages::paint(QPainter &painter, int page) const
{
    auto piece = std::lower_bound(m_pieces.begin(), m_pieces.end(), page, [](const Piece &one, int wanted) { return one.page < wanted; });
    // A part of a page is asked for more often than all of it.
    const bool isPart = painter.hasClipping();
    const QRectF wanted = isPart ? painter.clipBoundingRect() : QRectF();
    for (; piece != m_pieces.end() && piece->page == page; ++piece) {
        const qreal around = m_parts[piece->part]->padding();
        const qreal bottom = piece->top + (piece->to - piece->from) * piece->scale;
        if (isPart && (piece->top - around > wanted.bottom() || bottom + around < wanted.top()))
            continue;
        painter.save();
        painter.translate(m_paper.margins.left(), piece->top);
        painter.scale(piece->scale, piece->scale);
        painter.translate(0, -piece->from);
        m_parts[piece->part]->paint(painter, piece->from, piece->to);
        m_parts[piece->part]->releaseLayouts();
        painter.restore();
    }
    paintFooter(painter, page);
}

void PaperPages::paintFooter(QPainter &painter, int page) const
{
    const QRectF line(m_paper.margins.left(), columnBottom() + m_theme->steps(4), columnWidth(), m_theme->secondaryLineHeight);
    const QString number = m_isComplete ? QStringLiteral("%1 / %2").arg(page + 1).arg(pageCount()) : QString::number(page + 1);
    const QFontMetricsF metrics(m_theme->secondary);
    painter.setFont(m_theme->secondary);
    painter.setPen(m_theme->colors.secondary);
    painter.drawText(line, int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), number);
    if (page == 0)
        return;
    const qreal room = line.width() - metrics.horizontalAdvance(number) - m_theme->steps(4);
    painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), metrics.elidedText(m_content.title.simplified(), Qt::ElideRight, room));
}
