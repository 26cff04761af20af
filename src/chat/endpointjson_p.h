// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"
#include "modelinfo.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

// An endpoint as it stands in the settings, with what the book remembers of it. No secrets: headers whose name says
// that they carry one are left out.
struct EndpointRecord
{
    Endpoint endpoint;
    QString modelId;         // the one last chosen there
    QString keyOrigin;       // the origin whose key was put into the keyring; empty: none
    bool operator==(const EndpointRecord &) const = default;
};

QByteArray toJson(const QList<EndpointRecord> &records);
// Skips what cannot be used.
QList<EndpointRecord> endpointRecordsFromJson(const QByteArray &json);

QByteArray toJson(const QList<ModelInfo> &models);
QList<ModelInfo> modelInfosFromJson(const QByteArray &json);
