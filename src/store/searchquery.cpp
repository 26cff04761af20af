// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "searchquery_p.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace {

struct Term
{
    QString text;
    bool isExcluded = false;
    bool isBeginning = false;
};

bool isSpace(QChar c)
{
    return c.unicode() < 0x20 || c.isSpace();
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d' || c == u'\u201e';
}

bool isOfToken(QChar c)
{
    const bool isPicture = c.unicode() >= 0x2600 && c.unicode() <= 0x27bf;
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || isPicture;
}

bool hasToken(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isOfToken);
}

// One word or quoted phrase from `at` on, which is moved behind it.
Term readTerm(const QString &words, qsizetype &at)
{
    Term term;
    // A minus inside a word, or alone, is punctuation.
    if (words.at(at) == u'-' && at + 1 < words.size() && !isSpace(words.at(at + 1))) {
        term.isExcluded = true;
        ++at;
    }
    const bool isPhrase = isQuote(words.at(at));
    const qsizetype begin = isPhrase ? ++at : at;
    while (at < words.size() && !(isPhrase ? isQuote(words.at(at)) : isSpace(words.at(at))))
        ++at;
    term.text = words.sliced(begin, at - begin);
    if (isPhrase && at < words.size())
        ++at;
    if (!isPhrase && term.text.endsWith(u'*')) {
        term.text.chop(1);
        term.isBeginning = true;
    } else {
        // The last word may still be typed; what ends in a sign is no beginning: "C++" is not all that begins with C.
        term.isBeginning = !isPhrase && at == words.size() && !term.text.isEmpty() && isOfToken(term.text.back());
    }
    return term;
}

std::vector<Term> readTerms(const QString &words)
{
    std::vector<Term> terms;
    for (qsizetype at = 0; at < words.size();) {
        if (isSpace(words.at(at))) {
            ++at;
            continue;
        }
        Term term = readTerm(words, at);
        for (QChar &c : term.text) {
            if (c.unicode() < 0x20)
                c = u' ';
        }
        if (hasToken(term.text))
            terms.push_back(std::move(term));
    }
    return terms;
}

QString quoted(const Term &term)
{
    QString text = term.text;
    text.replace(u'"', QLatin1String("\"\""));
    return u'"' + text + u'"' + (term.isBeginning ? QLatin1String("*") : QLatin1String());
}

}

QString searchQuery(const QString &words)
{
    QStringList wanted;
    QStringList excluded;
    for (const Term &term : readTerms(words.trimmed()))
        (term.isExcluded ? excluded : wanted).append(quoted(term));
    if (wanted.isEmpty())
        return {};
    QString query = u'(' + wanted.join(QLatin1String(" AND ")) + u')';
    for (const QString &word : std::as_const(excluded))
        query += QLatin1String(" NOT ") + word;
    return query;
}
