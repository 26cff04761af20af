// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "attachmentchip.h"

#include <QMimeData>
#include <QWidget>

class ActionCollection;
class AttachmentStrip;
class ComposerEdit;
class QLabel;
class QueueList;
class QToolButton;
class RoundButton;

// Where a message is written: text, chips, a button for files and one that sends and, while an answer runs, stops.
// Holds no draft of its own: what stands here is told by text(), cursor() and whoever owns the attachments.
class Composer : public QWidget
{
    Q_OBJECT
public:
    // Uses the action "attachFiles".
    explicit Composer(const ActionCollection &actions, QWidget *parent = nullptr);

    QString text() const;
    int textLength() const;                              // without copying the text
    int cursor() const;                                  // UTF-16 units
    void setText(const QString &text, int cursor);       // does not announce textEdited()
    void clearText();
    void insertText(const QString &text);
    void setChips(const QList<ChipContent> &chips);
    // The messages that wait, above the card.
    QueueList *queueList() const { return m_queue; }

    enum class Mode { Send, Stop };
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    void setSendsOnEnter(bool sendsOnEnter);
    // A height the text may grow to: a third of the window.
    void setMaximumTextHeight(int pixels);
    // In pixels; a narrower window makes it narrower.
    void setCardWidth(int width);
    // A line that stays: what kind of server answers. Empty: none.
    void setServerLabel(const QString &text);
    // What sending would take, in faint words under the card; its line is always there. Empty: nothing to say.
    void setEstimate(const QString &text);
    // A sentence about the last paste or drop, until the text changes; empty hides it.
    void showNote(const QString &text);
    void focusText();

Q_SIGNALS:
    // Also while an answer runs: whoever sends decides when.
    void sendRequested();
    void stopRequested();
    void editLastRequested();
    void textEdited();
    void removeRequested(int index);
    void detailChosen(int index, ImageDetail detail);
    void undoRemoveRequested();
    // Pictures or files were pasted; `data` lives as long as the signal.
    void contentPasted(const QMimeData *data);

private:
    void connectParts();
    void onSendKey();
    void updateButton();

    Card *m_card;
    QueueList *m_queue;
    AttachmentStrip *m_strip;
    ComposerEdit *m_edit;
    QToolButton *m_attach;
    RoundButton *m_button;
    QLabel *m_note;
    QLabel *m_serverLabel;
    QLabel *m_estimate;
    Mode m_mode = Mode::Send;
    bool m_isEmpty = true;
    bool m_isSettingText = false;
    bool m_sendsOnEnter = true;
};
