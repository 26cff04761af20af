// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "memoryblobs.h"
#include "picturemimedata.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QTest>
#include <QUrl>

class TestPictureMimeData : public QObject
{
    Q_OBJECT

    static QByteArray drawnPicture()
    {
        QImage drawn(40, 30, QImage::Format_RGB32);
        drawn.fill(Qt::darkCyan);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        drawn.save(&buffer, "PNG");
        return bytes;
    }
    static ImagePart pictureOf(const BlobId &blob)
    {
        ImagePart image;
        image.blob = blob;
        image.mimeType = "image/png";
        image.name = QStringLiteral("../../tricky name.sh");
        return image;
    }

private Q_SLOTS:
    void aPictureIsGivenAsBytesAsImageAndAsFile()
    {
        auto blobs = std::make_shared<MemoryBlobs>();
        blobs->add("0123456789abcdef", drawnPicture());
        auto folder = std::make_shared<QTemporaryDir>();
        const PictureMimeData data(pictureOf("0123456789abcdef"), blobs, folder);

        QCOMPARE(data.data(QStringLiteral("image/png")), drawnPicture());
        QCOMPARE(qvariant_cast<QImage>(data.imageData()).size(), QSize(40, 30));
        QCOMPARE(data.urls(), QList<QUrl> { QUrl::fromLocalFile(folder->filePath(QStringLiteral("picture-01234567.png"))) });
        QFile file(data.urls().first().toLocalFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), drawnPicture());
    }

    void nothingIsWrittenUntilSomebodyAsks()
    {
        auto blobs = std::make_shared<MemoryBlobs>();
        blobs->add("0123456789abcdef", drawnPicture());
        auto folder = std::make_shared<QTemporaryDir>();
        const PictureMimeData data(pictureOf("0123456789abcdef"), blobs, folder);

        QVERIFY(data.hasUrls());
        QVERIFY(QDir(folder->path()).isEmpty());
    }

    void aPictureThatIsGoneIsNoFile()
    {
        auto folder = std::make_shared<QTemporaryDir>();
        const PictureMimeData data(pictureOf("0123456789abcdef"), std::make_shared<MemoryBlobs>(), folder);

        QVERIFY(data.urls().isEmpty());
        QVERIFY(data.imageData().value<QImage>().isNull());
        QVERIFY(QDir(folder->path()).isEmpty());
    }
};

QTEST_MAIN(TestPictureMimeData)
#include "tst_picturemimedata.moc"
