// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarymenu.h"

#include "actioncollection.h"
#include "icons.h"
#include "librarymodel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

#include <algorithm>

namespace {

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LibraryMenu)
};

// Names are what somebody typed: their ampersands are no shortcuts.
QString plain(const QString &name)
{
    return QString(name).replace(u'&', QLatin1String("&&"));
}

// As long as nothing is written the arrows belong to the menu around it.
class NameField : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
        if (isArrow && text().isEmpty())
            event->ignore();
        else
            QLineEdit::keyPressEvent(event);
    }
};

// A field in the menu itself: a new name needs no window of its own.
void addNameField(QMenu *menu, const QString &objectName, const QString &hint, const std::function<void(const QString &)> &named)
{
    auto *field = new NameField(menu);
    field->setObjectName(objectName);
    field->setPlaceholderText(hint);
    field->setAccessibleName(hint);
    field->setMaxLength(60);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(field);
    menu->addAction(action);
    // A menu that is opened by a key gives its first line no focus. Queued: then it is shown.
    QObject::connect(menu, &QMenu::aboutToShow, field, [field] { field->setFocus(Qt::TabFocusReason); }, Qt::QueuedConnection);
    QObject::connect(field, &QLineEdit::returnPressed, menu, [menu, field, named] {
        const QString name = field->text().simplified();
        // All the menus that led here.
        for (QWidget *open = menu; qobject_cast<QMenu *>(open); open = open->parentWidget())
            open->close();
        if (!name.isEmpty())
            named(name);
    });
}

void addFolders(QMenu *menu, LibraryModel &model, const QList<ConversationId> &ids)
{
    QMenu *folders = menu->addMenu(Words::tr("Move to a folder"));
    folders->setObjectName(QStringLiteral("folderMenu"));
    addNameField(folders, QStringLiteral("newFolderName"), Words::tr("New folder"), [&model, ids](const QString &name) { model.makeFolder(name, ids); });
    folders->addSeparator();
    const FolderId current = ids.size() == 1 ? model.arrangementOf(ids.first()).folder : FolderId();
    folders->addAction(Words::tr("No folder"), &model, [&model, ids] { model.moveToFolder(ids, {}); });
    for (const Folder &folder : model.folders()) {
        QAction *action = folders->addAction(plain(folder.name), &model, [&model, ids, id = folder.id] { model.moveToFolder(ids, id); });
        action->setCheckable(true);
        action->setChecked(folder.id == current);
    }
}

void addTags(QMenu *menu, LibraryModel &model, const QList<ConversationId> &ids)
{
    QMenu *tags = menu->addMenu(Words::tr("Tags"));
    tags->setObjectName(QStringLiteral("tagMenu"));
    addNameField(tags, QStringLiteral("newTagName"), Words::tr("New tag"), [&model, ids](const QString &name) { model.setTagged(ids, name, true); });
    tags->addSeparator();
    for (const Tag &tag : model.tags()) {
        QAction *action = tags->addAction(plain(tag.name));
        action->setCheckable(true);
        action->setChecked(std::all_of(ids.begin(), ids.end(), [&](const ConversationId &id) { return model.arrangementOf(id).tags.contains(tag.name); }));
        QObject::connect(action, &QAction::triggered, &model, [&model, ids, name = tag.name](bool isTagged) { model.setTagged(ids, name, isTagged); });
    }
}

void addExports(QMenu *menu, const QList<ConversationId> &ids, const ExportWishes &exports)
{
    if (exports.kinds.isEmpty())
        return;
    QMenu *kinds = menu->addMenu(Words::tr("Export"));
    kinds->setObjectName(QStringLiteral("exportMenu"));
    for (int kind = 0; kind < exports.kinds.size(); ++kind)
        QObject::connect(kinds->addAction(exports.kinds.at(kind)), &QAction::triggered, menu, [ids, kind, wanted = exports.wanted] { wanted(ids, kind); });
}

void addPlaces(QMenu *menu, LibraryModel &model, const QList<ConversationId> &ids)
{
    const bool isPinned = model.arrangementOf(ids.first()).isPinned;
    menu->addAction(isPinned ? Words::tr("Unpin") : Words::tr("Pin to the top"), &model, [&model, ids, isPinned] { model.setPinned(ids, !isPinned); });
    addFolders(menu, model, ids);
    addTags(menu, model, ids);
    menu->addSeparator();
    if (ids.size() == 1)
        menu->addAction(Words::tr("Duplicate"), &model, [&model, ids] { model.duplicate(ids.first()); });
    else
        menu->addAction(Words::tr("Merge into one"), &model, [&model, ids] { model.merge(ids); });
}

}

QMenu *makeConversationsMenu(LibraryModel &model, const QList<ConversationId> &ids, const ActionCollection &actions, const ExportWishes &exports, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("conversationsMenu"));
    if (ids.isEmpty())
        return menu;
    if (model.arrangementOf(ids.first()).deletedAtMs > 0) {
        menu->addAction(icon(QStringLiteral("undo")), Words::tr("Take out of the trash"), &model, [&model, ids] { model.restoreAll(ids); });
        return menu;
    }
    if (ids.size() == 1)
        menu->addAction(actions.action(QStringLiteral("renameConversation")));
    addPlaces(menu, model, ids);
    addExports(menu, ids, exports);
    const bool isArchived = model.arrangementOf(ids.first()).isArchived;
    menu->addAction(isArchived ? Words::tr("Take out of the archive") : Words::tr("Archive"), &model, [&model, ids, isArchived] { model.setArchived(ids, !isArchived); });
    menu->addSeparator();
    if (ids.size() == 1)
        menu->addAction(actions.action(QStringLiteral("deleteConversation")));
    else
        menu->addAction(icon(QStringLiteral("trash")), Words::tr("Delete %n conversation(s)", nullptr, int(ids.size())), &model, [&model, ids] { model.removeAll(ids); });
    return menu;
}

QMenu *makeFolderMenu(LibraryModel &model, const Folder &folder, const LibraryWishes &wishes, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("folderMenu"));
    menu->addAction(icon(QStringLiteral("new")), Words::tr("New conversation here"), menu, [wishes, id = folder.id] { wishes.newConversation(id); });
    menu->addAction(Words::tr("Begin new ones like the shown one"), menu, [wishes, folder] { wishes.beginLikeShown(folder); });
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("edit")), Words::tr("Rename"), menu, wishes.rename);
    menu->addAction(icon(QStringLiteral("trash")), Words::tr("Delete the folder, keep what is in it"), &model, [&model, id = folder.id] { model.deleteFolder(id); });
    return menu;
}
