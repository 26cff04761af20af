// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"

#include <QAction>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QMimeData>

// A conversation of which nothing is ever written: no word, no picture, no trace of its having been.
class TestTemporaryConversation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOfItReachesTheDisk();

private:
    // What the library's folder holds, all but its backups and SQLite's shared memory, which is no content.
    static QMap<QString, QByteArray> contentOf(const QString &library)
    {
        QMap<QString, QByteArray> content;
        QDirIterator files(library, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const bool isOwn = !file.fileName().endsWith(QLatin1String("-shm")) && !file.fileName().contains(QLatin1String("/backups/"));
            if (isOwn && file.open(QIODevice::ReadOnly))
                content.insert(file.fileName(), file.readAll());
        }
        return content;
    }
};

void TestTemporaryConversation::nothingOfItReachesTheDisk()
{
    ApplicationFixture fixture;
    const QString library = dataPlaces(fixture.folder.path()).library;
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.window().actions().action(QStringLiteral("newTemporary"))->trigger();
    QVERIFY(fixture.shown()->isTemporary());
    const QMap<QString, QByteArray> before = contentOf(library);
    QVERIFY(before.size() >= 2);

    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QMimeData pasted;
    pasted.setImageData(picture);
    Q_EMIT fixture.composer()->contentPasted(&pasted);
    fixture.type(QStringLiteral("Quetzalcoatlus in this picture?"));
    QTRY_COMPARE(fixture.shown()->draft().attachments.size(), size_t(1));
    fixture.pressEnter();
    QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 30'000);

    // It was sent with its picture, which can be seen, and the folder is as it was.
    QCOMPARE(fixture.messageState(1), MessageState::Complete);
    const Message question = fixture.shown()->model()->messageAt(0);
    QCOMPARE(imagesOf(question).size(), size_t(1));
    QCOMPARE(contentOf(library), before);

    // Nor does its end leave anything, wherever the program writes.
    const QString id = fixture.shown()->id().toString();
    fixture.close();
    QDirIterator files(fixture.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(!file.fileName().contains(QLatin1String("/blobs/")), qPrintable(file.fileName()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains("Quetzalcoatlus") && !content.contains(id.toLatin1()), qPrintable(file.fileName()));
    }
}

QTEST_MAIN(TestTemporaryConversation)
#include "tst_temporaryconversation.moc"
