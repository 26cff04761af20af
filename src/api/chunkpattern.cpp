// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "chunkpattern.h"

namespace {

constexpr QByteArrayView Content("content");
// QString::fromUtf8() drops it at the start of a text, a JSON parser keeps it.
constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = char(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char16_t simpleEscape(char letter)
{
    switch (letter) {
    case '"':
    case '\\':
    case '/':
        return char16_t(letter);
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return 0;
    }
}

// The UTF-16 unit of four digits; 0: they are none.
char16_t unitOf(QByteArrayView digits)
{
    int unit = 0;
    for (const char digit : digits) {
        const int value = hexValue(digit);
        if (value < 0)
            return 0;
        unit = unit * 16 + value;
    }
    return char16_t(unit);
}

// Takes the escape at the start of `bytes` off; 0: there is none, or it is U+0000.
char16_t takeEscape(QByteArrayView &bytes)
{
    if (bytes.size() < 2)
        return 0;
    const bool isHex = bytes[1] == 'u';
    const qsizetype length = isHex ? 6 : 2;
    if (bytes.size() < length)
        return 0;
    const char16_t unit = isHex ? unitOf(bytes.sliced(2, 4)) : simpleEscape(bytes[1]);
    bytes = bytes.sliced(length);
    return unit;
}

// What stands between the quotation marks of a JSON string. Nothing wherever a parser would have to judge: bytes that are not
// UTF-8, bare controls, a quotation mark, an unknown escape, half a pair of surrogates.
std::optional<QString> jsonText(QByteArrayView bytes)
{
    if (!bytes.isValidUtf8() || bytes.contains(ByteOrderMark))
        return std::nullopt;
    QString text;
    while (!bytes.isEmpty()) {
        qsizetype plain = 0;
        while (plain < bytes.size() && bytes[plain] != '\\') {
            if (bytes[plain] == '"' || uchar(bytes[plain]) < 0x20)
                return std::nullopt;
            ++plain;
        }
        text += QString::fromUtf8(bytes.first(plain));
        bytes = bytes.sliced(plain);
        if (bytes.isEmpty())
            break;
        const char16_t unit = takeEscape(bytes);
        if (unit == 0)
            return std::nullopt;
        text += QChar(unit);
    }
    return text.isValidUtf16() ? std::optional(text) : std::nullopt;
}

qsizetype afterSpace(QByteArrayView bytes, qsizetype at)
{
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r'))
        ++at;
    return at;
}

// Where the text of the one member `name` begins; -1: it is not there, there twice, or no string.
qsizetype textBegin(QByteArrayView payload, QByteArrayView name)
{
    const QByteArray quoted = '"' + name.toByteArray() + '"';
    const qsizetype found = payload.indexOf(quoted);
    if (found < 0 || payload.indexOf(quoted, found + 1) >= 0)
        return -1;
    const qsizetype colon = afterSpace(payload, found + quoted.size());
    if (colon >= payload.size() || payload[colon] != ':')
        return -1;
    const qsizetype quote = afterSpace(payload, colon + 1);
    return quote < payload.size() && payload[quote] == '"' ? quote + 1 : -1;
}

// Where the string ends whose text begins at `begin`: at its quotation mark, or at the end of the payload.
qsizetype textEnd(QByteArrayView payload, qsizetype begin)
{
    qsizetype end = begin;
    while (end < payload.size() && payload[end] != '"')
        end += payload[end] == '\\' ? 2 : 1;
    return qMin(end, payload.size());
}

} // namespace

std::optional<Delta> ChunkPattern::match(QByteArrayView payload) const
{
    // An empty piece can change what the other members mean (a finish reason of "").
    if (m_before.isEmpty() || payload.size() <= m_before.size() + m_after.size())
        return std::nullopt;
    if (!payload.startsWith(m_before) || !payload.endsWith(m_after))
        return std::nullopt;
    std::optional<QString> text = jsonText(payload.sliced(m_before.size()).chopped(m_after.size()));
    if (!text)
        return std::nullopt;
    Delta delta;
    (m_isReasoning ? delta.reasoning : delta.text) = std::move(*text);
    return delta;
}

void ChunkPattern::learn(QByteArrayView payload, const std::optional<Piece> &piece)
{
    m_before.clear();
    m_after.clear();
    const qsizetype begin = piece ? textBegin(payload, piece->member) : -1;
    if (begin < 0)
        return;
    const qsizetype end = textEnd(payload, begin);
    const QByteArrayView before = payload.first(begin);
    const QByteArrayView after = payload.sliced(end);
    // An escape outside the piece could spell the member's name a second time.
    if (before.contains('\\') || after.contains('\\') || jsonText(payload.sliced(begin, end - begin)) != piece->text)
        return;
    m_before = before.toByteArray();
    m_after = after.toByteArray();
    m_isReasoning = piece->member != Content;
}
