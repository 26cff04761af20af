// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// Another application to drag from: a small window that drags the files named on the command line, as a file manager does.
#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>

namespace {

class DragSource : public QLabel
{
public:
    explicit DragSource(const QList<QUrl> &urls)
        : m_urls(urls)
    {
        setTextFormat(Qt::PlainText);
        setText(QStringLiteral("Drag me"));
        setAlignment(Qt::AlignCenter);
        setWindowTitle(QStringLiteral("Drag source"));
        setFixedSize(160, 120);
    }

protected:
    void mousePressEvent(QMouseEvent *event) override { m_pressedAt = event->position().toPoint(); }

    void mouseMoveEvent(QMouseEvent *event) override
    {
        const QPoint moved = event->position().toPoint() - m_pressedAt;
        if (!(event->buttons() & Qt::LeftButton) || moved.manhattanLength() < QApplication::startDragDistance())
            return;
        auto *files = new QMimeData;
        files->setUrls(m_urls);
        auto *drag = new QDrag(this);
        drag->setMimeData(files);
        drag->exec(Qt::CopyAction);
    }

private:
    QList<QUrl> m_urls;
    QPoint m_pressedAt;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QList<QUrl> urls;
    const QStringList arguments = QApplication::arguments();
    for (const QString &file : arguments.mid(1))
        urls.append(QUrl::fromLocalFile(file));
    DragSource source(urls);
    source.show();
    return QApplication::exec();
}
