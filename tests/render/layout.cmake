# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
foreach(test tst_blockbox tst_codehighlighter tst_codelines tst_codelinetext tst_copiedtext tst_heightindex tst_inlinetext tst_leafexport tst_linkdoubts tst_linkpolicy tst_messagelayout tst_paperpages tst_paperwords tst_plaintext tst_scriptfonts
        tst_textsearch tst_transcriptlayout tst_transcripttheme)
    add_unit_test(${test} LINKS render)
endforeach()
