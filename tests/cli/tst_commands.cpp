// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The terminal commands as a script meets them: a real process, its streams and its exit status.
#include "answerscripts.h"
#include "loopbackserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {
// One pixel.
const QByteArray Png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

struct Ran
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

QJsonObject objectIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonArray arrayIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

QByteArray errorReply(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return httpReply(status, "application/json", body, headers);
}
}

class TestCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void theAnswerAloneIsOnStandardOutput();
    void theJsonObjectHasAllItsMembers();
    void pipedTextIsPutBelowTheText();
    void aHyphenReadsTheQuestionFromThePipe();
    void optionsGoOutWithTheRequest();
    void picturesGoAlongInOrder();
    void aWholeAnswerCanBeHadAtOnce();
    void anAnswerThatTurnsOutToBeThinkingIsFollowedByTheAnswer();
    void theCLocaleKeepsEveryLetter();

    void eachFailureHasItsExitStatus_data();
    void eachFailureHasItsExitStatus();
    void aFailureIsInTheJsonToo();
    void wrongArgumentsAreTwo_data();
    void wrongArgumentsAreTwo();
    void withoutAKeyNothingIsSent();
    void theEnvironmentsKeyGoesToTheGivenServer();
    void anUnusableLibraryIsEight();
    void silenceIsLeftAfterTheGivenTime();
    void interruptingKeepsWhatArrived();
    void interruptingIsInTheJsonToo();
    void aReaderThatGoesAwayDoesNotLoseTheAnswer();

    void aConversationIsFoundAfterwards();
    void whatIsLaidOutNeedsNoDisplay();
    void continuingSendsTheWholeConversation();
    void nothingIsKeptWhenAskedSo();
    void anExportCanBeImportedElsewhere();
    void whatAnImportLeavesOutIsTold();
    void aBrokenDocumentIsRefusedWhole();
    void aDeletedConversationIsGone();
    void practiceNeedsNoServerAndSaysSo();
    void timesAreTracedWithoutText();

private:
    Ran run(const QStringList &arguments, const QByteArray &input = {}, const QStringList &environment = {});
    QStringList ask(const QStringList &more) const;
    QStringList onLibrary(const QStringList &arguments) const;
    std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments, const QStringList &environment = {});
    QJsonObject sentBody(int post) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LoopbackServer> m_server;
};

void TestCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
}

std::unique_ptr<QProcess> TestCommands::start(const QString &program, const QStringList &arguments, const QStringList &environment)
{
    auto process = std::make_unique<QProcess>();
    QStringList all { QStringLiteral("HOME=") + m_folder->path(), QStringLiteral("PATH=/usr/bin:/bin"), QStringLiteral("XDG_RUNTIME_DIR=") + m_folder->path() };
    process->setEnvironment(all + environment);
    process->start(program, arguments);
    return process;
}

