# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
# Written by tests/benchmarks/startorder.py: the files of which a start runs code, then those of which an answer does besides.
set(START_ORDER
    api/accessmanager api/chatclient api/fetch api/mocs_compilation api/modellist api/requestfactory api/usagedecoder
    app/answernotifier app/appearance app/application app/backups app/conversationfind app/conversationpane
    app/desktopnotifications app/desktopscheme app/documents app/draftkeeper app/endpointsetup app/estimateline
    app/exporting app/hardening app/heap app/mainwindow app/messagewishes app/mocs_compilation app/peeking
    app/qrc_grackle_translations app/quickaccess app/recentdocuments app/session app/thumbnails app/toolwishes app/trace
    app/tracedapplication app/tracereporter app/transcriptwishes app/translations app/unreadmarks app/windowactions
    app/windowoptions app/workprogress chat/bodycache chat/conversationcontroller chat/conversationmodel
    chat/conversationqueue chat/conversationsending chat/endpointbook chat/endpointjson chat/keyring chat/ledger
    chat/libraryarranging chat/librarymodel chat/libraryorganizer chat/libraryrows chat/mocs_compilation chat/modellist
    chat/modeltitles chat/openconversations cli/commandline cli/commandoptions cli/interrupts cli/mocs_compilation
    core/endpoint core/ids core/messagetree media/imageloader practice/httpreply practice/httprequestparser
    practice/mocs_compilation practice/practicecatalog practice/practiceconnection practice/practicelistener
    practice/practiceserver practice/qrc_practice render/heightindex render/linkpolicy render/mocs_compilation
    render/qrc_languages render/scriptfonts render/transcriptlayout render/transcripttheme store/answerwriter store/database
    store/keychainkeystore store/library store/librarybacklog store/librarycompaction store/libraryfiles store/libraryfolder
    store/libraryhandover store/librarymaintenance store/libraryshelves store/mocs_compilation store/qrc_schema store/schema
    store/searchthread store/searchtokenizer store/settings store/workqueue widgets/actioncollection widgets/attachmentstrip
    widgets/card widgets/composer widgets/composeredit widgets/dropoverlay widgets/elidedlabel widgets/findbar
    widgets/flowlayout widgets/icons widgets/librarylist widgets/librarypane widgets/mocs_compilation widgets/modelchooser
    widgets/newtextpill widgets/noticebar widgets/palette widgets/plaintext widgets/qrc_icons widgets/queuelist
    widgets/roundbutton widgets/scrollanchor widgets/searchfilter widgets/topbar widgets/transcriptaccessible
    widgets/transcriptannouncer widgets/transcriptkeyboard widgets/transcriptmouse widgets/transcriptpainting
    widgets/transcriptposition widgets/transcriptsearch widgets/transcriptview widgets/windowstyle
    api/bodywriter api/chatmessages api/chunkpattern api/completiondecoder api/completionworker api/exchangerecord
    api/history api/networkjob api/optionsencoder api/requestbody api/requestencoder api/responsesdecoder api/sseparser
    api/thinksplitter api/tlschain chat/answerbuilder chat/answernotice chat/answerrun chat/automatictitle
    chat/conversationforeign chat/conversationinsight chat/cost chat/exchangestore chat/infoline chat/librarychanges
    chat/librarylooks chat/librarysections chat/requestmessages core/completionoptions core/exchange core/message
    core/redaction core/sources core/transport core/usage practice/practiceanswers practice/practicearithmetic
    practice/practicecompletion practice/practicequestion practice/practicerequest render/blockbox render/hiddencharacters
    render/inlinetext render/inlinetextlayout render/inlinetextpainting render/leafpositions render/markdownautolinks
    render/markdownblockparser render/markdownblockscanners render/markdownblockstarts render/markdownblocktree
    render/markdowndelimiters render/markdowndocument render/markdownflattener render/markdownhtml
    render/markdowninlineparser render/markdownleafbuilder render/markdownlinecursor render/markdownparser
    render/markdownruns render/markdownsourcetext render/markdowntable render/messagelayout render/messagelayoutpositions
    render/plaintext render/rowfurniture render/rowlayout render/rowpainting render/sourcelist render/textbox
    render/textsearch store/blobreferences store/blobstore store/folderguard store/libraryarranger store/librarywriter
    store/librarywriting store/messagejson widgets/librarydelegate widgets/transcriptgrowing widgets/transcriptselection
)
