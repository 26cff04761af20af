// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"
#include "paintcontext.h"

#include <QtGlobal>

class TranscriptView;

// Tells assistive technology what happens: new messages, finished sentences of an answer that is being written, its end, and
// where the focus is. Does nothing while nobody listens.
class TranscriptAnnouncer
{
public:
    explicit TranscriptAnnouncer(TranscriptView &view) : m_view(view) {}

    void noteAdded(int first, int count);
    // The row was laid out anew: its text may have grown or ended.
    void noteChange(int row);
    void noteFocus(int row);
    // Something in the row has the focus.
    void noteSpotFocus(int row, const Hotspot &spot);
    void reset();

private:
    void speak(int row, qsizetype from, const QString &words);

    TranscriptView &m_view;
    MessageId m_message;             // the answer that is being written
    qsizetype m_spoken = 0;          // of its source
};

// Where the last finished sentence of `text` ends, looking from `from` on; `from` when there is none.
qsizetype finishedSentences(const QString &text, qsizetype from);
