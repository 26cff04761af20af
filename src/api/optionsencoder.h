// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"

#include <QJsonObject>

// Everything of a request but its messages, in the words of the wire.
QJsonObject requestFields(const CompletionRequest &request);
// The first option outside its range, as a sentence; empty: all are fine.
QString firstBadOption(const CompletionOptions &options);
