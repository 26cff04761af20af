// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "foreignimport.h"

#include "librarycalls.h"
#include "ziparchive_p.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QtEndian>

#include <zlib.h>

// Files of other programs. The samples in tests/data/imports are our own, each in the shape that program writes.
class ForeignImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachProgramsFileIsKnownByItsShape_data();
    void eachProgramsFileIsKnownByItsShape();
    void aTreeStaysATree();
    void theSameFileTwiceIsTheSameConversation();
    void datesStay();
    void anArchiveBringsItsPictures();
    void chatGptsWayToAnAnswerIsTheAnswersOwn();
    void whatChatGptMadeAndWasGivenComesAlong();
    void claudesBlocksAndFilesComeAlong();
    void openWebUisThoughtsAndFilesComeAlong();
    void branchesAndThreadsOfChatboxStay();
    void allVersionsOfLmStudioStay();
    void filesInLlamaCppComeAlong();
    void callsInPlainMessagesStayCalls();
    void aFolderOfJanIsAllItsThreads();
    void anArchiveOfManyFilesIsTakenWhole();
    void linesOfConversationsAreConversations();
    void whatWasSaidSinceTheLastImportIsShown();
    void whatWasArchivedThereIsArchivedHere();
    void importingIsAllOrNothing();
    void aCancelledImportKeepsNothing();
    void anImportTellsHowFarItIsAndReadingGoesOn();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void aTextDoesNotGrowByWhatIsSaidOfIt();
    void hostileShapesAreReadInTime_data();
    void hostileShapesAreReadInTime();
    void mutatedFilesAreTakenWholeOrRefusedWhole();

private:
    static QByteArray sample(const QString &name)
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/imports/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray zip(const QList<std::pair<QByteArray, QByteArray>> &files, bool isDeflated = true);
};

namespace {

template<typename Number>
void put(QByteArray &bytes, Number number)
{
    Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray deflated(const QByteArray &bytes)
{
    QByteArray packed(qsizetype(compressBound(uLong(bytes.size()))), Qt::Uninitialized);
    z_stream stream {};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

const QByteArray Png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGP8z8Dwn4GBgYEBAA0JAgEsPgHKAAAAAElFTkSuQmCC");

QString spoken(const DecodedDocument &document)
{
    QStringList lines;
    for (const Message &message : document.document.messages)
        lines.append(roleName(message.role) + QStringLiteral(": ") + textOf(message));
    return lines.join(u'\n');
}

}

QByteArray ForeignImportTest::zip(const QList<std::pair<QByteArray, QByteArray>> &files, bool isDeflated)
{
    QByteArray archive;
    QByteArray directory;
    for (const auto &[name, content] : files) {
        const QByteArray packed = isDeflated ? deflated(content) : content;
        const auto offset = quint32(archive.size());
        QByteArray facts;
        put<quint16>(facts, 20);
        put<quint16>(facts, 0);
        put<quint16>(facts, isDeflated ? 8 : 0);
        put<quint32>(facts, 0);
        put<quint32>(facts, quint32(crc32(0, reinterpret_cast<const Bytef *>(content.constData()), uInt(content.size()))));
        put<quint32>(facts, quint32(packed.size()));
        put<quint32>(facts, quint32(content.size()));
        put<quint16>(facts, quint16(name.size()));
        put<quint16>(facts, 0);
        archive += QByteArrayLiteral("PK\x03\x04") + facts + name + packed;
        directory += QByteArrayLiteral("PK\x01\x02");
        put<quint16>(directory, 20);
        directory += facts;
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint32>(directory, 0);
        put<quint32>(directory, offset);
        directory += name;
    }
    QByteArray end = QByteArrayLiteral("PK\x05\x06");
    put<quint32>(end, 0);
    put<quint16>(end, quint16(files.size()));
    put<quint16>(end, quint16(files.size()));
    put<quint32>(end, quint32(directory.size()));
    put<quint32>(end, quint32(archive.size()));
    put<quint16>(end, 0);
    return archive + directory + end;
}

void ForeignImportTest::eachProgramsFileIsKnownByItsShape_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ImportOrigin>("origin");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("modelId");
    QTest::newRow("ChatGPT") << "chatgpt.json" << ImportOrigin::ChatGpt << "Carina" << "user: What is Carina?\nassistant: A constellation.\nassistant: A nebula." << "gpt-4o";
    QTest::newRow("Claude") << "claude.json" << ImportOrigin::Claude << "Planets" << "user: How many planets?\n\nlist.txt\n\nMercury\nassistant: Eight." << "";
    QTest::newRow("Open WebUI") << "openwebui.json" << ImportOrigin::OpenWebUi << "Moons" << "user: Moons of Mars?\nassistant: Phobos and Deimos." << "llama3:8b";
    QTest::newRow("Chatbox") << "chatbox.json" << ImportOrigin::Chatbox << "Comets" << "user: What is a comet?\nassistant: Ice and dust." << "gpt-4o-mini";
    QTest::newRow("LM Studio") << "lmstudio.json" << ImportOrigin::LmStudio << "Stars" << "user: Nearest star?\nassistant: Proxima.\nassistant: The Sun." << "qwen2.5-7b";
    QTest::newRow("Jan") << "jan.jsonl" << ImportOrigin::Jan << "Speed of light?" << "user: Speed of light?\nassistant: 299,792,458 m/s." << "";
    QTest::newRow("llama.cpp") << "llamacpp.json" << ImportOrigin::LlamaCpp << "Galaxies" << "user: Our galaxy?\nassistant: The Milky Way." << "gemma-2";
    QTest::newRow("messages") << "messages.json" << ImportOrigin::Messages << "Hello" << "user: Hello\nassistant: Hello back" << "";
}

void ForeignImportTest::eachProgramsFileIsKnownByItsShape()
{
    QFETCH(QString, file);
    QFETCH(ImportOrigin, origin);
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(QString, modelId);

    const auto import = decodeForeignFile(sample(file));

    VERIFY_DONE(import);
    QCOMPARE(import.value().origin, origin);
    QCOMPARE(import.value().conversations.size(), size_t(1));
    const DecodedDocument &document = import.value().conversations.front();
    QCOMPARE(document.document.conversation.title, title);
    QCOMPARE(spoken(document), text);
    QCOMPARE(document.document.messages.back().answer->modelId, modelId);
}

void ForeignImportTest::aTreeStaysATree()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("chatgpt.json")));

    const std::vector<Message> &messages = import.value().conversations.front().document.messages;
    // Two answers to one question; the hidden root and the instructions are passed over.
    QCOMPARE(messages.size(), size_t(3));
    QVERIFY(messages[0].parentId.isNull());
    QCOMPARE(messages[1].parentId, messages[0].id);
    QCOMPARE(messages[2].parentId, messages[0].id);
    QCOMPARE(import.value().conversations.front().document.conversation.head, messages[1].id);
    QCOMPARE(import.value().conversations.front().document.conversation.systemPrompt, QStringLiteral("Be brief."));
}

