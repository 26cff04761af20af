// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentintake.h"

#include "pictures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

class TestAttachmentIntake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void picturesComeInTheirOrder();
    void aPictureUnderAFalseNameIsTaken();
    void whatIsNoPictureIsRefusedWithItsReason_data();
    void whatIsNoPictureIsRefusedWithItsReason();
    void aPipeIsRefusedWithoutWaiting();
    void devicesAreRefused();
    void filesOfTheProcessFolderAreNoPictures();
    void anUnreadableFileIsRefused();
    void aFileAboveTheLimitIsRefusedUnread();
    void aLinkToAPictureIsTaken();
    void namesThatAreNoTextWork();
    void filesComeBeforePixelsAndPixelsBeforeText();
    void aPictureOfABrowserIsTakenByItsPixels();
    void addressesBecomeText();
    void plainTextIsText();
    void theSentenceCounts();

private:
    QUrl write(const QByteArray &name, const QByteArray &content);

    QTemporaryDir m_folder;
    QByteArray m_png;
};

void TestAttachmentIntake::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_png = pictures::encoded(pictures::filled(4, 3, Qt::red), "png");
}

// Writes a file whose name may be any bytes and returns its URL.
QUrl TestAttachmentIntake::write(const QByteArray &name, const QByteArray &content)
{
    const QByteArray path = QFile::encodeName(m_folder.path()) + '/' + name;
    FILE *stream = std::fopen(path.constData(), "wb");
    if (!stream)
        return {};
    std::fwrite(content.constData(), 1, static_cast<size_t>(content.size()), stream);
    std::fclose(stream);
    return QUrl::fromEncoded("file://" + path.toPercentEncoding("/"));
}

void TestAttachmentIntake::picturesComeInTheirOrder()
{
    const QUrl second = write("b second.png", m_png);
    const QUrl first = write("a 100% ä.jpg", pictures::encoded(pictures::filled(4, 3, Qt::red), "jpg"));

    const Intake intake = examine({ second, first }, ImageLimits());

    QCOMPARE(intake.imageFiles, (QList<QUrl> { second, first }));
    QVERIFY(intake.refusals.isEmpty());
}

void TestAttachmentIntake::aPictureUnderAFalseNameIsTaken()
{
    const QUrl url = write("picture.txt", m_png);

    QCOMPARE(examine({ url }, ImageLimits()).imageFiles, QList<QUrl> { url });
}

void TestAttachmentIntake::whatIsNoPictureIsRefusedWithItsReason_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");

    QTest::newRow("text named png") << write("text.png", "words") << QStringLiteral("text.png") << QStringLiteral("This is text");
    QTest::newRow("svg named png") << write("drawing.png", "<svg/>") << QStringLiteral("drawing.png") << QStringLiteral("SVG");
    QTest::newRow("empty") << write("empty.png", {}) << QStringLiteral("empty.png") << QStringLiteral("empty");
    QTest::newRow("folder") << QUrl::fromLocalFile(m_folder.path() + u'/') << m_folder.path().section(u'/', -1) << QStringLiteral("This is a folder");
    QTest::newRow("missing") << QUrl::fromLocalFile(m_folder.path() + QStringLiteral("/none.png")) << QStringLiteral("none.png")
                             << QStringLiteral("does not exist");
    QTest::newRow("bomb") << write("bomb.png", pictures::pngOfSize(30'000, 30'000)) << QStringLiteral("bomb.png") << QStringLiteral("30000 × 30000");
    QTest::newRow("other computer") << QUrl(QStringLiteral("file://server/share/a.png")) << QStringLiteral("a.png") << QStringLiteral("another computer");
}

void TestAttachmentIntake::whatIsNoPictureIsRefusedWithItsReason()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, name);
    QFETCH(const QString, reason);

    const Intake intake = examine({ url }, ImageLimits());

    QVERIFY(intake.isEmpty());
    QCOMPARE(intake.refusals.size(), 1);
    QCOMPARE(intake.refusals.first().name, name);
    QVERIFY2(intake.refusals.first().reason.contains(reason), qPrintable(intake.refusals.first().reason));
}

void TestAttachmentIntake::aPipeIsRefusedWithoutWaiting()
{
    const QString path = m_folder.path() + QStringLiteral("/pipe.png");
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);

    const Intake intake = examine({ QUrl::fromLocalFile(path) }, ImageLimits());

    QCOMPARE(intake.refusals.first().reason, QStringLiteral("This is a device or a pipe, not a picture file."));
}

void TestAttachmentIntake::devicesAreRefused()
{
    const Intake intake = examine({ QUrl::fromLocalFile(QStringLiteral("/dev/zero")) }, ImageLimits());

    QCOMPARE(intake.refusals.first().reason, QStringLiteral("This is a device or a pipe, not a picture file."));
}

void TestAttachmentIntake::filesOfTheProcessFolderAreNoPictures()
{
    const QString path = QStringLiteral("/proc/self/environ");
    if (!QFile::exists(path))
        QSKIP("there is no /proc on this system");

    const Intake intake = examine({ QUrl::fromLocalFile(path) }, ImageLimits());

    QVERIFY(intake.isEmpty());
    QCOMPARE(intake.refusals.size(), 1);
}

