// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

// The colours of the window by their use. The transcript has its own theme type (render/transcripttheme.h).
struct Colors
{
    QColor page, pane, hairline;
    QColor text, secondary, faint;          // faint: nothing that is needed to use the program
    QColor accent, accentText, accentTint;
    QColor message, selectedRow;            // the person's message; the row of the side pane that is shown
    QColor waitNotice, errorNotice;
    QColor good, bad, draft;                // words about success, failure, and the mark of a waiting draft
};

Colors lightColors();
Colors darkColors();

QPalette paletteFrom(const Colors &colors);
// Light or dark by the palette's own lightness, with the palette's accent.
Colors colorsOf(const QPalette &palette);
bool isDark(const QPalette &palette);

// By WCAG 2.1, from 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);
