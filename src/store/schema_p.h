// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <functional>

class Database;

// "GRCK": what `file` and we know our libraries by.
constexpr qint64 LibraryApplicationId = 0x4752434b;
// The number of the last file in resources/schema.
constexpr qint64 LibrarySchemaVersion = 6;

enum class SchemaState { Empty, Older, Current };

// Reads only. LibraryNewer for a later version, Storage for a database that is not ours.
Result<SchemaState> schemaState(Database &database);

// Applies the numbered steps that are missing, one transaction each, the version raised in the same transaction. A step
// that fails leaves the version before it whole.
Result<Done> migrateSchema(Database &database);

// A write that changes nothing: whether the library can be written. Inside a transaction.
Result<Done> rewriteVersion(Database &database);
