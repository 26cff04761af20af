// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QString>

// What stands below an answer that is not complete, on paper and in web pages; empty below all others.
QString endingNote(MessageState state);
