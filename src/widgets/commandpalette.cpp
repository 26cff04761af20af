// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "commandpalette.h"

#include "plaintext.h"
#include "quicklist.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace {

constexpr int Widest = 560;
constexpr int MostRows = 12;

}

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_entries(new QuickEntries(this)), m_field(new QLineEdit(this)), m_list(new QuickList(this)), m_nothing(plainLabel(tr("Nothing fits. Try fewer letters."), this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands and conversations"));
    setFrameShape(QFrame::Box);
    setForegroundRole(QPalette::Mid);
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setPlaceholderText(tr("What to do, or which conversation"));
    m_field->setAccessibleName(tr("What to do, or which conversation"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands and conversations"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_entries);
    makeSecondary(m_nothing);
    m_nothing->setContentsMargins(10, 4, 10, 8);
    m_nothing->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::setEntries(const QList<QuickEntry> &entries)
{
    m_entries->setEntries(entries);
    filter();
}

void CommandPalette::open()
{
    const QWidget *window = parentWidget()->window();
    m_field->clear();
    filter();
    const QPoint corner((window->width() - width()) / 2, qBound(0, window->height() - height() - 20, 60));
    move(window->mapToGlobal(corner));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter()
{
    m_entries->setWords(m_field->text());
    m_list->setCurrentIndex(m_entries->index(0));
    m_list->scrollToTop();
    m_nothing->setVisible(m_entries->rowCount() == 0);
    fit();
}

// As high as its rows are many, as far as the window has room.
void CommandPalette::fit()
{
    const QSize room = parentWidget()->window()->size() - QSize(24, 80);
    const int rows = qMin(MostRows, m_entries->rowCount());
    m_list->setVisible(rows > 0);
    const int below = rows > 0 ? rows * m_list->rowHeight() : m_nothing->sizeHint().height();
    resize(QSize(Widest, m_field->sizeHint().height() + below + 26).boundedTo(room));
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QVariant target = index.data(QuickEntries::TargetRole);
    hide();
    Q_EMIT chosen(target);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        m_list->step(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        m_list->step(-1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}
