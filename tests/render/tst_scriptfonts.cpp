// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "scriptfonts.h"

#include <QTest>

class TestScriptFonts : public QObject
{
    Q_OBJECT

    static int warmAll(ScriptFonts &fonts)
    {
        const TranscriptThemePointer theme = makeTranscriptTheme({ .textFamily = {}, .codeFamily = {}, .accent = {} });
        const int before = fonts.warmedLooks();
        while (fonts.hasMore())
            fonts.warmNext(*theme);
        return fonts.warmedLooks() - before;
    }

private Q_SLOTS:
    void textThatEveryFontHasWarmsNothing()
    {
        ScriptFonts fonts;
        fonts.note(u"Words, größer, Ελληνικά, Русский → ∀ 🚀 “quoted”");
        QVERIFY(!fonts.hasMore());
    }

    void aScriptIsMadeReadyOnceInEachLook()
    {
        ScriptFonts fonts;
        fonts.note(u"plain שלום and again שלום");
        QVERIFY(fonts.hasMore());
        QCOMPARE(warmAll(fonts), ScriptFonts::Looks);
        fonts.note(u"עוד");
        QCOMPARE(warmAll(fonts), 0);
        fonts.note(u"עוד سلام");
        QCOMPARE(warmAll(fonts), ScriptFonts::Looks);
    }

    void otherSizesBeginAnew()
    {
        ScriptFonts fonts;
        fonts.note(u"שלום");
        fonts.forget();
        QVERIFY(!fonts.hasMore());
        fonts.note(u"שלום");
        QCOMPARE(warmAll(fonts), ScriptFonts::Looks);
    }

    void aTextThatNamesAllScriptsWarmsFew()
    {
        QString all;
        for (char32_t c = 0x0590; c < 0x20000; c += 16)
            all += QString::fromUcs4(&c, 1);
        ScriptFonts fonts;
        fonts.note(all);
        QVERIFY(warmAll(fonts) <= ScriptFonts::MostScripts * ScriptFonts::Looks);
    }

    // A look through all fonts in vain is dear, and ends in a box whatever the look.
    void aScriptThatNoFontHasIsNotLookedForAgain()
    {
        ScriptFonts fonts;
        const char32_t anatolianSign = 0x14400;
        fonts.note(QString::fromUcs4(&anatolianSign, 1));
        QVERIFY(fonts.hasMore());
        if (warmAll(fonts) > 0)
            QSKIP("A font with Anatolian hieroglyphs is installed here.");
        QVERIFY(!fonts.hasMore());
    }

    void halfACharacterIsNoScript()
    {
        ScriptFonts fonts;
        fonts.note(QString(QChar(0xD83A)));
        QVERIFY(!fonts.hasMore());
    }
};

QTEST_MAIN(TestScriptFonts)
#include "tst_scriptfonts.moc"
