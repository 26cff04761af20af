// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "metadatafilter_p.h"

#include <QByteArrayView>

// Reads the two things we must know out of an EXIF block (a TIFF file without pixels): orientation, and whether there
// are coordinates. Offsets that lead nowhere are taken for absent values.
void readExif(QByteArrayView tiff, PictureMetadata &metadata);
