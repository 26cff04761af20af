# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
foreach(name tst_composer tst_composeredit tst_attachmentstrip tst_desktopprompt tst_endpointdialog tst_findbar tst_firstrunpage tst_fontscale tst_icons tst_inspectordialog tst_librarylist tst_modelchooser tst_noticebar tst_palette
        tst_problempage tst_queuelist tst_quickentries tst_toolsdialog tst_conversationoptions tst_messagedialog)
    add_unit_test(${name} LINKS widgets)
endforeach()
add_unit_test(tst_usagedialog LINKS widgets store)