void ForeignImportTest::theSameFileTwiceIsTheSameConversation()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    QVERIFY(opened);
    for (int times = 0; times < 2; ++times) {
        for (const char *file : { "chatgpt.json", "messages.json" }) {
            const auto import = decodeForeignFile(sample(QLatin1String(file)));
            VERIFY_DONE(calls::importAll(*opened.value(), import.value().conversations));
        }
    }

    const auto list = calls::list(*opened.value());
    QCOMPARE(list.value().size(), 2);
    QCOMPARE(list.value().at(0).messageCount + list.value().at(1).messageCount, 5);
    // Without dates of its own it is as old as its import.
    QCOMPARE(list.value().at(0).title, QStringLiteral("Hello"));
    QCOMPARE(list.value().at(0).updatedAtMs, clock.sinceEpoch().count());
}

void ForeignImportTest::datesStay()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    const auto import = decodeForeignFile(sample(QStringLiteral("chatgpt.json")));
    VERIFY_DONE(calls::importAll(*opened.value(), import.value().conversations));

    QCOMPARE(calls::list(*opened.value()).value().at(0).updatedAtMs, 1'700'000'100'500);
    QCOMPARE(import.value().conversations.front().document.messages[0].createdAtMs, 1'700'000'000'250);
}

void ForeignImportTest::anArchiveBringsItsPictures()
{
    const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGP8z8Dwn4GBgYEBAA0JAgEsPgHKAAAAAElFTkSuQmCC");
    const QByteArray json = R"([{"id":"p","title":"Picture","mapping":{"a":{"id":"a","parent":null,"message":{"author":{"role":"user"},"create_time":1700000000,
        "content":{"content_type":"multimodal_text","parts":[{"content_type":"image_asset_pointer","asset_pointer":"file-service://file-abc123"},"What is this?"]}}}},"current_node":"a"}])";

    const auto import = decodeForeignFile(zip({ { "user.json", "{}" }, { "export/conversations.json", json }, { "../../file-abc123-photo.png", png } }));

    VERIFY_DONE(import);
    QCOMPARE(import.value().pictures, 1);
    const Message &message = import.value().conversations.front().document.messages.front();
    QCOMPARE(imagesOf(message).size(), size_t(1));
    QCOMPARE(imagesOf(message).front().mimeType, QByteArray("image/png"));
    QCOMPARE(imagesOf(message).front().pixels, QSize(2, 3));
    QCOMPARE(import.value().conversations.front().blobs.front().second, png);
}

