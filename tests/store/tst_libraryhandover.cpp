// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "childprocess.h"
#include "librarycalls.h"
#include "librarycommand_p.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

// A window and terminal commands on one library at the same time, in real processes.
class LibraryHandoverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void aGuestAloneWritesByItself();
    void aGuestHandsItsWritesToTheWindow();
    void theWindowSeesWhatAGuestChanged();
    void severalGuestsWriteAtOnceWithAndWithoutAWindow_data();
    void severalGuestsWriteAtOnceWithAndWithoutAWindow();
    void aGuestGoesOnWhenTheWindowIsKilledAndStartedAgain();
    void aGuestThatDiesLeavesNothingHalf();
    void aSecondWindowHandsOverItsFiles();
    void nobodyIsActivatedWhereNoWindowIs();
    void rubbishOnTheSocketChangesNothing_data();
    void rubbishOnTheSocketChangesNothing();
    void everyCommandSurvivesTheWay();
    void theSocketIsFoundWithoutARuntimeFolder();

private:
    std::unique_ptr<Library> open(Library::Access access);
    QString path() const { return m_folder->filePath(QStringLiteral("library")); }
    QString child() const { return QStringLiteral(LIBRARY_CHILD); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void LibraryHandoverTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
}

std::unique_ptr<Library> LibraryHandoverTest::open(Library::Access access)
{
    auto opened = Library::open(path(), access, m_clock);
    return opened ? std::move(opened).value() : nullptr;
}

void LibraryHandoverTest::aGuestAloneWritesByItself()
{
    const std::unique_ptr<Library> guest = open(Library::Access::Guest);
    QVERIFY(guest);
    const Conversation conversation = conversationNamed(QStringLiteral("by a guest"), m_clock);

    VERIFY_DONE(calls::create(*guest, conversation));

    QCOMPARE(calls::list(*guest).value().size(), 1);
    // The lock is free between writes: a window can open now.
    const std::unique_ptr<Library> owner = open(Library::Access::Owner);
    QVERIFY(owner);
    QCOMPARE(calls::list(*owner).value().at(0).title, QStringLiteral("by a guest"));
}

