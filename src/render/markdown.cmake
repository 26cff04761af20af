# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(MARKDOWN_HEADERS markdowndocument.h)
set(MARKDOWN_SOURCES
    markdownautolinks.cpp markdownblockparser.cpp markdownblockscanners.cpp markdownblockstarts.cpp markdownblocktree.cpp
    markdowndelimiters.cpp markdowndocument.cpp markdownentities.cpp markdownentitytable.cpp markdownflattener.cpp
    markdownhtml.cpp markdowninlinelinks.cpp markdowninlineparser.cpp markdownleafbuilder.cpp markdownlinecursor.cpp
    markdownlinkparts.cpp markdownparser.cpp markdownreferences.cpp markdownruns.cpp markdownsourcetext.cpp
    markdowntable.cpp)
