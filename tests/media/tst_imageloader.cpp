// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentintake.h"

#include "pictures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

class TestImageLoader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFileComesBackInThisThread();
    void everyPictureIsAnsweredOnce();
    void aMissingFileIsAnError();
    void aNameThatIsNoTextIsRead();
    void aClipboardPictureIsEncoded();
    void aThumbnailIsReadElsewhere();
    void nothingComesToAContextThatIsGone();
    void destructionWaitsAndStaysSilent();

private:
    QString write(const QString &name, const QByteArray &content);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImageLoader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestImageLoader::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

void TestImageLoader::aFileComesBackInThisThread()
{
    const QByteArray png = pictures::encoded(pictures::filled(30, 20, Qt::red), "png");
    ImageLoader loader { ImageLimits() };
    std::optional<EncodedImage> image;
    QThread *thread = nullptr;

    loader.loadFile(write(QStringLiteral("a.png"), png), this, [&](const Result<EncodedImage> &result) {
        thread = QThread::currentThread();
        if (result)
            image = result.value();
    });

    QVERIFY(!image);
    QTRY_VERIFY(image);
    QCOMPARE(image->bytes, png);
    QCOMPARE(thread, this->thread());
}

void TestImageLoader::everyPictureIsAnsweredOnce()
{
    ImageLoader loader { ImageLimits() };
    QList<int> answered;
    for (int i = 0; i < 20; ++i) {
        const QByteArray png = pictures::encoded(pictures::filled(i + 1, 1, Qt::red), "png");
        loader.loadFile(write(QStringLiteral("%1.png").arg(i), png), this, [&answered](const Result<EncodedImage> &result) {
            answered.append(result ? result.value().pixels.width() : 0);
        });
    }

    QTRY_COMPARE(answered.size(), 20);
    std::sort(answered.begin(), answered.end());
    QCOMPARE(answered.first(), 1);
    QCOMPARE(answered.last(), 20);
}

void TestImageLoader::aMissingFileIsAnError()
{
    ImageLoader loader { ImageLimits() };
    std::optional<Error> error;

    loader.loadFile(m_folder->filePath(QStringLiteral("none.png")), this, [&error](const Result<EncodedImage> &result) {
        if (!result)
            error = result.error();
    });

    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Unreadable);
}

void TestImageLoader::aNameThatIsNoTextIsRead()
{
    const QString plain = write(QStringLiteral("plain.png"), pictures::encoded(pictures::filled(7, 5, Qt::red), "png"));
    const QByteArray odd = QFile::encodeName(m_folder->path()) + "/\xff\xfe.png";
    QCOMPARE(std::rename(QFile::encodeName(plain).constData(), odd.constData()), 0);
    ImageLoader loader { ImageLimits() };
    QSize pixels;

    loader.loadFile(QUrl::fromEncoded("file://" + odd.toPercentEncoding("/")), this, [&pixels](const Result<EncodedImage> &result) {
        if (result)
            pixels = result.value().pixels;
    });

    QTRY_COMPARE(pixels, QSize(7, 5));
}

void TestImageLoader::aClipboardPictureIsEncoded()
{
    ImageLoader loader { ImageLimits() };
    QByteArray mimeType;

    loader.loadImage(pictures::filled(7, 5, Qt::red), this, [&mimeType](const Result<EncodedImage> &result) {
        if (result)
            mimeType = result.value().mimeType;
    });

    QTRY_COMPARE(mimeType, QByteArray("image/png"));
}

void TestImageLoader::aThumbnailIsReadElsewhere()
{
    const QByteArray png = pictures::encoded(pictures::filled(400, 200, Qt::red), "png");
    ImageLoader loader { ImageLimits() };
    std::atomic<QThread *> reader = nullptr;
    QImage small;

    loader.loadThumbnail([&] { reader = QThread::currentThread(); return png; }, 100, this, [&small](const QImage &image) { small = image; });

    QTRY_COMPARE(small.size(), QSize(100, 50));
    QVERIFY(reader.load() != thread());
}

void TestImageLoader::nothingComesToAContextThatIsGone()
{
    ImageLoader loader { ImageLimits() };
    auto context = std::make_unique<QObject>();
    bool first = false;
    bool second = false;

    loader.loadImage(pictures::filled(7, 5, Qt::red), context.get(), [&first](const Result<EncodedImage> &) { first = true; });
    context.reset();
    loader.loadImage(pictures::filled(7, 5, Qt::red), this, [&second](const Result<EncodedImage> &) { second = true; });

    QTRY_VERIFY(second);
    QVERIFY(!first);
}

void TestImageLoader::destructionWaitsAndStaysSilent()
{
    auto loader = std::make_unique<ImageLoader>(ImageLimits());
    bool answered = false;
    for (int i = 0; i < 10; ++i)
        loader->loadImage(pictures::noise(300, 300), this, [&answered](const Result<EncodedImage> &) { answered = true; });

    loader.reset();
    QCoreApplication::processEvents();

    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TestImageLoader)
#include "tst_imageloader.moc"
