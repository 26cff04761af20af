// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "usage.h"

#include <QJsonObject>

// Token counts and cost under all the names servers use (reference 12.13).
Usage usageFromWire(const QJsonObject &json);

// A number that may come as number or text; `fallback` for anything else, for what is not finite and for what does
// not fit.
qint64 integerFrom(const QJsonValue &value, qint64 fallback = 0);
// US dollars as number or text in ticks.
std::optional<qint64> ticksFromDollars(const QJsonValue &value);
