// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practicerequest_p.h"

#include <QColor>
#include <QSize>

// What is really in the bytes of a picture.
struct PictureFacts
{
    QString format;       // "PNG" or "JPEG", by content
    QSize pixels;
    QColor meanColour;    // of what is not transparent
    qsizetype bytes = 0;
    bool hasTransparency = false;
};

// Decodes the bytes; the failure of a server that cannot (another format, damaged, too many pixels).
Result<PictureFacts, PracticeFailure> lookAt(const PracticePicture &picture);

// "light blue", "dark grey": the nearest of two dozen plain names.
QString colourName(const QColor &colour);

// One numbered Markdown list entry per picture, in the order sent.
Result<QString, PracticeFailure> describePictures(const QList<PracticePicture> &pictures);

// What such a picture counts: 448 pixel tiles of 256 tokens, at most six, and one more.
qint64 imageTokens(const PracticePicture &picture);
