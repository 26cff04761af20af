// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "chatclient.h"
#include "requestbody.h"

#include <memory>

// Sizes that are refused before anything is sent: a server that says 413 without reading is seen as a broken connection.
struct RequestLimits
{
    qint64 image = 20 * 1024 * 1024;     // one picture, before base64
    qint64 body = 128 * 1024 * 1024;
};

// The body of POST chat/completions, or of POST responses, whichever transportFor() says. Opened for reading. Sends as little as possible: what the person did not set is
// left out. Fails with InvalidInput (an option outside its range, nothing to send), TooLarge, or the blob's own error.
Result<std::unique_ptr<RequestBody>> encodeRequest(const CompletionRequest &request, const BlobSource &blobs,
                                                   const RequestLimits &limits = {});
