// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"

// What the block phase knows of a leaf. A plain value on purpose: the open leaf is always the last one, so a copy of it
// and a few counts are all that must be kept to undo a line (see MarkdownBlockParser).
enum class BlockKind : quint8 {
    Empty,          // keeps the place of a container that holds nothing
    Paragraph,
    Heading,
    IndentedCode,
    FencedCode,
    Table,
    Rule,
    MathBlock,
    Html,
};

// One line of a leaf without the markers of its containers.
struct BlockLine
{
    qsizetype begin = 0;
    qsizetype end = 0;
    int spaces = 0;          // what is left of a tab that a container's indentation has cut
    bool operator==(const BlockLine &) const = default;
};

struct Block
{
    BlockKind kind = BlockKind::Paragraph;
    bool isOpen = false;              // more lines may come
    bool hasEnd = false;              // FencedCode, MathBlock: the closing line was seen
    int container = -1;               // index of the innermost node, -1 at top level
    int level = 0;                    // Heading: 1 to 6; Html: the start condition, 1 to 7; Table: columns
    char16_t fence = 0;               // FencedCode: ` or ~; MathBlock: $ or [
    int fenceIndent = 0;
    qsizetype fenceLength = 0;
    SourceRange info;                 // FencedCode: the info string
    SourceRange source;
    qsizetype mathEnd = 0;            // MathBlock with an end: where the closing delimiter stands
    qsizetype firstLine = 0;
    qsizetype lineCount = 0;
    bool operator==(const Block &) const = default;
};

// A quote, list item or footnote, kept for as long as the document.
struct ContainerNode
{
    Container::Kind kind = Container::Kind::Quote;
    int parent = -1;
    int list = -1;
    int number = 0;
    Container::Task task = Container::Task::None;
    qsizetype firstBlock = 0;
    QString label = {};
};

struct ListNode
{
    bool isOrdered = false;
    bool isLoose = false;
    qsizetype firstBlock = 0;
    char16_t delimiter = u'.';
    int firstNumber = 0;
};
