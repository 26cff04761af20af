// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "errordescription.h"

#include <QSet>
#include <QTest>

class ErrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasANameASentenceAndAWayBack_data();
    void everyKindHasANameASentenceAndAWayBack();
    void namesAreAllDifferent();
    void aMessageOfItsOwnIsTheTitle();
    void whatToDoAboutAFullDiskIsSaidOnce();
    void whatIsSaidOfAFileIsSaidOnce();
    void aWaitThatIsTooLongForACountdownIsTold();
    void whoWasNotReachedIsNotStillWorking();
    void everyActionHasWords();
};

namespace {
constexpr int KindCount = int(ErrorKind::Cancelled) + 1;
}

void ErrorTest::everyKindHasANameASentenceAndAWayBack_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < KindCount; ++kind)
        QTest::addRow("kind %d", kind) << kind;
}

void ErrorTest::everyKindHasANameASentenceAndAWayBack()
{
    QFETCH(int, kind);
    Error error;
    error.kind = ErrorKind(kind);

    const ErrorDescription description = describe(error);

    QVERIFY(description.title.endsWith(QLatin1Char('.')));
    QVERIFY(description.sentence.endsWith(QLatin1Char('.')));
    const QString name = errorKindName(error.kind);
    QVERIFY(!name.isEmpty());
    QCOMPARE(errorKindFromName(name), std::optional(error.kind));
}

void ErrorTest::namesAreAllDifferent()
{
    QSet<QString> names;
    for (int kind = 0; kind < KindCount; ++kind)
        names.insert(errorKindName(ErrorKind(kind)));

    QCOMPARE(names.size(), KindCount);
    QCOMPARE(errorKindFromName(QStringLiteral("no such kind")), std::nullopt);
}

void ErrorTest::aMessageOfItsOwnIsTheTitle()
{
    Error error;
    error.kind = ErrorKind::Unauthorized;
    error.message = QStringLiteral("This key is disabled.");

    QCOMPARE(describe(error).title, QStringLiteral("This key is disabled."));
    QCOMPARE(describe(error).action, ErrorAction::OpenSettings);
}

void ErrorTest::whatToDoAboutAFullDiskIsSaidOnce()
{
    Error error;
    error.kind = ErrorKind::StorageFull;
    error.message = QStringLiteral("The disk is full. Make room on it; nothing that was saved is lost.");
    const ErrorDescription description = describe(error);
    QCOMPARE((description.title + u' ' + description.sentence).count(QStringLiteral("Make room")), 1);
}

void ErrorTest::whatIsSaidOfAFileIsSaidOnce()
{
    Error error;
    error.kind = ErrorKind::UnsupportedFile;
    QVERIFY(!describe(error).sentence.isEmpty());
    // An import is told nothing about pictures, and a disk is to be checked once.
    for (const ErrorKind kind : { ErrorKind::UnsupportedFile, ErrorKind::Unreadable, ErrorKind::TooLarge, ErrorKind::Storage }) {
        error.kind = kind;
        error.message = QStringLiteral("This file holds no conversations. Choose another.");
        QCOMPARE(describe(error).title, error.message);
        QCOMPARE(describe(error).sentence, QString());
    }
    // What a server says of a message that is too large says not what to do.
    error.kind = ErrorKind::TooLarge;
    error.httpStatus = 413;
    QVERIFY(!describe(error).sentence.isEmpty());
}

void ErrorTest::aWaitThatIsTooLongForACountdownIsTold()
{
    using namespace std::chrono_literals;
    Error error;
    error.kind = ErrorKind::RateLimited;
    const auto sentence = [&error](std::chrono::milliseconds wait) {
        error.retryAfter = wait;
        return describe(error).sentence;
    };

    QCOMPARE(sentence(60s), QStringLiteral("Try again in a moment."));
    QVERIFY(sentence(61s).contains(QLatin1String(" 2 ")));
    QVERIFY(sentence(5min).contains(QLatin1String(" 5 minute")));
    QVERIFY(sentence(7 * 24h).contains(QLatin1String(" 168 hour")));
}

void ErrorTest::whoWasNotReachedIsNotStillWorking()
{
    Error error;
    error.kind = ErrorKind::TimedOut;
    QVERIFY(describe(error).sentence.contains(QLatin1String("bills")));
    error.retryable = true;
    QVERIFY(!describe(error).sentence.contains(QLatin1String("bills")));
}

void ErrorTest::everyActionHasWords()
{
    QVERIFY(errorActionText(ErrorAction::None).isEmpty());
    for (int action = int(ErrorAction::Retry); action <= int(ErrorAction::UnlockKeyring); ++action)
        QVERIFY(!errorActionText(ErrorAction(action)).isEmpty());
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
