// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "leafexport.h"

#include "leafpositions.h"
#include "linkpolicy.h"

namespace {

// The marks in front of a block on its line: list signs, quote signs, indentation.
qsizetype lineStart(const QString &source, qsizetype begin)
{
    qsizetype start = begin;
    while (start > 0 && source.at(start - 1) != u'\n')
        --start;
    for (qsizetype i = start; i < begin; ++i) {
        const QChar c = source.at(i);
        const bool isMark = c.isSpace() || c.isDigit() || QStringView(u">-*+.)#[]xX").contains(c);
        if (!isMark)
            return begin;
    }
    return start;
}

QString marked(const QString &words, const Inline &part)
{
    if (words.isEmpty())
        return words;
    QString text = words;
    if (part.style & CodeStyle)
        return text.contains(u'`') ? QStringLiteral("`` %1 ``").arg(text) : u'`' + text + u'`';
    if (part.style & DisplayMathStyle)
        return QStringLiteral("$$") + text + QStringLiteral("$$");
    if (part.style & MathStyle)
        return QStringLiteral("\\(") + text + QStringLiteral("\\)");
    if (part.style & StrikeStyle)
        text = QStringLiteral("~~%1~~").arg(text);
    if (part.style & EmphasisStyle)
        text = u'*' + text + u'*';
    if (part.style & StrongStyle)
        text = QStringLiteral("**") + text + QStringLiteral("**");
    if (part.style & LinkStyle)
        text = part.target == words ? words : u'[' + text + QStringLiteral("](") + part.target + u')';
    if (part.style & ImageStyle)
        text = QStringLiteral("![") + words + QStringLiteral("](") + part.target + u')';
    if (part.style & FootnoteStyle)
        text = QStringLiteral("[^") + part.target + u']';
    return text;
}

QString cutInlines(const QString &text, std::span<const Inline> inlines, const TextRange &range)
{
    QString result;
    if (inlines.empty())
        result = text.mid(range.begin, range.end - range.begin);
    for (const Inline &part : inlines) {
        const qsizetype begin = qMax(range.begin, part.begin);
        const qsizetype end = qMin(range.end, part.begin + part.length);
        if (begin < end)
            result += marked(text.mid(begin, end - begin), part);
    }
    result.replace(QChar::LineSeparator, u'\n');
    return result;
}

QString htmlOfInlines(const QString &text, std::span<const Inline> inlines)
{
    QString html;
    for (const Inline &part : inlines) {
        QString words = text.mid(part.begin, part.length).toHtmlEscaped();
        words.replace(QChar::LineSeparator, QStringLiteral("<br>"));
        if (part.style & (CodeStyle | MathStyle | DisplayMathStyle))
            words = QStringLiteral("<code>") + words + QStringLiteral("</code>");
        if (part.style & StrikeStyle)
            words = QStringLiteral("<del>") + words + QStringLiteral("</del>");
        if (part.style & EmphasisStyle)
            words = QStringLiteral("<em>") + words + QStringLiteral("</em>");
        if (part.style & StrongStyle)
            words = QStringLiteral("<strong>") + words + QStringLiteral("</strong>");
        const std::optional<QUrl> url = part.style & LinkStyle ? allowedLink(part.target) : std::nullopt;
        if (url)
            words = QStringLiteral("<a href=\"") + shownLink(*url).toHtmlEscaped() + QStringLiteral("\">") + words + QStringLiteral("</a>");
        html += words;
    }
    return inlines.empty() ? text.toHtmlEscaped() : html;
}

QString htmlOfTable(const Leaf &leaf)
{
    QString html = QStringLiteral("<table>");
    bool isHeader = true;
    for (const auto &row : leaf.rows) {
        html += QStringLiteral("<tr>");
        const QString tag = isHeader ? QStringLiteral("th") : QStringLiteral("td");
        for (const TableCell &cell : row)
            html += u'<' + tag + u'>' + htmlOfInlines(cell.text, cell.inlines) + QStringLiteral("</") + tag + u'>';
        html += QStringLiteral("</tr>");
        isHeader = false;
    }
    return html + QStringLiteral("</table>");
}

QString htmlOfLeaf(const Leaf &leaf)
{
    switch (leaf.kind) {
    case LeafKind::Heading: {
        const QString tag = u'h' + QString::number(qBound(1, leaf.level, 6));
        return u'<' + tag + u'>' + htmlOfInlines(leaf.text, leaf.inlines) + QStringLiteral("</") + tag + u'>';
    }
    case LeafKind::Code:
        return QStringLiteral("<pre><code>") + leaf.text.toHtmlEscaped() + QStringLiteral("</code></pre>");
    case LeafKind::Table:
        return htmlOfTable(leaf);
    case LeafKind::Rule:
        return QStringLiteral("<hr>");
    case LeafKind::MathBlock:
    case LeafKind::Html:
        return QStringLiteral("<pre>") + leaf.text.toHtmlEscaped() + QStringLiteral("</pre>");
    case LeafKind::Paragraph:
        break;
    }
    return QStringLiteral("<p>") + htmlOfInlines(leaf.text, leaf.inlines) + QStringLiteral("</p>");
}

// Opens and closes the elements of quotes, lists and items as leaves enter and leave them.
class ContainerWriter
{
public:
    QString moveTo(const std::vector<Container> &target)
    {
        size_t same = 0;
        while (same < m_open.size() && same < target.size() && m_open[same].id == target[same].id)
            ++same;
        const bool staysInList = same < m_open.size() && same < target.size()
            && m_open[same].kind == Container::Kind::ListItem && target[same].kind == Container::Kind::ListItem
            && m_open[same].listId == target[same].listId;
        QString html;
        while (m_open.size() > same) {
            const bool keepsList = staysInList && m_open.size() == same + 1;
            html += closing(m_open.back(), keepsList);
            m_open.pop_back();
        }
        for (size_t i = same; i < target.size(); ++i) {
            html += opening(target[i], staysInList && i == same);
            m_open.push_back(target[i]);
        }
        return html;
    }

private:
    static QString opening(const Container &container, bool isInList)
    {
        if (container.kind == Container::Kind::Quote)
            return QStringLiteral("<blockquote>");
        if (container.kind == Container::Kind::Footnote)
            return QStringLiteral("<div>");
        QString html;
        if (!isInList)
            html = container.isOrdered ? QStringLiteral("<ol start=\"%1\">").arg(container.number) : QStringLiteral("<ul>");
        html += QStringLiteral("<li>");
        if (container.task != Container::Task::None)
            html += container.task == Container::Task::Ticked ? QStringLiteral("\u2611 ") : QStringLiteral("\u2610 ");
        return html;
    }

