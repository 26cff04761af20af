// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "toolcallassembler.h"

#include <QJsonDocument>
#include <QUuid>

namespace {

QString argumentsOf(const QJsonObject &function)
{
    const QJsonValue arguments = function.value(QLatin1String("arguments"));
    if (arguments.isObject())
        return QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact));
    return arguments.toString();
}

bool isWholeJson(const QString &arguments)
{
    return !QJsonDocument::fromJson(arguments.toUtf8()).isNull();
}

QString nameOf(const QJsonObject &fragment)
{
    return fragment.value(QLatin1String("function")).toObject().value(QLatin1String("name")).toString();
}

// A call without arguments may leave them empty, and is whole all the same when the next one begins.
bool namesOther(const ToolCall &call, const QJsonObject &fragment)
{
    const QString name = nameOf(fragment);
    return !name.isEmpty() && !call.name.isEmpty() && name != call.name;
}

} // namespace

ToolCallDelta ToolCallAssembler::add(const QJsonObject &fragment)
{
    const QString id = fragment.value(QLatin1String("id")).toString();
    const QJsonObject function = fragment.value(QLatin1String("function")).toObject();
    const int place = placeOf(fragment, id);
    Call &known = m_calls[place];

    ToolCallDelta delta;
    delta.index = place;
    if (!id.isEmpty() && (known.call.id.isEmpty() || known.hasInventedId)) {
        delta.id = id;
        known.hasInventedId = false;
    } else if (known.call.id.isEmpty()) {
        delta.id = QStringLiteral("call_") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        known.hasInventedId = true;
    }
    // Some servers repeat the whole name with every fragment: it is set once, never appended.
    if (known.call.name.isEmpty())
        delta.name = function.value(QLatin1String("name")).toString();
    delta.arguments = argumentsOf(function);

    if (!delta.id.isEmpty())
        known.call.id = delta.id;
    if (!delta.name.isEmpty())
        known.call.name = delta.name;
    known.call.arguments += delta.arguments;
    return delta;
}

// By index where there is one, else by id, else it is the last call's. A new id at an index whose call is already
// whole starts another call.
int ToolCallAssembler::placeOf(const QJsonObject &fragment, const QString &id)
{
    const int wireIndex = fragment.value(QLatin1String("index")).toInt(-1);
    for (int i = int(m_calls.size()) - 1; i >= 0; --i) {
        const Call &known = m_calls[i];
        if (wireIndex >= 0 && known.wireIndex == wireIndex) {
            const bool isAnother = !id.isEmpty() && !known.hasInventedId && known.call.id != id
                && (isWholeJson(known.call.arguments) || (known.call.arguments.isEmpty() && namesOther(known.call, fragment)));
            return isAnother ? append(wireIndex) : i;
        }
        if (wireIndex < 0 && !id.isEmpty() && known.call.id == id)
            return i;
    }
    const bool continuesLast = wireIndex < 0 && id.isEmpty() && !m_calls.isEmpty();
    const bool namesAnother = continuesLast && isWholeJson(m_calls.last().call.arguments) && !nameOf(fragment).isEmpty();
    return continuesLast && !namesAnother ? int(m_calls.size()) - 1 : append(wireIndex);
}

int ToolCallAssembler::append(int wireIndex)
{
    m_calls.append(Call { {}, wireIndex, false });
    return int(m_calls.size()) - 1;
}

QList<ToolCall> ToolCallAssembler::calls() const
{
    QList<ToolCall> calls;
    for (const Call &known : m_calls)
        calls.append(known.call);
    return calls;
}
