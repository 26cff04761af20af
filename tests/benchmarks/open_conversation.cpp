// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Row 8: what opening a conversation costs up to its first paint, beside the floor `open`: the lengths of all its rows and
// the bodies of the last dozen from SQLite, one screenful laid out and painted. Both are done several times in turn, the
// first time not counted (fonts). Usage: open_conversation LIBRARY_FOLDER CONVERSATION_ID; prints one JSON object.

#include "benchsupport.h"
#include "processcpu.h"
#include "transcripttheme.h"
#include "transcriptview.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTextLayout>

#include <sqlite3.h>

namespace {

constexpr QSize Viewport(1000, 800);
constexpr int Rounds = 7;

double paintScreenful(const QStringList &bodies)
{
    QImage image(Viewport, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    double y = 0;
    for (qsizetype i = bodies.size() - 1; i >= 0 && y < Viewport.height(); --i) {
        for (const QString &paragraph : bodies.at(i).split(QStringLiteral("\n\n"))) {
            QTextLayout layout(paragraph, QApplication::font());
            layout.beginLayout();
            double height = 0;
            for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
                line.setLineWidth(700);
                line.setPosition({ 0, height });
                height += line.height();
            }
            layout.endLayout();
            layout.draw(&painter, { 150, y });
            y += height + 8;
        }
    }
    return y;
}

double floorMs(const QString &folder, const QUuid &conversation)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(qPrintable(folder + QStringLiteral("/library.db")), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        std::exit(1);
    const QByteArray id = conversation.toRfc4122();
    const double before = processCpuMs();
    sqlite3_stmt *lengths = nullptr;
    sqlite3_prepare_v2(database, "SELECT m.row, m.length FROM messages m JOIN conversations c ON c.row = m.conversation WHERE c.id = ? ORDER BY m.row", -1,
                       &lengths, nullptr);
    sqlite3_bind_blob(lengths, 1, id.constData(), int(id.size()), SQLITE_STATIC);
    qint64 total = 0;
    qint64 last = 0;
    while (sqlite3_step(lengths) == SQLITE_ROW) {
        last = sqlite3_column_int64(lengths, 0);
        total += sqlite3_column_int64(lengths, 1);
    }
    sqlite3_finalize(lengths);
    sqlite3_stmt *bodies = nullptr;
    sqlite3_prepare_v2(database, "SELECT text FROM bodies WHERE row > ? ORDER BY row", -1, &bodies, nullptr);
    sqlite3_bind_int64(bodies, 1, last - 12);
    QStringList texts;
    while (sqlite3_step(bodies) == SQLITE_ROW)
        texts.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(bodies, 0))));
    sqlite3_finalize(bodies);
    const double painted = paintScreenful(texts);
    const double used = processCpuMs() - before;
    sqlite3_close(database);
    return total > 0 && painted > 0 ? used : 0;
}

}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3)
        return 2;
    BenchLibrary library(arguments.at(1));
    TranscriptView view;
    view.resize(Viewport);
    view.show();
    QCoreApplication::processEvents();

    std::vector<double> product;
    std::vector<double> floor;
    int messages = 0;
    int laidOut = 0;
    std::unique_ptr<ConversationController> controller;
    for (int round = 0; round <= Rounds; ++round) {
        view.setModel(nullptr);
        controller.reset();
        QCoreApplication::processEvents();
        const double before = processCpuMs();
        controller = library.open(arguments.at(2), [&view](ConversationController &opened) {
            view.setModel(opened.model());
            view.viewport()->repaint();
        });
        const double used = processCpuMs() - before;
        messages = controller->model()->rowCount();
        laidOut = view.transcriptLayout().liveRows();
        const double least = floorMs(arguments.at(1), QUuid::fromString(arguments.at(2)));
        if (round > 0) {
            product.push_back(used);
            floor.push_back(least);
        }
    }
    std::printf("{\"messages\": %d, \"laid_out\": %d, \"product_ms\": %.3f, \"floor_ms\": %.3f}\n", messages, laidOut, percentile(product, 0.5), percentile(floor, 0.5));
    view.setModel(nullptr);
    return laidOut > 0 ? 0 : 1;
}