void ForeignImportTest::chatGptsWayToAnAnswerIsTheAnswersOwn()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("chatgpt-steps.json")));

    VERIFY_DONE(import);
    const DecodedDocument &document = import.value().conversations.front();
    QVERIFY(document.document.conversation.isPinned);
    const Message &answer = document.document.messages.at(1);
    // Marks of sources became links, those of nothing known are gone.
    QCOMPARE(textOf(answer), QStringLiteral("Hale-Bopp.  [[1]](https://comets.example/hb) Seen from 1996."));
    QCOMPARE(answer.answer->citations, (QList<Citation> { { QStringLiteral("https://comets.example/hb"), QStringLiteral("Comets") } }));
    QCOMPARE(answer.answer->reasoning, QStringLiteral("**Looking**\n\nTwo tails.\n\nBright."));
    QCOMPARE(answer.answer->thinkingMs, 9000);
    QCOMPARE(answer.answer->steps.size(), 1);
    QCOMPARE(answer.answer->steps.front().kind, QStringLiteral("code_interpreter"));
    QCOMPARE(answer.answer->steps.front().detail, QStringLiteral("print(1)"));
}

void ForeignImportTest::whatChatGptMadeAndWasGivenComesAlong()
{
    // The first names no file of its own beside one that is called alike.
    const auto import = decodeForeignFile(zip({ { "conversations.json", sample(QStringLiteral("chatgpt-steps.json")) }, { "file_00000000aaaa1-other.png", "no picture" }, { "file_00000000aaaa-tail.png", Png },
                                                { "file_00000000bbbb.wav", "RIFF" }, { "file_00000000cccc-log.txt", "12:00 seen" }, { "file_00000000dddd-paper.pdf", "%PDF-" },
                                                { "dalle-generations/file_00000000eeee.webp", "RIFF....WEBP" } }),
                                          [](const QByteArray &picture) { return picture.contains("WEBP") ? Png : QByteArray(); });

    VERIFY_DONE(import);
    const std::vector<Message> &messages = import.value().conversations.front().document.messages;
    QCOMPARE(messages.size(), size_t(5));
    QCOMPARE(textOf(messages[0]), QStringLiteral("Which comet is this?\n\nlog.txt\n\n12:00 seen\n\n[paper.pdf]"));
    QCOMPARE(imagesOf(messages[0]).size(), size_t(1));
    QCOMPARE(imagesOf(messages[0]).front().name, QStringLiteral("tail.png"));
    // A picture that was made: the tool's message, in a format that had to be converted.
    QCOMPARE(messages[2].role, Role::Assistant);
    QCOMPARE(imagesOf(messages[2]).size(), size_t(1));
    QCOMPARE(imagesOf(messages[2]).front().mimeType, QByteArray("image/png"));
    QCOMPARE(textOf(messages[3]), QStringLiteral("**orbit**\n\n```python\na = 1\n```"));
    // The recording is no picture, and told.
    QCOMPARE(import.value().leftOut, 1);
}

void ForeignImportTest::claudesBlocksAndFilesComeAlong()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("claude-blocks.json")));

    VERIFY_DONE(import);
    const ConversationDocument &document = import.value().conversations.front().document;
    QCOMPARE(spoken(import.value().conversations.front()), QStringLiteral("user: pasted words\n\n[sky.png]\nassistant: Older answer.\n"
                                                                          "assistant: Here is a page.\n\n**Rings**\n\n```html\n<b>rings</b>\n```\nuser: Thanks"));
    const Message &answer = document.messages.at(2);
    QCOMPARE(answer.answer->reasoning, QStringLiteral("Plan it."));
    QCOMPARE(answer.answer->steps.front().detail, QStringLiteral("ring of Saturn"));
    QCOMPARE(answer.answer->citations.front().url, QStringLiteral("https://rings.example/"));
    QCOMPARE(document.messages.at(1).parentId, document.messages.at(0).id);
    QCOMPARE(document.conversation.head, document.messages.at(3).id);
    QCOMPARE(document.conversation.createdAtMs, QDateTime(QDate(2026, 5, 1), QTime(10, 0, 0, 123), QTimeZone::utc()).toMSecsSinceEpoch());
}

