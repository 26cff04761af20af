// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QString>

#include <vector>

// The classes of TeX's mathematics (The TeXbook, chapter 17): they decide the space between neighbours.
enum class MathClass { Ordinary, Operator, Binary, Relation, Opening, Closing, Punctuation, Inner };

enum class MathAlphabet { Normal, Roman, Bold, Italic, BoldItalic, Blackboard, Calligraphic, Fraktur, SansSerif, Monospace };

enum class MathStyle { Displayed, Text, Script, ScriptScript };

struct MathNode;
using MathList = std::vector<MathNode>;

struct MathTable
{
    enum class Align { Left, Center, Right };
    std::vector<std::vector<MathList>> rows;
    std::vector<Align> columns;          // the last one goes on for further columns
    std::vector<int> verticalRules;      // a rule before this column; columns.size() is after the last
    std::vector<int> horizontalRules;    // a rule before this row
    double columnGap = 1.0;              // em
    double rowGap = 0.0;                 // em, beside the line distance
    bool isSmall = false;                // script size
    bool isDisplay = false;              // cells in display style
    bool joinsPairs = false;             // align: no gap inside a pair of columns
};

// One thing in a formula. What `parts` means depends on the kind.
struct MathNode
{
    enum class Kind {
        Symbol,       // text: one character (or several for an operator's name, then isName)
        Group,        // [0]
        Fraction,     // [0] over [1]; ruleless: no bar; delimiters around it
        Radical,      // [0]; [1] the degree, may be empty
        Scripts,      // [0] base, [1] sub, [2] super
        Delimited,    // parts with delimiters before, between and after them
        SizedDelimiter,
        Accent,       // text above [0] (below: isUnder), stretched when isWide
        Line,         // a line over [0] (under: isUnder)
        Brace,        // a horizontal brace over [0] (under: isUnder)
        Table,
        Text,         // upright words, text
        Space,        // amount in em
        Style,        // from here to the end of the list
        Color,        // [0]
        Boxed,        // [0]
        Cancel,       // [0]; text: / \ or X
        Phantom,      // [0]; keeps width, height or both
        Stack,        // [0] with [1] above and [2] below in script size
        Arrow,        // text, stretched under [0] and over [1]
        Negated,      // [0] with a slash through it
        Tag,          // text at the far end of the line
        Source,       // a command we do not know: shown as written
    };

    Kind kind = Kind::Symbol;
    MathClass mathClass = MathClass::Ordinary;
    MathAlphabet alphabet = MathAlphabet::Normal;
    MathStyle style = MathStyle::Text;
    QString text;
    std::vector<MathList> parts;
    std::vector<QString> delimiters;     // empty string: none
    MathTable table;
    QColor color;
    double amount = 0;                   // Space: em; SizedDelimiter: height in em
    bool isName = false;                 // an operator's name in upright letters
    bool hasLimits = false;              // scripts go above and below in display style
    bool hasLimitsAlways = false;
    bool isWide = false;
    bool isUnder = false;
    bool isRuleless = false;
    bool keepsWidth = true;              // Phantom
    bool keepsHeight = true;
    bool setsStyle = false;              // Fraction: in `style` whatever is around it
};
