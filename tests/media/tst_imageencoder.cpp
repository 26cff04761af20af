// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "imageencoder.h"

#include "pictures.h"

#include <QBuffer>
#include <QImageReader>
#include <QTest>

using pictures::Gps;

namespace {
Result<EncodedImage> encode(const QByteArray &bytes, const ImageLimits &limits = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return encodeImage(buffer, limits);
}

QString failureOf(const Result<EncodedImage> &result)
{
    return result ? QString() : result.error().message;
}

const QString Damaged = QStringLiteral("The picture is damaged or cut off. Fetch it again, or open and save it in an image editor.");
}

class TestImageEncoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSmallPictureIsSentAsItIs_data();
    void aSmallPictureIsSentAsItIs();
    void everyOrientationComesOutUpright_data();
    void everyOrientationComesOutUpright();
    void aTurnedPngComesOutUpright();
    void theLocationIsRemovedAndSaid();
    void cameraDataIsRemovedAndSaid();
    void textsOfAPngAreRemovedWhenItIsScaled();
    void oneSinglePixelIsAPicture();
    void aLongStripKeepsOnePixelOfHeight();
    void aLargePhotoIsScaledToTheLongestSide();
    void scalingCanBeTurnedOff();
    void transparencyStays();
    void aPictureThatDoesNotFitIsReduced_data();
    void aPictureThatDoesNotFitIsReduced();
    void aTransparentPictureThatDoesNotFitGetsSmaller();
    void aBmpIsConverted();
    void ofAGifTheFirstFrameIsTaken();
    void theCanvasOfAGifIsLimitedToo();
    void theNameDoesNotMatterTheContentDoes_data();
    void theNameDoesNotMatterTheContentDoes();
    void cutOffPicturesAreRefused_data();
    void cutOffPicturesAreRefused();
    void pixelBombsAreRefusedUndecoded_data();
    void pixelBombsAreRefusedUndecoded();
    void aFileThatIsTooLongIsRefusedUnread();
    void aPictureOfTheClipboardBecomesAPng();
    void aNullImageIsRefused();
    void thumbnailsKeepTheShape();
    void thumbnailsOfNoPictureAreNull();
};

void TestImageEncoder::aSmallPictureIsSentAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("mimeType");

    const QByteArray png = pictures::encoded(pictures::noise(50, 40), "png");
    QTest::newRow("jpeg") << pictures::encoded(pictures::noise(50, 40), "jpg", 85) << QByteArray("image/jpeg");
    // Qt writes the resolution and nothing else beside the pixels.
    QTest::newRow("png") << png << QByteArray("image/png");
}

void TestImageEncoder::aSmallPictureIsSentAsItIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, mimeType);

    const auto result = encode(bytes);

    QVERIFY(bool(result));
    QCOMPARE(result.value().bytes, bytes);
    QCOMPARE(result.value().mimeType, mimeType);
    QCOMPARE(result.value().pixels, QSize(50, 40));
    QCOMPARE(result.value().notes, QStringList());
    QCOMPARE(result.value().thumbnail.size(), QSize(50, 40));
}

void TestImageEncoder::everyOrientationComesOutUpright_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QByteArray>("stored");

    // How the picture with red and green above blue and yellow lies in the file, by the EXIF standard.
    QTest::newRow("upright") << 1 << QByteArray("rgby");
    QTest::newRow("mirrored") << 2 << QByteArray("gryb");
    QTest::newRow("upside down") << 3 << QByteArray("ybgr");
    QTest::newRow("mirrored upside down") << 4 << QByteArray("byrg");
    QTest::newRow("mirrored at the diagonal") << 5 << QByteArray("rbgy");
    QTest::newRow("turned left") << 6 << QByteArray("gyrb");
    QTest::newRow("mirrored at the other diagonal") << 7 << QByteArray("ygbr");
    QTest::newRow("turned right") << 8 << QByteArray("bryg");
}

