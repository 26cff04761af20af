// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

// A text that there are very many of, each read rarely. It is a pointer to its own letters, a byte each where Latin-1 has them all, and nothing
// when it is empty: "Conversation 12345" takes 32 bytes of the heap, as a QString 64. Comes back as it was given, unit by unit.
class CompactText
{
public:
    CompactText() = default;
    CompactText(const QString &text);
    CompactText(const CompactText &other) : m_words(other.copied()) {}
    CompactText(CompactText &&other) noexcept = default;
    CompactText &operator=(const CompactText &other);
    CompactText &operator=(CompactText &&other) noexcept = default;
    ~CompactText() = default;

    bool isEmpty() const { return !m_words; }
    QString toString() const;
    bool operator==(const CompactText &other) const;

private:
    using Words = std::unique_ptr<quint32[]>;

    qsizetype wordCount() const;
    Words copied() const;

    Words m_words;       // the length with a mark for UTF-16, then the letters, filled up with zeros
};
Q_DECLARE_TYPEINFO(CompactText, Q_RELOCATABLE_TYPE);
static_assert(sizeof(CompactText) == sizeof(void *));
