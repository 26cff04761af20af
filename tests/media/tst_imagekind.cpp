// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "imagekind_p.h"

#include "pictures.h"

#include <QTest>

class TestImageKind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theContentDecides_data();
    void theContentDecides();
    void onlyTheAllowListIsDecoded();
    void everyRefusalSaysWhatToDo();
};

void TestImageKind::theContentDecides_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<ImageKind>("kind");

    const QImage image = pictures::filled(2, 2, Qt::red);
    QTest::newRow("jpeg") << pictures::encoded(image, "jpg") << ImageKind::Jpeg;
    QTest::newRow("png") << pictures::encoded(image, "png") << ImageKind::Png;
    QTest::newRow("bmp") << pictures::encoded(image, "bmp") << ImageKind::Bmp;
    QTest::newRow("gif") << pictures::animatedGif() << ImageKind::Gif;
    QTest::newRow("webp") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << ImageKind::WebP;
    QTest::newRow("a wave file is none") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) << ImageKind::Unknown;
    QTest::newRow("tiff") << QByteArray("II*\0\x08\0\0\0", 8) << ImageKind::Tiff;
    QTest::newRow("heic") << QByteArray("\0\0\0\x18" "ftypheic", 12) << ImageKind::Heif;
    QTest::newRow("avif") << QByteArray("\0\0\0\x18" "ftypavif", 12) << ImageKind::Avif;
    QTest::newRow("film") << QByteArray("\0\0\0\x18" "ftypisom", 12) << ImageKind::Media;
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << ImageKind::Svg;
    QTest::newRow("svg after a declaration") << QByteArray("<?xml version='1.0'?>\n<!-- x -->\n<SVG>") << ImageKind::Svg;
    QTest::newRow("other xml") << QByteArray("<?xml version='1.0'?><a/>") << ImageKind::Xml;
    QTest::newRow("ico") << QByteArray("\0\0\1\0\1\0", 6) << ImageKind::Ico;
    QTest::newRow("icns") << QByteArray("icns\0\0\0\0", 8) << ImageKind::Icns;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7") << ImageKind::Pdf;
    QTest::newRow("text") << QByteArray("BM is how this text begins") << ImageKind::Text;
    QTest::newRow("empty") << QByteArray() << ImageKind::Empty;
    QTest::newRow("zeros") << QByteArray(100, '\0') << ImageKind::Unknown;
    QTest::newRow("half a signature") << QByteArray("\x89PNG") << ImageKind::Unknown;
}

void TestImageKind::theContentDecides()
{
    QFETCH(const QByteArray, head);
    QFETCH(const ImageKind, kind);

    QCOMPARE(imageKind(head), kind);
}

void TestImageKind::onlyTheAllowListIsDecoded()
{
    QVERIFY(isAccepted(ImageKind::Jpeg));
    QVERIFY(isAccepted(ImageKind::Png));
    QVERIFY(isAccepted(ImageKind::Bmp));
    for (const ImageKind kind : { ImageKind::Svg, ImageKind::Xml, ImageKind::Ico, ImageKind::Icns, ImageKind::Psd, ImageKind::JpegXl,
                                  ImageKind::Jpeg2000, ImageKind::Pdf, ImageKind::Archive, ImageKind::Media, ImageKind::Text,
                                  ImageKind::Empty, ImageKind::Unknown }) {
        QVERIFY(!isAccepted(kind));
    }
}

void TestImageKind::everyRefusalSaysWhatToDo()
{
    QCOMPARE(refusal(ImageKind::Svg).message,
             QStringLiteral("SVG drawings are not taken, because they can name other files. Export it as PNG."));
    QCOMPARE(refusal(ImageKind::Icns).message, QStringLiteral("ICNS pictures cannot be read here. Save it as JPEG or PNG."));
    QCOMPARE(refusal(ImageKind::Pdf).message, QStringLiteral("This is a PDF document, not a picture. Export its pages as PNG or JPEG."));
    QCOMPARE(refusal(ImageKind::Text).kind, ErrorKind::UnsupportedFile);
}

QTEST_GUILESS_MAIN(TestImageKind)
#include "tst_imagekind.moc"
