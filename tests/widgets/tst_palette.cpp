// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "palette.h"

#include <QTest>

class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRatioIsTheOneOfTheGuidelines();
    void whatMustBeReadHasEnoughContrast_data();
    void whatMustBeReadHasEnoughContrast();
    void aPaletteTellsItsOwnScheme();
    void theAccentOfThePaletteIsKept();
};

void TestPalette::theRatioIsTheOneOfTheGuidelines()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestPalette::whatMustBeReadHasEnoughContrast_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");
    for (const auto &[scheme, colors] : { std::pair { "light", lightColors() }, std::pair { "dark", darkColors() } }) {
        const std::pair<const char *, QColor> texts[] = { { "text", colors.text }, { "secondary", colors.secondary } };
        const std::pair<const char *, QColor> surfaces[] = {
            { "page", colors.page }, { "pane", colors.pane }, { "message", colors.message }, { "selected row", colors.selectedRow },
            { "wait notice", colors.waitNotice }, { "error notice", colors.errorNotice }, { "accent tint", colors.accentTint },
        };
        for (const auto &[textName, text] : texts) {
            for (const auto &[surfaceName, surface] : surfaces)
                QTest::addRow("%s: %s on %s", scheme, textName, surfaceName) << text << surface;
        }
        QTest::addRow("%s: text on accent", scheme) << colors.accentText << colors.accent;
        QTest::addRow("%s: link", scheme) << colors.accent << colors.page;
        QTest::addRow("%s: good", scheme) << colors.good << colors.page;
        QTest::addRow("%s: bad", scheme) << colors.bad << colors.page;
        QTest::addRow("%s: draft", scheme) << colors.draft << colors.pane;
        QTest::addRow("%s: draft in the selected row", scheme) << colors.draft << colors.selectedRow;
    }
}

void TestPalette::whatMustBeReadHasEnoughContrast()
{
    QFETCH(QColor, text);
    QFETCH(QColor, background);

    const double ratio = contrastRatio(text, background);

    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("only %1 : 1").arg(ratio)));
}

void TestPalette::aPaletteTellsItsOwnScheme()
{
    QVERIFY(!isDark(paletteFrom(lightColors())));
    QVERIFY(isDark(paletteFrom(darkColors())));
    QCOMPARE(colorsOf(paletteFrom(darkColors())).pane, darkColors().pane);
}

void TestPalette::theAccentOfThePaletteIsKept()
{
    QPalette palette = paletteFrom(lightColors());
    palette.setColor(QPalette::Highlight, Qt::darkGreen);

    QCOMPARE(colorsOf(palette).accent, QColor(Qt::darkGreen));
}

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
