// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Rows 9 and 10: scrolling, jumping and resizing in an opened conversation, each step painted, beside the floor `paint`:
// one screenful painted from ready layouts. Usage: move_conversation LIBRARY_FOLDER CONVERSATION_ID; prints one JSON object.

#include "benchsupport.h"
#include "processcpu.h"
#include "transcriptview.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTextLayout>
#include <QWheelEvent>

namespace {

constexpr QSize Viewport(1000, 800);
constexpr int Steps = 600;
constexpr int StepPixels = 60;
constexpr int Jumps = 60;
constexpr int Resizes = 60;

// The plainest window that holds ready layouts and paints them.
class ReadyText : public QWidget
{
public:
    explicit ReadyText(const QStringList &paragraphs)
    {
        qreal y = 0;
        for (const QString &paragraph : paragraphs) {
            auto layout = std::make_unique<QTextLayout>(paragraph, font());
            layout->beginLayout();
            for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
                line.setLineWidth(700);
                line.setPosition({ 0, y });
                y += 21;
            }
            layout->endLayout();
            m_layouts.push_back(std::move(layout));
            y += 8;
            if (y > Viewport.height())
                break;
        }
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.fillRect(event->rect(), Qt::white);
        for (const auto &layout : m_layouts)
            layout->draw(&painter, { 150, 0 });
    }

private:
    std::vector<std::unique_ptr<QTextLayout>> m_layouts;
};

double stepMs(const std::function<void()> &step)
{
    const double before = processCpuMs();
    step();
    return processCpuMs() - before;
}

std::vector<double> paintFloor(const ConversationModel &model)
{
    QStringList paragraphs;
    for (int row = model.rowCount() - 1; row >= 0 && paragraphs.size() < 60; --row)
        paragraphs += model.data(model.index(row), TextRole).toString().split(QStringLiteral("\n\n"));
    ReadyText text(paragraphs);
    text.resize(Viewport);
    text.show();
    QCoreApplication::processEvents();
    std::vector<double> times;
    for (int i = 0; i < 100; ++i)
        times.push_back(stepMs([&] { text.repaint(); }));
    return times;
}

// Steps as of a wheel, from the end upwards through rows never seen, then down again through rows seen before.
std::vector<double> scroll(TranscriptView &view)
{
    std::vector<double> times;
    for (int i = 0; i < Steps; ++i) {
        const int down = i < Steps / 2 ? StepPixels : -StepPixels;
        times.push_back(stepMs([&] {
            const QPointF at(500, 400);
            QWheelEvent wheel(at, view.viewport()->mapToGlobal(at), { 0, down }, { 0, down }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view.viewport(), &wheel);
            QCoreApplication::processEvents();
        }));
    }
    return times;
}

std::vector<double> jump(TranscriptView &view)
{
    std::vector<double> times;
    QRandomGenerator random(1);
    for (int i = 0; i < Jumps; ++i) {
        const int to = random.bounded(view.verticalScrollBar()->maximum());
        times.push_back(stepMs([&] {
            view.verticalScrollBar()->setValue(to);
            QCoreApplication::processEvents();
        }));
    }
    return times;
}

// Narrower and wider again, as an edge that is dragged. `kept` becomes false when another message came to the top.
std::vector<double> resize(TranscriptView &view, bool &kept)
{
    std::vector<double> times;
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    const MessageId top = view.readingPosition().message;
    for (int i = 0; i < Resizes; ++i) {
        const int width = Viewport.width() - 8 * (i < Resizes / 2 ? i : Resizes - i);
        times.push_back(stepMs([&] {
            view.resize(width, Viewport.height());
            QCoreApplication::processEvents();
        }));
        kept = kept && view.readingPosition().message == top;
    }
    return times;
}

void print(const char *name, const std::vector<double> &times)
{
    std::printf("\"%s\": {\"p50\": %.3f, \"p99\": %.3f, \"max\": %.3f}, ", name, percentile(times, 0.5), percentile(times, 0.99), percentile(times, 1));
}

}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3)
        return 2;
    BenchLibrary library(arguments.at(1));
    const std::unique_ptr<ConversationController> controller = library.open(arguments.at(2));
    TranscriptView view;
    view.resize(Viewport);
    view.setModel(controller->model());
    view.show();
    QCoreApplication::processEvents();

    bool kept = true;
    const std::vector<double> floor = paintFloor(*controller->model());
    const std::vector<double> scrolled = scroll(view);
    const std::vector<double> jumped = jump(view);
    const std::vector<double> resized = resize(view, kept);
    std::printf("{");
    print("paint", floor);
    print("scroll", scrolled);
    print("jump", jumped);
    print("resize", resized);
    std::printf("\"kept\": %s, \"messages\": %d}\n", kept ? "true" : "false", controller->model()->rowCount());
    view.setModel(nullptr);
    return 0;
}
