// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "sources.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace {

constexpr qsizetype LongestAddress = 4000;
constexpr qsizetype LongestForeignDate = 24;

struct Mark
{
    int number = 0;
    QString url;
    qsizetype end = 0;
};

// `[[12]](https://…)` at `at`; number 0: no mark.
Mark markAt(QStringView text, qsizetype at)
{
    constexpr qsizetype MostDigits = 3;
    qsizetype i = at + 2;
    int number = 0;
    for (; i < text.size() && i < at + 2 + MostDigits && text[i].unicode() >= u'0' && text[i].unicode() <= u'9'; ++i)
        number = number * 10 + (text[i].unicode() - u'0');
    if (!text.sliced(i).startsWith(u"]]("))
        return {};
    const qsizetype begin = i + 3;
    for (i = begin; i < text.size() && i - begin <= LongestAddress; ++i) {
        if (text[i] == u')')
            return { i > begin ? number : 0, text.sliced(begin, i - begin).toString(), i + 1 };
        if (text[i].isSpace())
            break;
    }
    return {};
}

// By address; the first mark of an address names it.
QHash<QString, int> markedNumbers(const QString &text)
{
    QHash<QString, int> numbers;
    QSet<int> taken;
    for (qsizetype at = text.indexOf(QLatin1String("[[")); at >= 0; at = text.indexOf(QLatin1String("[["), at)) {
        const Mark mark = markAt(text, at);
        if (mark.number > 0 && !numbers.contains(mark.url) && !taken.contains(mark.number)) {
            numbers.insert(mark.url, mark.number);
            taken.insert(mark.number);
        }
        at = qMax(mark.end, at + 2);
    }
    return numbers;
}

bool isOnlyDigits(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= u'0' && c.unicode() <= u'9'; });
}

}

QList<Source> sourcesOf(const QString &text, const QList<Citation> &citations)
{
    const QHash<QString, int> marked = markedNumbers(text);
    QSet<int> taken(marked.cbegin(), marked.cend());
    QSet<QString> listed;
    QList<Source> sources;
    int next = 1;
    for (const Citation &citation : citations) {
        if (listed.contains(citation.url))
            continue;
        listed.insert(citation.url);
        int number = marked.value(citation.url);
        if (number == 0) {
            while (taken.contains(next))
                ++next;
            number = next;
            taken.insert(number);
        }
        // A title that is nothing but the source's number says nothing.
        sources.append({ number, citation.url, isOnlyDigits(citation.title) ? QString() : citation.title.simplified(), citation.date });
    }
    for (auto mark = marked.cbegin(); mark != marked.cend(); ++mark) {
        if (!listed.contains(mark.key()))
            sources.append({ mark.value(), mark.key(), {}, {} });
    }
    std::sort(sources.begin(), sources.end(), [](const Source &a, const Source &b) { return a.number < b.number; });
    return sources;
}

QString readableDate(const QString &date)
{
    const QString trimmed = date.simplified();
    QDate day = QDate::fromString(trimmed.left(10), Qt::ISODate);
    if (!day.isValid() && !trimmed.isEmpty() && isOnlyDigits(trimmed))
        day = QDateTime::fromMSecsSinceEpoch(trimmed.left(12).toLongLong() * 1000).toUTC().date();
    if (!day.isValid())
        day = QDateTime::fromString(trimmed, Qt::RFC2822Date).date();
    if (day.isValid())
        return QLocale().toString(day, QLocale::ShortFormat);
    return trimmed.size() > LongestForeignDate ? trimmed.left(LongestForeignDate) + QChar(0x2026) : trimmed;
}
