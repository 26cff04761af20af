// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "librarysearch.h"

#include <QPointer>
#include <QToolButton>

class LibraryModel;
class QActionGroup;
class QMenu;

// The button beside the search field: which shelf the list shows, in which order, and what else a search must find. Changes the model's
// shelf, sorting and question, all but its words. In the accent's colour while it lets less than everything through.
class SearchFilter : public QToolButton
{
    Q_OBJECT
public:
    explicit SearchFilter(QWidget *parent = nullptr);

    void setModel(LibraryModel *model);

public Q_SLOTS:
    void clear();

Q_SIGNALS:
    void changed();

private:
    void fillMenu();
    void addShelves();
    void addSortings();
    void addOrder();
    void addRoles();
    void addPeriods();
    void addModels();
    void addFolders();
    void addLine(QMenu *menu, QActionGroup *group, const QString &text, const SearchQuestion &wanted);
    void apply(const SearchQuestion &question);
    void showState();

    QPointer<LibraryModel> m_model;
    QMenu *m_menu;
};
