// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "answertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AnswerText)
};

QString callMarkdown(const ToolCall &call)
{
    QString name = call.name.simplified();
    name.remove(u'`');
    return QStringLiteral("**%1** `%2`\n\n").arg(Words::tr("Called:"), name) + fencedCode(call.arguments.trimmed(), QStringLiteral("json")) + u'\n';
}

}

QString answerMarkdown(const Message &message)
{
    QStringList blocks;
    if (message.answer && !message.answer->refusal.isEmpty() && textOf(message).isEmpty())
        blocks.append(message.answer->refusal + u'\n');
    for (const ToolCall &call : message.toolCalls)
        blocks.append(callMarkdown(call));
    return blocks.join(u'\n');
}

QString fencedCode(const QString &code, const QString &language)
{
    qsizetype longest = 2;
    for (qsizetype at = 0, run = 0; at < code.size(); ++at) {
        run = code.at(at) == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + code + (code.endsWith(u'\n') ? QString() : QStringLiteral("\n")) + fence;
}
