// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMimeData>
#include <QPlainTextEdit>
#include <QStaticText>
#include <QTimer>

#include <chrono>

// The text of the draft. Plain text only; grows with its lines up to a height it is given. Enter sends (or Ctrl+Enter
// alone, by setting), but never while an input method composes. Where nobody types for ten seconds the caret stops blinking and
// stays visible, as in other desktops' fields: a window that is open all day sleeps between two thoughts.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget *parent = nullptr);
    ~ComposerEdit() override;

    void setSendsOnEnter(bool sendsOnEnter) { m_sendsOnEnter = sendsOnEnter; }
    void setMaximumTextHeight(int pixels);
    // Shown while the draft is empty. The base class lays its own out anew with each blink of the caret; this one is kept.
    void setHint(const QString &hint);
    void setCaretRestTime(std::chrono::milliseconds time);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendKeyPressed();
    void stopKeyPressed();
    // Up in an empty composer.
    void editLastRequested();
    // Undo where the text has nothing to undo.
    void undoBeyondTextRequested();
    // Something else than plain text was pasted; `data` lives as long as the signal.
    void contentPasted(const QMimeData *data);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    // The whole window is one drop zone; the text field takes no drop of its own.
    void dragEnterEvent(QDragEnterEvent *event) override { event->ignore(); }

private:
    bool isSendKey(const QKeyEvent &event) const;
    int textHeight() const;
    void placeHint();
    void wakeCaret();
    void setCaretResting(bool isResting);

    QStaticText m_hint;
    QTimer m_caretTimer;
    bool m_isCaretResting = false;
    bool m_sendsOnEnter = true;
    bool m_isComposing = false;
    int m_maximumTextHeight = 240;
};
