// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

#include <memory>

class QNetworkAccessManager;
struct ProxyChoice;

Q_DECLARE_LOGGING_CATEGORY(apiLog)

// A manager for one request. Sharing one would mean to clear its connections before each POST, because Qt sends a POST
// on a stale connection again; and clearing them ends the streams that still run on it.
std::unique_ptr<QNetworkAccessManager> createAccessManager(const ProxyChoice &proxy);
