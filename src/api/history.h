// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"
#include "message.h"

#include <vector>

// A branch as servers accept it (reference 3.1 and 12.8): no empty turns, an answer to every tool call, and, unless the profile
// lets roles stand anywhere, one system message and it first and no two neighbours of one role. For templates without tools,
// calls and their results become words. The person's texts
// are never changed, only joined by a blank line.
std::vector<Message> historyToSend(const std::vector<Message> &messages, const WireProfile &profile);

// The profile of the endpoint with what the model's template refuses of the roles (refusedroles) heeded.
WireProfile profileFor(const Endpoint &endpoint, const QString &modelId);
// Which of refusedroles could be refused in `messages` as `profile` sends them.
QStringList refusableRoles(const std::vector<Message> &messages, const WireProfile &profile);
