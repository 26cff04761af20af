// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>

// How code is shown, in all blocks alike.
struct CodeOptions
{
    bool showsLineNumbers = false;
    bool wrapsLines = false;          // else what is wider than the block is scrolled to
    bool operator==(const CodeOptions &) const = default;
};

// Every colour and size a transcript is drawn with, as data. Layout and painting read nothing else: no settings, no palette,
// no application. Shared and immutable once made; a change of zoom or scheme is another theme.
struct TranscriptTheme
{
    enum class Scheme { Light, Dark };

    struct Colors
    {
        QColor page, pane, hairline;
        QColor text, secondary, faint;
        QColor accent, accentTint, onAccent;
        QColor userBlock, codeBackground, selectedRow;
        QColor informationNotice, informationBorder, waitNotice, waitBorder, errorNotice, errorBorder;
        QColor codeKeyword, codeString, codeComment, codeName, codeNumber;
        QColor codeAdded, codeRemoved;
        QColor selection, searchMark;
    };

    Scheme scheme = Scheme::Light;
    // Nothing can be scrolled, pressed or hovered: what is too wide is made smaller, buttons are left out, links carry their addresses.
    bool isForPaper = false;
    Colors colors;
    qreal zoom = 1.0;
    CodeOptions codeOptions;

    QFont text;                       // 14 px at zoom 1
    QFont code;                       // 13 px, fixed pitch
    QFont secondary;                  // 12.5 px: thinking line, info line, code header
    std::array<QFont, 4> headings;    // levels 1, 2, 3, and 4 to 6
    QStringList emojiFamilies;        // colour emoji fonts that are installed, best first

    // All in pixels, already scaled by zoom.
    int lineHeight = 21;
    int codeLineHeight = 20;
    int secondaryLineHeight = 18;
    std::array<int, 4> headingLineHeights = { 30, 26, 24, 21 };
    int step = 4;                     // the unit of spacing
    int smallCorner = 8;              // code, notices
    int largeCorner = 12;             // the person's message
    int columnWidth = 700;
    int indent = 24;                  // of a list item or a quote

    int steps(int count) const { return step * count; }
    qreal scaled(qreal pixels) const { return pixels * zoom; }
    const QFont &headingFont(int level) const { return headings[size_t(qBound(1, level, 4) - 1)]; }
    int headingLineHeight(int level) const { return headingLineHeights[size_t(qBound(1, level, 4) - 1)]; }
};

using TranscriptThemePointer = std::shared_ptr<const TranscriptTheme>;

struct TranscriptThemeOptions
{
    TranscriptTheme::Scheme scheme = TranscriptTheme::Scheme::Light;
    qreal zoom = 1.0;                 // 0.5 to 3
    QString textFamily;               // empty: the platform's sans serif
    QString codeFamily;               // empty: the platform's fixed pitch font
    QColor accent;                    // invalid: our own
    CodeOptions code = {};
    bool isForPaper = false;
};
TranscriptThemePointer makeTranscriptTheme(const TranscriptThemeOptions &options = {});
