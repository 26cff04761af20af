// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationwriter.h"

#include <QSaveFile>
#include <QSet>

// A conversation on its way into a file. Until the last step the file's place holds what it held before; a file of ours is
// readable by its owner alone. Pictures of MarkdownPicturesBeside go into the folder "NAME_pictures" beside it, under numbers.
class ConversationFile
{
public:
    ConversationFile(const QString &path, ExportFormat format, ExportSource source, std::shared_ptr<const BlobSource> blobs);
    // What was begun is taken back unless it was finished.
    ~ConversationFile();

    bool needsUiThread() const { return m_writer->needsUiThread(); }
    int stepCount() const { return m_writer->stepCount(); }
    // True when there is more to write; false: the file stands. After an error it is not to be called again.
    Result<bool> writeNext();
    Result<Done> writeAll();

private:
    QString keepPicture(const ImagePart &picture);
    Error failure() const;

    QString m_path;
    std::shared_ptr<const BlobSource> m_blobs;
    QSaveFile m_file;
    std::unique_ptr<ConversationWriter> m_writer;
    QStringList m_pictures;           // written by this
    QHash<BlobId, QString> m_kept;
    bool m_isPictureMissing = false;
    bool m_hasMadeFolder = false;
    bool m_isFinished = false;
};

// A path in `folder` that nothing has yet: the name out of the title, with a number where it is taken.
QString freeExportPath(const QString &folder, const QString &title, ExportFormat format);
