// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"

#include <QJsonObject>
#include <QStringList>

// Everything of a Responses request but its input.
QJsonObject responsesFields(const CompletionRequest &request);
// Options that are set and have no place there.
QStringList optionsOutsideResponses(const CompletionOptions &options);
