// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// A marked key goes through everything a person does with a server, well-behaved and not, and must turn up nowhere but
// in the keyring and in one header to one origin (G12).
#include "applicationfixture.h"
#include "firstrunpage.h"
#include "hardening.h"
#include "inspectordialog.h"
#include "librarycalls.h"
#include "librarygenerations.h"
#include "loopbackserver.h"
#include "memoryblobs.h"
#include "scriptedprompt.h"
#include "settingsdialog.h"
#include "systemclock.h"

#include <QAccessible>
#include <QClipboard>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMutex>
#include <QProcess>
#include <QPushButton>

#include <csignal>
#include <cstdlib>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {
const QByteArray Key = "xai-MARKED7f3a9c51d2e8b604aa17ee90";
QByteArray s_log;
QMutex s_logMutex;      // the network's thread writes too

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    const QMutexLocker lock(&s_logMutex);
    s_log += text.toUtf8() + '\n';
}

QByteArray inUtf16(bool isBigEndian)
{
    QByteArray bytes;
    for (const char c : Key)
        bytes += isBigEndian ? QByteArray("\0", 1) + c : QByteArray(1, c) + QByteArray("\0", 1);
    return bytes;
}

QList<QByteArray> forms()
{
    QByteArray reversed = Key;
    std::reverse(reversed.begin(), reversed.end());
    QList<QByteArray> forms { Key, Key.toHex(), reversed, inUtf16(true), inUtf16(false), Key.toPercentEncoding() };
    // Base64 has three forms, by where the key begins; its ends depend on what is around it.
    for (int shift = 0; shift < 3; ++shift)
        forms += (QByteArray(shift, 'x') + Key).toBase64().mid(4, Key.size() - 4);
    return forms;
}

bool holdsKey(const QByteArray &bytes)
{
    for (const QByteArray &form : forms()) {
        if (bytes.contains(form))
            return true;
    }
    return false;
}

QStringList filesWithKey(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (holdsKey(file.fileName().toUtf8()) || (file.open(QIODevice::ReadOnly) && holdsKey(file.readAll())))
            found += file.fileName();
    }
    return found;
}

// All text that a screen reader gets.
QByteArray spoken(QAccessibleInterface *object)
{
    if (!object || !object->isValid())
        return {};
    QByteArray text;
    for (const QAccessible::Text kind : { QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help })
        text += object->text(kind).toUtf8() + '\n';
    if (QAccessibleTextInterface *inside = object->textInterface())
        text += inside->text(0, inside->characterCount()).toUtf8() + '\n';
    for (int child = 0; child < object->childCount(); ++child)
        text += spoken(object->child(child));
    return text;
}

// All that stands in the backup which is made now, as its documents; the file itself is one of the folder.
QByteArray contentOfBackup(const QString &folder)
{
    const SystemClock clock;
    auto library = Library::open(folder, Library::Access::Owner, clock);
    if (!library || !calls::maintain(*library.value()))
        return {};
    const LibraryGenerations backups(folder);
    const QList<LibraryGeneration> made = backups.list();
    if (made.size() != 1)
        return {};
    const auto inside = backups.conversations(made.first().name);
    QByteArray content;
    for (const ConversationSummary &summary : inside ? inside.value() : QList<ConversationSummary>()) {
        const auto document = backups.conversation(made.first().name, summary.id);
        const auto written = document ? encodeConversationDocument(document.value(), MemoryBlobs()) : Result<QByteArray>(document.error());
        content += written ? written.value() : QByteArray();
    }
    return content;
}

// How a process with the key in its memory ends that crashes where cores are allowed, in an own folder.
int statusOfCrash(const QString &folder, bool isHardened)
{
    const QByteArray place = QFile::encodeName(folder);
    const pid_t child = fork();
    if (child != 0) {
        int status = 0;
        return child > 0 && waitpid(child, &status, 0) == child ? status : 0;
    }
    rlimit core {};
    getrlimit(RLIMIT_CORE, &core);
    core.rlim_cur = core.rlim_max;
    setrlimit(RLIMIT_CORE, &core);
    if (chdir(place.constData()) != 0)
        _exit(1);
    if (isHardened)
        hardenProcess();
    std::signal(SIGABRT, SIG_DFL);
    abort();
}