void ForeignImportTest::openWebUisThoughtsAndFilesComeAlong()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("openwebui-details.json")));

    VERIFY_DONE(import);
    QCOMPARE(import.value().conversations.size(), size_t(2));
    const ConversationDocument &document = import.value().conversations.front().document;
    QCOMPARE(document.conversation.systemPrompt, QStringLiteral("Short."));
    QCOMPARE(textOf(document.messages.at(0)), QStringLiteral("Why tides?\n\ntides.md\n\nThe moon pulls."));
    // A picture on the Internet stays there.
    QCOMPARE(imagesOf(document.messages.at(0)).front().url, QUrl(QStringLiteral("https://moon.example/m.png")));
    const Message &answer = document.messages.at(1);
    QCOMPARE(textOf(answer), QStringLiteral("Gravity. <details><summary>mine</summary>kept</details>"));
    QCOMPARE(answer.answer->reasoning, QStringLiteral("The moon & the sun.\nBoth."));
    QCOMPARE(answer.answer->thinkingMs, 4000);
    QCOMPARE(answer.answer->steps.front().detail, QStringLiteral("{\"q\": 1}"));
    QCOMPARE(answer.answer->citations.front().title, QStringLiteral("Tide page"));
    QCOMPARE(textOf(document.messages.at(2)), QStringLiteral("The moon."));
    QCOMPARE(document.messages.at(2).answer->reasoning, QStringLiteral("Short."));
    QCOMPARE(document.conversation.head, document.messages.at(2).id);
    QCOMPARE(spoken(import.value().conversations.back()), QStringLiteral("user: Before branches\nassistant: Yes."));
}

void ForeignImportTest::branchesAndThreadsOfChatboxStay()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("chatbox-forks.json")));

    VERIFY_DONE(import);
    QCOMPARE(import.value().conversations.size(), size_t(2));
    const ConversationDocument &document = import.value().conversations.front().document;
    QCOMPARE(spoken(import.value().conversations.front()), QStringLiteral("user: A star?\nassistant: A ball of gas.\nuser: Which gas?\nassistant: A sun.\nuser: Near?"));
    QCOMPARE(document.messages.at(1).parentId, document.messages.at(0).id);
    QCOMPARE(document.messages.at(3).parentId, document.messages.at(0).id);
    QCOMPARE(document.messages.at(3).answer->reasoning, QStringLiteral("Hot."));
    QCOMPARE(document.conversation.head, document.messages.at(4).id);
    QCOMPARE(import.value().conversations.back().document.conversation.title, QStringLiteral("Earlier"));
}

void ForeignImportTest::allVersionsOfLmStudioStay()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("lmstudio-steps.json")));

    VERIFY_DONE(import);
    const ConversationDocument &document = import.value().conversations.front().document;
    QCOMPARE(spoken(import.value().conversations.front()), QStringLiteral("user: [1750 - moon.png]\n\nAn orbit?\nassistant: First try.\nassistant: An ellipse.\nuser: Thanks"));
    QCOMPARE(document.conversation.systemPrompt, QStringLiteral("Be kind."));
    QCOMPARE(document.messages.at(1).parentId, document.messages.at(0).id);
    QCOMPARE(document.messages.at(2).parentId, document.messages.at(0).id);
    QCOMPARE(document.messages.at(3).parentId, document.messages.at(2).id);
    QCOMPARE(document.messages.at(2).answer->reasoning, QStringLiteral("Kepler."));
    QCOMPARE(document.messages.at(2).answer->steps.front().kind, QStringLiteral("calc"));
}

void ForeignImportTest::filesInLlamaCppComeAlong()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("llamacpp-extras.json")));

    VERIFY_DONE(import);
    const ConversationDocument &document = import.value().conversations.front().document;
    QCOMPARE(document.conversation.systemPrompt, QStringLiteral("Answer in rhyme."));
    QCOMPARE(spoken(import.value().conversations.front()), QStringLiteral("user: What is in it?\n\ndust.csv\n\na,b\n\ndust.pdf\n\nPages of dust\nassistant: Carbon.\nassistant: Silicon."));
    QCOMPARE(imagesOf(document.messages.at(0)).front().name, QStringLiteral("dust.png"));
    QCOMPARE(document.messages.at(2).answer->reasoning, QStringLiteral("Rocks."));
    QCOMPARE(document.conversation.head, document.messages.at(2).id);
}

