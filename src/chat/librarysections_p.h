// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>

// The heading a conversation stands under: "Today", "Yesterday", "Last 7 days", then months by name.
QString sectionTitle(const QDate &day, const QDate &today);
