// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "librarycalls.h"
#include "libraryfolder_p.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

// Pictures that nobody refers to do not stay on the disk for ever, and none that somebody may still ask for goes.
class LibraryBlobsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void aCancelledImportLeavesNoPictures();
    void aRefusedImportLeavesNoPictures();
    void whatAKilledImportLeftGoesAfterAWeek();
    void whatAnybodyNamesStays();
    void whatABackupNamesStaysAsLongAsTheBackup();
    void whatAnUndoMayTakeBackStaysForThisRun();
    void beforeADamagedLibraryNothingGoesForNinetyDays();

private:
    static QByteArray picture(int number) { return QByteArrayLiteral("picture ") + QByteArray::number(number) + QByteArray(2000, 'x'); }
    static BlobId idOf(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }
    Message showing(const BlobId &blob)
    {
        Message message = messageSaying({}, Role::User, {}, m_clock);
        ImagePart image;
        image.blob = blob;
        image.mimeType = "image/png";
        message.parts = { TextPart { QStringLiteral("see") }, image };
        return message;
    }
    DecodedDocument withPictures(int first, int count)
    {
        DecodedDocument made;
        made.document.conversation = conversationNamed(QStringLiteral("imported"), m_clock);
        for (int number = first; number < first + count; ++number) {
            made.blobs.emplace_back(idOf(picture(number)), picture(number));
            made.document.messages.push_back(showing(idOf(picture(number))));
        }
        return made;
    }
    std::unique_ptr<Library> open();
    QSet<BlobId> files() const;
    void letPass(std::chrono::hours time) { m_clock.advance(time); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void LibraryBlobsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
    // The disk's own dates are compared with it.
    m_clock = ManualClock(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()));
}

std::unique_ptr<Library> LibraryBlobsTest::open()
{
    auto opened = Library::open(m_folder->path(), Library::Access::Owner, m_clock);
    return opened ? std::move(opened).value() : nullptr;
}

QSet<BlobId> LibraryBlobsTest::files() const
{
    QSet<BlobId> found;
    QDirIterator file(m_folder->filePath(QStringLiteral("blobs")), QDir::Files, QDirIterator::Subdirectories);
    while (file.hasNext()) {
        file.next();
        found.insert(file.fileName().toLatin1());
    }
    return found;
}

void LibraryBlobsTest::aCancelledImportLeavesNoPictures()
{
    const std::unique_ptr<Library> library = open();
    VERIFY_DONE(calls::putBlob(*library, picture(3)));
    connect(library.get(), &Library::workProgressed, this, [&](const LibraryWork &work) {
        if (work.done < work.total)
            library->cancelImport();
    });
    DecodedDocument many = withPictures(0, 12);
    MessageId last;
    for (int i = 0; i < 20'000; ++i) {
        many.document.messages.push_back(messageSaying(QStringLiteral("message %1 ").arg(i).repeated(20), Role::User, last, m_clock));
        last = many.document.messages.back().id;
    }

    const auto imported = calls::importAll(*library, { many });

    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, ErrorKind::Cancelled);
    QCOMPARE(files(), QSet<BlobId> { idOf(picture(3)) });
}

void LibraryBlobsTest::aRefusedImportLeavesNoPictures()
{
    const std::unique_ptr<Library> library = open();
    VERIFY_DONE(calls::putBlob(*library, picture(1)));
    DecodedDocument bad = withPictures(0, 5);
    bad.document.messages.push_back(showing(idOf(picture(77))));       // which the document lacks

    QCOMPARE(calls::importAll(*library, { bad }).error().kind, ErrorKind::NotFound);

    QCOMPARE(files(), QSet<BlobId> { idOf(picture(1)) });
}

void LibraryBlobsTest::whatAKilledImportLeftGoesAfterAWeek()
{
    std::unique_ptr<Library> library = open();
    for (int number = 0; number < 5; ++number)
        VERIFY_DONE(calls::putBlob(*library, picture(number)));
    library.reset();
    library = open();

    letPass(std::chrono::hours(24 * 6));
    VERIFY_DONE(calls::maintain(*library));
    VERIFY_DONE(calls::create(*library, conversationNamed(QStringLiteral("a turn through the worker"), m_clock)));
    QCOMPARE(files().size(), 5);

    letPass(std::chrono::hours(24 * 2));
    VERIFY_DONE(calls::maintain(*library));
    QTRY_VERIFY(files().isEmpty());
}

