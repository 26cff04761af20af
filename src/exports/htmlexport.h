// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "conversation.h"
#include "message.h"

#include <QByteArray>

#include <vector>

// A branch as one web page: its pictures inside, light and dark by the reader's wish, readable on paper. No script, nothing fetched, which
// its own security policy says too; every text is escaped, and links lead to http, https and mailto alone. Formulas and
// code look as in the window; formulas are outlines with their TeX source as title. Use in the UI thread. Pictures that cannot be read are named.
QByteArray htmlBeginning(const Conversation &conversation);
QByteArray htmlOf(const Message &message, const BlobSource &blobs);
QByteArray htmlEnd();

QByteArray toHtml(const Conversation &conversation, const std::vector<Message> &branch, const BlobSource &blobs);
