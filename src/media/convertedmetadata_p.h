// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "imagekind_p.h"
#include "metadatafilter_p.h"

// What a picture holds besides its pixels that is to be converted, so that its loss can be told. The orientation is
// left at upright: the decoders of these formats turn by themselves.
PictureMetadata metadataOfConverted(ImageKind kind, const QByteArray &bytes);
