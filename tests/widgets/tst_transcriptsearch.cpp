// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "messagetree.h"
#include "transcriptsearch.h"

#include <QSignalSpy>
#include <QTest>

class TestTranscriptSearch : public QObject
{
    Q_OBJECT

    QHash<MessageId, Message> m_messages;
    MessageTree m_tree;
    qint64 m_now = 1'790'000'000'000;
    int m_reads = 0;

    MessageId add(const QString &text, const MessageId &parent = {}, Role role = Role::User)
    {
        const MessageId id = MessageId::create(std::chrono::milliseconds(++m_now));
        Message message;
        message.id = id;
        message.parentId = parent;
        message.role = role;
        message.parts = { TextPart { text } };
        m_messages.insert(id, message);
        MessageHead head;
        head.id = id;
        head.parentId = parent;
        m_tree.add(head);
        return id;
    }

    void join(TranscriptSearch &search)
    {
        search.setReader([this](const std::vector<MessageId> &ids) {
            std::vector<Message> read;
            for (const MessageId &id : ids)
                read.push_back(m_messages.value(id));
            m_reads += int(ids.size());
            return read;
        });
        search.setMessages(inReadingOrder(m_tree));
    }

private Q_SLOTS:
    void init()
    {
        m_messages.clear();
        m_tree = MessageTree();
        m_reads = 0;
    }
    void messagesComeInReadingOrderBranchByBranch();
    void allBranchesAreSearchedAndWalkedInACircle();
    void theFirstFindIsTheOneAtTheReader();
    void anAnswerThatGrowsIsSearchedAgainAlone();
    void aMessageThatIsAddedKeepsTheCurrentFind();
    void manyMessagesAreSearchedInSlices();
    void marksStandWhereTheFindsStand();
};

void TestTranscriptSearch::messagesComeInReadingOrderBranchByBranch()
{
    const MessageId question = add(QStringLiteral("q"));
    const MessageId answer = add(QStringLiteral("a"), question);
    const MessageId other = add(QStringLiteral("b"), question);
    const MessageId next = add(QStringLiteral("c"), answer);
    const MessageId root = add(QStringLiteral("d"));

    QVERIFY(inReadingOrder(m_tree) == (std::vector<MessageId> { question, answer, next, other, root }));
    QVERIFY(inReadingOrder(MessageTree()).empty());
}

void TestTranscriptSearch::allBranchesAreSearchedAndWalkedInACircle()
{
    const MessageId question = add(QStringLiteral("a bird and a bird"));
    add(QStringLiteral("nothing"), question, Role::Assistant);
    const MessageId other = add(QStringLiteral("a **bi**rd"), question, Role::Assistant);
    TranscriptSearch search;
    join(search);

    search.start({ { QStringLiteral("bird") } });
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.count(), 3);
    QCOMPARE(search.currentNumber(), 1);

    search.goToPrevious();
    QCOMPARE(search.currentNumber(), 3);
    QVERIFY(search.current()->message == other);
    search.goToNext();
    QCOMPARE(search.currentNumber(), 1);
    search.goToNext();
    QCOMPARE(search.currentNumber(), 2);
    QVERIFY(search.current()->message == question);

    search.stop();
    QCOMPARE(search.count(), 0);
    QVERIFY(!search.current());
}

void TestTranscriptSearch::theFirstFindIsTheOneAtTheReader()
{
    const MessageId first = add(QStringLiteral("bird"));
    const MessageId second = add(QStringLiteral("tree"), first);
    const MessageId third = add(QStringLiteral("bird"), second);
    TranscriptSearch search;
    join(search);

    search.start({ { QStringLiteral("bird") } }, second);
    QTRY_VERIFY(!search.isSearching());
    QVERIFY(search.current()->message == third);
    QCOMPARE(search.currentNumber(), 2);

    search.start({ { QStringLiteral("bird") } }, third);
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.currentNumber(), 2);
}

void TestTranscriptSearch::anAnswerThatGrowsIsSearchedAgainAlone()
{
    const MessageId question = add(QStringLiteral("bird"));
    const MessageId answer = add(QStringLiteral("bi"), question, Role::Assistant);
    m_messages[answer].state = MessageState::Streaming;
    TranscriptSearch search;
    join(search);
    search.start({ { QStringLiteral("bird") } });
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.count(), 1);
    QCOMPARE(m_reads, 2);

    m_messages[answer].parts = { TextPart { QStringLiteral("birds, and a bird") } };
    search.noteChange(answer);
    QTRY_COMPARE(search.count(), 3);
    QCOMPARE(search.currentNumber(), 1);
    QCOMPARE(m_reads, 3);
}

void TestTranscriptSearch::aMessageThatIsAddedKeepsTheCurrentFind()
{
    const MessageId question = add(QStringLiteral("bird bird"));
    TranscriptSearch search;
    join(search);
    search.start({ { QStringLiteral("bird") } });
    QTRY_COMPARE(search.currentNumber(), 1);
    search.goToNext();

    add(QStringLiteral("bird"), question, Role::Assistant);
    search.setMessages(inReadingOrder(m_tree));
    QTRY_COMPARE(search.count(), 3);
    QCOMPARE(search.currentNumber(), 2);
    QCOMPARE(m_reads, 2);
}

void TestTranscriptSearch::manyMessagesAreSearchedInSlices()
{
    MessageId last;
    for (int i = 0; i < 2000; ++i)
        last = add(QStringLiteral("A line about a *bird*.\n\n- and a list\n").repeated(20), last, Role::Assistant);
    TranscriptSearch search;
    join(search);
    QSignalSpy changed(&search, &TranscriptSearch::changed);

    search.start({ { QStringLiteral("bird") } });
    QCOMPARE(m_reads, 0);
    QTRY_COMPARE_WITH_TIMEOUT(search.count(), 40'000, 60'000);
    QVERIFY(changed.count() > 3);
}

void TestTranscriptSearch::marksStandWhereTheFindsStand()
{
    const MessageId question = add(QStringLiteral("tree"));
    const MessageId answer = add(QStringLiteral("one\n\nbird"), question, Role::Assistant);
    const MessageId hidden = add(QStringLiteral("bird"), question, Role::Assistant);
    TranscriptSearch search;
    join(search);
    search.start({ { QStringLiteral("bird") } });
    QTRY_COMPARE(search.count(), 2);

    const auto rowOf = [&](const MessageId &id) { return id == hidden ? -1 : id == answer ? 1 : 0; };
    const std::vector<FindMark> marks = search.marks(rowOf, [](int) { return 10; });
    QCOMPARE(marks.size(), size_t(1));
    QCOMPARE(marks[0].row, 1);
    QCOMPARE(marks[0].part, 0.5);
}

QTEST_GUILESS_MAIN(TestTranscriptSearch)
#include "tst_transcriptsearch.moc"
