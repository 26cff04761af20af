// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

struct Calculation
{
    QString expression;              // as it was read: "2 + 3 × 4"
    std::optional<double> value;     // none after a division by zero
};

// Works out questions like "What is 2 + 3 * 4?": numbers, + - * / and parentheses, the usual order.
// Nothing when the question is anything else.
std::optional<Calculation> calculate(const QString &question);

// "14", "0.3", "1234567.5": up to fifteen digits, no grouping.
QString numberText(double value);
