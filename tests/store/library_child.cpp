// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// A second process for the tests of the library:
//   library_child write FOLDER owner|guest   writes conversations without end and says on standard output what is stored
//   library_child day FOLDER                 migrates an old library and does all there is to do with it; says "phase N" and "facts JSON"
//   library_child migrate FOLDER             opens an old library and says "work KIND" for each piece of what is left to do, then "over"
//   library_child compact FOLDER             writes one message, has the library compacted, then writes without end; says "over" in between
//   library_child append FOLDER COUNT        as a guest: one conversation with COUNT messages
//   library_child swap FOLDER                says "ready"; after a line on standard input it puts the compacted copy that lies there in place and writes
//                                            200 tags, and says "swapped"; or "refused"
//   library_child read FOLDER                opens it for reading and says "read TAGS MESSAGES CHECK"; again for each line on standard input
//   library_child own FOLDER                 holds the library as the window does, and says who asks it to come forward
// One line for each thing that the library acknowledged; what is not said may be lost.
#include "library.h"
#include "librarycompaction_p.h"
#include "libraryfiles_p.h"
#include "libraryworkload.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

#include <unistd.h>

namespace {

class RealClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    }
    std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    // One write, so that a kill cannot leave half a line of an acknowledgement.
    if (::write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size())) != bytes.size())
        ::_exit(3);
}

[[noreturn]] void giveUp(const Error &error)
{
    say(QStringLiteral("error %1 %2").arg(errorKindName(error.kind), error.detail));
    std::fflush(nullptr);
    ::_exit(2);
}

// Question, answer in pieces, finish; then the next one. Each step waits for the one before.
class Writer : public QObject
{
public:
    Writer(Library &library, const Clock &clock, int rounds) : m_library(library), m_clock(clock), m_roundsLeft(rounds) {}

    void start()
    {
        Conversation conversation;
        conversation.id = ConversationId::create(m_clock.sinceEpoch());
        conversation.title = QStringLiteral("child");
        m_conversation = conversation.id;
        m_library.createConversation(conversation, this, [this](Result<Done> done) {
            check(done);
            say(QStringLiteral("conversation %1").arg(m_conversation.toString()));
            ask();
        });
    }

private:
    void check(const Result<Done> &done)
    {
        if (!done)
            giveUp(done.error());
    }

    Message make(Role role) const
    {
        Message message;
        message.id = MessageId::create(m_clock.sinceEpoch());
        message.parentId = m_last;
        message.role = role;
        message.createdAtMs = m_clock.sinceEpoch().count();
        return message;
    }

    void ask()
    {
        if (m_roundsLeft-- == 0) {
            QCoreApplication::exit(0);
            return;
        }
        const Message question = make(Role::User);
        Message stored = question;
        stored.parts = { TextPart { QStringLiteral("question ") + question.id.toString() } };
        m_library.appendMessage(m_conversation, stored, this, [this, id = question.id](Result<Done> done) {
            check(done);
            say(QStringLiteral("stored %1").arg(id.toString()));
            m_last = id;
            answer();
        });
    }

    void answer()
    {
        m_answer = make(Role::Assistant);
        m_answer.state = MessageState::Streaming;
        m_answer.answer.emplace();
        m_text.clear();
        m_library.appendMessage(m_conversation, m_answer, this, [this](Result<Done> done) {
            check(done);
            say(QStringLiteral("running %1").arg(m_answer.id.toString()));
            stream(0);
        });
    }

    void stream(int piece)
    {
        constexpr int Pieces = 5;
        if (piece == Pieces)
            return finish();
        m_text += QStringLiteral("piece %1 of an answer that grows. ").arg(piece).repeated(20);
        m_library.saveProgress({ m_answer.id, m_text, {} }, this, [this, piece](Result<Done> done) {
            check(done);
            say(QStringLiteral("progress %1 %2").arg(m_answer.id.toString()).arg(m_text.size()));
            stream(piece + 1);
        });
    }

    void finish()
    {
        m_answer.state = MessageState::Complete;
        m_answer.parts = { TextPart { m_text + QStringLiteral("end") } };
        m_library.finishMessage(m_answer, this, [this](Result<Done> done) {
            check(done);
            say(QStringLiteral("finished %1").arg(m_answer.id.toString()));
            m_last = m_answer.id;
            ask();
        });
    }

    Library &m_library;
    const Clock &m_clock;
    int m_roundsLeft;
    ConversationId m_conversation;
    MessageId m_last;
    Message m_answer;
    QString m_text;
};

