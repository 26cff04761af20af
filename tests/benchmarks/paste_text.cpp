// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Row 15: 20,000 lines pasted into the composer, up to their paint. Prints one JSON object.

#include "actioncollection.h"
#include "benchsupport.h"
#include "composer.h"
#include "composeredit.h"
#include "processcpu.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

namespace {

constexpr int Lines = 20'000;
constexpr int Rounds = 5;

QString longText()
{
    QString text;
    for (int line = 0; line < Lines; ++line)
        text += QStringLiteral("%1: a line of a log file that somebody wants to have explained\n").arg(line);
    return text;
}

double pasteMs(const QString &text)
{
    ActionCollection actions;
    actions.add(QStringLiteral("attachFiles"), QStringLiteral("Add pictures"));
    Composer composer(actions);
    composer.setMaximumTextHeight(270);
    composer.resize(900, 400);
    composer.show();
    QCoreApplication::processEvents();
    QGuiApplication::clipboard()->setText(text);
    const double before = processCpuMs();
    composer.findChild<ComposerEdit *>()->paste();
    QCoreApplication::processEvents();
    const double used = processCpuMs() - before;
    return composer.textLength() >= text.size() ? used : -1;
}

}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString text = longText();
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round)
        times.push_back(pasteMs(text));
    std::printf("{\"lines\": %d, \"paste_ms\": %.3f}\n", Lines, percentile(times, 0.5));
    return 0;
}
