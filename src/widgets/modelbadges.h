// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "modelinfo.h"

#include <QStringList>

// What a model can do, a few words each: "sees images", "reasons", "tools", "500 k context". Nothing for what the server does not say.
QStringList modelBadges(const ModelInfo &model);
// "$2.00 in, $6.00 out" for a million tokens; empty where the list has no prices.
QString modelPriceText(const ModelInfo &model);
// All of it in sentences: also the cached and the long price, the levels of thinking, other names.
QString modelDescription(const ModelInfo &model);
