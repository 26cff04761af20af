// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "metadatafilter_p.h"

#include <optional>

// Drops every segment of a JPEG that is not needed to show it (EXIF, XMP, IPTC, comments, previews, second pictures
// behind the first) and keeps the rest byte for byte, colour profile included. Nothing for a file that is damaged or
// whose end mark is missing.
std::optional<FilteredPicture> filterJpeg(const QByteArray &bytes);
