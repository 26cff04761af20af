// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"

#include <QJsonValue>

#include <optional>

// A source as any server names it: a bare address, an object with it (`citations`, `search_results`, annotations of
// Responses), or an annotation of Chat Completions, which has it one level deeper. Nothing for anything else.
std::optional<Citation> citationFromWire(const QJsonValue &value);
