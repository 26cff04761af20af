// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "formulafonts.h"

#include <map>

MathFormula::Fonts formulaFonts(const TranscriptTheme &theme)
{
    static std::map<int, MathFont> loaded;
    // Math fonts draw small for their size: beside text they want some pixels more.
    const int pixels = qRound(theme.text.pixelSize() * 1.2);
    auto found = loaded.find(pixels);
    if (found == loaded.end())
        found = loaded.emplace(pixels, MathFont::load(pixels)).first;
    QFont text = theme.text;
    text.setPixelSize(pixels);
    return { found->second, text, theme.code };
}
