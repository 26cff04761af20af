// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"

#include <QByteArray>

#include <optional>

// What stays the same from chunk to chunk of one stream. Nearly all chunks of an answer are the same bytes but for one JSON
// string, the new piece. The same bytes before it, the same after it and a JSON string between them (RFC 8259, 7) are the same
// document with another piece, so such a chunk needs no JSON parser. Whatever is not exactly so gives nothing and must be
// parsed. Pure: no I/O, one for each stream.
class ChunkPattern
{
public:
    // The member of a message that a chunk's piece was read from, and what was read.
    struct Piece
    {
        QByteArrayView member;      // "content", "reasoning_content", "reasoning": a literal
        QString text;
    };

    // The piece of a payload (UTF-8, trimmed) that differs from the learnt one in nothing else: as text, or as reasoning. Never empty.
    std::optional<Delta> match(QByteArrayView payload) const;

    // `payload` was parsed, and a parsed one of the same shape would say nothing but its piece. Without a piece, or where the piece
    // cannot be told apart from the rest beyond doubt, what was learnt is forgotten.
    void learn(QByteArrayView payload, const std::optional<Piece> &piece);

private:
    QByteArray m_before;    // all up to the piece; empty: nothing is known
    QByteArray m_after;     // from the quotation mark that ends it
    bool m_isReasoning = false;
};
