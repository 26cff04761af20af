// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sources.h"

// A heading and the list below an answer, as Markdown that ends with a line end; empty: no sources. Whatever reads it shows the numbers of
// the marks, gaps between them too. Titles hold no marks of Markdown.
QString sourcesMarkdown(const QList<Source> &sources);
