// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

class Composer;
class ConversationController;

// Keeps the composer's estimate of what sending takes up to date.
class EstimateLine : public QObject
{
    Q_OBJECT
public:
    explicit EstimateLine(Composer &composer, QObject *parent = nullptr);
    void show(ConversationController *controller);
    void refresh();

private:
    Composer &m_composer;
    QPointer<ConversationController> m_controller;
};
