// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "foreignshapes_p.h"

#include <optional>

constexpr int ForeignDepthLimit = 64;

struct ForeignTree
{
    DecodedDocument document;
    qsizetype leftOut = 0;
};

// A conversation of another program as one of ours: what has nothing to show is left out, and what answered it answers the one before.
// Nothing when messages answer each other in a circle.
std::optional<ForeignTree> treeOf(const ForeignConversation &conversation, const QString &origin, const PictureConverter &convert);
