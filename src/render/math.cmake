# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(MATH_HEADERS mathfont.h mathformula.h)
set(MATH_SOURCES mathbox.cpp mathchemistry.cpp mathcommands.cpp mathenvironments.cpp mathfont.cpp mathformula.cpp mathfractions.cpp
    mathlayout.cpp mathparser.cpp mathscripts.cpp mathsvg.cpp mathsymbols.cpp mathtable.cpp mathtokens.cpp
    mathwords.cpp)
