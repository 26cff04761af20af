// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "searchfilter.h"

#include "icons.h"
#include "librarymodel.h"
#include "palette.h"

#include <QActionGroup>
#include <QMenu>

SearchFilter::SearchFilter(QWidget *parent) : QToolButton(parent), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("searchFilter"));
    setText(tr("What the list shows"));
    setAccessibleName(text());
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setMenu(m_menu);
    // The menu is filled when it opens: what is chosen, and which models there are, is known by the model alone.
    connect(m_menu, &QMenu::aboutToShow, this, &SearchFilter::fillMenu);
    showState();
}

void SearchFilter::setModel(LibraryModel *model)
{
    m_model = model;
    connect(model, &LibraryModel::modelsChanged, this, [this] {
        if (m_menu->isVisible())
            fillMenu();
    });
    showState();
}

void SearchFilter::clear()
{
    SearchQuestion question;
    question.words = m_model->question().words;
    question.order = m_model->question().order;
    apply(question);
}

void SearchFilter::fillMenu()
{
    m_menu->clear();
    if (!m_model)
        return;
    if (sender() == m_menu)
        m_model->refreshModels();
    addShelves();
    addSortings();
    m_menu->addSeparator();
    addOrder();
    addRoles();
    addPeriods();
    addModels();
    addFolders();
    m_menu->addSeparator();
    QAction *everything = m_menu->addAction(tr("Search everything again"), this, &SearchFilter::clear);
    everything->setObjectName(QStringLiteral("clearFilter"));
    everything->setEnabled(m_model->question().isFiltered());
}

void SearchFilter::addShelves()
{
    auto *group = new QActionGroup(m_menu);
    const std::pair<Shelf, QString> shelves[] = { { Shelf::Conversations, tr("Conversations") }, { Shelf::Archive, tr("Archive") }, { Shelf::Trash, tr("Trash") } };
    for (const auto &[shelf, text] : shelves) {
        QAction *action = m_menu->addAction(text, m_model, [this, shelf = shelf] { m_model->setShelf(shelf); });
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(m_model->shelf() == shelf);
    }
}

void SearchFilter::addSortings()
{
    using Sorting = LibraryModel::Sorting;
    QMenu *menu = m_menu->addMenu(tr("Sort by"));
    auto *group = new QActionGroup(menu);
    const std::pair<Sorting, QString> sortings[] = { { Sorting::Date, tr("Date") }, { Sorting::Title, tr("Title") }, { Sorting::Size, tr("Size") }, { Sorting::Cost, tr("Cost") } };
    for (const auto &[sorting, text] : sortings) {
        QAction *action = menu->addAction(text, m_model, [this, sorting = sorting] { m_model->setSorting(sorting); });
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(m_model->sorting() == sorting);
    }
}

void SearchFilter::addOrder()
{
    auto *group = new QActionGroup(m_menu);
    SearchQuestion wanted = m_model->question();
    wanted.order = SearchOrder::NewestFirst;
    addLine(m_menu, group, tr("Newest first"), wanted);
    wanted.order = SearchOrder::BestFirst;
    addLine(m_menu, group, tr("Best match first"), wanted);
}

void SearchFilter::addRoles()
{
    m_menu->addSeparator();
    auto *group = new QActionGroup(m_menu);
    SearchQuestion wanted = m_model->question();
    wanted.role.reset();
    addLine(m_menu, group, tr("Questions and answers"), wanted);
    wanted.role = Role::User;
    addLine(m_menu, group, tr("Only my questions"), wanted);
    wanted.role = Role::Assistant;
    addLine(m_menu, group, tr("Only answers"), wanted);
    m_menu->addSeparator();
    wanted = m_model->question();
    wanted.hasImage = !wanted.hasImage;
    addLine(m_menu, nullptr, tr("Only with a picture"), wanted);
    m_menu->actions().last()->setChecked(m_model->question().hasImage);
}

void SearchFilter::addPeriods()
{
    QMenu *menu = m_menu->addMenu(tr("Date"));
    auto *group = new QActionGroup(menu);
    SearchQuestion wanted = m_model->question();
    wanted.fromMs = 0;
    addLine(menu, group, tr("Any time"), wanted);
    const std::pair<QString, int> periods[] = { { tr("Today"), 0 }, { tr("The last 7 days"), 7 }, { tr("The last 30 days"), 30 }, { tr("The last year"), 365 } };
    for (const auto &[text, days] : periods) {
        wanted.fromMs = m_model->startOfDayMs(days);
        addLine(menu, group, text, wanted);
    }
}

void SearchFilter::addModels()
{
    QMenu *menu = m_menu->addMenu(tr("Model"));
    auto *group = new QActionGroup(menu);
    SearchQuestion wanted = m_model->question();
    wanted.modelId.clear();
    addLine(menu, group, tr("Any model"), wanted);
    const QStringList models = m_model->models();
    for (const QString &model : models) {
        wanted.modelId = model;
        // A name from a server: its ampersands are no shortcuts.
        addLine(menu, group, QString(model).replace(u'&', QLatin1String("&&")), wanted);
    }
}

void SearchFilter::addFolders()
{
    if (m_model->folders().isEmpty())
        return;
    QMenu *menu = m_menu->addMenu(tr("Folder"));
    auto *group = new QActionGroup(menu);
    SearchQuestion wanted = m_model->question();
    wanted.folder = FolderId();
    addLine(menu, group, tr("Any folder"), wanted);
    for (const Folder &folder : m_model->folders()) {
        wanted.folder = folder.id;
        addLine(menu, group, folder.name.isEmpty() ? tr("Folder") : QString(folder.name).replace(u'&', QLatin1String("&&")), wanted);
    }
}

void SearchFilter::addLine(QMenu *menu, QActionGroup *group, const QString &text, const SearchQuestion &wanted)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setActionGroup(group);
    action->setChecked(wanted == m_model->question());
    connect(action, &QAction::triggered, this, [this, wanted] { apply(wanted); });
}

void SearchFilter::apply(const SearchQuestion &question)
{
    m_model->setQuestion(question);
    showState();
    Q_EMIT changed();
}

void SearchFilter::showState()
{
    const bool isFiltered = m_model && m_model->question().isFiltered();
    setIcon(isFiltered ? ::icon(QStringLiteral("filter"), colorsOf(palette()).accent) : ::icon(QStringLiteral("filter")));
    setToolTip(isFiltered ? tr("The search is narrowed. Click to change it.") : text());
}
