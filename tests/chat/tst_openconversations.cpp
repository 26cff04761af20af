// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "chatbench.h"
#include "openconversations.h"

#include <QPointer>

class TestOpenConversations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewConversationIsShownAtTheStart();
    void showingOpensAndTheOldOneCloses();
    void answersGoOnWhileAnotherIsShown();
    void onlyTheLastWishIsFollowed();
    void aConversationThatIsNotThereFails();
};

void TestOpenConversations::aNewConversationIsShownAtTheStart()
{
    ChatBench bench;
    QVERIFY(bench.start());
    OpenConversations open(bench.dependencies());

    QVERIFY(open.shown());
    QCOMPARE(open.shown()->model()->rowCount(), 0);
}

void TestOpenConversations::showingOpensAndTheOldOneCloses()
{
    ChatBench bench;
    QVERIFY(bench.start());
    OpenConversations open(bench.dependencies());
    ask(*open.shown(), QStringLiteral("Hi"));
    const ConversationId first = open.shown()->id();
    QPointer<ConversationController> firstController = open.shown();
    QSignalSpy shown(&open, &OpenConversations::shownChanged);

    open.showNew();
    QCOMPARE(shown.size(), 1);
    QTRY_VERIFY(!firstController);

    open.show(first);
    QVERIFY(shown.wait());
    QCOMPARE(open.shown()->id(), first);
    QCOMPARE(open.shown()->model()->rowCount(), 2);
    QCOMPARE(open.find(first), open.shown());
}

void TestOpenConversations::answersGoOnWhileAnotherIsShown()
{
    ChatBench bench;
    QVERIFY(bench.start());
    OpenConversations open(bench.dependencies());
    QSignalSpy running(&open, &OpenConversations::runningChanged);
    bench.server.enqueue(unfinishedAnswer({ "Half" }));
    QPointer<ConversationController> first = open.shown();
    const ConversationId firstId = first->id();
    first->send(draftSaying(QStringLiteral("One")));
    QTRY_COMPARE(textOfRow(*first, 1), QStringLiteral("Half"));
    QCOMPARE(running.last().at(0).value<ConversationId>(), firstId);
    QVERIFY(running.last().at(1).toBool());

    open.showNew();
    QCOMPARE(ask(*open.shown(), QStringLiteral("Two")).state, MessageState::Complete);
    QCOMPARE(open.find(firstId), first.data());
    QCOMPARE(first->state(), ConversationController::State::Answering);

    first->stop();
    QTRY_VERIFY(!first);
    QVERIFY(!open.find(firstId));
    QCOMPARE(calls::open(*bench.library, firstId).value().tail.back().state, MessageState::Stopped);
}

void TestOpenConversations::onlyTheLastWishIsFollowed()
{
    ChatBench bench;
    QVERIFY(bench.start());
    OpenConversations open(bench.dependencies());
    QList<ConversationId> ids;
    for (const char *text : { "One", "Two" }) {
        ask(*open.shown(), QString::fromLatin1(text));
        ids += open.shown()->id();
        open.showNew();
    }
    QTRY_VERIFY(!open.find(ids.at(1)));
    QSignalSpy shown(&open, &OpenConversations::shownChanged);

    open.show(ids.at(0));
    open.show(ids.at(1));
    QVERIFY(shown.wait());

    QCOMPARE(shown.size(), 1);
    QCOMPARE(open.shown()->id(), ids.at(1));
}

void TestOpenConversations::aConversationThatIsNotThereFails()
{
    ChatBench bench;
    QVERIFY(bench.start());
    OpenConversations open(bench.dependencies());
    const ConversationController *before = open.shown();
    QSignalSpy failed(&open, &OpenConversations::failed);

    open.show(ConversationId::create(bench.clock.sinceEpoch()));
    QVERIFY(failed.wait());

    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NotFound);
    QCOMPARE(open.shown(), before);
}

QTEST_GUILESS_MAIN(TestOpenConversations)
#include "tst_openconversations.moc"
