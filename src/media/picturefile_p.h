// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "imageencoder.h"

#include <QFile>
#include <QUrl>

#include <memory>

// The name of a file as the system has it; it need not be valid text.
QByteArray fileName(const QUrl &url);

// Opens a regular file within the limits. Folders, pipes, devices and sockets are told by stat() alone: opening them
// could wait for ever or do something.
Result<std::unique_ptr<QFile>> openPictureFile(const QByteArray &name, const ImageLimits &limits);
