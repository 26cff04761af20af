// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdownreferences_p.h"

#include <QString>
#include <QStringView>

#include <vector>

// What the inline phase makes of a leaf's content: a flat sequence in document order. Enter and leave events nest.
struct InlineEvent
{
    enum class Type : quint8 {
        Text,             // content[begin, end), or strings[payload] when payload >= 0
        SoftBreak,
        HardBreak,
        Code,             // strings[payload]
        Math,             // content[begin, end)
        DisplayMath,
        Html,             // content[begin, end), as written
        Footnote,         // strings[payload] is the label
        EnterEmphasis,
        LeaveEmphasis,
        EnterStrong,
        LeaveStrong,
        EnterStrike,
        LeaveStrike,
        EnterLink,        // links[payload]
        LeaveLink,
        EnterImage,       // links[payload]
        LeaveImage,
    };
    Type type = Type::Text;
    int payload = -1;
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct InlineResult
{
    std::vector<InlineEvent> events;
    std::vector<QString> strings;
    std::vector<LinkTarget> links;
    std::vector<QString> missingLabels;    // asked for, not defined (yet); keys of MarkdownReferences
    void clear();
};

// A piece of the content before delimiters and brackets have found their partners.
struct InlineToken
{
    enum class Type : quint8 { Event, Delimiter, Bracket, LinkStart, LinkEnd, ImageStart, ImageEnd, AutoLink, BareLink, Removed };
    Type type = Type::Event;
    InlineEvent::Type event = InlineEvent::Type::Text;
    int payload = -1;      // of the event; index of the delimiter or of the link
    qsizetype begin = 0;
    qsizetype end = 0;
};
