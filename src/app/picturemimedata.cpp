// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "picturemimedata.h"

#include <QFile>
#include <QImage>

namespace {

const QString imageFormat = QStringLiteral("application/x-qt-image");
const QString filesFormat = QStringLiteral("text/uri-list");

}

PictureMimeData::PictureMimeData(ImagePart image, std::shared_ptr<const BlobSource> blobs, std::shared_ptr<QTemporaryDir> folder)
    : m_image(std::move(image)), m_blobs(std::move(blobs)), m_folder(std::move(folder))
{
}

QStringList PictureMimeData::formats() const
{
    return { QString::fromLatin1(m_image.mimeType), imageFormat, filesFormat };
}

QByteArray PictureMimeData::bytes() const
{
    const Result<std::unique_ptr<QIODevice>> device = m_blobs->openBlob(m_image.blob);
    return device ? device.value()->readAll() : QByteArray();
}

// Named by the blob's first digits: two pictures do not get in each other's way.
QUrl PictureMimeData::file() const
{
    const bool isPng = m_image.mimeType == "image/png";
    const QString name = QStringLiteral("picture-%1.%2").arg(QString::fromLatin1(m_image.blob.left(8)), isPng ? QStringLiteral("png") : QStringLiteral("jpg"));
    QFile copy(m_folder->filePath(name));
    if (copy.exists())
        return QUrl::fromLocalFile(copy.fileName());
    const QByteArray content = bytes();
    const bool isOpen = !content.isEmpty() && copy.open(QIODevice::WriteOnly | QIODevice::NewOnly) && copy.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen || copy.write(content) != content.size())
        return {};
    return QUrl::fromLocalFile(copy.fileName());
}

QVariant PictureMimeData::retrieveData(const QString &mimeType, QMetaType type) const
{
    if (mimeType == QString::fromLatin1(m_image.mimeType))
        return bytes();
    if (mimeType == imageFormat)
        return QImage::fromData(bytes(), m_image.mimeType == "image/png" ? "PNG" : "JPEG");
    if (mimeType != filesFormat)
        return QMimeData::retrieveData(mimeType, type);
    const QUrl url = file();
    return url.isEmpty() ? QVariant() : QVariant(QVariantList { url });
}
