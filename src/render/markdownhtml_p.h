// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

// Raw HTML is never interpreted, but it must be recognised: what stands in a tag is not Markdown.
namespace MarkdownHtml {

// Each gets the text and the place of `<` and returns the place after `>`, or -1. `steps` counts what was looked at.
qsizetype openTagEnd(QStringView text, qsizetype at, qint64 &steps);
qsizetype closingTagEnd(QStringView text, qsizetype at, qint64 &steps);

}
