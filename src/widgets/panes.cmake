# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
set(PANES_HEADERS
    actioncollection.h attachmentchip.h attachmentstrip.h card.h composer.h composeredit.h conversationoptionsdialog.h desktopprompt.h dialectpage.h dropoverlay.h commandpalette.h conversationswitcher.h
    elidedlabel.h endpointdialog.h findbar.h firstrunpage.h flowlayout.h icons.h inspectordialog.h jsontreedialog.h librarydelegate.h librarylist.h peekpopup.h pictureaddressdialog.h queuelist.h librarymenu.h librarypane.h messagedialog.h modelbadges.h modelchooser.h modeldelegate.h noticebar.h palette.h
    paperview.h plaintext.h problempage.h progressline.h prompt.h restoredialog.h roundbutton.h searchfilter.h settingsdialog.h toolanswerdialog.h toolsdialog.h topbar.h quickentries.h quicklist.h
    usagedialog.h usageplot.h windowstyle.h)
set(PANES_SOURCES
    actioncollection.cpp attachmentchip.cpp attachmentstrip.cpp card.cpp commandpalette.cpp composer.cpp composeredit.cpp conversationoptionsdialog.cpp conversationswitcher.cpp desktopprompt.cpp dialectpage.cpp
    dropoverlay.cpp elidedlabel.cpp endpointdialog.cpp findbar.cpp firstrunpage.cpp flowlayout.cpp icons.cpp inspectordialog.cpp
    jsontreedialog.cpp librarydelegate.cpp librarylist.cpp peekpopup.cpp pictureaddressdialog.cpp queuelist.cpp librarymenu.cpp librarypane.cpp messagedialog.cpp modelbadges.cpp
    modelchooser.cpp modeldelegate.cpp noticebar.cpp palette.cpp paperview.cpp plaintext.cpp problempage.cpp progressline.cpp restoredialog.cpp roundbutton.cpp searchfilter.cpp settingsdialog.cpp quickentries.cpp quicklist.cpp
    toolanswerdialog.cpp toolsdialog.cpp topbar.cpp usagedialog.cpp usageplot.cpp windowstyle.cpp
    ${CMAKE_SOURCE_DIR}/ui/endpointdialog.ui ${CMAKE_SOURCE_DIR}/ui/inspectordialog.ui ${CMAKE_SOURCE_DIR}/ui/toolsdialog.ui ${CMAKE_SOURCE_DIR}/ui/usagedialog.ui
    ${CMAKE_SOURCE_DIR}/ui/findbar.ui ${CMAKE_SOURCE_DIR}/ui/firstrunpage.ui ${CMAKE_SOURCE_DIR}/ui/problempage.ui ${CMAKE_SOURCE_DIR}/ui/settingsdialog.ui
    ${CMAKE_SOURCE_DIR}/resources/icons.qrc)
