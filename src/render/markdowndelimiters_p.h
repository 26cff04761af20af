// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowninline_p.h"

// The delimiter stack of CommonMark's "process emphasis", for *, _ and ~. A run stays one token; the pairs it takes
// part in are remembered as marks: a run first closes from its left end, then shows what is left, then opens.
class MarkdownDelimiters
{
public:
    explicit MarkdownDelimiters(qint64 &steps);

    void clear();
    // Adds the run content[begin, end) and returns its index, or -1 when it can neither open nor close.
    int add(QStringView content, qsizetype begin, qsizetype end);
    // The place a bracket remembers, for process() and removeAbove().
    int top() const { return m_top; }
    enum class Leftovers { Remove, Keep };
    void process(int bottom, Leftovers leftovers = Leftovers::Remove);
    void removeAbove(int bottom);
    // Adds a closing run without text for each opening ** __ or ~~ still open, and returns their indexes.
    std::vector<int> closeAtEnd(qsizetype end);
    // Forgets the runs from this index on; they became part of something else before anything was paired.
    void dropFrom(int index);
    qsizetype size() const { return qsizetype(m_runs.size()); }

    // What the run is in the end.
    void appendEvents(int index, std::vector<InlineEvent> &events) const;

private:
    struct Mark
    {
        InlineEvent::Type enter;
        InlineEvent::Type leave;
        int length = 0;
        int nextOpen = -1;      // towards marks made earlier, that is, inner ones
        int nextClose = -1;     // towards marks made later, that is, outer ones
    };
    struct Run
    {
        char16_t character = 0;
        bool canOpen = false;
        bool canClose = false;
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype original = 0;
        qsizetype left = 0;
        int previous = -1;
        int next = -1;
        int lastOpen = -1;
        int firstClose = -1;
        int lastClose = -1;
    };

    int append(Run run);
    int findOpener(int closer, int lowest);
    bool canPair(const Run &opener, const Run &closer) const;
    void pair(int opener, int closer);
    void remove(int index);

    qint64 &m_steps;
    std::vector<Run> m_runs;
    std::vector<Mark> m_marks;
    int m_top = -1;
};
