// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "composeredit.h"

#include <QAbstractTextDocumentLayout>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>
#include <QTextBlock>

using namespace std::chrono_literals;

namespace {

constexpr auto CaretRestTime = 10s;
constexpr int AsTheDesktopSays = -1;

}

ComposerEdit::ComposerEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("composerText"));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAcceptDrops(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_caretTimer.setSingleShot(true);
    m_caretTimer.setInterval(CaretRestTime);
    connect(&m_caretTimer, &QTimer::timeout, this, [this] { setCaretResting(true); });
    m_hint.setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setSizePolicy(policy);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ComposerEdit::updateGeometry);
}

ComposerEdit::~ComposerEdit()
{
    setCaretResting(false);
}

void ComposerEdit::setMaximumTextHeight(int pixels)
{
    m_maximumTextHeight = pixels;
    updateGeometry();
}

void ComposerEdit::setHint(const QString &hint)
{
    m_hint.setText(hint);
    placeHint();
    viewport()->update();
}

void ComposerEdit::placeHint()
{
    // A static text does not turn its edges by itself.
    QTextOption option(isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft);
    option.setTextDirection(layoutDirection());
    option.setWrapMode(QTextOption::WordWrap);
    m_hint.setTextOption(option);
    m_hint.setTextWidth(viewport()->width() - 2 * document()->documentMargin());
}

void ComposerEdit::setCaretRestTime(std::chrono::milliseconds time)
{
    m_caretTimer.setInterval(time);
}

void ComposerEdit::wakeCaret()
{
    setCaretResting(false);
    m_caretTimer.start();
}

// A flash time of nothing is the one way to let a text field's caret stand; it holds for the program, so that it ends with the focus.
void ComposerEdit::setCaretResting(bool isResting)
{
    if (m_isCaretResting == isResting)
        return;
    m_isCaretResting = isResting;
    QGuiApplication::styleHints()->setCursorFlashTime(isResting ? 0 : AsTheDesktopSays);
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

bool ComposerEdit::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        placeHint();
    return QPlainTextEdit::event(event);
}

bool ComposerEdit::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        wakeCaret();
    return QPlainTextEdit::viewportEvent(event);
}

void ComposerEdit::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (!document()->isEmpty() || m_isComposing || m_hint.text().isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawStaticText(QPointF(document()->documentMargin(), document()->documentMargin()), m_hint);
}

void ComposerEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    wakeCaret();
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_caretTimer.stop();
    setCaretResting(false);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeHint();
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
    wakeCaret();
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
    wakeCaret();
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
