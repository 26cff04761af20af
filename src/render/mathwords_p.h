// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathbox_p.h"
#include "mathformula.h"

// The font of words in a formula: sized so that its small letters are as high as the formula's, whatever the two fonts call their size.
QFont mathWordsFont(const MathFormula::Fonts &fonts, const MathWords &words);
