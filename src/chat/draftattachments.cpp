// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "draftattachments.h"

#include "attachmentintake.h"
#include "library.h"

#include <QFileInfo>

#include <deque>
#include <optional>

class DraftAttachments::Private
{
public:
    struct Pending
    {
        quint64 number = 0;
        QString name;
        ImageDetail detail = ImageDetail::Auto;
        std::optional<Result<Attachment>> outcome;
    };

    Private(DraftAttachments *owner, ImageLoader &imageLoader, Library &target, Keep keeping) : q(owner), loader(imageLoader), library(target), keep(keeping) {}

    DraftAttachments *q;
    ImageLoader &loader;
    Library &library;
    const Keep keep;
    ImageDetail detail = ImageDetail::Auto;
    std::deque<Pending> pending;       // in the order they came
    quint64 nextNumber = 1;
    int done = 0;
    int total = 0;

    ImageLoader::Reply enqueue(const QString &name);
    void store(quint64 number, const EncodedImage &image);
    void settle(quint64 number, const Result<Attachment> &outcome);
    void giveOut();
    Pending *find(quint64 number);
};

DraftAttachments::Private::Pending *DraftAttachments::Private::find(quint64 number)
{
    for (Pending &one : pending) {
        if (one.number == number)
            return &one;
    }
    return nullptr;
}

ImageLoader::Reply DraftAttachments::Private::enqueue(const QString &name)
{
    const quint64 number = nextNumber++;
    pending.push_back({ number, name, detail, std::nullopt });
    ++total;
    Q_EMIT q->progressChanged(done, total);
    return [this, number](const Result<EncodedImage> &image) {
        if (image)
            store(number, image.value());
        else
            settle(number, image.error());
    };
}

void DraftAttachments::Private::store(quint64 number, const EncodedImage &image)
{
    const Pending *one = find(number);
    if (!one)
        return;
    Attachment attachment;
    attachment.image.mimeType = image.mimeType;
    attachment.image.name = one->name;
    attachment.image.pixels = image.pixels;
    attachment.image.byteCount = image.bytes.size();
    attachment.image.detail = one->detail;
    attachment.notes = image.notes;
    if (keep == Keep::InMemory) {
        attachment.image.blob = library.holdBlob(image.bytes);
        settle(number, attachment);
        return;
    }
    library.putBlob(image.bytes, q, [this, number, attachment](const Result<BlobId> &blob) {
        if (!blob)
            return settle(number, blob.error());
        Attachment stored = attachment;
        stored.image.blob = blob.value();
        settle(number, stored);
    });
}

void DraftAttachments::Private::settle(quint64 number, const Result<Attachment> &outcome)
{
    Pending *one = find(number);
    if (!one)
        return;
    one->outcome = outcome;
    ++done;
    giveOut();
}

void DraftAttachments::Private::giveOut()
{
    while (!pending.empty() && pending.front().outcome) {
        const Pending first = std::move(pending.front());
        pending.pop_front();
        if (*first.outcome)
            Q_EMIT q->ready(first.outcome->value());
        else
            Q_EMIT q->refused(first.name, first.outcome->error());
    }
    if (pending.empty())
        done = total = 0;
    Q_EMIT q->progressChanged(done, total);
}

DraftAttachments::DraftAttachments(ImageLoader &loader, Library &library, Keep keep, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, loader, library, keep))
{
}

DraftAttachments::~DraftAttachments() = default;

void DraftAttachments::add(const Intake &intake)
{
    for (const Intake::Refusal &refusal : intake.refusals) {
        Error error;
        error.kind = ErrorKind::UnsupportedFile;
        error.message = refusal.reason;
        Q_EMIT refused(refusal.name, error);
    }
    for (const QUrl &file : intake.imageFiles)
        addFile(file);
}

void DraftAttachments::addFile(const QUrl &file)
{
    const QString path = file.toLocalFile();
    d->loader.loadFile(path, this, d->enqueue(QFileInfo(path).fileName()));
}

void DraftAttachments::addImage(const QImage &image)
{
    d->loader.loadImage(image, this, d->enqueue(tr("Pasted picture")));
}

void DraftAttachments::setDetail(ImageDetail detail)
{
    d->detail = detail;
}

void DraftAttachments::cancelAll()
{
    d->pending.clear();
    d->done = d->total = 0;
    Q_EMIT progressChanged(0, 0);
}

int DraftAttachments::pending() const
{
    return int(d->pending.size());
}
