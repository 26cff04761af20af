// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "error.h"
#include "manualclock.h"
#include "message.h"

#include <QObject>
#include <QTest>

#include <functional>
#include <optional>

// Fails with the error's words.
#define VERIFY_DONE(expression) \
    do { \
        const auto verifiedResult = (expression); \
        QVERIFY2(verifiedResult, qPrintable(errorText(verifiedResult))); \
    } while (false)

template<typename T>
QString errorText(const Result<T> &result)
{
    return result ? QString() : result.error().message + QStringLiteral(" ") + result.error().detail;
}

// Turns a call that ends in `done` into its result. An answer that never comes is a failure of its own kind.
template<typename T, typename Call>
Result<T> resultOf(Call call)
{
    QObject context;
    std::optional<Result<T>> result;
    call(&context, std::function<void(Result<T>)>([&](Result<T> got) { result.emplace(std::move(got)); }));
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) {
        Error error;
        error.kind = ErrorKind::TimedOut;
        error.message = QStringLiteral("no answer came");
        return error;
    }
    return *std::move(result);
}

inline Conversation conversationNamed(const QString &title, const Clock &clock)
{
    Conversation conversation;
    conversation.id = ConversationId::create(clock.sinceEpoch());
    conversation.title = title;
    conversation.createdAtMs = clock.sinceEpoch().count();
    conversation.updatedAtMs = conversation.createdAtMs;
    return conversation;
}

inline Message messageSaying(const QString &text, Role role, const MessageId &parent, const Clock &clock)
{
    Message message;
    message.id = MessageId::create(clock.sinceEpoch());
    message.parentId = parent;
    message.role = role;
    message.parts = { TextPart { text } };
    message.createdAtMs = clock.sinceEpoch().count();
    return message;
}

inline Message runningAnswer(const MessageId &parent, const Clock &clock)
{
    Message message;
    message.id = MessageId::create(clock.sinceEpoch());
    message.parentId = parent;
    message.role = Role::Assistant;
    message.state = MessageState::Streaming;
    message.createdAtMs = clock.sinceEpoch().count();
    message.answer.emplace();
    return message;
}
