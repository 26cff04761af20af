# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(LAYOUT_HEADERS
    blockbox.h codebox.h codehighlighter.h codelines.h codelinetext.h formulabox.h formulafonts.h formulahit.h heightindex.h hiddencharacters.h inlinetext.h leafexport.h leafpositions.h
    linkdoubts.h linkpolicy.h messageending.h messagelayout.h paintcontext.h paperpages.h plaintext.h rowlayout.h rulebox.h sourcelist.h scriptfonts.h tablebox.h tableexport.h textbox.h textsearch.h transcriptlayout.h
    transcripttheme.h)
set(LAYOUT_SOURCES
    actionglyphs.cpp actionglyphs_p.h blockbox.cpp codebox.cpp codehighlighter.cpp codelines.cpp codelinetext.cpp formulabox.cpp formulafonts.cpp formulahit.cpp
    heightindex.cpp hiddencharacters.cpp inlinetext.cpp inlinetextlayout.cpp inlinetextpainting.cpp leafexport.cpp leafpositions.cpp linkdoubts.cpp linkpolicy.cpp messagelayout.cpp messagelayoutpositions.cpp
    messageending.cpp paperpages.cpp paperparts.cpp paperparts_p.h plaintext.cpp rowfurniture.cpp rowlayout.cpp rowpainting.cpp rulebox.cpp sourcelist.cpp scriptfonts.cpp tablebox.cpp tableexport.cpp textbox.cpp textsearch.cpp transcriptlayout.cpp
    transcripttheme.cpp)
