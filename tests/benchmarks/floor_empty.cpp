// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The floor `empty`: an empty main window, linked like the product, with a database and an access manager open.
// Prints `usable CPU_MS` after its first paint, then stays until its standard input closes.

#include "processcpu.h"

#include <QApplication>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QPaintEvent>
#include <QPrintPreviewDialog>
#include <QSocketNotifier>
#include <QSvgRenderer>
#include <QTimer>

#include <cstdio>
#include <qt6keychain/keychain.h>
#include <sqlite3.h>
#include <unistd.h>

namespace {

class Window : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (m_hasPainted)
            return;
        m_hasPainted = true;
        QTimer::singleShot(0, this, [] {
            std::printf("usable %.3f\n", processCpuMs());
            std::fflush(stdout);
        });
    }

private:
    bool m_hasPainted = false;
};

}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    sqlite3 *database = nullptr;
    if (argc != 2 || sqlite3_open(argv[1], &database) != SQLITE_OK)
        return 2;
    sqlite3_exec(database, "PRAGMA journal_mode=WAL; SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    QNetworkAccessManager manager;
    // Linked like the product: the linker drops a library of which nothing is named.
    const QKeychain::ReadPasswordJob keychain(QStringLiteral("org.grackle.Benchmark"));
    for (const QMetaObject *named : { &QSvgRenderer::staticMetaObject, &QPrintPreviewDialog::staticMetaObject })
        application.setProperty("linked", QLatin1String(named->className()));

    Window window;
    window.resize(1280, 820);
    window.show();
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&application] { application.quit(); });
    const int status = application.exec();
    sqlite3_close(database);
    return status;
}
