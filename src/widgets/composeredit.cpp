// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "composeredit.h"

#include <QAbstractTextDocumentLayout>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

ComposerEdit::ComposerEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("composerText"));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAcceptDrops(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setSizePolicy(policy);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ComposerEdit::updateGeometry);
}

void ComposerEdit::setMaximumTextHeight(int pixels)
{
    m_maximumTextHeight = pixels;
    updateGeometry();
}

int ComposerEdit::textHeight() const
{
    // The plain-text layout counts its height in lines.
    const qreal lines = qMax(1.0, document()->documentLayout()->documentSize().height());
    const int margins = int(2 * document()->documentMargin());
    return int(qMin(lines, 1000.0) * fontMetrics().lineSpacing()) + margins;
}

QSize ComposerEdit::sizeHint() const
{
    return { 200, qMin(textHeight(), m_maximumTextHeight) };
}

QSize ComposerEdit::minimumSizeHint() const
{
    return { 80, sizeHint().height() };
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    // Below its greatest height all lines are visible and a bar would only flicker while it grows.
    setVerticalScrollBarPolicy(textHeight() > m_maximumTextHeight ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

bool ComposerEdit::isSendKey(const QKeyEvent &event) const
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    return modifiers == Qt::ControlModifier || (modifiers == Qt::NoModifier && m_sendsOnEnter);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (isSendKey(*event)) {
        // An Enter that reaches us during a composition belongs to the input method.
        if (!m_isComposing)
            Q_EMIT sendKeyPressed();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_isComposing) {
        Q_EMIT stopKeyPressed();
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && document()->isEmpty() && !m_isComposing) {
        Q_EMIT editLastRequested();
        return;
    }
    if (event->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) {
        Q_EMIT undoBeyondTextRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasUrls() || source->hasImage() || source->hasText();
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasUrls() || source->hasImage()) {
        Q_EMIT contentPasted(source);
        return;
    }
    insertPlainText(source->text());
}
