// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "conversation.h"
#include "exportformat.h"

#include <functional>
#include <memory>
#include <vector>

// A conversation with what is written of it.
struct ExportSource
{
    Conversation conversation;
    std::vector<Message> messages;     // all, parents before children
    std::vector<Message> branch;       // the active one, in order
};

// Writes one conversation, a message or a page at a time, so that whoever shows a window can do other things in between. Use in
// the UI thread, except where needsUiThread() says otherwise. A file that is not finished is worth nothing: see ConversationFile.
class ConversationWriter
{
public:
    // Takes a picture that stands beside the file and gives the address to name it by; empty: there is none.
    using PictureKeeper = std::function<QString(const ImagePart &picture)>;
    static std::unique_ptr<ConversationWriter> make(ExportFormat format, ExportSource source, std::shared_ptr<const BlobSource> blobs, PictureKeeper keeper = {});
    virtual ~ConversationWriter() = default;

    // Text layout has caches that belong to the UI thread.
    virtual bool needsUiThread() const { return true; }
    virtual int stepCount() const = 0;        // about; for a progress bar
    // True when there is more to write.
    virtual Result<bool> writeNext(QIODevice &device) = 0;
};
