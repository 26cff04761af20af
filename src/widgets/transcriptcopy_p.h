// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "transcriptlayout.h"
#include "transcriptselection.h"

#include <QMimeData>
#include <QStringList>

// A selection as Markdown: whole messages and whole blocks as their source, parts of a block with their marks balanced.
QStringList selectedSources(TranscriptLayout &layout, const QAbstractItemModel &model, const TranscriptSelection &selection);

// The clipboard's view of copied messages: plain text and Markdown are the source, HTML is made when somebody asks for it.
class TranscriptMimeData : public QMimeData
{
    Q_OBJECT
public:
    explicit TranscriptMimeData(QStringList sources);
    QStringList formats() const override;
    bool hasFormat(const QString &mimeType) const override { return formats().contains(mimeType); }

protected:
    QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
    QStringList m_sources;
};
