// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "sourcetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SourceText)
};

// An opening bracket needs no backslash, and with one it would begin a formula.
QString plainTitle(const Source &source)
{
    constexpr QStringView Signs = u"\\]<*_`$&~";
    constexpr QStringView Openers = u"#-+>=";
    QString plain;
    for (const QChar c : source.title.simplified()) {
        const bool opensBlock = plain.isEmpty() && Openers.contains(c);
        const bool numbersList = (c == QLatin1Char('.') || c == QLatin1Char(')')) && !plain.isEmpty()
            && std::all_of(plain.cbegin(), plain.cend(), [](QChar digit) { return digit.isDigit(); });
        if (Signs.contains(c) || opensBlock || numbersList)
            plain += QLatin1Char('\\');
        plain += c;
    }
    return plain;
}

// In angle brackets an address is one, whatever it holds but these.
QString bracketed(const QString &url)
{
    QString address = url.simplified();
    address.remove(QLatin1Char('<')).remove(QLatin1Char('>'));
    return QLatin1Char('<') + address + QLatin1Char('>');
}

}

QString sourcesMarkdown(const QList<Source> &sources)
{
    if (sources.isEmpty())
        return {};
    QString markdown = QStringLiteral("**%1**\n\n").arg(Words::tr("Sources"));
    int expected = sources.first().number;
    QLatin1Char mark('.');
    for (const Source &source : sources) {
        // A list counts on by itself; another mark behind the number begins one anew.
        if (source.number != expected)
            mark = mark == QLatin1Char('.') ? QLatin1Char(')') : QLatin1Char('.');
        expected = source.number + 1;
        markdown += QString::number(source.number) + mark + QLatin1Char(' ');
        if (const QString title = plainTitle(source); !title.isEmpty())
            markdown += title + QLatin1Char(' ');
        markdown += bracketed(source.url);
        if (const QString date = readableDate(source.date); !date.isEmpty())
            markdown += QStringLiteral(" (%1)").arg(date);
        markdown += QLatin1Char('\n');
    }
    return markdown;
}
