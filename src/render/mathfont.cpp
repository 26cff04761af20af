// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathfont.h"

#include <QFont>
#include <QFontDatabase>
#include <QHash>

#include <array>

namespace {

constexpr int FirstValueRecord = 4;      // constants before it are single numbers, after it value records of four bytes
constexpr int ConstantCount = int(MathConstant::RadicalDegreeBottomRaisePercent) + 1;

// Big-endian numbers of a font table. Reading outside gives 0: a broken font gives odd formulas, not a crash.
class TableReader
{
public:
    explicit TableReader(QByteArrayView bytes) : m_bytes(bytes) {}
    quint16 u16(qsizetype at) const
    {
        if (at < 0 || at + 2 > m_bytes.size())
            return 0;
        return quint16((quint8(m_bytes[at]) << 8) | quint8(m_bytes[at + 1]));
    }
    qint16 i16(qsizetype at) const { return qint16(u16(at)); }

private:
    QByteArrayView m_bytes;
};

// The glyphs of a coverage table, in order.
std::vector<quint16> coverage(const TableReader &table, qsizetype at)
{
    std::vector<quint16> glyphs;
    const int count = table.u16(at + 2);
    if (table.u16(at) == 1) {
        for (int i = 0; i < count; ++i)
            glyphs.push_back(table.u16(at + 4 + 2 * i));
    } else {
        for (int i = 0; i < count; ++i) {
            const quint16 first = table.u16(at + 4 + 6 * i);
            const quint16 last = table.u16(at + 6 + 6 * i);
            for (int glyph = first; glyph <= last && glyphs.size() < 65536; ++glyph)
                glyphs.push_back(quint16(glyph));
        }
    }
    return glyphs;
}

// A table of coverage and value records: glyph to value in font units.
QHash<quint32, qint16> valuesOf(const TableReader &table, qsizetype at)
{
    QHash<quint32, qint16> values;
    const std::vector<quint16> glyphs = coverage(table, at + table.u16(at));
    const int count = table.u16(at + 2);
    for (int i = 0; i < count && i < int(glyphs.size()); ++i)
        values.insert(glyphs[size_t(i)], table.i16(at + 4 + 4 * i));
    return values;
}

QHash<quint32, qsizetype> constructionsOf(const TableReader &table, qsizetype variants, qsizetype coverageAt, int count, qsizetype offsetsAt)
{
    QHash<quint32, qsizetype> constructions;
    if (coverageAt == variants)
        return constructions;
    const std::vector<quint16> glyphs = coverage(table, coverageAt);
    for (int i = 0; i < count && i < int(glyphs.size()); ++i)
        constructions.insert(glyphs[size_t(i)], variants + table.u16(offsetsAt + 2 * i));
    return constructions;
}

// The family is the same for the whole process: asking every font for its tables costs tens of milliseconds.
const QString &mathFamily()
{
    static const QString Family = [] {
        const QStringList families = QFontDatabase::families();
        const QString preferred = QStringLiteral("Latin Modern Math");
        if (families.contains(preferred))
            return preferred;
        for (const QString &family : families) {
            if (!family.contains(QLatin1StringView("math"), Qt::CaseInsensitive))
                continue;
            if (!QRawFont::fromFont(QFont(family)).fontTable("MATH").isEmpty())
                return family;
        }
        return QString();
    }();
    return Family;
}

}

struct MathFont::Face
{
    std::array<QRawFont, 3> fonts;
    std::array<double, 3> scales {};        // pixels per font unit
    std::array<qint16, ConstantCount> constants {};
    QByteArray bytes;
    QHash<quint32, qint16> italicCorrections;
    QHash<quint32, qint16> accentAttachments;
    QHash<quint32, qsizetype> verticals;
    QHash<quint32, qsizetype> horizontals;
    qint16 overlap = 0;

    bool read();
    void readConstants(const TableReader &table, qsizetype at);
};

void MathFont::Face::readConstants(const TableReader &table, qsizetype at)
{
    qsizetype position = at;
    for (int i = 0; i < ConstantCount; ++i) {
        constants[size_t(i)] = table.i16(position);
        const bool isPlain = i < FirstValueRecord || i == int(MathConstant::RadicalDegreeBottomRaisePercent);
        position += isPlain ? 2 : 4;
    }
}

bool MathFont::Face::read()
{
    const TableReader table(bytes);
    const qsizetype constantsAt = table.u16(4);
    const qsizetype glyphInfo = table.u16(6);
    const qsizetype variants = table.u16(8);
    if (!constantsAt || !glyphInfo || !variants)
        return false;
    readConstants(table, constantsAt);
    if (const qsizetype italics = table.u16(glyphInfo))
        italicCorrections = valuesOf(table, glyphInfo + italics);
    if (const qsizetype accents = table.u16(glyphInfo + 2))
        accentAttachments = valuesOf(table, glyphInfo + accents);
    overlap = table.i16(variants);
    const int verticalCount = table.u16(variants + 6);
    const int horizontalCount = table.u16(variants + 8);
    verticals = constructionsOf(table, variants, variants + table.u16(variants + 2), verticalCount, variants + 10);
    horizontals = constructionsOf(table, variants, variants + table.u16(variants + 4), horizontalCount, variants + 10 + 2 * verticalCount);
    return true;
}

