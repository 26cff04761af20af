// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

// Pixels that are not like the picture's corner.
qsizetype inkOf(const QImage &image)
{
    const QRgb background = image.pixel(0, 0);
    qsizetype ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ink += line[x] != background ? 1 : 0;
    }
    return ink;
}

}

class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QProcess gallery;
        gallery.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        gallery.start(QStringLiteral(GALLERY_PROGRAM), { m_folder.path() });
        QVERIFY(gallery.waitForFinished(800'000));
        QCOMPARE(gallery.exitStatus(), QProcess::NormalExit);
        QCOMPARE(gallery.exitCode(), 0);
        for (const QByteArray &line : gallery.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                m_names.append(QString::fromUtf8(line.split(' ').first()));
        }
    }

    void everyPageIsThereFourTimes_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("width");
        const std::pair<const char *, int> pages[] = {
            { "01-text", 800 }, { "02-lists", 800 }, { "02-lists-narrow", 420 }, { "03-quotes-and-html", 800 }, { "04-links-and-pictures", 800 },
            { "05-tables", 800 }, { "05-tables-narrow", 420 }, { "06-code", 800 }, { "07-formulas-in-text", 800 }, { "08-formulas-algebra", 800 },
            { "09-formulas-structures", 800 }, { "10-formulas-from-answers", 800 }, { "20-scripts-right-to-left", 800 },
            { "20-scripts-right-to-left-mirrored", 800 }, { "21-scripts-others", 800 }, { "22-emoji", 800 }, { "30-unfinished", 800 },
            { "40-languages-1", 800 }, { "40-languages-2", 800 }, { "40-languages-3", 800 }, { "40-languages-4", 800 },
            { "50-notices", 800 }, { "51-furniture", 800 }, { "52-mirrored", 800 }, { "53-narrow", 420 },
        };
        for (const auto &[page, width] : pages)
            QTest::newRow(page) << QString::fromLatin1(page) << width;
    }
    void everyPageIsThereFourTimes()
    {
        QFETCH(QString, page);
        QFETCH(int, width);
        QImage pictures[2][2];
        const QString schemes[] = { QStringLiteral("light"), QStringLiteral("dark") };
        for (int scheme = 0; scheme < 2; ++scheme) {
            for (int scale = 1; scale <= 2; ++scale) {
                const QString name = QStringLiteral("%1-%2-%3x.png").arg(page, schemes[scheme]).arg(scale);
                QVERIFY2(m_names.removeOne(name), qPrintable(name));
                QImage &picture = pictures[scheme][scale - 1];
                QVERIFY2(picture.load(m_folder.filePath(name)), qPrintable(name));
                picture.convertTo(QImage::Format_RGB32);

                QCOMPARE(picture.width(), width * scale);
                QVERIFY2(inkOf(picture) > picture.width() * qsizetype(picture.height()) / 200, qPrintable(name));
            }
        }
        // Neither the scale nor the colours change where things stand.
        QCOMPARE(pictures[0][1].height(), pictures[0][0].height() * 2);
        QCOMPARE(pictures[1][0].height(), pictures[0][0].height());
        QCOMPARE(pictures[1][1].height(), pictures[0][1].height());
        QVERIFY(qGray(pictures[0][0].pixel(1, 1)) > 200);
        QVERIFY(qGray(pictures[1][0].pixel(1, 1)) < 60);
    }

    void noPageIsForgottenByThisTest() { QCOMPARE(m_names, QStringList()); }

private:
    QTemporaryDir m_folder;
    QStringList m_names;
};

QTEST_GUILESS_MAIN(TestGallery)
#include "tst_gallery.moc"
