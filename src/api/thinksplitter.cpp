// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "thinksplitter.h"

#include "delta.h"

#include <algorithm>

namespace {

constexpr QStringView OpeningTag = u"<think>";
constexpr QStringView ClosingTag = u"</think>";

// How many characters at the end of `text` could be the beginning of `tag`.
qsizetype beginningsAtEnd(QStringView text, QStringView tag)
{
    for (qsizetype length = qMin(text.size(), tag.size() - 1); length > 0; --length) {
        if (text.last(length) == tag.first(length))
            return length;
    }
    return 0;
}

qsizetype leadingSpace(QStringView text)
{
    qsizetype count = 0;
    while (count < text.size() && text[count].isSpace())
        ++count;
    return count;
}

} // namespace

// Longer thinking stays where it was written.
void ThinkSplitter::remember(Delta &delta)
{
    constexpr qsizetype LongestThinking = 1024 * 1024;
    if (!m_mayLackOpening)
        return;
    m_text += delta.text;
    const qsizetype tag = m_text.indexOf(ClosingTag, m_searchedTo);
    m_searchedTo = tag < 0 ? std::max<qsizetype>(0, m_text.size() - ClosingTag.size() + 1) : tag;
    // Whether the tag stands alone shows in what follows it.
    const QStringView behind = tag < 0 ? QStringView() : QStringView(m_text).sliced(tag + ClosingTag.size());
    if (!behind.isEmpty() && behind != u"\r")
        moveWhatALoneTagEnds(delta);
    else if (m_text.size() > LongestThinking)
        forget();
}

void ThinkSplitter::forget()
{
    m_mayLackOpening = false;
    m_text.clear();
}

// In a line of its own, before any code and any talk of the opening tag: an answer about such tags stays whole.
void ThinkSplitter::moveWhatALoneTagEnds(Delta &delta)
{
    const QString text = std::exchange(m_text, {});
    forget();
    const qsizetype tag = text.indexOf(ClosingTag);
    if (tag < 0)
        return;
    const QStringView before = QStringView(text).first(tag);
    const QStringView behind = QStringView(text).sliced(tag + ClosingTag.size());
    const bool isAlone = (before.isEmpty() || before.endsWith(u'\n')) && (behind.isEmpty() || behind.startsWith(u'\n') || behind.startsWith(u"\r\n"));
    if (!isAlone || before.contains(OpeningTag) || before.contains(u"```"))
        return;
    delta.reasoning += before.trimmed();
    delta.wholeText = behind.sliced(leadingSpace(behind)).toString();
    m_place = delta.wholeText->isEmpty() ? Place::AfterThinking : Place::Text;
}

void ThinkSplitter::split(Delta &delta)
{
    if (delta.text.isEmpty())
        return;
    if (m_place == Place::Text) {
        remember(delta);
        return;
    }
    QString text = std::exchange(m_held, {}) + std::exchange(delta.text, {});

    if (m_place == Place::Start) {
        const QStringView word = QStringView(text).sliced(leadingSpace(text));
        if (word.startsWith(OpeningTag)) {
            text = word.sliced(OpeningTag.size()).toString();
            m_place = Place::Thinking;
            m_mayLackOpening = false;
        } else if (OpeningTag.startsWith(word)) {
            m_held = text;
            return;
        } else {
            m_place = Place::Text;
            delta.text = text;
            remember(delta);
            return;
        }
    }
    if (m_place == Place::Thinking) {
        const qsizetype end = text.indexOf(ClosingTag);
        if (end < 0) {
            const qsizetype held = beginningsAtEnd(text, ClosingTag);
            m_held = text.last(held);
            delta.reasoning += QStringView(text).chopped(held);
            return;
        }
        delta.reasoning += QStringView(text).first(end);
        text = text.sliced(end + ClosingTag.size());
        m_place = Place::AfterThinking;
    }
    // The blank lines between thinking and answer belong to neither.
    text = text.sliced(leadingSpace(text));
    if (!text.isEmpty()) {
        m_place = Place::Text;
        delta.text = text;
    }
}

void ThinkSplitter::flush(Delta &delta)
{
    if (m_place == Place::Thinking) {
        delta.reasoning += std::exchange(m_held, {});
        return;
    }
    delta.text.prepend(std::exchange(m_held, {}));
    if (m_mayLackOpening)
        moveWhatALoneTagEnds(delta);
}
