// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "estimate.h"

#include "cost.h"

#include <algorithm>

namespace {
constexpr int TilePixels = 448;
constexpr qint64 TileTokens = 256;
constexpr qint64 MostTiles = 6;
}

qint64 estimatedTokens(const QString &text)
{
    TokenEstimate estimate;
    estimate.add(text);
    return estimate.tokens();
}

qint64 estimatedImageTokens(const QSize &pixels, ImageDetail detail)
{
    if (detail == ImageDetail::Low || pixels.isEmpty())
        return TileTokens;
    const auto tiles = [](int length) { return qint64((length + TilePixels - 1) / TilePixels); };
    return (std::min(MostTiles, tiles(pixels.width()) * tiles(pixels.height())) + 1) * TileTokens;
}

Usage estimatedUsage(const std::vector<Message> &sent, const Message &answer)
{
    Usage usage;
    usage.isEstimated = true;
    for (const Message &message : sent) {
        usage.promptTokens += estimatedTokens(textOf(message));
        for (const ImagePart &image : imagesOf(message))
            usage.imageTokens += estimatedImageTokens(image.pixels, image.detail);
    }
    usage.promptTokens += usage.imageTokens;
    usage.completionTokens = estimatedTokens(textOf(answer));
    for (const ToolCall &call : answer.toolCalls)
        usage.completionTokens += estimatedTokens(call.name + call.arguments);
    if (answer.answer) {
        usage.completionTokens += estimatedTokens(answer.answer->refusal);
        usage.reasoningTokens = estimatedTokens(answer.answer->reasoning);
    }
    usage.totalTokens = usage.promptTokens + usage.completionTokens + usage.reasoningTokens;
    return usage;
}

RequestEstimate estimateRequest(qint64 contextTokens, const Draft &draft, const std::optional<ModelInfo> &model)
{
    RequestEstimate estimate;
    for (const Attachment &attachment : draft.attachments)
        estimate.imageTokens += estimatedImageTokens(attachment.image.pixels, attachment.image.detail);
    estimate.tokens = contextTokens + estimatedTokens(draft.text) + estimate.imageTokens;
    if (!model)
        return estimate;
    Usage usage;
    usage.promptTokens = estimate.tokens;
    usage.imageTokens = estimate.imageTokens;
    estimate.costTicks = costTicks(usage, *model);
    return estimate;
}
