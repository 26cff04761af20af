// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "loopbackserver.h"

#include <optional>

struct FaultDescription
{
    QByteArray name;
    QByteArray what;
};

// All named faults, in alphabetical order.
QList<FaultDescription> loopbackFaults();
// What a server with this fault does. `port` is its own. Unset: no such fault.
std::optional<ServerScript> loopbackFault(const QByteArray &name, quint16 port);
// The fault in this path answers without reading the request's body.
bool loopbackFaultAnswersEarly(const QByteArray &path);

// Whether Qt hands on the answer that follows early hints: 6.8 does; with 6.4 they end it.
bool earlyHintsAreSkipped();
