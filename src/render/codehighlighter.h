// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "codelanguage.h"

#include <QStringList>

struct CodeSpan
{
    int begin = 0;
    int length = 0;
    CodeKind kind = CodeKind::Plain;
    bool operator==(const CodeSpan &) const = default;
};

// The language of a code block by any of its names, as the first word of an info string has them, also with what some write
// around it (python:app.py, js{1,3}): nullptr for one that is not known. A language's file is read when it is asked for the
// first time; what is read stays and never changes.
const CodeLanguage *codeLanguage(const QString &name);
QStringList codeLanguageNames();
// What a file with such code may be called: "code.py", "Makefile". Always a name of ours, "code.txt" for what is not known.
QString codeFileName(const QString &language);

// Colours one line (without its end), starting in `state` (0 at the beginning of a text), appends its spans and gives back
// the state of the next line. A pure function; any state is taken.
quint32 lexCodeLine(const CodeLanguage &language, QStringView line, quint32 state, std::vector<CodeSpan> &spans);