QByteArray contentOf(const char *path)
{
    QFile file { QLatin1String(path) };
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
}

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNetCatchesEveryForm();
    void aKeyIsNowhereButWhereItBelongs();
    void aCrashLeavesNoPictureOfTheMemory();
    void theProgramItselfAllowsNoPicture();
};

// A test that cannot find the key proves nothing.
void TestSecrets::theNetCatchesEveryForm()
{
    for (const QByteArray &form : forms())
        QVERIFY2(holdsKey("before " + form + " after"), form.constData());
    for (const char *before : { "", "a", "ab" })
        QVERIFY(holdsKey((QByteArray(before) + Key).toBase64()));
    QVERIFY(!holdsKey("xai-another key"));
}

void TestSecrets::aKeyIsNowhereButWhereItBelongs()
{
    LoopbackServer server;
    LoopbackServer elsewhere;
    QVERIFY(server.listen() && elsewhere.listen());
    s_log.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("grackle.*=true"));
    qInstallMessageHandler(keepLog);
    ApplicationFixture fixture;
    WindowOptions options;
    options.traceFile = fixture.folder.filePath(QStringLiteral("trace.jsonl"));
    fixture.open(options);
    QByteArray heard;

    // The key is typed, and stands in its field for a moment.
    auto *page = fixture.window().findChild<FirstRunPage *>();
    page->findChild<QLineEdit *>(QStringLiteral("serverUrl"))->setText(server.baseUrl().toString());
    page->findChild<QLineEdit *>(QStringLiteral("serverKey"))->setText(QString::fromLatin1(Key));
    heard += spoken(QAccessible::queryAccessibleInterface(&fixture.window()));
    page->findChild<QPushButton *>(QStringLiteral("serverTest"))->click();
    QTRY_COMPARE(fixture.session().endpoints().current().baseUrl, server.baseUrl());
    fixture.session().endpoints().setCurrentModelId(QStringLiteral("loopback-1"));

    const auto askAndWait = [&](const QString &text) {
        const int rows = fixture.shown()->model()->rowCount();
        fixture.type(text);
        fixture.pressEnter();
        return QTest::qWaitFor([&] { return fixture.shown()->model()->rowCount() == rows + 2 && fixture.isIdle(); }, 20'000);
    };
    QVERIFY(askAndWait(QStringLiteral("Hello")));
    QCOMPARE(server.requests().last().header("authorization"), "Bearer " + Key);

    // A server that repeats the key, in a refusal and in its headers.
    server.enqueue(ServerScript().send(httpReply(400, "application/json", "{\"error\":\"Incorrect API key provided: " + Key + "\"}", "X-Request-Id: " + Key + "\r\n")));
    QVERIFY(askAndWait(QStringLiteral("Repeat it")));
    // One that does so in the middle of a stream.
    server.enqueue(ServerScript().send(streamHead("X-Echo: " + Key + "\r\n")).send(chunk(textEvent("Half") + "data: {\"error\":{\"message\":\"bad key " + Key + "\"}}\n\n")).send(lastChunk()));
    QVERIFY(askAndWait(QStringLiteral("Repeat it in the stream")));
    // One that points to another origin.
    server.enqueue(ServerScript().send(httpReply(307, "text/plain", "", "Location: " + elsewhere.baseUrl().toEncoded() + "/chat/completions?k=" + Key + "\r\n")));
    QVERIFY(askAndWait(QStringLiteral("Go elsewhere")));
    QCOMPARE(elsewhere.connectionCount(), 0);

    // Every form in which a conversation leaves the program.
    for (const char *name : { "talk.grackle", "talk.md", "talk.html" }) {
        auto prompt = std::make_unique<ScriptedPrompt>();
        prompt->willSaveTo(fixture.folder.filePath(QLatin1String(name)));
        fixture.session().setPrompt(std::move(prompt));
        fixture.window().actions().action(QStringLiteral("saveDocument"))->trigger();
        QTRY_VERIFY2(QFileInfo(fixture.folder.filePath(QLatin1String(name))).size() > 0, name);
    }

    // Everything that shows something.
    for (const char *name : { "settings", "usage", "inspect", "copyConversation", "conversationOptions", "tools" })
        fixture.window().actions().action(QLatin1String(name))->trigger();
    QByteArray copied = QGuiApplication::clipboard()->text().toUtf8();
    auto *inspector = fixture.window().findChild<InspectorDialog *>();
    QVERIFY(inspector);
    inspector->findChild<QPushButton *>(QStringLiteral("copyCurl"))->click();
    copied += QGuiApplication::clipboard()->text().toUtf8();
    QVERIFY(copied.contains("$XAI_API_KEY"));
    fixture.window().findChild<SettingsDialog *>()->findChild<QLineEdit *>(QStringLiteral("newKey"))->setText(QString::fromLatin1(Key));
    heard += spoken(QAccessible::queryAccessibleInterface(&fixture.window()));
    for (QWidget *window : QApplication::topLevelWidgets())
        heard += spoken(QAccessible::queryAccessibleInterface(window));
    QVERIFY(heard.contains("Hello, world."));
    fixture.close();
    qInstallMessageHandler(nullptr);
    QLoggingCategory::setFilterRules(QString());

    const QByteArray backup = contentOfBackup(dataPlaces(fixture.folder.path()).library);
    QVERIFY(backup.contains("Repeat it in the stream"));
    QVERIFY(!holdsKey(backup));
    QCOMPARE(filesWithKey(fixture.folder.path()), QStringList());
    QVERIFY(!holdsKey(s_log));
    QVERIFY(s_log.contains("status 400"));
    QVERIFY(!holdsKey(copied));
    QVERIFY(!holdsKey(heard));
    QVERIFY(!holdsKey(contentOf("/proc/self/cmdline")) && !holdsKey(contentOf("/proc/self/environ")));
    for (const RecordedRequest &request : server.requests()) {
        QVERIFY(!holdsKey(request.path) && !holdsKey(request.body));
        int headersWithKey = 0;
        for (const auto &[name, value] : request.headers)
            headersWithKey += holdsKey(value);
        QCOMPARE(headersWithKey, 1);
    }
}

