// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"
#include "errorfromreply.h"

// The models of a GET language-models or models in any of the shapes servers use (reference 12.13), those that write
// text, each once, at most 2,000.
Result<QList<ModelInfo>> modelsFromReply(const ReplyFacts &reply, const ApiKey &key);

// What GET api-key said. Unset: the server has no such call.
std::optional<Result<KeyProbe>> probeFromReply(const ReplyFacts &reply, const ApiKey &key);
