// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <optional>

// The parts of links and definitions. Each gets the place where the part begins; `next` is the place after it.
namespace MarkdownLink {

struct Part
{
    QStringView text;        // without brackets or quotes, not unescaped
    qsizetype next = 0;
};

std::optional<Part> label(QStringView text, qsizetype at, qint64 &steps);         // [label]
std::optional<Part> destination(QStringView text, qsizetype at, qint64 &steps);   // <url> or url
std::optional<Part> title(QStringView text, qsizetype at, qint64 &steps);         // "t", 't' or (t)

qsizetype skipSpace(QStringView text, qsizetype at);                              // over line ends too
QString unescaped(QStringView text);                                              // escapes and entities resolved

}
