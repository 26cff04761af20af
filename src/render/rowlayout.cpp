// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "rowlayout.h"

#include "plaintext.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr qsizetype rememberedTail = 32;
constexpr qsizetype mostFitted = 2000;      // longer texts fill their block anyway

QString words(const char *text)
{
    return QCoreApplication::translate("RowLayout", text);
}

TranscriptThemePointer quietTheme(const TranscriptTheme &theme)
{
    auto quiet = std::make_shared<TranscriptTheme>(theme);
    quiet->text = theme.secondary;
    quiet->lineHeight = theme.secondaryLineHeight + theme.step / 2;
    quiet->colors.text = theme.colors.secondary;
    return quiet;
}

}

RowLayout::RowLayout(TranscriptThemePointer theme) : m_theme(std::move(theme)), m_sources(m_theme)
{
    makeBody();
}

RowLayout::~RowLayout() = default;

void RowLayout::makeBody()
{
    if (isPerson())
        m_body = std::make_unique<MessageLayout>(m_plainLeaves, m_plainText, m_theme);
    else
        m_body = std::make_unique<MessageLayout>(m_document.leaves(), m_document.source(), m_theme);
}

void RowLayout::setContent(RowContent content)
{
    const bool wasPerson = isPerson();
    m_content = std::move(content);
    if (isPerson() != wasPerson)
        makeBody();
}

const QString &RowLayout::source() const
{
    return isPerson() ? m_plainText : m_document.source();
}

void RowLayout::setText(const QString &text, qsizetype most)
{
    m_textLength = text.size();
    m_mostNew = most;
    if (isPerson()) {
        if (text != m_plainText) {
            m_plainText = text;
            m_plainLeaves = plainTextLeaves(m_plainText);
            makeBody();
        }
        m_fedLength = text.size();
        return;
    }
    const bool hasGrown = text.size() >= m_fedLength && QStringView(text).first(m_fedLength).endsWith(m_fedTail);
    if (!hasGrown || (m_isFinished && text.size() > m_fedLength)) {
        m_document = MarkdownDocument();
        m_fedLength = 0;
        m_isFinished = false;
        makeBody();
    }
    if (text.size() > m_fedLength) {
        const QStringView piece = QStringView(text).sliced(m_fedLength, qMin(most, text.size() - m_fedLength));
        m_document.append(piece);
        m_fedLength += piece.size();
        m_fedTail = text.mid(m_fedLength - qMin(rememberedTail, m_fedLength), qMin(rememberedTail, m_fedLength));
    }
    if (m_content.state != MessageState::Streaming && !m_isFinished && m_fedLength == text.size()) {
        m_document.finish();
        m_isFinished = true;
    }
    m_body->noteChange(m_document.takeFirstChanged());
}

bool RowLayout::hasMore() const
{
    return m_fedLength < m_textLength || (m_reasoning && m_isReasoningShown && m_reasoningFed < m_content.reasoning.size());
}

qsizetype RowLayout::tailLength() const
{
    const std::vector<Leaf> &leaves = m_document.leaves();
    const bool endsInParagraph = !m_isFinished && !leaves.empty() && leaves.back().kind == LeafKind::Paragraph;
    return endsInParagraph ? leaves.back().text.size() : 0;
}

void RowLayout::setReasoningShown(bool isShown)
{
    m_isReasoningShown = isShown;
}

bool RowLayout::hasThinkingLine() const
{
    // A wait for the first word is shown as thinking; once the text comes, only thoughts that can be read are.
    const bool isWaiting = m_content.state == MessageState::Streaming && source().isEmpty();
    return !isPerson() && (isWaiting || !m_content.reasoning.isEmpty());
}

