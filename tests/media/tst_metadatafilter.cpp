// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "convertedmetadata_p.h"
#include "jpegfilter_p.h"
#include "pngfilter_p.h"

#include "pictures.h"

#include <QTest>

using pictures::Gps;

class TestMetadataFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aJpegWithoutMetadataStaysAsItIs();
    void everythingButThePictureLeavesAJpeg();
    void theColourProfileStays();
    void aPreviewInsideAJfifSegmentLeaves();
    void aProgressiveJpegKeepsAllItsScans();
    void whatStandsBehindTheEndIsLeftBehind();
    void locationIsToldOnlyWhereThereAreCoordinates_data();
    void locationIsToldOnlyWhereThereAreCoordinates();
    void coordinatesInXmpAreALocation();
    void aCutJpegIsToldAtEveryByte();
    void aCutPngIsToldAtEveryByte();
    void metadataLeavesAPngAndPixelsStay();
    void anAnimatedPngKeepsItsFirstPicture();
    void brokenExifIsNoDanger();
    void theLocationOfConvertedPicturesIsFound();
};

void TestMetadataFilter::aJpegWithoutMetadataStaysAsItIs()
{
    const QByteArray jpeg = pictures::encoded(pictures::noise(40, 30), "jpg", 90);

    const auto filtered = filterJpeg(jpeg);

    QVERIFY(filtered);
    QCOMPARE(filtered->bytes, jpeg);
    QVERIFY(!filtered->metadata.hasCameraData);
    QVERIFY(!filtered->metadata.hasComments);
}

void TestMetadataFilter::everythingButThePictureLeavesAJpeg()
{
    const QByteArray jpeg = pictures::encoded(pictures::noise(40, 30), "jpg", 90);
    const QByteArray segments = pictures::exifSegment(6, Gps::WithFix)
        + pictures::jpegSegment(0xe1, QByteArray("http://ns.adobe.com/xap/1.0/\0<x/>", 33))
        + pictures::jpegSegment(0xed, QByteArray("Photoshop 3.0\0", 14)) + pictures::jpegSegment(0xe2, QByteArray("MPF\0", 4))
        + pictures::jpegSegment(0xfe, "a comment");

    const auto filtered = filterJpeg(pictures::withSegments(jpeg, segments));

    QVERIFY(filtered);
    QCOMPARE(filtered->bytes, jpeg);
    QVERIFY(filtered->metadata.hasCameraData);
    QVERIFY(filtered->metadata.hasComments);
    QVERIFY(filtered->metadata.hasLocation);
    QCOMPARE(filtered->metadata.orientation, 6);
}

void TestMetadataFilter::theColourProfileStays()
{
    const QByteArray jpeg = pictures::encoded(pictures::filled(8, 8, Qt::red), "jpg");
    const QByteArray needed = pictures::jpegSegment(0xe2, QByteArray("ICC_PROFILE\0\1\1profile", 21))
        + pictures::jpegSegment(0xee, QByteArray("Adobe\0\x64\0\0\0\0\1", 12));

    const auto filtered = filterJpeg(pictures::withSegments(jpeg, needed));

    QVERIFY(filtered);
    QCOMPARE(filtered->bytes, pictures::withSegments(jpeg, needed));
}

void TestMetadataFilter::aPreviewInsideAJfifSegmentLeaves()
{
    const QByteArray jpeg = pictures::encoded(pictures::filled(8, 8, Qt::red), "jpg");
    const QByteArray preview = pictures::jpegSegment(0xe0, QByteArray("JFIF\0\1\1\0\0\1\0\1\1\1", 14) + "RGB")
        + pictures::jpegSegment(0xe0, QByteArray("JFXX\0\x10", 6) + "preview");

    const auto filtered = filterJpeg(pictures::withSegments(jpeg, preview));

    QVERIFY(filtered);
    QCOMPARE(filtered->bytes, jpeg);
}

void TestMetadataFilter::aProgressiveJpegKeepsAllItsScans()
{
    // Several scans with tables and a comment between them, as a progressive file has; pixel bytes with a stuffed 0xff,
    // a restart and a filler.
    const QByteArray head("\xff\xd8\xff\xc2\0\4\1\2", 8);
    const QByteArray firstScan = pictures::jpegSegment(0xda, "ab") + QByteArray("one\xff\0two\xff\xd0three\xff", 16);
    const QByteArray tables = pictures::jpegSegment(0xc4, "table");
    const QByteArray lastScan = pictures::jpegSegment(0xda, "cd") + "four";
    const QByteArray end("\xff\xd9", 2);

    const auto filtered = filterJpeg(head + firstScan + pictures::jpegSegment(0xfe, "note") + tables + lastScan + end);

    QVERIFY(filtered);
    QCOMPARE(filtered->bytes, head + firstScan + tables + lastScan + end);
}

void TestMetadataFilter::whatStandsBehindTheEndIsLeftBehind()
{
    const QByteArray jpeg = pictures::encoded(pictures::filled(8, 8, Qt::red), "jpg");
    const QByteArray png = pictures::encoded(pictures::filled(8, 8, Qt::red), "png");

    QCOMPARE(filterJpeg(jpeg + "a hidden film" + jpeg)->bytes, jpeg);
    QCOMPARE(filterPng(png + "more")->bytes.right(8), png.right(8));
}

void TestMetadataFilter::locationIsToldOnlyWhereThereAreCoordinates_data()
{
    QTest::addColumn<int>("gps");
    QTest::addColumn<bool>("hasLocation");

    QTest::newRow("no directory") << int(Gps::None) << false;
    QTest::newRow("a directory without a fix") << int(Gps::WithoutFix) << false;
    QTest::newRow("a fix") << int(Gps::WithFix) << true;
}

