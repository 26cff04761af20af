# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(TRANSCRIPT_HEADERS findmark.h scrollanchor.h transcriptcomparison.h transcriptsearch.h transcriptselection.h transcriptview.h)
set(TRANSCRIPT_SOURCES
    findmarks.cpp findmarks_p.h newtextpill.cpp newtextpill_p.h scrollanchor.cpp transcriptaccessible.cpp transcriptaccessible_p.h
    transcriptannouncer.cpp transcriptannouncer_p.h transcriptassistance.cpp transcriptclipboard.cpp transcriptcomparison.cpp
    transcriptcopy.cpp transcriptcopy_p.h transcriptdragging.cpp transcriptfinding.cpp transcriptgrowing.cpp transcriptmenu.cpp transcriptparts.cpp
    transcriptparts_p.h transcriptposition.cpp transcriptsearch.cpp transcripttextaccess.cpp transcripttextaccess_p.h
    transcriptkeyboard.cpp transcriptmouse.cpp transcriptpainting.cpp transcriptselection.cpp transcriptview.cpp)
