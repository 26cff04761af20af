// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"
#include "message.h"
#include "messagelayout.h"
#include "sourcelist.h"
#include "transcriptroles.h"

#include <QImage>
#include <QList>

#include <functional>
#include <limits>
#include <optional>

// What a row says besides its text.
struct RowContent
{
    Role role = Role::User;
    MessageState state = MessageState::Complete;
    QString reasoning;
    qint64 thinkingMs = 0;           // negative: since when, see ThinkingMsRole
    QList<ImagePart> images;
    QString infoLine;
    QList<Source> sources;
    std::optional<TranscriptNotice> notice;
    bool isInspectable = false;
    int siblingIndex = 0;
    int siblingCount = 1;
};

// The picture of an attachment at the given size in device pixels; null: not there yet.
using ThumbnailLookup = std::function<QImage(const ImagePart &image, const QSize &pixels)>;

// A message on the page: the text and everything around it. The person's message is a tinted block on the trailing side,
// an answer stands plainly in the column. Room for the actions is always there.
class RowLayout
{
public:
    explicit RowLayout(TranscriptThemePointer theme);
    ~RowLayout();

    void setContent(RowContent content);
    const RowContent &content() const { return m_content; }
    // The whole text so far. What was there is not parsed again when the text merely grew; of what is new at most `most`
    // units are taken over, of the text and, by the layOut() that follows, of thoughts that are shown.
    void setText(const QString &text, qsizetype most = std::numeric_limits<qsizetype>::max());
    // Units of the text that were taken over.
    qsizetype takenLength() const { return m_fedLength; }
    // setText() or layOut() left something.
    bool hasMore() const;
    // Units of the paragraph in which an answer that is being written ends; 0: it ends in something else.
    qsizetype tailLength() const;
    void setReasoningShown(bool isShown);
    bool isReasoningShown() const { return m_isReasoningShown; }
    void setDetailsShown(bool areShown) { m_areDetailsShown = areShown; }
    bool areDetailsShown() const { return m_areDetailsShown; }

    void setAllSourcesShown(bool areShown) { m_areAllSourcesShown = areShown; }
    bool areAllSourcesShown() const { return m_areAllSourcesShown; }

    int layOut(int width, Qt::LayoutDirection direction);
    int height() const { return m_height; }
    // What the last layOut() touched starts here.
    int changedFrom() const { return m_changedFrom; }

    void paint(QPainter &painter, const PaintContext &context, const ThumbnailLookup &thumbnails, qreal devicePixelRatio) const;

    MessageLayout &body() { return *m_body; }
    const MessageLayout &body() const { return *m_body; }
    QPointF bodyOrigin() const { return m_bodyRect.topLeft(); }
    QRectF blockRect() const { return m_blockRect; }     // of a person's message, else of the text
    const QString &source() const;
    bool isPerson() const { return m_content.role != Role::Assistant && m_content.role != Role::Tool; }

    // All that can be pressed, top to bottom; the row's own coordinates.
    std::vector<Hotspot> hotspots() const;
    std::optional<Hotspot> hotspotAt(const QPointF &point) const;

    // "Thinking… 0:14", "Thought for 14 s", or nothing.
    QString thinkingText(std::optional<qint64> nowMs) const;
    QRectF thinkingRect() const { return m_thinkingRect; }
    QRectF sourcesRect() const { return m_sources.rect(); }
    // "System", "Tool result": said where the look alone does not tell who speaks; else empty.
    QString roleText() const;
    QRectF noticeRect() const { return m_noticeRect; }

    QString shownText() const { return m_body->shownText(); }
    qsizetype memoryEstimate() const;

private:
    struct Button { Hotspot spot; bool isPrimary = false; };

    void makeBody();
    bool hasThinkingLine() const;
    int layOutRole(int y, qreal left, qreal width);
    int layOutAttachments(int y, qreal left, qreal width);
    int layOutPerson(qreal columnLeft, qreal columnWidth);
    qreal fitToText(qreal left, qreal width);
    int layOutAnswer(qreal columnLeft, qreal columnWidth);
    int layOutReasoning(int y, qreal left, qreal width);
    int layOutNotice(int y, qreal left, qreal width);
    void mirror();
    void layOutActions(int y, qreal left, qreal width, bool atEnd);
    void paintAttachments(QPainter &painter, const PaintContext &context, const ThumbnailLookup &thumbnails,
                          qreal devicePixelRatio) const;
    void paintThinking(QPainter &painter, const PaintContext &context) const;
    void paintNotice(QPainter &painter, const PaintContext &context) const;
    QRectF infoRoom(bool showsActions) const;
    void paintActions(QPainter &painter, const PaintContext &context) const;
    PaintContext contextFor(const PaintContext &context, const QRectF &part) const;

    TranscriptThemePointer m_theme;
    RowContent m_content;
    MarkdownDocument m_document;           // an answer
    QString m_plainText;                   // a person's message
    std::vector<Leaf> m_plainLeaves;
    qsizetype m_fedLength = 0;
    qsizetype m_textLength = 0;
    qsizetype m_mostNew = std::numeric_limits<qsizetype>::max();
    QString m_fedTail;
    bool m_isFinished = false;
    std::unique_ptr<MessageLayout> m_body;

    MarkdownDocument m_reasoningDocument;
    qsizetype m_reasoningFed = 0;
    std::unique_ptr<MessageLayout> m_reasoning;
    bool m_isReasoningShown = false;
    bool m_areDetailsShown = false;
    SourceList m_sources;
    bool m_areAllSourcesShown = false;

    int m_width = 0;
    int m_height = 0;
    int m_changedFrom = 0;
    bool m_isMirrored = false;             // in a window that goes from right to left
    QRectF m_blockRect, m_bodyRect, m_roleRect, m_thinkingRect, m_reasoningRect, m_noticeRect, m_actionsRect, m_infoRect, m_pagerRect;
    std::vector<QRectF> m_attachmentRects;
    InlineText m_noticeText, m_noticeDetails;
    QPointF m_noticeTextOrigin, m_noticeDetailsOrigin;
    qreal m_noticeTextWidth = 0, m_noticeDetailsWidth = 0;
    std::vector<Button> m_noticeButtons;
    std::vector<Hotspot> m_actions;
};
