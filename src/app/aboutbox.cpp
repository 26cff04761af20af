// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "aboutbox.h"

#include "icons.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QSslSocket>

#include <sqlite3.h>

static QString translated(const char *text)
{
    return QCoreApplication::translate("AboutBox", text);
}

void showAboutBox(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(translated(QT_TRANSLATE_NOOP("AboutBox", "About Grackle")));
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(programIcon().pixmap(64));
    box->setText(QStringLiteral("Grackle %1").arg(QStringLiteral(GRACKLE_VERSION)));
    const QString versions = QStringLiteral("Qt %1\nSQLite %2\n%3").arg(QLatin1String(qVersion()), QLatin1String(sqlite3_libversion()),
                                                                       QSslSocket::sslLibraryVersionString());
    box->setInformativeText(translated(QT_TRANSLATE_NOOP("AboutBox", "A native chat client for the xAI API and every server that speaks the same language.\n\nLicence: MIT"))
                            + QStringLiteral("\n\n") + versions);
    box->addButton(QMessageBox::Close);
    box->open();
}
