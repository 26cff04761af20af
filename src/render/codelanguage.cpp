// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codelanguage.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QChar signOf(const QJsonObject &object, const char *key)
{
    const QString text = textOf(object, key);
    return text.isEmpty() ? QChar() : text.front();
}

bool flagOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toBool();
}

QStringList wordsOf(const QJsonObject &object, const char *key)
{
    return textOf(object, key).split(u' ', Qt::SkipEmptyParts);
}

QJsonObject objectOf(QByteArrayView json)
{
    return QJsonDocument::fromJson(json.toByteArray()).object();
}

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

CodePlaces placesOf(const QJsonObject &object)
{
    static const QHash<QString, CodePlace> places = {
        { QStringLiteral("lineStart"), CodePlace::LineStart },
        { QStringLiteral("firstInLine"), CodePlace::FirstInLine },
        { QStringLiteral("afterSpace"), CodePlace::AfterSpace },
        { QStringLiteral("valuePosition"), CodePlace::ValuePosition },
        { QStringLiteral("beforeName"), CodePlace::BeforeName },
        { QStringLiteral("oneCharacter"), CodePlace::OneCharacter },
        { QStringLiteral("beforeSpace"), CodePlace::BeforeSpace },
        { QStringLiteral("beforeText"), CodePlace::BeforeText },
        { QStringLiteral("lastInLine"), CodePlace::LastInLine },
    };
    CodePlaces all;
    for (const QString &name : wordsOf(object, "at")) {
        if (const auto place = places.constFind(name); place != places.cend())
            all |= *place;
    }
    return all;
}

CodeRegion::Ending endingOf(const QJsonObject &object)
{
    const QString name = textOf(object, "ends");
    if (name == u"atOnce")
        return CodeRegion::Ending::AtOnce;
    if (name == u"hereDocument")
        return CodeRegion::Ending::HereDocument;
    return name == u"indentation" ? CodeRegion::Ending::Indentation : CodeRegion::Ending::AtSign;
}

// Words are added to the base's, lists of regions are joined, anything else is said anew.
QJsonObject extended(QJsonObject base, const QJsonObject &object)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonValue before = base.value(entry.key());
        if (before.isArray()) {
            QJsonArray all = before.toArray();
            for (const QJsonValue &value : entry->toArray())
                all.append(value);
            base.insert(entry.key(), all);
        } else if (entry.key() == u"keywords" || entry.key() == u"builtins") {
            base.insert(entry.key(), QString(before.toString() + u' ' + entry->toString()));
        } else {
            base.insert(entry.key(), *entry);
        }
    }
    return base;
}

class LanguageReader
{
public:
    explicit LanguageReader(const QJsonObject &object) : m_object(object) { }

    CodeLanguage read()
    {
        m_language.words.emplace_back();
        m_language.words.push_back(readWords(m_object));
        const QJsonObject scopes = m_object.value(QLatin1StringView("words")).toObject();
        for (auto scope = scopes.begin(); scope != scopes.end(); ++scope) {
            m_wordNames.insert(scope.key(), int(m_language.words.size()));
            m_language.words.push_back(readWords(scope->toObject()));
        }
        readRegions();
        if (m_language.regions.size() > CodeLanguage::mostRegions + 1)
            return {};
        for (size_t i = 0; i < m_language.regions.size(); ++i)
            connect(m_language.regions[i], m_sources[i]);
        for (CodeRegion &region : m_language.regions)
            markSigns(region);
        return std::move(m_language);
    }

private:
    CodeWords readWords(const QJsonObject &object) const
    {
        CodeWords words;
        words.ignoresCase = flagOf(object, "ignoresCase");
        words.characters = textOf(object, "wordCharacters");
        words.prefixes = textOf(object, "wordPrefixes");
        words.keySigns = textOf(object, "keySigns");
        words.keysAreFirst = flagOf(object, "keysAreFirst");
        words.keySignNeedsSpace = flagOf(object, "keySignNeedsSpace");
        words.keywordsAreFirst = flagOf(object, "keywordsAreFirst");
        words.namesCalls = flagOf(object, "namesCalls");
        words.namesCapitals = flagOf(object, "namesCapitals");
        words.namesAll = flagOf(object, "namesAll");
        words.isCode = !flagOf(object, "isText");
        const QString builtins = textOf(object, "builtins");
        const QString text = builtins + u' ' + textOf(object, "keywords");
        std::vector<std::pair<QStringView, CodeKind>> known;
        for (const QStringView word : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
            const bool isBuiltin = word.data() - text.constData() < builtins.size();
            known.emplace_back(word, isBuiltin ? CodeKind::Name : CodeKind::Keyword);
        }
        words.kinds = CodeWordTable(text, known);
        return words;
    }

    void readRegions()
    {
        CodeRegion code;
        code.name = QStringLiteral("code");
        code.words = 1;
        code.spansLines = true;
        code.escape = signOf(m_object, "escape");
        add(code, m_object);
        for (const QString &sign : wordsOf(m_object, "lineComments")) {
            CodeRegion comment;
            comment.name = QStringLiteral("lineComment");
            comment.begin = sign;
            comment.kind = CodeKind::Comment;
            add(comment, {});
        }
        if (const QStringList signs = wordsOf(m_object, "blockComment"); signs.size() == 2) {
            CodeRegion comment;
            comment.name = QStringLiteral("blockComment");
            comment.begin = signs.first();
            comment.end = signs.last();
            comment.kind = CodeKind::Comment;
            comment.spansLines = true;
            comment.nests = flagOf(m_object, "nestsComments");
            add(comment, {});
        }
        for (const QJsonValue &value : m_object.value(QLatin1StringView("strings")).toArray())
            addRead(value.toObject(), CodeKind::String);
        for (const QJsonValue &value : m_object.value(QLatin1StringView("regions")).toArray())
            addRead(value.toObject(), CodeKind::Plain);
    }

