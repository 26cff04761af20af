// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarypane.h"

#include "actioncollection.h"
#include "elidedlabel.h"
#include "icons.h"
#include "librarydelegate.h"
#include "librarylist.h"
#include "librarymenu.h"
#include "librarymodel.h"
#include "palette.h"
#include "plaintext.h"
#include "progressline.h"
#include "searchfilter.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

using namespace std::chrono_literals;

LibraryPane::LibraryPane(const ActionCollection &actions, QWidget *parent)
    : QWidget(parent),
      m_actions(actions),
      m_new(new QToolButton(this)),
      m_search(new QLineEdit(this)),
      m_filter(new SearchFilter(this)),
      m_list(new LibraryList(this)),
      m_emptyText(plainLabel(QString(), this)),
      m_endpoint(new ElidedLabel(this)),
      m_settings(new QToolButton(this)),
      m_filterDelay(new QTimer(this)),
      m_progress(new QVBoxLayout)
{
    setObjectName(QStringLiteral("libraryPane"));
    const QAction *newConversation = actions.action(QStringLiteral("newConversation"));
    m_new->setObjectName(QStringLiteral("newConversationButton"));
    m_new->setText(newConversation->iconText());
    m_new->setIcon(newConversation->icon());
    m_new->setToolTip(newConversation->toolTip());
    m_new->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_new->setAutoRaise(true);
    m_new->setFocusPolicy(Qt::TabFocus);
    m_new->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_new->setMinimumHeight(30);
    setFontScale(m_new, 1, QFont::DemiBold);
    connect(m_new, &QToolButton::clicked, newConversation, &QAction::trigger);
    auto *hint = plainLabel(newConversation->shortcut().toString(QKeySequence::NativeText), m_new);
    makeSecondary(hint);
    hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *hintRow = new QHBoxLayout(m_new);
    hintRow->setContentsMargins(0, 0, 8, 0);
    hintRow->addWidget(hint, 0, Qt::AlignTrailing);
    m_newHint = hint;
    m_new->installEventFilter(this);

    const QAction *search = actions.action(QStringLiteral("search"));
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setAccessibleName(tr("Search in all conversations"));
    m_search->setPlaceholderText(tr("Search everything"));
    m_search->setToolTip(search->toolTip());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setAcceptDrops(false);
    m_search->installEventFilter(this);
    m_filterDelay->setSingleShot(true);
    m_filterDelay->setInterval(120ms);
    connect(m_search, &QLineEdit::textChanged, m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filterDelay, &QTimer::timeout, this, &LibraryPane::applyFilter);

    setUpList();

    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_emptyText->setContentsMargins(20, 24, 20, 0);
    makeSecondary(m_emptyText);
    m_emptyText->hide();

    m_endpoint->setObjectName(QStringLiteral("endpointName"));
    m_endpoint->setForegroundRole(QPalette::PlaceholderText);
    m_settings->setObjectName(QStringLiteral("settingsButton"));
    m_settings->setDefaultAction(actions.action(QStringLiteral("settings")));
    m_settings->setAccessibleName(m_settings->defaultAction()->iconText());
    m_settings->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_settings->setAutoRaise(true);
    m_settings->setFocusPolicy(Qt::TabFocus);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(10, 8, 10, 4);
    top->setSpacing(6);
    top->addWidget(m_new);
    auto *searchRow = new QHBoxLayout;
    searchRow->setSpacing(2);
    searchRow->addWidget(m_search, 1);
    searchRow->addWidget(m_filter);
    top->addLayout(searchRow);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(18, 6, 12, 10);
    footer->addWidget(m_endpoint, 1);
    footer->addWidget(m_settings);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addLayout(top);
    m_shelfRow = makeShelfRow();
    column->addWidget(m_shelfRow);
    column->addWidget(m_emptyText);
    column->addWidget(m_list, 1);
    column->addLayout(m_progress);
    column->addLayout(footer);
}

