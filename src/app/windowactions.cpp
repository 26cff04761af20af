// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "windowactions.h"

#include "actioncollection.h"

#include <QCoreApplication>
#include <QMenu>

namespace {

struct ActionLine
{
    const char *name;
    const char *text;
    QKeySequence shortcut;
    const char *iconName;
};

QList<ActionLine> actionLines()
{
    return {
        { "newConversation", QT_TRANSLATE_NOOP("WindowActions", "&New conversation"), QKeySequence::New, "new" },
        { "newTemporary", QT_TRANSLATE_NOOP("WindowActions", "New &temporary conversation"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, "" },
        { "search", QT_TRANSLATE_NOOP("WindowActions", "&Search everything"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, "search" },
        { "find", QT_TRANSLATE_NOOP("WindowActions", "&Find in the conversation"), QKeySequence::Find, "search" },
        { "findNext", QT_TRANSLATE_NOOP("WindowActions", "&Find next"), Qt::Key_F3, "" },
        { "findPrevious", QT_TRANSLATE_NOOP("WindowActions", "Find previou&s"), Qt::SHIFT | Qt::Key_F3, "" },
        { "focusMessage", QT_TRANSLATE_NOOP("WindowActions", "Write a &message"), Qt::CTRL | Qt::Key_L, "" },
        { "commandPalette", QT_TRANSLATE_NOOP("WindowActions", "&Go to anything…"), Qt::CTRL | Qt::Key_K, "" },
        { "switchConversation", QT_TRANSLATE_NOOP("WindowActions", "S&witch to the last conversation"), Qt::CTRL | Qt::Key_Tab, "" },
        { "switchConversationBack", QT_TRANSLATE_NOOP("WindowActions", "Switch &backwards"), Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, "" },
        { "toggleSidePane", QT_TRANSLATE_NOOP("WindowActions", "Side &pane"), Qt::Key_F9, "sidebar" },
        { "chooseModel", QT_TRANSLATE_NOOP("WindowActions", "Choose the &model…"), Qt::CTRL | Qt::Key_M, "" },
        { "attachFiles", QT_TRANSLATE_NOOP("WindowActions", "Add &pictures…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, "attach" },
        { "attachAddress", QT_TRANSLATE_NOOP("WindowActions", "Add a picture from the &web…"), {}, "" },
        { "stop", QT_TRANSLATE_NOOP("WindowActions", "S&top the answer"), Qt::Key_Escape, "stop" },
        { "regenerate", QT_TRANSLATE_NOOP("WindowActions", "Answer &again"), Qt::CTRL | Qt::Key_R, "" },
        { "editLast", QT_TRANSLATE_NOOP("WindowActions", "&Edit the last question"), Qt::CTRL | Qt::Key_E, "edit" },
        { "renameConversation", QT_TRANSLATE_NOOP("WindowActions", "&Rename"), Qt::Key_F2, "edit" },
        { "deleteConversation", QT_TRANSLATE_NOOP("WindowActions", "&Delete the conversation"), Qt::CTRL | Qt::SHIFT | Qt::Key_Delete, "trash" },
        { "undoDelete", QT_TRANSLATE_NOOP("WindowActions", "&Undo"), QKeySequence::Undo, "undo" },
        { "redo", QT_TRANSLATE_NOOP("WindowActions", "R&edo"), QKeySequence::Redo, "" },
        { "previousConversation", QT_TRANSLATE_NOOP("WindowActions", "Pre&vious conversation"), Qt::CTRL | Qt::Key_PageUp, "" },
        { "nextConversation", QT_TRANSLATE_NOOP("WindowActions", "Ne&xt conversation"), Qt::CTRL | Qt::Key_PageDown, "" },
        { "openDocument", QT_TRANSLATE_NOOP("WindowActions", "&Open a conversation document…"), QKeySequence::Open, "open" },
        { "openRecent", QT_TRANSLATE_NOOP("WindowActions", "Open &recent"), {}, "" },
        { "saveDocument", QT_TRANSLATE_NOOP("WindowActions", "&Save the conversation as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, "export" },
        { "exportAll", QT_TRANSLATE_NOOP("WindowActions", "E&xport all conversations"), {}, "" },
        { "print", QT_TRANSLATE_NOOP("WindowActions", "&Print…"), QKeySequence::Print, "" },
        { "copyConversation", QT_TRANSLATE_NOOP("WindowActions", "&Copy the conversation"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, "copy" },
        { "restoreBackup", QT_TRANSLATE_NOOP("WindowActions", "Restore from a bac&kup…"), {}, "" },
        { "zoomIn", QT_TRANSLATE_NOOP("WindowActions", "Zoom &in"), QKeySequence::ZoomIn, "" },
        { "zoomOut", QT_TRANSLATE_NOOP("WindowActions", "Zoom &out"), QKeySequence::ZoomOut, "" },
        { "zoomReset", QT_TRANSLATE_NOOP("WindowActions", "&Normal size"), Qt::CTRL | Qt::Key_0, "" },
        { "connect", QT_TRANSLATE_NOOP("WindowActions", "&Connect to a server…"), {}, "" },
        { "conversationOptions", QT_TRANSLATE_NOOP("WindowActions", "Con&versation settings…"), Qt::CTRL | Qt::SHIFT | Qt::Key_Comma, "" },
        { "tools", QT_TRANSLATE_NOOP("WindowActions", "Tools an&d form of the answer…"), {}, "" },
        { "usage", QT_TRANSLATE_NOOP("WindowActions", "Usage &and cost…"), {}, "" },
        { "inspect", QT_TRANSLATE_NOOP("WindowActions", "&Inspect the last answer…"), Qt::CTRL | Qt::SHIFT | Qt::Key_I, "" },
        { "settings", QT_TRANSLATE_NOOP("WindowActions", "Sett&ings…"), Qt::CTRL | Qt::Key_Comma, "settings" },
        { "recordTrace", QT_TRANSLATE_NOOP("WindowActions", "Record a performance &log…"), {}, "" },
        { "about", QT_TRANSLATE_NOOP("WindowActions", "A&bout Grackle"), {}, "information" },
        { "menu", QT_TRANSLATE_NOOP("WindowActions", "Men&u"), Qt::Key_F10, "" },
        { "quit", QT_TRANSLATE_NOOP("WindowActions", "&Quit"), Qt::CTRL | Qt::Key_Q, "quit" },
    };
}

}

void addWindowActions(ActionCollection &actions)
{
    for (const ActionLine &line : actionLines())
        actions.add(QString::fromLatin1(line.name), QCoreApplication::translate("WindowActions", line.text), line.shortcut,
                    QString::fromLatin1(line.iconName));
    QAction *sidePane = actions.action(QStringLiteral("toggleSidePane"));
    sidePane->setCheckable(true);
    sidePane->setChecked(true);
    actions.action(QStringLiteral("recordTrace"))->setCheckable(true);
    actions.action(QStringLiteral("stop"))->setEnabled(false);
    actions.action(QStringLiteral("undoDelete"))->setEnabled(false);
    actions.action(QStringLiteral("redo"))->setEnabled(false);
}

// Short enough for a small screen: what has a key of its own, or is wanted once a month, stands a level below.
QMenu *makeWindowMenu(const ActionCollection &actions, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    for (const char *name : { "exportAll", "openRecent" })
        actions.action(QString::fromLatin1(name))->setMenu(new QMenu(menu));
    const auto add = [&actions](QMenu *to, const char *names) {
        for (const QByteArray &name : QByteArray(names).split(' '))
            to->addAction(actions.action(QString::fromLatin1(name)));
    };
    const auto addBelow = [&](const char *title, const char *names) {
        add(menu->addMenu(QCoreApplication::translate("WindowActions", title)), names);
    };
    add(menu, "newConversation newTemporary commandPalette search find");
    menu->addSeparator();
    add(menu, "attachFiles chooseModel conversationOptions tools");
    addBelow(QT_TRANSLATE_NOOP("WindowActions", "T&his conversation"),
             "attachAddress renameConversation saveDocument print copyConversation inspect editLast regenerate stop deleteConversation");
    menu->addSeparator();
    add(menu, "undoDelete redo");
    menu->addSeparator();
    add(menu, "openDocument openRecent exportAll restoreBackup");
    menu->addSeparator();
    add(menu, "connect usage settings");
    addBelow(QT_TRANSLATE_NOOP("WindowActions", "Vie&w"),
             "toggleSidePane switchConversation switchConversationBack previousConversation nextConversation focusMessage findNext findPrevious zoomIn zoomOut zoomReset");
    addBelow(QT_TRANSLATE_NOOP("WindowActions", "He&lp"), "recordTrace about");
    menu->addSeparator();
    add(menu, "quit");
    return menu;
}
