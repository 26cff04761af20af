// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "scriptfonts.h"

#include <QGlyphRun>
#include <QTextLayout>

#include <memory>

namespace {

// Below are the scripts that every text font has.
constexpr char16_t firstForeign = 0x0590;

bool isForeign(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Unknown:
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
        return false;
    default:
        return true;
    }
}

// What was seen in plain text is likely to come in bold, then in headings, code and slanted.
QFont fontOf(int look, const TranscriptTheme &theme)
{
    QFont font = look == 4 ? theme.code : look >= 1 && look <= 3 ? theme.headingFont(4 - look) : theme.text;
    if (look == 0)
        font.setBold(true);
    font.setItalic(look == 5);
    return font;
}

std::unique_ptr<QTextLayout> laidOut(const QString &sample, const QFont &font)
{
    auto layout = std::make_unique<QTextLayout>(sample, font);
    layout->beginLayout();
    QTextLine line = layout->createLine();
    if (line.isValid())
        line.setLineWidth(1000);
    layout->endLayout();
    return layout;
}

// No font has it where a box is drawn: glyph 0.
bool isDrawn(const QString &sample, const QFont &font)
{
    for (const QGlyphRun &run : laidOut(sample, font)->glyphRuns()) {
        if (run.glyphIndexes().contains(0))
            return false;
    }
    return true;
}

}

void ScriptFonts::note(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).unicode() < firstForeign)
            continue;
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const QChar::Script script = QChar::script(isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : char32_t(text.at(i).unicode()));
        if (isForeign(script) && m_seen.size() < MostScripts && m_seen.insert(int(script)).second) {
            const QString sample = text.sliced(i, isPair ? 2 : 1).toString();
            for (int look = Looks - 1; look >= 0; --look)
                m_waiting.push_back({ sample, look });
        }
        i += isPair ? 1 : 0;
    }
}

void ScriptFonts::warmNext(const TranscriptTheme &theme)
{
    if (m_waiting.empty())
        return;
    const Waiting next = std::move(m_waiting.back());
    m_waiting.pop_back();
    // To look through all fonts in vain is what costs most, and would show boxes too.
    if (next.look == 0 && !isDrawn(next.sample, theme.text)) {
        m_waiting.resize(m_waiting.size() - (Looks - 1));
        return;
    }
    ++m_warmedLooks;
    laidOut(next.sample, fontOf(next.look, theme));
}

void ScriptFonts::forget()
{
    m_seen.clear();
    m_waiting.clear();
}
