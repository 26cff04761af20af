// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "rowmimedata.h"

#include "libraryexport.h"

#include <QDir>
#include <QEventLoop>
#include <QTimer>

namespace {

const QString filesFormat = QStringLiteral("text/uri-list");
constexpr auto LongestWait = std::chrono::seconds(20);

}

RowMimeData::RowMimeData(Library &library, const QList<ConversationId> &ids, const QMimeData &rows, std::shared_ptr<QTemporaryDir> folder)
    : m_library(library), m_ids(ids), m_rowFormats(rows.formats()), m_folder(std::move(folder))
{
    for (const QString &format : std::as_const(m_rowFormats))
        setData(format, rows.data(format));
}

QStringList RowMimeData::formats() const
{
    return m_rowFormats + QStringList { filesFormat };
}

// Whoever asks waits for the answer, and the desktop goes on waiting for him: a loop without the person's keys and clicks.
QList<QUrl> RowMimeData::files() const
{
    if (!m_files.isEmpty() || m_ids.isEmpty())
        return m_files;
    QTemporaryDir place(m_folder->filePath(QStringLiteral("XXXXXX")));
    place.setAutoRemove(false);      // goes with the folder around it
    std::vector<LibraryExport::Item> items;
    for (const ConversationId &id : m_ids)
        items.push_back({ id });
    LibraryExport work(m_library, ExportFormat::Document, std::move(items), place.path());
    QEventLoop loop;
    connect(&work, &LibraryExport::ended, &loop, &QEventLoop::quit);
    QTimer::singleShot(LongestWait, &loop, &QEventLoop::quit);
    work.start();
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    for (const QString &name : QDir(place.path()).entryList(QDir::Files, QDir::Name))
        m_files.append(QUrl::fromLocalFile(place.filePath(name)));
    return m_files;
}

QVariant RowMimeData::retrieveData(const QString &mimeType, QMetaType type) const
{
    if (mimeType != filesFormat)
        return QMimeData::retrieveData(mimeType, type);
    QVariantList list;
    for (const QUrl &url : files())
        list.append(url);
    return list.isEmpty() ? QVariant() : QVariant(list);
}
