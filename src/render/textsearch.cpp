// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "textsearch.h"

#include "leafpositions.h"
#include "plaintext.h"

#include <algorithm>

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_';
}

bool isWholeWord(const QString &text, qsizetype begin, qsizetype end)
{
    const bool startsInside = begin > 0 && isWordCharacter(text.at(begin - 1)) && isWordCharacter(text.at(begin));
    const bool endsInside = end < text.size() && isWordCharacter(text.at(end - 1)) && isWordCharacter(text.at(end));
    return !startsInside && !endsInside;
}

void findWord(const QString &text, const QString &word, const TextSearch &search, std::vector<TextRange> &found)
{
    const Qt::CaseSensitivity sensitivity = search.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    qsizetype at = text.indexOf(word, 0, sensitivity);
    while (at >= 0) {
        const qsizetype end = at + word.size();
        const bool counts = !search.isWholeWords || isWholeWord(text, at, end);
        if (counts)
            found.push_back({ at, end });
        at = text.indexOf(word, counts ? end : at + 1, sensitivity);
    }
}

std::vector<FoundPlace> findInLeaves(const std::vector<Leaf> &leaves, const TextSearch &search)
{
    std::vector<FoundPlace> places;
    for (size_t i = 0; i < leaves.size(); ++i) {
        for (const TextRange &range : findInLeaf(leaves[i], search))
            places.push_back({ int(i), range, leaves[i].source.begin });
    }
    return places;
}

}

bool TextSearch::isEmpty() const
{
    return std::all_of(words.begin(), words.end(), [](const QString &word) { return word.isEmpty(); });
}

std::vector<TextRange> findInLeaf(const Leaf &leaf, const TextSearch &search)
{
    std::vector<TextRange> found;
    if (search.isEmpty())
        return found;
    const QString text = leafText(leaf);
    for (const QString &word : search.words) {
        if (!word.isEmpty())
            findWord(text, word, search, found);
    }
    std::sort(found.begin(), found.end(), [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
    return found;
}

std::vector<FoundPlace> findInMessage(Role role, MessageState state, const QString &source, const TextSearch &search)
{
    if (search.isEmpty())
        return {};
    if (role != Role::Assistant && role != Role::Tool)
        return findInLeaves(plainTextLeaves(source), search);
    MarkdownDocument document;
    document.append(source);
    if (state != MessageState::Streaming)
        document.finish();
    return findInLeaves(document.leaves(), search);
}
