// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "metadatafilter_p.h"

#include <optional>

// Drops every chunk of a PNG that is not needed to show it (EXIF, text, time, further frames, private chunks) and keeps
// the rest byte for byte. Nothing for a file that is damaged or whose end chunk is missing.
std::optional<FilteredPicture> filterPng(const QByteArray &bytes);
