// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "message.h"

#include <array>
#include <utility>

namespace {

template<typename T>
using Named = std::pair<T, QLatin1StringView>;

constexpr std::array RoleNames { Named<Role> { Role::System, QLatin1StringView("system") }, Named<Role> { Role::User, QLatin1StringView("user") },
                                 Named<Role> { Role::Assistant, QLatin1StringView("assistant") }, Named<Role> { Role::Tool, QLatin1StringView("tool") },
                                 Named<Role> { Role::Developer, QLatin1StringView("developer") } };
constexpr std::array DetailNames { Named<ImageDetail> { ImageDetail::Auto, QLatin1StringView("auto") },
                                   Named<ImageDetail> { ImageDetail::Low, QLatin1StringView("low") },
                                   Named<ImageDetail> { ImageDetail::High, QLatin1StringView("high") } };
constexpr std::array StateNames { Named<MessageState> { MessageState::Complete, QLatin1StringView("complete") },
                                  Named<MessageState> { MessageState::Streaming, QLatin1StringView("streaming") },
                                  Named<MessageState> { MessageState::Stopped, QLatin1StringView("stopped") },
                                  Named<MessageState> { MessageState::CutOff, QLatin1StringView("cut_off") },
                                  Named<MessageState> { MessageState::Failed, QLatin1StringView("failed") } };
constexpr std::array FinishNames { Named<FinishReason> { FinishReason::Unknown, QLatin1StringView("unknown") },
                                   Named<FinishReason> { FinishReason::Stop, QLatin1StringView("stop") },
                                   Named<FinishReason> { FinishReason::Length, QLatin1StringView("length") },
                                   Named<FinishReason> { FinishReason::ToolCalls, QLatin1StringView("tool_calls") },
                                   Named<FinishReason> { FinishReason::ContentFilter, QLatin1StringView("content_filter") },
                                   Named<FinishReason> { FinishReason::Error, QLatin1StringView("error") } };

template<typename T, size_t Count>
QString nameOf(const std::array<Named<T>, Count> &names, T value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return name;
    }
    return {};
}

template<typename T, size_t Count>
std::optional<T> valueOf(const std::array<Named<T>, Count> &names, const QString &text)
{
    for (const auto &[value, name] : names) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

}

QString textOf(const Message &message)
{
    QString text;
    bool isFirst = true;
    for (const ContentPart &part : message.parts) {
        const auto *textPart = std::get_if<TextPart>(&part);
        if (!textPart)
            continue;
        if (isFirst)
            text = textPart->text;   // shares the only part's buffer, which is the common case
        else
            text += QStringLiteral("\n\n") + textPart->text;
        isFirst = false;
    }
    return text;
}

std::vector<ImagePart> imagesOf(const Message &message)
{
    std::vector<ImagePart> images;
    for (const ContentPart &part : message.parts) {
        if (const auto *image = std::get_if<ImagePart>(&part))
            images.push_back(*image);
    }
    return images;
}

QString roleName(Role role) { return nameOf(RoleNames, role); }
std::optional<Role> roleFromName(const QString &name) { return valueOf(RoleNames, name); }
QString imageDetailName(ImageDetail detail) { return nameOf(DetailNames, detail); }
std::optional<ImageDetail> imageDetailFromName(const QString &name) { return valueOf(DetailNames, name); }
QString messageStateName(MessageState state) { return nameOf(StateNames, state); }
std::optional<MessageState> messageStateFromName(const QString &name) { return valueOf(StateNames, name); }
QString finishReasonName(FinishReason reason) { return nameOf(FinishNames, reason); }
