// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"

#include <QMimeData>
#include <QTemporaryDir>

// A picture of the library for other programs: its bytes, decoded, or as a file under a name of ours. Each is made when somebody
// asks for it. The file lives as long as `folder`.
class PictureMimeData : public QMimeData
{
    Q_OBJECT
public:
    PictureMimeData(ImagePart image, std::shared_ptr<const BlobSource> blobs, std::shared_ptr<QTemporaryDir> folder);

    QStringList formats() const override;
    bool hasFormat(const QString &mimeType) const override { return formats().contains(mimeType); }

protected:
    QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
    QByteArray bytes() const;
    QUrl file() const;

    ImagePart m_image;
    std::shared_ptr<const BlobSource> m_blobs;
    std::shared_ptr<QTemporaryDir> m_folder;
};