    static QString closing(const Container &container, bool keepsList)
    {
        if (container.kind == Container::Kind::Quote)
            return QStringLiteral("</blockquote>");
        if (container.kind == Container::Kind::Footnote)
            return QStringLiteral("</div>");
        if (keepsList)
            return QStringLiteral("</li>");
        return container.isOrdered ? QStringLiteral("</li></ol>") : QStringLiteral("</li></ul>");
    }

    std::vector<Container> m_open;
};

}

QString markdownOf(const Leaf &leaf, const TextRange &range)
{
    if (leaf.kind == LeafKind::Table)
        return leafText(leaf).mid(range.begin, range.end - range.begin);
    return cutInlines(leaf.text, leaf.inlines, range);
}

QString markdownOf(const MessageLayout &message, const SourceRange &range)
{
    const QString &source = message.source();
    if (range.begin <= 0 && range.end >= source.size())
        return source;
    QString result;
    qsizetype lastEnd = -1;           // of the source that has been copied so far
    for (int i = 0; i < message.leafCount(); ++i) {
        const Leaf &leaf = message.leaf(i);
        if (leaf.source.end <= range.begin || leaf.source.begin >= range.end)
            continue;
        const qsizetype length = leafTextLength(leaf);
        const qsizetype begin = range.begin <= leaf.source.begin ? 0 : textFromSource(leaf, source, range.begin);
        const qsizetype end = range.end >= leaf.source.end ? length : textFromSource(leaf, source, range.end);
        // Inside one code block, the code is wanted and not its fence.
        const bool isInsideCode = leaf.kind == LeafKind::Code && leaf.source.begin <= range.begin && range.end <= leaf.source.end;
        const bool isWhole = begin == 0 && end == length && !isInsideCode;
        if (end <= begin && !(isWhole && leaf.kind == LeafKind::Rule))
            continue;
        if (!isWhole) {
            if (!result.isEmpty())
                result += QStringLiteral("\n\n");
            result += markdownOf(leaf, { begin, end });
            lastEnd = -1;
        } else if (lastEnd >= 0) {
            result += QStringView(source).sliced(lastEnd, leaf.source.end - lastEnd);
            lastEnd = leaf.source.end;
        } else {
            if (!result.isEmpty())
                result += QStringLiteral("\n\n");
            const qsizetype start = lineStart(source, leaf.source.begin);
            result += QStringView(source).sliced(start, leaf.source.end - start);
            lastEnd = leaf.source.end;
        }
    }
    while (result.endsWith(u'\n'))
        result.chop(1);
    return result;
}

QString htmlOf(const std::vector<Leaf> &leaves)
{
    QString html;
    ContainerWriter containers;
    for (const Leaf &leaf : leaves)
        html += containers.moveTo(leaf.containers) + htmlOfLeaf(leaf);
    return html + containers.moveTo({});
}

QString htmlOfMarkdown(const QString &source)
{
    MarkdownDocument document;
    document.append(source);
    document.finish();
    return htmlOf(document.leaves());
}
