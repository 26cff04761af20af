// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// transcript_probe FILE CHUNK [--width PX] [--height PX] [--png OUT] [--dark] [--scale N] [--question TEXT] [--keep-streaming]
// Shows FILE as an answer arriving in pieces of CHUNK characters (0: at once) in the real view and prints one JSON object.
#include "listtranscript.h"
#include "transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QPixmap>

#include <cstdio>

namespace {

struct Times
{
    qint64 total = 0;
    qint64 longest = 0;
};

// A piece is what a frame brings: after each the view takes over and paints.
Times stream(ListTranscript &model, TranscriptView &view, int row, const QString &text, qsizetype chunk)
{
    Times times;
    qsizetype at = 0;
    do {
        qsizetype length = chunk <= 0 ? text.size() : qMin(chunk, text.size() - at);
        if (at + length < text.size() && text.at(at + length - 1).isHighSurrogate())
            ++length;
        QElapsedTimer timer;
        timer.start();
        model.appendText(row, text.sliced(at, length));
        view.flushChanges();
        QCoreApplication::processEvents();
        const qint64 spent = timer.nsecsElapsed();
        times.total += spent;
        times.longest = qMax(times.longest, spent);
        at += length;
    } while (at < text.size());
    return times;
}

void savePicture(TranscriptView &view, const QString &path, qreal scale)
{
    // The whole transcript, however high, but no higher than what painters take.
    const int height = int(qBound(qint64(200), view.transcriptLayout().totalHeight() + 24, qint64(12000)));
    view.resize(view.width(), height);
    QCoreApplication::processEvents();
    QPixmap picture(view.size() * scale);
    picture.setDevicePixelRatio(scale);
    view.render(&picture);
    picture.save(path);
}

}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption width(QStringLiteral("width"), QStringLiteral("Pixels."), QStringLiteral("px"), QStringLiteral("800"));
    const QCommandLineOption height(QStringLiteral("height"), QStringLiteral("Pixels."), QStringLiteral("px"), QStringLiteral("700"));
    const QCommandLineOption png(QStringLiteral("png"), QStringLiteral("Picture to write."), QStringLiteral("file"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Dark theme."));
    const QCommandLineOption scale(QStringLiteral("scale"), QStringLiteral("Device pixel ratio of the picture."), QStringLiteral("n"), QStringLiteral("1"));
    const QCommandLineOption zoom(QStringLiteral("zoom"), QStringLiteral("Size of the type."), QStringLiteral("factor"), QStringLiteral("1"));
    const QCommandLineOption question(QStringLiteral("question"), QStringLiteral("A question above the answer."), QStringLiteral("text"));
    const QCommandLineOption keep(QStringLiteral("keep-streaming"), QStringLiteral("Leave the answer unfinished."));
    parser.addOptions({ width, height, png, dark, scale, zoom, question, keep });
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("Markdown, UTF-8."));
    parser.addPositionalArgument(QStringLiteral("chunk"), QStringLiteral("Characters a piece; 0: all at once."));
    parser.process(application);
    bool isNumber = false;
    const QStringList arguments = parser.positionalArguments();
    const int chunk = arguments.value(1).toInt(&isNumber);
    QFile file(arguments.value(0));
    if (arguments.size() != 2 || !isNumber || !file.open(QIODevice::ReadOnly)) {
        std::fputs("usage: transcript_probe FILE CHUNK [--width PX] [--png OUT] [--dark] [--scale N]\n", stderr);
        return 2;
    }
    const QString text = QString::fromUtf8(file.readAll());

    TranscriptView view;
    view.setTheme(makeTranscriptTheme({ .scheme = parser.isSet(dark) ? TranscriptTheme::Scheme::Dark : TranscriptTheme::Scheme::Light,
                                        .zoom = parser.value(zoom).toDouble(), .textFamily = {}, .codeFamily = {}, .accent = {} }));
    ListTranscript model;
    if (parser.isSet(question))
        model.append({ .role = Role::User, .text = parser.value(question), .reasoning = {}, .images = {}, .infoLine = {}, .notice = {} });
    model.append({ .role = Role::Assistant, .text = {}, .state = MessageState::Streaming, .reasoning = {}, .images = {},
                   .infoLine = QStringLiteral("grok-4.7 · 1,204 tokens · 12.4 s"), .notice = {} });
    const int row = model.rowCount() - 1;
    view.resize(parser.value(width).toInt(), parser.value(height).toInt());
    view.setModel(&model);
    view.show();
    QCoreApplication::processEvents();

    const int laidOutBefore = view.transcriptLayout().ensureRow(row).body().laidOutBoxes();
    const Times times = stream(model, view, row, text, chunk);
    const int relayouts = view.transcriptLayout().ensureRow(row).body().laidOutBoxes() - laidOutBefore;
    if (!parser.isSet(keep)) {
        model.change(row, [](ListTranscript::Row &answer) { answer.state = MessageState::Complete; });
        view.flushChanges();
    }
    view.copyMessage(row);
    const QJsonObject result {
        { QStringLiteral("visible"), view.shownText(row) },
        { QStringLiteral("links"), QJsonArray::fromStringList(view.activeLinks(row)) },
        { QStringLiteral("code"), QJsonArray::fromStringList(view.codeBlocks(row)) },
        { QStringLiteral("source"), QApplication::clipboard()->text() },
        { QStringLiteral("ms"), double(times.total) / 1e6 },
        { QStringLiteral("stall_ms"), double(times.longest) / 1e6 },
        { QStringLiteral("blocks"), view.transcriptLayout().ensureRow(row).body().leafCount() },
        { QStringLiteral("relayouts"), relayouts },
    };
    if (parser.isSet(png)) {
        savePicture(view, parser.value(png), parser.value(scale).toDouble());
    }
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
