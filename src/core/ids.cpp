// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "ids.h"

#include <QRandomGenerator>

QUuid createUuid7(std::chrono::milliseconds sinceEpoch)
{
    const quint64 time = quint64(sinceEpoch.count()) & 0xffff'ffff'ffffull;
    const quint64 random = QRandomGenerator::system()->generate64();
    const quint32 more = QRandomGenerator::system()->generate();
    const auto byte = [random](int index) { return uchar(random >> (8 * index)); };
    return QUuid(uint(time >> 16), ushort(time & 0xffff), ushort(0x7000 | (more & 0x0fff)),
                 uchar(0x80 | (byte(0) & 0x3f)), byte(1), byte(2), byte(3), byte(4), byte(5), byte(6), byte(7));
}
