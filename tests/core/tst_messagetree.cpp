// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "messagetree.h"

#include <QTest>

class MessageTreeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aBranchIsThePathFromTheRoot();
    void anEditIsASibling();
    void rootsAreSiblings();
    void theNewestLeafIsFollowedDown();
    void anIdIsAddedOnce();
    void aMessageWithoutItsParentIsARoot();
    void questionsBeforeAndAfterAddingAgree();
    void parentsThatComeLaterCannotMakeACircle();

private:
    MessageId add(const MessageId &parent, Role role = Role::User);
    std::chrono::milliseconds m_now { 1'790'000'000'000 };
    MessageTree m_tree;
};

void MessageTreeTest::init()
{
    m_tree = MessageTree();
}

MessageId MessageTreeTest::add(const MessageId &parent, Role role)
{
    MessageHead head;
    head.id = MessageId::create(m_now++);
    head.parentId = parent;
    head.role = role;
    const bool isNew = m_tree.add(head);
    Q_ASSERT(isNew);
    return head.id;
}

void MessageTreeTest::aBranchIsThePathFromTheRoot()
{
    const MessageId question = add({});
    const MessageId answer = add(question, Role::Assistant);
    add(question, Role::Assistant);
    const MessageId next = add(answer);

    QCOMPARE(m_tree.branchTo(next), (std::vector { question, answer, next }));
    QVERIFY(m_tree.branchTo(MessageId()).empty());
}

void MessageTreeTest::anEditIsASibling()
{
    const MessageId question = add({});
    const MessageId first = add(question, Role::Assistant);
    const MessageId second = add(question, Role::Assistant);

    QCOMPARE(m_tree.siblingsOf(first), (std::vector { first, second }));
    QCOMPARE(m_tree.siblingsOf(second), (std::vector { first, second }));
    QCOMPARE(m_tree.childrenOf(question), (std::vector { first, second }));
}

void MessageTreeTest::rootsAreSiblings()
{
    const MessageId first = add({});
    const MessageId second = add({});

    QCOMPARE(m_tree.siblingsOf(second), (std::vector { first, second }));
}

void MessageTreeTest::theNewestLeafIsFollowedDown()
{
    const MessageId question = add({});
    const MessageId old = add(question, Role::Assistant);
    const MessageId recent = add(question, Role::Assistant);
    add(old);
    const MessageId leaf = add(recent);

    QCOMPARE(m_tree.newestLeafBelow(question), leaf);
    QCOMPARE(m_tree.newestLeafBelow(leaf), leaf);
}

void MessageTreeTest::anIdIsAddedOnce()
{
    const MessageId id = add({});
    MessageHead again;
    again.id = id;

    QVERIFY(!m_tree.add(again));
    QVERIFY(!m_tree.add(MessageHead()));
    QCOMPARE(m_tree.size(), 1);
}

void MessageTreeTest::aMessageWithoutItsParentIsARoot()
{
    const MessageId orphan = add(MessageId::create(m_now));
    const MessageId child = add(orphan);

    QCOMPARE(m_tree.branchTo(child), (std::vector { orphan, child }));
    QCOMPARE(m_tree.siblingsOf(orphan), (std::vector { orphan }));
}

void MessageTreeTest::questionsBeforeAndAfterAddingAgree()
{
    const MessageId question = add({});
    QVERIFY(m_tree.childrenOf(question).empty());

    const MessageId answer = add(question, Role::Assistant);

    QCOMPARE(m_tree.childrenOf(question), (std::vector { answer }));
    QCOMPARE(m_tree.newestLeafBelow(question), answer);
}

void MessageTreeTest::parentsThatComeLaterCannotMakeACircle()
{
    MessageHead first;
    MessageHead second;
    first.id = MessageId::create(m_now);
    second.id = MessageId::create(m_now);
    first.parentId = second.id;
    second.parentId = first.id;
    QVERIFY(m_tree.add(first));
    QVERIFY(m_tree.add(second));

    QCOMPARE(m_tree.branchTo(second.id), (std::vector { first.id, second.id }));
    QCOMPARE(m_tree.branchTo(first.id), (std::vector { first.id }));
    QCOMPARE(m_tree.newestLeafBelow(first.id), second.id);
}

QTEST_GUILESS_MAIN(MessageTreeTest)
#include "tst_messagetree.moc"
