// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdownparser_p.h"

#include <QString>

// Writes a parsed document as HTML in the way of the CommonMark examples, so that they can be compared. For tests alone:
// the program never makes HTML of an answer.
class MarkdownHtmlWriter
{
public:
    explicit MarkdownHtmlWriter(MarkdownParser &parser)
        : m_parser(parser)
    {
    }

    QString write()
    {
        for (qsizetype i = 0; i < qsizetype(m_parser.leaves().size()); ++i) {
            const Leaf &leaf = m_parser.leaves()[size_t(i)];
            enterContainers(leaf.containers);
            writeLeaf(i, leaf);
        }
        enterContainers({});
        return m_html;
    }

private:
    using Event = InlineEvent::Type;

    static bool areInOneList(const Container &a, const Container &b)
    {
        return a.kind == Container::Kind::ListItem && b.kind == Container::Kind::ListItem && a.listId == b.listId;
    }

    void startLine()
    {
        if (!m_html.isEmpty() && !m_html.endsWith(u'\n'))
            m_html += u'\n';
    }

    void enterContainers(const std::vector<Container> &wanted)
    {
        size_t common = 0;
        while (common < wanted.size() && common < m_open.size() && wanted[common].id == m_open[common].id)
            ++common;
        const bool isListKept = common < wanted.size() && common < m_open.size() && areInOneList(wanted[common], m_open[common]);
        while (m_open.size() > common) {
            leave(m_open.back(), isListKept && m_open.size() == common + 1);
            m_open.pop_back();
        }
        for (size_t i = common; i < wanted.size(); ++i) {
            enter(wanted[i], isListKept && i == common);
            m_open.push_back(wanted[i]);
        }
    }

    void enter(const Container &container, bool isInOpenList)
    {
        startLine();
        if (container.kind == Container::Kind::Quote) {
            m_html += QStringLiteral("<blockquote>\n");
            return;
        }
        if (container.kind == Container::Kind::Footnote) {
            m_html += QStringLiteral("<footnote>\n");
            return;
        }
        if (!isInOpenList) {
            if (!container.isOrdered)
                m_html += QStringLiteral("<ul>\n");
            else if (container.number == 1)
                m_html += QStringLiteral("<ol>\n");
            else
                m_html += QStringLiteral("<ol start=\"%1\">\n").arg(container.number);
        }
        m_html += QStringLiteral("<li>");
    }

    void leave(const Container &container, bool isListKept)
    {
        if (container.kind != Container::Kind::ListItem) {
            startLine();
            m_html += container.kind == Container::Kind::Quote ? QStringLiteral("</blockquote>\n") : QStringLiteral("</footnote>\n");
            return;
        }
        m_html += QStringLiteral("</li>\n");
        if (!isListKept)
            m_html += container.isOrdered ? QStringLiteral("</ol>\n") : QStringLiteral("</ul>\n");
    }

    void writeLeaf(qsizetype index, const Leaf &leaf)
    {
        const bool isTight = !leaf.containers.empty() && leaf.containers.back().kind == Container::Kind::ListItem
            && leaf.containers.back().isTight;
        if (leaf.kind == LeafKind::Paragraph) {
            if (leaf.inlines.empty() && leaf.text.isEmpty() && leaf.source.begin == leaf.source.end)
                return;    // keeps the place of an empty container
            if (isTight) {
                writeInlines(m_parser.builder().parsedInlines(index));
                return;
            }
        }
        startLine();
        switch (leaf.kind) {
        case LeafKind::Paragraph:
            m_html += QStringLiteral("<p>");
            writeInlines(m_parser.builder().parsedInlines(index));
            m_html += QStringLiteral("</p>\n");
            break;
        case LeafKind::Heading:
            m_html += QStringLiteral("<h%1>").arg(leaf.level);
            writeInlines(m_parser.builder().parsedInlines(index));
            m_html += QStringLiteral("</h%1>\n").arg(leaf.level);
            break;
        case LeafKind::Code:
            m_html += leaf.language.isEmpty() ? QStringLiteral("<pre><code>")
                                              : QStringLiteral("<pre><code class=\"language-%1\">").arg(escaped(leaf.language));
            m_html += escaped(leaf.text);
            m_html += leaf.text.isEmpty() ? QStringLiteral("</code></pre>\n") : QStringLiteral("\n</code></pre>\n");
            break;
        case LeafKind::Rule:
            m_html += QStringLiteral("<hr />\n");
            break;
        case LeafKind::Html:
            m_html += leaf.text + u'\n';
            break;
        case LeafKind::MathBlock:
            m_html += QStringLiteral("<math>") + escaped(leaf.text) + QStringLiteral("</math>\n");
            break;
        case LeafKind::Table:
            writeTable(index);
            break;
        }
    }

