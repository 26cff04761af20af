# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(LANGUAGE_HEADERS codelanguage.h)
set(LANGUAGE_SOURCES
    codelanguage.cpp codelexer.cpp codelexer_p.h codelexerregions.cpp
    ${CMAKE_SOURCE_DIR}/resources/languages/languages.qrc)
