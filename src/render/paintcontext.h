// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "textsearch.h"

#include <QRectF>
#include <QString>

#include <optional>

// A place in a message that does something: for the mouse, the keyboard and the screen reader alike.
struct Hotspot
{
    enum class Kind {
        Link, Picture, CopyCode,                                    // in the text
        Table, Formula,                                             // whole blocks, for the keyboard
        Attachment, Thinking, Source, SourceFold, NoticeAction, NoticeDetails, // around it
        PreviousSibling, NextSibling, Copy, Edit, Regenerate, More, // the row of actions
    };
    Kind kind = Kind::Link;
    QRectF rect;
    int leaf = -1;             // in the text; an attachment's or a source's number
    QString value;             // a link's or a source's target, a notice action's id
    QString label;             // for people
    QString place;             // parts links with the same target

    bool isSameAs(const Hotspot &other) const
    {
        return kind == other.kind && leaf == other.leaf && value == other.value && place == other.place;
    }
    // Words that lead somewhere: a text is selected through them.
    bool isInText() const { return kind == Kind::Link || kind == Kind::Picture; }
    // What a browser may open.
    bool isAddress() const { return isInText() || kind == Kind::Source; }
    // The keyboard stops here; the mouse means what is inside.
    bool isBlock() const { return kind == Kind::Table || kind == Kind::Formula; }
    // Shown only while the message is hovered or focused.
    bool isAction() const { return kind >= Kind::PreviousSibling; }
};

// Everything that painting a message depends on besides its layout. Coordinates are the message's own.
struct PaintContext
{
    QRectF clip;                   // empty: everything
    SourceRange selection;         // in the message's source; empty: none
    bool isSelectionWhole = false; // also what has no text is drawn as selected
    TextSearch search;
    std::optional<FoundPlace> currentFind;   // the one that "next" went to
    bool showsCaret = false;       // an answer is being written at the end
    bool showsActions = false;     // the message is hovered or focused
    const Hotspot *hovered = nullptr;
    const Hotspot *focused = nullptr;
    int copiedLeaf = -1;           // its copy button says so
    int barLeaf = -1;              // the pointer is over it: what scrolls it sideways is shown large
    qreal viewportTop = 0;         // what is above cannot be seen
    bool wasMessageCopied = false;
    QString thinkingText;          // the line above an answer
};
