// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// The first byte chooses the language, four more a state to begin in; the rest is code.
#include "codehighlighter.h"
#include "codelanguage.h"
#include "fuzzing.h"

#include <QStringList>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

namespace {

quint32 colourLine(const CodeLanguage &language, QStringView line, quint32 state)
{
    std::vector<CodeSpan> spans;
    const quint32 next = lexCodeLine(language, line, state, spans);
    qsizetype end = 0;
    for (const CodeSpan &span : spans) {
        mustHold(span.length > 0 && span.begin >= end, "spans follow each other");
        end = qsizetype(span.begin) + span.length;
    }
    mustHold(end <= line.size(), "spans stand in the line");

    std::vector<CodeSpan> again;
    mustHold(lexCodeLine(language, line, state, again) == next && again == spans, "the same line is coloured the same");
    return next;
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 5)
        return 0;
    static const QStringList names = codeLanguageNames();
    const CodeLanguage *language = codeLanguage(names.at(bytes[0] % names.size()));
    mustHold(language, "a language that is named is there");
    const quint32 anyState = quint32(bytes[1]) | quint32(bytes[2]) << 8 | quint32(bytes[3]) << 16 | quint32(bytes[4]) << 24;
    const QString code = QString::fromUtf8(asBytes(bytes + 5, size - 5));
    for (const quint32 first : { quint32(0), anyState }) {
        quint32 state = first;
        for (const QStringView line : QStringView(code).split(u'\n'))
            state = colourLine(*language, line, state);
    }
    return 0;
}
