// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownlinkparts_p.h"

#include "markdownblockscanners_p.h"
#include "markdownentities_p.h"
#include "markdownlimits_p.h"

using MarkdownScan::isAsciiPunctuation;

namespace {

bool isEscape(QStringView text, qsizetype at)
{
    return text[at] == u'\\' && at + 1 < text.size() && isAsciiPunctuation(text[at + 1].unicode());
}

std::optional<MarkdownLink::Part> bracketedDestination(QStringView text, qsizetype at, qint64 &steps)
{
    for (qsizetype i = at + 1; i < text.size(); ++i, ++steps) {
        if (isEscape(text, i))
            ++i;
        else if (text[i] == u'>')
            return MarkdownLink::Part { text.sliced(at + 1, i - at - 1), i + 1 };
        else if (text[i] == u'<' || text[i] == u'\n')
            break;
    }
    return std::nullopt;
}

}

std::optional<MarkdownLink::Part> MarkdownLink::label(QStringView text, qsizetype at, qint64 &steps)
{
    if (at >= text.size() || text[at] != u'[')
        return std::nullopt;
    bool hasContent = false;
    for (qsizetype i = at + 1; i < text.size() && i - at - 1 <= MarkdownLimits::LabelLength; ++i, ++steps) {
        if (text[i] == u']')
            return hasContent ? std::optional(Part { text.sliced(at + 1, i - at - 1), i + 1 }) : std::nullopt;
        if (text[i] == u'[')
            break;
        hasContent = hasContent || !text[i].isSpace();
        if (isEscape(text, i))
            ++i;
    }
    return std::nullopt;
}

std::optional<MarkdownLink::Part> MarkdownLink::destination(QStringView text, qsizetype at, qint64 &steps)
{
    if (at < text.size() && text[at] == u'<')
        return bracketedDestination(text, at, steps);
    int depth = 0;
    qsizetype i = at;
    for (; i < text.size(); ++i, ++steps) {
        const char16_t character = text[i].unicode();
        if (isEscape(text, i)) {
            ++i;
        } else if (character == u'(') {
            if (++depth > MarkdownLimits::ParenthesisDepth)
                return std::nullopt;
        } else if (character == u')') {
            if (depth == 0)
                break;
            --depth;
        } else if (character <= u' ' || character == 0x7f) {
            break;
        }
    }
    if (depth != 0)
        return std::nullopt;
    return Part { text.sliced(at, i - at), i };
}

std::optional<MarkdownLink::Part> MarkdownLink::title(QStringView text, qsizetype at, qint64 &steps)
{
    if (at >= text.size())
        return std::nullopt;
    const char16_t open = text[at].unicode();
    if (open != u'"' && open != u'\'' && open != u'(')
        return std::nullopt;
    const char16_t close = open == u'(' ? u')' : open;
    for (qsizetype i = at + 1; i < text.size(); ++i, ++steps) {
        if (text[i] == close)
            return Part { text.sliced(at + 1, i - at - 1), i + 1 };
        if (open == u'(' && text[i] == u'(')
            break;
        if (isEscape(text, i))
            ++i;
    }
    return std::nullopt;
}

qsizetype MarkdownLink::skipSpace(QStringView text, qsizetype at)
{
    while (at < text.size() && (MarkdownScan::isBlank(text[at].unicode()) || text[at] == u'\n'))
        ++at;
    return at;
}

QString MarkdownLink::unescaped(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isEscape(text, i)) {
            result += text[++i];
            continue;
        }
        if (text[i] == u'&') {
            if (const auto entity = MarkdownEntity::at(text, i)) {
                result += entity->text;
                i += entity->length - 1;
                continue;
            }
        }
        result += text[i];
    }
    return result;
}
