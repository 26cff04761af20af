// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "completionoptions.h"
#include "delta.h"
#include "error.h"
#include "ids.h"
#include "usage.h"

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QUrl>

#include <optional>
#include <variant>
#include <vector>

// Stored as numbers: append only.
enum class Role { System = 0, User = 1, Assistant = 2, Tool = 3, Developer = 4 };
enum class ImageDetail { Auto = 0, Low = 1, High = 2 };
// Streaming: rows still so at start become CutOff.
enum class MessageState { Complete = 0, Streaming = 1, Stopped = 2, CutOff = 3, Failed = 4 };

// SHA-256 of a blob's bytes as 64 lower-case hexadecimal digits; empty: none.
using BlobId = QByteArray;

struct TextPart
{
    QString text;
    bool operator==(const TextPart &) const = default;
};

// A picture: bytes in the blob store (`blob`), or left on the Internet (`url`, when `blob` is empty).
struct ImagePart
{
    BlobId blob;
    QUrl url;
    QByteArray mimeType;      // image/jpeg or image/png
    QString name;             // for people; never used as a path
    QSize pixels;
    qint64 byteCount = 0;
    ImageDetail detail = ImageDetail::Auto;
    bool operator==(const ImagePart &) const = default;
};

using ContentPart = std::variant<TextPart, ImagePart>;

struct ToolCall
{
    QString id;
    QString name;
    QString arguments;   // JSON text as the model wrote it
    bool operator==(const ToolCall &) const = default;
};

// What is known of an answer besides its text.
struct AnswerInfo
{
    QString modelId;          // asked for
    QString answeredBy;       // named by the server
    QUrl endpoint;            // base URL
    QString reasoning;        // visible thinking
    QString refusal;
    FinishReason finishReason = FinishReason::Unknown;
    QString rawFinishReason;
    QString serviceTier;      // as the answer says
    Usage usage;
    qint64 startedAtMs = 0;   // since 1970, UTC
    qint64 thinkingMs = 0;    // start to first text
    qint64 durationMs = 0;
    QList<Citation> citations;
    QList<ServerStep> steps;  // what the server did itself
    QJsonArray carriedItems;  // goes back unchanged to the server it came from
    QStringList notes;        // what the program did on the way, for people
    CompletionOptions options;
    std::optional<Error> error;
    bool operator==(const AnswerInfo &) const = default;
};

// One entry of a conversation. Immutable once its state is not Streaming: an edit is a sibling with the same parent.
struct Message
{
    MessageId id;
    MessageId parentId;       // null: the first of its branch
    Role role = Role::User;
    std::vector<ContentPart> parts;
    MessageState state = MessageState::Complete;
    qint64 createdAtMs = 0;
    QList<ToolCall> toolCalls;             // assistant
    QString toolCallId;                    // tool
    std::optional<AnswerInfo> answer;      // assistant
    bool operator==(const Message &) const = default;
};

// All text parts joined by a blank line.
QString textOf(const Message &message);
std::vector<ImagePart> imagesOf(const Message &message);

// "user", "high", "cut_off": the wire's words where it has them, else ours; stable.
QString roleName(Role role);
std::optional<Role> roleFromName(const QString &name);
QString imageDetailName(ImageDetail detail);
std::optional<ImageDetail> imageDetailFromName(const QString &name);
QString messageStateName(MessageState state);
std::optional<MessageState> messageStateFromName(const QString &name);
QString finishReasonName(FinishReason reason);

// Overload set for std::visit over ContentPart.
template<typename... Callables>
struct Overloads : Callables... { using Callables::operator()...; };
// For Clang before 17.
template<typename... Callables>
Overloads(Callables...) -> Overloads<Callables...>;
