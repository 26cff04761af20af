// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QString>

// The one place icons come from: resources/icons/NAME.svg, drawn in the palette's text colour at the moment of
// painting, so that a change of theme needs no new icons. Asking for a name that does not exist is a programming error.
QIcon icon(const QString &name);
// The same in a colour of its own (the send button's arrow on the accent).
QIcon icon(const QString &name, const QColor &color);
// The program's own picture, in its own colours.
QIcon programIcon();