void LibraryBlobsTest::whatAnybodyNamesStays()
{
    std::unique_ptr<Library> library = open();
    for (int number = 0; number < 6; ++number)
        VERIFY_DONE(calls::putBlob(*library, picture(number)));
    const Conversation conversation = conversationNamed(QStringLiteral("pictures"), m_clock);
    VERIFY_DONE(calls::create(*library, conversation));
    VERIFY_DONE(calls::append(*library, conversation.id, showing(idOf(picture(0)))));
    const auto attachment = [](int number) {
        Attachment made;
        made.image.blob = idOf(picture(number));
        return made;
    };
    Draft draft;
    draft.text = QStringLiteral("look");
    draft.attachments = { attachment(1) };
    draft.queue = { QueuedMessage { QStringLiteral("later"), { attachment(2) } } };
    VERIFY_DONE(calls::saveDraft(*library, conversation.id, draft));
    const Conversation thrownAway = conversationNamed(QStringLiteral("in the trash"), m_clock);
    VERIFY_DONE(calls::create(*library, thrownAway));
    VERIFY_DONE(calls::append(*library, thrownAway.id, showing(idOf(picture(3)))));
    VERIFY_DONE(calls::remove(*library, thrownAway.id));
    library.reset();
    library = open();

    letPass(std::chrono::hours(24 * 8));
    VERIFY_DONE(calls::maintain(*library));

    QTRY_COMPARE(files(), (QSet<BlobId> { idOf(picture(0)), idOf(picture(1)), idOf(picture(2)), idOf(picture(3)) }));
}

void LibraryBlobsTest::whatABackupNamesStaysAsLongAsTheBackup()
{
    const std::unique_ptr<Library> library = open();
    VERIFY_DONE(calls::importAll(*library, { withPictures(0, 1) }));
    VERIFY_DONE(calls::maintain(*library));
    const ConversationId id = calls::list(*library).value().first().id;
    VERIFY_DONE(calls::remove(*library, id));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library->emptyTrash(m_clock.sinceEpoch().count() + 1, context, done); }));

    for (int backup = 0; backup < 2; ++backup) {
        letPass(std::chrono::hours(24 * 8));
        VERIFY_DONE(calls::maintain(*library));
        VERIFY_DONE(calls::create(*library, conversationNamed(QStringLiteral("a turn through the worker"), m_clock)));
        QCOMPARE(files().size(), 1);
    }
    // The fourth backup drives the first one out.
    letPass(std::chrono::hours(25));
    VERIFY_DONE(calls::maintain(*library));
    QTRY_VERIFY(files().isEmpty());
}

void LibraryBlobsTest::whatAnUndoMayTakeBackStaysForThisRun()
{
    const auto attachment = [](int number) {
        Attachment made;
        made.image.blob = idOf(picture(number));
        return made;
    };
    const Conversation conversation = conversationNamed(QStringLiteral("pictures"), m_clock);
    std::unique_ptr<Library> library = open();
    for (int number = 0; number < 3; ++number)
        VERIFY_DONE(calls::putBlob(*library, picture(number)));
    VERIFY_DONE(calls::create(*library, conversation));
    Draft draft;
    draft.attachments = { attachment(0) };
    draft.queue = { QueuedMessage { QStringLiteral("later"), { attachment(1) } } };
    VERIFY_DONE(calls::saveDraft(*library, conversation.id, draft));

    // The next run opens it, and the person takes the pictures out: that can be undone.
    library.reset();
    library = open();
    VERIFY_DONE(calls::open(*library, conversation.id));
    VERIFY_DONE(calls::saveDraft(*library, conversation.id, Draft()));
    VERIFY_DONE(calls::putBlob(*library, picture(3)));
    letPass(std::chrono::hours(24 * 20));
    VERIFY_DONE(calls::maintain(*library));
    QTRY_COMPARE(files(), (QSet<BlobId> { idOf(picture(0)), idOf(picture(1)), idOf(picture(3)) }));

    library.reset();
    library = open();
    VERIFY_DONE(calls::maintain(*library));
    QTRY_VERIFY(files().isEmpty());
}

void LibraryBlobsTest::beforeADamagedLibraryNothingGoesForNinetyDays()
{
    std::unique_ptr<Library> library = open();
    VERIFY_DONE(calls::putBlob(*library, picture(0)));
    library.reset();
    QFile damaged(m_folder->filePath(QStringLiteral("library.db.damaged-") + timeStamp(m_clock.sinceEpoch().count())));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    library = open();

    letPass(std::chrono::hours(24 * 89));
    VERIFY_DONE(calls::maintain(*library));
    VERIFY_DONE(calls::create(*library, conversationNamed(QStringLiteral("a turn through the worker"), m_clock)));
    QCOMPARE(files().size(), 1);

    letPass(std::chrono::hours(24 * 2));
    VERIFY_DONE(calls::maintain(*library));
    QTRY_VERIFY(files().isEmpty());
}

QTEST_GUILESS_MAIN(LibraryBlobsTest)
#include "tst_libraryblobs.moc"
