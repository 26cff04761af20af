// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathformula.h"
#include "transcripttheme.h"

// The fonts that formulas are set in beside a theme's text. Loaded at the first question for a size; use in the GUI thread.
MathFormula::Fonts formulaFonts(const TranscriptTheme &theme);