void TestImageEncoder::everyOrientationComesOutUpright()
{
    QFETCH(const int, orientation);
    QFETCH(const QByteArray, stored);
    const QSize lying = orientation > 4 ? QSize(32, 64) : QSize(64, 32);
    const QByteArray jpeg = pictures::encoded(pictures::quarters(lying, stored.constData()), "jpg", 95);

    const auto result = encode(pictures::withSegments(jpeg, pictures::exifSegment(orientation, Gps::None)));

    QVERIFY(bool(result));
    const QImage sent = QImage::fromData(result.value().bytes);
    QCOMPARE(sent.size(), QSize(64, 32));
    QCOMPARE(result.value().pixels, QSize(64, 32));
    QCOMPARE(pictures::letters(sent), QByteArray("rgby"));
    QCOMPARE(pictures::letters(result.value().thumbnail), QByteArray("rgby"));
    QCOMPARE(result.value().notes.contains(QStringLiteral("turned upright")), orientation != 1);
    QCOMPARE(result.value().bytes == jpeg, orientation == 1);
}

void TestImageEncoder::aTurnedPngComesOutUpright()
{
    const QByteArray png = pictures::encoded(pictures::quarters({ 32, 64 }, "gyrb"), "png");

    const auto result = encode(pictures::withChunks(png, pictures::pngChunk("eXIf", pictures::exifBlock(6, Gps::None))));

    QVERIFY(bool(result));
    QCOMPARE(result.value().mimeType, QByteArray("image/png"));
    QCOMPARE(pictures::letters(QImage::fromData(result.value().bytes)), QByteArray("rgby"));
}

void TestImageEncoder::theLocationIsRemovedAndSaid()
{
    const QByteArray jpeg = pictures::encoded(pictures::noise(50, 40), "jpg", 85);
    const QByteArray photo = pictures::withSegments(jpeg, pictures::exifSegment(1, Gps::WithFix));
    QVERIFY(photo.contains("SecretCamera"));

    const auto kept = encode(photo);
    const auto scaled = encode(photo, { .maxEdgePixels = 20 });

    QVERIFY(bool(kept));
    QCOMPARE(kept.value().notes, QStringList { QStringLiteral("location removed") });
    QCOMPARE(kept.value().bytes, jpeg);
    QVERIFY(scaled.value().notes.contains(QStringLiteral("location removed")));
    for (const QByteArray &sent : { kept.value().bytes, scaled.value().bytes }) {
        QVERIFY(!sent.contains("SecretCamera"));
        QVERIFY(!sent.contains("Exif"));
    }
}

void TestImageEncoder::cameraDataIsRemovedAndSaid()
{
    const QByteArray jpeg = pictures::encoded(pictures::noise(50, 40), "jpg", 85);

    const auto result = encode(pictures::withSegments(jpeg, pictures::exifSegment(1, Gps::WithoutFix)));

    QVERIFY(bool(result));
    QCOMPARE(result.value().notes, QStringList { QStringLiteral("camera data removed") });
    QCOMPARE(result.value().bytes, jpeg);
}

void TestImageEncoder::textsOfAPngAreRemovedWhenItIsScaled()
{
    QImage image = pictures::noise(50, 40);
    image.setText(QStringLiteral("Author"), QStringLiteral("SecretAuthor"));
    const QByteArray png = pictures::encoded(image, "png");
    QVERIFY(png.contains("SecretAuthor"));

    const auto kept = encode(png);
    const auto scaled = encode(png, { .maxEdgePixels = 20 });

    QCOMPARE(kept.value().notes, QStringList { QStringLiteral("hidden text removed") });
    QVERIFY(!kept.value().bytes.contains("SecretAuthor"));
    QVERIFY(!scaled.value().bytes.contains("SecretAuthor"));
    QCOMPARE(QImage::fromData(kept.value().bytes), QImage::fromData(png));
}

void TestImageEncoder::oneSinglePixelIsAPicture()
{
    const auto result = encode(pictures::encoded(pictures::filled(1, 1, Qt::red), "png"));

    QVERIFY(bool(result));
    QCOMPARE(result.value().pixels, QSize(1, 1));
    QCOMPARE(result.value().thumbnail.size(), QSize(1, 1));
}

