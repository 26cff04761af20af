// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "modelinfo.h"
#include "usage.h"

#include <optional>

// What an answer cost in ticks by the model's prices (reference 9.3), for servers that do not say it themselves.
// None where a price that is needed is unknown.
std::optional<qint64> costTicks(const Usage &usage, const ModelInfo &model);

// "$0.0031", "< $0.0001": as the person writes money.
QString dollarsText(qint64 ticks);
