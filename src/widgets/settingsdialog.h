// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "endpoint.h"
#include "endpointbook.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SettingsDialog;
}

// What a person may set about writing and the window. Values as in store/settings.h.
struct Preferences
{
    bool sendsOnEnter = true;
    QString theme = QStringLiteral("system");
    int zoomPercent = 100;
    QString language;
    int maxImageEdge = 2048;       // 0: pictures keep their size
    bool tellsOfAnswers = true;
    bool titlesByModel = false;
    QString titleModel;            // empty: the conversation's own
    bool operator==(const Preferences &) const = default;
};

// Servers with their keys, and preferences. Everything takes effect at once; there is nothing to apply.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    // `languages`: codes there is a translation for, English apart.
    SettingsDialog(EndpointBook &endpoints, const Preferences &preferences, const QStringList &languages, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    Preferences preferences() const;

Q_SIGNALS:
    void preferencesChanged(const Preferences &preferences);

private:
    void fillPreferences(const Preferences &preferences, const QStringList &languages);
    void connectEndpoints();
    void fillEndpoints();
    Endpoint selectedEndpoint() const;
    void showKeyState();
    void keepKey();
    void addEndpoint();
    void editEndpoint();
    void keepEndpoint(const Endpoint &endpoint, const ApiKey &proxyPassword);
    void findLocalServers();
    void offerLocalServers(const QList<Endpoint> &servers);

    EndpointBook &m_endpoints;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};
