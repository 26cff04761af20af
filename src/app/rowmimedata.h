// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QMimeData>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

class Library;

// Rows of the side pane that leave the window: what the model gives for them, and conversation documents with their pictures inside.
// The documents are written when somebody asks for them, into a folder that only the person can read; it is gone with the program.
class RowMimeData : public QMimeData
{
    Q_OBJECT
public:
    // `rows` is what the model gave, its format `rowsFormat`. The library outlives this.
    RowMimeData(Library &library, const QList<ConversationId> &ids, const QMimeData &rows, std::shared_ptr<QTemporaryDir> folder);

    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
    QList<QUrl> files() const;

    Library &m_library;
    QList<ConversationId> m_ids;
    QStringList m_rowFormats;
    std::shared_ptr<QTemporaryDir> m_folder;
    mutable QList<QUrl> m_files;
};
