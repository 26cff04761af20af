// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

// Installs the texts of `language` (empty: the desktop's), ours and Qt's own. Of English there are the plural forms alone.
void installTranslations(QCoreApplication &application, const QString &language);
// Codes of the languages there is a translation for, English apart.
QStringList translatedLanguages();
