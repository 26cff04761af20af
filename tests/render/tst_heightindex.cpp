// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "heightindex.h"

#include <QRandomGenerator>
#include <QTest>

class TestHeightIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyIndexHasNoRows()
    {
        const HeightIndex index;

        QCOMPARE(index.total(), 0);
        QCOMPARE(index.rowAt(0), qsizetype(-1));
    }

    void rowsAreFoundByTheirPixels()
    {
        HeightIndex index;
        index.reset({ 10, 20, 30 });

        QCOMPARE(index.top(0), 0);
        QCOMPARE(index.top(2), 30);
        QCOMPARE(index.total(), 60);
        QCOMPARE(index.rowAt(-5), 0);
        QCOMPARE(index.rowAt(9), 0);
        QCOMPARE(index.rowAt(10), 1);
        QCOMPARE(index.rowAt(29), 1);
        QCOMPARE(index.rowAt(30), 2);
        QCOMPARE(index.rowAt(1000), 2);
    }

    void everyMixOfChangesKeepsTheSums()
    {
        QRandomGenerator random(7);
        HeightIndex index;
        std::vector<int> plain;
        for (int step = 0; step < 2000; ++step) {
            const int what = int(random.bounded(4));
            if (what == 0 || plain.empty()) {
                const int height = int(random.bounded(1, 500));
                index.append(height);
                plain.push_back(height);
            } else if (what == 1) {
                const int row = int(random.bounded(int(plain.size())));
                const int height = int(random.bounded(1, 500));
                index.setHeight(row, height);
                plain[size_t(row)] = height;
            } else if (what == 2) {
                const int row = int(random.bounded(int(plain.size()) + 1));
                index.insert(row, { 7, 8 });
                plain.insert(plain.begin() + row, { 7, 8 });
            } else {
                const int row = int(random.bounded(int(plain.size())));
                index.remove(row, 1);
                plain.erase(plain.begin() + row);
            }
            qint64 sum = 0;
            for (size_t row = 0; row < plain.size(); ++row) {
                if (step % 50 == 0) {
                    QCOMPARE(index.top(qsizetype(row)), sum);
                    QCOMPARE(index.rowAt(sum), qsizetype(row));
                }
                sum += plain[row];
            }
            QCOMPARE(index.total(), sum);
        }
    }
};

QTEST_GUILESS_MAIN(TestHeightIndex)
#include "tst_heightindex.moc"
