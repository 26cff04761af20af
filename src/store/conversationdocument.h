// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "conversation.h"
#include "message.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

// A conversation as one inert JSON file (`*.grackle`, application/vnd.grackle.conversation+json), lossless: the whole
// tree, parts in the wire's own shape, images inside as base64. The format and its version rule: src/store/FORMAT.md.
struct ConversationDocument
{
    Conversation conversation;
    std::vector<Message> messages;     // parents before children
    bool isArchived = false;           // of an import: where it lies if it is new; no part of the file
};

Result<QByteArray> encodeConversationDocument(const ConversationDocument &document, const BlobSource &blobs);
// `blobs` gets the bytes of every image found: id and bytes, not written anywhere. Limits on size, depth and count;
// refused whole with a sentence.
struct DecodedDocument
{
    ConversationDocument document;
    std::vector<std::pair<BlobId, QByteArray>> blobs;
};
Result<DecodedDocument> decodeConversationDocument(const QByteArray &bytes);

// The active branch as Markdown for people: title, roles as headings, texts as they are. Pictures stand at the address that `pictures`
// gives; where that is empty they are named.
using PictureAddress = std::function<QString(const ImagePart &picture)>;
QString toMarkdown(const Conversation &conversation, const std::vector<Message> &branch, const PictureAddress &pictures = {});
