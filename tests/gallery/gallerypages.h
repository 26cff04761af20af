// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "listtranscript.h"

#include <QImage>

#include <vector>

// One picture of the gallery: a transcript of some rows.
struct GalleryPage
{
    QString name;                   // of the file, in front of -light-1x.png
    std::vector<ListTranscript::Row> rows;
    int width = 800;
    bool isMirrored = false;
};

// The documents of a folder, one page each: NAME.md is an answer, NAME.streaming.md one that has not ended; a line %%% begins another message. Then the
// samples of all languages in the other folder (NAME.src), some to a page, and the pages whose content no document can say.
std::vector<GalleryPage> galleryPages(const QString &documents, const QString &languages);

// The one picture that is there: drawn, not read. A null picture for others.
QImage galleryThumbnail(const ImagePart &part, const QSize &pixels);
