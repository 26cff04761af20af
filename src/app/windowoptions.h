// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

// What the command line asks of the window.
struct WindowOptions
{
    QString dataFolder;                // empty: GRACKLE_DATA_DIR, else the platform's place
    std::optional<QUrl> endpoint;      // base URL for this run
    QString modelId;
    bool practice = false;
    QString send;                      // sent at once
    QStringList images;                // with it, or into a new draft
    QString traceFile;
    QStringList files;                 // conversation documents and pictures
    bool wantsVersion = false;
    bool wantsHelp = false;
};

// `arguments` without the program's name. InvalidInput for an option that does not exist, lacks its value, or for a base
// URL that is none.
Result<WindowOptions> parseWindowOptions(const QStringList &arguments);
QString windowHelp();

struct DataPlaces
{
    QString library;       // folder
    QString settings;      // INI file
    QString cache;         // folder
};
// With a data folder of one's own everything lies inside it.
DataPlaces dataPlaces(const QString &dataFolder);
