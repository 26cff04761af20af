// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "endpointpresets.h"

#include <QUuid>

namespace {

EndpointPreset remote(const char *id, const char *name, const char *address)
{
    EndpointPreset preset;
    preset.id = QLatin1StringView(id);
    preset.name = QLatin1StringView(name);
    preset.address = QLatin1StringView(address);
    return preset;
}

EndpointPreset newer(EndpointPreset preset)
{
    preset.outputLimitField = QStringLiteral("max_completion_tokens");
    return preset;
}

EndpointPreset local(const char *id, const char *name, int port)
{
    EndpointPreset preset = remote(id, name, "");
    preset.address = QStringLiteral("http://localhost:%1/v1").arg(port);
    preset.needsKey = false;
    preset.isLocal = true;
    return preset;
}

EndpointPreset mistral()
{
    EndpointPreset preset = remote("mistral", "Mistral", "https://api.mistral.ai/v1");
    preset.sendsStreamOptions = false;
    preset.requiredToolWord = QStringLiteral("any");
    preset.seedField = QStringLiteral("random_seed");
    return preset;
}

// Its newer models refuse the result of a call without the thinking that led to it.
EndpointPreset deepSeek()
{
    EndpointPreset preset = remote("deepseek", "DeepSeek", "https://api.deepseek.com/v1");
    preset.echoesReasoning = true;
    return preset;
}

// The name of the person's own resource stands in the address.
EndpointPreset azure()
{
    EndpointPreset preset = newer(remote("azure", "Azure OpenAI", "https://my-resource.openai.azure.com/openai/v1"));
    preset.keyHeader = "api-key";
    preset.query = QStringLiteral("api-version=preview");
    return preset;
}

}

const QList<EndpointPreset> &endpointPresets()
{
    static const QList<EndpointPreset> presets {
        newer(remote("xai", "xAI", "https://api.x.ai/v1")),
        newer(remote("xai-us", "xAI (United States)", "https://us.api.x.ai/v1")),
        newer(remote("openai", "OpenAI", "https://api.openai.com/v1")),
        remote("openrouter", "OpenRouter", "https://openrouter.ai/api/v1"),
        remote("groq", "Groq", "https://api.groq.com/openai/v1"),
        mistral(),
        deepSeek(),
        azure(),
        remote("gemini", "Google Gemini", "https://generativelanguage.googleapis.com/v1beta/openai"),
        remote("together", "Together", "https://api.together.xyz/v1"),
        local("ollama", "Ollama", 11434),
        local("lmstudio", "LM Studio", 1234),
        local("llamacpp", "llama.cpp", 8080),
        local("vllm", "vLLM", 8000),
    };
    return presets;
}

Endpoint endpointFrom(const EndpointPreset &preset)
{
    Endpoint endpoint;
    endpoint.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    endpoint.name = preset.name;
    endpoint.baseUrl = QUrl(preset.address);
    endpoint.needsKey = preset.needsKey;
    endpoint.profile.outputLimitField = preset.outputLimitField;
    endpoint.profile.sendsStreamOptions = preset.sendsStreamOptions;
    endpoint.profile.keyHeader = preset.keyHeader;
    endpoint.profile.query = preset.query;
    endpoint.profile.seedField = preset.seedField;
    endpoint.profile.requiredToolWord = preset.requiredToolWord;
    endpoint.profile.echoesReasoning = preset.echoesReasoning;
    return endpoint;
}
