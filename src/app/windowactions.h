// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

class ActionCollection;
class QMenu;
class QWidget;

// Fills the collection with every action of the main window.
void addWindowActions(ActionCollection &actions);
// The menu behind "…", out of the collection.
QMenu *makeWindowMenu(const ActionCollection &actions, QWidget *parent);
