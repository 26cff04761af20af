// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationdocument.h"
#include "conversationfile.h"

#include "memoryblobs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

// A conversation as a file of any kind: all of it or nothing, for its owner alone, under a name of ours.
class TestConversationFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindIsWrittenForItsOwnerAlone_data();
    void everyKindIsWrittenForItsOwnerAlone();
    void whatStoodThereStaysUntilTheLastStep();
    void picturesBesideMarkdownAreNumbered();
    void anExportThatIsGivenUpLeavesNothing();
    void aFolderThatCannotBeWrittenIsSaid();
    void sourcesAreInEveryKind_data();
    void sourcesAreInEveryKind();
    void aLinkOfAPdfLeadsOut_data();
    void aLinkOfAPdfLeadsOut();
    void aTitleIsNeverAPath_data();
    void aTitleIsNeverAPath();
    void aNameThatIsTakenGetsANumber();

private:
    static ExportSource source(const QString &answerText = QStringLiteral("Answer"), const BlobId &blob = {})
    {
        ExportSource source;
        source.conversation.title = QStringLiteral("Telescope");
        Message question;
        question.id = MessageId::create(std::chrono::milliseconds(1));
        question.parts = { TextPart { QStringLiteral("Question") } };
        if (!blob.isEmpty())
            question.parts.push_back(ImagePart { .blob = blob, .url = {}, .mimeType = "image/png", .name = QStringLiteral("../../evil](x).png"), .pixels = { 1, 1 } });
        Message answer;
        answer.id = MessageId::create(std::chrono::milliseconds(2));
        answer.parentId = question.id;
        answer.role = Role::Assistant;
        answer.parts = { TextPart { answerText } };
        answer.answer.emplace();
        source.messages = { question, answer };
        source.branch = source.messages;
        source.conversation.head = answer.id;
        return source;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }
};

void TestConversationFile::everyKindIsWrittenForItsOwnerAlone_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("document") << ExportFormat::Document << QByteArray("{");
    QTest::newRow("markdown") << ExportFormat::Markdown << QByteArray("# Telescope");
    QTest::newRow("web page") << ExportFormat::Html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("pdf") << ExportFormat::Pdf << QByteArray("%PDF-1.");
}

void TestConversationFile::everyKindIsWrittenForItsOwnerAlone()
{
    QFETCH(ExportFormat, format);
    QFETCH(QByteArray, beginning);
    const QString file = path(QStringLiteral("kind") + exportSuffix(format));

    const Result<Done> written = ConversationFile(file, format, source(), std::make_shared<MemoryBlobs>()).writeAll();

    QVERIFY(bool(written));
    QVERIFY(contentOf(file).startsWith(beginning));
    QCOMPARE(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther), QFileDevice::Permissions());
    if (format == ExportFormat::Pdf)
        QVERIFY(contentOf(file).trimmed().endsWith("%%EOF"));
}

void TestConversationFile::whatStoodThereStaysUntilTheLastStep()
{
    const QString file = path(QStringLiteral("before.pdf"));
    QFile before(file);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();

    {
        ConversationFile half(file, ExportFormat::Pdf, source(), std::make_shared<MemoryBlobs>());
        QVERIFY(half.writeNext().value());
        QCOMPARE(contentOf(file), QByteArray("before"));
    }
    QCOMPARE(contentOf(file), QByteArray("before"));
    QVERIFY(bool(ConversationFile(file, ExportFormat::Pdf, source(), std::make_shared<MemoryBlobs>()).writeAll()));
    QVERIFY(contentOf(file).startsWith("%PDF"));
}

void TestConversationFile::picturesBesideMarkdownAreNumbered()
{
    auto blobs = std::make_shared<MemoryBlobs>();
    const BlobId blob = "ab";
    blobs->add(blob, "picture's bytes");
    const QString file = path(QStringLiteral("With picture.md"));

    QVERIFY(bool(ConversationFile(file, ExportFormat::MarkdownPicturesBeside, source({}, blob), blobs).writeAll()));

    QCOMPARE(contentOf(path(QStringLiteral("With picture_pictures/1.png"))), QByteArray("picture's bytes"));
    const QByteArray text = contentOf(file);
    QVERIFY2(text.contains("![../../evil(x).png](With%20picture_pictures/1.png)"), text.constData());
    QVERIFY(bool(ConversationFile(path(QStringLiteral("inside.md")), ExportFormat::MarkdownPicturesInside, source({}, blob), blobs).writeAll()));
    QVERIFY(contentOf(path(QStringLiteral("inside.md"))).contains("(data:image/png;base64,cGljdHVyZSdzIGJ5dGVz)"));
}

