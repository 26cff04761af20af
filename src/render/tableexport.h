// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"

// A table's cells as other programs read them; line breaks and tabs in a cell become spaces in TSV, CSV follows RFC 4180.
QString tableAsTsv(const Leaf &table);
QString tableAsCsv(const Leaf &table);
