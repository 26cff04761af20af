// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "searchtokenizer_p.h"

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <vector>

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Scripts written without spaces between words, of Unicode's blocks, and pictures; sorted.
constexpr Range SingleTokens[] = {
    { 0x0e01, 0x0eff },     // Thai, Lao
    { 0x0f00, 0x0f0a },     // Tibetan, without its marks between syllables
    { 0x0f20, 0x0fbc },
    { 0x1000, 0x1049 },     // Myanmar
    { 0x1050, 0x109f },
    { 0x1100, 0x11ff },     // Hangul
    { 0x1780, 0x17d3 },     // Khmer
    { 0x17e0, 0x17ff },
    { 0x1950, 0x1aad },     // Tai Le, New Tai Lue, Buginese, Tai Tham
    { 0x1b00, 0x1b59 },     // Balinese
    { 0x2600, 0x27bf },     // symbols and dingbats
    { 0x2e80, 0x2fdf },     // radicals
    { 0x3005, 0x3007 },
    { 0x3021, 0x302f },
    { 0x3031, 0x303c },
    { 0x3041, 0x309f },     // Hiragana
    { 0x30a1, 0x30fa },     // Katakana, without the dot between words
    { 0x30fc, 0x30ff },
    { 0x3105, 0x31bf },     // Bopomofo, Hangul
    { 0x31f0, 0x31ff },
    { 0x3400, 0x4dbf },     // Han
    { 0x4e00, 0x9fff },
    { 0xa000, 0xa4cf },     // Yi
    { 0xa960, 0xa97f },     // Hangul
    { 0xa980, 0xa9c0 },     // Javanese
    { 0xa9e0, 0xa9fe },
    { 0xaa60, 0xaadf },     // Myanmar, Tai Viet
    { 0xac00, 0xd7ff },     // Hangul
    { 0xf900, 0xfaff },     // Han
    { 0xff66, 0xffdc },     // half-width forms
    { 0x1aff0, 0x1b2ff },
    { 0x1f000, 0x1faff },   // pictures
    { 0x20000, 0x3fffd },   // Han
};
// Selects how the picture before it is drawn; no token.
constexpr Range VariationSelectors { 0xfe00, 0xfe0f };
constexpr unsigned char FirstByteOfInterest = 0xe0;       // U+0800 and beyond

// Vowel points: written or not, the word is the same.
constexpr Range Points[] = { { 0x0591, 0x05bd }, { 0x05bf, 0x05bf }, { 0x05c1, 0x05c7 }, { 0x0610, 0x061a }, { 0x0640, 0x0640 }, { 0x064b, 0x065f }, { 0x0670, 0x0670 } };

// Invisible inside of a word.
constexpr char32_t SoftHyphen = 0xad;
constexpr char32_t WordJoiner = 0x2060;

bool contains(const Range &range, char32_t c)
{
    return c >= range.first && c <= range.last;
}

bool isSingleToken(char32_t c)
{
    const Range *found = std::lower_bound(std::begin(SingleTokens), std::end(SingleTokens), c,
                                          [](const Range &range, char32_t value) { return range.last < value; });
    return found != std::end(SingleTokens) && contains(*found, c);
}

bool isPoint(char32_t c)
{
    return std::any_of(std::begin(Points), std::end(Points), [c](const Range &range) { return contains(range, c); });
}

struct Character
{
    char32_t value = 0;
    int size = 1;
};

// Of bytes that may be anything: what is no UTF-8 is a byte of no script.
Character characterAt(const char *text, int length)
{
    const auto byte = [&](int i) { return static_cast<unsigned char>(text[i]); };
    const auto rest = [&](int i) { return char32_t(byte(i) & 0x3f); };
    const auto isRest = [&](int i) { return i < length && (byte(i) & 0xc0) == 0x80; };
    if (byte(0) < 0xc0)
        return { byte(0), 1 };
    if (byte(0) < 0xe0)
        return isRest(1) ? Character { (char32_t(byte(0) & 0x1f) << 6) | rest(1), 2 } : Character {};
    if (byte(0) < 0xf0)
        return isRest(1) && isRest(2) ? Character { (char32_t(byte(0) & 0x0f) << 12) | (rest(1) << 6) | rest(2), 3 } : Character {};
    if (byte(0) < 0xf8 && isRest(1) && isRest(2) && isRest(3))
        return { (char32_t(byte(0) & 0x07) << 18) | (rest(1) << 12) | (rest(2) << 6) | rest(3), 4 };
    return {};
}

