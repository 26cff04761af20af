// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

// Which links of model text may be opened at all: http and https with a host, and mailto. Nothing for everything else, for what is not
// strictly a URL, for hidden characters and for user names that pretend to be hosts.
std::optional<QUrl> allowedLink(const QString &target);

// Where a link goes, for people: encoded, the host in ASCII.
QString shownLink(const QUrl &url);

// Where a link in a PDF goes: ASCII that cannot end the string it is written into. Empty for an address that is too long for one.
QString paperAddress(const QUrl &url);

// A text for QToolTip, which would take marks in it for rich text.
QString plainToolTip(const QString &text);
