// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"

#include <QJsonObject>

// Everything of a request but its messages, in the words of the wire: without what the model is known to refuse, with
// what the endpoint adds to each request.
QJsonObject requestFields(const CompletionRequest &request);
// Options that are set and stay out of this request because of the way it goes. Names on the wire.
QStringList optionsLeftOut(const CompletionRequest &request);
// The first option outside its range, as a sentence; empty: all are fine.
QString firstBadOption(const CompletionOptions &options);
