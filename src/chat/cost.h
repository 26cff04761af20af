// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "modelinfo.h"
#include "transport.h"
#include "usage.h"

#include <QUrl>

#include <optional>

// What is paid on top of the list of prices.
struct PriceFactors
{
    bool isPriority = false;   // the answer itself says that it was served so: twice the price
    bool isUsHost = false;     // processed in the United States alone: a tenth more
};
PriceFactors priceFactors(const QUrl &endpoint, const QString &answeredTier);

// What an answer cost in ticks by the model's prices (reference 9.3), for servers that do not say it themselves.
// None where a price that is needed is unknown.
std::optional<qint64> costTicks(const Usage &usage, const ModelInfo &model, const PriceFactors &factors = {});

// Without a total only the server tells whether the thinking stands beside the answer's tokens: at xAI's Chat Completions it does
// (reference 5.4). Gives such a usage its total.
void completeTotal(Usage &usage, const QUrl &endpoint, Transport way);

// "$0.0031", "< $0.0001": as the person writes money.
QString dollarsText(qint64 ticks);
// The same with a mark that it is an estimate; "less than" says that already.
QString estimatedDollarsText(qint64 ticks);
