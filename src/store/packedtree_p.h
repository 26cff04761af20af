// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "messagetree.h"
#include "result.h"

class Database;

// The heads of a conversation, most of them from one packed value (resources/schema/0002.sql), the rest row by row.
// `conversation` is its row. Sets `unpacked` to how many had to be read row by row.
Result<Done> readTree(Database &database, qint64 conversation, MessageTree &tree, int &unpacked);

// So many more than are packed are worth packing anew.
constexpr int WorthPacking = 200;
// Packs all heads in front of the first message that is still being written. Needs the connection that writes.
Result<Done> packTree(Database &database, qint64 conversation);

// The packed form, for tests. Taking it apart adds nothing and gives false for a value that is not one.
QByteArray packedHeads(const std::vector<MessageHead> &heads);
bool unpackHeads(QByteArrayView packed, MessageTree &tree);
