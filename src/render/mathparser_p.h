// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathnode_p.h"

#include <QStringView>

// TeX mathematics as models write it (LaTeX with amsmath, amssymb, mhchem's \ce). Total: every input gives a list;
// what is not known becomes a Source node. Limits: 8 KB of source, nesting 60, macro expansion 64 KB, no recursion.
struct ParsedMath
{
    MathList list;
    bool isWhole = true;      // false: above a limit; show the source instead
};
ParsedMath parseMath(QStringView source);

// mhchem's \ce{…} as TeX: formulas, charges, arrows with labels, states.
QString chemistryAsTex(QStringView source);
