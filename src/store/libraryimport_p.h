// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationdocument.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <vector>

// An import on its way: what of it is done, and whether it is still wanted. Counted are messages and pictures.
struct ImportJob
{
    std::shared_ptr<const std::vector<DecodedDocument>> documents;
    qint64 total = 0;
    qint64 done = 0;                       // by the worker
    std::atomic<bool> isCancelled = false;
    QHash<BlobId, qint64> newBlobs;        // by the worker: files that were not there before, and when they came
};
