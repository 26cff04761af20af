// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownreferences_p.h"

#include "markdownblockscanners_p.h"
#include "markdownlimits_p.h"
#include "markdownlinkparts_p.h"

#include <utility>

namespace {

// The place after the line end, when nothing but blanks stands before it; -1 otherwise.
qsizetype lineEndAfter(QStringView text, qsizetype at)
{
    while (at < text.size() && MarkdownScan::isBlank(text[at].unicode()))
        ++at;
    if (at == text.size())
        return at;
    return text[at] == u'\n' ? at + 1 : -1;
}

struct DefinitionEnd
{
    QStringView title;
    qsizetype next = -1;
};

// A title that turns out not to be one may still leave a definition without title in front of it.
DefinitionEnd definitionEnd(QStringView text, qsizetype afterDestination, qint64 &steps)
{
    const qsizetype titleBegin = MarkdownLink::skipSpace(text, afterDestination);
    if (titleBegin > afterDestination) {
        if (const auto title = MarkdownLink::title(text, titleBegin, steps)) {
            const qsizetype next = lineEndAfter(text, title->next);
            if (next >= 0)
                return { title->text, next };
        }
    }
    return { {}, lineEndAfter(text, afterDestination) };
}

// The place after one definition, or -1.
qsizetype parseDefinition(QStringView text, qsizetype at, LinkDefinition &definition, qint64 &steps)
{
    const auto label = MarkdownLink::label(text, at, steps);
    if (!label || label->next >= text.size() || text[label->next] != u':')
        return -1;
    const qsizetype begin = MarkdownLink::skipSpace(text, label->next + 1);
    if (begin >= text.size())
        return -1;
    const auto destination = MarkdownLink::destination(text, begin, steps);
    if (!destination || (destination->text.isEmpty() && text[begin] != u'<'))
        return -1;
    const DefinitionEnd end = definitionEnd(text, destination->next, steps);
    definition.label = MarkdownReferences::normalized(label->text);
    definition.link = { MarkdownLink::unescaped(destination->text), MarkdownLink::unescaped(end.title) };
    return definition.label.isEmpty() ? -1 : end.next;
}

}

QString MarkdownReferences::normalized(QStringView label)
{
    if (label.size() > MarkdownLimits::LabelLength)
        return {};
    // Folding twice turns the capital sharp s into "ss" as the small one; one pass of Qt's folding leaves it at one sign.
    QString folded = label.toString().simplified().toCaseFolded();
    folded.replace(u'\u00df', QStringLiteral("ss"));
    return folded;
}

QString MarkdownReferences::footnoteKey(QStringView label)
{
    const QString name = normalized(label);
    return name.isEmpty() ? QString() : u'[' + name;
}

void MarkdownReferences::define(const LinkDefinition &definition)
{
    if (m_links.contains(definition.label))
        return;
    m_links.insert(definition.label, definition.link);
    answer(definition.label);
}

void MarkdownReferences::defineFootnote(QStringView label)
{
    const QString key = footnoteKey(label);
    if (key.isEmpty() || m_footnotes.contains(key))
        return;
    m_footnotes.insert(key);
    answer(key);
}

const LinkTarget *MarkdownReferences::find(const QString &label) const
{
    const auto found = m_links.constFind(label);
    return found == m_links.cend() ? nullptr : &found.value();
}

bool MarkdownReferences::hasFootnote(const QString &key) const
{
    return m_footnotes.contains(key);
}

void MarkdownReferences::addWaiting(const QString &key, qsizetype leaf)
{
    std::vector<qsizetype> &leaves = m_waiting[key];
    // The leaf at the end asks again with every piece.
    if (leaves.empty() || leaves.back() != leaf)
        leaves.push_back(leaf);
}

std::vector<qsizetype> MarkdownReferences::takeAnswered()
{
    return std::exchange(m_answered, {});
}

void MarkdownReferences::answer(const QString &key)
{
    const std::vector<qsizetype> leaves = m_waiting.take(key);
    m_answered.insert(m_answered.end(), leaves.begin(), leaves.end());
}

LeadingDefinitions leadingDefinitions(QStringView paragraph, qint64 &steps)
{
    LeadingDefinitions result;
    qsizetype at = 0;
    while (at < paragraph.size() && paragraph[at] == u'[') {
        LinkDefinition definition;
        const qsizetype next = parseDefinition(paragraph, at, definition, steps);
        if (next < 0)
            break;
        result.lineCount += paragraph.sliced(at, next - at).count(u'\n');
        if (next == paragraph.size() && paragraph.back() != u'\n')
            ++result.lineCount;
        result.definitions.push_back(std::move(definition));
        at = next;
    }
    return result;
}