void LibraryHandoverTest::aGuestHandsItsWritesToTheWindow()
{
    const std::unique_ptr<Library> owner = open(Library::Access::Owner);
    QVERIFY(owner);
    ChildProcess guest(child(), { QStringLiteral("append"), path(), QStringLiteral("3") });

    QVERIFY(QTest::qWaitFor([&] { return guest.process().state() == QProcess::NotRunning; }, 60'000));

    QCOMPARE(guest.process().exitCode(), 0);
    const auto list = calls::list(*owner);
    QCOMPARE(list.value().size(), 1);
    QCOMPARE(list.value().at(0).messageCount, 6);
    QVERIFY(!list.value().at(0).isRunning);
    const auto opened = calls::open(*owner, list.value().at(0).id);
    QCOMPARE(opened.value().tail.size(), size_t(6));
    QVERIFY(textOf(opened.value().tail.back()).endsWith(QLatin1String("end")));
}

void LibraryHandoverTest::theWindowSeesWhatAGuestChanged()
{
    const std::unique_ptr<Library> owner = open(Library::Access::Owner);
    QSignalSpy changed(owner.get(), &Library::conversationChanged);
    ChildProcess guest(child(), { QStringLiteral("append"), path(), QStringLiteral("1") });

    QVERIFY(guest.waitForLine(QStringLiteral("finished ")));

    // Created, question, answer begun, answer finished; progress is too frequent to be told.
    QTRY_COMPARE(changed.size(), 4);
    const QString id = guest.lines().at(1).section(QLatin1Char(' '), 1);
    QCOMPARE(changed.at(0).at(0).value<ConversationId>().toString(), id);
}

void LibraryHandoverTest::severalGuestsWriteAtOnceWithAndWithoutAWindow_data()
{
    QTest::addColumn<bool>("hasWindow");
    QTest::newRow("with a window") << true;
    QTest::newRow("without") << false;
}

void LibraryHandoverTest::severalGuestsWriteAtOnceWithAndWithoutAWindow()
{
    QFETCH(bool, hasWindow);
    const std::unique_ptr<Library> owner = hasWindow ? open(Library::Access::Owner) : nullptr;
    std::vector<std::unique_ptr<ChildProcess>> guests;
    for (int i = 0; i < 3; ++i)
        guests.push_back(std::make_unique<ChildProcess>(child(), QStringList { QStringLiteral("append"), path(), QStringLiteral("4") }));

    for (const auto &guest : guests) {
        QVERIFY(QTest::qWaitFor([&] { return guest->process().state() == QProcess::NotRunning; }, 60'000));
        QVERIFY2(guest->process().exitCode() == 0, qPrintable(guest->lines().constLast()));
    }

    const std::unique_ptr<Library> reader = hasWindow ? nullptr : open(Library::Access::Owner);
    const auto list = calls::list(hasWindow ? *owner : *reader);
    QCOMPARE(list.value().size(), 3);
    for (const ConversationSummary &summary : list.value())
        QCOMPARE(summary.messageCount, 8);
}

void LibraryHandoverTest::aGuestGoesOnWhenTheWindowIsKilledAndStartedAgain()
{
    auto window = std::make_unique<ChildProcess>(child(), QStringList { QStringLiteral("own"), path() });
    QVERIFY(window->waitForLine(QStringLiteral("open")));
    ChildProcess guest(child(), { QStringLiteral("write"), path(), QStringLiteral("guest") });
    QVERIFY(guest.waitForLine(QStringLiteral("stored "), 2));

    window->kill();
    const qsizetype before = guest.lines().filter(QStringLiteral("stored ")).size();
    QVERIFY(guest.waitForLine(QStringLiteral("stored "), before + 2));
    window = std::make_unique<ChildProcess>(child(), QStringList { QStringLiteral("own"), path() });
    QVERIFY(window->waitForLine(QStringLiteral("open")));
    const qsizetype after = guest.lines().filter(QStringLiteral("stored ")).size();
    QVERIFY(guest.waitForLine(QStringLiteral("stored "), after + 2));

    QVERIFY(guest.lines().filter(QStringLiteral("error ")).isEmpty());
}

void LibraryHandoverTest::aGuestThatDiesLeavesNothingHalf()
{
    const std::unique_ptr<Library> owner = open(Library::Access::Owner);
    {
        ChildProcess guest(child(), { QStringLiteral("write"), path(), QStringLiteral("guest") });
        QVERIFY(guest.waitForLine(QStringLiteral("progress "), 7));
        guest.kill();
    }

    // The window goes on; what the guest had acknowledged is there.
    VERIFY_DONE(calls::create(*owner, conversationNamed(QStringLiteral("after"), m_clock)));
    QCOMPARE(calls::list(*owner).value().size(), 2);
    VERIFY_DONE(calls::maintain(*owner));
}

void LibraryHandoverTest::aSecondWindowHandsOverItsFiles()
{
    const std::unique_ptr<Library> created = open(Library::Access::Guest);
    ChildProcess window(child(), { QStringLiteral("own"), path() });
    QVERIFY(window.waitForLine(QStringLiteral("open")));
    QCOMPARE(Library::open(path(), Library::Access::Owner, m_clock).error().kind, ErrorKind::LibraryInUse);

    QVERIFY(Library::activateOwner(path(), { QStringLiteral("/tmp/a b.png"), QStringLiteral("/tmp/ü.grackle") }));

    QVERIFY(window.waitForLine(QStringLiteral("activated /tmp/a b.png|/tmp/ü.grackle")));
}

void LibraryHandoverTest::nobodyIsActivatedWhereNoWindowIs()
{
    QVERIFY(!Library::activateOwner(path(), {}));

    ChildProcess window(child(), { QStringLiteral("own"), path() });
    QVERIFY(window.waitForLine(QStringLiteral("open")));
    window.kill();

    QVERIFY(!Library::activateOwner(path(), {}));
    QVERIFY(open(Library::Access::Owner));
}

void LibraryHandoverTest::rubbishOnTheSocketChangesNothing_data()
{
    const auto frame = [](const QByteArray &payload) {
        QByteArray header(4, '\0');
        qToBigEndian(quint32(payload.size()), header.data());
        return header + payload;
    };
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("half a header") << QByteArray("\0\0", 2);
    QTest::newRow("a frame of 4 GB") << QByteArray("\xff\xff\xff\xff text", 9);
    QTest::newRow("no CBOR") << frame("hello");
    QTest::newRow("no command") << frame(QByteArray("\xa0", 1));
    QTest::newRow("an empty frame") << frame({});
    QTest::newRow("half a frame") << frame(QByteArray(1000, 'x')).left(500);
}

void LibraryHandoverTest::rubbishOnTheSocketChangesNothing()
{
    QFETCH(QByteArray, bytes);
    const std::unique_ptr<Library> owner = open(Library::Access::Owner);
    QSignalSpy changed(owner.get(), &Library::conversationChanged);
    QFile address(path() + QStringLiteral("/handover"));
    QVERIFY(address.open(QIODevice::ReadOnly));
    {
        QLocalSocket socket;
        socket.connectToServer(QFile::decodeName(address.readAll()));
        QVERIFY(socket.waitForConnected());
        socket.write(bytes);
        QVERIFY(socket.waitForBytesWritten());
        QCoreApplication::processEvents();
    }

    VERIFY_DONE(calls::create(*owner, conversationNamed(QStringLiteral("fine"), m_clock)));
    QCOMPARE(changed.size(), 1);
}

void LibraryHandoverTest::everyCommandSurvivesTheWay()
{
    const ConversationId id = ConversationId::create(m_clock.sinceEpoch());
    const Message message = messageSaying(QStringLiteral("ü\n\"x\""), Role::User, {}, m_clock);
    Conversation conversation = conversationNamed(QStringLiteral("Title"), m_clock);
    conversation.options.temperature = 1.5;
    Draft draft;
    draft.text = QStringLiteral("draft");
    draft.cursor = 3;
    const auto back = [](LibraryCommand::Work work) { return decodeCommand(encodeCommand({ std::move(work), 42 })); };

    QVERIFY(std::get<commands::CreateConversation>(back(commands::CreateConversation { conversation })->work).conversation == conversation);
    QVERIFY(std::get<commands::SaveConversation>(back(commands::SaveConversation { conversation })->work).conversation == conversation);
    QVERIFY(std::get<commands::RenameConversation>(back(commands::RenameConversation { id, QStringLiteral("t"), false, true })->work).isUndo);
    QCOMPARE(std::get<commands::RenameConversation>(back(commands::RenameConversation { id, QStringLiteral("t"), true })->work).title, QStringLiteral("t"));
    QVERIFY(std::get<commands::DeleteConversation>(back(commands::DeleteConversation { id })->work).id == id);
    QVERIFY(std::get<commands::RestoreConversation>(back(commands::RestoreConversation { id })->work).id == id);
    QVERIFY(std::get<commands::SetHead>(back(commands::SetHead { id, message.id })->work).head == message.id);
    QVERIFY(std::get<commands::AppendMessage>(back(commands::AppendMessage { id, message })->work).message == message);
    QCOMPARE(std::get<commands::SaveProgress>(back(commands::SaveProgress { { message.id, QStringLiteral("te"), QStringLiteral("re") } })->work).progress.reasoning, QStringLiteral("re"));
    QVERIFY(std::get<commands::FinishMessage>(back(commands::FinishMessage { message })->work).message == message);
    QCOMPARE(std::get<commands::PutBlob>(back(commands::PutBlob { QByteArray("\0\xff", 2) })->work).bytes, QByteArray("\0\xff", 2));
    QVERIFY(std::get<commands::SaveDraft>(back(commands::SaveDraft { id, draft })->work).draft == draft);
    QCOMPARE(std::get<commands::SaveReadingPosition>(back(commands::SaveReadingPosition { id, { message.id, 7 } })->work).position.pixel, 7);
    QVERIFY(std::get<commands::ImportDocument>(back(commands::ImportDocument { { conversation, { message } } })->work).document.messages.at(0) == message);
    QCOMPARE(back(commands::DeleteConversation { id })->atMs, 42);
}

void LibraryHandoverTest::theSocketIsFoundWithoutARuntimeFolder()
{
    qunsetenv("XDG_RUNTIME_DIR");
    const std::unique_ptr<Library> owner = open(Library::Access::Owner);
    ChildProcess guest(child(), { QStringLiteral("append"), path(), QStringLiteral("1") });

    QVERIFY(guest.waitForLine(QStringLiteral("finished ")));

    QCOMPARE(calls::list(*owner).value().size(), 1);
}

QTEST_GUILESS_MAIN(LibraryHandoverTest)
#include "tst_libraryhandover.moc"