void TestMetadataFilter::locationIsToldOnlyWhereThereAreCoordinates()
{
    QFETCH(const int, gps);
    QFETCH(const bool, hasLocation);
    const QByteArray jpeg = pictures::encoded(pictures::filled(8, 8, Qt::red), "jpg");

    const auto filtered = filterJpeg(pictures::withSegments(jpeg, pictures::exifSegment(1, Gps(gps))));

    QVERIFY(filtered);
    QVERIFY(filtered->metadata.hasCameraData);
    QCOMPARE(filtered->metadata.hasLocation, hasLocation);
}

void TestMetadataFilter::coordinatesInXmpAreALocation()
{
    const QByteArray jpeg = pictures::encoded(pictures::filled(8, 8, Qt::red), "jpg");
    const QByteArray xmp = QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + "<exif:GPSLatitude>48,8N</exif:GPSLatitude>";

    QVERIFY(filterJpeg(pictures::withSegments(jpeg, pictures::jpegSegment(0xe1, xmp)))->metadata.hasLocation);
}

void TestMetadataFilter::aCutJpegIsToldAtEveryByte()
{
    const QByteArray jpeg = pictures::encoded(pictures::noise(16, 16), "jpg", 90);

    for (qsizetype length = 0; length < jpeg.size(); ++length)
        QVERIFY2(!filterJpeg(jpeg.first(length)), qPrintable(QString::number(length)));
}

void TestMetadataFilter::aCutPngIsToldAtEveryByte()
{
    const QByteArray png = pictures::encoded(pictures::noise(8, 8), "png");

    for (qsizetype length = 0; length < png.size(); ++length)
        QVERIFY2(!filterPng(png.first(length)), qPrintable(QString::number(length)));
}

void TestMetadataFilter::metadataLeavesAPngAndPixelsStay()
{
    const QByteArray png = pictures::pngOfSize(3, 3);
    const QByteArray chunks = pictures::pngChunk("eXIf", pictures::exifBlock(8, Gps::WithFix))
        + pictures::pngChunk("tEXt", QByteArray("Author\0Ann", 10)) + pictures::pngChunk("iTXt", QByteArray("XML:com.adobe.xmp\0", 18))
        + pictures::pngChunk("zTXt", "z") + pictures::pngChunk("tIME", "1234567") + pictures::pngChunk("prVt", "private");
    const QByteArray needed = pictures::pngChunk("sRGB", QByteArray(1, '\0'));

    const auto filtered = filterPng(pictures::withChunks(png, needed + chunks));

    QVERIFY(filtered);
    QCOMPARE(filtered->bytes, pictures::withChunks(png, needed));
    QVERIFY(filtered->metadata.hasLocation);
    QVERIFY(filtered->metadata.hasComments);
    QCOMPARE(filtered->metadata.orientation, 8);
}

void TestMetadataFilter::anAnimatedPngKeepsItsFirstPicture()
{
    const QByteArray png = pictures::pngOfSize(3, 3);
    const QByteArray frames = pictures::pngChunk("acTL", QByteArray(8, '\1')) + pictures::pngChunk("fcTL", QByteArray(26, '\0'));

    const auto filtered = filterPng(pictures::withChunks(png, frames));

    QVERIFY(filtered);
    QCOMPARE(filtered->bytes, png);
    QVERIFY(filtered->metadata.isAnimated);
}

void TestMetadataFilter::brokenExifIsNoDanger()
{
    const QByteArray jpeg = pictures::encoded(pictures::filled(8, 8, Qt::red), "jpg");
    const QByteArray block = pictures::exifBlock(6, Gps::WithFix);

    for (qsizetype i = 0; i < block.size(); ++i) {
        QByteArray broken = block;
        broken[i] = '\xff';
        for (const QByteArray &variant : { broken, block.first(i) }) {
            const auto filtered = filterJpeg(pictures::withSegments(jpeg, pictures::jpegSegment(0xe1, QByteArray("Exif\0\0", 6) + variant)));
            QVERIFY(filtered);
            QCOMPARE(filtered->bytes, jpeg);
            QVERIFY(filtered->metadata.orientation >= 1 && filtered->metadata.orientation <= 8);
        }
    }
}

void TestMetadataFilter::theLocationOfConvertedPicturesIsFound()
{
    const QByteArray block = pictures::exifBlock(6, Gps::WithFix);
    const QByteArray exifChunk = "EXIF" + pictures::little32(static_cast<int>(block.size())) + block;
    const QByteArray webp = "RIFF" + pictures::little32(100) + "WEBP" + "VP8 " + pictures::little32(3) + QByteArray(4, 'x') + exifChunk;
    const QByteArray heif = QByteArray("\0\0\0\x18" "ftypheic", 12) + QByteArray("Exif\0\0", 6) + block;

    QVERIFY(metadataOfConverted(ImageKind::Tiff, block).hasLocation);
    QVERIFY(metadataOfConverted(ImageKind::WebP, webp).hasLocation);
    QVERIFY(metadataOfConverted(ImageKind::Heif, heif).hasLocation);
    QCOMPARE(metadataOfConverted(ImageKind::WebP, webp).orientation, 1);
    QVERIFY(!metadataOfConverted(ImageKind::WebP, webp.first(30)).hasCameraData);
    QVERIFY(!metadataOfConverted(ImageKind::Gif, block).hasLocation);
}

QTEST_GUILESS_MAIN(TestMetadataFilter)
#include "tst_metadatafilter.moc"
