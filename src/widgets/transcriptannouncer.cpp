// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptannouncer_p.h"

#include "transcriptaccessible_p.h"
#include "transcriptview.h"

#include <QAccessible>

qsizetype finishedSentences(const QString &text, qsizetype from)
{
    for (qsizetype i = text.size() - 1; i > from; --i) {
        const QChar c = text.at(i - 1);
        const bool ends = c == u'\n' || c == QChar(0x3002) || c == QChar(0xff01) || c == QChar(0xff1f)
            || ((c == u'.' || c == u'!' || c == u'?' || c == u':') && text.at(i).isSpace());
        if (ends)
            return i;
    }
    return from;
}

void TranscriptAnnouncer::reset()
{
    m_message = {};
    m_spoken = 0;
}

void TranscriptAnnouncer::noteAdded(int first, int count)
{
    if (!QAccessible::isActive())
        return;
    for (int row = first; row < first + count; ++row) {
        QAccessibleEvent event(&m_view, QAccessible::ObjectCreated);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    }
}

void TranscriptAnnouncer::speak(int row, qsizetype from, const QString &words)
{
    if (words.trimmed().isEmpty())
        return;
    QAccessibleTextInsertEvent event(&m_view, int(from), words);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent announcement(&m_view, words);
    QAccessible::updateAccessibility(&announcement);
#endif
}

void TranscriptAnnouncer::noteChange(int row)
{
    if (!QAccessible::isActive())
        return;
    const RowLayout *live = m_view.transcriptLayout().liveRow(row);
    if (!live || live->isPerson())
        return;
    const MessageId id = m_view.transcriptLayout().messageId(row);
    const bool isWriting = live->content().state == MessageState::Streaming;
    if (id != m_message) {
        if (!isWriting)
            return;
        m_message = id;
        m_spoken = 0;
    }
    const QString &text = live->source();
    const qsizetype end = isWriting ? finishedSentences(text, m_spoken) : text.size();
    speak(row, m_spoken, text.mid(m_spoken, end - m_spoken));
    m_spoken = end;
    if (!isWriting) {
        speak(row, text.size(), TranscriptView::tr("Answer ready"));
        reset();
    }
}

void TranscriptAnnouncer::noteFocus(int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&m_view, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void TranscriptAnnouncer::noteSpotFocus(int row, const Hotspot &spot)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *part = accessibleSpot(m_view, row, spot);
    if (!part)
        return;
    QAccessibleEvent event(part, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}
