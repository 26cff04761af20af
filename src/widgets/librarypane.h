// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QPointer>
#include <QWidget>

class ActionCollection;
class ElidedLabel;
class LibraryModel;
class QLabel;
class QLineEdit;
class QListView;
class QTimer;
class QToolButton;
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
    // The selected conversation, which F2 and Del mean; null: none.
    ConversationId selected() const;
    // The row at a point of this pane; null: there is none.
    ConversationId conversationAt(const QPoint &position) const;
    void renameSelected();
    void deleteSelected();

Q_SIGNALS:
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
    void updateEmptyText();

    const ActionCollection &m_actions;
    QPointer<LibraryModel> m_model;
    ConversationId m_shown;
    QToolButton *m_new;
    QLineEdit *m_search;
    SearchFilter *m_filter;
    QListView *m_list;
    QLabel *m_emptyText;
    ElidedLabel *m_endpoint;
    QToolButton *m_settings;
    QTimer *m_filterDelay;
};
