// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

struct Delta;

// Some local servers write thinking into the text, between <think> and </think>, cut anywhere. Moves it to where
// thinking belongs. Looks only at the very start of an answer: the same words later are the model's own.
class ThinkSplitter
{
public:
    void split(Delta &delta);
    // What was held back because a tag might have begun.
    void flush(Delta &delta);

private:
    enum class Place { Start, Thinking, AfterThinking, Text };
    Place m_place = Place::Start;
    QString m_held;
};
