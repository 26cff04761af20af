// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transport.h"

#include "completionoptions.h"
#include "endpoint.h"

#include <algorithm>

namespace {

// {"type":"web_search"} and its like; functions of the person's own work in both ways.
bool wantsServerTools(const CompletionOptions &options)
{
    return std::any_of(options.tools.begin(), options.tools.end(), [](const QJsonValue &tool) {
        const QString type = tool[QLatin1StringView("type")].toString();
        return !type.isEmpty() && type != QLatin1StringView("function");
    });
}

bool isOfferedByResponsesAlone(const QString &modelId)
{
    return modelId.contains(QLatin1StringView("multi-agent"));
}

}

QString transportName(Transport transport)
{
    switch (transport) {
    case Transport::Automatic: return QStringLiteral("automatic");
    case Transport::ChatCompletions: return QStringLiteral("chat_completions");
    case Transport::Responses: return QStringLiteral("responses");
    }
    Q_UNREACHABLE();
}

std::optional<Transport> transportFromName(const QString &name)
{
    for (const Transport transport : { Transport::Automatic, Transport::ChatCompletions, Transport::Responses }) {
        if (transportName(transport) == name)
            return transport;
    }
    return std::nullopt;
}

Transport transportFor(const Endpoint &endpoint, const QString &modelId, const CompletionOptions &options)
{
    const Transport ofModel = endpoint.profile.models.value(modelId).transport;
    if (ofModel != Transport::Automatic)
        return ofModel;
    if (endpoint.profile.transport != Transport::Automatic)
        return endpoint.profile.transport;
    return wantsServerTools(options) || isOfferedByResponsesAlone(modelId) ? Transport::Responses : Transport::ChatCompletions;
}

QString completionPath(Transport transport)
{
    return transport == Transport::Responses ? QStringLiteral("responses") : QStringLiteral("chat/completions");
}