void TestConversationFile::anExportThatIsGivenUpLeavesNothing()
{
    QTemporaryDir folder;
    {
        ConversationFile page(folder.filePath(QStringLiteral("page.html")), ExportFormat::Html, source(), std::make_shared<MemoryBlobs>());
        QVERIFY(page.writeNext().value());
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

void TestConversationFile::aFolderThatCannotBeWrittenIsSaid()
{
    const Result<Done> written = ConversationFile(path(QStringLiteral("nowhere/file.md")), ExportFormat::Markdown, source(), std::make_shared<MemoryBlobs>()).writeAll();

    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QVERIFY(written.error().message.contains(QStringLiteral("file.md")));
}

void TestConversationFile::sourcesAreInEveryKind_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QList<QByteArray>>("expected");
    QTest::newRow("document") << ExportFormat::Document << QList<QByteArray> { "https://e.org/a", "First title", "https://e.org/b" };
    QTest::newRow("markdown") << ExportFormat::Markdown << QList<QByteArray> { "1. First title <https://e.org/a>", "2. <https://e.org/b>" };
    QTest::newRow("web page") << ExportFormat::Html << QList<QByteArray> { "<li value=\"1\"><a rel=\"noopener noreferrer\" href=\"https://e.org/a\">First title</a>",
                                                                           "<li value=\"2\"><a rel=\"noopener noreferrer\" href=\"https://e.org/b\">" };
    QTest::newRow("pdf") << ExportFormat::Pdf << QList<QByteArray> { "/URI (https://e.org/a)", "/URI (https://e.org/b)" };
}

void TestConversationFile::sourcesAreInEveryKind()
{
    QFETCH(ExportFormat, format);
    QFETCH(QList<QByteArray>, expected);
    ExportSource cited = source(QStringLiteral("So it is."));
    cited.conversation.id = ConversationId::create(std::chrono::milliseconds(1));
    for (std::vector<Message> *messages : { &cited.messages, &cited.branch })
        messages->back().answer->citations = { { QStringLiteral("https://e.org/a"), QStringLiteral("First title") }, { QStringLiteral("https://e.org/b"), {} } };
    const QString file = path(QStringLiteral("sources") + exportSuffix(format));

    QVERIFY(bool(ConversationFile(file, format, cited, std::make_shared<MemoryBlobs>()).writeAll()));

    const QByteArray written = contentOf(file);
    for (const QByteArray &part : expected)
        QVERIFY2(written.contains(part), part.constData());
    if (format != ExportFormat::Document)
        return;
    const Result<DecodedDocument> read = decodeConversationDocument(written);
    QVERIFY(bool(read));
    QCOMPARE(read.value().document.messages.back().answer->citations, cited.branch.back().answer->citations);
}

void TestConversationFile::aLinkOfAPdfLeadsOut_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QByteArray>("address");       // empty: no link
    QTest::newRow("plain") << "[a](https://example.org/x)" << QByteArray("(https://example.org/x)");
    // A bracket would end the string and let the rest speak PDF.
    QTest::newRow("brackets") << "[a](<https://example.org/x)/S/JavaScript(y>)" << QByteArray("(https://example.org/x%29/S/JavaScript%28y)");
    QTest::newRow("a backslash") << "[a](<https://example.org/?q=\\\\)>)" << QByteArray("(https://example.org/?q=%5C%29)");
    QTest::newRow("a program") << "[a](javascript:alert)" << QByteArray();
    QTest::newRow("a file") << "[a](file:///etc/passwd)" << QByteArray();
}

void TestConversationFile::aLinkOfAPdfLeadsOut()
{
    QFETCH(QString, markdown);
    QFETCH(QByteArray, address);
    const QString file = path(QStringLiteral("links.pdf"));

    QVERIFY(bool(ConversationFile(file, ExportFormat::Pdf, source(markdown), std::make_shared<MemoryBlobs>()).writeAll()));

    const QByteArray pdf = contentOf(file);
    QCOMPARE(pdf.count("/URI ("), address.isEmpty() ? 0 : 1);
    if (!address.isEmpty())
        QVERIFY2(pdf.contains("/URI " + address), pdf.mid(pdf.indexOf("/URI ("), 120).constData());
    QVERIFY(!pdf.contains(")/S"));
}

void TestConversationFile::aTitleIsNeverAPath_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("a path") << "../../etc/passwd" << "etc passwd";
    QTest::newRow("nothing left") << "///" << "Conversation";
    QTest::newRow("hidden") << ".bashrc" << "bashrc";
    QTest::newRow("an option") << "-rf x" << "rf x";
    QTest::newRow("a device of another system") << "CON" << "CON_";
    QTest::newRow("a numbered one") << "lpt1" << "lpt1_";
    QTest::newRow("no device") << "Console" << "Console";
    QTest::newRow("dots at the end") << "etc..." << "etc";
    QTest::newRow("another script") << u8"日本語 ñ" << u8"日本語 ñ";
    QTest::newRow("a line end") << "a\nb\u0000c" << "a b";
}

void TestConversationFile::aTitleIsNeverAPath()
{
    QFETCH(QString, title);
    QFETCH(QString, name);

    QCOMPARE(exportName(title), name);
}

void TestConversationFile::aNameThatIsTakenGetsANumber()
{
    QTemporaryDir folder;
    for (const char *expected : { "Talk.md", "Talk 2.md", "Talk 3.md" }) {
        const QString free = freeExportPath(folder.path(), QStringLiteral("Talk"), ExportFormat::Markdown);
        QCOMPARE(free, folder.filePath(QString::fromLatin1(expected)));
        QFile file(free);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

QTEST_MAIN(TestConversationFile)
#include "tst_conversationfile.moc"
