// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "topbar.h"

#include "actioncollection.h"
#include "icons.h"
#include "linkpolicy.h"
#include "modelchooser.h"
#include "palette.h"
#include "plaintext.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace {

constexpr int BarHeight = 46;
constexpr int MaxTitleLength = 200;

QToolButton *actionButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText());
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}

TopBar::TopBar(const ActionCollection &actions, QMenu *menu, QWidget *parent)
    : QWidget(parent),
      m_sidePane(actionButton(actions.action(QStringLiteral("toggleSidePane")), this)),
      m_titleButton(new QPushButton(this)),
      m_titleEdit(new QLineEdit(this)),
      m_modelChooser(new ModelChooser(this)),
      m_menuButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("topBar"));
    m_sidePane->setObjectName(QStringLiteral("sidePaneButton"));
    m_titleButton->setObjectName(QStringLiteral("titleButton"));
    m_titleButton->setFlat(true);
    m_titleButton->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_titleButton->setMinimumWidth(60);
    connect(m_titleButton, &QPushButton::clicked, this, &TopBar::startRenaming);
    m_titleEdit->setObjectName(QStringLiteral("titleField"));
    m_titleEdit->setAccessibleName(tr("Title of the conversation"));
    m_titleEdit->setMaxLength(MaxTitleLength);
    m_titleEdit->setMaximumWidth(420);
    m_titleEdit->installEventFilter(this);
    m_titleEdit->hide();
    connect(m_titleEdit, &QLineEdit::editingFinished, this, &TopBar::finishRenaming);
    m_menuButton->setObjectName(QStringLiteral("menuButton"));
    m_menuButton->setIcon(icon(QStringLiteral("menu")));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(toolTipFor(tr("Menu"), Qt::Key_F10));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(menu);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 12, 7);
    row->setSpacing(6);
    row->addWidget(m_sidePane);
    // Before the empty room behind it: a title is cut only when the bar is full.
    row->addWidget(m_titleButton, 1000);
    row->addWidget(m_titleEdit, 1000);
    row->addStretch(1);
    row->addWidget(m_modelChooser);
    row->addWidget(m_menuButton);
    setMinimumHeight(BarHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFontScale(m_titleButton, 1, QFont::DemiBold);
}

void TopBar::setTitle(const QString &title)
{
    m_title = title.simplified();
    m_titleButton->setAccessibleName(tr("Title: %1").arg(m_title));
    m_titleButton->setToolTip(plainToolTip(tr("%1\nRename (F2)").arg(m_title)));
    showTitle();
}

void TopBar::showTitle()
{
    // What the others leave; the button has room around its words.
    constexpr int ButtonPadding = 28;
    const QMargins margins = layout()->contentsMargins();
    int taken = margins.left() + margins.right() + ButtonPadding;
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget *other = layout()->itemAt(i)->widget();
        if (other && other != m_titleButton && !other->isHidden())
            taken += other->sizeHint().width() + layout()->spacing();
    }
    const int room = qMax(60 - ButtonPadding, width() - taken);
    QString shown = inItsOwnDirection(m_titleButton->fontMetrics().elidedText(m_title, Qt::ElideRight, room), layoutDirection());
    m_titleButton->setText(shown.replace(u'&', QStringLiteral("&&")));
}

void TopBar::startRenaming()
{
    m_titleButton->hide();
    m_titleEdit->setText(m_title);
    m_titleEdit->show();
    m_titleEdit->setFocus();
    m_titleEdit->selectAll();
}

void TopBar::finishRenaming()
{
    if (m_titleEdit->isHidden())
        return;
    const QString title = m_titleEdit->text().simplified();
    m_titleEdit->hide();
    m_titleButton->show();
    if (!title.isEmpty() && title != m_title)
        Q_EMIT titleEdited(title);
}

void TopBar::openMenu()
{
    m_menuButton->showMenu();
}

void TopBar::setSidePaneVisible(bool isVisible)
{
    m_sidePane->setVisible(!isVisible);
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_titleEdit && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_titleEdit->setText(m_title);
        finishRenaming();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTitle();
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.page);
    painter.fillRect(0, height() - 1, width(), 1, colors.hairline);
}