Ran TestCommands::run(const QStringList &arguments, const QByteArray &input, const QStringList &environment)
{
    const auto process = start(QStringLiteral(GRACKLE_CLI), arguments, environment);
    QSignalSpy finished(process.get(), &QProcess::finished);
    process->write(input);
    process->closeWriteChannel();
    // The server it talks to lives in this event loop.
    if (finished.isEmpty() && !finished.wait(30'000))
        return {};
    return { process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -2, process->readAllStandardOutput(), process->readAllStandardError() };
}

QStringList TestCommands::onLibrary(const QStringList &arguments) const
{
    return arguments + QStringList { QStringLiteral("--data-dir"), m_folder->filePath(QStringLiteral("library")) };
}

QStringList TestCommands::ask(const QStringList &more) const
{
    return onLibrary(QStringList { QStringLiteral("ask"), QStringLiteral("--endpoint"), m_server->baseUrl().toString(), QStringLiteral("--model"),
                                   QStringLiteral("loopback-1") } + more);
}

QJsonObject TestCommands::sentBody(int post) const
{
    for (const RecordedRequest &request : m_server->requests()) {
        if (request.method == "POST" && post-- == 0)
            return objectIn(request.body);
    }
    return {};
}

void TestCommands::theAnswerAloneIsOnStandardOutput()
{
    const Ran ran = run(ask({ QStringLiteral("Hi") }));

    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Hello, world.\n"));
    QCOMPARE(ran.err, QByteArray());
}

void TestCommands::theJsonObjectHasAllItsMembers()
{
    const Ran ran = run(ask({ QStringLiteral("--json"), QStringLiteral("Hi") }));

    QCOMPARE(ran.status, 0);
    const QJsonObject object = objectIn(ran.out);
    QStringList members = object.keys();
    QCOMPARE(members, QStringList({ QStringLiteral("conversation"), QStringLiteral("cost_usd"), QStringLiteral("error"), QStringLiteral("finish_reason"),
                                    QStringLiteral("model"), QStringLiteral("notes"), QStringLiteral("reasoning"), QStringLiteral("refusal"),
                                    QStringLiteral("sources"), QStringLiteral("status"), QStringLiteral("text"), QStringLiteral("tool_calls"), QStringLiteral("usage") }));
    QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("complete"));
    QCOMPARE(object[QStringLiteral("text")].toString(), QStringLiteral("Hello, world."));
    QCOMPARE(object[QStringLiteral("finish_reason")].toString(), QStringLiteral("stop"));
    QCOMPARE(object[QStringLiteral("model")].toString(), QStringLiteral("loopback-1"));
    QCOMPARE(object[QStringLiteral("usage")][QStringLiteral("prompt_tokens")].toInt(), 12);
    QCOMPARE(object[QStringLiteral("cost_usd")].toDouble(), 0.000048);
    QVERIFY(object[QStringLiteral("error")].isNull());
    QVERIFY(!object[QStringLiteral("conversation")].toString().isEmpty());
}

void TestCommands::pipedTextIsPutBelowTheText()
{
    run(ask({ QStringLiteral("Explain:") }), "int x;\n");

    QCOMPARE(sentBody(0)[QStringLiteral("messages")][0][QStringLiteral("content")].toString(), QStringLiteral("Explain:\n\nint x;"));
}

void TestCommands::aHyphenReadsTheQuestionFromThePipe()
{
    QCOMPARE(run(ask({ QStringLiteral("-") }), "What is this?\n").status, 0);
    QCOMPARE(run(ask({}), "And this?").status, 0);

    QCOMPARE(sentBody(0)[QStringLiteral("messages")][0][QStringLiteral("content")].toString(), QStringLiteral("What is this?"));
    QCOMPARE(sentBody(1)[QStringLiteral("messages")][0][QStringLiteral("content")].toString(), QStringLiteral("And this?"));
}

void TestCommands::optionsGoOutWithTheRequest()
{
    run(ask({ QStringLiteral("--system"), QStringLiteral("Be brief."), QStringLiteral("--temperature"), QStringLiteral("0.5"), QStringLiteral("--max-tokens"),
              QStringLiteral("7"), QStringLiteral("--reasoning-effort"), QStringLiteral("low"), QStringLiteral("Hi") }));

    const QJsonObject body = sentBody(0);
    QCOMPARE(body[QStringLiteral("messages")][0][QStringLiteral("role")].toString(), QStringLiteral("system"));
    QCOMPARE(body[QStringLiteral("temperature")].toDouble(), 0.5);
    QCOMPARE(body[QStringLiteral("max_completion_tokens")].toInt(), 7);
    QCOMPARE(body[QStringLiteral("reasoning_effort")].toString(), QStringLiteral("low"));
    QCOMPARE(body[QStringLiteral("stream")].toBool(), true);
}

void TestCommands::picturesGoAlongInOrder()
{
    for (const char *name : { "one.png", "two.png" }) {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(Png);
    }

    const Ran ran = run(ask({ QStringLiteral("--image"), m_folder->filePath(QStringLiteral("one.png")), QStringLiteral("--image"),
                              m_folder->filePath(QStringLiteral("two.png")), QStringLiteral("--detail"), QStringLiteral("low"), QStringLiteral("Which?") }));

    QVERIFY2(ran.status == 0, ran.err.constData());
    const QJsonArray parts = sentBody(0)[QStringLiteral("messages")][0][QStringLiteral("content")].toArray();
    QCOMPARE(parts.size(), 3);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(parts[i][QStringLiteral("image_url")][QStringLiteral("url")].toString().startsWith(QStringLiteral("data:image/png;base64,")));
        QCOMPARE(parts[i][QStringLiteral("image_url")][QStringLiteral("detail")].toString(), QStringLiteral("low"));
    }
    QCOMPARE(parts[2][QStringLiteral("text")].toString(), QStringLiteral("Which?"));
}

