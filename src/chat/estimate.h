// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "draft.h"
#include "modelinfo.h"
#include "usage.h"

#include <QString>

#include <optional>

// What a question would send, roughly; an estimate, and always shown as one.
struct RequestEstimate
{
    qint64 tokens = 0;
    qint64 imageTokens = 0;              // part of `tokens`
    std::optional<qint64> costTicks;     // of what is sent alone; the answer comes on top. Unset: no price known
    bool operator==(const RequestEstimate &) const = default;
};

// About four characters a token; scripts without spaces about one (reference 9.3).
qint64 estimatedTokens(const QString &text);
// Tiles of 448 pixels at 256 tokens, one more for the whole, at most seven together; one at low detail (reference 3.3).
qint64 estimatedImageTokens(const QSize &pixels, ImageDetail detail);
// What an answer used whose server did not say: by the length of what was sent and of what came.
Usage estimatedUsage(const std::vector<Message> &sent, const Message &answer);
// `contextTokens`: what the conversation so far takes.
RequestEstimate estimateRequest(qint64 contextTokens, const Draft &draft, const std::optional<ModelInfo> &model);
