// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "packedtree_p.h"

#include "database_p.h"
#include "library.h"
#include "librarycalls.h"

#include <QTemporaryDir>
#include <QTest>

// A long conversation is opened from one packed value instead of a row for each message.
class PackedTreeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void headsComeOutAsTheyWentIn();
    void aValueThatIsNoneIsRefused_data();
    void aValueThatIsNoneIsRefused();
    void theSecondOpeningReadsNoRows();
    void whatIsAddedLaterIsReadBehindThePackedHeads();
    void anAnswerBeingWrittenIsNotPacked();
    void aChangeOfWhatIsPackedTakesThePackedHeadsAway_data();
    void aChangeOfWhatIsPackedTakesThePackedHeadsAway();
    void aDamagedValueIsReadRowByRow();

private:
    void makeLongConversation(int messages);
    MessageTree read(int &unpacked);
    void execute(const char *sql);
    QString databasePath() const { return m_folder->filePath(QStringLiteral("library/library.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock { std::chrono::milliseconds(1'790'000'000'000) };
    std::unique_ptr<Library> m_library;
    ConversationId m_id;
    std::vector<MessageId> m_messages;
};

namespace {

constexpr int ManyMessages = WorthPacking + 50;

MessageHead head(qint64 row, const MessageId &parent)
{
    MessageHead head;
    head.id = MessageId::create(std::chrono::milliseconds(1'790'000'000'000));
    head.parentId = parent;
    head.rowId = row;
    head.createdAtMs = 1'790'000'000'000 + row;
    head.textLength = qint32(row * 3);
    head.role = row % 2 == 0 ? Role::Assistant : Role::User;
    head.state = row % 3 == 0 ? MessageState::Stopped : MessageState::Complete;
    return head;
}

}

void PackedTreeTest::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_messages.clear();
    auto opened = Library::open(m_folder->filePath(QStringLiteral("library")), Library::Access::Owner, m_clock);
    QVERIFY(opened);
    m_library = std::move(opened).value();
}

void PackedTreeTest::makeLongConversation(int messages)
{
    const Conversation conversation = conversationNamed(QStringLiteral("long"), m_clock);
    m_id = conversation.id;
    VERIFY_DONE(calls::create(*m_library, conversation));
    for (int i = 0; i < messages; ++i) {
        const Message message = messageSaying(QString::number(i), Role::User, m_messages.empty() ? MessageId() : m_messages.back(), m_clock);
        m_messages.push_back(message.id);
        m_library->appendMessage(m_id, message, nullptr, {});
    }
    // The first opening packs behind its reply; the list is read after that.
    QVERIFY(calls::open(*m_library, m_id));
    QVERIFY(calls::list(*m_library));
}

MessageTree PackedTreeTest::read(int &unpacked)
{
    MessageTree tree;
    const auto database = Database::open(databasePath(), Database::Mode::Read);
    const qint64 row = database.value()->number("SELECT row FROM conversations");
    if (!readTree(*database.value(), row, tree, unpacked))
        unpacked = -1;
    return tree;
}

void PackedTreeTest::execute(const char *sql)
{
    const auto database = Database::open(databasePath(), Database::Mode::Write);
    VERIFY_DONE(database.value()->execute(sql));
}

void PackedTreeTest::headsComeOutAsTheyWentIn()
{
    std::vector<MessageHead> heads { head(1, {}) };
    for (qint64 row = 2; row < 200; ++row)
        heads.push_back(head(row, heads.back().id));
    heads.push_back(head(200, heads[3].id));                     // far from its parent
    heads.push_back(head(201, heads[198].id));                   // near, but not the last one
    heads.push_back(head(202, MessageId::create(std::chrono::milliseconds(1))));   // of an unknown parent
    heads.push_back(head(1'000'000'000'000, {}));

    MessageTree tree;
    QVERIFY(unpackHeads(packedHeads(heads), tree));

    QCOMPARE(tree.heads(), heads);
    QCOMPARE(tree.branchTo(heads[199].id), (std::vector { heads[0].id, heads[1].id, heads[2].id, heads[3].id, heads[199].id }));
    QCOMPARE(tree.branchTo(heads[201].id), std::vector { heads[201].id });
    QCOMPARE(tree.childrenOf(heads[3].id), (std::vector { heads[4].id, heads[199].id }));
}

void PackedTreeTest::aValueThatIsNoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray good = packedHeads({ head(1, {}), head(2, MessageId::create(std::chrono::milliseconds(1))) });
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a count") << good.left(4);
    QTest::newRow("cut in a head") << good.left(8 + 40 + 10);
    QTest::newRow("cut in a parent") << good.chopped(1);
    QByteArray tooMany = good;
    tooMany[0] = 3;
    QTest::newRow("a count beyond its end") << tooMany;
    QByteArray negative = good;
    negative[7] = char(0x80);
    QTest::newRow("a negative count") << negative;
    QByteArray before = packedHeads({ head(1, {}) });
    before[8 + 36] = 5;
    QTest::newRow("a parent in front of the first") << before;
}

