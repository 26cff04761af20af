// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "compacttext_p.h"

#include <algorithm>
#include <cstring>

namespace {

constexpr quint32 WideMark = 0x80000000;
constexpr qsizetype WordSize = sizeof(quint32);

bool isWide(quint32 head)
{
    return (head & WideMark) != 0;
}

qsizetype lengthOf(quint32 head)
{
    return qsizetype(head & ~WideMark);
}

qsizetype wordsFor(quint32 head)
{
    const qsizetype bytes = lengthOf(head) * (isWide(head) ? 2 : 1);
    return 1 + (bytes + WordSize - 1) / WordSize;
}

}

CompactText::CompactText(const QString &text)
{
    if (text.isEmpty())
        return;
    const bool hasOthers = std::any_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.unicode() > 0xff; });
    const quint32 head = quint32(text.size()) | (hasOthers ? WideMark : 0);
    m_words = std::make_unique<quint32[]>(size_t(wordsFor(head)));
    m_words[0] = head;
    if (hasOthers)
        std::memcpy(&m_words[1], text.constData(), size_t(text.size()) * sizeof(QChar));
    else
        std::transform(text.cbegin(), text.cend(), reinterpret_cast<char *>(&m_words[1]), [](QChar letter) { return letter.toLatin1(); });
}

CompactText &CompactText::operator=(const CompactText &other)
{
    if (this != &other)
        m_words = other.copied();
    return *this;
}

QString CompactText::toString() const
{
    if (!m_words)
        return {};
    const qsizetype length = lengthOf(m_words[0]);
    if (!isWide(m_words[0]))
        return QString::fromLatin1(reinterpret_cast<const char *>(&m_words[1]), length);
    QString text(length, Qt::Uninitialized);
    std::memcpy(static_cast<void *>(text.data()), &m_words[1], size_t(length) * sizeof(QChar));
    return text;
}

bool CompactText::operator==(const CompactText &other) const
{
    if (!m_words || !other.m_words)
        return !m_words && !other.m_words;
    return m_words[0] == other.m_words[0] && std::equal(&m_words[0], &m_words[0] + wordCount(), &other.m_words[0]);
}

qsizetype CompactText::wordCount() const
{
    return m_words ? wordsFor(m_words[0]) : 0;
}

CompactText::Words CompactText::copied() const
{
    if (!m_words)
        return {};
    Words copy = std::make_unique<quint32[]>(size_t(wordCount()));
    std::copy_n(&m_words[0], wordCount(), &copy[0]);
    return copy;
}
