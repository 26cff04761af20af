// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

// Shows name, version and the versions of what the program runs with; closes itself.
void showAboutBox(QWidget *parent);
