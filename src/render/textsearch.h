// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "inlinetext.h"
#include "message.h"

#include <QStringList>

#include <vector>

// What somebody looks for in the text as it is shown, marks of Markdown left out. A value.
struct TextSearch
{
    QStringList words;             // each of them counts
    bool isCaseSensitive = false;
    bool isWholeWords = false;

    bool isEmpty() const;
    bool operator==(const TextSearch &) const = default;
};

// A find: a leaf of a message and positions in its leafText().
struct FoundPlace
{
    int leaf = 0;
    TextRange range;
    qsizetype sourceBegin = 0;     // of the leaf, in the message's source
    bool operator==(const FoundPlace &) const = default;
};

std::vector<TextRange> findInLeaf(const Leaf &leaf, const TextSearch &search);
// Reads the message as a row would show it. The order is the order on the page.
std::vector<FoundPlace> findInMessage(Role role, MessageState state, const QString &source, const TextSearch &search);