void TestCommands::aWholeAnswerCanBeHadAtOnce()
{
    const Ran ran = run(ask({ QStringLiteral("--no-stream"), QStringLiteral("Hi") }));

    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Hello, world.\n"));
    QVERIFY(!sentBody(0)[QStringLiteral("stream")].toBool());
}

void TestCommands::anAnswerThatTurnsOutToBeThinkingIsFollowedByTheAnswer()
{
    m_server->enqueue(wholeAnswer({ "Hm\n", "</think>\n", "\nIt is ", "odd." }));

    const Ran ran = run(ask({ QStringLiteral("Is 7 odd?") }));

    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.endsWith("It is odd.\n"), ran.out.constData());
    QCOMPARE(ran.out.count("It is odd."), 1);
}

void TestCommands::theCLocaleKeepsEveryLetter()
{
    m_server->enqueue(wholeAnswer({ "Grüße – 你好" }));

    const Ran ran = run(ask({ QStringLiteral("Schöne Grüße") }), {}, { QStringLiteral("LC_ALL=C") });

    QCOMPARE(ran.out, QByteArray("Grüße – 你好\n"));
    QCOMPARE(sentBody(0)[QStringLiteral("messages")][0][QStringLiteral("content")].toString(), QStringLiteral("Schöne Grüße"));
}

void TestCommands::eachFailureHasItsExitStatus_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("out");

    const QByteArray half = streamHead() + chunk(textEvent("Half"));
    QTest::newRow("cut off") << half + lastChunk() << 3 << QByteArray("Half\n");
    QTest::newRow("key refused") << errorReply(401, R"({"error":"Incorrect API key provided"})") << 4 << QByteArray();
    QTest::newRow("unknown model") << errorReply(404, R"({"error":"The model x does not exist or your team does not have access to it."})") << 4 << QByteArray();
    QTest::newRow("bad request") << errorReply(400, R"({"error":"nonsense"})") << 4 << QByteArray();
    QTest::newRow("content refused") << errorReply(403, R"({"error":"Content violates usage guidelines. SAFETY_CHECK_TYPE_BIO"})") << 4 << QByteArray();
    QTest::newRow("filtered") << half + chunk(finishEvent("content_filter")) + chunk(doneEvent()) + lastChunk() << 4 << QByteArray("Half\n");
    QTest::newRow("rate") << errorReply(429, R"({"error":"Too many requests"})", "Retry-After: 300\r\n") << 5 << QByteArray();
    QTest::newRow("quota") << errorReply(429, R"({"error":"Your team has used all available credits or reached its monthly spending limit."})") << 5 << QByteArray();
    QTest::newRow("not implemented") << errorReply(501, "{}") << 6 << QByteArray();
}

void TestCommands::eachFailureHasItsExitStatus()
{
    QFETCH(QByteArray, reply);
    QFETCH(int, status);
    QFETCH(QByteArray, out);
    ServerScript script;
    m_server->enqueue(script.send(reply));

    const Ran ran = run(ask({ QStringLiteral("Hi") }));

    QCOMPARE(ran.status, status);
    QCOMPARE(ran.out, out);
    QVERIFY(ran.err.startsWith("grackle: "));
    QCOMPARE(m_server->postCount(), 1);

    // The same for a program that reads it.
    ServerScript again;
    m_server->enqueue(again.send(reply));
    const Ran asJson = run(ask({ QStringLiteral("--json"), QStringLiteral("Hi") }));
    QCOMPARE(asJson.status, status);
    const QJsonObject object = objectIn(asJson.out);
    QVERIFY(object[QStringLiteral("status")].toString() != QStringLiteral("complete"));
    QVERIFY(!object[QStringLiteral("error")][QStringLiteral("kind")].toString().isEmpty());
    QVERIFY(!object[QStringLiteral("error")][QStringLiteral("message")].toString().isEmpty());
}

