// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationswitcher.h"

#include "quicklist.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QTimer>

namespace {

constexpr int Widest = 420;

}

ConversationSwitcher::ConversationSwitcher(QWidget *parent) : QFrame(parent, Qt::Popup), m_entries(new QuickEntries(this)), m_list(new QuickList(this))
{
    setObjectName(QStringLiteral("conversationSwitcher"));
    setAccessibleName(tr("Conversations looked at last"));
    setFrameShape(QFrame::Box);
    setForegroundRole(QPalette::Mid);
    setFocusPolicy(Qt::StrongFocus);
    m_list->setObjectName(QStringLiteral("switcherList"));
    m_list->setAccessibleName(tr("Conversations looked at last"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(m_entries);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &ConversationSwitcher::choose);
}

void ConversationSwitcher::open(const QList<QuickEntry> &entries, int step)
{
    const QWidget *window = parentWidget()->window();
    m_entries->setEntries(entries);
    m_list->setCurrentIndex(m_entries->index(0));
    m_list->step(step);
    const int width = qMin(Widest, window->width() - 24);
    const int height = qMin(int(entries.size()) * m_list->rowHeight() + 18, window->height() - 80);
    resize(width, height);
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, (window->height() - height) / 3)));
    const bool isHeld = QGuiApplication::keyboardModifiers() & Qt::ControlModifier;
    show();
    setFocus(Qt::PopupFocusReason);
    // Who is quick has let go before the keys are heard here.
    QTimer::singleShot(0, this, [this, isHeld] {
        if (isHeld && isVisible() && !(QGuiApplication::queryKeyboardModifiers() & Qt::ControlModifier))
            choose();
    });
}

void ConversationSwitcher::choose()
{
    const QVariant target = m_list->currentIndex().data(QuickEntries::TargetRole);
    hide();
    if (target.isValid())
        Q_EMIT chosen(target);
}

void ConversationSwitcher::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Tab:
        m_list->step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    case Qt::Key_Backtab:
    case Qt::Key_Up:
        m_list->step(-1);
        return;
    case Qt::Key_Down:
        m_list->step(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return;
    case Qt::Key_Escape:
        hide();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void ConversationSwitcher::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Control)
        choose();
    else
        QFrame::keyReleaseEvent(event);
}
