// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

struct CompletionOptions;
struct Endpoint;

// The two ways to ask for a completion. Stored by name.
enum class Transport { Automatic, ChatCompletions, Responses };

// "automatic", "chat_completions", "responses".
QString transportName(Transport transport);
std::optional<Transport> transportFromName(const QString &name);

// The way a request goes, never Automatic. The model's own choice comes before the server's; automatic is Chat
// Completions, which every server speaks, unless something is asked for that only Responses can do: tools that run at
// the server, or a model that is offered there alone.
Transport transportFor(const Endpoint &endpoint, const QString &modelId, const CompletionOptions &options);

// The path below the base URL.
QString completionPath(Transport transport);