using TokenCallback = int (*)(void *, int, const char *, int, int, int);

// The words between single tokens are unicode61's; their places are those in the whole text.
struct WordSink
{
    TokenCallback callback;
    void *context;
    int offset;
};

// Whether foldedWord() may change it: by the first bytes of what it knows.
bool mayFold(const char *token, int size)
{
    for (int at = 0; at + 1 < size; ++at) {
        const auto first = static_cast<unsigned char>(token[at]);
        const auto second = static_cast<unsigned char>(token[at + 1]);
        const bool isLatinOrGreek = (first >= 0xc2 && first <= 0xcf) || (first == 0xe1 && second >= 0xb8);
        const bool isForm = first == 0xef || (first == 0xf0 && second == 0x9d) || first == 0xe2;
        const bool isPointed = first >= 0xd6 && first <= 0xd9;
        if (isLatinOrGreek || isForm || isPointed || (first == 0xd1 && second == 0x91))
            return true;
    }
    return false;
}

// Letters that are written as others where a keyboard lacks them; Unicode knows no accent in them.
QLatin1String spelledOut(char32_t c)
{
    switch (c) {
    case U'ß': return QLatin1String("ss");
    case U'æ': return QLatin1String("ae");
    case U'œ': return QLatin1String("oe");
    case U'þ': return QLatin1String("th");
    case U'ø': return QLatin1String("o");
    case U'ł': return QLatin1String("l");
    case U'ð':
    case U'đ': return QLatin1String("d");
    case U'ħ': return QLatin1String("h");
    case U'ŧ': return QLatin1String("t");
    case U'ŋ': return QLatin1String("n");
    case U'ı': return QLatin1String("i");
    }
    return {};
}

bool isTakenApart(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    const bool isForm = (c >= 0xfb00 && c <= 0xfb06) || (c >= 0xff10 && c <= 0xff5a) || (c >= 0x1d400 && c <= 0x1d7ff);
    return isForm || script == QChar::Script_Latin || script == QChar::Script_Greek;
}

void appendFolded(QString &folded, char32_t c)
{
    if (isPoint(c) || c == SoftHyphen || c == WordJoiner)
        return;
    if (c == U'ё') {
        folded += u'е';
    } else if (const QLatin1String letters = spelledOut(c); letters.size() > 0) {
        folded += letters;
    } else if (c < 0x80 || !isTakenApart(c)) {
        folded += QStringView(QChar::fromUcs4(c));
    } else {
        const QString whole = QString::fromUcs4(&c, 1);
        const QString apart = whole.normalized(QString::NormalizationForm_KD).toCaseFolded();
        std::copy_if(apart.begin(), apart.end(), std::back_inserter(folded), [](QChar part) { return !part.isMark(); });
    }
}

// What is left of a word when all is taken off that people leave out when they look for it: accents of Greek (unicode61 knows the Latin
// ones), ligatures, wide and mathematical letters, vowel points, hyphens that are not seen.
QByteArray foldedWord(const char *token, int size)
{
    QString folded;
    for (int at = 0; at < size;) {
        const Character character = characterAt(token + at, size - at);
        appendFolded(folded, character.value);
        at += character.size;
    }
    return folded.toUtf8();
}

int passWord(void *context, int flags, const char *token, int size, int start, int end)
{
    const auto *sink = static_cast<const WordSink *>(context);
    if (!mayFold(token, size))
        return sink->callback(sink->context, flags, token, size, start + sink->offset, end + sink->offset);
    const QByteArray folded = foldedWord(token, size);
    return folded.isEmpty() ? SQLITE_OK : sink->callback(sink->context, flags, folded.constData(), int(folded.size()), start + sink->offset, end + sink->offset);
}

struct Tokenizer
{
    fts5_tokenizer words {};
    Fts5Tokenizer *inner = nullptr;
};

