// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Row 8: what opening a conversation costs up to its first paint, beside the floor `open`: the lengths of all its rows and
// the bodies of the last dozen from SQLite, one screenful laid out and painted. Both are done several times in turn, the
// first time not counted (fonts). Usage: open_conversation LIBRARY_FOLDER CONVERSATION_ID; prints one JSON object.

#include "chatclient.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "endpointbook.h"
#include "keystore.h"
#include "library.h"
#include "processcpu.h"
#include "settings.h"
#include "transcripttheme.h"
#include "transcriptview.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTextLayout>

#include <algorithm>
#include <cstdio>
#include <sqlite3.h>

namespace {

constexpr QSize Viewport(1000, 800);
constexpr int Rounds = 7;

class FixedClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override { return std::chrono::milliseconds(1'790'000'000'000); }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(0); }
};

class NoKeys final : public KeyStore
{
public:
    void probe(QObject *, std::function<void(KeyringState)> done) override { done(KeyringState::NoBus); }
    void read(const QString &, QObject *, Reply<ApiKey> done) override { done(ApiKey()); }
    void write(const QString &, const ApiKey &, QObject *, Reply<Done> done) override { done(Done()); }
    void remove(const QString &, QObject *, Reply<Done> done) override { done(Done()); }
};

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

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3)
        return 2;
    const QTemporaryDir scratch;
    const FixedClock clock;
    Result<std::unique_ptr<Library>> opened = Library::open(arguments.at(1), Library::Access::Owner, clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    const std::unique_ptr<Library> library = std::move(opened).value();
    const ConversationId id = ConversationId::fromString(arguments.at(2));
    ChatClient client(library->blobs());
    NoKeys keys;
    Settings settings(scratch.filePath(QStringLiteral("settings.ini")));
    EndpointBook book(client, keys, settings, ApiKey());
    TranscriptView view;
    view.resize(Viewport);
    view.show();
    QCoreApplication::processEvents();

    std::vector<double> product;
    std::vector<double> floor;
    int messages = 0;
    std::unique_ptr<ConversationController> controller;
    for (int round = 0; round <= Rounds; ++round) {
        view.setModel(nullptr);
        controller.reset();
        QCoreApplication::processEvents();
        const double before = processCpuMs();
        library->openConversation(id, &application, [&](Result<OpenedConversation> result) {
            if (!result)
                application.exit(1);
            controller = std::make_unique<ConversationController>(ConversationController::Dependencies { client, *library, book, clock }, std::move(result).value());
            view.setModel(controller->model());
            view.viewport()->repaint();
            application.quit();
        });
        application.exec();
        const double used = processCpuMs() - before;
        messages = controller ? controller->model()->rowCount() : 0;
        const double least = floorMs(arguments.at(1), id.uuid());
        if (round > 0) {
            product.push_back(used);
            floor.push_back(least);
        }
    }
    std::printf("{\"messages\": %d, \"product_ms\": %.3f, \"floor_ms\": %.3f}\n", messages, median(product), median(floor));
    view.setModel(nullptr);
    controller.reset();
    return messages > 0 ? 0 : 1;
}
