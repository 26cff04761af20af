// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

// What servers would refuse in {"name":…,"description":…,"parameters":{…}}, as one sentence; empty: nothing found
// (reference 6.1). Names of tools that run at the server are not free.
QString functionProblem(const QJsonObject &function);
// The same for a schema alone, as it stands in a structured answer's format.
QString schemaProblem(const QJsonObject &schema);
