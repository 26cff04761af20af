// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Templates of some local models write the opening tag of thinking themselves, so only the closing one comes over the wire.
#include "chatbench.h"
#include "transcriptroles.h"

class TestLateThinking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasTakenForTextMovesWhileTheAnswerRuns();
    void whatFollowsGrowsTheAnswer();
    void talkOfTheTagStaysText_data();
    void talkOfTheTagStaysText();
};

namespace {
QModelIndex answerRow(const ConversationController &controller)
{
    return controller.model()->index(1);
}
}

void TestLateThinking::whatWasTakenForTextMovesWhileTheAnswerRuns()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(unfinishedAnswer({ "Seven is odd.\nSo it is not", " even.\n</thi", "nk>\n\nIt is", " odd" }));
    auto controller = bench.newConversation();
    controller->send(draftSaying(QStringLiteral("Is 7 odd?")));

    QTRY_COMPARE(answerRow(*controller).data(TextRole).toString(), QStringLiteral("It is odd"));
    QCOMPARE(answerRow(*controller).data(ReasoningRole).toString(), QStringLiteral("Seven is odd.\nSo it is not even."));
    QCOMPARE(controller->state(), ConversationController::State::Answering);
    QVERIFY(answerRow(*controller).data(ThinkingMsRole).toLongLong() > 0);

    // As it is shown, so it is kept.
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->stop();
    QVERIFY(!ended.isEmpty() || ended.wait(10'000));
    QCOMPARE(textOf(ended.first().first().value<Message>()), QStringLiteral("It is odd"));
    QCOMPARE(ended.first().first().value<Message>().answer->reasoning, QStringLiteral("Seven is odd.\nSo it is not even."));
}

void TestLateThinking::whatFollowsGrowsTheAnswer()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(wholeAnswer({ "Hm\n", "</think>", "\n", "\n", "It is ", "odd." }));
    auto controller = bench.newConversation();
    QString told;
    connect(controller.get(), &ConversationController::answerGrew, this, [&told](const QString &text) { told += text; });
    connect(controller.get(), &ConversationController::answerReplaced, this, [&told](const QString &text) { told = text; });

    const Message answer = ask(*controller, QStringLiteral("Is 7 odd?"));

    QCOMPARE(textOf(answer), QStringLiteral("It is odd."));
    QCOMPARE(answer.answer->reasoning, QStringLiteral("Hm"));
    QCOMPARE(told, QStringLiteral("It is odd."));
    QCOMPARE(answerRow(*controller).data(TextRole).toString(), QStringLiteral("It is odd."));
}

void TestLateThinking::talkOfTheTagStaysText_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("in a sentence") << QByteArray("The tag </think> ends it.\nDone.");
    QTest::newRow("in code") << QByteArray("So:\n```\n</think>\n```\n");
    QTest::newRow("with the opening one") << QByteArray("It begins with <think> and ends with\n</think>\nas you see.");
}

void TestLateThinking::talkOfTheTagStaysText()
{
    QFETCH(QByteArray, said);
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(wholeAnswer({ said.first(said.size() / 2), said.sliced(said.size() / 2) }));
    auto controller = bench.newConversation();

    const Message answer = ask(*controller, QStringLiteral("What is the tag?"));

    QCOMPARE(textOf(answer), QString::fromUtf8(said));
    QCOMPARE(answer.answer->reasoning, QString());
}

QTEST_GUILESS_MAIN(TestLateThinking)
#include "tst_latethinking.moc"
