// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"
#include "message.h"
#include "result.h"

#include <QIODevice>

#include <memory>

// Where the bytes of attachments come from. Blobs are immutable, so reading needs no lock.
class BlobSource
{
public:
    virtual ~BlobSource() = default;
    // An opened device at its start, or why not (ErrorKind::NotFound, Storage). Safe from any thread.
    virtual Result<std::unique_ptr<QIODevice>> openBlob(const BlobId &id) const = 0;
};
