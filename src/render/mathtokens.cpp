// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathtokens_p.h"

namespace {

constexpr qsizetype MaximumExpansion = 64 * 1024;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

}

MathTokens::MathTokens(QStringView source) : m_text(source.toString())
{
}

qsizetype MathTokens::tokenLength(qsizetype at) const
{
    if (at >= m_text.size())
        return 0;
    const QChar first = m_text.at(at);
    if (first.isHighSurrogate() && at + 1 < m_text.size() && m_text.at(at + 1).isLowSurrogate())
        return 2;
    if (first != u'\\' || at + 1 >= m_text.size())
        return 1;
    qsizetype end = at + 1;
    if (!isLetter(m_text.at(end)))
        return 2;
    while (end < m_text.size() && isLetter(m_text.at(end)))
        ++end;
    // align*, operatorname*: the star belongs to the name where a command is known to have such a form.
    return end - at;
}

QStringView MathTokens::peek() const
{
    return QStringView(m_text).sliced(m_at, tokenLength(m_at));
}

QStringView MathTokens::take()
{
    // Before the token, not after it: the last token of a macro's body is still inside it.
    dropEndedExpansions();
    const QStringView token = peek();
    m_at += token.size();
    return token;
}

void MathTokens::dropEndedExpansions()
{
    while (!m_expansions.isEmpty() && m_text.size() - m_at <= m_expansions.last().end)
        m_expansions.removeLast();
}

void MathTokens::skipSpace()
{
    while (m_at < m_text.size()) {
        if (m_text.at(m_at).isSpace()) {
            ++m_at;
        } else if (m_text.at(m_at) == u'%') {
            while (m_at < m_text.size() && m_text.at(m_at) != u'\n')
                ++m_at;
        } else {
            break;
        }
    }
}

bool MathTokens::takeIf(QStringView token)
{
    if (peek() != token)
        return false;
    take();
    return true;
}

QString MathTokens::takeRawArgument()
{
    skipSpace();
    if (!takeIf(u"{"))
        return take().toString();
    QString raw;
    int depth = 1;
    while (!atEnd()) {
        const QStringView token = peek();
        if (token == u"{")
            ++depth;
        else if (token == u"}" && --depth == 0) {
            take();
            break;
        }
        raw += token;
        take();
    }
    return raw;
}

QString MathTokens::takeRawOption()
{
    skipSpace();
    if (!takeIf(u"["))
        return {};
    QString raw = QStringLiteral("");
    int depth = 0;
    while (!atEnd()) {
        const QString token = take().toString();
        if (token == u"]" && depth == 0)
            break;
        depth += token == u"{" ? 1 : token == u"}" ? -1 : 0;
        raw += token;
    }
    return raw;
}

void MathTokens::defineCommand()
{
    takeIf(u"*");
    const QString name = takeRawArgument().trimmed();
    Macro macro;
    macro.arguments = qBound(0, takeRawOption().toInt(), 9);
    const QString option = takeRawOption();
    macro.hasOption = !option.isNull();
    macro.option = option;
    macro.body = takeRawArgument();
    if (name.startsWith(u'\\'))
        m_macros.insert(name, macro);
}

void MathTokens::defineTexMacro()
{
    skipSpace();
    const QString name = take().toString();
    Macro macro;
    while (takeIf(u"#")) {
        take();
        macro.arguments = qMin(macro.arguments + 1, 9);
    }
    macro.body = takeRawArgument();
    if (name.startsWith(u'\\'))
        m_macros.insert(name, macro);
}

void MathTokens::defineOperator(QString *name, QString *text, bool *hasLimits)
{
    *hasLimits = takeIf(u"*");
    *name = takeRawArgument().trimmed();
    *text = takeRawArgument();
    if (name->startsWith(u'\\')) {
        Macro macro;
        macro.body = (*hasLimits ? QStringLiteral("\\operatorname*{%1}") : QStringLiteral("\\operatorname{%1}")).arg(*text);
        m_macros.insert(*name, macro);
    }
}

bool MathTokens::expand(QStringView command)
{
    const auto found = m_macros.constFind(command.toString());
    if (found == m_macros.constEnd())
        return false;
    const QString name = found.key();
    for (const Expansion &expansion : std::as_const(m_expansions)) {
        if (expansion.name == name)
            return false;
    }
    const Macro macro = *found;
    QStringList arguments;
    for (int i = 0; i < macro.arguments; ++i) {
        if (i == 0 && macro.hasOption) {
            const QString option = takeRawOption();
            arguments.append(option.isNull() ? macro.option : option);
        } else {
            arguments.append(takeRawArgument());
        }
    }
    QString body;
    for (qsizetype i = 0; i < macro.body.size(); ++i) {
        const int number = i + 1 < macro.body.size() && macro.body.at(i) == u'#' ? macro.body.at(i + 1).digitValue() : -1;
        if (number >= 1 && number <= arguments.size()) {
            body += arguments.at(number - 1);
            ++i;
        } else {
            body += macro.body.at(i);
        }
    }
    m_expandedLength += body.size();
    if (m_expandedLength > MaximumExpansion) {
        m_isOverLimit = true;
        m_at = m_text.size();
        return true;
    }
    m_expansions.append({ name, m_text.size() - m_at });
    m_text.insert(m_at, body);
    return true;
}