void ForeignImportTest::callsInPlainMessagesStayCalls()
{
    const auto import = decodeForeignFile(sample(QStringLiteral("messages-tools.json")));

    VERIFY_DONE(import);
    const ConversationDocument &document = import.value().conversations.front().document;
    QCOMPARE(document.messages.size(), size_t(4));
    QCOMPARE(document.conversation.systemPrompt, QStringLiteral("Use the clock."));
    QCOMPARE(imagesOf(document.messages[0]).front().url, QUrl(QStringLiteral("https://clock.example/c.png")));
    QCOMPARE(document.messages[1].toolCalls, (QList<ToolCall> { { QStringLiteral("call_7"), QStringLiteral("clock"), QStringLiteral("{\"zone\":\"UTC\"}") } }));
    QCOMPARE(document.messages[2].role, Role::Tool);
    QCOMPARE(document.messages[2].toolCallId, QStringLiteral("call_7"));
    QCOMPARE(document.messages[3].answer->reasoning, QStringLiteral("Twelve."));
}

void ForeignImportTest::aFolderOfJanIsAllItsThreads()
{
    const QByteArray other = QByteArray(R"({"thread_id":"t2","role":"user","content":[{"type":"text","text":{"value":"The second"}}],"created_at":1720000009}
{"thread_id":"t2","role":"assistant","content":[{"type":"reasoning","text":{"value":"Thought."}},{"type":"text","text":{"value":"Said."}}],"created_at":1720000010})");

    const auto import = decodeForeignFile(zip({ { "threads/a/thread.json", R"({"id":"jan_1720000000","title":"Light","assistants":[{"model":{"id":"m"},"instructions":"Be brief."}]})" },
                                                { "threads/a/messages.jsonl", sample(QStringLiteral("jan.jsonl")) }, { "threads/b/messages.jsonl", other },
                                                { "threads/b/thread.json", R"({"id":"t2","title":"Second"})" }, { "threads/c/messages.jsonl", "" } }));

    VERIFY_DONE(import);
    QCOMPARE(import.value().origin, ImportOrigin::Jan);
    QCOMPARE(import.value().conversations.size(), size_t(2));
    QCOMPARE(import.value().conversations[0].document.conversation.title, QStringLiteral("Light"));
    QCOMPARE(import.value().conversations[0].document.conversation.systemPrompt, QStringLiteral("Be brief."));
    QCOMPARE(import.value().conversations[1].document.conversation.title, QStringLiteral("Second"));
    QCOMPARE(import.value().conversations[1].document.messages.back().answer->reasoning, QStringLiteral("Thought."));
}

void ForeignImportTest::anArchiveOfManyFilesIsTakenWhole()
{
    const auto import = decodeForeignFile(zip({ { "conversations/1.conversation.json", sample(QStringLiteral("lmstudio.json")) }, { "conversations/2.conversation.json", sample(QStringLiteral("lmstudio-steps.json")) },
                                                { "__MACOSX/._1.conversation.json", "\0\5" }, { "config.json", R"({"a":1})" } }));
    const auto broken = decodeForeignFile(zip({ { "1.conversation.json", sample(QStringLiteral("lmstudio.json")) }, { "2.conversation.json", sample(QStringLiteral("lmstudio-steps.json")).chopped(9) } }));
    const auto mixed = decodeForeignFile(zip({ { "a.json", sample(QStringLiteral("lmstudio.json")) }, { "b.json", sample(QStringLiteral("claude.json")) } }));

    // One that is broken is not left out in silence.
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains(QLatin1String("2.conversation.json")), qPrintable(broken.error().message));
    VERIFY_DONE(import);
    QCOMPARE(import.value().origin, ImportOrigin::LmStudio);
    QCOMPARE(import.value().conversations.size(), size_t(2));
    QVERIFY(!mixed);
}

void ForeignImportTest::linesOfConversationsAreConversations()
{
    const auto import = decodeForeignFile(R"({"messages":[{"role":"user","content":"One"}]}
{"messages":[{"role":"user","content":"Two"}]}
)");

    VERIFY_DONE(import);
    QCOMPARE(import.value().conversations.size(), size_t(2));
    QCOMPARE(spoken(import.value().conversations.back()), QStringLiteral("user: Two"));
}

