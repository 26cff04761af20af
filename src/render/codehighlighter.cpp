// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codehighlighter.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Resources of a static library are registered by name; the macro must stand outside any namespace.
static void ensureLanguageFiles()
{
    Q_INIT_RESOURCE(languages);
}

namespace {

// What a line state holds: a mode, and with it a string rule's number or a comment's depth.
enum Mode : quint32 { NormalMode = 0, StringMode = 1, CommentMode = 2, TagMode = 3 };
constexpr quint32 modeMask = 0xff;
constexpr quint32 maximumDepth = 255;

quint32 packed(Mode mode, quint32 detail)
{
    return quint32(mode) | detail << 8;
}

class LineLexer
{
public:
    LineLexer(const CodeLanguage &language, QStringView line, std::vector<CodeSpan> &spans)
        : m_language(language), m_line(line), m_spans(spans)
    {
    }

    quint32 lex(quint32 state)
    {
        if (!m_language.linePrefixes.empty())
            return lexByPrefix();
        bool isTag = false;
        switch (Mode(state & modeMask)) {
        case StringMode:
            if (!finishString(state >> 8, 0))
                return state;
            isTag = m_language.isMarkup;
            break;
        case CommentMode:
            if (const quint32 depth = finishComment(state >> 8, 0))
                return packed(CommentMode, depth);
            break;
        case TagMode:
            isTag = true;
            break;
        case NormalMode:
            break;
        }
        return m_language.isMarkup ? lexMarkup(isTag) : lexCode();
    }

private:
    bool isAt(const QString &text) const
    {
        return !text.isEmpty() && m_line.sliced(m_at).startsWith(text);
    }

    bool isWordStart(QChar c) const { return c.isLetter() || c == u'_' || m_language.wordPrefixes.contains(c); }
    bool isWordPart(QChar c) const { return c.isLetterOrNumber() || c == u'_' || m_language.wordCharacters.contains(c); }

    void add(qsizetype begin, qsizetype end, CodeKind kind)
    {
        if (kind != CodeKind::Plain && end > begin)
            m_spans.push_back({ int(begin), int(end - begin), kind });
    }

    quint32 lexByPrefix()
    {
        for (const auto &[prefix, kind] : m_language.linePrefixes) {
            if (m_line.startsWith(prefix)) {
                add(0, m_line.size(), kind);
                break;
            }
        }
        return 0;
    }

