// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicearithmetic_p.h"

#include <QStringList>

#include <cmath>

namespace {
constexpr int MaxDepth = 50;

// Recursive descent: sum of products of factors. Any step may end the reading with no value.
class ExpressionReader
{
public:
    explicit ExpressionReader(const QString &text) : m_text(text) {}

    bool readAll(double &value)
    {
        value = sum();
        skipSpaces();
        return !m_failed && m_position == m_text.size() && m_operators > 0;
    }

private:
    double sum()
    {
        double value = product();
        for (;;) {
            if (take(u'+'))
                value += product();
            else if (take(u'-'))
                value -= product();
            else
                return value;
            ++m_operators;
        }
    }

    double product()
    {
        double value = factor();
        for (;;) {
            if (take(u'*'))
                value *= factor();
            else if (take(u'/'))
                value /= factor();
            else
                return value;
            ++m_operators;
        }
    }

    double factor()
    {
        if (++m_depth > MaxDepth)
            m_failed = true;
        double value = 0;
        if (m_failed) {
        } else if (take(u'-')) {
            value = -factor();
        } else if (take(u'(')) {
            value = sum();
            m_failed = !take(u')') || m_failed;
        } else {
            value = number();
        }
        --m_depth;
        return value;
    }

    double number()
    {
        skipSpaces();
        const qsizetype start = m_position;
        while (m_position < m_text.size() && (isDigit(m_text.at(m_position)) || m_text.at(m_position) == u'.'))
            ++m_position;
        bool isNumber = false;
        const double value = m_text.mid(start, m_position - start).toDouble(&isNumber);
        m_failed = m_failed || !isNumber;
        return value;
    }

    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    void skipSpaces()
    {
        while (m_position < m_text.size() && m_text.at(m_position).isSpace())
            ++m_position;
    }

    bool take(QChar c)
    {
        skipSpaces();
        if (m_position >= m_text.size() || m_text.at(m_position) != c)
            return false;
        ++m_position;
        return true;
    }

    QString m_text;
    qsizetype m_position = 0;
    int m_depth = 0;
    int m_operators = 0;
    bool m_failed = false;
};

// Drops what people write around a sum: "What is … ?", "Calculate …", "… =".
QString bareExpression(const QString &question)
{
    static const QStringList openings = { QStringLiteral("what is"), QStringLiteral("what's"), QStringLiteral("how much is"),
                                          QStringLiteral("calculate"), QStringLiteral("compute"), QStringLiteral("was ist"),
                                          QStringLiteral("wie viel ist") };
    QString text = question.simplified();
    while (!text.isEmpty() && QStringView(u"?=.! ").contains(text.back()))
        text.chop(1);
    for (const QString &opening : openings) {
        if (text.startsWith(opening, Qt::CaseInsensitive)) {
            text.remove(0, opening.size());
            break;
        }
    }
    return text.trimmed();
}
}

std::optional<Calculation> calculate(const QString &question)
{
    const QString expression = bareExpression(question);
    QString ascii = expression;
    ascii.replace(u'×', u'*').replace(u'·', u'*').replace(u'÷', u'/').replace(u'−', u'-');
    double value = 0;
    if (!ExpressionReader(ascii).readAll(value))
        return std::nullopt;
    if (!std::isfinite(value))
        return Calculation { expression, std::nullopt };
    return Calculation { expression, value };
}

QString numberText(double value)
{
    return QString::number(value == 0 ? 0.0 : value, 'g', 15);
}
