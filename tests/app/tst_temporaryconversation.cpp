// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "settings.h"

#include <QAction>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QPointer>

// A conversation of which nothing is ever written: no word, no picture, no trace of its having been.
class TestTemporaryConversation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOfItReachesTheDisk();
    void noWordOfItIsInAnyFile();

private:
    // Files that hold one of these, anywhere in the data folder.
    static QStringList filesWith(const QString &folder, const QList<QByteArray> &words)
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (const QByteArray &word : words) {
                if (content.contains(word))
                    found << file.fileName() + QStringLiteral(": ") + QString::fromUtf8(word);
            }
        }
        return found;
    }
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

// Questions, answers, a title that was given, drafts, messages that wait, what ends in the background, with a title from a model switched
// on and a performance log beside it: while it goes on and after it.
void TestTemporaryConversation::noWordOfItIsInAnyFile()
{
    ApplicationFixture fixture;
    const QString folder = fixture.folder.path();
    {
        Settings settings(dataPlaces(folder).settings);
        settings.set(keys::titlesByModel, true);
    }
    WindowOptions options;
    options.practice = true;
    options.traceFile = folder + QStringLiteral("/log.jsonl");
    fixture.open(options);
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    // What is kept can be found, or the search for the rest proves nothing.
    fixture.type(QStringLiteral("fast echo Archaeopteryx"));
    fixture.pressEnter();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.shown()->conversation().title.startsWith(QLatin1String("Practice title")), 20'000);
    const auto trigger = [&](const char *name) { fixture.window().actions().action(QString::fromLatin1(name))->trigger(); };

    trigger("newTemporary");
    const QByteArray id = fixture.shown()->id().toString().toLatin1();
    fixture.type(QStringLiteral("slow echo Quetzalcoatlus and Pteranodon, Rhamphorhynchus and Dimorphodon"));
    fixture.pressEnter();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown()->state(), ConversationController::State::Answering, 20'000);
    fixture.shown()->setTitle(QStringLiteral("Hatzegopteryx"));
    fixture.type(QStringLiteral("fast echo Nyctosaurus"));
    fixture.pressEnter();
    QTRY_COMPARE(fixture.shown()->queue().size(), size_t(1));
    fixture.type(QStringLiteral("Tupandactylus, half written"));
    QTRY_VERIFY(fixture.shown()->draft().text.contains(QLatin1String("Tupandactylus")));
    const QPointer<ConversationController> temporary(fixture.shown());

    // Into the background: its answer and the one that waits behind it end there.
    trigger("newConversation");
    fixture.type(QStringLiteral("Archaeopteryx again"));
    QTRY_VERIFY_WITH_TIMEOUT(temporary.isNull(), 60'000);
    trigger("newTemporary");
    const QByteArray second = fixture.shown()->id().toString().toLatin1();
    fixture.type(QStringLiteral("Anhanguera, never sent"));
    const QList<QByteArray> words { "Quetzalcoatlus", "Hatzegopteryx", "Nyctosaurus", "Tupandactylus", "Anhanguera", id, second };
    QCOMPARE(filesWith(folder, words), QStringList());
    fixture.close();

    QCOMPARE(filesWith(folder, words), QStringList());
    QVERIFY(!filesWith(folder, { "Archaeopteryx" }).isEmpty());
    QVERIFY(!filesWith(folder, { "Archaeopteryx again" }).isEmpty());
}

QTEST_MAIN(TestTemporaryConversation)
#include "tst_temporaryconversation.moc"
