// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arrangement.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class ActionCollection;
class ElidedLabel;
class LibraryList;
class LibraryModel;
class ProgressLine;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;
class QVBoxLayout;
class SearchFilter;

// The side pane: new conversation, search, all conversations by section, and a footer with the endpoint.
// Emits wishes; renaming and deleting go to the model.
class LibraryPane : public QWidget
{
    Q_OBJECT
public:
    // Uses the actions "newConversation", "search", "renameConversation", "deleteConversation" and "settings".
    explicit LibraryPane(const ActionCollection &actions, QWidget *parent = nullptr);

    void setModel(LibraryModel *model);
    // Marks the row of the conversation that is shown.
    void setShown(const ConversationId &id);
    void setEndpoint(const QString &name, bool isPractice);
    void focusSearch();
    void searchFor(const QString &words);
    // The selected conversation, which F2 means; null: none.
    ConversationId selected() const;
    // All that are selected, which Del and the menu mean.
    QList<ConversationId> selection() const;
    // The row at a point of this pane; null: there is none.
    ConversationId conversationAt(const QPoint &position) const;
    void renameSelected();
    void deleteSelected();
    LibraryList *list() const { return m_list; }
    // What conversations can be exported as, for people; exportRequested() tells the number.
    void setExportKinds(const QStringList &kinds) { m_exportKinds = kinds; }
    // A line between list and footer for each thing that goes on in the background.
    ProgressLine *addProgressLine();

Q_SIGNALS:
    void newConversationRequested(const FolderId &folder);
    // New conversations in this folder begin like the one that is shown.
    void folderLikeShownRequested(const Folder &folder);
    void emptyTrashRequested();
    void exportRequested(const QList<ConversationId> &ids, int kind);
    // `message` is null unless a search found something there: `words`, as they stand in it.
    void conversationActivated(const ConversationId &id, const MessageId &message, const QStringList &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyFilter();
    void activate(const QModelIndex &index);
    void selectShown();
    void showContextMenu(const QPoint &position);
    void showMenuOf(const QModelIndex &index, const QPoint &globalPosition);
    void renameRow(const QModelIndex &index, const QString &name);
    void toggleFolder(const QModelIndex &index, std::optional<bool> isCollapsed = {});
    bool handleListKey(const QKeyEvent &key);
    void setUpList();
    QWidget *makeShelfRow();
    void showShelf();
    void updateEmptyText();

    const ActionCollection &m_actions;
    QPointer<LibraryModel> m_model;
    ConversationId m_shown;
    QStringList m_exportKinds;
    QToolButton *m_new;
    QLabel *m_newHint = nullptr;
    QLineEdit *m_search;
    SearchFilter *m_filter;
    QWidget *m_shelfRow = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_emptyTrash = nullptr;
    LibraryList *m_list;
    QLabel *m_emptyText;
    ElidedLabel *m_endpoint;
    QToolButton *m_settings;
    QTimer *m_filterDelay;
    QVBoxLayout *m_progress;
};
