# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(TRANSCRIPT_HEADERS scrollanchor.h transcriptselection.h transcriptview.h)
set(TRANSCRIPT_SOURCES
    newtextpill.cpp newtextpill_p.h scrollanchor.cpp transcriptaccessible.cpp transcriptaccessible_p.h
    transcriptannouncer.cpp transcriptannouncer_p.h transcriptclipboard.cpp transcriptcopy.cpp transcriptcopy_p.h
    transcriptkeyboard.cpp transcriptmouse.cpp transcriptpainting.cpp transcriptselection.cpp transcriptview.cpp)
