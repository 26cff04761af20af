// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QString>

// Writes code into a file, whole or not at all, readable by nobody else. Gives back the file's name without its folder.
Result<QString> writeCodeFile(const QString &path, const QString &code);
