// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

// The source of a formula as TeX sees it: single characters and commands, with macros defined in the formula expanded in
// place. Expansion is bounded and a macro is not expanded inside its own body, so it always ends.
class MathTokens
{
public:
    explicit MathTokens(QStringView source);

    bool atEnd() const { return m_at >= m_text.size(); }
    // The next token without taking it: a character, or a backslash with its name. Empty at the end.
    QStringView peek() const;
    QStringView take();
    void skipSpace();
    bool takeIf(QStringView token);

    // The raw text of {…} (braces balanced, without them) or of the next token.
    QString takeRawArgument();
    // The raw text of […] if it stands next; else null.
    QString takeRawOption();

    // \newcommand{\name}[n]{body}, \def\name#1{body}: called after the command itself.
    void defineCommand();
    void defineTexMacro();
    void defineOperator(QString *name, QString *text, bool *hasLimits);
    // Replaces a macro's use by its body. False when `command` is no macro (or is being expanded).
    bool expand(QStringView command);
    bool isOverLimit() const { return m_isOverLimit; }

private:
    struct Macro { int arguments = 0; QString option; bool hasOption = false; QString body; };
    struct Expansion { QString name; qsizetype end; };

    qsizetype tokenLength(qsizetype at) const;
    void dropEndedExpansions();

    QString m_text;
    qsizetype m_at = 0;
    QHash<QString, Macro> m_macros;
    QList<Expansion> m_expansions;      // whose text we are in; `end` counts from the end of m_text
    qsizetype m_expandedLength = 0;
    bool m_isOverLimit = false;
};
