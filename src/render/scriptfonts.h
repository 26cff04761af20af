// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "transcripttheme.h"

#include <QStringView>

#include <set>
#include <utility>
#include <vector>

// Fonts of scripts that the text fonts do not have. The first word of one in each size, weight and slant costs milliseconds, and
// tens of them where no installed font has it. So once a script has been seen in one look, the other looks that an answer may use it
// in are made ready, one at a time, whenever warmNext() is called: nothing is loaded for scripts that nobody reads. UI thread.
class ScriptFonts
{
public:
    // Looks for scripts that are new.
    void note(QStringView text);
    bool hasMore() const { return !m_waiting.empty(); }
    // Makes one look ready; does nothing when none waits.
    void warmNext(const TranscriptTheme &theme);
    // Other sizes: what was seen is made ready again when it is seen again.
    void forget();

    // For tests.
    int warmedLooks() const { return m_warmedLooks; }

    static constexpr int Looks = 6;             // of a script
    static constexpr int MostScripts = 8;       // a text may name them all

private:
    struct Waiting { QString sample; int look = 0; };

    std::set<int> m_seen;
    std::vector<Waiting> m_waiting;              // the last one is next
    int m_warmedLooks = 0;
};