void TestImageEncoder::aLongStripKeepsOnePixelOfHeight()
{
    for (const char *format : { "png", "jpg" }) {
        const auto result = encode(pictures::encoded(pictures::filled(20'000, 1, Qt::red), format));

        QVERIFY(bool(result));
        QCOMPARE(result.value().pixels, QSize(2048, 1));
        QCOMPARE(QImage::fromData(result.value().bytes).size(), QSize(2048, 1));
        QCOMPARE(result.value().thumbnail.size(), QSize(256, 1));
        QCOMPARE(result.value().notes, QStringList { QStringLiteral("scaled from 20000 × 1 to 2048 × 1") });
    }
}

void TestImageEncoder::aLargePhotoIsScaledToTheLongestSide()
{
    const QByteArray jpeg = pictures::encoded(pictures::quarters({ 1500, 3000 }, "gyrb"), "jpg");

    const auto result = encode(pictures::withSegments(jpeg, pictures::exifSegment(6, Gps::None)));

    QVERIFY(bool(result));
    QCOMPARE(result.value().mimeType, QByteArray("image/jpeg"));
    QCOMPARE(result.value().pixels, QSize(2048, 1024));
    QCOMPARE(result.value().thumbnail.size(), QSize(256, 128));
    QCOMPARE(pictures::letters(QImage::fromData(result.value().bytes)), QByteArray("rgby"));
    QCOMPARE(result.value().notes, (QStringList { QStringLiteral("camera data removed"), QStringLiteral("turned upright"),
                                                  QStringLiteral("scaled from 3000 × 1500 to 2048 × 1024") }));
}

void TestImageEncoder::scalingCanBeTurnedOff()
{
    const QByteArray jpeg = pictures::encoded(pictures::filled(3000, 20, Qt::red), "jpg");

    const auto result = encode(jpeg, { .maxEdgePixels = 0 });

    QVERIFY(bool(result));
    QCOMPARE(result.value().bytes, jpeg);
}

void TestImageEncoder::transparencyStays()
{
    QImage image(3000, 30, QImage::Format_ARGB32);
    image.fill(QColor(255, 0, 0, 100));

    const auto result = encode(pictures::encoded(image, "png"));

    QVERIFY(bool(result));
    QCOMPARE(result.value().mimeType, QByteArray("image/png"));
    QCOMPARE(QImage::fromData(result.value().bytes).pixelColor(1000, 10).alpha(), 100);
}

void TestImageEncoder::aPictureThatDoesNotFitIsReduced_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("firstNote");

    QTest::newRow("jpeg") << QByteArray("jpg") << QStringLiteral("reduced to fit 20.00 KiB");
    QTest::newRow("png") << QByteArray("png") << QStringLiteral("converted from PNG");
}

void TestImageEncoder::aPictureThatDoesNotFitIsReduced()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QString, firstNote);
    const QByteArray bytes = pictures::encoded(pictures::noise(200, 200), format.constData(), 100);
    QVERIFY(bytes.toBase64().size() > 20 * 1024);

    const auto result = encode(bytes, { .maxEncodedBytes = 20 * 1024 });

    QVERIFY2(bool(result), qPrintable(failureOf(result)));
    QCOMPARE(result.value().mimeType, QByteArray("image/jpeg"));
    QVERIFY(result.value().bytes.toBase64().size() <= 20 * 1024);
    QCOMPARE(result.value().notes.first(), firstNote);
    QVERIFY(!QImage::fromData(result.value().bytes).isNull());
}

void TestImageEncoder::aTransparentPictureThatDoesNotFitGetsSmaller()
{
    QImage image = pictures::noise(200, 200).convertToFormat(QImage::Format_ARGB32);
    image.setPixelColor(0, 0, Qt::transparent);

    const auto result = encode(pictures::encoded(image, "png"), { .maxEncodedBytes = 20 * 1024 });

    QVERIFY(bool(result));
    QCOMPARE(result.value().mimeType, QByteArray("image/png"));
    QVERIFY(result.value().bytes.toBase64().size() <= 20 * 1024);
    QVERIFY(result.value().pixels.width() < 200);
}