void TestCommands::aFailureIsInTheJsonToo()
{
    ServerScript script;
    m_server->enqueue(script.send(errorReply(429, R"({"error":"Too many requests"})", "Retry-After: 300\r\n")));

    const Ran ran = run(ask({ QStringLiteral("--json"), QStringLiteral("Hi") }));

    QCOMPARE(ran.status, 5);
    const QJsonObject object = objectIn(ran.out);
    QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("failed"));
    const QJsonObject error = object[QStringLiteral("error")].toObject();
    QCOMPARE(error[QStringLiteral("kind")].toString(), QStringLiteral("rate_limited"));
    QCOMPARE(error[QStringLiteral("status")].toInt(), 429);
    QVERIFY(error.contains(QStringLiteral("message")));
    QVERIFY(error.contains(QStringLiteral("retryable")));
}

void TestCommands::wrongArgumentsAreTwo_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("unknown option") << QStringList { QStringLiteral("ask"), QStringLiteral("--no-such-option"), QStringLiteral("x") };
    QTest::newRow("no text") << QStringList { QStringLiteral("ask") };
    QTest::newRow("no such picture") << QStringList { QStringLiteral("ask"), QStringLiteral("--practice"), QStringLiteral("--image"), QStringLiteral("/nonexistent.png"), QStringLiteral("x") };
    QTest::newRow("a folder as picture") << QStringList { QStringLiteral("ask"), QStringLiteral("--practice"), QStringLiteral("--image"), QStringLiteral("/tmp"), QStringLiteral("x") };
    QTest::newRow("no such conversation") << QStringList { QStringLiteral("ask"), QStringLiteral("--practice"), QStringLiteral("--continue=0193a5d2-7d3f-7abc-8def-0123456789ab"), QStringLiteral("x") };
    QTest::newRow("nothing to continue") << QStringList { QStringLiteral("ask"), QStringLiteral("--practice"), QStringLiteral("--continue"), QStringLiteral("x") };
    QTest::newRow("no address") << QStringList { QStringLiteral("ask"), QStringLiteral("--endpoint"), QStringLiteral("ftp://x"), QStringLiteral("x") };
    QTest::newRow("export of nothing") << QStringList { QStringLiteral("export"), QStringLiteral("0193a5d2-7d3f-7abc-8def-0123456789ab") };
    QTest::newRow("export as a text document") << QStringList { QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("odt"), QStringLiteral("0193a5d2-7d3f-7abc-8def-0123456789ab") };
    QTest::newRow("import of nothing") << QStringList { QStringLiteral("import"), QStringLiteral("/nonexistent.grackle") };
    QTest::newRow("delete nothing") << QStringList { QStringLiteral("delete"), QStringLiteral("0193a5d2-7d3f-7abc-8def-0123456789ab") };
}

void TestCommands::wrongArgumentsAreTwo()
{
    QFETCH(QStringList, arguments);

    const Ran ran = run(onLibrary(arguments));

    QVERIFY2(ran.status == 2, (QByteArray::number(ran.status) + ran.err).constData());
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(ran.err.contains("grackle: "));

    if (arguments.first() != QLatin1String("ask"))
        return;
    const Ran asJson = run(onLibrary(arguments + QStringList { QStringLiteral("--json") }));
    QCOMPARE(asJson.status, 2);
    const QJsonObject object = objectIn(asJson.out);
    QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("failed"));
    QVERIFY(!object[QStringLiteral("error")][QStringLiteral("kind")].toString().isEmpty());
    QVERIFY(!object[QStringLiteral("error")][QStringLiteral("message")].toString().isEmpty());
    QVERIFY(object[QStringLiteral("usage")].isNull());
}

