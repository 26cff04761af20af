// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathwords_p.h"

#include <QFontMetricsF>

#include <algorithm>

QFont mathWordsFont(const MathFormula::Fonts &fonts, const MathWords &words)
{
    constexpr double Smallest = 0.6;
    constexpr double Largest = 1.2;
    constexpr int MeasuredPixels = 100;      // at small sizes heights are whole pixels
    QFont font = words.isSource ? fonts.monospace : fonts.text;
    font.setPixelSize(MeasuredPixels);
    const double ownHeight = QFontMetricsF(font).xHeight() / MeasuredPixels;
    const double wantedHeight = fonts.math.rawFont(0).xHeight() / fonts.math.pixelSize(0);
    const double scale = ownHeight > 0 && wantedHeight > 0 ? qBound(Smallest, wantedHeight / ownHeight, Largest) : 1.0;
    font.setPixelSize(std::max(1, qRound(fonts.math.pixelSize(words.level) * scale)));
    font.setBold(words.isBold);
    font.setItalic(words.isItalic);
    return font;
}
