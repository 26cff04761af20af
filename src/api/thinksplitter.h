// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

struct Delta;

// Some local servers write thinking into the text, between <think> and </think>, cut anywhere. Moves it to where
// thinking belongs. An opening tag counts at the very start of an answer alone: the same words later are the model's own.
// Where the template writes the opening tag, only the closing one comes: alone in a line it ends thinking too. What was taken
// for text until then moves (Delta::wholeText).
class ThinkSplitter
{
public:
    void split(Delta &delta);
    // What was held back because a tag might have begun.
    void flush(Delta &delta);

private:
    enum class Place { Start, Thinking, AfterThinking, Text };
    void remember(Delta &delta);
    void forget();
    void moveWhatALoneTagEnds(Delta &delta);

    Place m_place = Place::Start;
    QString m_held;
    QString m_text;              // from the first word on, while a closing tag alone may still come
    qsizetype m_searchedTo = 0;  // in m_text, for the closing tag
    bool m_mayLackOpening = true;
};
