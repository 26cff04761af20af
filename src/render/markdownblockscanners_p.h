// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

// What the beginning of a line says. All of these get the line from its first character that is no blank.
namespace MarkdownScan {

bool isBlank(char16_t character);           // space or tab
bool isBlankText(QStringView text);
bool isAsciiLetter(char16_t character);
bool isAsciiDigit(char16_t character);
bool isAsciiAlphanumeric(char16_t character);
bool isAsciiPunctuation(char16_t character);

bool isThematicBreak(QStringView rest);
int headingLevel(QStringView rest);         // 0 when it is no ATX heading
int underlineLevel(QStringView rest);       // 0 when it is no setext underline

struct Fence
{
    char16_t character = 0;
    qsizetype length = 0;
};
std::optional<Fence> fenceStart(QStringView rest);
bool isFenceEnd(QStringView rest, char16_t character, qsizetype length);

struct ListMarker
{
    bool isOrdered = false;
    char16_t delimiter = 0;                 // the bullet, or the sign after the number
    int number = 0;
    qsizetype width = 0;
};
std::optional<ListMarker> listMarker(QStringView rest, bool interruptsParagraph);

// Length of `[^label]:`, or 0.
qsizetype footnoteStart(QStringView rest);

// CommonMark's start condition 1 to 7, or 0.
int htmlStart(QStringView rest, bool interruptsParagraph);
bool endsHtml(int condition, QStringView line);

// Where the delimiter stands that ends display maths begun with $$ (u'$') or \[ (u'['), or -1.
qsizetype mathEnd(QStringView text, char16_t opener);
// Whether a line reads as a sentence and not as a line of a formula: some words, and none of TeX's signs.
bool isProse(QStringView line);

// Cells of a table row: the ranges between bars that are not escaped.
std::vector<SourceRange> tableCells(QStringView row);
qsizetype tableCellCount(QStringView row);
// Alignments of a delimiter row; empty when it is none.
std::vector<ColumnAlignment> delimiterRow(QStringView row);

// The part of an ATX heading's text that is shown: without the closing signs.
QStringView headingText(QStringView rest, int level);

}
