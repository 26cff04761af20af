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

// A fence that nothing in the arguments ends.
QString fenceFor(const QString &code)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(longest + 1, u'`');
}

QString callMarkdown(const ToolCall &call)
{
    QString name = call.name.simplified();
    name.remove(u'`');
    const QString fence = fenceFor(call.arguments);
    return QStringLiteral("**%1** `%2`\n\n").arg(Words::tr("Called:"), name) + fence + QLatin1String("json\n") + call.arguments.trimmed() + u'\n' + fence + u'\n';
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
