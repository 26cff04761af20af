// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// What stands in libFuzzer's place in an ordinary test run: gives the target each file of the named folders, and what is left of it when
// its end is cut off here and there.
#include "fuzzing.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace {

constexpr qsizetype cuts = 16;

void give(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
}

}

int main(int argc, char **argv)
{
    LLVMFuzzerInitialize(&argc, &argv);
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        const QDir folder(QString::fromLocal8Bit(argv[i]));
        for (const QFileInfo &info : folder.entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "replay: %s cannot be read.\n", qPrintable(info.filePath()));
                return 1;
            }
            const QByteArray bytes = file.readAll();
            // Said before, so that a crash names its file.
            std::printf("%s\n", qPrintable(info.fileName()));
            std::fflush(stdout);
            for (qsizetype cut = 1; cut <= cuts; ++cut)
                give(bytes.first(bytes.size() * cut / cuts));
            ++files;
        }
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}