    quint32 lexCode()
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line.at(m_at);
            if (c.isSpace()) {
                ++m_at;
                continue;
            }
            if (startsLineComment()) {
                add(m_at, m_line.size(), CodeKind::Comment);
                return 0;
            }
            if (isAt(m_language.blockCommentBegin)) {
                if (const quint32 depth = finishComment(1, m_language.blockCommentBegin.size()))
                    return packed(CommentMode, depth);
                continue;
            }
            if (const int rule = stringRuleHere(); rule >= 0) {
                if (!finishString(quint32(rule), m_language.strings[size_t(rule)].begin.size()))
                    return m_language.strings[size_t(rule)].spansLines ? packed(StringMode, quint32(rule)) : 0;
                continue;
            }
            if (c.isDigit())
                lexNumber();
            else if (isWordStart(c))
                lexWord();
            else
                ++m_at;
        }
        return 0;
    }

    bool startsLineComment() const
    {
        const bool isAfterSpace = m_at == 0 || m_line.at(m_at - 1).isSpace();
        if (m_language.commentNeedsSpace && !isAfterSpace)
            return false;
        for (const QString &sign : m_language.lineComments) {
            if (isAt(sign))
                return true;
        }
        return false;
    }

    int stringRuleHere() const
    {
        for (size_t i = 0; i < m_language.strings.size(); ++i) {
            if (isAt(m_language.strings[i].begin))
                return int(i);
        }
        return -1;
    }

    // Moves behind the string's end; false when it goes on in the next line.
    bool finishString(quint32 ruleIndex, qsizetype openingLength)
    {
        if (ruleIndex >= m_language.strings.size())
            return true;
        const CodeLanguage::StringRule &rule = m_language.strings[ruleIndex];
        const qsizetype begin = m_at;
        m_at += openingLength;
        bool isClosed = false;
        while (m_at < m_line.size() && !isClosed) {
            if (!rule.escape.isNull() && m_line.at(m_at) == rule.escape) {
                m_at = qMin(m_at + 2, m_line.size());
            } else if (isAt(rule.end)) {
                m_at += rule.end.size();
                isClosed = true;
            } else {
                ++m_at;
            }
        }
        add(begin, m_at, isKeyBeforeColon() ? CodeKind::Name : CodeKind::String);
        return isClosed;
    }

    // Moves behind the comment's end and gives 0, or gives the depth that is still open.
    quint32 finishComment(quint32 depth, qsizetype openingLength)
    {
        const qsizetype begin = m_at;
        m_at += openingLength;
        while (m_at < m_line.size() && depth > 0) {
            if (isAt(m_language.blockCommentEnd)) {
                m_at += m_language.blockCommentEnd.size();
                --depth;
            } else if (m_language.nestsComments && depth < maximumDepth && isAt(m_language.blockCommentBegin)) {
                m_at += m_language.blockCommentBegin.size();
                ++depth;
            } else {
                ++m_at;
            }
        }
        add(begin, m_at, CodeKind::Comment);
        return depth;
    }

    bool isKeyBeforeColon() const
    {
        if (!m_language.namesKeys)
            return false;
        qsizetype next = m_at;
        while (next < m_line.size() && m_line.at(next) == u' ')
            ++next;
        return next < m_line.size() && m_line.at(next) == u':';
    }

    void lexNumber()
    {
        const qsizetype begin = m_at;
        while (m_at < m_line.size()) {
            const QChar c = m_line.at(m_at);
            const bool isExponentSign = (c == u'+' || c == u'-') && m_at > begin
                && (m_line.at(m_at - 1) == u'e' || m_line.at(m_at - 1) == u'E') && !m_line.sliced(begin).startsWith(u"0x");
            const bool isSeparator = c == u'\'' && m_at + 1 < m_line.size() && m_line.at(m_at + 1).isDigit();
            if (!c.isLetterOrNumber() && c != u'.' && c != u'_' && !isExponentSign && !isSeparator)
                break;
            ++m_at;
        }
        add(begin, m_at, CodeKind::Number);
    }

    void lexWord()
    {
        const qsizetype begin = m_at;
        const bool hasPrefix = m_language.wordPrefixes.contains(m_line.at(m_at));
        ++m_at;
        while (m_at < m_line.size() && isWordPart(m_line.at(m_at)))
            ++m_at;
        const QString written = m_line.sliced(begin, m_at - begin).toString();
        const QString word = m_language.ignoresCase ? written.toLower() : written;
        if (m_language.keywords.contains(word))
            add(begin, m_at, CodeKind::Keyword);
        else if (m_language.builtins.contains(word) || (hasPrefix && m_at > begin + 1) || isKeyBeforeColon() || isCall())
            add(begin, m_at, CodeKind::Name);
    }

    bool isCall() const
    {
        return m_language.namesCalls && m_at < m_line.size() && m_line.at(m_at) == u'(';
    }

    quint32 lexMarkup(bool isTag)
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line.at(m_at);
            if (!isTag) {
                if (isAt(m_language.blockCommentBegin)) {
                    if (const quint32 depth = finishComment(1, m_language.blockCommentBegin.size()))
                        return packed(CommentMode, depth);
                } else if (c == u'<') {
                    isTag = true;
                    lexTagName();
                } else {
                    ++m_at;
                }
                continue;
            }
            if (c == u'>') {
                add(m_at, m_at + 1, CodeKind::Keyword);
                ++m_at;
                isTag = false;
            } else if (const int rule = stringRuleHere(); rule >= 0) {
                if (!finishString(quint32(rule), 1))
                    return packed(StringMode, quint32(rule));
            } else if (isWordStart(c)) {
                const qsizetype begin = m_at;
                while (m_at < m_line.size() && isWordPart(m_line.at(m_at)))
                    ++m_at;
                add(begin, m_at, CodeKind::Name);
            } else {
                ++m_at;
            }
        }
        return isTag ? packed(TagMode, 0) : 0;
    }

    void lexTagName()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_line.size() && (m_line.at(m_at) == u'/' || m_line.at(m_at) == u'!' || m_line.at(m_at) == u'?'))
            ++m_at;
        while (m_at < m_line.size() && isWordPart(m_line.at(m_at)))
            ++m_at;
        add(begin, m_at, CodeKind::Keyword);
    }

    const CodeLanguage &m_language;
    QStringView m_line;
    std::vector<CodeSpan> &m_spans;
    qsizetype m_at = 0;
};