QString RowLayout::thinkingText(std::optional<qint64> nowMs) const
{
    if (!hasThinkingLine())
        return {};
    if (m_content.thinkingMs > 0) {
        const qint64 seconds = qMax<qint64>(1, (m_content.thinkingMs + 500) / 1000);
        if (seconds < 60)
            return words(QT_TRANSLATE_NOOP("RowLayout", "Thought for %1 s")).arg(seconds);
        return words(QT_TRANSLATE_NOOP("RowLayout", "Thought for %1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
    }
    if (m_content.state != MessageState::Streaming || !source().isEmpty())
        return words(QT_TRANSLATE_NOOP("RowLayout", "Thoughts"));
    if (m_content.thinkingMs == 0 || !nowMs)
        return words(QT_TRANSLATE_NOOP("RowLayout", "Thinking…"));
    const qint64 seconds = qMax<qint64>(0, (*nowMs + m_content.thinkingMs) / 1000);
    return words(QT_TRANSLATE_NOOP("RowLayout", "Thinking… %1:%2"))
        .arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

int RowLayout::layOut(int width, Qt::LayoutDirection direction)
{
    m_width = width;
    const int margin = width < m_theme->scaled(480) ? m_theme->steps(4) : m_theme->steps(6);
    const int columnWidth = qMin(m_theme->columnWidth, qMax(m_theme->steps(30), width - 2 * margin));
    const qreal columnLeft = qMax(0, (width - columnWidth) / 2);
    const QPointF bodyBefore = m_bodyRect.topLeft();
    m_attachmentRects.clear();
    m_noticeButtons.clear();
    m_actions.clear();
    m_roleRect = m_thinkingRect = m_reasoningRect = m_noticeRect = QRectF();
    m_height = isPerson() ? layOutPerson(columnLeft, columnWidth) : layOutAnswer(columnLeft, columnWidth);
    const bool wasMirrored = std::exchange(m_isMirrored, direction == Qt::RightToLeft);
    if (m_isMirrored)
        mirror();
    const bool standsStill = bodyBefore == m_bodyRect.topLeft() && wasMirrored == m_isMirrored;
    m_changedFrom = standsStill ? int(m_bodyRect.top()) + m_body->changedFrom() : 0;
    return m_height;
}

// All was laid out from left to right. Texts keep the direction of their words; what is around them changes sides.
void RowLayout::mirror()
{
    const auto flip = [this](QRectF &rect) {
        if (!rect.isNull())
            rect.moveLeft(m_width - rect.right());
    };
    for (QRectF *rect : { &m_blockRect, &m_bodyRect, &m_roleRect, &m_thinkingRect, &m_reasoningRect, &m_noticeRect, &m_actionsRect, &m_infoRect, &m_pagerRect })
        flip(*rect);
    for (QRectF &rect : m_attachmentRects)
        flip(rect);
    for (Button &button : m_noticeButtons)
        flip(button.spot.rect);
    for (Hotspot &action : m_actions)
        flip(action.rect);
    m_sources.mirror(m_width);
    m_noticeTextOrigin.setX(m_width - m_noticeTextOrigin.x() - m_noticeTextWidth);
    m_noticeDetailsOrigin.setX(m_width - m_noticeDetailsOrigin.x() - m_noticeDetailsWidth);
}

int RowLayout::layOutPerson(qreal columnLeft, qreal columnWidth)
{
    const qreal inset = qMin<qreal>(m_theme->scaled(110), columnWidth * 0.12);
    const qreal width = columnWidth - inset;
    const qreal left = columnLeft + inset;
    const qreal padding = m_theme->scaled(14);
    const int top = m_theme->steps(5);
    int y = layOutRole(top + qRound(m_theme->scaled(9)), left + padding, width - 2 * padding);
    y = layOutAttachments(y, left + padding, width - 2 * padding);
    const int bodyHeight = m_body->layOut(width - 2 * padding);
    const qreal spare = fitToText(left + padding, width - 2 * padding);
    m_bodyRect = QRectF(left + spare + padding, y, width - spare - 2 * padding, bodyHeight);
    y += bodyHeight + qRound(m_theme->scaled(9));
    m_blockRect = QRectF(left + spare, top, width - spare, y - top);
    y = layOutNotice(y, columnLeft, columnWidth);
    layOutActions(y, columnLeft, columnWidth, true);
    return y + int(m_actionsRect.height());
}

// A few words stand in a block of their size: moves the pictures to where it begins and returns what it does not need.
qreal RowLayout::fitToText(qreal left, qreal width)
{
    if (m_plainText.size() > mostFitted)
        return 0;
    qreal used = std::ceil(m_body->naturalWidth()) + 1;
    for (const QRectF &picture : m_attachmentRects)
        used = qMax(used, picture.right() - left);
    const qreal spare = qMax<qreal>(0, width - qMax<qreal>(used, m_theme->steps(6)));
    for (QRectF &picture : m_attachmentRects)
        picture.translate(spare, 0);
    // What is read from right to left stands at the right edge of the width that it was laid out for.
    const bool isMirrored = std::any_of(m_plainLeaves.begin(), m_plainLeaves.end(), [](const Leaf &leaf) { return leaf.text.isRightToLeft(); });
    if (isMirrored && spare > 0)
        m_body->layOut(width - spare);
    return spare;
}

int RowLayout::layOutAnswer(qreal columnLeft, qreal columnWidth)
{
    int y = layOutRole(m_theme->step, columnLeft, columnWidth);
    if (hasThinkingLine()) {
        m_thinkingRect = QRectF(columnLeft, y, columnWidth, m_theme->secondaryLineHeight + m_theme->step);
        y = layOutReasoning(int(m_thinkingRect.bottom()) + m_theme->step, columnLeft, columnWidth);
    }
    y = layOutAttachments(y, columnLeft, columnWidth);
    const int bodyHeight = m_body->layOut(columnWidth);
    m_bodyRect = QRectF(columnLeft, y, columnWidth, bodyHeight);
    m_blockRect = m_bodyRect;
    y += bodyHeight;
    y = m_sources.layOut(m_content.sources, m_areAllSourcesShown, y, columnLeft, columnWidth);
    y = layOutNotice(y, columnLeft, columnWidth);
    layOutActions(y + m_theme->step, columnLeft, columnWidth, false);
    return int(m_actionsRect.bottom()) + m_theme->steps(2);
}

QString RowLayout::roleText() const
{
    switch (m_content.role) {
    case Role::System: return words(QT_TRANSLATE_NOOP("RowLayout", "System"));
    case Role::Developer: return words(QT_TRANSLATE_NOOP("RowLayout", "Developer"));
    case Role::Tool: return words(QT_TRANSLATE_NOOP("RowLayout", "Tool result"));
    case Role::User:
    case Role::Assistant: break;
    }
    return {};
}

int RowLayout::layOutRole(int y, qreal left, qreal width)
{
    if (roleText().isEmpty())
        return y;
    m_roleRect = QRectF(left, y, width, m_theme->secondaryLineHeight);
    return y + m_theme->secondaryLineHeight + m_theme->step;
}

// Every picture gets its final box from its known size before it is decoded, so nothing moves when it comes.
int RowLayout::layOutAttachments(int y, qreal left, qreal width)
{
    if (m_content.images.isEmpty())
        return y;
    const qreal height = m_theme->scaled(96);
    qreal x = left;
    for (const ImagePart &image : std::as_const(m_content.images)) {
        const qreal ratio = image.pixels.isEmpty() ? 1.0 : qreal(image.pixels.width()) / image.pixels.height();
        const qreal itemWidth = qMin(width, qBound(m_theme->scaled(56), height * ratio, m_theme->scaled(220)));
        if (x > left && x + itemWidth > left + width) {
            x = left;
            y += int(height) + m_theme->steps(2);
        }
        m_attachmentRects.push_back(QRectF(x, y, itemWidth, height));
        x += itemWidth + m_theme->steps(2);
    }
    const bool hasText = !source().isEmpty();
    return y + int(height) + (hasText ? m_theme->steps(2) : 0);
}

int RowLayout::layOutReasoning(int y, qreal left, qreal width)
{
    if (!m_isReasoningShown || m_content.reasoning.isEmpty())
        return y;
    if (!m_reasoning || m_content.reasoning.size() < m_reasoningFed) {
        m_reasoningDocument = MarkdownDocument();
        m_reasoningFed = 0;
        m_reasoning = std::make_unique<MessageLayout>(m_reasoningDocument.leaves(), m_reasoningDocument.source(),
                                                      quietTheme(*m_theme));
    }
    const QStringView rest = QStringView(m_content.reasoning).sliced(m_reasoningFed);
    const QStringView piece = rest.first(qMin(m_mostNew, rest.size()));
    m_reasoningDocument.append(piece);
    m_reasoningFed += piece.size();
    m_reasoning->noteChange(m_reasoningDocument.takeFirstChanged());
    const int indent = m_theme->steps(4);
    const int height = m_reasoning->layOut(width - indent);
    m_reasoningRect = QRectF(left + indent, y, width - indent, height);
    return y + height + m_theme->steps(3);
}

std::vector<Hotspot> RowLayout::hotspots() const
{
    std::vector<Hotspot> spots;
    for (size_t i = 0; i < m_attachmentRects.size(); ++i) {
        const ImagePart &image = m_content.images.at(qsizetype(i));
        spots.push_back({ .kind = Hotspot::Kind::Attachment, .rect = m_attachmentRects[i], .leaf = int(i), .value = {},
                          .label = words(QT_TRANSLATE_NOOP("RowLayout", "Picture %1")).arg(image.name), .place = {} });
    }
    if (!m_thinkingRect.isEmpty() && !m_content.reasoning.isEmpty()) {
        spots.push_back({ .kind = Hotspot::Kind::Thinking, .rect = m_thinkingRect, .value = {},
                          .label = m_isReasoningShown ? words(QT_TRANSLATE_NOOP("RowLayout", "Hide the thoughts"))
                                                   : words(QT_TRANSLATE_NOOP("RowLayout", "Show the thoughts")),
                          .place = {} });
    }
    for (Hotspot &spot : m_body->hotspots()) {
        spot.rect.translate(m_bodyRect.topLeft());
        spots.push_back(std::move(spot));
    }
    spots.insert(spots.end(), m_sources.hotspots().begin(), m_sources.hotspots().end());
    for (const Button &button : m_noticeButtons)
        spots.push_back(button.spot);
    spots.insert(spots.end(), m_actions.begin(), m_actions.end());
    return spots;
}

std::optional<Hotspot> RowLayout::hotspotAt(const QPointF &point) const
{
    if (m_bodyRect.contains(point)) {
        const Hotspot *inBody = m_body->hotspotAt(point - m_bodyRect.topLeft());
        if (!inBody)
            return std::nullopt;
        Hotspot spot = *inBody;
        spot.rect.translate(m_bodyRect.topLeft());
        return spot;
    }
    for (size_t i = 0; i < m_attachmentRects.size(); ++i) {
        if (m_attachmentRects[i].contains(point))
            return Hotspot { .kind = Hotspot::Kind::Attachment, .rect = m_attachmentRects[i], .leaf = int(i), .value = {},
                             .label = m_content.images.at(qsizetype(i)).name, .place = {} };
    }
    for (const Hotspot &spot : m_sources.hotspots()) {
        if (spot.rect.contains(point))
            return spot;
    }
    for (const Button &button : m_noticeButtons) {
        if (button.spot.rect.contains(point))
            return button.spot;
    }
    for (const Hotspot &action : m_actions) {
        if (action.rect.contains(point))
            return action;
    }
    if (m_thinkingRect.contains(point) && !m_content.reasoning.isEmpty())
        return Hotspot { .kind = Hotspot::Kind::Thinking, .rect = m_thinkingRect, .value = {}, .label = {}, .place = {} };
    return std::nullopt;
}

qsizetype RowLayout::memoryEstimate() const
{
    return m_body->memoryEstimate() + (m_reasoning ? m_reasoning->memoryEstimate() : 0) + 3000;
}