// Last, since it cannot be taken back in this process.
void TestSecrets::aCrashLeavesNoPictureOfTheMemory()
{
#ifndef NDEBUG
    QSKIP("builds for developers leave cores");
#endif
    const QTemporaryDir folder;
    const int status = statusOfCrash(folder.path(), true);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    QVERIFY(!WCOREDUMP(status));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    if (!WCOREDUMP(statusOfCrash(folder.path(), false)))
        qInfo("this computer keeps no cores of anybody, so the crash alone proves little");

    hardenProcess();
    rlimit core {};
    QCOMPARE(getrlimit(RLIMIT_CORE, &core), 0);
    QCOMPARE(core.rlim_max, rlim_t(0));
    QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
}

// The installed program is hardened by its main(), before anything else.
void TestSecrets::theProgramItselfAllowsNoPicture()
{
#ifndef NDEBUG
    QSKIP("builds for developers leave cores");
#endif
    const QTemporaryDir folder;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XAI_API_KEY"), QString::fromLatin1(Key));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(GRACKLE), { QStringLiteral("ask"), QStringLiteral("--practice"), QStringLiteral("--data-dir"), folder.path(), QStringLiteral("stall") });
    QVERIFY(program.waitForStarted());
    const QString process = QStringLiteral("/proc/%1/").arg(program.processId());
    const auto coreLimit = [&process] {
        const QByteArray limits = contentOf((process + QStringLiteral("limits")).toLatin1().constData());
        const qsizetype at = limits.indexOf("Max core file size");
        return limits.mid(at, limits.indexOf('\n', at) - at).simplified();
    };
    QTRY_COMPARE(coreLimit(), QByteArray("Max core file size 0 0 bytes"));
    // What cannot be dumped belongs to root, so that no other program of this person reads its memory.
    QTRY_COMPARE(QFileInfo(process + QStringLiteral("mem")).ownerId(), 0u);
    program.kill();
    QVERIFY(program.waitForFinished());
}

QTEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
