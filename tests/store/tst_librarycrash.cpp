// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "childprocess.h"
#include "librarycalls.h"
#include "libraryworkload.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

// Processes that are killed while they write: what was acknowledged is there, whenever it happens.
class LibraryCrashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingAcknowledgedIsLostByAKill();
    void aKillInAnyPhaseLosesNothing();

private:
    void verifyAfterKill(const QString &path, const QStringList &lines);
};

void LibraryCrashTest::nothingAcknowledgedIsLostByAKill()
{
    const int kills = qEnvironmentVariableIsSet("GRACKLE_TEST_ALL") ? 200 : 100;
    const bool isChosen = qEnvironmentVariableIsSet("GRACKLE_TEST_SEED");
    const quint32 seed = isChosen ? qEnvironmentVariable("GRACKLE_TEST_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("GRACKLE_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
    const QString path = folder.filePath(QStringLiteral("library"));

    for (int kill = 0; kill < kills; ++kill) {
        const QString access = kill % 3 == 2 ? QStringLiteral("guest") : QStringLiteral("owner");
        ChildProcess child(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("write"), path, access });
        // Some are killed while they open, most in the middle of their writing.
        const qsizetype wanted = random.bounded(30);
        QTRY_VERIFY_WITH_TIMEOUT(child.lines().size() >= wanted || child.process().state() == QProcess::NotRunning, 60'000);
        // The child does not wait for us: the kill falls wherever it is by now.
        child.kill();
        const QStringList lines = child.lines();
        QVERIFY2(lines.filter(QStringLiteral("error ")).isEmpty(), qPrintable(lines.join(QLatin1Char('\n'))));

        verifyAfterKill(path, lines);
        if (QTest::currentTestFailed())
            return;
    }
}

void LibraryCrashTest::aKillInAnyPhaseLosesNothing()
{
    // Each phase in turn: by its number, and from then on as many further lines as chance wants.
    constexpr int Phases = int(LibraryWorkload::Phase::Reopening) + 1;
    const int rounds = qEnvironmentVariableIsSet("GRACKLE_TEST_ALL") ? 200 : 10;
    QRandomGenerator random(QRandomGenerator::global()->generate());
    int kills = 0;
    for (int round = 0; round < rounds; ++round) {
        for (int phase = 0; phase < Phases; ++phase) {
            const QTemporaryDir folder;
            qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
            const QString path = folder.filePath(QStringLiteral("library"));
            ChildProcess child(QStringLiteral(LIBRARY_CHILD), { QStringLiteral("day"), path });
            QVERIFY(child.waitForLine(QStringLiteral("phase %1").arg(phase)));
            const qsizetype wanted = child.lines().size() + random.bounded(4);
            QTRY_VERIFY_WITH_TIMEOUT(child.lines().size() >= wanted || child.process().state() == QProcess::NotRunning, 60'000);
            child.kill();
            ++kills;

            const QStringList facts = child.lines().filter(QStringLiteral("facts "));
            LibraryWorkload::Facts known;
            if (!facts.isEmpty())
                known = LibraryWorkload::decode(facts.last().mid(6).toUtf8());
            // Once the question is sent, its draft is on its way out.
            known.isDraftCleared = !known.messages.empty();
            const QString loss = LibraryWorkload::verify(path, known);
            QVERIFY2(loss.isEmpty(), qPrintable(QStringLiteral("killed in phase %1: ").arg(phase) + loss));
        }
    }
    qInfo("kills: %d in %d phases, losses: 0", kills, Phases);
}

void LibraryCrashTest::verifyAfterKill(const QString &path, const QStringList &lines)
{
    QStringList stored;
    QStringList finished;
    QHash<QString, qsizetype> progress;
    for (const QString &line : lines) {
        const QStringList words = line.split(QLatin1Char(' '));
        if (words[0] == QLatin1String("stored"))
            stored.append(words[1]);
        else if (words[0] == QLatin1String("running"))
            progress.insert(words[1], 0);
        else if (words[0] == QLatin1String("progress"))
            progress.insert(words[1], words[2].toInt());
        else if (words[0] == QLatin1String("finished"))
            finished.append(words[1]);
    }
    const ManualClock clock;
    auto opened = Library::open(path, Library::Access::Owner, clock);
    QVERIFY2(opened, qPrintable(errorText(opened)));
    const std::unique_ptr<Library> library = std::move(opened).value();
    const auto one = [&](const QString &id) { return library->messages({ MessageId::fromString(id) }); };

    for (const QString &id : stored) {
        VERIFY_DONE(one(id));
        QCOMPARE(textOf(one(id).value().at(0)), QStringLiteral("question ") + id);
    }
    for (const QString &id : finished) {
        VERIFY_DONE(one(id));
        QCOMPARE(one(id).value().at(0).state, MessageState::Complete);
        QVERIFY(textOf(one(id).value().at(0)).endsWith(QLatin1String("end")));
        progress.remove(id);
    }
    // What was still running is cut off, or was finished without our hearing of it; no acknowledged piece is missing.
    for (auto running = progress.cbegin(); running != progress.cend(); ++running) {
        VERIFY_DONE(one(running.key()));
        const Message answer = one(running.key()).value().at(0);
        QVERIFY(answer.state == MessageState::CutOff || answer.state == MessageState::Complete);
        QVERIFY(textOf(answer).size() >= running.value());
    }
    const auto list = calls::list(*library);
    for (const ConversationSummary &summary : list.value())
        QVERIFY(!summary.isRunning);
    // SQLite's own check of every page.
    VERIFY_DONE(calls::maintain(*library));
}

QTEST_GUILESS_MAIN(LibraryCrashTest)
#include "tst_librarycrash.moc"