void TestCommands::withoutAKeyNothingIsSent()
{
    const QStringList arguments { QStringLiteral("ask"), QStringLiteral("--endpoint"), QStringLiteral("https://api.x.ai/v1"), QStringLiteral("--model"), QStringLiteral("m"), QStringLiteral("x") };
    const Ran ran = run(onLibrary(arguments));

    QCOMPARE(ran.status, 7);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(ran.err.contains("XAI_API_KEY"));

    const Ran asJson = run(onLibrary(arguments + QStringList { QStringLiteral("--json") }));
    QCOMPARE(asJson.status, 7);
    QCOMPARE(objectIn(asJson.out)[QStringLiteral("error")][QStringLiteral("kind")].toString(), QStringLiteral("no_key"));
    QCOMPARE(objectIn(asJson.out)[QStringLiteral("status")].toString(), QStringLiteral("failed"));
}

void TestCommands::theEnvironmentsKeyGoesToTheGivenServer()
{
    const Ran ran = run(ask({ QStringLiteral("Hi") }), {}, { QStringLiteral("XAI_API_KEY=xai-sentinel-0123456789") });

    QCOMPARE(ran.status, 0);
    QCOMPARE(m_server->requests().last().header("authorization"), QByteArray("Bearer xai-sentinel-0123456789"));
    QVERIFY(!ran.out.contains("sentinel"));
    QVERIFY(!ran.err.contains("sentinel"));
}

void TestCommands::anUnusableLibraryIsEight()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));

    const QStringList arguments { QStringLiteral("ask"), QStringLiteral("--endpoint"), m_server->baseUrl().toString(), QStringLiteral("--model"), QStringLiteral("m"),
                                  QStringLiteral("--data-dir"), m_folder->filePath(QStringLiteral("file/library")), QStringLiteral("Hi") };
    const Ran ran = run(arguments);

    QVERIFY2(ran.status == 8, ran.err.constData());
    QCOMPARE(ran.out, QByteArray());

    const Ran asJson = run(arguments + QStringList { QStringLiteral("--json") });
    QCOMPARE(asJson.status, 8);
    const QJsonObject object = objectIn(asJson.out);
    QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("failed"));
    QVERIFY(object[QStringLiteral("error")][QStringLiteral("kind")].toString().startsWith(QStringLiteral("storage")));
    QVERIFY(object[QStringLiteral("conversation")].isNull());
    QCOMPARE(m_server->postCount(), 0);
}

void TestCommands::silenceIsLeftAfterTheGivenTime()
{
    m_server->enqueue(unfinishedAnswer({}));
    QCOMPARE(run(ask({ QStringLiteral("--timeout"), QStringLiteral("0.3"), QStringLiteral("Hi") })).status, 6);

    m_server->enqueue(unfinishedAnswer({ "Half" }));
    const Ran ran = run(ask({ QStringLiteral("--timeout"), QStringLiteral("0.3"), QStringLiteral("Hi") }));
    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.out, QByteArray("Half\n"));
    QCOMPARE(m_server->postCount(), 2);
}

void TestCommands::interruptingKeepsWhatArrived()
{
    m_server->enqueue(unfinishedAnswer({ "Half" }));
    const auto process = start(QStringLiteral(GRACKLE_CLI), ask({ QStringLiteral("Hi") }));
    QSignalSpy finished(process.get(), &QProcess::finished);
    process->closeWriteChannel();
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process->readAllStandardOutput()).contains("Half"), 20'000);

    ::kill(pid_t(process->processId()), SIGINT);
    QVERIFY(!finished.isEmpty() || finished.wait(20'000));

    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 130);
    const QJsonArray list = arrayIn(run(onLibrary({ QStringLiteral("list"), QStringLiteral("--json") })).out);
    QCOMPARE(list.size(), 1);
    const Ran exported = run(onLibrary({ QStringLiteral("export"), list[0][QStringLiteral("id")].toString(), QStringLiteral("--format"), QStringLiteral("json") }));
    QVERIFY(exported.out.contains("Half"));
    QVERIFY(exported.out.contains("stopped"));
}

