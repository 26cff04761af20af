// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QString>

#include <functional>

// Standard input, output and error of a command.
class Terminal
{
public:
    Terminal();

    // False from the first failed write on: a reader that went away does not end the answer.
    bool write(const QString &text);
    bool writeBytes(const QByteArray &bytes);
    // Ends the last line where it has no end yet.
    void endLine();

    void note(const QString &text) const;                // one line on standard error
    // One line on standard error that the next one replaces; an empty one clears it. Only where somebody looks at a terminal.
    void showProgress(const QString &text) const;
    void complain(const Error &error) const;             // "grackle: what is. What to do."

    static bool inputIsPiped();
    // All of standard input as text; InvalidInput when it is more than a question can be.
    static Result<QString> readInput();

private:
    bool m_isTerminal;
    bool m_canWrite = true;
    bool m_atLineStart = true;
};

// Text from outside for a terminal: without the control characters that move the cursor or change the colours.
QString withoutControls(const QString &text);
