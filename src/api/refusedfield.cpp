// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "refusedfield.h"

#include "endpoint.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

// What the request cannot do without, or what is no single thing to leave out.
const QStringList Indispensable { QStringLiteral("model"), QStringLiteral("messages"), QStringLiteral("input") };

// Servers spell a name in camel case, and the parts of a path with dots.
QString normal(QString name)
{
    return name.remove(QLatin1Char('_')).toLower();
}

QString sentName(const QString &spoken, const QStringList &sent)
{
    // One of the things that "include" asks for has dots itself.
    if (spoken.contains(QLatin1Char('.')) && sent.contains(spoken))
        return spoken;
    const QString first = spoken.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('['), 0, 0);
    for (const QString &name : sent) {
        if (!Indispensable.contains(name) && normal(name) == normal(first))
            return name;
    }
    // What the thing is called, instead of its member; and the effort is a member of its own in one way to ask, part of another in the other.
    static const QHash<QString, QStringList> Things {
        { QStringLiteral("reasoningeffort"), { QStringLiteral("reasoning") } },
        { QStringLiteral("thinking"), { QStringLiteral("reasoning_effort"), QStringLiteral("reasoning") } },
        { QStringLiteral("streaming"), { QStringLiteral("stream") } },
    };
    for (const QString &name : Things.value(normal(first))) {
        if (sent.contains(name))
            return name;
    }
    return {};
}

bool speaksOfRefusal(const QString &text)
{
    static const QStringList marks {
        QStringLiteral("not support"), QStringLiteral("unsupported"), QStringLiteral("unrecognized"), QStringLiteral("unknown"),
        QStringLiteral("unexpected"), QStringLiteral("not permitted"), QStringLiteral("not allowed"), QStringLiteral("extra"),
        QStringLiteral("not accept"), QStringLiteral("does not take"), QStringLiteral("invalid parameter"), QStringLiteral("must be verified"),
        QStringLiteral("no longer"),
    };
    return std::any_of(marks.begin(), marks.end(), [&text](const QString &mark) { return text.contains(mark, Qt::CaseInsensitive); });
}

// "include[1]" says little; what it asked for there stands in the sentence, in front of what could be asked for instead.
QString refusedPart(const QString &name, const QString &text, const QStringList &sent)
{
    if (name != QLatin1String("include"))
        return name;
    QString part = name;
    qsizetype first = text.size();
    for (const QString &candidate : sent) {
        const qsizetype at = candidate.contains(QLatin1Char('.')) ? text.indexOf(candidate) : -1;
        if (at < 0 || at >= first)
            continue;
        first = at;
        part = candidate;
    }
    return part;
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.');
}

bool endsWithOne(const QString &text, std::initializer_list<QLatin1String> words)
{
    return std::any_of(words.begin(), words.end(), [&text](QLatin1String word) { return text.endsWith(word, Qt::CaseInsensitive); });
}

// "stop" and "user" are words of the language too: a short name counts only where it is set off as a name, is what is not supported, or begins
// the sentence that says so.
bool isSetOff(const QString &text, qsizetype start, const QString &word)
{
    const bool looksLikeName = word.contains(QLatin1Char('_'))
        || std::any_of(word.begin() + 1, word.end(), [](QChar c) { return c.isUpper(); });
    const QString before = text.first(start).trimmed();
    const QChar mark = start > 0 ? text.at(start - 1) : QChar();
    return looksLikeName || QStringView(u"'\"`").contains(mark) || before.endsWith(QLatin1Char(':'))
        || endsWithOne(before, { QLatin1String("parameter"), QLatin1String("argument"), QLatin1String("field"), QLatin1String("not support"),
                                 QLatin1String("not supported"), QLatin1String("unsupported"), QLatin1String("no longer supports") })
        || (before.isEmpty() && QStringView(text).sliced(start + word.size()).trimmed().startsWith(QLatin1String("is not")));
}

// vLLM without its switches for function calls.
bool wantsNoTools(const QString &text, const QStringList &sent)
{
    return text.contains(QLatin1String("--enable-auto-tool-choice")) && sent.contains(QLatin1String("tools"));
}

QString nameInText(const QString &text, const QStringList &sent)
{
    if (wantsNoTools(text, sent))
        return QStringLiteral("tools");
    if (!speaksOfRefusal(text))
        return {};
    for (qsizetype start = 0; start < text.size();) {
        if (!isNameCharacter(text.at(start))) {
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < text.size() && isNameCharacter(text.at(end)))
            ++end;
        QString word = text.sliced(start, end - start);
        while (word.endsWith(QLatin1Char('.')))
            word.chop(1);
        const QString name = sentName(word, sent);
        if (!name.isEmpty() && isSetOff(text, start, word))
            return name;
        start = end;
    }
    return {};
}

