// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The floor `layout`: each line of a text laid out once with QTextLayout, nothing painted. Usage: floor_layout FILE;
// prints `layout MS`, CPU time of the second time (the first one loads fonts).

#include "processcpu.h"

#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QTextLayout>

#include <cstdio>
#include <memory>
#include <vector>

static double layOutMs(const QString &text)
{
    const double before = processCpuMs();
    std::vector<std::unique_ptr<QTextLayout>> layouts;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        auto layout = std::make_unique<QTextLayout>(line, QGuiApplication::font());
        layout->beginLayout();
        for (QTextLine part = layout->createLine(); part.isValid(); part = layout->createLine())
            part.setLineWidth(700);
        layout->endLayout();
        layouts.push_back(std::move(layout));
    }
    return processCpuMs() - before;
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QFile file(argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly)) {
        std::fputs("usage: floor_layout FILE\n", stderr);
        return 2;
    }
    const QString text = QString::fromUtf8(file.readAll());
    layOutMs(text);
    std::printf("layout %.3f\n", layOutMs(text));
    return 0;
}
