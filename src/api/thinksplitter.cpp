// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "thinksplitter.h"

#include "delta.h"

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

void ThinkSplitter::split(Delta &delta)
{
    if (m_place == Place::Text || delta.text.isEmpty())
        return;
    QString text = std::exchange(m_held, {}) + std::exchange(delta.text, {});

    if (m_place == Place::Start) {
        const QStringView word = QStringView(text).sliced(leadingSpace(text));
        if (word.startsWith(OpeningTag)) {
            text = word.sliced(OpeningTag.size()).toString();
            m_place = Place::Thinking;
        } else if (OpeningTag.startsWith(word)) {
            m_held = text;
            return;
        } else {
            m_place = Place::Text;
            delta.text = text;
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
    if (m_place == Place::Thinking)
        delta.reasoning += std::exchange(m_held, {});
    else
        delta.text.prepend(std::exchange(m_held, {}));
}