void TestAttachmentIntake::anUnreadableFileIsRefused()
{
    if (::geteuid() == 0)
        QSKIP("the system's administrator may read everything");
    const QUrl url = write("locked.png", m_png);
    QVERIFY(QFile::setPermissions(url.toLocalFile(), QFileDevice::WriteOwner));

    const Intake intake = examine({ url }, ImageLimits());

    QVERIFY(intake.refusals.first().reason.contains(QStringLiteral("may not read")));
}

void TestAttachmentIntake::aFileAboveTheLimitIsRefusedUnread()
{
    const QUrl url = write("sparse.png", m_png);
    QVERIFY(QFile::resize(url.toLocalFile(), 101ll * 1024 * 1024));

    const Intake intake = examine({ url }, ImageLimits());

    QVERIFY(intake.imageFiles.isEmpty());
    QVERIFY(intake.refusals.first().reason.contains(QStringLiteral("at most 100.00 MiB")));
}

void TestAttachmentIntake::aLinkToAPictureIsTaken()
{
    const QUrl url = write("target.png", m_png);
    const QString link = m_folder.path() + QStringLiteral("/link.png");
    QVERIFY(QFile::link(url.toLocalFile(), link));

    QCOMPARE(examine({ QUrl::fromLocalFile(link) }, ImageLimits()).imageFiles.size(), 1);
}

void TestAttachmentIntake::namesThatAreNoTextWork()
{
    const QUrl picture = write("caf\xe9.png", m_png);
    const QUrl text = write("na\xefve.txt", "words");

    const Intake intake = examine({ picture, text }, ImageLimits());

    QCOMPARE(intake.imageFiles, QList<QUrl> { picture });
    QCOMPARE(intake.refusals.first().name, QStringLiteral("na\uFFFDve.txt"));
}

void TestAttachmentIntake::filesComeBeforePixelsAndPixelsBeforeText()
{
    const QUrl url = write("file.png", m_png);
    QMimeData data;
    data.setText(QStringLiteral("some text"));

    data.setImageData(pictures::filled(2, 2, Qt::blue));
    const Intake pixels = examine(data, ImageLimits());
    data.setUrls({ url });
    const Intake files = examine(data, ImageLimits());

    QVERIFY(pixels.hasImageData);
    QCOMPARE(pixels.text, QString());
    QCOMPARE(files.imageFiles, QList<QUrl> { url });
    QVERIFY(!files.hasImageData);
    QCOMPARE(files.text, QString());
}

void TestAttachmentIntake::aPictureOfABrowserIsTakenByItsPixels()
{
    QMimeData data;
    data.setUrls({ QUrl(QStringLiteral("https://example.org/a.png")) });
    data.setImageData(pictures::filled(2, 2, Qt::blue));

    const Intake intake = examine(data, ImageLimits());

    QVERIFY(intake.hasImageData);
    QCOMPARE(intake.text, QString());
}

void TestAttachmentIntake::addressesBecomeText()
{
    QMimeData data;
    data.setUrls({ QUrl(QStringLiteral("https://example.org/a b.png")), QUrl(QStringLiteral("ftp://example.org/c")) });

    const Intake intake = examine(data, ImageLimits());

    QVERIFY(intake.imageFiles.isEmpty());
    QCOMPARE(intake.text, QStringLiteral("https://example.org/a%20b.png\nftp://example.org/c"));
}

void TestAttachmentIntake::plainTextIsText()
{
    QMimeData data;
    data.setText(QStringLiteral("/etc/passwd"));
    data.setHtml(QStringLiteral("<img src='file:///etc/passwd'>"));

    const Intake intake = examine(data, ImageLimits());

    QCOMPARE(intake.text, QStringLiteral("/etc/passwd"));
    QVERIFY(intake.imageFiles.isEmpty());
    QVERIFY(examine(QMimeData(), ImageLimits()).isEmpty());
}

void TestAttachmentIntake::theSentenceCounts()
{
    const QUrl url(QStringLiteral("file:///a.png"));
    const Intake::Refusal refusal { QStringLiteral("b.txt"), QStringLiteral("This is text.") };
    Intake intake;

    QCOMPARE(describeIntake(intake), QStringLiteral("Nothing here can be added to this message"));
    intake.text = QStringLiteral("words");
    QCOMPARE(describeIntake(intake), QStringLiteral("The text will be added to this message"));
    intake.imageFiles = { url };
    QCOMPARE(describeIntake(intake), QStringLiteral("1 image will be added to this message"));
    intake.imageFiles = { url, url };
    QCOMPARE(describeIntake(intake), QStringLiteral("2 images will be added to this message"));
    intake.refusals = { refusal };
    QCOMPARE(describeIntake(intake), QStringLiteral("2 images will be added to this message. b.txt: This is text."));
    intake.refusals = { refusal, refusal, refusal, refusal, refusal };
    QVERIFY(describeIntake(intake).endsWith(QStringLiteral("b.txt: This is text. 2 more files cannot be taken.")));
}

QTEST_GUILESS_MAIN(TestAttachmentIntake)
#include "tst_attachmentintake.moc"