// The same conversation, exported again after it went on: who imports it sees what was added, unless he went on here.
void ForeignImportTest::whatWasSaidSinceTheLastImportIsShown()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    Library &library = *opened.value();
    const auto exported = [](const QByteArray &said) {
        return decodeForeignFile(R"({"conv":{"id":"c","currNode":"2","name":"n"},"messages":[{"id":"1","role":"user","content":"first","parent":null},)" + said + "]}").value().conversations;
    };
    const auto first = exported(R"({"id":"2","role":"assistant","content":"answer","parent":"1"})");
    auto second = exported(R"({"id":"2","role":"assistant","content":"answer","parent":"1"},{"id":"3","role":"user","content":"then","parent":"2"})");
    second.front().document.conversation.head = second.front().document.messages.back().id;
    auto other = exported(R"({"id":"2","role":"assistant","content":"answer","parent":"1"},{"id":"4","role":"assistant","content":"another","parent":"1"})");
    other.front().document.conversation.head = other.front().document.messages.back().id;
    const ConversationId id = first.front().document.conversation.id;

    VERIFY_DONE(calls::importAll(library, first));
    VERIFY_DONE(calls::importAll(library, second));
    QCOMPARE(calls::open(library, id).value().conversation.head, second.front().document.conversation.head);

    // Another branch than the one that is shown, and an older file: what is shown stays.
    VERIFY_DONE(calls::importAll(library, other));
    VERIFY_DONE(calls::importAll(library, first));
    QCOMPARE(calls::open(library, id).value().conversation.head, second.front().document.conversation.head);
}

void ForeignImportTest::whatWasArchivedThereIsArchivedHere()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    Library &library = *opened.value();
    const auto documents = decodeForeignFile(sample(QStringLiteral("openwebui.json")).replace("\"archived\":false", "\"archived\":true")).value().conversations;
    const auto shelved = [&library](Shelf shelf) {
        return resultOf<QList<ConversationSummary>>([&](QObject *context, auto done) { library.listShelf(shelf, context, done); }).value().size();
    };

    VERIFY_DONE(calls::importAll(library, documents));
    QCOMPARE(shelved(Shelf::Archive), 1);
    QCOMPARE(shelved(Shelf::Conversations), 0);

    // Who took it out finds it where he put it.
    Arrangement out;
    out.id = documents.front().document.conversation.id;
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { library.arrangeConversations({ out }, context, done); }));
    VERIFY_DONE(calls::importAll(library, documents));
    QCOMPARE(shelved(Shelf::Conversations), 1);
}

void ForeignImportTest::importingIsAllOrNothing()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    auto import = decodeForeignFile(sample(QStringLiteral("claude.json")));
    std::vector<DecodedDocument> documents = std::move(import.value().conversations);
    documents.push_back(decodeForeignFile(sample(QStringLiteral("messages.json"))).value().conversations.front());
    // The last one names a picture that is nowhere.
    ImagePart missing;
    missing.blob = QByteArray(64, 'a');
    documents.back().document.messages.back().parts.push_back(missing);

    QVERIFY(!calls::importAll(*opened.value(), documents));

    QCOMPARE(calls::list(*opened.value()).value().size(), 0);
}

static std::vector<DecodedDocument> manyConversations(int conversations, int messages)
{
    ManualClock clock;
    std::vector<DecodedDocument> documents;
    for (int i = 0; i < conversations; ++i) {
        DecodedDocument made;
        made.document.conversation = conversationNamed(QStringLiteral("imported %1").arg(i), clock);
        MessageId last;
        for (int m = 0; m < messages; ++m) {
            clock.advance(std::chrono::milliseconds(1));
            made.document.messages.push_back(messageSaying(QStringLiteral("message %1 of many ").arg(m).repeated(40), Role::User, last, clock));
            last = made.document.messages.back().id;
        }
        made.document.conversation.head = last;
        documents.push_back(std::move(made));
    }
    return documents;
}

void ForeignImportTest::aCancelledImportKeepsNothing()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    Library &library = *opened.value();
    VERIFY_DONE(calls::create(library, conversationNamed(QStringLiteral("mine"), clock)));
    // Somewhere in the middle of it.
    connect(&library, &Library::workProgressed, this, [&](const LibraryWork &work) {
        if (work.done > work.total / 10 && work.done < work.total)
            library.cancelImport();
    });

    const auto imported = calls::importAll(library, manyConversations(60, 200));

    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, ErrorKind::Cancelled);
    QCOMPARE(calls::list(library).value().size(), 1);
    QCOMPARE(calls::search(library, QStringLiteral("many")).value().size(), 0);
    // What comes next is not cancelled too.
    library.disconnect(this);
    VERIFY_DONE(calls::importAll(library, manyConversations(1, 3)));
    QCOMPARE(calls::list(library).value().size(), 2);
}

