// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"
#include "message.h"

#include <QJsonObject>
#include <QList>

// Servers cut function calls differently: whole, in fragments by index, by id alone, or by neither. This brings them
// into one form: fragments whose index is the call's place in the answer, whose id and name come once (a later one
// replaces), and whose arguments are to be appended.
class ToolCallAssembler
{
public:
    ToolCallDelta add(const QJsonObject &fragment);
    // The calls so far.
    QList<ToolCall> calls() const;

private:
    struct Call
    {
        ToolCall call;
        int wireIndex = -1;
        bool hasInventedId = false;
    };
    int placeOf(const QJsonObject &fragment, const QString &id);
    int append(int wireIndex);
    QList<Call> m_calls;
};
