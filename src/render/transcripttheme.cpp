// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcripttheme.h"

#include <QFontDatabase>

namespace {

QColor rgb(QRgb value)
{
    return QColor(value | 0xff000000u);
}

TranscriptTheme::Colors lightColors()
{
    return {
        .page = rgb(0xffffff), .pane = rgb(0xf6f6f7), .hairline = rgb(0xe3e4e8),
        .text = rgb(0x1d1f24), .secondary = rgb(0x6b7079), .faint = rgb(0x9a9fa8),
        .accent = rgb(0x3566d6), .accentTint = rgb(0xe9effc), .onAccent = rgb(0xffffff),
        .userBlock = rgb(0xf0f2f6), .codeBackground = rgb(0xf7f8fa), .selectedRow = rgb(0xe4e9f5),
        .informationNotice = rgb(0xf0f2f6), .informationBorder = rgb(0xc9cdd6),
        .waitNotice = rgb(0xfff6e5), .waitBorder = rgb(0xe5c46f),
        .errorNotice = rgb(0xfdecec), .errorBorder = rgb(0xe79a9a),
        .codeKeyword = rgb(0x8a3ea8), .codeString = rgb(0x2c7a3f), .codeComment = rgb(0x6a707a),
        .codeName = rgb(0x1f5fbf), .codeNumber = rgb(0xb4531a),
        .codeAdded = rgb(0x2c7a3f), .codeRemoved = rgb(0xb3303a),
        .selection = rgb(0xc9d8f8), .searchMark = rgb(0xffe9a3),
    };
}

TranscriptTheme::Colors darkColors()
{
    return {
        .page = rgb(0x1c1d21), .pane = rgb(0x232429), .hairline = rgb(0x33353c),
        .text = rgb(0xe6e7ea), .secondary = rgb(0x9da2ac), .faint = rgb(0x737984),
        .accent = rgb(0x7aa2f7), .accentTint = rgb(0x2a3350), .onAccent = rgb(0x16181d),
        .userBlock = rgb(0x2a2c33), .codeBackground = rgb(0x17181b), .selectedRow = rgb(0x343a4d),
        .informationNotice = rgb(0x2a2c33), .informationBorder = rgb(0x4a4d57),
        .waitNotice = rgb(0x3a3222), .waitBorder = rgb(0x7d6a3a),
        .errorNotice = rgb(0x3b2527), .errorBorder = rgb(0x85494e),
        .codeKeyword = rgb(0xc792ea), .codeString = rgb(0x9ece6a), .codeComment = rgb(0x808692),
        .codeName = rgb(0x82aaff), .codeNumber = rgb(0xff9e64),
        .codeAdded = rgb(0x9ece6a), .codeRemoved = rgb(0xf58a8f),
        .selection = rgb(0x384a78), .searchMark = rgb(0x6b5a1e),
    };
}

QFont sized(const QString &family, QFontDatabase::SystemFont fallback, qreal pixels, QFont::Weight weight = QFont::Normal)
{
    // The fixed font is asked for once: looking for it costs a millisecond of each start.
    static const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont font = fallback == QFontDatabase::FixedFont ? fixed : QFontDatabase::systemFont(fallback);
    if (!family.isEmpty())
        font.setFamily(family);
    // Whole pixels keep glyphs sharp and the number of font engines small.
    font.setPixelSize(qMax(6, qRound(pixels)));
    font.setWeight(weight);
    return font;
}

QStringList findEmojiFamilies()
{
    const QStringList wanted = { QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"),
                                 QStringLiteral("Segoe UI Emoji"), QStringLiteral("Twemoji") };
    QStringList installed;
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family))
            installed.append(family);
    }
    return installed;
}

const QStringList &installedEmojiFamilies()
{
    static const QStringList installed = findEmojiFamilies();
    return installed;
}

}

TranscriptThemePointer makeTranscriptTheme(const TranscriptThemeOptions &options)
{
    auto theme = std::make_shared<TranscriptTheme>();
    theme->scheme = options.scheme;
    theme->colors = options.scheme == TranscriptTheme::Scheme::Dark ? darkColors() : lightColors();
    if (options.accent.isValid())
        theme->colors.accent = options.accent;
    const qreal zoom = qBound(0.5, options.zoom, 3.0);
    theme->zoom = zoom;
    theme->codeOptions = options.code;

    const auto text = [&](qreal pixels, QFont::Weight weight = QFont::Normal) {
        return sized(options.textFamily, QFontDatabase::GeneralFont, pixels * zoom, weight);
    };
    theme->text = text(14);
    theme->secondary = text(12.5);
    theme->headings = { text(22, QFont::Bold), text(18, QFont::Bold), text(16, QFont::Bold), text(14, QFont::Bold) };
    theme->code = sized(options.codeFamily, QFontDatabase::FixedFont, 13 * zoom);
    theme->emojiFamilies = installedEmojiFamilies();
    theme->isForPaper = options.isForPaper;
    if (theme->isForPaper) {
        // Letters are placed for the paper, not for the pixels of a screen.
        for (QFont *font : { &theme->text, &theme->secondary, &theme->code })
            font->setHintingPreference(QFont::PreferNoHinting);
        for (QFont &font : theme->headings)
            font.setHintingPreference(QFont::PreferNoHinting);
    }

    const auto scale = [zoom](int pixels) { return qRound(pixels * zoom); };
    theme->lineHeight = scale(21);
    theme->codeLineHeight = scale(20);
    theme->secondaryLineHeight = scale(18);
    theme->headingLineHeights = { scale(30), scale(26), scale(24), scale(21) };
    theme->step = qMax(2, scale(4));
    theme->smallCorner = scale(8);
    theme->largeCorner = scale(12);
    theme->columnWidth = scale(700);
    theme->indent = scale(24);
    return theme;
}
