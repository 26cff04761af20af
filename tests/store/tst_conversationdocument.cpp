// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationdocument.h"

#include "librarycalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

class ConversationDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aDocumentComesBackAsItWas();
    void aDocumentIsImportedWholeAndTwiceIsOnce();
    void aTextInsteadOfPartsIsOnePart();
    void aRunningAnswerWasCutOff();
    void unknownMembersAreSkipped();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void nestingWithoutEndIsRefused();
    void aNewerVersionIsRefusedWithItsOwnSentence();
    void mutatedDocumentsAreTakenOrRefusedButNeverCrash();
    void aMissingPictureIsAnErrorNotAGap();
    void markdownReadsLikeAConversation();
    void sourcesStandBelowTheAnswerInMarkdown();
    void callsRefusalsAndPicturesElsewhereStandInMarkdown();

private:
    ConversationDocument example();
    QJsonObject exampleJson();

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
};

void ConversationDocumentTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Library::open(m_folder->path(), Library::Access::Owner, m_clock);
    QVERIFY(opened);
    m_library = std::move(opened).value();
}

void ConversationDocumentTest::cleanup()
{
    m_library.reset();
}

ConversationDocument ConversationDocumentTest::example()
{
    const Result<BlobId> blob = calls::putBlob(*m_library, QByteArrayLiteral("\x89PNG picture"));
    ConversationDocument document;
    document.conversation = conversationNamed(QStringLiteral("Carina"), m_clock);
    document.conversation.systemPrompt = QStringLiteral("Be brief.");
    Message question = messageSaying(QStringLiteral("What is this?"), Role::User, {}, m_clock);
    ImagePart image;
    image.blob = blob.value();
    image.mimeType = "image/png";
    image.name = QStringLiteral("carina.png");
    image.pixels = QSize(640, 480);
    image.byteCount = 12;
    image.detail = ImageDetail::Low;
    question.parts.insert(question.parts.begin(), image);
    Message answer = messageSaying(QStringLiteral("A nebula."), Role::Assistant, question.id, m_clock);
    answer.answer.emplace();
    answer.answer->modelId = QStringLiteral("grok-4");
    answer.answer->usage.promptTokens = 12;
    const Message other = messageSaying(QStringLiteral("And this?"), Role::User, {}, m_clock);
    document.messages = { question, answer, other };
    document.conversation.head = answer.id;
    return document;
}

QJsonObject ConversationDocumentTest::exampleJson()
{
    const auto bytes = encodeConversationDocument(example(), *m_library->blobs());
    return QJsonDocument::fromJson(bytes.value()).object();
}

void ConversationDocumentTest::aDocumentComesBackAsItWas()
{
    const ConversationDocument document = example();

    const auto bytes = encodeConversationDocument(document, *m_library->blobs());
    VERIFY_DONE(bytes);
    const auto decoded = decodeConversationDocument(bytes.value());

    VERIFY_DONE(decoded);
    QVERIFY(decoded.value().document.conversation == document.conversation);
    QVERIFY(decoded.value().document.messages == document.messages);
    QCOMPARE(decoded.value().blobs.size(), size_t(1));
    QCOMPARE(decoded.value().blobs[0].second, QByteArrayLiteral("\x89PNG picture"));
    QCOMPARE(encodeConversationDocument(decoded.value().document, *m_library->blobs()).value(), bytes.value());
}

void ConversationDocumentTest::aDocumentIsImportedWholeAndTwiceIsOnce()
{
    const ConversationDocument document = example();
    const auto decoded = decodeConversationDocument(encodeConversationDocument(document, *m_library->blobs()).value());
    const QTemporaryDir elsewhere;
    auto opened = Library::open(elsewhere.path(), Library::Access::Owner, m_clock);
    const std::unique_ptr<Library> other = std::move(opened).value();
    const auto import = [&] {
        return resultOf<Done>([&](QObject *context, auto done) { other->importDocument(decoded.value(), context, done); });
    };

    VERIFY_DONE(import());
    VERIFY_DONE(import());

    QCOMPARE(calls::list(*other).value().at(0).messageCount, 3);
    const auto conversation = calls::open(*other, document.conversation.id);
    QVERIFY(conversation.value().tail[0] == document.messages[0]);
    QVERIFY(conversation.value().tail[1] == document.messages[1]);
    QCOMPARE(conversation.value().conversation.head.toString(), document.conversation.head.toString());
    QVERIFY(other->blobs()->openBlob(imagesOf(document.messages[0]).at(0).blob));
    QCOMPARE(calls::search(*other, QStringLiteral("nebula")).value().size(), 1);
}