void TestCommands::interruptingIsInTheJsonToo()
{
    m_server->enqueue(unfinishedAnswer({ "Half an answer" }));
    const auto process = start(QStringLiteral(GRACKLE_CLI), ask({ QStringLiteral("--json"), QStringLiteral("Hi") }));
    QSignalSpy finished(process.get(), &QProcess::finished);
    process->closeWriteChannel();
    // Nothing is printed before the end, but what arrived is kept, and can be seen in the library.
    const auto keptSoFar = [this] {
        const QJsonArray list = arrayIn(run(onLibrary({ QStringLiteral("list"), QStringLiteral("--json") })).out);
        return list.isEmpty() ? QByteArray() : run(onLibrary({ QStringLiteral("export"), list[0][QStringLiteral("id")].toString() })).out;
    };
    QTRY_VERIFY_WITH_TIMEOUT(keptSoFar().contains("Half an answer"), 20'000);

    ::kill(pid_t(process->processId()), SIGINT);
    QVERIFY(!finished.isEmpty() || finished.wait(20'000));

    QCOMPARE(process->exitCode(), 130);
    const QJsonObject object = objectIn(process->readAllStandardOutput());
    QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("stopped"));
    QCOMPARE(object[QStringLiteral("text")].toString(), QStringLiteral("Half an answer"));
    QVERIFY(object[QStringLiteral("usage")][QStringLiteral("estimated")].toBool());
    QVERIFY(object[QStringLiteral("error")].isNull());
    QVERIFY(!object[QStringLiteral("conversation")].toString().isEmpty());

    // The same before a byte of the answer came.
    m_server->enqueue(unfinishedAnswer({}));
    const int posts = m_server->postCount();
    const auto early = start(QStringLiteral(GRACKLE_CLI), ask({ QStringLiteral("--json"), QStringLiteral("Hi") }));
    QSignalSpy earlyFinished(early.get(), &QProcess::finished);
    early->closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->postCount(), posts + 1, 20'000);
    ::kill(pid_t(early->processId()), SIGINT);
    QVERIFY(!earlyFinished.isEmpty() || earlyFinished.wait(20'000));
    QCOMPARE(early->exitCode(), 130);
    const QJsonObject nothing = objectIn(early->readAllStandardOutput());
    QCOMPARE(nothing[QStringLiteral("status")].toString(), QStringLiteral("stopped"));
    QVERIFY(nothing[QStringLiteral("usage")].isNull());
}

void TestCommands::aReaderThatGoesAwayDoesNotLoseTheAnswer()
{
    QList<QByteArray> texts(50'000, QByteArray("word "));
    texts += "the end";
    m_server->enqueue(wholeAnswer(texts));
    const QString line = QStringLiteral("\"$0\" \"$@\" </dev/null | head -c 4");

    const auto process = start(QStringLiteral("/bin/sh"), QStringList { QStringLiteral("-c"), line, QStringLiteral(GRACKLE_CLI) } + ask({ QStringLiteral("Hi") }));
    QSignalSpy finished(process.get(), &QProcess::finished);
    QVERIFY(!finished.isEmpty() || finished.wait(60'000));

    QCOMPARE(process->readAllStandardOutput(), QByteArray("word"));
    const QJsonArray list = arrayIn(run(onLibrary({ QStringLiteral("list"), QStringLiteral("--json") })).out);
    const Ran exported = run(onLibrary({ QStringLiteral("export"), list[0][QStringLiteral("id")].toString() }));
    QVERIFY(exported.out.contains("the end"));
}

void TestCommands::aConversationIsFoundAfterwards()
{
    const QString id = objectIn(run(ask({ QStringLiteral("--json"), QStringLiteral("Do telescopes dream?") })).out)[QStringLiteral("conversation")].toString();

    const QJsonArray list = arrayIn(run(onLibrary({ QStringLiteral("list"), QStringLiteral("--json") })).out);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][QStringLiteral("id")].toString(), id);
    QCOMPARE(list[0][QStringLiteral("title")].toString(), QStringLiteral("Do telescopes dream?"));
    QCOMPARE(list[0][QStringLiteral("messages")].toInt(), 2);
    QVERIFY(!list[0][QStringLiteral("updated")].toString().isEmpty());

    const QJsonArray hits = arrayIn(run(onLibrary({ QStringLiteral("search"), QStringLiteral("--json"), QStringLiteral("telescopes") })).out);
    QVERIFY(!hits.isEmpty());
    QCOMPARE(hits[0][QStringLiteral("conversation")].toString(), id);
    QVERIFY(hits[0][QStringLiteral("snippet")].toString().contains(QStringLiteral("telescopes dream")));
    QVERIFY(hits[0].toObject().contains(QStringLiteral("message")));
    QVERIFY(arrayIn(run(onLibrary({ QStringLiteral("search"), QStringLiteral("--json"), QStringLiteral("sheep") })).out).isEmpty());

    const Ran markdown = run(onLibrary({ QStringLiteral("export"), id, QStringLiteral("--format"), QStringLiteral("md") }));
    QCOMPARE(markdown.status, 0);
    QVERIFY(markdown.out.contains("Do telescopes dream?"));
    QVERIFY(markdown.out.contains("Hello, world."));
}

// No display is there: the program brings the fonts along.
void TestCommands::whatIsLaidOutNeedsNoDisplay()
{
    const QString id = objectIn(run(ask({ QStringLiteral("--json"), QStringLiteral("Hi") })).out)[QStringLiteral("conversation")].toString();

    const Ran page = run(onLibrary({ QStringLiteral("export"), id, QStringLiteral("--format"), QStringLiteral("html") }));
    QCOMPARE(page.status, 0);
    QVERIFY(page.out.startsWith("<!DOCTYPE html>"));
    QVERIFY(page.out.contains("Hello, world."));

    const Ran pdf = run(onLibrary({ QStringLiteral("export"), id, QStringLiteral("--format"), QStringLiteral("pdf") }));
    QCOMPARE(pdf.status, 0);
    QVERIFY(pdf.out.startsWith("%PDF-1."));
    QVERIFY(pdf.out.trimmed().endsWith("%%EOF"));

    const QString file = m_folder->filePath(QStringLiteral("talk.pdf"));
    QCOMPARE(run(onLibrary({ QStringLiteral("export"), id, QStringLiteral("--format"), QStringLiteral("pdf"), QStringLiteral("-o"), file })).status, 0);
    QVERIFY(QFileInfo(file).size() > 1000);
    QVERIFY(!(QFileInfo(file).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void TestCommands::continuingSendsTheWholeConversation()
{
    const QString id = objectIn(run(ask({ QStringLiteral("--json"), QStringLiteral("One") })).out)[QStringLiteral("conversation")].toString();
    QCOMPARE(run(ask({ QStringLiteral("--continue=") + id, QStringLiteral("Two") })).status, 0);
    QCOMPARE(run(ask({ QStringLiteral("--continue"), QStringLiteral("Three") })).status, 0);

    QStringList texts;
    for (const QJsonValue &message : sentBody(2)[QStringLiteral("messages")].toArray())
        texts += message[QStringLiteral("content")].toString();
    QCOMPARE(texts, QStringList({ QStringLiteral("One"), QStringLiteral("Hello, world."), QStringLiteral("Two"), QStringLiteral("Hello, world."), QStringLiteral("Three") }));
    QCOMPARE(arrayIn(run(onLibrary({ QStringLiteral("list"), QStringLiteral("--json") })).out).size(), 1);
}

void TestCommands::nothingIsKeptWhenAskedSo()
{
    const Ran ran = run(ask({ QStringLiteral("--no-save"), QStringLiteral("--json"), QStringLiteral("A secret") }));

    QCOMPARE(ran.status, 0);
    QVERIFY(objectIn(ran.out)[QStringLiteral("conversation")].isNull());
    QCOMPARE(arrayIn(run(onLibrary({ QStringLiteral("list"), QStringLiteral("--json") })).out).size(), 0);
}

void TestCommands::anExportCanBeImportedElsewhere()
{
    const QString id = objectIn(run(ask({ QStringLiteral("--json"), QStringLiteral("Hi") })).out)[QStringLiteral("conversation")].toString();
    const QString file = m_folder->filePath(QStringLiteral("c.grackle"));
    QCOMPARE(run(onLibrary({ QStringLiteral("export"), id, QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("-o"), file })).status, 0);
    QVERIFY(!(QFileInfo(file).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));

    const QStringList elsewhere { QStringLiteral("--data-dir"), m_folder->filePath(QStringLiteral("elsewhere")) };
    const Ran imported = run(QStringList { QStringLiteral("import"), file } + elsewhere);
    QVERIFY2(imported.status == 0, imported.err.constData());
    QCOMPARE(imported.out.trimmed(), id.toLatin1());

    const QStringList toStdout { QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("-o"), QStringLiteral("-") };
    const QByteArray there = run(QStringList { QStringLiteral("export"), id } + toStdout + elsewhere).out;
    const QByteArray here = run(onLibrary(QStringList { QStringLiteral("export"), id } + toStdout)).out;
    QVERIFY(!here.isEmpty());
    QCOMPARE(objectIn(there)[QStringLiteral("messages")], objectIn(here)[QStringLiteral("messages")]);
}

void TestCommands::whatAnImportLeavesOutIsTold()
{
    QFile file(m_folder->filePath(QStringLiteral("plain.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"\"}]");
    file.close();

    const Ran imported = run(onLibrary({ QStringLiteral("import"), file.fileName() }));

    QCOMPARE(imported.status, 0);
    QVERIFY2(imported.err.contains("left out: 1."), imported.err.constData());
}

void TestCommands::aBrokenDocumentIsRefusedWhole()
{
    const QString id = objectIn(run(ask({ QStringLiteral("--json"), QStringLiteral("Hi") })).out)[QStringLiteral("conversation")].toString();
    const QString path = m_folder->filePath(QStringLiteral("c.grackle"));
    QByteArray document = run(onLibrary({ QStringLiteral("export"), id, QStringLiteral("--format"), QStringLiteral("json") })).out;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(document.first(document.size() / 2));
    file.close();

    const QStringList elsewhere { QStringLiteral("--data-dir"), m_folder->filePath(QStringLiteral("elsewhere")) };
    QCOMPARE(run(QStringList { QStringLiteral("import"), path } + elsewhere).status, 2);
    QVERIFY(arrayIn(run(QStringList { QStringLiteral("list"), QStringLiteral("--json") } + elsewhere).out).isEmpty());
}

void TestCommands::aDeletedConversationIsGone()
{
    const QString id = objectIn(run(ask({ QStringLiteral("--json"), QStringLiteral("Hi") })).out)[QStringLiteral("conversation")].toString();

    QCOMPARE(run(onLibrary({ QStringLiteral("delete"), id })).status, 0);

    QVERIFY(arrayIn(run(onLibrary({ QStringLiteral("list"), QStringLiteral("--json") })).out).isEmpty());
}

void TestCommands::practiceNeedsNoServerAndSaysSo()
{
    const Ran ran = run(onLibrary({ QStringLiteral("ask"), QStringLiteral("--practice"), QStringLiteral("What is 2 + 2?") }));

    QVERIFY2(ran.status == 0, ran.err.constData());
    QVERIFY(ran.out.contains("4"));
    QVERIFY(ran.err.contains("practice"));
}

void TestCommands::timesAreTracedWithoutText()
{
    const QString path = m_folder->filePath(QStringLiteral("trace.jsonl"));
    run(ask({ QStringLiteral("--trace"), path, QStringLiteral("A secret question") }));

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray lines = file.readAll();
    for (const char *event : { "start", "request_sent", "first_delta", "reply_end", "quit" })
        QVERIFY2(lines.contains(QByteArray("\"ev\":\"") + event), event);
    QVERIFY(!lines.contains("secret"));
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
