// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcripttheme.h"

#include <QTest>

#include <cmath>

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double brighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

}

class TestTranscriptTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingButFaintTextCanBeRead_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(TranscriptTheme::Scheme::Light);
        QTest::newRow("dark") << int(TranscriptTheme::Scheme::Dark);
    }
    void everythingButFaintTextCanBeRead()
    {
        QFETCH(int, scheme);
        const TranscriptThemePointer theme = makeTranscriptTheme({ .scheme = TranscriptTheme::Scheme(scheme),
                                                                   .textFamily = {}, .codeFamily = {}, .accent = {} });
        const TranscriptTheme::Colors &c = theme->colors;
        const std::vector<std::pair<QColor, QColor>> pairs = {
            { c.text, c.page }, { c.secondary, c.page }, { c.accent, c.page }, { c.onAccent, c.accent },
            { c.text, c.userBlock }, { c.accent, c.userBlock }, { c.text, c.codeBackground }, { c.secondary, c.codeBackground },
            { c.codeKeyword, c.codeBackground }, { c.codeString, c.codeBackground }, { c.codeComment, c.codeBackground },
            { c.codeName, c.codeBackground }, { c.codeNumber, c.codeBackground }, { c.codeAdded, c.codeBackground },
            { c.codeRemoved, c.codeBackground }, { c.text, c.waitNotice }, { c.text, c.errorNotice },
            { c.text, c.informationNotice }, { c.text, c.selection }, { c.text, c.searchMark }, { c.accent, c.accentTint },
        };
        for (size_t i = 0; i < pairs.size(); ++i) {
            const double ratio = contrast(pairs[i].first, pairs[i].second);
            QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("pair %1: %2").arg(i).arg(ratio)));
        }
    }

    void everySizeGrowsWithTheZoom()
    {
        const TranscriptThemePointer normal = makeTranscriptTheme();
        const TranscriptThemePointer twice = makeTranscriptTheme({ .zoom = 2.0, .textFamily = {}, .codeFamily = {}, .accent = {} });

        QCOMPARE(normal->text.pixelSize(), 14);
        QCOMPARE(normal->code.pixelSize(), 13);
        QCOMPARE(normal->lineHeight, 21);
        QCOMPARE(normal->columnWidth, 700);
        QCOMPARE(twice->text.pixelSize(), 28);
        QCOMPARE(twice->lineHeight, 42);
        QCOMPARE(twice->step, 8);
        QCOMPARE(twice->columnWidth, 1400);
    }
};

QTEST_MAIN(TestTranscriptTheme)
#include "tst_transcripttheme.moc"
