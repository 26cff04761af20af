// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryexport.h"

#include "conversationdocument.h"
#include "library.h"
#include "libraryfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// Many conversations into a folder, while the program goes on.
class TestLibraryExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyConversationBecomesAFile_data();
    void everyConversationBecomesAFile();
    void theProgramGoesOnMeanwhile();
    void calledOffItKeepsWhatIsFinishedAndNothingElse_data();
    void calledOffItKeepsWhatIsFinishedAndNothingElse();
    void aConversationThatIsGoneEndsIt();
    void oneThatCannotBeReadDoesNotKeepTheOthersBack();

private:
    struct Ends
    {
        explicit Ends(LibraryExport &work)
        {
            connect(&work, &LibraryExport::ended, &work, [results = results](const Result<Done> &result) { results->push_back(result); });
        }
        std::shared_ptr<std::vector<Result<Done>>> results = std::make_shared<std::vector<Result<Done>>>();
    };

    ConversationId add(const QString &title, int messages);
    QStringList files() const { return QDir(m_out->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name); }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_out;
    std::unique_ptr<Library> m_library;
};

void TestLibraryExport::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_out = std::make_unique<QTemporaryDir>();
    auto library = Library::open(m_folder->path(), Library::Access::Owner, m_clock);
    QVERIFY2(library, qPrintable(errorText(library)));
    m_library = std::move(library).value();
}

ConversationId TestLibraryExport::add(const QString &title, int messages)
{
    DecodedDocument document;
    document.document.conversation = conversationNamed(title, m_clock);
    MessageId parent;
    for (int i = 0; i < messages; ++i) {
        Message message = messageSaying(QStringLiteral("Message %1 of %2 with `code` and $x^2$").arg(i).arg(title), i % 2 ? Role::Assistant : Role::User, parent, m_clock);
        if (message.role == Role::Assistant)
            message.answer.emplace();
        parent = message.id;
        document.document.messages.push_back(message);
    }
    document.document.conversation.head = parent;
    const auto stored = resultOf<Done>([&](QObject *context, auto done) { m_library->importDocument(document, context, done); });
    return stored ? document.document.conversation.id : ConversationId();
}

void TestLibraryExport::everyConversationBecomesAFile_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("documents") << ExportFormat::Document;
    QTest::newRow("markdown") << ExportFormat::MarkdownPicturesBeside;
    QTest::newRow("web pages") << ExportFormat::Html;
    QTest::newRow("pdf") << ExportFormat::Pdf;
}

void TestLibraryExport::everyConversationBecomesAFile()
{
    QFETCH(ExportFormat, format);
    const std::vector<LibraryExport::Item> items { { add(QStringLiteral("Same"), 4) }, { add(QStringLiteral("Same"), 120) }, { add(QStringLiteral("../up"), 2) } };
    LibraryExport work(*m_library, format, items, m_out->path());
    const Ends ended(work);
    QSignalSpy advanced(&work, &LibraryExport::advanced);

    work.start();

    QTRY_COMPARE(ended.results->size(), size_t(1));
    QVERIFY(bool(ended.results->front()));
    QCOMPARE(advanced.size(), 3);
    const QString suffix = exportSuffix(format);
    QCOMPARE(files(), (QStringList { QStringLiteral("Same 2") + suffix, QStringLiteral("Same") + suffix, QStringLiteral("up") + suffix }));
}

// A window is painted every 16 ms: nothing here may hold it up for long, whatever is exported.
void TestLibraryExport::theProgramGoesOnMeanwhile()
{
    LibraryExport work(*m_library, ExportFormat::Pdf, { { add(QStringLiteral("Long"), 300) } }, m_out->path());
    const Ends ended(work);
    int turns = 0;
    QTimer frames;
    connect(&frames, &QTimer::timeout, &frames, [&] { ++turns; });
    frames.start(0);

    work.start();

    QTRY_COMPARE_WITH_TIMEOUT(ended.results->size(), size_t(1), 30'000);
    QVERIFY2(turns > 20, qPrintable(QString::number(turns)));
}

void TestLibraryExport::calledOffItKeepsWhatIsFinishedAndNothingElse_data()
{
    everyConversationBecomesAFile_data();
}

void TestLibraryExport::calledOffItKeepsWhatIsFinishedAndNothingElse()
{
    QFETCH(ExportFormat, format);
    std::vector<LibraryExport::Item> items;
    for (int i = 0; i < 5; ++i)
        items.push_back({ add(QStringLiteral("Talk"), 40) });
    LibraryExport work(*m_library, format, items, m_out->path());
    const Ends ended(work);
    connect(&work, &LibraryExport::advanced, &work, [&work](int finished) {
        if (finished == 2)
            work.cancel();
    });

    work.start();

    QTRY_COMPARE(ended.results->size(), size_t(1));
    QCOMPARE(ended.results->front().error().kind, ErrorKind::Cancelled);
    QCOMPARE(work.finishedFiles(), 2);
    QCOMPARE(files().size(), 2);
    work.cancel();
    QCoreApplication::processEvents();
    QCOMPARE(ended.results->size(), size_t(1));
}

void TestLibraryExport::aConversationThatIsGoneEndsIt()
{
    LibraryExport work(*m_library, ExportFormat::Markdown, { { ConversationId::create(m_clock.sinceEpoch()) } }, m_out->path());
    const Ends ended(work);

    work.start();

    QTRY_COMPARE(ended.results->size(), size_t(1));
    QCOMPARE(ended.results->front().error().kind, ErrorKind::NotFound);
    QVERIFY(files().isEmpty());
}

void TestLibraryExport::oneThatCannotBeReadDoesNotKeepTheOthersBack()
{
    // One is gone, of another the picture is.
    DecodedDocument document;
    document.document.conversation = conversationNamed(QStringLiteral("Picture"), m_clock);
    const auto blob = resultOf<BlobId>([&](QObject *context, auto done) { m_library->putBlob("\x89PNG\r\n\x1a\n", context, done); });
    QVERIFY(blob);
    ImagePart picture;
    picture.blob = blob.value();
    picture.mimeType = "image/png";
    Message message = messageSaying(QStringLiteral("see"), Role::User, {}, m_clock);
    message.parts.push_back(picture);
    document.document.messages = { message };
    document.document.conversation.head = message.id;
    QVERIFY(resultOf<Done>([&](QObject *context, auto done) { m_library->importDocument(document, context, done); }));
    QVERIFY(QFile::remove(m_folder->path() + QStringLiteral("/blobs/") + QString::fromLatin1(blob.value().left(2)) + u'/' + QString::fromLatin1(blob.value())));
    LibraryExport work(*m_library, ExportFormat::Document, { { ConversationId::create(m_clock.sinceEpoch()) }, { add(QStringLiteral("One"), 2) }, { document.document.conversation.id }, { add(QStringLiteral("Two"), 2) } },
                       m_out->path());
    const Ends ended(work);

    work.start();

    QTRY_COMPARE(ended.results->size(), size_t(1));
    QVERIFY(!ended.results->front());
    QVERIFY2(ended.results->front().error().message.startsWith(QLatin1String("2 ")), qPrintable(ended.results->front().error().message));
    QCOMPARE(files(), (QStringList { QStringLiteral("One.grackle"), QStringLiteral("Two.grackle") }));
}

QTEST_MAIN(TestLibraryExport)
#include "tst_libraryexport.moc"