int createTokenizer(void *context, const char **, int, Fts5Tokenizer **created)
{
    auto *api = static_cast<fts5_api *>(context);
    auto *tokenizer = new Tokenizer;
    void *wordsContext = nullptr;
    const char *arguments[] = { "remove_diacritics", "2", "categories", "L* N* Co M*", "tokenchars", "\u00ad\u2060" };
    int code = api->xFindTokenizer(api, "unicode61", &wordsContext, &tokenizer->words);
    if (code == SQLITE_OK)
        code = tokenizer->words.xCreate(wordsContext, arguments, int(std::size(arguments)), &tokenizer->inner);
    if (code != SQLITE_OK) {
        delete tokenizer;
        return code;
    }
    *created = reinterpret_cast<Fts5Tokenizer *>(tokenizer);
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer *made)
{
    auto *tokenizer = reinterpret_cast<Tokenizer *>(made);
    tokenizer->words.xDelete(tokenizer->inner);
    delete tokenizer;
}

int tokenize(Fts5Tokenizer *made, void *context, int flags, const char *text, int length, TokenCallback callback)
{
    auto *tokenizer = reinterpret_cast<Tokenizer *>(made);
    int wordsBegin = 0;
    const auto passWordsUpTo = [&](int end) {
        if (end <= wordsBegin)
            return SQLITE_OK;
        WordSink sink { callback, context, wordsBegin };
        return tokenizer->words.xTokenize(tokenizer->inner, &sink, flags, text + wordsBegin, end - wordsBegin, passWord);
    };
    for (int at = 0; at < length;) {
        if (static_cast<unsigned char>(text[at]) < FirstByteOfInterest) {
            ++at;
            continue;
        }
        const Character character = characterAt(text + at, length - at);
        const bool isToken = isSingleToken(character.value);
        if (isToken || contains(VariationSelectors, character.value)) {
            int code = passWordsUpTo(at);
            if (code == SQLITE_OK && isToken)
                code = callback(context, 0, text + at, character.size, at, at + character.size);
            if (code != SQLITE_OK)
                return code;
            wordsBegin = at + character.size;
        }
        at += character.size;
    }
    return passWordsUpTo(length);
}

// bm25's constants.
constexpr double Saturation = 1.2;
constexpr double LengthWeight = 0.75;
constexpr double NearnessWeight = 2.0;

void closeness(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result, int, sqlite3_value **)
{
    int places = 0;
    int length = 0;
    sqlite3_int64 allLengths = 0;
    sqlite3_int64 rows = 0;
    int code = api->xInstCount(row, &places);
    if (code == SQLITE_OK)
        code = api->xColumnSize(row, -1, &length);
    if (code == SQLITE_OK)
        code = api->xColumnTotalSize(row, -1, &allLengths);
    if (code == SQLITE_OK)
        code = api->xRowCount(row, &rows);
    std::vector<double> counts(size_t(api->xPhraseCount(row)), 0.0);
    int nearest = 0;
    int phraseBefore = -1;
    int placeBefore = 0;
    for (int i = 0; code == SQLITE_OK && i < places; ++i) {
        int phrase = 0;
        int column = 0;
        int place = 0;
        code = api->xInst(row, i, &phrase, &column, &place);
        if (code != SQLITE_OK)
            break;
        counts[size_t(phrase)] += 1;
        const int gap = std::abs(place - placeBefore);
        if (phraseBefore >= 0 && phrase != phraseBefore && (nearest == 0 || gap < nearest))
            nearest = std::max(gap, 1);
        phraseBefore = phrase;
        placeBefore = place;
    }
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(result, code);
        return;
    }
    const double average = rows > 0 ? std::max(1.0, double(allLengths) / double(rows)) : 1.0;
    const double damping = Saturation * (1 - LengthWeight + LengthWeight * length / average);
    double score = nearest > 0 ? NearnessWeight / nearest : 0.0;
    for (const double count : counts)
        score += count * (Saturation + 1) / (count + damping);
    sqlite3_result_double(result, score);
}

fts5_api *searchApi(sqlite3 *database)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

}

bool addSearchFunctions(sqlite3 *database)
{
    fts5_api *api = searchApi(database);
    if (!api)
        return false;
    fts5_tokenizer tokenizer { createTokenizer, deleteTokenizer, tokenize };
    return api->xCreateTokenizer(api, "grackle", api, &tokenizer, nullptr) == SQLITE_OK
        && api->xCreateFunction(api, "closeness", nullptr, closeness, nullptr) == SQLITE_OK;
}
