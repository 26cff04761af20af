// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "plaintext.h"

namespace {

bool isFence(QStringView line)
{
    return line.trimmed().startsWith(u"```");
}

class PlainTextReader
{
public:
    explicit PlainTextReader(const QString &text) : m_text(text) {}

    std::vector<Leaf> read()
    {
        while (m_at < m_text.size()) {
            const QStringView line = nextLine();
            if (isFence(line)) {
                closeParagraph();
                readCode(line);
            } else if (line.trimmed().isEmpty()) {
                closeParagraph();
                m_at += line.size() + 1;
            } else {
                if (m_paragraphBegin < 0)
                    m_paragraphBegin = m_at;
                m_paragraphEnd = m_at + line.size();
                m_at += line.size() + 1;
            }
        }
        closeParagraph();
        return std::move(m_leaves);
    }

private:
    QStringView nextLine() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return QStringView(m_text).sliced(m_at, (end < 0 ? m_text.size() : end) - m_at);
    }

    void closeParagraph()
    {
        if (m_paragraphBegin < 0)
            return;
        Leaf leaf;
        leaf.source = { m_paragraphBegin, m_paragraphEnd };
        leaf.text = m_text.sliced(m_paragraphBegin, m_paragraphEnd - m_paragraphBegin);
        leaf.text.replace(u'\n', QChar::LineSeparator);
        leaf.inlines.push_back({ 0, leaf.text.size(), PlainStyle, {}, leaf.source });
        m_leaves.push_back(std::move(leaf));
        m_paragraphBegin = -1;
    }

    void readCode(QStringView fence)
    {
        Leaf leaf;
        leaf.kind = LeafKind::Code;
        leaf.isClosed = false;
        leaf.language = fence.trimmed().sliced(3).toString().section(u' ', 0, 0, QString::SectionSkipEmpty).toLower();
        leaf.source.begin = m_at;
        m_at += fence.size() + 1;
        const qsizetype begin = qMin(m_at, m_text.size());
        qsizetype end = begin;
        while (m_at < m_text.size() && !leaf.isClosed) {
            const QStringView line = nextLine();
            leaf.isClosed = isFence(line);
            if (!leaf.isClosed)
                end = m_at + line.size();
            m_at += line.size() + 1;
        }
        leaf.source.end = qMin(leaf.isClosed ? m_at - 1 : end, m_text.size());
        leaf.text = m_text.sliced(begin, end - begin);
        m_leaves.push_back(std::move(leaf));
    }

    const QString &m_text;
    std::vector<Leaf> m_leaves;
    qsizetype m_at = 0;
    qsizetype m_paragraphBegin = -1;
    qsizetype m_paragraphEnd = 0;
};

}

std::vector<Leaf> plainTextLeaves(const QString &text)
{
    return PlainTextReader(text).read();
}
