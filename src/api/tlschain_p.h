// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QStringList>

// Why a connection is not secure, a line each, then the chain that the server showed.
QStringList tlsProblem(const QList<QSslError> &errors, const QList<QSslCertificate> &chain);

// The system's authorities and those of the endpoint's own file.
QSslConfiguration tlsConfiguration(const Endpoint &endpoint);
// The endpoint's file of authorities cannot be used; nothing must be sent then.
std::optional<Error> authoritiesProblem(const Endpoint &endpoint);
