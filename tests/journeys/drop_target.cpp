// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// Another application to drop on: a small window that takes text as an editor does, and files as a file manager does. What was dropped is
// written to the file named on the command line, as JSON by format; files are copied into the folder of that file. The window says
// "Dropped" when it is there, with a number from the second time on.
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

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
        if (event->mimeData()->hasText() || event->mimeData()->hasUrls())
            event->acceptProposedAction();
    }

    void dropEvent(QDropEvent *event) override
    {
        QJsonObject dropped;
        for (const char *format : { "text/plain", "text/markdown", "text/html" })
            dropped[QLatin1String(format)] = QString::fromUtf8(event->mimeData()->data(QLatin1String(format)));
        dropped[QStringLiteral("isCopy")] = event->dropAction() == Qt::CopyAction;
        dropped[QStringLiteral("files")] = copied(event->mimeData()->urls());
        event->acceptProposedAction();
        QFile file(m_path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(dropped).toJson());
        file.close();
        setText(++m_drops == 1 ? QStringLiteral("Dropped") : QStringLiteral("Dropped %1").arg(m_drops));
    }

private:
    QJsonArray copied(const QList<QUrl> &urls) const
    {
        QJsonArray names;
        for (const QUrl &url : urls) {
            const QString name = QFileInfo(url.toLocalFile()).fileName();
            const QString copy = QFileInfo(m_path).dir().filePath(name);
            QFile::remove(copy);
            if (QFile::copy(url.toLocalFile(), copy))
                names.append(name);
        }
        return names;
    }

    QString m_path;
    int m_drops = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    DropTarget target(QApplication::arguments().value(1));
    target.show();
    return QApplication::exec();
}
