// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "exchange.h"

#include <QDialog>

#include <memory>

namespace Ui {
class InspectorDialog;
}

// What went over the wire for one answer: times, request, reply, events. A try each, where there were several.
class InspectorDialog : public QDialog
{
    Q_OBJECT
public:
    explicit InspectorDialog(const QList<Exchange> &exchanges, QWidget *parent = nullptr);
    ~InspectorDialog() override;

Q_SIGNALS:
    void copyRequested(const QString &text);     // to the clipboard
    void replayRequested();                      // ask the same again

private:
    void showTry(int index);

    QList<Exchange> m_exchanges;
    std::unique_ptr<Ui::InspectorDialog> m_ui;
};

// "Connected after 12 ms", a line each; the rate of the reply where it can be said.
QString timesText(const Exchange &exchange);
// Header lines and body as they went, JSON indented.
QString requestText(const Exchange &exchange);
QString replyText(const Exchange &exchange);
