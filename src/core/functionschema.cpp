// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "functionschema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FunctionSchema)
};

constexpr int LongestName = 64;
constexpr int MostProperties = 64;
constexpr int DeepestSchema = 16;

bool isNameCharacter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_') || c == QLatin1Char('-');
}

QString nameProblem(const QString &name)
{
    static const QStringList taken { QStringLiteral("web_search"), QStringLiteral("x_search"), QStringLiteral("code_execution") };
    if (name.isEmpty())
        return Words::tr("The function needs a name.");
    if (name.size() > LongestName || !std::all_of(name.begin(), name.end(), isNameCharacter))
        return Words::tr("A name has at most 64 letters, digits, underscores and hyphens.");
    if (taken.contains(name))
        return Words::tr("%1 is the name of a tool of the server. Choose another one.").arg(name);
    return {};
}

QString problemIn(const QJsonObject &schema, int depth);

QString problemInChild(const QJsonValue &child, int depth)
{
    if (child.isBool())
        return Words::tr("true and false are not accepted as schemas.");
    return child.isObject() ? problemIn(child.toObject(), depth + 1) : QString();
}

QString problemInList(const QJsonObject &schema, const char *name, int depth)
{
    const QJsonValue list = schema.value(QLatin1StringView(name));
    if (list.isUndefined())
        return {};
    if (list.toArray().isEmpty())
        return Words::tr("%1 must not be empty.").arg(QLatin1StringView(name));
    for (const QJsonValue &child : list.toArray()) {
        if (const QString problem = problemInChild(child, depth); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString problemIn(const QJsonObject &schema, int depth)
{
    if (depth > DeepestSchema)
        return Words::tr("The schema is nested too deeply.");
    const QJsonObject properties = schema.value(QLatin1StringView("properties")).toObject();
    if (properties.size() > MostProperties)
        return Words::tr("An object has at most 64 properties.");
    if (schema.value(QLatin1StringView("items")).isArray())
        return Words::tr("items must be one schema, not a list of them.");
    if (schema.value(QLatin1StringView("allOf")).toArray().size() > 1)
        return Words::tr("allOf is accepted with one member only.");
    for (const char *unknown : { "minContains", "maxContains" }) {
        if (schema.contains(QLatin1StringView(unknown)))
            return Words::tr("%1 is not accepted.").arg(QLatin1StringView(unknown));
    }
    if (schema.contains(QLatin1StringView("enum")) && schema.value(QLatin1StringView("enum")).toArray().isEmpty())
        return Words::tr("%1 must not be empty.").arg(QLatin1StringView("enum"));
    for (const char *list : { "anyOf", "oneOf", "allOf" }) {
        if (const QString problem = problemInList(schema, list, depth); !problem.isEmpty())
            return problem;
    }
    for (const QJsonValue &property : properties) {
        if (const QString problem = problemInChild(property, depth); !problem.isEmpty())
            return problem;
    }
    return problemInChild(schema.value(QLatin1StringView("items")), depth);
}

}

QString schemaProblem(const QJsonObject &schema)
{
    if (schema.value(QLatin1StringView("type")).toString() != QLatin1StringView("object"))
        return Words::tr("The outermost schema must have the type \"object\".");
    return problemIn(schema, 0);
}

QString functionProblem(const QJsonObject &function)
{
    if (const QString problem = nameProblem(function.value(QLatin1StringView("name")).toString()); !problem.isEmpty())
        return problem;
    const QJsonValue parameters = function.value(QLatin1StringView("parameters"));
    if (parameters.isUndefined())
        return {};
    return parameters.isObject() ? schemaProblem(parameters.toObject()) : Words::tr("The parameters must be a JSON schema.");
}
