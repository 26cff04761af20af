// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "imagekind_p.h"

// Whether a picture that is to be converted has its end. The decoders of these formats show half a picture as if it
// were whole. True for kinds whose decoder tells by itself.
bool hasItsEnd(ImageKind kind, const QByteArray &bytes);