// OpenAI says it in `param`, FastAPI in `loc`.
QString nameInJson(const QJsonObject &body, const QStringList &sent)
{
    const QJsonValue error = body.value(QLatin1String("error"));
    for (const QJsonValue &param : { error[QLatin1String("param")], body.value(QLatin1String("param")) }) {
        if (const QString name = sentName(param.toString(), sent); !name.isEmpty())
            return name;
    }
    // Mistral puts FastAPI's list into its message.
    const QJsonValue wrapped = body.value(QLatin1String("message"))[QLatin1String("detail")];
    const QJsonArray details = wrapped.isArray() ? wrapped.toArray() : body.value(QLatin1String("detail")).toArray();
    for (const QJsonValue &entry : details) {
        const bool isExtra = entry[QLatin1String("type")].toString().contains(QLatin1String("extra"))
            || speaksOfRefusal(entry[QLatin1String("msg")].toString());
        if (const QString name = sentName(entry[QLatin1String("loc")][1].toString(), sent); isExtra && !name.isEmpty())
            return name;
    }
    return {};
}

bool wantsResponses(const QString &text, const QStringList &sent)
{
    const bool namesIt = text.contains(QLatin1String("v1/responses")) || text.contains(QLatin1String("Responses API"), Qt::CaseInsensitive);
    return namesIt && sent.contains(QLatin1String("messages"));
}

// "Only user and assistant roles are supported": what templates say of a role that stands in the request and not in their list.
QString roleMissingIn(const QString &text)
{
    const qsizetype end = text.indexOf(QLatin1String("roles are supported"));
    const qsizetype start = end < 0 ? -1 : text.lastIndexOf(QLatin1String("only "), end);
    return start < 0 ? QString() : text.sliced(start, end - start);
}

bool containsOne(const QString &text, std::initializer_list<QLatin1String> sentences)
{
    return std::any_of(sentences.begin(), sentences.end(), [&text](QLatin1String sentence) { return text.contains(sentence); });
}

// Chat templates refuse in words alone, each in its own (reference 12.8).
QString refusedRole(QString text, const QStringList &sent)
{
    text = text.toLower().remove(u'\'').remove(u'"').remove(u'`');
    QStringList candidates;
    const QString supported = roleMissingIn(text);
    if (containsOne(text, { QLatin1String("system message must be"), QLatin1String("system message should be"), QLatin1String("only one system"), QLatin1String("multiple system"), QLatin1String("more than one system") }))
        candidates += refusedroles::Order;
    if (containsOne(text, { QLatin1String("system role not supported"), QLatin1String("system role is not supported"), QLatin1String("not support system"), QLatin1String("not support the system"), QLatin1String("system messages are not supported"),
                            QLatin1String("system message is not supported"), QLatin1String("role: system"), QLatin1String("developer instruction is not enabled") })
        || (!supported.isEmpty() && !supported.contains(QLatin1String("system"))))
        candidates += refusedroles::System;
    if (containsOne(text, { QLatin1String("role: tool"), QLatin1String("tool role is not supported"), QLatin1String("tool role not supported") }) || (!supported.isEmpty() && !supported.contains(QLatin1String("tool"))))
        candidates += refusedroles::Tool;
    // What stands between question and answer may be any of these; the mildest change comes first.
    if (text.contains(QLatin1String("roles must alternate")))
        candidates += QStringList { refusedroles::Order, refusedroles::Tool, refusedroles::System };
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&sent](const QString &role) { return sent.contains(role); });
    return found == candidates.end() ? QString() : *found;
}

} // namespace

QString refusedField(const ReplyFacts &reply, const QStringList &sent)
{
    const QString text = serverWords(reply.body).text;
    if ((reply.status == 400 || reply.status == 404) && wantsResponses(text, sent))
        return QStringLiteral("transport");
    const bool mayBeOfRoles = reply.status == 400 || reply.status == 422 || reply.status == 500;
    if (const QString role = mayBeOfRoles ? refusedRole(text, sent) : QString(); !role.isEmpty())
        return role;
    if (reply.status != 400 && reply.status != 422)
        return {};
    const QString inJson = nameInJson(QJsonDocument::fromJson(reply.body.trimmed()).object(), sent);
    return refusedPart(inJson.isEmpty() ? nameInText(text, sent) : inJson, text, sent);
}
