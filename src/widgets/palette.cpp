// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "palette.h"

#include <algorithm>
#include <cmath>

Colors lightColors()
{
    return {
        .page = QColor(0xff, 0xff, 0xff), .pane = QColor(0xf6, 0xf6, 0xf7), .hairline = QColor(0xe3, 0xe4, 0xe8),
        .text = QColor(0x1d, 0x1f, 0x24), .secondary = QColor(0x5d, 0x62, 0x6b), .faint = QColor(0x9a, 0x9f, 0xa8),
        .accent = QColor(0x35, 0x66, 0xd6), .accentText = QColor(0xff, 0xff, 0xff), .accentTint = QColor(0xe9, 0xef, 0xfc),
        .message = QColor(0xf0, 0xf2, 0xf6), .selectedRow = QColor(0xe4, 0xe9, 0xf5),
        .waitNotice = QColor(0xff, 0xf6, 0xe5), .errorNotice = QColor(0xfd, 0xec, 0xec),
        .good = QColor(0x24, 0x6b, 0x35), .bad = QColor(0xa8, 0x21, 0x21), .draft = QColor(0xa6, 0x4a, 0x14),
    };
}

Colors darkColors()
{
    return {
        .page = QColor(0x1c, 0x1d, 0x21), .pane = QColor(0x23, 0x24, 0x29), .hairline = QColor(0x33, 0x35, 0x3c),
        .text = QColor(0xe6, 0xe7, 0xea), .secondary = QColor(0xa9, 0xae, 0xb8), .faint = QColor(0x73, 0x79, 0x84),
        .accent = QColor(0x7a, 0xa2, 0xf7), .accentText = QColor(0x14, 0x18, 0x24), .accentTint = QColor(0x2a, 0x33, 0x50),
        .message = QColor(0x2a, 0x2c, 0x33), .selectedRow = QColor(0x34, 0x3a, 0x4d),
        .waitNotice = QColor(0x3a, 0x32, 0x22), .errorNotice = QColor(0x3b, 0x25, 0x27),
        .good = QColor(0x9e, 0xce, 0x6a), .bad = QColor(0xf4, 0x9a, 0x9a), .draft = QColor(0xff, 0xa8, 0x70),
    };
}

QPalette paletteFrom(const Colors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.page);
    palette.setColor(QPalette::Base, colors.page);
    palette.setColor(QPalette::AlternateBase, colors.pane);
    palette.setColor(QPalette::Button, colors.page);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText })
        palette.setColor(role, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.secondary);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.accentText);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::ToolTipBase, colors.pane);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Light, colors.page);
    palette.setColor(QPalette::Midlight, colors.message);
    palette.setColor(QPalette::Mid, colors.hairline);
    palette.setColor(QPalette::Dark, colors.faint);
    palette.setColor(QPalette::Shadow, colors.hairline);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, colors.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.accentTint);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.secondary);
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

Colors colorsOf(const QPalette &palette)
{
    Colors colors = isDark(palette) ? darkColors() : lightColors();
    colors.accent = palette.color(QPalette::Active, QPalette::Highlight);
    colors.accentText = palette.color(QPalette::Active, QPalette::HighlightedText);
    return colors;
}

static double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({ luminance(a), luminance(b) });
    return (lighter + 0.05) / (darker + 0.05);
}
