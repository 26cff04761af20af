// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// A window with a transcript for a test that reads it as a screen reader does. F5 lets an answer come, a piece at each press, and end.
#include "listtranscript.h"
#include "transcriptview.h"

#include <QApplication>
#include <QShortcut>

namespace {

QString question()
{
    return QStringLiteral("How far is it?");
}

QString answer()
{
    return QStringLiteral("# Distances\n\nA **bold** word and [the catalogue](https://example.org/gaia).\n\n"
                          "```python\nprint(42)\n```\n\n"
                          "| Object | Light years |\n|--------|------------:|\n| Carina | 7500 |\n| Orion | 1344 |\n\n"
                          "![A nebula](https://pictures.example/nebula.png)\n\n$$d = \\frac{1}{p}$$\n");
}

QStringList pieces()
{
    return { QStringLiteral("The first sentence"), QStringLiteral(" ends here. The second"), QStringLiteral(" goes on. And"),
             QStringLiteral(" nobody ends this one") };
}

ListTranscript::Row row(Role role, const QString &text, MessageState state = MessageState::Complete)
{
    return { .role = role, .text = text, .state = state, .reasoning = {}, .images = {}, .infoLine = {}, .notice = {} };
}

}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("spoken_transcript"));
    ListTranscript model;
    model.append(row(Role::User, question()));
    model.append(row(Role::Assistant, answer()));
    TranscriptView view;
    view.setWindowTitle(QStringLiteral("Transcript"));
    view.resize(900, 800);
    view.setModel(&model);
    view.show();
    view.setFocus();

    QStringList coming = pieces();
    const QShortcut next(QKeySequence(Qt::Key_F5), &view);
    QObject::connect(&next, &QShortcut::activated, &view, [&] {
        if (model.rowCount() == 2)
            model.append(row(Role::Assistant, QString(), MessageState::Streaming));
        if (!coming.isEmpty())
            model.appendText(2, coming.takeFirst());
        else
            model.change(2, [](ListTranscript::Row &written) { written.state = MessageState::Complete; });
    });
    return QApplication::exec();
}
