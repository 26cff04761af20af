// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicepictures_p.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

namespace {
PracticePicture encoded(const QImage &image, const char *format)
{
    PracticePicture picture;
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 100);
    return picture;
}

QImage filled(int width, int height, const QColor &colour)
{
    QImage image(width, height, QImage::Format_ARGB32);
    image.fill(colour);
    return image;
}
}

class TestPracticePictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPngIsDescribedByItsContent();
    void theMeanCountsWhatIsVisible();
    void theTypeIsDecidedByTheBytes();
    void brokenPicturesAreRefused();
    void coloursHavePlainNames_data();
    void coloursHavePlainNames();
    void picturesCountTilesOfTokens();
};

void TestPracticePictures::aPngIsDescribedByItsContent()
{
    const PracticePicture picture = encoded(filled(12, 7, QColor(225, 20, 20)), "png");

    const auto facts = lookAt(picture);

    QVERIFY(bool(facts));
    QCOMPARE(facts.value().format, QStringLiteral("PNG"));
    QCOMPARE(facts.value().pixels, QSize(12, 7));
    QCOMPARE(facts.value().meanColour.name(), QStringLiteral("#e11414"));
    QCOMPARE(facts.value().bytes, picture.bytes.size());
}

void TestPracticePictures::theMeanCountsWhatIsVisible()
{
    QImage image = filled(2, 1, Qt::transparent);
    image.setPixelColor(0, 0, QColor(10, 20, 30));

    const auto half = lookAt(encoded(image, "png"));
    image.setPixelColor(1, 0, QColor(30, 40, 50));
    const auto both = lookAt(encoded(image, "png"));

    QCOMPARE(half.value().meanColour, QColor(10, 20, 30));
    QVERIFY(half.value().hasTransparency);
    QCOMPARE(both.value().meanColour, QColor(20, 30, 40));
}

void TestPracticePictures::theTypeIsDecidedByTheBytes()
{
    PracticePicture picture = encoded(filled(8, 8, Qt::white), "jpg");
    picture.declaredType = QStringLiteral("image/png");

    QCOMPARE(lookAt(picture).value().format, QStringLiteral("JPEG"));
}

void TestPracticePictures::brokenPicturesAreRefused()
{
    PracticePicture text;
    text.bytes = "no picture at all";
    PracticePicture half = encoded(filled(64, 64, Qt::red), "png");
    half.bytes.truncate(40);

    QCOMPARE(lookAt(text).error().status, 400);
    QCOMPARE(lookAt(text).error().text, QStringLiteral("Unsupported image: only JPEG and PNG are accepted."));
    QCOMPARE(lookAt(half).error().text, QStringLiteral("Invalid image: failed to decode it."));
}

void TestPracticePictures::coloursHavePlainNames_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<QString>("name");

    QTest::newRow("red") << QColor(255, 0, 0) << QStringLiteral("red");
    QTest::newRow("blue") << QColor(0, 0, 255) << QStringLiteral("blue");
    QTest::newRow("green") << QColor(0, 128, 0) << QStringLiteral("green");
    QTest::newRow("sky") << QColor(135, 206, 235) << QStringLiteral("light blue");
    QTest::newRow("white") << QColor(250, 250, 250) << QStringLiteral("white");
    QTest::newRow("black") << QColor(10, 10, 10) << QStringLiteral("black");
    QTest::newRow("grey") << QColor(120, 125, 130) << QStringLiteral("grey");
}

void TestPracticePictures::coloursHavePlainNames()
{
    QFETCH(const QColor, colour);
    QFETCH(const QString, name);

    QCOMPARE(colourName(colour), name);
}

void TestPracticePictures::picturesCountTilesOfTokens()
{
    QCOMPARE(imageTokens(encoded(filled(10, 10, Qt::red), "png")), 512);
    QCOMPARE(imageTokens(encoded(filled(449, 10, Qt::red), "png")), 768);
    QCOMPARE(imageTokens(encoded(filled(2000, 2000, Qt::red), "png")), 1792);
}

QTEST_GUILESS_MAIN(TestPracticePictures)
#include "tst_practicepictures.moc"
