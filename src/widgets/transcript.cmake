# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(TRANSCRIPT_HEADERS linkpolicy.h scrollanchor.h transcriptselection.h transcriptview.h)
set(TRANSCRIPT_SOURCES
    linkpolicy.cpp newtextpill.cpp newtextpill_p.h scrollanchor.cpp transcriptcopy.cpp transcriptcopy_p.h
    transcriptkeyboard.cpp transcriptmouse.cpp transcriptselection.cpp transcriptview.cpp)
