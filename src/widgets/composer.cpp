// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "composer.h"

#include "actioncollection.h"
#include "attachmentstrip.h"
#include "composeredit.h"
#include "plaintext.h"
#include "queuelist.h"
#include "roundbutton.h"

#include <QBoxLayout>
#include <QToolButton>

namespace {

constexpr int ColumnWidth = 724;       // the reading column and the card's own margins
constexpr int CornerRadius = 14;

}

Composer::Composer(const ActionCollection &actions, QWidget *parent)
    : QWidget(parent),
      m_card(new Card(this)),
      m_queue(new QueueList(this)),
      m_strip(new AttachmentStrip(m_card)),
      m_edit(new ComposerEdit(m_card)),
      m_attach(new QToolButton(m_card)),
      m_button(new RoundButton(m_card)),
      m_note(plainLabel(QString(), m_card)),
      m_serverLabel(plainLabel(QString(), this)), m_estimate(plainLabel(QString(), this))
{
    setObjectName(QStringLiteral("composer"));
    m_card->setCornerRadius(CornerRadius);
    setCardWidth(ColumnWidth);
    m_card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_attach->setObjectName(QStringLiteral("attachButton"));
    m_attach->setDefaultAction(actions.action(QStringLiteral("attachFiles")));
    m_attach->setAccessibleName(m_attach->defaultAction()->iconText());
    m_attach->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_attach->setAutoRaise(true);
    m_attach->setFocusPolicy(Qt::TabFocus);
    m_attach->setFixedSize(m_button->sizeHint());
    m_button->setObjectName(QStringLiteral("sendButton"));
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setHint(tr("Ask anything, or drop pictures"));
    m_note->setObjectName(QStringLiteral("composerNote"));
    m_note->setWordWrap(true);
    makeSecondary(m_note);
    m_note->hide();
    m_serverLabel->setObjectName(QStringLiteral("serverLabel"));
    m_serverLabel->setAlignment(Qt::AlignHCenter);
    m_serverLabel->setWordWrap(true);
    makeSecondary(m_serverLabel);
    m_serverLabel->hide();
    m_estimate->setObjectName(QStringLiteral("estimate"));
    m_estimate->setAlignment(Qt::AlignHCenter);
    m_estimate->setToolTip(tr("An estimate. The server counts for itself, and the answer costs on top."));
    makeSecondary(m_estimate);

    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_attach, 0, Qt::AlignBottom);
    line->addWidget(m_edit, 1, Qt::AlignVCenter);
    line->addWidget(m_button, 0, Qt::AlignBottom);
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(11, 8, 10, 8);
    inside->setSpacing(8);
    inside->addWidget(m_strip);
    inside->addWidget(m_note);
    inside->addLayout(line);
    auto *centredQueue = new QHBoxLayout;
    centredQueue->addStretch(1);
    centredQueue->addWidget(m_queue, 1000);
    centredQueue->addStretch(1);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_card, 1000);
    centred->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 4);
    column->setSpacing(4);
    column->addLayout(centredQueue);
    column->addLayout(centred);
    column->addWidget(m_serverLabel);
    column->addWidget(m_estimate);
    setFocusProxy(m_edit);
    setTabOrder(m_edit, m_button);
    setTabOrder(m_button, m_attach);
    connectParts();
    updateButton();
}

void Composer::connectParts()
{
    connect(m_edit, &ComposerEdit::sendKeyPressed, this, &Composer::onSendKey);
    connect(m_edit, &ComposerEdit::stopKeyPressed, this, &Composer::stopRequested);
    connect(m_edit, &ComposerEdit::editLastRequested, this, &Composer::editLastRequested);
    connect(m_edit, &ComposerEdit::undoBeyondTextRequested, this, &Composer::undoRemoveRequested);
    connect(m_edit, &ComposerEdit::contentPasted, this, &Composer::contentPasted);
    connect(m_edit, &ComposerEdit::textChanged, this, [this] {
        updateButton();
        if (m_isSettingText)
            return;
        showNote(QString());
        Q_EMIT textEdited();
    });
    connect(m_strip, &AttachmentStrip::removeRequested, this, &Composer::removeRequested);
    connect(m_strip, &AttachmentStrip::detailChosen, this, &Composer::detailChosen);
    connect(m_strip, &AttachmentStrip::focusLeft, this, &Composer::focusText);
    connect(m_button, &RoundButton::clicked, this, [this] {
        if (m_mode == Mode::Stop)
            Q_EMIT stopRequested();
        else
            Q_EMIT sendRequested();
    });
}

void Composer::onSendKey()
{
    if (!m_isEmpty)
        Q_EMIT sendRequested();
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

int Composer::textLength() const
{
    return m_edit->document()->characterCount() - 1;
}

int Composer::cursor() const
{
    return m_edit->textCursor().position();
}

void Composer::setText(const QString &text, int cursor)
{
    m_isSettingText = true;
    m_edit->setPlainText(text);
    QTextCursor place = m_edit->textCursor();
    place.setPosition(qBound(0, cursor, int(m_edit->document()->characterCount()) - 1));
    m_edit->setTextCursor(place);
    m_isSettingText = false;
    showNote(QString());
}

void Composer::clearText()
{
    setText(QString(), 0);
}

void Composer::insertText(const QString &text)
{
    m_edit->insertPlainText(text);
}

void Composer::setChips(const QList<ChipContent> &chips)
{
    m_strip->setChips(chips);
    updateButton();
}

void Composer::setMode(Mode mode)
{
    m_mode = mode;
    updateButton();
}

void Composer::setSendsOnEnter(bool sendsOnEnter)
{
    m_sendsOnEnter = sendsOnEnter;
    m_edit->setSendsOnEnter(sendsOnEnter);
    updateButton();
}

void Composer::setMaximumTextHeight(int pixels)
{
    m_edit->setMaximumTextHeight(pixels);
}

void Composer::setCardWidth(int width)
{
    m_card->setMaximumWidth(width);
    m_queue->setMaximumWidth(width);
}

void Composer::setServerLabel(const QString &text)
{
    m_serverLabel->setText(text);
    m_serverLabel->setVisible(!text.isEmpty());
}

void Composer::setEstimate(const QString &text)
{
    m_estimate->setText(text);
}

void Composer::showNote(const QString &text)
{
    if (text.isEmpty() && m_note->isHidden())
        return;
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::updateButton()
{
    m_isEmpty = m_edit->document()->isEmpty() && m_strip->count() == 0;
    const bool stops = m_mode == Mode::Stop;
    const QString key = m_sendsOnEnter ? tr("Enter") : tr("Ctrl+Enter");
    m_button->setIconName(stops ? QStringLiteral("stop") : QStringLiteral("send"));
    m_button->setToolTip(stops ? tr("Stop (Esc)") : tr("Send (%1)").arg(key));
    m_button->setAccessibleName(stops ? tr("Stop") : tr("Send"));
    m_button->setEnabled(stops || !m_isEmpty);
}
