// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "findbar.h"

#include "icons.h"
#include "plaintext.h"
#include "ui_findbar.h"

#include <QKeyEvent>
#include <QLocale>

FindBar::FindBar(QWidget *parent) : Card(parent), m_ui(std::make_unique<Ui::FindBar>())
{
    m_ui->setupUi(this);
    setOuterMargins({ 0, 6, 0, 2 });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    makeSecondary(m_ui->count);
    m_ui->close->setIcon(icon(QStringLiteral("close")));
    // The line of text would take Enter and Escape for itself.
    m_ui->words->installEventFilter(this);
    connect(m_ui->words, &QLineEdit::textChanged, this, &FindBar::noteSearch);
    connect(m_ui->caseSensitive, &QToolButton::toggled, this, &FindBar::noteSearch);
    connect(m_ui->wholeWords, &QToolButton::toggled, this, &FindBar::noteSearch);
    connect(m_ui->next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_ui->previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_ui->close, &QToolButton::clicked, this, &FindBar::close);
    setCount(0, 0, false);
    hide();
}

FindBar::~FindBar() = default;

void FindBar::open()
{
    const bool wasShown = !isHidden();
    show();
    m_ui->words->setFocus(Qt::ShortcutFocusReason);
    m_ui->words->selectAll();
    if (!wasShown && !search().isEmpty())
        noteSearch();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

TextSearch FindBar::search() const
{
    return { { m_ui->words->text() }, m_ui->caseSensitive->isChecked(), m_ui->wholeWords->isChecked() };
}

void FindBar::noteSearch()
{
    Q_EMIT searchChanged(search());
}

void FindBar::setCount(int current, int count, bool isSearching)
{
    QString text;
    if (count > 0)
        text = tr("%1 of %2").arg(QLocale().toString(current), QLocale().toString(count)) + (isSearching ? QStringLiteral("…") : QString());
    else if (isSearching)
        text = tr("Searching…");
    else if (!search().isEmpty())
        text = tr("Not found");
    m_ui->count->setText(text);
    m_ui->next->setEnabled(count > 0);
    m_ui->previous->setEnabled(count > 0);
}

QString FindBar::countText() const
{
    return m_ui->count->text();
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();       // else the window's "stop" would take it
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Escape) {
            keyPressEvent(key);
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT previousRequested();
        else
            Q_EMIT nextRequested();
        return;
    default:
        Card::keyPressEvent(event);
    }
}