void LibraryPane::setUpList()
{
    m_list->installEventFilter(this);
    auto *delegate = new LibraryDelegate(m_list);
    m_list->setItemDelegate(delegate);
    connect(delegate, &LibraryDelegate::renamed, this, [this](const QModelIndex &index, const QString &title) {
        renameRow(index, title);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        // With a modifier the selection grows; nothing is opened.
        if (!(QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
            activate(index);
    });
    connect(m_list, &QListView::activated, this, &LibraryPane::activate);
    connect(m_list, &QListView::customContextMenuRequested, this, &LibraryPane::showContextMenu);
}

// Where the list shows something else than the conversations: what it is, the way back, and the trash's end.
QWidget *LibraryPane::makeShelfRow()
{
    auto *row = new QWidget(this);
    m_back = new QToolButton(row);
    m_back->setObjectName(QStringLiteral("backToConversations"));
    m_back->setIcon(icon(QStringLiteral("undo")));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setToolTip(tr("Back to the conversations"));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    connect(m_back, &QToolButton::clicked, this, [this] { m_model->setShelf(Shelf::Conversations); });
    m_emptyTrash = new QToolButton(row);
    m_emptyTrash->setObjectName(QStringLiteral("emptyTrash"));
    m_emptyTrash->setText(tr("Empty…"));
    m_emptyTrash->setToolTip(tr("Delete for good what is in the trash. By itself that happens after 30 days."));
    m_emptyTrash->setAutoRaise(true);
    m_emptyTrash->setFocusPolicy(Qt::TabFocus);
    connect(m_emptyTrash, &QToolButton::clicked, this, &LibraryPane::emptyTrashRequested);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(10, 0, 10, 2);
    line->addWidget(m_back);
    line->addStretch(1);
    line->addWidget(m_emptyTrash);
    row->hide();
    return row;
}

void LibraryPane::showShelf()
{
    const Shelf shelf = m_model->shelf();
    m_shelfRow->setVisible(shelf != Shelf::Conversations);
    m_back->setText(shelf == Shelf::Trash ? tr("Trash") : tr("Archive"));
    m_emptyTrash->setVisible(shelf == Shelf::Trash);
    updateEmptyText();
}

void LibraryPane::setModel(LibraryModel *model)
{
    m_model = model;
    m_list->setModel(model);
    m_filter->setModel(model);
    connect(model, &LibraryModel::loaded, this, &LibraryPane::selectShown);
    connect(model, &LibraryModel::loaded, this, &LibraryPane::updateEmptyText);
    connect(model, &LibraryModel::filterApplied, this, &LibraryPane::updateEmptyText);
    connect(model, &LibraryModel::rowsInserted, this, &LibraryPane::selectShown);
    connect(model, &LibraryModel::rowsInserted, this, &LibraryPane::updateEmptyText);
    connect(model, &LibraryModel::rowsRemoved, this, &LibraryPane::updateEmptyText);
    connect(model, &LibraryModel::modelReset, this, &LibraryPane::selectShown);
    connect(model, &LibraryModel::modelReset, this, &LibraryPane::updateEmptyText);
    connect(model, &LibraryModel::shelfChanged, this, &LibraryPane::showShelf);
}

void LibraryPane::setShown(const ConversationId &id)
{
    m_shown = id;
    selectShown();
}

void LibraryPane::selectShown()
{
    if (!m_model)
        return;
    const int row = m_model->rowOf(m_shown);
    if (row < 0)
        m_list->clearSelection();
    else if (selection().size() < 2 && (m_list->currentIndex().row() != row || !m_list->selectionModel()->hasSelection()))
        // Whatever keys are held: with Ctrl the view would add the row to the one before.
        m_list->selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::ClearAndSelect);
}

void LibraryPane::setEndpoint(const QString &name, bool isPractice)
{
    m_endpoint->setFullText(isPractice ? tr("Practice: no real model") : name);
    m_endpoint->setAccessibleDescription(tr("The server that answers"));
}

void LibraryPane::searchFor(const QString &words)
{
    m_search->setText(words);
    focusSearch();
}

ProgressLine *LibraryPane::addProgressLine()
{
    auto *line = new ProgressLine(this);
    m_progress->addWidget(line);
    return line;
}

void LibraryPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

ConversationId LibraryPane::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    const ConversationId id = m_model && current.isValid() ? m_model->idAt(current.row()) : ConversationId();
    return id.isNull() ? m_shown : id;
}

ConversationId LibraryPane::conversationAt(const QPoint &position) const
{
    const QWidget *viewport = m_list->viewport();
    const QPoint inList = viewport->mapFrom(this, position);
    const QModelIndex index = m_list->isVisible() && viewport->rect().contains(inList) ? m_list->indexAt(inList) : QModelIndex();
    return m_model && index.isValid() ? m_model->idAt(index.row()) : ConversationId();
}

QList<ConversationId> LibraryPane::selection() const
{
    QList<ConversationId> ids;
    for (const QModelIndex &index : m_list->selectionModel() ? m_list->selectionModel()->selectedIndexes() : QModelIndexList()) {
        if (const ConversationId id = m_model->idAt(index.row()); !id.isNull())
            ids.append(id);
    }
    return ids;
}

void LibraryPane::renameSelected()
{
    const QModelIndex current = m_list->currentIndex();
    const bool isHeading = m_model && !m_model->headingAt(current.row()).isNull();
    const int row = isHeading ? current.row() : m_model ? m_model->rowOf(selected()) : -1;
    if (row >= 0)
        m_list->edit(m_model->index(row));
}