MathFont MathFont::fromRawFont(const QRawFont &font, double pixelSize)
{
    auto face = std::make_shared<Face>();
    face->bytes = font.isValid() ? font.fontTable("MATH") : QByteArray();
    if (face->bytes.isEmpty() || !face->read())
        return MathFont();
    const std::array<double, 3> percents { 100.0, double(face->constants[int(MathConstant::ScriptPercentScaleDown)]),
                                           double(face->constants[int(MathConstant::ScriptScriptPercentScaleDown)]) };
    for (size_t level = 0; level < 3; ++level) {
        const double percent = percents[level] >= 30 && percents[level] <= 100 ? percents[level] : 70;
        face->fonts[level] = font;
        face->fonts[level].setPixelSize(pixelSize * percent / 100);
        face->scales[level] = face->fonts[level].pixelSize() / font.unitsPerEm();
    }
    return MathFont(std::move(face));
}

MathFont MathFont::loadFamily(const QString &family, double pixelSize)
{
    if (family.isEmpty())
        return MathFont();
    QFont font(family);
    font.setPixelSize(qMax(1, qRound(pixelSize)));
    font.setStyleStrategy(QFont::NoFontMerging);
    return fromRawFont(QRawFont::fromFont(font), pixelSize);
}

MathFont MathFont::load(double pixelSize)
{
    return loadFamily(mathFamily(), pixelSize);
}

const QRawFont &MathFont::rawFont(int level) const
{
    return m_face->fonts[size_t(level)];
}

double MathFont::pixelSize(int level) const
{
    return m_face->fonts[size_t(level)].pixelSize();
}

double MathFont::constant(MathConstant constant, int level) const
{
    const double value = m_face->constants[size_t(constant)];
    const bool isPercent = constant == MathConstant::ScriptPercentScaleDown || constant == MathConstant::ScriptScriptPercentScaleDown
            || constant == MathConstant::RadicalDegreeBottomRaisePercent;
    return isPercent ? value : value * m_face->scales[size_t(level)];
}

quint32 MathFont::glyphFor(char32_t character) const
{
    const QList<quint32> glyphs = m_face->fonts[0].glyphIndexesForString(QString::fromUcs4(&character, 1));
    return glyphs.isEmpty() ? 0 : glyphs.first();
}

double MathFont::italicCorrection(quint32 glyph, int level) const
{
    return m_face->italicCorrections.value(glyph) * m_face->scales[size_t(level)];
}

double MathFont::accentAttachment(quint32 glyph, int level) const
{
    if (const auto found = m_face->accentAttachments.constFind(glyph); found != m_face->accentAttachments.constEnd())
        return *found * m_face->scales[size_t(level)];
    const QList<QPointF> advances = rawFont(level).advancesForGlyphIndexes({ glyph });
    const double advance = advances.isEmpty() ? 0 : advances.first().x();
    return (advance + italicCorrection(glyph, level)) / 2;
}

MathFont::Construction MathFont::construction(quint32 glyph, int level, bool isVertical) const
{
    Construction result;
    const QHash<quint32, qsizetype> &constructions = isVertical ? m_face->verticals : m_face->horizontals;
    const qsizetype at = constructions.value(glyph, -1);
    if (at < 0)
        return result;
    const TableReader table(m_face->bytes);
    const double scale = m_face->scales[size_t(level)];
    const int count = table.u16(at + 2);
    for (int i = 0; i < count; ++i)
        result.variants.push_back({ table.u16(at + 4 + 4 * i), table.u16(at + 6 + 4 * i) * scale });
    if (const qsizetype assembly = table.u16(at)) {
        const qsizetype partsAt = at + assembly;
        const int parts = table.u16(partsAt + 4);
        for (int i = 0; i < parts; ++i) {
            const qsizetype part = partsAt + 6 + 10 * i;
            result.parts.push_back({ table.u16(part), table.u16(part + 2) * scale, table.u16(part + 4) * scale, table.u16(part + 6) * scale, (table.u16(part + 8) & 1) != 0 });
        }
    }
    return result;
}

MathFont::Construction MathFont::vertical(quint32 glyph, int level) const { return construction(glyph, level, true); }
MathFont::Construction MathFont::horizontal(quint32 glyph, int level) const { return construction(glyph, level, false); }

double MathFont::minimumConnectorOverlap(int level) const
{
    return m_face->overlap * m_face->scales[size_t(level)];
}
