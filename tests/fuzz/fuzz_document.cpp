// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// A conversation document from outside. What is taken must come out of an export as it went in.
#include "conversationdocument.h"
#include "fuzzing.h"
#include "memoryblobs.h"

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const Result<DecodedDocument> first = decodeConversationDocument(asBytes(bytes, size));
    if (!first) {
        mustHold(!first.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    MemoryBlobs blobs;
    for (const auto &[id, content] : first.value().blobs)
        blobs.add(id, content);
    const ConversationDocument &document = first.value().document;
    const Result<QByteArray> exported = encodeConversationDocument(document, blobs);
    mustHold(bool(exported), "what was taken can be exported");
    const Result<DecodedDocument> second = decodeConversationDocument(exported.value());
    mustHold(bool(second), "what was exported is taken");
    mustHold(second.value().document.conversation == document.conversation, "the conversation comes back");
    mustHold(second.value().document.messages == document.messages, "the messages come back");
    mustHold(second.value().blobs == first.value().blobs, "the pictures come back");
    mustHold(!toMarkdown(document.conversation, document.messages).isNull(), "it can be written as Markdown");
    return 0;
}
