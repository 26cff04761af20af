// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"

// A kind of server that is known: its address and how it wants to be asked (reference 12.14).
struct EndpointPreset
{
    QString id;              // stable: "openrouter"
    QString name;
    QString address;         // as a person would type it
    bool needsKey = true;
    bool isLocal = false;    // on this computer, at its usual port
    QString outputLimitField = QStringLiteral("max_tokens");
    bool sendsStreamOptions = true;
    QByteArray keyHeader = {};
    QString query = {};
    QString seedField = QStringLiteral("seed");
    QString requiredToolWord = QStringLiteral("required");
    bool echoesReasoning = false;
};

const QList<EndpointPreset> &endpointPresets();
// An endpoint of that kind, with an id of its own.
Endpoint endpointFrom(const EndpointPreset &preset);