void TestImageEncoder::aBmpIsConverted()
{
    const QImage image = pictures::quarters({ 40, 20 }, "rgby");

    const auto result = encode(pictures::encoded(image, "bmp"));

    QVERIFY(bool(result));
    QCOMPARE(result.value().mimeType, QByteArray("image/png"));
    QCOMPARE(result.value().notes, QStringList { QStringLiteral("converted from BMP") });
    QCOMPARE(QImage::fromData(result.value().bytes).convertToFormat(QImage::Format_RGB32), image);
}

void TestImageEncoder::ofAGifTheFirstFrameIsTaken()
{
    if (!QImageReader::supportedImageFormats().contains("gif"))
        QSKIP("Qt's GIF plugin is not installed");

    const auto result = encode(pictures::animatedGif());

    QVERIFY2(bool(result), qPrintable(failureOf(result)));
    QCOMPARE(result.value().mimeType, QByteArray("image/png"));
    QCOMPARE(QImage::fromData(result.value().bytes).pixelColor(0, 0), QColor(255, 0, 0));
    QCOMPARE(result.value().notes, (QStringList { QStringLiteral("first frame of an animation"), QStringLiteral("converted from GIF") }));
}

// 63 bytes: a frame of 59 × 6 pixels on a canvas of 5579 × 2816.
void TestImageEncoder::theCanvasOfAGifIsLimitedToo()
{
    if (!QImageReader::supportedImageFormats().contains("gif"))
        QSKIP("Qt's GIF plugin is not installed");
    const QByteArray gif = QByteArray::fromHex("474946383961cb15000bf0000000800000000021f904a70000000021ff0b53454e5443415045312e3003010000002c000000003b000600000205848fa9cb3b");

    const auto scaled = encode(gif, { .maxEdgePixels = 256 });
    QVERIFY(!scaled || (scaled.value().pixels.width() <= 256 && scaled.value().pixels.height() <= 256));

    const auto refused = encode(gif, { .maxPixels = 1'000'000, .maxEdgePixels = 256 });
    QVERIFY(!refused || qint64(refused.value().pixels.width()) * refused.value().pixels.height() <= 256 * 256);
    if (!refused)
        QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
}

void TestImageEncoder::theNameDoesNotMatterTheContentDoes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");

    QTest::newRow("text") << QByteArray("just some words") << QStringLiteral("This is text");
    QTest::newRow("svg") << QByteArray("<?xml version=\"1.0\"?><svg><image href=\"file:///etc/passwd\"/></svg>") << QStringLiteral("SVG drawings");
    QTest::newRow("ico") << QByteArray("\0\0\1\0\1\0\1\1", 8) << QStringLiteral("ICO pictures");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("The file is empty");
    QTest::newRow("unknown") << QByteArray("\0\1\2\3\4", 5) << QStringLiteral("This is no picture");
    QTest::newRow("webp that is damaged or cannot be read") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << QStringLiteral("picture");
}

void TestImageEncoder::theNameDoesNotMatterTheContentDoes()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, reason);

    const auto result = encode(content);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::UnsupportedFile);
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
}

void TestImageEncoder::cutOffPicturesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const QByteArray jpeg = pictures::encoded(pictures::noise(64, 64), "jpg");
    const QByteArray png = pictures::encoded(pictures::noise(64, 64), "png");
    QByteArray brokenPng = png;
    brokenPng[png.size() / 2] = static_cast<char>(brokenPng.at(png.size() / 2) ^ 0x55);
    QTest::newRow("half a jpeg") << jpeg.first(jpeg.size() / 2);
    QTest::newRow("a jpeg without its end mark") << jpeg.chopped(2);
    QTest::newRow("half a png") << png.first(png.size() / 2);
    QTest::newRow("a png without its end") << png.chopped(12);
    QTest::newRow("a png with a wrong byte") << brokenPng;
    QTest::newRow("a gif's head") << pictures::animatedGif().first(13);
    const QByteArray bmp = pictures::encoded(pictures::noise(64, 64), "bmp");
    QByteArray largeBmp = bmp;
    largeBmp.replace(18, 8, pictures::little32(30'000) + pictures::little32(30'000));
    QTest::newRow("a gif's first frame without an end") << pictures::animatedGif().first(33);
    QTest::newRow("half a bmp") << bmp.first(bmp.size() / 2);
    QTest::newRow("a bmp without its last byte") << bmp.chopped(1);
    QTest::newRow("a bmp that says it is large") << largeBmp;
}