void ForeignImportTest::anImportTellsHowFarItIsAndReadingGoesOn()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    Library &library = *opened.value();
    VERIFY_DONE(calls::create(library, conversationNamed(QStringLiteral("mine"), clock)));
    QList<LibraryWork> told;
    qsizetype listedMeanwhile = -1;
    bool isOver = false;
    connect(&library, &Library::workProgressed, this, [&](const LibraryWork &work) {
        told.append(work);
        if (listedMeanwhile < 0)
            library.listConversations(this, [&](const Result<QList<ConversationSummary>> &list) { listedMeanwhile = isOver ? -2 : list.value().size(); });
    });

    const auto documents = std::make_shared<const std::vector<DecodedDocument>>(manyConversations(60, 200));
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) {
        library.importDocuments(documents, context, [&, done](const Result<Done> &stored) { isOver = true; done(stored); });
    }));

    QVERIFY(told.size() > 2);
    QCOMPARE(told.first().kind, LibraryWork::Kind::Importing);
    QCOMPARE(told.first().total, 60 * 200);
    QCOMPARE(told.last().done, told.last().total);
    QCOMPARE(listedMeanwhile, 1);
    QCOMPARE(calls::list(library).value().size(), 61);
}

void ForeignImportTest::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("a number") << QByteArray("17");
    QTest::newRow("an empty array") << QByteArray("[]");
    QTest::newRow("an unknown object") << QByteArray(R"({"a":1})");
    QTest::newRow("nested deeply") << QByteArray(R"({"messages":)") + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}';
    QTest::newRow("a circle") << QByteArray(R"([{"id":"c","mapping":{"a":{"parent":"b","message":{"author":{"role":"user"},"content":{"content_type":"text","parts":["x"]}}},
        "b":{"parent":"a","message":{"author":{"role":"user"},"content":{"content_type":"text","parts":["y"]}}}}}])");
    QTest::newRow("its own parent") << QByteArray(R"([{"id":"c","mapping":{"a":{"parent":"a","message":{"author":{"role":"user"},"content":{"content_type":"text","parts":["x"]}}}}}])");
    QTest::newRow("two programs mixed") << QByteArray(R"([{"mapping":{}},{"chat_messages":[]}])");
    QTest::newRow("no UTF-8") << QByteArray("{\"messages\":[{\"role\":\"user\",\"content\":\"\xff\xfe\"}]}");
    QTest::newRow("an archive of nothing") << QByteArray("PK\x03\x04");
    QTest::newRow("an archive without conversations") << zip({ { "a.txt", "x" }, { "b.txt", "y" } });
    QByteArray cut = zip({ { "conversations.json", sample(QStringLiteral("claude.json")) } });
    QTest::newRow("an archive cut short") << cut.left(cut.size() / 2);
    QByteArray lies = zip({ { "conversations.json", "[]" } });
    const qsizetype directory = lies.indexOf(QByteArray("PK\x01\x02"));
    lies.replace(directory + 24, 4, QByteArray("\xff\xff\xff\x3f", 4));
    QTest::newRow("an archive that claims a gigabyte") << lies;
    // 200 MB of zeros in 200 kB: unpacked, and then no JSON.
    QTest::newRow("a bomb") << zip({ { "conversations.json", QByteArray(200 * 1024 * 1024, '0') } });
}

void ForeignImportTest::hostileFilesAreRefused()
{
    QFETCH(QByteArray, bytes);

    const auto import = decodeForeignFile(bytes);

    QVERIFY(!import);
    QVERIFY(import.error().kind == ErrorKind::UnsupportedFile || import.error().kind == ErrorKind::TooLarge);
    QVERIFY(!import.error().message.isEmpty());
}

