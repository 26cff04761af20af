// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "wirecitation.h"

#include <QJsonObject>

#include <algorithm>
#include <initializer_list>

namespace {

constexpr qsizetype LongestAddress = 4000;
constexpr qsizetype LongestTitle = 300;
constexpr qsizetype LongestDate = 40;

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        const QJsonValue value = object.value(name);
        const QString text = value.isDouble() ? QString::number(value.toInteger()) : value.toString().simplified();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool isNumber(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= u'0' && c.unicode() <= u'9'; });
}

}

std::optional<Citation> citationFromWire(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().isEmpty() ? std::nullopt : std::optional(Citation { value.toString().left(LongestAddress), {} });
    QJsonObject source = value.toObject();
    const QString type = source.value(QLatin1String("type")).toString();
    if (!type.isEmpty() && type != QLatin1String("url_citation") && type != QLatin1String("url") && type != QLatin1String("web"))
        return std::nullopt;
    if (const QJsonObject inner = source.value(QLatin1String("url_citation")).toObject(); !inner.isEmpty())
        source = inner;
    Citation citation { firstText(source, { QLatin1String("url"), QLatin1String("link") }).left(LongestAddress), {} };
    if (citation.url.isEmpty())
        return std::nullopt;
    // Often nothing but the source's number, or its address again.
    const QString title = firstText(source, { QLatin1String("title"), QLatin1String("name") });
    if (title != citation.url && !isNumber(title))
        citation.title = title.left(LongestTitle);
    citation.date = firstText(source, { QLatin1String("date"), QLatin1String("published_date"), QLatin1String("publishedDate"), QLatin1String("page_age"),
                                        QLatin1String("last_updated") }).left(LongestDate);
    return citation;
}
