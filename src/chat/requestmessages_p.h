// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

// The branch as it is sent: the system prompt first, answers without content left out, an answer and its continuations
// joined into one, calls that nobody answered dropped (servers refuse them).
std::vector<Message> requestMessages(const QString &systemPrompt, const std::vector<Message> &branch);

// The turn that asks to go on with the answer before it. Not part of the conversation.
Message continueTurn();