    void addRead(const QJsonObject &object, CodeKind usualKind)
    {
        CodeRegion region;
        region.name = textOf(object, "name");
        region.begin = textOf(object, "begin");
        region.end = textOf(object, "end");
        region.emptyEnd = textOf(object, "emptyEnd");
        region.delimiter = textOf(object, "delimiter");
        region.beginTail = textOf(object, "beginTail");
        region.endTail = textOf(object, "endTail");
        region.leavesBefore = textOf(object, "leavesBefore");
        region.escape = signOf(object, "escape");
        region.places = placesOf(object);
        region.kind = object.contains(QLatin1StringView("kind")) ? kindFromName(textOf(object, "kind")) : usualKind;
        region.edge = object.contains(QLatin1StringView("edge")) ? kindFromName(textOf(object, "edge")) : region.kind;
        region.ending = endingOf(object);
        region.endsFirstInLine = flagOf(object, "endsFirstInLine");
        region.spansLines = flagOf(object, "spansLines") || region.ending != CodeRegion::Ending::AtSign;
        region.nests = flagOf(object, "nests");
        region.takesWord = flagOf(object, "takesWord");
        region.isInner = flagOf(object, "isInner");
        const QString held = textOf(object, "holds");
        region.words = held == u"code" ? 1 : m_wordNames.value(held, 0);
        add(region, object);
    }

    void add(CodeRegion region, const QJsonObject &source)
    {
        if (region.edge == CodeKind::Plain)
            region.edge = region.kind;
        m_language.regions.push_back(std::move(region));
        m_sources.push_back(source);
    }

    // Names may be shared: the strings of a language, the parts of a tag.
    void connect(CodeRegion &region, const QJsonObject &source)
    {
        const QString next = textOf(source, "next");
        const QStringList opened = wordsOf(source, "opens");
        const bool isCodeOrHoldsIt = region.words == 1;
        for (size_t i = 1; i < m_language.regions.size(); ++i) {
            const CodeRegion &other = m_language.regions[i];
            if (!next.isEmpty() && other.name == next)
                region.next = quint8(i);
            const bool isNamed = opened.contains(other.name);
            if (!other.begin.isEmpty() && (isNamed || (isCodeOrHoldsIt && !other.isInner)))
                region.opens.push_back(quint8(i));
        }
        std::stable_sort(region.opens.begin(), region.opens.end(), [this](quint8 left, quint8 right) {
            return m_language.regions[left].begin.size() > m_language.regions[right].begin.size();
        });
    }

    void markSigns(CodeRegion &region) const
    {
        const auto mark = [&region](QChar c, CodeRegion::CodeSign sign) {
            if (c.unicode() < region.signs.size())
                region.signs[c.unicode()] |= sign;
        };
        const auto markFirst = [&mark](const QString &text) {
            if (!text.isEmpty())
                mark(text.front(), CodeRegion::MayMatter);
        };
        markFirst(region.end);
        markFirst(region.emptyEnd);
        if (region.nests)
            markFirst(region.begin);
        if (!region.escape.isNull())
            mark(region.escape, CodeRegion::MayMatter);
        for (const QChar c : region.leavesBefore)
            mark(c, CodeRegion::MayMatter);
        for (const quint8 opened : region.opens)
            markFirst(m_language.regions[opened].begin);

        const CodeWords &words = m_language.words[size_t(region.words)];
        for (char16_t c = 0; c < region.signs.size(); ++c) {
            const QChar sign(c);
            if (sign.isLetterOrNumber() || sign == u'_' || words.characters.contains(sign))
                mark(sign, CodeRegion::ContinuesWord);
            if (sign.isLetter() || sign == u'_' || words.prefixes.contains(sign))
                mark(sign, CodeRegion::BeginsWord);
            if (words.prefixes.contains(sign))
                mark(sign, CodeRegion::PrefixesWord);
        }
    }

    const QJsonObject &m_object;
    CodeLanguage m_language;
    std::vector<QJsonObject> m_sources;
    QHash<QString, int> m_wordNames;
};

}

CodeWordTable::CodeWordTable(const QString &text, const std::vector<std::pair<QStringView, CodeKind>> &words) : m_text(text)
{
    size_t size = 2;
    while (size < 2 * words.size())
        size *= 2;
    m_places.resize(size);
    for (const auto &word : words)
        m_places[placeOf(word.first)] = word;
}

CodeKind CodeWordTable::kind(QStringView word) const
{
    return m_places.empty() ? CodeKind::Plain : m_places[placeOf(word)].second;
}

// The word's place, or the free one where it would be.
size_t CodeWordTable::placeOf(QStringView word) const
{
    size_t sum = 0;
    for (const QChar c : word)
        sum = sum * 31 + c.unicode();
    const size_t mask = m_places.size() - 1;
    size_t place = (sum ^ sum >> 7) & mask;
    while (!m_places[place].first.isEmpty()
           && !std::equal(word.begin(), word.end(), m_places[place].first.begin(), m_places[place].first.end()))
        place = (place + 1) & mask;
    return place;
}

CodeLanguage parseCodeLanguage(QByteArrayView json, QByteArrayView base)
{
    QJsonObject object = objectOf(json);
    if (object.isEmpty())
        return {};
    if (!base.isEmpty())
        object = extended(objectOf(base), object);
    return LanguageReader(object).read();
}

QString extendedCodeLanguage(QByteArrayView json)
{
    return textOf(objectOf(json), "extends");
}
