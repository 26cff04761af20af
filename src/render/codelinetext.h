// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "inlinetext.h"

#include <QString>
#include <QTextLine>

#include <vector>

// A line of code as it is drawn: in the order in which it is stored, from left to right, so that what is copied is what was
// read. A word of a right-to-left script is read from its right end, but holds its place: a mark that cannot be seen stands on
// both sides of it, and what is between two words is never turned round with them. Hidden characters are symbols.
// Positions are those of the line as stored; those of the drawn text are asked for by name.
class CodeLineText
{
public:
    CodeLineText() = default;
    explicit CodeLineText(QStringView line);

    const QString &drawn() const { return m_drawn; }
    qsizetype toDrawn(qsizetype position) const;
    qsizetype toStored(qsizetype drawnPosition) const;

    // With the line as laid out from drawn(): where the caret stands, the parts of a range from left to right as they are stored, and
    // the position under x.
    qreal caretX(const QTextLine &line, qsizetype position) const;
    struct Part { qreal left = 0; qreal right = 0; };
    std::vector<Part> parts(const QTextLine &line, const TextRange &range) const;
    qsizetype positionAt(const QTextLine &line, qreal x) const;

private:
    QString m_drawn;
    std::vector<TextRange> m_turned;       // words that are read from right to left, in order, as stored
};
