// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "automatictitle.h"

#include <QList>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

namespace {
constexpr qsizetype MaxCharacters = 48;
constexpr qsizetype ReadCharacters = 2000;   // a pasted book has its title at its start too

bool isFence(QStringView line)
{
    return line.startsWith(u"```") || line.startsWith(u"~~~");
}

// Drops what stands before the words: headings, quotes, list marks, numbers of lists.
QStringView withoutBlockMarks(QStringView line)
{
    line = line.trimmed();
    qsizetype start = 0;
    while (start < line.size() && QStringView(u"#>*-+ \t").contains(line[start]))
        ++start;
    qsizetype digits = start;
    while (digits < line.size() && line[digits].isDigit())
        ++digits;
    if (digits > start && digits + 1 < line.size() && (line[digits] == u'.' || line[digits] == u')') && line[digits + 1] == u' ')
        start = digits + 2;
    return line.sliced(start).trimmed();
}

// The first line with words outside of fences; a question that is code alone gives its first line of code.
QStringView firstLine(QStringView text)
{
    QStringView inCode;
    bool isInside = false;
    for (QStringView line : text.split(u'\n')) {
        if (isFence(line.trimmed())) {
            isInside = !isInside;
            continue;
        }
        const QStringView words = withoutBlockMarks(line);
        if (words.isEmpty())
            continue;
        if (!isInside)
            return words;
        if (inCode.isEmpty())
            inCode = words;
    }
    return inCode;
}

// A star between numbers or blanks is no emphasis: "What is 7 * 6?"
bool isTimes(QStringView line, qsizetype at)
{
    const auto isAside = [&](qsizetype i) { return i >= 0 && i < line.size() && (line[i].isSpace() || line[i].isDigit()); };
    return line[at] == u'*' && isAside(at - 1) && isAside(at + 1);
}

QString withoutInlineMarks(QStringView line)
{
    QString plain;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'`' || (c == u'*' && !isTimes(line, i)))
            continue;
        // Underscores inside words belong to names.
        const bool isBetweenLetters = i > 0 && i + 1 < line.size() && line[i - 1].isLetterOrNumber() && line[i + 1].isLetterOrNumber();
        if (c == u'_' && !isBetweenLetters)
            continue;
        plain += c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ? QChar(u' ') : c;
    }
    return plain.simplified();
}

QString firstSentence(const QString &line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'。' || c == u'？' || c == u'！')
            return line.first(i + 1);
        const bool endsHere = i + 1 == line.size() || line[i + 1] == u' ';
        if (endsHere && (c == u'?' || c == u'!'))
            return line.first(i + 1);
        // "e.g. this" and "3.5" are no ends; a title needs no full stop.
        if (endsHere && c == u'.' && i >= 12)
            return line.first(i);
    }
    return line;
}

QString cutAtWord(const QString &text)
{
    if (text.size() <= MaxCharacters)
        return text;
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(MaxCharacters - 1);
    qsizetype end = words.isAtBoundary() ? MaxCharacters - 1 : words.toPreviousBoundary();
    if (end <= MaxCharacters / 2) {
        // One very long word: cut between characters as people see them.
        QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
        characters.setPosition(MaxCharacters - 1);
        end = characters.isAtBoundary() ? MaxCharacters - 1 : characters.toPreviousBoundary();
    }
    QString cut = text.first(end).trimmed();
    while (!cut.isEmpty() && QStringView(u",;:-–—").contains(cut.back()))
        cut.chop(1);
    return cut.trimmed() + QChar(u'…');
}
}

QString automaticTitle(const QString &question)
{
    const QString start = question.left(ReadCharacters);
    return cutAtWord(firstSentence(withoutInlineMarks(firstLine(start))));
}

QString titleFromReply(const QString &reply)
{
    static const QRegularExpression label(QStringLiteral("^(?:title|titel|titre|título)\\s*:\\s*"), QRegularExpression::CaseInsensitiveOption);
    constexpr QStringView Quotes = u"\"'“”„‟‘’‚«»‹›「」『』";
    QString line = withoutInlineMarks(firstLine(reply.left(ReadCharacters)));
    line.remove(label);
    while (line.size() > 1 && Quotes.contains(line.front()) && Quotes.contains(line.back()))
        line = line.mid(1, line.size() - 2).trimmed();
    return cutAtWord(firstSentence(line));
}