void TestImageEncoder::cutOffPicturesAreRefused()
{
    QFETCH(const QByteArray, bytes);

    const auto result = encode(bytes);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::UnsupportedFile);
    QCOMPARE(result.error().message, Damaged);
}

void TestImageEncoder::pixelBombsAreRefusedUndecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QByteArray jpeg = pictures::encoded(pictures::filled(8, 8, Qt::red), "jpg");
    const qsizetype frame = jpeg.indexOf("\xff\xc0");
    jpeg.replace(frame + 5, 4, QByteArray("\x75\x30\x75\x30", 4));
    QTest::newRow("png") << pictures::pngOfSize(30'000, 30'000);
    QTest::newRow("jpeg") << jpeg;
}

void TestImageEncoder::pixelBombsAreRefusedUndecoded()
{
    QFETCH(const QByteArray, bytes);

    const auto result = encode(bytes);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    QCOMPARE(result.error().message, QStringLiteral("The picture has 30000 × 30000 pixels; at most 64 million can be taken. Make it smaller first."));
    QVERIFY(thumbnail(bytes, 100).isNull());
}

void TestImageEncoder::aFileThatIsTooLongIsRefusedUnread()
{
    QBuffer buffer;
    buffer.setData(pictures::encoded(pictures::noise(64, 64), "png"));
    buffer.open(QIODevice::ReadOnly);

    const auto result = encodeImage(buffer, ImageLimits { .maxFileBytes = 1000 });

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    QCOMPARE(buffer.pos(), 0);
}

void TestImageEncoder::aPictureOfTheClipboardBecomesAPng()
{
    QImage image = pictures::quarters({ 4096, 2048 }, "rgby").convertToFormat(QImage::Format_ARGB32);
    image.setText(QStringLiteral("Author"), QStringLiteral("SecretAuthor"));

    const auto result = encodeImage(image, ImageLimits());

    QVERIFY(bool(result));
    QCOMPARE(result.value().mimeType, QByteArray("image/png"));
    QCOMPARE(result.value().pixels, QSize(2048, 1024));
    QCOMPARE(result.value().notes, QStringList { QStringLiteral("scaled from 4096 × 2048 to 2048 × 1024") });
    QVERIFY(!result.value().bytes.contains("SecretAuthor"));
    QCOMPARE(pictures::letters(result.value().thumbnail), QByteArray("rgby"));
    QVERIFY(!QImage::fromData(result.value().bytes).hasAlphaChannel());
}

void TestImageEncoder::aNullImageIsRefused()
{
    QCOMPARE(encodeImage(QImage(), ImageLimits()).error().kind, ErrorKind::UnsupportedFile);
}

void TestImageEncoder::thumbnailsKeepTheShape()
{
    const QByteArray jpeg = pictures::encoded(pictures::quarters({ 400, 800 }, "gyrb"), "jpg");

    QCOMPARE(thumbnail(jpeg, 100).size(), QSize(50, 100));
    QCOMPARE(thumbnail(pictures::withSegments(jpeg, pictures::exifSegment(6, Gps::None)), 100).size(), QSize(100, 50));
    QCOMPARE(thumbnail(jpeg, 1000).size(), QSize(400, 800));
}

void TestImageEncoder::thumbnailsOfNoPictureAreNull()
{
    QVERIFY(thumbnail("<svg/>", 100).isNull());
    QVERIFY(thumbnail({}, 100).isNull());
    QVERIFY(thumbnail(pictures::encoded(pictures::filled(9, 9, Qt::red), "png").first(50), 100).isNull());
}

QTEST_GUILESS_MAIN(TestImageEncoder)
#include "tst_imageencoder.moc"
