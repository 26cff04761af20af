// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"
#include "result.h"

class Database;

// What a migration leaves for later, lest the start wait: the indexes for searching and the columns a search filters by (see
// resources/schema/0002.sql). Rows wait from the first one up to `below`; those above are done, and writers keep them so.
enum class BacklogPart { Bodies, Titles, Costs };

struct BacklogState
{
    qint64 done = 0;           // numbers of rows, of all parts
    qint64 total = 0;          // 0: nothing waits
    bool isEmpty() const { return total == 0; }
};

// By any connection.
Result<BacklogState> backlogState(Database &database);
// The first row whose texts are in the index; those below must neither be put in nor taken out.
qint64 firstIndexedRow(Database &database, BacklogPart part);
// The next rows, at most so many, the newest first, in one transaction. By the connection that writes.
Result<BacklogState> workOnBacklog(Database &database, int rows);
// Everything in it is to be done anew: for a library that was put together from what could be read.
Result<Done> refillBacklog(Database &database);