// As the window's thread that writes does it, and no more of a window.
int swap(const LibraryFolder &folder)
{
    constexpr qint64 Now = 1'790'000'000'000;
    Result<std::unique_ptr<Database>> opened = openForWriting(folder, Now);
    if (!opened)
        giveUp(opened.error());
    std::unique_ptr<Database> database = std::move(opened).value();
    say(QStringLiteral("ready"));
    std::string line;
    std::getline(std::cin, line);
    const Result<bool> isInPlace = putCompactedInPlace(database, folder);
    if (!isInPlace || !isInPlace.value()) {
        say(QStringLiteral("refused"));
        return 0;
    }
    Result<std::unique_ptr<Database>> again = openForWriting(folder, Now);
    if (!again)
        giveUp(again.error());
    database = std::move(again).value();
    const Result<Done> written = database->transaction(Database::Synchronous::Normal, [&] {
        return database->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                                 " INSERT INTO tags (name, color) SELECT printf('%0500d', i), i FROM n");
    });
    if (!written)
        giveUp(written.error());
    // Without closing: what was written stays in the log.
    say(QStringLiteral("swapped"));
    ::_exit(0);
}

int read(const LibraryFolder &folder)
{
    std::unique_ptr<Database> reader;
    std::string line;
    say(QStringLiteral("begins"));
    do {
        const Result<Database *> database = currentReader(reader, folder);
        if (!database)
            giveUp(database.error());
        const qint64 tags = database.value()->number("SELECT count(*) FROM tags");
        const qint64 messages = database.value()->number("SELECT count(*) FROM messages JOIN bodies USING (row)");
        say(QStringLiteral("read %1 %2 %3").arg(tags).arg(messages).arg(checkLibrary(*database.value()) ? QStringLiteral("whole") : QStringLiteral("damaged")));
    } while (std::getline(std::cin, line));
    return 0;
}

}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString verb = arguments.value(1);
    if (verb == QLatin1String("day")) {
        LibraryWorkload::makeOldLibrary(arguments.value(2));
        LibraryWorkload day(arguments.value(2));
        day.run([&] { say(QStringLiteral("facts ") + QString::fromUtf8(LibraryWorkload::encode(day.facts()))); },
                [](LibraryWorkload::Phase phase) { say(QStringLiteral("phase %1").arg(int(phase))); });
        say(QStringLiteral("end"));
        return day.hasFinished() ? 0 : 1;
    }
    if (verb == QLatin1String("swap"))
        return swap(LibraryFolder(arguments.value(2)));
    if (verb == QLatin1String("read"))
        return read(LibraryFolder(arguments.value(2)));
    const bool isOwner = verb == QLatin1String("own") || verb == QLatin1String("migrate") || verb == QLatin1String("compact") || arguments.value(3) == QLatin1String("owner");
    const RealClock clock;
    auto opened = Library::open(arguments.value(2), isOwner ? Library::Access::Owner : Library::Access::Guest, clock);
    if (!opened)
        giveUp(opened.error());
    const std::unique_ptr<Library> library = std::move(opened).value();
    say(QStringLiteral("open"));

    if (verb == QLatin1String("migrate")) {
        QObject::connect(library.get(), &Library::workProgressed, &application, [](const LibraryWork &work) {
            say(QStringLiteral("work %1").arg(int(work.kind)));
            if (work.kind == LibraryWork::Kind::Indexing && work.done == work.total)
                say(QStringLiteral("over"));
        });
        const bool isOwed = QFile::exists(arguments.value(2) + QStringLiteral("/backup-owed"));
        if (!isOwed && library->isSearchComplete().value())
            say(QStringLiteral("over"));
        // At once.
        library->pauseWork();
        library->continueWork();
        return application.exec();
    }
    if (verb == QLatin1String("compact")) {
        QObject::connect(library.get(), &Library::workProgressed, &application, [](const LibraryWork &work) {
            if (work.kind == LibraryWork::Kind::Compacting)
                say(work.done == work.total ? QStringLiteral("over") : QStringLiteral("work"));
        });
        Writer before(*library, clock, 1);
        before.start();
        application.exec();
        library->runMaintenance(nullptr, {});
        Writer after(*library, clock, -1);
        QObject::connect(library.get(), &Library::workProgressed, &application, [&after, isBegun = false](const LibraryWork &work) mutable {
            if (work.kind == LibraryWork::Kind::Compacting && work.done == work.total && !std::exchange(isBegun, true))
                after.start();
        });
        return application.exec();
    }
    constexpr int WithoutEnd = -1;
    Writer writer(*library, clock, verb == QLatin1String("append") ? arguments.value(3).toInt() : WithoutEnd);
    if (verb == QLatin1String("own")) {
        QObject::connect(library.get(), &Library::activationRequested, &application,
                         [](const QStringList &files) { say(QStringLiteral("activated ") + files.join(QLatin1Char('|'))); });
    } else {
        writer.start();
    }
    return application.exec();
}
