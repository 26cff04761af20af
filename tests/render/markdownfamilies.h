// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <vector>

// Families of text, each growing with n, that make one parser or another quadratic.
namespace MarkdownFamilies {

struct Family
{
    const char *name;
    std::function<QString(int)> text;
};

inline Family repeated(const char *name, const QString &unit)
{
    return { name, [unit](int n) { return unit.repeated(n); } };
}

inline Family repeated(const char *name, const QString &first, const QString &second)
{
    return { name, [first, second](int n) { return first.repeated(n) + second.repeated(n); } };
}

inline QString growingBackticks(int n)
{
    QString text;
    for (int length = 1; text.size() < n; ++length)
        text += u'e' + QString(length, u'`');
    return text;
}

inline QString wideTable(int n)
{
    return QStringLiteral("|a").repeated(n) + QStringLiteral("|\n") + QStringLiteral("|-").repeated(n) + QStringLiteral("|\n")
        + QStringLiteral("a\n").repeated(n);
}

inline QString tableOfMostColumns(int n)
{
    return QStringLiteral("|a").repeated(128) + QStringLiteral("|\n") + QStringLiteral("|-").repeated(128) + QStringLiteral("|\n")
        + QStringLiteral("a\n").repeated(n);
}

inline QString nestedItems(int n)
{
    QString text;
    for (int depth = 0; depth < n; ++depth)
        text += QString(2 * std::min(depth, 60), u' ') + QStringLiteral("- a\n");
    return text;
}

inline QString differentLabels(int n)
{
    QString text;
    for (int i = 0; i < n; ++i)
        text += QStringLiteral("[l%1] ").arg(i);
    for (int i = 0; i < n; ++i)
        text += QStringLiteral("\n\n[l%1]: /u").arg(i);
    return text;
}

// One piece of text for a whole document, inline for the most part.
inline std::vector<Family> all()
{
    const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
    return {
        repeated("brackets", s(u"[")),
        repeated("closing brackets", s(u"]")),
        repeated("brackets and their ends", s(u"["), s(u"]")),
        repeated("brackets with text", s(u"[a"), s(u"](b)")),
        repeated("image brackets", s(u"![")),
        repeated("images in images", s(u"![a"), s(u"](b)")),
        repeated("empty links in images", s(u"![[]()")),
        repeated("images, then links", s(u"!["), s(u"[a](b)")),
        repeated("links", s(u"[a](b)")),
        repeated("link destinations in angle brackets", s(u"[a](<b")),
        repeated("link destinations", s(u"[a](b")),
        repeated("escaped parentheses", s(u"[a](\\(")),
        { "unfinished links and a blank", [](int n) { return QStringLiteral("[a](").repeated(n) + QStringLiteral(" b"); } },
        repeated("double-quoted titles", s(u"[a](b \"c")),
        repeated("single-quoted titles", s(u"[a](b 'c")),
        repeated("parenthesised titles", s(u"[a](b (c")),
        repeated("full references", s(u"[a][b")),
        repeated("footnote references", s(u"[^a]")),
        repeated("definitions", s(u"[a]: /u\n")),
        repeated("definitions without an end", s(u"[a]: /u \"t\n")),
        repeated("footnotes", s(u"[^a]: b\n\n")),
        { "different labels", differentLabels },
        repeated("quotes", s(u">")),
        repeated("quotes with text", s(u"> a\n")),
        repeated("empty items", s(u"- ")),
        repeated("tight items", s(u"- a\n")),
        repeated("loose items", s(u"- a\n\n")),
        repeated("items and a child", s(u"- a\n\n  b\n")),
        { "nested items", nestedItems },
        { "growing runs of backticks", growingBackticks },
        repeated("backticks and text", s(u"`a``b")),
        repeated("asterisks", s(u"*")),
        repeated("opening emphasis", s(u"*a ")),
        repeated("opening strong", s(u"**a ")),
        repeated("mixed emphasis", s(u"*a_ ")),
        repeated("open and close", s(u"a**b")),
        repeated("rule of three", s(u"a***b*c**")),
        repeated("emphasis, then its ends", s(u"*a "), s(u"b* ")),
        repeated("strikes", s(u"~a ~~b ")),
        repeated("underscores", s(u"_a __b ")),
        repeated("comments", s(u"<!--")),
        repeated("instructions", s(u"<?")),
        repeated("declarations", s(u"a <!A ")),
        repeated("CDATA", s(u"a <![CDATA[ ")),
        repeated("open tags", s(u"<a ")),
        repeated("open tags in text", s(u"a <a ")),
        repeated("attributes", s(u"a <a b=\"<a b='")),
        repeated("attributes with tags", s(u" b=\"<a\"")),
        repeated("closing tags", s(u"a </a")),
        repeated("angle links", s(u"<a:b")),
        repeated("angle mails", s(u"<a@b")),
        repeated("entities", s(u"&amp")),
        repeated("numeric entities", s(u"&#1")),
        repeated("parentheses", s(u"a \\(a ")),
        repeated("brackets of maths", s(u"a \\[a ")),
        repeated("dollars", s(u"a $a ")),
        repeated("double dollars", s(u"a $$a ")),
        repeated("runs of dollars", s(u"$")),
        repeated("dollars and code", s(u"$a `b` ")),
        repeated("maths blocks", s(u"$$\n")),
        repeated("maths blocks without an end", s(u"\\[\n")),
        repeated("addresses", s(u"http://")),
        repeated("addresses and parentheses", s(u"http://a"), s(u")")),
        repeated("addresses and points", s(u"http://a."), s(u".!")),
        repeated("addresses and entities", s(u"http://a"), s(u"&b;")),
        repeated("www", s(u"www.")),
        repeated("www and underscores", s(u"_www._")),
        repeated("mails", s(u"a@")),
        repeated("mails with underscores", s(u"a_b@c.d_e")),
        repeated("underscores before a mail", s(u"a_"), s(u"@")),
        { "wide table", wideTable },
        { "table of 128 columns", tableOfMostColumns },
        repeated("rows without a table", s(u"| a\n")),
        repeated("delimiter rows", s(u"|-\n")),
        repeated("headers and delimiters", s(u"|a|\n|-|\n")),
        repeated("underlines", s(u"a\n-\n")),
        repeated("fences", s(u"```\n")),
        repeated("fences that grow", s(u"~~~"), s(u"\n~~~")),
        repeated("indented code", s(u"    a\n\n")),
        repeated("blank lines", s(u"\n")),
        repeated("spaces", s(u" ")),
        repeated("tabs", s(u"\t")),
        repeated("headings", s(u"# a #\n")),
        repeated("hard breaks", s(u"a  \n")),
        repeated("backslashes", s(u"\\")),
        repeated("line ends of two kinds", s(u"a\r\nb\r")),
        repeated("surrogates", s(u"*😀_")),
    };
}

// Documents whose leaves stay small or only grow by lines: streamed, they must stay linear too.
inline std::vector<Family> streamed()
{
    const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
    return {
        repeated("paragraphs", s(u"one **two** three\n\n")),
        repeated("one tight list", s(u"- one two three\n")),
        repeated("one loose list", s(u"- one two three\n\n")),
        repeated("one ordered list", s(u"1. one two three\n")),
        repeated("one list with children", s(u"- one\n  - two\n\n  three\n")),
        repeated("quotes", s(u"> one\n\n")),
        repeated("sections", s(u"# one\n\ntwo\n\n---\n\n")),
        repeated("references", s(u"[one] two\n\n")),
        repeated("definitions", s(u"[one]: two\n\n")),
        repeated("footnotes", s(u"[^one]: two\n\n")),
        { "one fence", [](int n) { return QStringLiteral("```cpp\n") + QStringLiteral("int a = 1;\n").repeated(n); } },
        { "one formula", [](int n) { return QStringLiteral("$$\n") + QStringLiteral("a = 1 \\\\\n").repeated(n); } },
        { "one HTML block", [](int n) { return QStringLiteral("<div>\n") + QStringLiteral("<p>text</p>\n").repeated(n); } },
        { "one indented code", [](int n) { return QStringLiteral("    int a = 1;\n").repeated(n); } },
        { "one table", [](int n) { return QStringLiteral("| a | b |\n|---|---|\n") + QStringLiteral("| 1 | **2** |\n").repeated(n); } },
    };
}

}
