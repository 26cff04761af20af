// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// A formula, typeset and painted. The first byte says whether it stands in text.
#include "fuzzing.h"
#include "mathformula.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>

#include <cmath>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // As long as the process: a font needs it.
    static QGuiApplication application(*argc, *argv);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    static const MathFormula::Fonts fonts { MathFont::load(17), QFont(), QFontDatabase::systemFont(QFontDatabase::FixedFont) };
    const QString source = QString::fromUtf8(asBytes(bytes + 1, size - 1));
    const auto style = bytes[0] % 2 == 0 ? MathFormula::Style::Displayed : MathFormula::Style::InText;

    const MathFormula formula = MathFormula::typeset(source, style, fonts);

    mustHold(formula.source() == source, "a formula keeps its source");
    for (const double length : { formula.width(), formula.ascent(), formula.descent(), formula.tagWidth() })
        mustHold(std::isfinite(length) && std::abs(length) < 1e7, "a formula has a size");
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    formula.paint(painter, QPointF(2, 40), Qt::black, Qt::red, 60);
    return 0;
}
