// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QFlags>
#include <QString>
#include <QStringView>

#include <array>
#include <utility>
#include <vector>

enum class CodeKind : quint8 { Plain, Keyword, String, Comment, Name, Number, Added, Removed };

// Where a region may begin. More than one: all must hold.
enum class CodePlace : quint16 {
    LineStart = 1,       // nothing in front of it in the line
    FirstInLine = 2,     // nothing but spaces in front of it
    AfterSpace = 4,      // a comment sign inside a word is none: shell, YAML
    ValuePosition = 8,   // where an operand may stand: a slash begins a pattern there, behind an operand it divides
    BeforeName = 16,     // a letter, or / ! ? and then a letter, follows: a tag, a variable
    OneCharacter = 32,   // 'a' or '\n' follows, not a lifetime, a type variable or a prime
    BeforeSpace = 64,    // a space or the line's end follows: marks of headings and lists
    BeforeText = 128,    // no space follows
    LastInLine = 256,    // nothing but + - and digits follow: YAML's block texts
};
Q_DECLARE_FLAGS(CodePlaces, CodePlace)
Q_DECLARE_OPERATORS_FOR_FLAGS(CodePlaces)

// Which words mean something. Asked for every word of the code: QHash mixes its keys against an attacker, which takes longer
// than all the rest, and these keys are ours.
class CodeWordTable
{
public:
    // `text`: what the words point into.
    CodeWordTable() = default;
    CodeWordTable(const QString &text, const std::vector<std::pair<QStringView, CodeKind>> &words);

    CodeKind kind(QStringView word) const;

private:
    size_t placeOf(QStringView word) const;

    QString m_text;
    std::vector<std::pair<QStringView, CodeKind>> m_places;   // a power of two, at most half of them taken
};

// The words of a piece of code and what they mean. Texts without words of their own have an empty one.
struct CodeWords
{
    CodeWordTable kinds;
    QString characters;                    // part of a word besides letters, digits and underscores
    QString prefixes;                      // a word behind one of these is a name: @decorator, $variable
    QString keySigns;                      // a word or string in front of one of these is a name
    bool keysAreFirst = false;             // ... only as the first word of its line
    bool keySignNeedsSpace = false;        // ... only with a space or the line's end behind the sign
    bool keywordsAreFirst = false;         // keywords only as the first word of the line
    bool ignoresCase = false;
    bool namesCalls = false;               // a word in front of ( is a name; one behind a point is no keyword
    bool namesCapitals = false;            // a word that begins with a capital is a name
    bool namesAll = false;                 // every word is a name: attributes
    bool isCode = false;                   // words and numbers mean something at all
};

// A stretch of code that ends with a sign of its own: a string, a comment, a tag, an expression inside a string. Region 0 is
// the code outside all others.
struct CodeRegion
{
    enum class Ending : quint8 {
        AtSign,        // behind `end`, or at the end of the line
        AtOnce,        // it is its opening and nothing else
        HereDocument,  // the lines up to one that is the word behind the opening, from the next line on
        Indentation,   // the following lines that are indented further than this one
    };

    QString name;
    QString begin, end;
    QString emptyEnd;                // ends it without beginning `next`: <br/>
    // A run of these between `begin` and `beginTail` comes back between `end` and `endTail`: r##"..."##, R"x(...)x".
    QString delimiter;               // "*": anything but spaces, brackets, quotes and backslashes
    QString beginTail, endTail;
    QString leavesBefore;            // left in front of these when they come first in a line or behind an inner region
    QChar escape;                    // null: none; the end sign itself: two of them are one inside
    CodePlaces places;
    CodeKind kind = CodeKind::Plain;
    CodeKind edge = CodeKind::Plain; // of opening and end, where they differ from `kind`
    Ending ending = Ending::AtSign;
    bool endsFirstInLine = false;
    bool spansLines = false;
    bool nests = false;              // the opening inside counts
    bool takesWord = false;          // the word behind the opening belongs to it
    bool isInner = false;            // begins only inside the regions that name it
    quint8 next = 0;                 // the region that begins behind the end; 0: none
    int words = 0;                   // index of CodeLanguage::words
    std::vector<quint8> opens;       // regions that may begin inside, longest opening first
    std::array<quint8, 128> signs{}; // what a character may be here, see CodeSign

    enum CodeSign : quint8 { MayMatter = 1, BeginsWord = 2, ContinuesWord = 4, PrefixesWord = 8 };
};

// How a language is coloured: data, read from resources/languages/NAME.json.
struct CodeLanguage
{
    static constexpr size_t mostRegions = 31;

    std::vector<CodeWords> words;      // the first: none
    std::vector<CodeRegion> regions;   // empty: the file could not be used

    bool isValid() const { return !regions.empty(); }
};

// `base`: the file of the language that this one says it extends, or nothing. Words and regions are added to the base's.
CodeLanguage parseCodeLanguage(QByteArrayView json, QByteArrayView base = {});
// The language a file extends, or nothing.
QString extendedCodeLanguage(QByteArrayView json);
