// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace {

constexpr QFileDevice::Permissions OwnerAlone = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString picturesFolder(const QString &path)
{
    const QFileInfo file(path);
    return file.completeBaseName() + QStringLiteral("_pictures");
}

}

ConversationFile::ConversationFile(const QString &path, ExportFormat format, ExportSource source, std::shared_ptr<const BlobSource> blobs)
    : m_path(path), m_blobs(std::move(blobs)), m_file(path)
{
    ConversationWriter::PictureKeeper keeper;
    if (format == ExportFormat::MarkdownPicturesBeside)
        keeper = [this](const ImagePart &picture) { return keepPicture(picture); };
    m_writer = ConversationWriter::make(format, std::move(source), m_blobs, keeper);
}

ConversationFile::~ConversationFile()
{
    if (m_isFinished)
        return;
    m_file.cancelWriting();
    for (const QString &picture : std::as_const(m_pictures))
        QFile::remove(picture);
    const QFileInfo file(m_path);
    if (m_hasMadeFolder)
        QDir(file.absolutePath()).rmdir(picturesFolder(m_path));
}

Error ConversationFile::failure() const
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = QCoreApplication::translate("ConversationFile", "The file %1 could not be written. Choose another place.").arg(QFileInfo(m_path).fileName());
    error.detail = m_file.errorString();
    return error;
}

// The name is a number: what a picture was called came with the conversation.
QString ConversationFile::keepPicture(const ImagePart &picture)
{
    const bool isKnown = picture.mimeType == "image/png" || picture.mimeType == "image/jpeg";
    if (picture.blob.isEmpty() || !isKnown)
        return {};
    if (const auto kept = m_kept.constFind(picture.blob); kept != m_kept.cend())
        return *kept;
    const Result<std::unique_ptr<QIODevice>> bytes = m_blobs->openBlob(picture.blob);
    if (!bytes)
        return {};
    const QString folder = picturesFolder(m_path);
    QDir place(QFileInfo(m_path).absolutePath());
    if (!place.exists(folder)) {
        m_hasMadeFolder = place.mkdir(folder);
        QFile::setPermissions(place.filePath(folder), OwnerAlone | QFileDevice::ExeOwner);
    }
    int number = int(m_pictures.size());
    QString name;
    do
        name = QStringLiteral("%1%2").arg(++number).arg(picture.mimeType == "image/png" ? QStringLiteral(".png") : QStringLiteral(".jpg"));
    while (place.exists(folder + u'/' + name));
    QSaveFile file(place.filePath(folder + u'/' + name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerAlone) && file.write(bytes.value()->readAll()) >= 0 && file.commit();
    if (!isWritten) {
        m_isPictureMissing = true;
        return {};
    }
    m_pictures.append(file.fileName());
    const QString address = QString::fromLatin1(QUrl::toPercentEncoding(folder)) + u'/' + name;
    m_kept.insert(picture.blob, address);
    return address;
}

Result<bool> ConversationFile::writeNext()
{
    if (!m_file.isOpen() && (!m_file.open(QIODevice::WriteOnly) || !m_file.setPermissions(OwnerAlone)))
        return failure();
    const Result<bool> written = m_writer->writeNext(m_file);
    if (!written)
        return written.error();
    if (m_isPictureMissing || m_file.error() != QFileDevice::NoError)
        return failure();
    if (written.value())
        return true;
    // A PDF is whole only when its writer has gone.
    m_writer.reset();
    if (!m_file.commit())
        return failure();
    m_isFinished = true;
    return false;
}

Result<Done> ConversationFile::writeAll()
{
    while (true) {
        const Result<bool> more = writeNext();
        if (!more)
            return more.error();
        if (!more.value())
            return Done {};
    }
}

QString freeExportPath(const QString &folder, const QString &title, ExportFormat format)
{
    const QDir place(folder);
    const QString name = exportName(title);
    QString path = place.filePath(name + exportSuffix(format));
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number)
        path = place.filePath(QStringLiteral("%1 %2%3").arg(name).arg(number).arg(exportSuffix(format)));
    return path;
}