void LibraryPane::renameRow(const QModelIndex &index, const QString &name)
{
    const FolderId heading = m_model->headingAt(index.row());
    if (heading.isNull()) {
        m_model->rename(m_model->idAt(index.row()), name);
        return;
    }
    for (Folder folder : m_model->folders()) {
        if (folder.id == heading) {
            folder.name = name;
            m_model->changeFolder(folder);
            return;
        }
    }
}

void LibraryPane::deleteSelected()
{
    if (!m_model || m_model->shelf() == Shelf::Trash)
        return;
    const QList<ConversationId> ids = selection();
    if (ids.size() > 1)
        m_model->removeAll(ids);
    else if (!selected().isNull())
        m_model->remove(selected());
}

void LibraryPane::applyFilter()
{
    m_filterDelay->stop();
    if (!m_model)
        return;
    // Several rows that were selected in another list mean nothing among what was found.
    if (m_search->text().trimmed() != m_model->question().words && selection().size() > 1)
        m_list->clearSelection();
    m_model->setFilter(m_search->text().trimmed());
}

void LibraryPane::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (!m_model->headingAt(index.row()).isNull()) {
        toggleFolder(index);
        return;
    }
    // What is in the trash is looked at by taking it out.
    if (m_model->shelf() != Shelf::Trash || m_model->isSearching())
        Q_EMIT conversationActivated(m_model->idAt(index.row()), index.data(LibraryModel::MessageRole).value<MessageId>(),
                                     m_model->foundWordsAt(index.row()));
}

void LibraryPane::toggleFolder(const QModelIndex &index, std::optional<bool> isCollapsed)
{
    const FolderId folder = m_model->headingAt(index.row());
    if (!folder.isNull())
        m_model->setCollapsed(folder, isCollapsed.value_or(!index.data(LibraryModel::IsCollapsedRole).toBool()));
}

void LibraryPane::showContextMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (index.isValid())
        showMenuOf(index, m_list->viewport()->mapToGlobal(position));
}

void LibraryPane::showMenuOf(const QModelIndex &index, const QPoint &globalPosition)
{
    QMenu *menu = nullptr;
    const FolderId heading = m_model->headingAt(index.row());
    for (const Folder &folder : m_model->folders()) {
        if (folder.id != heading)
            continue;
        const LibraryWishes wishes { [this](const FolderId &id) { Q_EMIT newConversationRequested(id); },
                                     [this, row = QPersistentModelIndex(index)] { m_list->edit(row); },
                                     [this](const Folder &wanted) { Q_EMIT folderLikeShownRequested(wanted); } };
        menu = makeFolderMenu(*m_model, folder, wishes, this);
    }
    if (heading.isNull())
        menu = makeConversationsMenu(*m_model, selection(), m_actions,
                                     { m_exportKinds, [this](const QList<ConversationId> &ids, int kind) { Q_EMIT exportRequested(ids, kind); } }, this);
    if (!menu)
        return;
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(globalPosition);
}

bool LibraryPane::handleListKey(const QKeyEvent &key)
{
    const QModelIndex current = m_list->currentIndex();
    switch (key.key()) {
    case Qt::Key_Delete:
        deleteSelected();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(current);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (m_model->headingAt(current.row()).isNull())
            return false;
        toggleFolder(current, (key.key() == Qt::Key_Left) != (layoutDirection() == Qt::RightToLeft));
        return true;
    case Qt::Key_Menu:
        if (current.isValid())
            showMenuOf(current, m_list->viewport()->mapToGlobal(m_list->visualRect(current).center()));
        return true;
    default:
        return false;
    }
}

bool LibraryPane::eventFilter(QObject *watched, QEvent *event)
{
    // Large letters leave no room for the keys beside the words.
    if (watched == m_new && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        m_newHint->setVisible(m_new->sizeHint().width() + m_newHint->sizeHint().width() + 8 <= m_new->width());
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_search && key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        applyFilter();
        return true;
    }
    if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return)) {
        applyFilter();
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_list && m_model && handleListKey(*key))
        return true;
    return QWidget::eventFilter(watched, event);
}

void LibraryPane::updateEmptyText()
{
    const bool isEmpty = !m_model || m_model->rowCount() == 0;
    const bool isFiltered = m_model && m_model->question().isFiltered();
    const QString nothingFound = isFiltered ? tr("Nothing found. Try other words, or search everything again.") : tr("Nothing found. Try fewer or other words.");
    const bool isSearching = isFiltered || !m_search->text().trimmed().isEmpty();
    const Shelf shelf = m_model ? m_model->shelf() : Shelf::Conversations;
    const QString nothingHere = shelf == Shelf::Trash ? tr("The trash is empty.") : shelf == Shelf::Archive ? tr("Nothing is archived.") : tr("Your conversations will be kept here.");
    m_emptyText->setText(isSearching ? nothingFound : nothingHere);
    m_emptyText->setVisible(isEmpty);
}

void LibraryPane::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.pane);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(edge, 0, 1, height(), colors.hairline);
}
