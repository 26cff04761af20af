// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdownleafbuilder_p.h"

// Turns inline events into display text and stretches of one look.
class InlineFlattener
{
public:
    InlineFlattener(const InlineResult &result, const SourceText &content, QString &text, std::vector<Inline> &inlines);
    void flatten();

private:
    void enter(const InlineEvent &event);
    void leave(const InlineEvent &event);
    void markCitation();
    void add(QStringView shown, quint16 style, SourceRange source, const QString &target = {});
    void addEvent(const InlineEvent &event);
    quint16 currentStyle() const;
    const QString &currentTarget() const;

    const InlineResult &m_result;
    const SourceText &m_content;
    QString &m_text;
    std::vector<Inline> &m_inlines;
    int m_emphasis = 0;
    int m_strong = 0;
    int m_strike = 0;
    std::vector<int> m_links;
    std::vector<int> m_images;
    qsizetype m_textBeforeLink = 0;
};
