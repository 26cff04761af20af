// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathcommands_p.h"

#include <QHash>

namespace {

struct Environment
{
    QStringView name;
    QStringView left;
    QStringView right;
    MathTable::Align align;
    bool isDisplay = false;
    bool joinsPairs = false;
    bool isSmall = false;
};

constexpr Environment Environments[] = {
    { u"matrix", u"", u"", MathTable::Align::Center },
    { u"pmatrix", u"(", u")", MathTable::Align::Center },
    { u"bmatrix", u"[", u"]", MathTable::Align::Center },
    { u"Bmatrix", u"{", u"}", MathTable::Align::Center },
    { u"vmatrix", u"|", u"|", MathTable::Align::Center },
    { u"Vmatrix", u"‖", u"‖", MathTable::Align::Center },
    { u"smallmatrix", u"", u"", MathTable::Align::Center, false, false, true },
    { u"array", u"", u"", MathTable::Align::Center },
    { u"cases", u"{", u"", MathTable::Align::Left },
    { u"dcases", u"{", u"", MathTable::Align::Left, true },
    { u"rcases", u"", u"}", MathTable::Align::Left },
    { u"aligned", u"", u"", MathTable::Align::Right, true, true },
    { u"align", u"", u"", MathTable::Align::Right, true, true },
    { u"alignat", u"", u"", MathTable::Align::Right, true, true },
    { u"alignedat", u"", u"", MathTable::Align::Right, true, true },
    { u"eqnarray", u"", u"", MathTable::Align::Right, true, true },
    { u"split", u"", u"", MathTable::Align::Right, true, true },
    { u"flalign", u"", u"", MathTable::Align::Right, true, true },
    { u"gather", u"", u"", MathTable::Align::Center, true },
    { u"gathered", u"", u"", MathTable::Align::Center, true },
    { u"multline", u"", u"", MathTable::Align::Center, true },
    { u"equation", u"", u"", MathTable::Align::Center, true },
    { u"displaymath", u"", u"", MathTable::Align::Center, true },
    { u"math", u"", u"", MathTable::Align::Center, true },
};

const Environment *environmentNamed(QStringView name)
{
    for (const Environment &environment : Environments) {
        if (environment.name == name)
            return &environment;
    }
    return nullptr;
}

void readColumns(MathTable &table, const QString &columns)
{
    table.columns.clear();
    for (const QChar c : columns) {
        if (c == u'|')
            table.verticalRules.push_back(int(table.columns.size()));
        else if (c == u'l' || c == u'c' || c == u'r')
            table.columns.push_back(c == u'l' ? MathTable::Align::Left : c == u'r' ? MathTable::Align::Right : MathTable::Align::Center);
    }
    if (table.columns.empty())
        table.columns.push_back(MathTable::Align::Center);
}

}

void MathParser::parseRows(MathTable &table)
{
    table.rows.emplace_back();
    for (;;) {
        m_tokens.skipSpace();
        if (m_tokens.takeIf(u"\\hline")) {
            table.horizontalRules.push_back(int(table.rows.size()) - 1);
            continue;
        }
        if (++m_cells > MaximumCells) {
            m_isWhole = false;
            while (!m_tokens.atEnd())
                m_tokens.take();
            return;
        }
        table.rows.back().push_back(parseList({ .atRight = false, .atCell = true, .atBracket = false }));
        if (m_tokens.takeIf(u"&"))
            continue;
        const QStringView next = m_tokens.peek();
        if (next != u"\\\\" && next != u"\\cr" && next != u"\\tabularnewline")
            break;
        m_tokens.take();
        m_tokens.takeIf(u"*");
        m_tokens.takeRawOption();
        table.rows.emplace_back();
    }
    // A line end after the last row starts no row.
    const bool isLastEmpty = table.rows.size() > 1 && table.rows.back().size() == 1 && table.rows.back().front().empty();
    if (isLastEmpty)
        table.rows.pop_back();
}

MathTable MathParser::parseTable(const QString &environment)
{
    const Environment *known = environmentNamed(environment);
    MathTable table;
    table.isDisplay = known->isDisplay;
    table.isSmall = known->isSmall;
    table.joinsPairs = known->joinsPairs;
    table.rowGap = known->isDisplay && environment != u"equation" ? 0.3 : 0.0;
    table.columnGap = known->isSmall ? 0.5 : known->align == MathTable::Align::Left ? 1.0 : 0.9;
    if (known->joinsPairs)
        table.columns = { MathTable::Align::Right, MathTable::Align::Left };
    else
        table.columns = { known->align };
    if (environment == u"array") {
        m_tokens.takeRawOption();
        readColumns(table, m_tokens.takeRawArgument());
    } else if (environment.startsWith(u"alignat") || environment == u"alignedat") {
        m_tokens.takeRawArgument();
    } else if (environment == u"aligned" || environment == u"gathered") {
        m_tokens.takeRawOption();
    }
    parseRows(table);
    return table;
}

void MathParser::parseEnvironment(MathList &list)
{
    const QString written = m_tokens.takeRawArgument().trimmed();
    QString name = written;
    if (name.endsWith(u'*'))
        name.chop(1);
    const Environment *known = environmentNamed(name);
    if (!known) {
        list.push_back(sourceNode(QStringLiteral("\\begin{%1}").arg(written)));
        return;
    }
    if (++m_depth > MaximumDepth) {
        m_isWhole = false;
        return;
    }
    MathNode table;
    table.kind = MathNode::Kind::Table;
    table.table = parseTable(name);
    --m_depth;
    if (m_tokens.takeIf(u"\\end"))
        m_tokens.takeRawArgument();
    if (known->left.isEmpty() && known->right.isEmpty()) {
        list.push_back(std::move(table));
        return;
    }
    MathNode fenced;
    fenced.kind = MathNode::Kind::Delimited;
    fenced.mathClass = MathClass::Inner;
    fenced.delimiters = { known->left.toString(), known->right.toString() };
    fenced.parts.emplace_back();
    fenced.parts.front().push_back(std::move(table));
    list.push_back(std::move(fenced));
}

void MathParser::parseSubstack(MathList &list)
{
    m_tokens.skipSpace();
    if (!m_tokens.takeIf(u"{") || ++m_depth > MaximumDepth)
        return;
    MathNode node;
    node.kind = MathNode::Kind::Table;
    node.table.columns = { MathTable::Align::Center };
    parseRows(node.table);
    --m_depth;
    m_tokens.takeIf(u"}");
    list.push_back(std::move(node));
}