void PackedTreeTest::aValueThatIsNoneIsRefused()
{
    QFETCH(QByteArray, packed);
    MessageTree tree;

    QVERIFY(!unpackHeads(packed, tree));
}

void PackedTreeTest::theSecondOpeningReadsNoRows()
{
    makeLongConversation(ManyMessages);

    int unpacked = -1;
    const MessageTree tree = read(unpacked);

    QCOMPARE(unpacked, 0);
    QCOMPARE(tree.branchTo(m_messages.back()), m_messages);
    const auto again = calls::open(*m_library, m_id);
    QVERIFY(again);
    QCOMPARE(again.value().tree.heads(), tree.heads());
    QCOMPARE(textOf(again.value().tail.back()), QString::number(ManyMessages - 1));
}

void PackedTreeTest::whatIsAddedLaterIsReadBehindThePackedHeads()
{
    makeLongConversation(ManyMessages);
    const Message sibling = messageSaying(QStringLiteral("edited"), Role::User, m_messages[10], m_clock);
    VERIFY_DONE(calls::append(*m_library, m_id, sibling));

    int unpacked = -1;
    const MessageTree tree = read(unpacked);

    QCOMPARE(unpacked, 1);
    QCOMPARE(tree.siblingsOf(sibling.id), (std::vector { m_messages[11], sibling.id }));
    const auto opened = calls::open(*m_library, m_id);
    QCOMPARE(textOf(opened.value().tail.back()), QStringLiteral("edited"));
}

void PackedTreeTest::anAnswerBeingWrittenIsNotPacked()
{
    makeLongConversation(ManyMessages - WorthPacking);
    const Message answer = runningAnswer(m_messages.back(), m_clock);
    VERIFY_DONE(calls::append(*m_library, m_id, answer));
    for (int i = 0; i < ManyMessages; ++i)
        m_library->appendMessage(m_id, messageSaying(QString::number(i), Role::User, answer.id, m_clock), nullptr, {});
    QVERIFY(calls::open(*m_library, m_id));
    QVERIFY(calls::list(*m_library));

    int unpacked = -1;
    read(unpacked);

    QCOMPARE(unpacked, ManyMessages + 1);
}

void PackedTreeTest::aChangeOfWhatIsPackedTakesThePackedHeadsAway_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("a head changed") << QByteArray("UPDATE messages SET length = 77 WHERE row = 3");
    QTest::newRow("one gone") << QByteArray("DELETE FROM bodies WHERE row = 3; DELETE FROM messages WHERE row = 3");
    QTest::newRow("one in front") << QByteArray("INSERT INTO messages (row, conversation, id, parent, role, state, created, length, is_open) VALUES (-1, 1, x'00112233445566778899aabbccddeeff', NULL, 0, 0, 0, 0, 0)");
}

void PackedTreeTest::aChangeOfWhatIsPackedTakesThePackedHeadsAway()
{
    QFETCH(QByteArray, change);
    makeLongConversation(ManyMessages);

    execute(change.constData());

    int unpacked = -1;
    const MessageTree tree = read(unpacked);
    QVERIFY(unpacked >= ManyMessages - 1);
    QCOMPARE(int(tree.size()), unpacked);
}

void PackedTreeTest::aDamagedValueIsReadRowByRow()
{
    makeLongConversation(ManyMessages);
    execute("UPDATE packed_trees SET heads = x'ff00'");

    int unpacked = -1;
    const MessageTree tree = read(unpacked);

    QCOMPARE(unpacked, ManyMessages);
    QCOMPARE(tree.branchTo(m_messages.back()), m_messages);
}

QTEST_GUILESS_MAIN(PackedTreeTest)
#include "tst_packedtree.moc"
