// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

// "grok-4.7 · 1,204 tokens · $0.0031 · 12.4 s" by the current locale; parts that are not known are left out.
QString infoLine(const AnswerInfo &answer);
