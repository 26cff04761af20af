// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"

#include <QDialog>

#include <memory>
#include <optional>

class DialectPage;

namespace Ui {
class EndpointDialog;
}

// One server: where it is, how it wants to be asked, and the way to it. Nothing changes before Save.
class EndpointDialog : public QDialog
{
    Q_OBJECT
public:
    // `endpoint` as it is now; unset: a new one, whose kind can be chosen. `modelId`: the one whose way of being asked
    // is shown as an example.
    EndpointDialog(const std::optional<Endpoint> &endpoint, const QString &modelId, QWidget *parent = nullptr);
    ~EndpointDialog() override;

    // What was entered; an Error says what cannot be used.
    Result<Endpoint> endpoint() const;
    // The password of an own proxy, taken out of its field; empty: not entered.
    ApiKey takeProxyPassword();

    void accept() override;      // only what can be used

private:
    void connectFields();
    void fillKinds();
    void takeKind(int index);
    void show(const Endpoint &endpoint);
    void showAddress();
    void showTransport();
    void showProxyFields();
    void showModels();
    void setModelTransport();
    void forgetModel();
    void chooseCaFile();

    std::unique_ptr<Ui::EndpointDialog> m_ui;
    Endpoint m_endpoint;
    QString m_modelId;
    DialectPage *m_dialect;
};

// "Name: value" a line. A line without a colon is an error that names it.
Result<QList<std::pair<QByteArray, QByteArray>>> headersFromText(const QString &text);
QString headersToText(const QList<std::pair<QByteArray, QByteArray>> &headers);
