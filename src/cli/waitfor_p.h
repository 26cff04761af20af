// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QEventLoop>
#include <QObject>

#include <functional>
#include <optional>

// Turns a call that ends in `done` into its result. For commands, whose whole life is to wait for one thing.
template<typename T, typename Call>
Result<T> waitFor(Call call)
{
    QEventLoop loop;
    std::optional<Result<T>> result;
    call(&loop, std::function<void(Result<T>)>([&](Result<T> got) {
        result.emplace(std::move(got));
        loop.quit();
    }));
    if (!result)
        loop.exec();
    return *std::move(result);
}