void ConversationDocumentTest::aTextInsteadOfPartsIsOnePart()
{
    QJsonObject json = exampleJson();
    QJsonArray messages = json.value(QStringLiteral("messages")).toArray();
    QJsonObject answer = messages[1].toObject();
    answer.insert(QStringLiteral("content"), QStringLiteral("plain"));
    messages[1] = answer;
    json.insert(QStringLiteral("messages"), messages);

    const auto decoded = decodeConversationDocument(QJsonDocument(json).toJson());

    VERIFY_DONE(decoded);
    QCOMPARE(textOf(decoded.value().document.messages[1]), QStringLiteral("plain"));
}

void ConversationDocumentTest::aRunningAnswerWasCutOff()
{
    ConversationDocument document = example();
    document.messages[1].state = MessageState::Streaming;

    const auto decoded = decodeConversationDocument(encodeConversationDocument(document, *m_library->blobs()).value());

    QCOMPARE(decoded.value().document.messages[1].state, MessageState::CutOff);
}

void ConversationDocumentTest::unknownMembersAreSkipped()
{
    QJsonObject json = exampleJson();
    json.insert(QStringLiteral("mood"), QStringLiteral("good"));

    VERIFY_DONE(decodeConversationDocument(QJsonDocument(json).toJson()));
}

void ConversationDocumentTest::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("another format") << QByteArray("grackle-conversation") << QByteArray("grackle-library");
    QTest::newRow("version 0") << QByteArray("\"version\": 1") << QByteArray("\"version\": 0");
    QTest::newRow("a version that is a text") << QByteArray("\"version\": 1") << QByteArray("\"version\": \"1\"");
    QTest::newRow("a role nobody knows") << QByteArray("\"role\": \"assistant\"") << QByteArray("\"role\": \"root\"");
    QTest::newRow("a part nobody knows") << QByteArray("\"type\": \"text\"") << QByteArray("\"type\": \"applet\"");
    QTest::newRow("a file as a picture") << QByteArray("data:image/png;base64,") << QByteArray("file:///etc/passwd?");
    QTest::newRow("a share as a picture") << QByteArray("data:image/png;base64,") << QByteArray("//host/share/");
    QTest::newRow("a blob of the reader as a picture") << QByteArray("data:image/png;base64,") << QByteArray("blob:");
    QTest::newRow("a drawing with scripts") << QByteArray("data:image/png;base64,") << QByteArray("data:image/svg+xml;base64,");
    QTest::newRow("broken base64") << QByteArray(";base64,") << QByteArray(";base64,*");
    QTest::newRow("a missing id") << QByteArray("\"id\"") << QByteArray("\"di\"");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("<");
    QTest::newRow("invalid UTF-8") << QByteArray("Carina") << QByteArray("Cari\xff\xfe");
    QTest::newRow("a parent that is not there") << QByteArray("\"parent\": \"") << QByteArray("\"parent\": \"0197ffff-0000-7000-8000-000000000000\", \"x\": \"");
    QTest::newRow("a head that is not there") << QByteArray("\"head\": \"") << QByteArray("\"head\": \"0197ffff-0000-7000-8000-000000000000\", \"x\": \"");
}

void ConversationDocumentTest::whatMakesNoSenseIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray bytes = encodeConversationDocument(example(), *m_library->blobs()).value();
    QVERIFY(bytes.contains(from));
    bytes.replace(from, to);

    const auto decoded = decodeConversationDocument(bytes);

    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::UnsupportedFile);
    QVERIFY(!decoded.error().message.isEmpty());
}

