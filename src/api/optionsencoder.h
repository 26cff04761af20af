// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"

#include <QJsonObject>
#include <QStringList>

// Everything of a request but its messages, in the words of the wire: without what the model is known to refuse, with
// what the endpoint adds to each request.
QJsonObject requestFields(const CompletionRequest &request);
// The names that a server can refuse one by one: the members, and what "include" asks for ("reasoning.encrypted_content").
QStringList refusableNames(const QJsonObject &fields);
// Options that are set and stay out of this request because of the way it goes. Names on the wire.
QStringList optionsLeftOut(const CompletionRequest &request);
// The first option outside its range, as a sentence; empty: all are fine.
QString firstBadOption(const CompletionOptions &options);
