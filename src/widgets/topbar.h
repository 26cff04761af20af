// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class ActionCollection;
class ModelChooser;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

// The line above the conversation: its title (a click renames it), the model, and the menu.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    // Uses the action "toggleSidePane".
    TopBar(const ActionCollection &actions, QMenu *menu, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    ModelChooser *modelChooser() const { return m_modelChooser; }
    void startRenaming();
    void openMenu();
    // With the side pane hidden its button stands here.
    void setSidePaneVisible(bool isVisible);

Q_SIGNALS:
    void titleEdited(const QString &title);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void finishRenaming();
    void showTitle();

    QString m_title;
    QToolButton *m_sidePane;
    QPushButton *m_titleButton;
    QLineEdit *m_titleEdit;
    ModelChooser *m_modelChooser;
    QToolButton *m_menuButton;
};
