// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentintake.h"

#include "imagekind_p.h"
#include "picturefile_p.h"

#include <QCoreApplication>
#include <QImageReader>

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AttachmentIntake)
};

constexpr qsizetype MaxRefusalsTold = 3;

// What a person knows the file by; bytes that are no text become replacement characters.
QString displayName(const QUrl &url)
{
    const QByteArray name = fileName(url);
    const QString text = QString::fromUtf8(name.endsWith('/') ? name.chopped(1) : name);
    const QString last = text.section(u'/', -1);
    return last.isEmpty() ? text : last;
}

// Looks at the beginning of a file. Nothing where it can be taken.
std::optional<QString> reasonAgainst(const QUrl &url, const ImageLimits &limits)
{
    if (!url.host().isEmpty() && url.host() != QLatin1StringView("localhost"))
        return Words::tr("The file is on another computer. Copy it here first.");
    auto file = openPictureFile(fileName(url), limits);
    if (!file)
        return file.error().message;
    const ImageKind kind = imageKind(file.value()->peek(ImageHeadBytes));
    if (!isAccepted(kind))
        return refusal(kind).message;
    QImageReader reader(file.value().get(), readerFormat(kind));
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();   // in the head of the file
    if (qint64(size.width()) * size.height() > limits.maxPixels)
        return Words::tr("The picture has %1 × %2 pixels, which is too many. Make it smaller first.").arg(size.width()).arg(size.height());
    return std::nullopt;
}

void addUrls(const QList<QUrl> &urls, const ImageLimits &limits, Intake &intake)
{
    QStringList addresses;
    for (const QUrl &url : urls) {
        if (!url.isLocalFile()) {
            addresses.append(url.toString(QUrl::FullyEncoded));
        } else if (const auto reason = reasonAgainst(url, limits)) {
            intake.refusals.append({ displayName(url), *reason });
        } else {
            intake.imageFiles.append(url);
        }
    }
    if (intake.imageFiles.isEmpty())
        intake.text = addresses.join(u'\n');
}

QString additionText(const Intake &intake)
{
    const int count = intake.hasImageData ? 1 : static_cast<int>(intake.imageFiles.size());
    if (count == 1)
        return Words::tr("1 image will be added to this message");
    if (count > 1)
        return Words::tr("%n images will be added to this message", nullptr, count);
    return intake.text.isEmpty() ? Words::tr("Nothing here can be added to this message")
                                 : Words::tr("The text will be added to this message");
}
}

Intake examine(const QMimeData &data, const ImageLimits &limits)
{
    Intake intake;
    addUrls(data.urls(), limits, intake);
    if (!intake.imageFiles.isEmpty())
        return intake;
    // A picture dragged out of a browser comes with its address and its pixels; the pixels are what was meant.
    intake.hasImageData = data.hasImage();
    if (intake.hasImageData)
        intake.text.clear();
    else if (intake.text.isEmpty() && intake.refusals.isEmpty())
        intake.text = data.text();
    return intake;
}

Intake examine(const QList<QUrl> &files, const ImageLimits &limits)
{
    Intake intake;
    addUrls(files, limits, intake);
    return intake;
}

QString describeIntake(const Intake &intake)
{
    QString sentence = additionText(intake);
    if (intake.refusals.isEmpty())
        return sentence;
    QStringList told;
    for (const Intake::Refusal &refusal : intake.refusals.first(std::min(intake.refusals.size(), MaxRefusalsTold)))
        told.append(Words::tr("%1: %2", "file name: reason").arg(refusal.name, refusal.reason));
    const auto more = static_cast<int>(intake.refusals.size() - told.size());
    if (more == 1)
        told.append(Words::tr("1 more file cannot be taken."));
    else if (more > 1)
        told.append(Words::tr("%n more files cannot be taken.", nullptr, more));
    return Words::tr("%1. %2", "sentence, then what is refused").arg(sentence, told.join(u' '));
}
