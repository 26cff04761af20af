// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

// What a person typed (SearchQuestion::words) as FTS5 understands it: each word a quoted phrase, joined by AND, the ones
// to leave out behind NOT. Empty when there is nothing to look for: words that are only left out are found nowhere.
QString searchQuery(const QString &words);
