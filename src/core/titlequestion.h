// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>
#include <QString>

// How a model is asked for the title of a conversation. It stands here because the practice server must know it too.
inline constexpr QLatin1StringView TitleQuestion(
    "Write a title for the conversation below: at most six words, on one line, in the language of the question. Write nothing but the title.");

// What is sent: the beginnings of the first question and of its answer.
inline QString titleRequest(const QString &question, const QString &answer)
{
    constexpr qsizetype MostCharacters = 600;
    const auto beginning = [](const QString &text) { return text.trimmed().left(MostCharacters).trimmed(); };
    return TitleQuestion + QStringLiteral("\n\nQuestion: ") + beginning(question) + QStringLiteral("\n\nAnswer: ") + beginning(answer);
}
