// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownentities_p.h"

#include "markdownblockscanners_p.h"
#include "markdownlimits_p.h"

#include <algorithm>

using namespace MarkdownScan;

namespace {

constexpr qsizetype MostDecimalDigits = 7;
constexpr qsizetype MostHexadecimalDigits = 6;

int hexadecimalValue(char16_t character)
{
    if (isAsciiDigit(character))
        return character - u'0';
    if (character >= u'a' && character <= u'f')
        return character - u'a' + 10;
    if (character >= u'A' && character <= u'F')
        return character - u'A' + 10;
    return -1;
}

QString fromCodePoint(char32_t codePoint)
{
    if (codePoint == 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff))
        codePoint = QChar::ReplacementCharacter;
    return QString::fromUcs4(&codePoint, 1);
}

std::optional<MarkdownEntity::Entity> numericAt(QStringView text, qsizetype position)
{
    qsizetype i = position + 2;
    const bool isHexadecimal = i < text.size() && (text[i] == u'x' || text[i] == u'X');
    if (isHexadecimal)
        ++i;
    const qsizetype begin = i;
    const qsizetype most = isHexadecimal ? MostHexadecimalDigits : MostDecimalDigits;
    char32_t value = 0;
    for (; i < text.size() && i - begin < most; ++i) {
        const int digit = hexadecimalValue(text[i].unicode());
        if (digit < 0 || (!isHexadecimal && digit > 9))
            break;
        value = value * (isHexadecimal ? 16 : 10) + char32_t(digit);
    }
    if (i == begin || i == text.size() || text[i] != u';')
        return std::nullopt;
    return MarkdownEntity::Entity { fromCodePoint(value), i + 1 - position };
}

}

std::optional<MarkdownEntity::Entity> MarkdownEntity::at(QStringView text, qsizetype position)
{
    if (position + 1 < text.size() && text[position + 1] == u'#')
        return numericAt(text, position);
    qsizetype end = position + 1;
    while (end < text.size() && end - position <= MarkdownLimits::EntityLength && isAsciiAlphanumeric(text[end].unicode()))
        ++end;
    if (end == text.size() || text[end] != u';' || end == position + 1)
        return std::nullopt;
    const QByteArray name = text.sliced(position + 1, end - position - 1).toLatin1();
    const auto entities = namedEntities();
    const auto found = std::lower_bound(entities.begin(), entities.end(), name, [](const NamedEntity &entity, const QByteArray &wanted) {
        return qstrcmp(entity.name, wanted.constData()) < 0;
    });
    if (found == entities.end() || name != found->name)
        return std::nullopt;
    QString value = fromCodePoint(found->first);
    if (found->second != 0)
        value += fromCodePoint(found->second);
    return Entity { value, end + 1 - position };
}
