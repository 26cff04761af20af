// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// Another application to drop on: a small window that takes text as an editor does. What was dropped is written to the file named
// on the command line, as JSON by format; the window says "Dropped" when it is there.
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>

namespace {

class DropTarget : public QLabel
{
public:
    explicit DropTarget(const QString &path)
        : m_path(path)
    {
        setTextFormat(Qt::PlainText);
        setText(QStringLiteral("Drop here"));
        setAlignment(Qt::AlignCenter);
        setWindowTitle(QStringLiteral("Drop target"));
        setFixedSize(160, 120);
        setAcceptDrops(true);
    }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (event->mimeData()->hasText())
            event->acceptProposedAction();
    }

    void dropEvent(QDropEvent *event) override
    {
        QJsonObject dropped;
        for (const char *format : { "text/plain", "text/markdown", "text/html" })
            dropped[QLatin1String(format)] = QString::fromUtf8(event->mimeData()->data(QLatin1String(format)));
        dropped[QStringLiteral("isCopy")] = event->dropAction() == Qt::CopyAction;
        event->acceptProposedAction();
        QFile file(m_path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(dropped).toJson());
        file.close();
        setText(QStringLiteral("Dropped"));
    }

private:
    QString m_path;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    DropTarget target(QApplication::arguments().value(1));
    target.show();
    return QApplication::exec();
}