void ConversationDocumentTest::nestingWithoutEndIsRefused()
{
    const auto decoded = decodeConversationDocument(QByteArray(200'000, '['));

    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::UnsupportedFile);
}

void ConversationDocumentTest::aNewerVersionIsRefusedWithItsOwnSentence()
{
    QJsonObject json = exampleJson();
    json.insert(QStringLiteral("version"), 2);

    const auto decoded = decodeConversationDocument(QJsonDocument(json).toJson());

    QVERIFY(!decoded);
    QVERIFY(decoded.error().message.contains(QLatin1String("newer")));
}

void ConversationDocumentTest::mutatedDocumentsAreTakenOrRefusedButNeverCrash()
{
    const QByteArray good = encodeConversationDocument(example(), *m_library->blobs()).value();
    constexpr quint32 Seed = 20260921;
    QRandomGenerator random(Seed);
    int refusals = 0;

    for (int i = 0; i < 2'000; ++i) {
        QByteArray bytes = good;
        for (int change = int(random.bounded(1, 6)); change > 0; --change) {
            const qsizetype place = random.bounded(int(bytes.size()));
            if (random.bounded(2) == 0)
                bytes[place] = char(random.bounded(256));
            else
                bytes.remove(place, random.bounded(1, 40));
        }
        const auto decoded = decodeConversationDocument(bytes);
        if (!decoded) {
            ++refusals;
            QVERIFY(!decoded.error().message.isEmpty());
        }
    }

    QVERIFY(refusals > 1'000);
}

void ConversationDocumentTest::aMissingPictureIsAnErrorNotAGap()
{
    ConversationDocument document = example();
    std::get<ImagePart>(document.messages[0].parts[0]).blob = QByteArray(64, '0');

    const auto bytes = encodeConversationDocument(document, *m_library->blobs());

    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, ErrorKind::NotFound);
}

void ConversationDocumentTest::markdownReadsLikeAConversation()
{
    ConversationDocument document = example();
    document.messages[1].state = MessageState::CutOff;

    const QString markdown = toMarkdown(document.conversation, { document.messages[0], document.messages[1] });

    QCOMPARE(markdown, QStringLiteral("# Carina\n\n## You\n\n*Image: carina.png, 640 × 480*\n\nWhat is this?\n\n## grok-4\n\nA nebula.\n\n*(cut off)*\n"));
}

void ConversationDocumentTest::sourcesStandBelowTheAnswerInMarkdown()
{
    Message answer;
    answer.role = Role::Assistant;
    answer.parts = { TextPart { QStringLiteral("So [[1]](https://e.org/a).") } };
    answer.answer.emplace().citations = { { QStringLiteral("https://f.org/<b>"), QStringLiteral("A [link](x)") }, { QStringLiteral("https://e.org/a"), QStringLiteral("One"), QStringLiteral("soon") } };

    const QString markdown = toMarkdown({}, { answer });

    QVERIFY2(markdown.endsWith(QStringLiteral("\n**Sources**\n\n1. One <https://e.org/a> (soon)\n2. A [link\\](x) <https://f.org/b>\n")), qPrintable(markdown));
}

void ConversationDocumentTest::callsRefusalsAndPicturesElsewhereStandInMarkdown()
{
    ImagePart picture;
    picture.url = QUrl(QStringLiteral("https://e.org/a b.png"));
    Message question;
    question.parts = { picture };
    Message call;
    call.role = Role::Assistant;
    call.toolCalls = { { QStringLiteral("c1"), QStringLiteral("cl`ock"), QStringLiteral("{\"a\":\"```\"}") } };
    Message refused;
    refused.role = Role::Assistant;
    refused.answer.emplace().refusal = QStringLiteral("I will not.");
    refused.answer->modelId = QStringLiteral("grok-4");

    const QString markdown = toMarkdown({}, { question, call, refused });

    QCOMPARE(markdown, QStringLiteral("# Conversation\n\n## You\n\n*Image:* <https://e.org/a%20b.png>\n\n## Answer\n\n**Called:** `clock`\n\n````json\n{\"a\":\"```\"}\n````\n"
                                      "\n## grok-4\n\nI will not.\n"));
}

QTEST_GUILESS_MAIN(ConversationDocumentTest)
#include "tst_conversationdocument.moc"
