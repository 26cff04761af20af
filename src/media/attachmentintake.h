// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "imageencoder.h"

#include <QList>
#include <QMimeData>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

// What of a drop, a paste or a chosen list of files can be taken. Cheap enough for a drag that hovers.
struct Intake
{
    struct Refusal { QString name; QString reason; };
    QList<QUrl> imageFiles;          // local regular files whose content is a picture we can take, in the order given
    bool hasImageData = false;       // a picture in the clipboard itself
    QString text;                    // plain text to insert, when there is nothing else
    QList<Refusal> refusals;         // folders, devices, SVG, unreadable, too large: each with its reason
    bool isEmpty() const { return imageFiles.isEmpty() && !hasImageData && text.isEmpty(); }
};

// One decision for drop, paste and "choose file".
Intake examine(const QMimeData &data, const ImageLimits &limits);
Intake examine(const QList<QUrl> &files, const ImageLimits &limits);
// One sentence for the drop zone: "2 images will be added to this message", with the refusals after it.
QString describeIntake(const Intake &intake);

// Encodes in a thread pool. Results come in this object's thread, in any order, one per picture, unless `context` is gone.
class ImageLoader : public QObject
{
    Q_OBJECT
public:
    using Reply = std::function<void(Result<EncodedImage>)>;
    explicit ImageLoader(const ImageLimits &limits, QObject *parent = nullptr);
    ~ImageLoader() override;       // waits for what runs
    void loadFile(const QString &path, QObject *context, Reply done);
    // The same for a name that is no valid text; Intake::imageFiles keeps such names whole.
    void loadFile(const QUrl &url, QObject *context, Reply done);
    void loadImage(const QImage &image, QObject *context, Reply done);
    // The thumbnail of stored bytes.
    void loadThumbnail(std::function<QByteArray()> read, int maxEdgePixels, QObject *context, std::function<void(QImage)> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};