CodeKind kindFromName(const QString &name)
{
    static const QHash<QString, CodeKind> kinds = {
        { QStringLiteral("keyword"), CodeKind::Keyword }, { QStringLiteral("string"), CodeKind::String },
        { QStringLiteral("comment"), CodeKind::Comment }, { QStringLiteral("name"), CodeKind::Name },
        { QStringLiteral("number"), CodeKind::Number },   { QStringLiteral("added"), CodeKind::Added },
        { QStringLiteral("removed"), CodeKind::Removed },
    };
    return kinds.value(name, CodeKind::Plain);
}

QSet<QString> wordsOf(const QJsonValue &value)
{
    const QStringList words = value.toString().split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(words.begin(), words.end());
}

struct LanguageTable
{
    std::vector<CodeLanguage> languages;
    QHash<QString, size_t> byName;

    LanguageTable()
    {
        const QDir folder(QStringLiteral(":/languages"));
        for (const QString &name : folder.entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            languages.push_back(parseCodeLanguage(file.readAll()));
            for (const QString &alias : languages.back().names)
                byName.insert(alias, languages.size() - 1);
        }
    }
};

const LanguageTable &languageTable()
{
    ensureLanguageFiles();
    static const LanguageTable table;
    return table;
}

}

CodeLanguage parseCodeLanguage(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto text = [&object](const char *key) { return object.value(QLatin1StringView(key)).toString(); };
    const auto flag = [&object](const char *key) { return object.value(QLatin1StringView(key)).toBool(); };

    CodeLanguage language;
    language.names = text("names").split(u' ', Qt::SkipEmptyParts);
    language.keywords = wordsOf(object.value(QLatin1StringView("keywords")));
    language.builtins = wordsOf(object.value(QLatin1StringView("builtins")));
    language.lineComments = text("lineComments").split(u' ', Qt::SkipEmptyParts);
    const QStringList block = text("blockComment").split(u' ', Qt::SkipEmptyParts);
    if (block.size() == 2) {
        language.blockCommentBegin = block.first();
        language.blockCommentEnd = block.last();
    }
    language.nestsComments = flag("nestsComments");
    const QJsonArray strings = object.value(QLatin1StringView("strings")).toArray();
    for (const QJsonValue &entry : strings) {
        const QJsonObject rule = entry.toObject();
        const QString escape = rule.value(QLatin1StringView("escape")).toString();
        language.strings.push_back({ rule.value(QLatin1StringView("begin")).toString(),
                                     rule.value(QLatin1StringView("end")).toString(),
                                     escape.isEmpty() ? QChar() : escape.front(),
                                     rule.value(QLatin1StringView("spansLines")).toBool() });
    }
    const QJsonArray prefixes = object.value(QLatin1StringView("linePrefixes")).toArray();
    for (const QJsonValue &entry : prefixes) {
        const QJsonArray pair = entry.toArray();
        language.linePrefixes.emplace_back(pair.at(0).toString(), kindFromName(pair.at(1).toString()));
    }
    language.wordCharacters = text("wordCharacters");
    language.wordPrefixes = text("wordPrefixes");
    language.ignoresCase = flag("ignoresCase");
    language.namesCalls = flag("namesCalls");
    language.namesKeys = flag("namesKeys");
    language.isMarkup = flag("isMarkup");
    language.commentNeedsSpace = flag("commentNeedsSpace");
    return language;
}

const CodeLanguage *codeLanguage(const QString &name)
{
    const LanguageTable &table = languageTable();
    const auto found = table.byName.constFind(name);
    return found == table.byName.cend() ? nullptr : &table.languages[*found];
}

QStringList codeLanguageNames()
{
    return languageTable().byName.keys();
}

quint32 lexCodeLine(const CodeLanguage &language, QStringView line, quint32 state, std::vector<CodeSpan> &spans)
{
    return LineLexer(language, line, spans).lex(state);
}
