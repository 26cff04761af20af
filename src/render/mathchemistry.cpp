// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathparser_p.h"

namespace {

// Reads a chemical formula from left to right. What a digit means depends on what stands before it: a subscript after an
// element or a bracket, an amount at the start of a term.
class Chemistry
{
public:
    explicit Chemistry(QStringView source) : m_source(source) {}
    QString tex()
    {
        while (m_at < m_source.size())
            step();
        return m_tex;
    }

private:
    QChar peek(qsizetype offset = 0) const { return m_at + offset < m_source.size() ? m_source.at(m_at + offset) : QChar(); }
    bool startsWith(QStringView text) const { return m_source.sliced(m_at).startsWith(text); }

    void step()
    {
        if (takeArrow())
            return;
        const QChar c = peek();
        if (c.isSpace())
            takeSpace();
        else if (c.isDigit())
            takeNumber();
        else if (c.isLetter())
            takeElement();
        else if (c == u'^' || c == u'_')
            takeScript();
        else if (c == u'(' && isState())
            takeState();
        else
            takeSign();
    }

    bool takeArrow()
    {
        static constexpr std::pair<QStringView, QStringView> Arrows[] = { { u"<=>>", u"\\rightleftharpoons" }, { u"<=>", u"\\rightleftharpoons" }, { u"<->", u"\\leftrightarrow" },
                                                                          { u"->", u"\\xrightarrow" }, { u"<-", u"\\xleftarrow" } };
        for (const auto &[sign, command] : Arrows) {
            if (!startsWith(sign))
                continue;
            m_at += sign.size();
            const QString above = takeOption();
            const QString below = takeOption();
            if (command.startsWith(u"\\x"))
                m_tex += QStringLiteral("%1[%2]{\\;%3\\;}").arg(command.toString(), below, above);
            else if (!above.isEmpty() || !below.isEmpty())
                m_tex += QStringLiteral("\\xrightleftharpoons[%1]{\\;%2\\;}").arg(below, above);
            else
                m_tex += QStringLiteral(" %1 ").arg(command);
            m_isTermStart = true;
            return true;
        }
        return false;
    }

    QString takeOption()
    {
        if (peek() != u'[')
            return {};
        const qsizetype end = m_source.indexOf(u']', m_at);
        const QStringView inner = m_source.sliced(m_at + 1, (end < 0 ? m_source.size() : end) - m_at - 1);
        m_at = end < 0 ? m_source.size() : end + 1;
        return QStringLiteral("\\text{%1}").arg(inner);
    }

    void takeSpace()
    {
        while (peek().isSpace())
            ++m_at;
        m_isTermStart = true;
        m_canCarryCharge = false;
        if (peek() == u'+' && (m_at + 1 >= m_source.size() || peek(1).isSpace())) {
            ++m_at;
            m_tex += QStringLiteral(" + ");
        } else if (peek() == u'-' && peek(1).isSpace()) {
            ++m_at;
            m_tex += QStringLiteral(" - ");
        }
    }

    void takeNumber()
    {
        QString digits;
        // Behind an element a point parts two formulas: CuSO4.5H2O.
        while (peek().isDigit() || (m_isTermStart && (peek() == u'.' || peek() == u'/') && peek(1).isDigit()))
            digits += m_source.at(m_at++);
        m_tex += m_isTermStart ? digits + QStringLiteral("\\,") : QStringLiteral("_{%1}").arg(digits);
    }

    void takeElement()
    {
        QString letters;
        while (peek().isLetter())
            letters += m_source.at(m_at++);
        m_tex += QStringLiteral("\\mathrm{%1}").arg(letters);
        m_isTermStart = false;
        m_canCarryCharge = true;
    }

    void takeScript()
    {
        m_tex += m_source.at(m_at++);
        QString inner;
        if (peek() == u'{') {
            const qsizetype end = m_source.indexOf(u'}', m_at);
            inner = m_source.sliced(m_at + 1, (end < 0 ? m_source.size() : end) - m_at - 1).toString();
            m_at = end < 0 ? m_source.size() : end + 1;
        } else {
            while (peek().isDigit())
                inner += m_source.at(m_at++);
            if (peek() == u'+' || peek() == u'-' || inner.isEmpty())
                inner += m_at < m_source.size() ? QString(m_source.at(m_at++)) : QString();
        }
        m_tex += QStringLiteral("{\\mathrm{%1}}").arg(inner);
        m_isTermStart = false;
    }

    bool isState() const
    {
        for (const QStringView state : { u"(s)", u"(l)", u"(g)", u"(aq)" }) {
            if (startsWith(state))
                return true;
        }
        return false;
    }

    void takeState()
    {
        const qsizetype end = m_source.indexOf(u')', m_at);
        m_tex += QStringLiteral("\\,\\mathrm{%1}").arg(m_source.sliced(m_at, end + 1 - m_at));
        m_at = end + 1;
        m_canCarryCharge = false;
    }

    void takeSign()
    {
        const QChar c = m_source.at(m_at++);
        const bool endsTerm = m_at >= m_source.size() || !peek().isLetterOrNumber();
        if ((c == u'+' || c == u'-') && m_canCarryCharge && endsTerm) {
            m_tex += QStringLiteral("^{%1}").arg(c);
        } else if (c == u'-') {
            m_tex += QStringLiteral("{-}");
        } else if (c == u'=') {
            m_tex += QStringLiteral("{=}");
        } else if (c == u'#') {
            m_tex += QStringLiteral("{\\equiv}");
        } else if (c == u'*' || c == u'.') {
            m_tex += QStringLiteral("\\cdot ");
            m_isTermStart = true;
        } else if (c == u'\\' || c == u'{' || c == u'}' || c == u'$') {
            m_tex += c;
        } else {
            m_tex += c;
            m_isTermStart = c == u'(' || c == u'[';
            m_canCarryCharge = c == u')' || c == u']';
        }
    }

    QStringView m_source;
    qsizetype m_at = 0;
    QString m_tex;
    bool m_isTermStart = true;
    bool m_canCarryCharge = false;
};

}

QString chemistryAsTex(QStringView source)
{
    return Chemistry(source).tex();
}
