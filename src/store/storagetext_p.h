// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QCoreApplication>

// The translation context of this module's sentences: Storage::tr("…").
class Storage
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

inline Error storageProblem(ErrorKind kind, const QString &message, const QString &detail = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.detail = detail;
    return error;
}
