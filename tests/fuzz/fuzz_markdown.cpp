// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// The first byte says in how large pieces the rest arrives. However it arrives, the leaves must be the same.
#include "fuzzing.h"
#include "markdowndocument.h"

#include <algorithm>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const QString text = QString::fromUtf8(asBytes(bytes + 1, size - 1));
    const qsizetype step = 1 + bytes[0] % 32;

    MarkdownDocument streamed;
    for (qsizetype at = 0; at < text.size(); at += step) {
        streamed.append(QStringView(text).sliced(at, std::min(step, text.size() - at)));
        const qsizetype changed = streamed.takeFirstChanged();
        mustHold(changed >= 0 && changed <= qsizetype(streamed.leaves().size()), "the first changed leaf is one, or the end");
    }
    MarkdownDocument whole;
    whole.append(text);

    const auto isSame = [&] { return std::equal(streamed.leaves().begin(), streamed.leaves().end(), whole.leaves().begin(), whole.leaves().end(), sameContent); };
    mustHold(isSame(), "streamed in pieces is the same as whole");
    streamed.finish();
    whole.finish();
    mustHold(isSame(), "and so is the finished document");
    for (const Leaf &leaf : whole.leaves()) {
        mustHold(leaf.source.begin >= 0 && leaf.source.begin <= leaf.source.end && leaf.source.end <= whole.source().size(), "a leaf stands in the source");
        qsizetype end = 0;
        for (const Inline &part : leaf.inlines) {
            mustHold(part.begin == end && part.length >= 0, "inlines cover the text without gaps");
            mustHold(part.source.begin >= 0 && part.source.end <= whole.source().size(), "an inline stands in the source");
            end += part.length;
        }
        mustHold(leaf.inlines.empty() || end == leaf.text.size(), "inlines cover the text to its end");
    }
    return 0;
}
