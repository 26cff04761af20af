// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "error.h"
#include "result.h"
#include "transport.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

// Clocks of a request (R2). The whole answer has none.
struct TimeLimits
{
    std::chrono::milliseconds connect = std::chrono::seconds(15);
    std::chrono::milliseconds upload = std::chrono::seconds(30);         // without a byte going out
    std::chrono::milliseconds silence = std::chrono::seconds(300);       // without a parsed payload
    std::chrono::milliseconds reasoningSilence = std::chrono::seconds(3600);
    bool operator==(const TimeLimits &) const = default;
};

// What the chat template of a model may refuse of the messages themselves (reference 12.8), in the place of a field's name.
namespace refusedroles {
inline constexpr QLatin1StringView System("messages.system");   // a system role: its texts stand in front of the first question
inline constexpr QLatin1StringView Tool("messages.tool");       // results of calls as such: they are told in words
inline constexpr QLatin1StringView Order("messages.order");     // roles in any order: one system text in front, no neighbours of a role
}

// What one model of a server wants otherwise than the rest: learned from a refusal, or set by the person.
struct ModelProfile
{
    Transport transport = Transport::Automatic;   // Automatic: as the server's
    QStringList refusedFields;                    // names on the wire; left out from now on. And of refusedroles
    bool operator==(const ModelProfile &) const = default;
};

// How this server wants requests written (reference 12.14). Reading needs no profile.
struct WireProfile
{
    QString outputLimitField = QStringLiteral("max_completion_tokens");
    bool sendsStreamOptions = true;
    bool mergesSystemTexts = true;      // one system message, first, and no two neighbours of a role; false: roles in any order
    bool sendsNullBesideToolCalls = false;
    QByteArray keyHeader;               // carries the key alone ("api-key"); empty: Authorization, as a bearer
    QString query;                      // added to each address ("api-version=2025-01-01"); no secrets
    QString systemRole = QStringLiteral("system");   // what the texts that are merged are sent as
    QString seedField = QStringLiteral("seed");              // "random_seed" at some servers
    QString requiredToolWord = QStringLiteral("required");   // "any" at some servers
    bool echoesReasoning = false;       // thinking goes back with the tool calls it led to
    bool toolResultsAsText = false;     // results of calls are sent as the person's words, to templates without tools
    Transport transport = Transport::Automatic;
    bool streams = true;                // false: answers come whole
    QMap<QString, ModelProfile> models; // by model id
    bool operator==(const WireProfile &) const = default;
};

// The way to a server.
struct ProxyChoice
{
    enum class Kind { System, None, Http, Socks5 };
    Kind kind = Kind::System;
    QString host;               // Http and Socks5
    int port = 0;
    QString user;               // empty: no login
    ApiKey password;            // kept like a key, under origin(); never written with the rest
    // "http://proxy.example:3128": what its password belongs to. Empty without an own proxy.
    QString origin() const;
    bool operator==(const ProxyChoice &) const = default;
};
QString proxyKindName(ProxyChoice::Kind kind);
std::optional<ProxyChoice::Kind> proxyKindFromName(const QString &name);

// Base URL plus what identifies an API.
struct Endpoint
{
    QString id;                 // stable, made by us: "xai", "practice", or a UUID
    QString name;               // for people
    QUrl baseUrl;               // normalised: with the version path, no trailing slash
    WireProfile profile;
    TimeLimits timeLimits;
    QList<std::pair<QByteArray, QByteArray>> headers;   // the person's own, never Authorization
    ProxyChoice proxy;
    QString caFile;             // PEM file of authorities to trust besides the system's; empty: none
    QJsonObject extraBody;      // merged into each request last, for what this program has no field for
    bool needsKey = true;
    bool isPractice = false;    // always shown as practice

    // "https://api.x.ai" with scheme, host and an explicit port where it is not the default: what a key belongs to.
    QString origin() const;
    bool operator==(const Endpoint &) const = default;
};
Q_DECLARE_METATYPE(Endpoint)

Endpoint xaiEndpoint();

// Accepts "api.x.ai", "https://api.x.ai/v1/", "http://127.0.0.1:8080": adds the scheme (https; http for loopback) and
// "/v1" where there is no path, drops the trailing slash, query and fragment. Refuses user info, other schemes and
// plain http to hosts other than loopback, each with its own sentence (InvalidInput).
Result<QUrl> baseUrlFromUserInput(const QString &text);
bool isLoopback(const QUrl &url);

// A key is sent by https, or by http to loopback only.
bool mayCarryKey(const QUrl &url);
