// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentintake.h"

#include "picturefile_p.h"

#include <QPointer>
#include <QThreadPool>

namespace {
// Each worker may hold a decoded picture of many megabytes.
constexpr int MaxWorkers = 2;
}

class ImageLoader::Private
{
public:
    Private(const ImageLimits &imageLimits, QObject *loader) : limits(imageLimits), receiver(loader)
    {
        pool.setMaxThreadCount(MaxWorkers);
    }

    // Does `work` in the pool and gives its result to `done` in the loader's thread, while the context lives.
    template<typename Work, typename Done>
    void run(Work work, QObject *context, Done done)
    {
        const QPointer<QObject> guard(context);
        QObject *loader = receiver;
        pool.start([work = std::move(work), done = std::move(done), guard, loader] {
            auto result = work();
            QMetaObject::invokeMethod(loader, [result = std::move(result), done, guard] {
                if (guard)
                    done(result);
            }, Qt::QueuedConnection);
        });
    }

    ImageLimits limits;
    QObject *receiver;
    QThreadPool pool;
};

ImageLoader::ImageLoader(const ImageLimits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(limits, this))
{
}

ImageLoader::~ImageLoader()
{
    d->pool.clear();
    d->pool.waitForDone();   // workers post to this object
}

void ImageLoader::loadFile(const QString &path, QObject *context, Reply done)
{
    loadFile(QUrl::fromLocalFile(path), context, std::move(done));
}

void ImageLoader::loadFile(const QUrl &url, QObject *context, Reply done)
{
    const auto work = [name = fileName(url), limits = d->limits]() -> Result<EncodedImage> {
        auto file = openPictureFile(name, limits);
        return file ? encodeImage(*file.value(), limits) : Result<EncodedImage>(file.error());
    };
    d->run(work, context, std::move(done));
}

void ImageLoader::loadImage(const QImage &image, QObject *context, Reply done)
{
    d->run([image, limits = d->limits] { return encodeImage(image, limits); }, context, std::move(done));
}

void ImageLoader::loadThumbnail(std::function<QByteArray()> read, int maxEdgePixels, QObject *context,
                                std::function<void(QImage)> done)
{
    d->run([read = std::move(read), maxEdgePixels] { return thumbnail(read(), maxEdgePixels); }, context, std::move(done));
}
