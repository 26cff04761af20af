// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdownblockparser_p.h"
#include "markdownleafbuilder_p.h"
#include "markdownreferences_p.h"

// All of MarkdownDocument: cuts the source into lines, feeds the block phase, and brings the leaves up to date from the
// first block that can have changed.
class MarkdownParser
{
public:
    MarkdownParser();

    void append(QStringView piece);
    void finish();

    const QString &source() const { return m_source; }
    const std::vector<Leaf> &leaves() const { return m_leaves; }
    qsizetype takeFirstChanged();

    qint64 parsedLeafCount() const { return m_builder.parsedLeafCount(); }
    // Characters looked at, for tests of growth.
    qint64 steps() const { return m_steps; }
    MarkdownLeafBuilder &builder() { return m_builder; }

private:
    qsizetype beginChange();
    void commitWholeLines();
    void updateLeaves(qsizetype firstDirty);
    void updateLooseness(qsizetype end);
    void setLooseness(int list, bool isLoose, qsizetype end);
    void updateLeaf(qsizetype index);

    QString m_source;
    qsizetype m_lineBegin = 0;       // of the unfinished line
    qsizetype m_searchedUntil = 0;   // no line end between m_lineBegin and here
    qint64 m_steps = 0;
    MarkdownReferences m_references;
    MarkdownBlockParser m_blockParser;
    MarkdownLeafBuilder m_builder;
    std::vector<Leaf> m_leaves;
    std::vector<LeafState> m_states;
    std::vector<bool> m_shownLoose;  // per list, as the leaves have it
    qsizetype m_firstChanged = 0;
    quint32 m_revision = 0;
};
