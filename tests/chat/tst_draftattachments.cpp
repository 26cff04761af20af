// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentintake.h"
#include "draftattachments.h"
#include "librarycalls.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {
struct Tray
{
    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Library> library;
    ImageLoader loader { ImageLimits {} };
    std::unique_ptr<DraftAttachments> attachments;

    bool start()
    {
        auto opened = Library::open(folder.filePath(QStringLiteral("library")), Library::Access::Owner, clock);
        if (!opened)
            return false;
        library = std::move(opened).value();
        attachments = std::make_unique<DraftAttachments>(loader, *library, DraftAttachments::Keep::OnDisk);
        return true;
    }
    QUrl picture(const QString &name, int edge) const
    {
        QImage image(edge, edge, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = folder.filePath(name);
        image.save(path);
        return QUrl::fromLocalFile(path);
    }
};

QStringList namesIn(const QSignalSpy &ready)
{
    QStringList names;
    for (const auto &arguments : ready)
        names += arguments.first().value<Attachment>().image.name;
    return names;
}
}

class TestDraftAttachments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picturesComeOutInTheirOrderWithTheirBytesStored();
    void whatIsRefusedSaysWhy();
    void aPictureFromTheClipboardIsTaken();
    void cancelledOnesDoNotComeOut();
};

void TestDraftAttachments::picturesComeOutInTheirOrderWithTheirBytesStored()
{
    Tray tray;
    QVERIFY(tray.start());
    const Intake intake = examine(QList<QUrl> { tray.picture(QStringLiteral("big.png"), 1500), tray.picture(QStringLiteral("small.png"), 2),
                                                tray.picture(QStringLiteral("middle.jpg"), 300) }, ImageLimits {});
    QSignalSpy ready(tray.attachments.get(), &DraftAttachments::ready);
    QSignalSpy progress(tray.attachments.get(), &DraftAttachments::progressChanged);
    tray.attachments->setDetail(ImageDetail::High);

    tray.attachments->add(intake);
    QCOMPARE(tray.attachments->pending(), 3);
    QTRY_COMPARE(ready.size(), 3);

    QCOMPARE(namesIn(ready), QStringList({ QStringLiteral("big.png"), QStringLiteral("small.png"), QStringLiteral("middle.jpg") }));
    const auto first = ready.first().first().value<Attachment>();
    QCOMPARE(first.image.pixels, QSize(1500, 1500));
    QCOMPARE(first.image.mimeType, QByteArray("image/png"));
    QCOMPARE(first.image.detail, ImageDetail::High);
    const auto blob = tray.library->blobs()->openBlob(first.image.blob);
    QVERIFY(blob);
    QCOMPARE(blob.value()->size(), first.image.byteCount);
    QCOMPARE(progress.last().at(1).toInt(), 0);
}

void TestDraftAttachments::whatIsRefusedSaysWhy()
{
    Tray tray;
    QVERIFY(tray.start());
    QFile text(tray.folder.filePath(QStringLiteral("text.png")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no picture");
    text.close();
    QSignalSpy refused(tray.attachments.get(), &DraftAttachments::refused);
    QSignalSpy ready(tray.attachments.get(), &DraftAttachments::ready);

    tray.attachments->add(examine(QList<QUrl> { QUrl::fromLocalFile(text.fileName()), tray.picture(QStringLiteral("good.png"), 3) }, ImageLimits {}));
    QTRY_COMPARE(ready.size(), 1);

    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().at(0).toString(), QStringLiteral("text.png"));
    QVERIFY(!refused.first().at(1).value<Error>().message.isEmpty());
}

void TestDraftAttachments::aPictureFromTheClipboardIsTaken()
{
    Tray tray;
    QVERIFY(tray.start());
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QSignalSpy ready(tray.attachments.get(), &DraftAttachments::ready);

    tray.attachments->addImage(image);
    QTRY_COMPARE(ready.size(), 1);

    QCOMPARE(ready.first().first().value<Attachment>().image.pixels, QSize(4, 4));
}

void TestDraftAttachments::cancelledOnesDoNotComeOut()
{
    Tray tray;
    QVERIFY(tray.start());
    QSignalSpy ready(tray.attachments.get(), &DraftAttachments::ready);
    tray.attachments->addFile(tray.picture(QStringLiteral("one.png"), 800));
    tray.attachments->cancelAll();

    tray.attachments->addFile(tray.picture(QStringLiteral("two.png"), 2));
    QTRY_COMPARE(ready.size(), 1);

    QCOMPARE(namesIn(ready), QStringList { QStringLiteral("two.png") });
    QCOMPARE(tray.attachments->pending(), 0);
}

QTEST_GUILESS_MAIN(TestDraftAttachments)
#include "tst_draftattachments.moc"
