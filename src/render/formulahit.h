// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "messagelayout.h"

// The TeX source of the formula that is shown at `point`, inline or on its own; empty: there is none.
QString formulaAt(const MessageLayout &message, const QPointF &point);