// A mark that is every letter would make a thousand megabytes of one.
void ForeignImportTest::aTextDoesNotGrowByWhatIsSaidOfIt()
{
    const QByteArray json = R"([{"id":"g","mapping":{"a":{"parent":null,"message":{"author":{"role":"assistant"},"content":{"content_type":"text","parts":[")" + QByteArray(100'000, 'a')
        + R"("]},"metadata":{"content_references":[{"matched_text":"a","url":"https://e.org/)" + QByteArray(100'000, 'b') + R"("}]}}}}}])";

    const auto import = decodeForeignFile(json);

    VERIFY_DONE(import);
    QCOMPARE(textOf(import.value().conversations.front().document.messages.front()).size(), 100'000);
}

void ForeignImportTest::hostileShapesAreReadInTime_data()
{
    constexpr int Many = 60'000;
    QTest::addColumn<QByteArray>("json");
    const auto repeated = [](const QByteArray &piece, int times, const QByteArray &between) {
        QByteArray all;
        for (int i = 0; i < times; ++i)
            all += (i > 0 ? between : QByteArray()) + QByteArray(piece).replace('#', QByteArray::number(i));
        return all;
    };
    const QByteArray chatGpt = R"([{"id":"g","mapping":{"a":{"parent":null,"message":{"author":{"role":"assistant"},"content":{"content_type":"multimodal_text","parts":["x",)";
    QTest::newRow("sources without end") << QByteArray(chatGpt + R"("y"]},"metadata":{"content_references":[{"matched_text":"\ue200c\ue201","items":[)" + repeated(R"({"url":"https://e.org/#"})", Many, ",") + "]}]}}}}}]");
    QTest::newRow("attachments of each other") << QByteArray(chatGpt + repeated(R"({"asset_pointer":"file-service://file-#"})", Many, ",") + R"(]},"metadata":{"attachments":[)" + repeated(R"({"id":"file-#","mime_type":"image/png"})", Many, ",") + "]}}}}}]");
    QTest::newRow("elements that never end") << QByteArray(R"([{"id":"w","chat":{"history":{"messages":{"a":{"role":"assistant","content":")" + repeated("<details ", Many, "") + R"(>x"}}}}}])");
}

void ForeignImportTest::hostileShapesAreReadInTime()
{
    QFETCH(QByteArray, json);
    QElapsedTimer time;
    time.start();

    VERIFY_DONE(decodeForeignFile(json));

    // Each is linear: a second is fifty times what it takes, and a hundredth of what the square of it would.
    QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
}

// 10,000 files with something wrong in them (G9). What is taken goes into a library whole; what is refused leaves it as it is.
void ForeignImportTest::mutatedFilesAreTakenWholeOrRefusedWhole()
{
    const quint32 seed = qEnvironmentVariableIsSet("GRACKLE_TEST_SEED") ? qEnvironmentVariable("GRACKLE_TEST_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("GRACKLE_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    QList<QByteArray> samples;
    for (const QString &name : QDir(QStringLiteral(TEST_DATA_DIR "/imports")).entryList(QDir::Files))
        samples.append(sample(name));
    QCOMPARE(samples.size(), 15);
    samples.append(zip({ { "conversations.json", sample(QStringLiteral("chatgpt.json")) } }));
    samples.append(zip({ { "conversations.json", sample(QStringLiteral("claude.json")) } }, false));
    const QList<QByteArray> words { "null", "[]", "{}", "\"\"", "-1", "1e999", "true", "\"\\u0000\"", "\"user\"", "\"assistant\"", ":", ",", "\"", "}", "]" };
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto opened = Library::open(folder.path(), Library::Access::Owner, clock);
    QVERIFY(opened);
    int taken = 0;
    constexpr int Mutations = 10'000;
    for (int i = 0; i < Mutations; ++i) {
        QByteArray bytes = samples.at(i % samples.size());
        for (int changes = 1 + random.bounded(4); changes > 0 && !bytes.isEmpty(); --changes) {
            const qsizetype at = random.bounded(int(bytes.size()));
            switch (random.bounded(5)) {
            case 0:
                bytes[at] = char(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, 1 + random.bounded(40));
                break;
            case 2:
                bytes.insert(at, words.at(random.bounded(int(words.size()))));
                break;
            case 3:
                bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), 1 + random.bounded(200)));
                break;
            default:
                bytes.truncate(at);
            }
        }
        const auto import = decodeForeignFile(bytes);
        if (!import) {
            QVERIFY(import.error().kind == ErrorKind::UnsupportedFile || import.error().kind == ErrorKind::TooLarge);
            continue;
        }
        ++taken;
        for (const DecodedDocument &document : import.value().conversations) {
            QSet<MessageId> known;
            for (const Message &message : document.document.messages) {
                QVERIFY(message.parentId.isNull() || known.contains(message.parentId));
                QVERIFY(!known.contains(message.id));
                QVERIFY(!message.parts.empty() || message.role == Role::Tool || (message.answer && !(message.toolCalls.isEmpty() && message.answer->reasoning.isEmpty())));
                known.insert(message.id);
            }
            QVERIFY(known.contains(document.document.conversation.head));
        }
        if (taken % 50 == 0)
            VERIFY_DONE(calls::importAll(*opened.value(), import.value().conversations));
    }
    QVERIFY(taken > 0 && taken < Mutations);
    VERIFY_DONE(calls::maintain(*opened.value()));
    qInfo("mutated files: %d, taken whole: %d, refused whole: %d", Mutations, taken, Mutations - taken);
}

QTEST_GUILESS_MAIN(ForeignImportTest)
#include "tst_foreignimport.moc"
