// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "errorfromreply.h"

#include <QStringList>

// The member of a request that a 400 or 422 refuses, out of those that were `sent`, whatever the server calls it
// ("reasoningEffort", "`reasoning_effort`", ["body","reasoning_effort"]). "transport": the model wants to be asked by
// the Responses API. Of refusedroles, where they were sent: the model's template does not take the messages as they stood
// (400, 422, and 500 with llama.cpp). Empty: none is named, or what is named was not sent.
QString refusedField(const ReplyFacts &reply, const QStringList &sent);