    void writeTable(qsizetype index)
    {
        m_html += QStringLiteral("<table>\n");
        for (const auto &row : m_parser.builder().parsedCells(index)) {
            m_html += QStringLiteral("<tr>");
            for (const auto &cell : row) {
                m_html += QStringLiteral("<td>");
                writeInlines(cell);
                m_html += QStringLiteral("</td>");
            }
            m_html += QStringLiteral("</tr>\n");
        }
        m_html += QStringLiteral("</table>\n");
    }

    void writeInlines(const MarkdownLeafBuilder::ParsedInlines &inlines)
    {
        int images = 0;
        for (const InlineEvent &event : inlines.result.events) {
            if (event.type == Event::LeaveImage && --images == 0) {
                const QString title = inlines.result.links[size_t(event.payload)].title;
                m_html += QStringLiteral("\"") + titleAttribute(title) + QStringLiteral(" />");
                continue;
            }
            if (event.type == Event::EnterImage && images++ == 0) {
                m_html += QStringLiteral("<img src=\"") + escaped(encoded(inlines.result.links[size_t(event.payload)].target)) + QStringLiteral("\" alt=\"");
                continue;
            }
            const bool isText = event.type <= Event::Footnote;
            const QString text = !isText ? QString()
                : event.payload >= 0     ? inlines.result.strings[size_t(event.payload)]
                                         : inlines.content.sliced(event.begin, event.end - event.begin);
            if (images > 0)
                m_html += isText && event.type != Event::Html ? escaped(text) : QString();
            else
                writeEvent(event, text, inlines.result);
        }
    }

    void writeEvent(const InlineEvent &event, const QString &text, const InlineResult &result)
    {
        switch (event.type) {
        case Event::Text: m_html += escaped(text); break;
        case Event::SoftBreak: m_html += u'\n'; break;
        case Event::HardBreak: m_html += QStringLiteral("<br />\n"); break;
        case Event::Code: m_html += QStringLiteral("<code>") + escaped(text) + QStringLiteral("</code>"); break;
        case Event::Math:
        case Event::DisplayMath: m_html += QStringLiteral("<math>") + escaped(text) + QStringLiteral("</math>"); break;
        case Event::Html: m_html += text; break;
        case Event::Footnote: m_html += QStringLiteral("<sup>") + escaped(text) + QStringLiteral("</sup>"); break;
        case Event::EnterEmphasis: m_html += QStringLiteral("<em>"); break;
        case Event::LeaveEmphasis: m_html += QStringLiteral("</em>"); break;
        case Event::EnterStrong: m_html += QStringLiteral("<strong>"); break;
        case Event::LeaveStrong: m_html += QStringLiteral("</strong>"); break;
        case Event::EnterStrike: m_html += QStringLiteral("<del>"); break;
        case Event::LeaveStrike: m_html += QStringLiteral("</del>"); break;
        case Event::EnterLink: {
            const LinkTarget &link = result.links[size_t(event.payload)];
            m_html += QStringLiteral("<a href=\"") + escaped(encoded(link.target)) + u'"' + titleAttribute(link.title) + u'>';
            break;
        }
        case Event::LeaveLink: m_html += QStringLiteral("</a>"); break;
        case Event::EnterImage:
        case Event::LeaveImage: break;
        }
    }

    static QString titleAttribute(const QString &title)
    {
        return title.isEmpty() ? QString() : QStringLiteral(" title=\"") + escaped(title) + u'"';
    }

    static QString escaped(const QString &text)
    {
        return text.toHtmlEscaped();
    }

    static QString encoded(const QString &address)
    {
        QString result;
        const QByteArray bytes = address.toUtf8();
        for (const char byte : bytes) {
            const bool isKept = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
                || QByteArrayView("-_.+!*'(),%#@?=;:/,+&$~").contains(byte);
            if (isKept)
                result += QLatin1Char(byte);
            else
                result += QStringLiteral("%") + QString::fromLatin1(QByteArray(1, byte).toHex().toUpper());
        }
        return result;
    }

    MarkdownParser &m_parser;
    std::vector<Container> m_open;
    QString m_html;
};
