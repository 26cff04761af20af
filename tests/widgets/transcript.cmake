# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
foreach(test tst_transcriptaccessible tst_transcriptcomparison tst_transcriptdragging tst_transcriptmenu tst_transcriptpainting tst_transcriptsearch tst_transcriptselection tst_transcriptsources tst_transcriptview)
    add_unit_test(${test} LINKS widgets)
endforeach()
