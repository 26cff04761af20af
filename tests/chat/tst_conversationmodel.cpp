// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "bodycache_p.h"
#include "conversationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {
MessageId numbered(int number)
{
    return MessageId(QUuid(uint(number), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));
}

Message message(int number, int parent, Role role, const QString &text, MessageState state = MessageState::Complete)
{
    Message result;
    result.id = numbered(number);
    result.parentId = parent > 0 ? numbered(parent) : MessageId();
    result.role = role;
    result.state = state;
    if (!text.isEmpty())
        result.parts.push_back(TextPart { text });
    if (role == Role::Assistant)
        result.answer.emplace();
    return result;
}

MessageHead headOf(const Message &message)
{
    MessageHead head;
    head.id = message.id;
    head.parentId = message.parentId;
    head.role = message.role;
    head.state = message.state;
    head.textLength = qint32(textOf(message).size());
    return head;
}

// A library of messages that counts what it is asked.
struct Shelf
{
    std::vector<Message> messages;
    int pages = 0;
    int bodies = 0;

    static Shelf withMessages(int count, const QString &text)
    {
        Shelf shelf;
        for (int i = 1; i <= count; ++i)
            shelf.messages.push_back(message(i, i - 1, i % 2 ? Role::User : Role::Assistant, text + QString::number(i)));
        return shelf;
    }
    MessageTree tree() const
    {
        MessageTree tree;
        tree.reserve(qsizetype(messages.size()));
        for (const Message &one : messages)
            tree.add(headOf(one));
        return tree;
    }
    MessageReader reader()
    {
        return [this](const std::vector<MessageId> &ids) {
            ++pages;
            bodies += int(ids.size());
            std::vector<Message> found;
            for (const MessageId &id : ids)
                found.push_back(messages.at(id.uuid().data1 - 1));
            return found;
        };
    }
};

QString textAt(const ConversationModel &model, int row)
{
    return model.data(model.index(row), TextRole).toString();
}
}

class TestConversationModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoFlushesAreTwoChangesAndNoNewRow();
    void theFirstTextEndsTheThinking();
    void aBranchSwitchReplacesOnlyTheRowsAfterTheFork();
    void aSiblingShowsItsBranch();
    void anAnswerThatIsNotShownGrowsAllTheSame();
    void openingReadsNoBodyButTheGivenOnes();
    void aBodyIsReadWithItsPage();
    void bodiesStayWithinTheirBudget();
    void whatIsNotStoredIsNeverDropped();
    void aMessageThatCannotBeReadIsEmptyAndAskedForOnce();
    void onlyTheLastAnswerCanBeContinued();
    void aRefusalIsShownAsTheAnswer();
    void theWholeBranchIsReadWithoutFillingTheMemory();
};

void TestConversationModel::twoFlushesAreTwoChangesAndNoNewRow()
{
    ConversationModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset({}, {}, {}, {});
    model.appendMessage(message(1, 0, Role::User, QStringLiteral("Hi")));
    model.appendMessage(message(2, 1, Role::Assistant, {}, MessageState::Streaming));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);

    model.growAnswer(numbered(2), QStringLiteral("Hel"), {});
    model.growAnswer(numbered(2), QStringLiteral("lo"), {});

    QCOMPARE(changed.size(), 2);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(changed.last().at(0).toModelIndex().row(), 1);
    QVERIFY(changed.last().at(2).value<QList<int>>().contains(TextRole));
    QCOMPARE(textAt(model, 1), QStringLiteral("Hello"));
    QCOMPARE(model.data(model.index(1), TextLengthRole).toInt(), 5);
}

void TestConversationModel::theFirstTextEndsTheThinking()
{
    ConversationModel model;
    model.reset({}, {}, {}, {});
    Message answer = message(1, 0, Role::Assistant, {}, MessageState::Streaming);
    answer.answer->startedAtMs = 5000;
    model.appendMessage(answer);

    QCOMPARE(model.data(model.index(0), ThinkingMsRole).toLongLong(), -5000);
    model.growAnswer(numbered(1), {}, QStringLiteral("Let me see."));
    QCOMPARE(model.data(model.index(0), ThinkingMsRole).toLongLong(), -5000);
    QCOMPARE(model.data(model.index(0), ReasoningRole).toString(), QStringLiteral("Let me see."));

    model.growAnswer(numbered(1), QStringLiteral("42"), {}, 1400);
    QCOMPARE(model.data(model.index(0), ThinkingMsRole).toLongLong(), 1400);
}

void TestConversationModel::aBranchSwitchReplacesOnlyTheRowsAfterTheFork()
{
    // 1 - 2 - 3 - 4
    //      + 5 - 6 - 7
    MessageTree tree;
    std::vector<Message> messages { message(1, 0, Role::User, QStringLiteral("1")), message(2, 1, Role::Assistant, QStringLiteral("2")),
                                    message(3, 2, Role::User, QStringLiteral("3")), message(4, 3, Role::Assistant, QStringLiteral("4")),
                                    message(5, 2, Role::User, QStringLiteral("5")), message(6, 5, Role::Assistant, QStringLiteral("6")),
                                    message(7, 6, Role::User, QStringLiteral("7")) };
    for (const Message &one : messages)
        tree.add(headOf(one));
    ConversationModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(tree, numbered(4), messages, {});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    model.showBranch(numbered(7));

    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().at(1).toInt(), 2);
    QCOMPARE(removed.first().at(2).toInt(), 3);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 2);
    QCOMPARE(inserted.first().at(2).toInt(), 4);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.head(), numbered(7));
    QCOMPARE(model.rowOf(numbered(5)), 2);
    QCOMPARE(model.rowOf(numbered(3)), -1);
    QCOMPARE(model.data(model.index(2), SiblingIndexRole).toInt(), 1);
    QCOMPARE(model.data(model.index(2), SiblingCountRole).toInt(), 2);
    QCOMPARE(model.data(model.index(0), SiblingCountRole).toInt(), 1);
}

void TestConversationModel::aSiblingShowsItsBranch()
{
    ConversationModel model;
    model.reset({}, {}, {}, {});
    model.appendMessage(message(1, 0, Role::User, QStringLiteral("1")));
    model.appendMessage(message(2, 1, Role::Assistant, QStringLiteral("2")));

    model.addSibling(message(3, 1, Role::Assistant, {}, MessageState::Streaming));
    model.growAnswer(numbered(3), QStringLiteral("other"), {});

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(textAt(model, 1), QStringLiteral("other"));
    QCOMPARE(model.data(model.index(1), SiblingCountRole).toInt(), 2);
}

void TestConversationModel::anAnswerThatIsNotShownGrowsAllTheSame()
{
    ConversationModel model;
    model.reset({}, {}, {}, {});
    model.appendMessage(message(1, 0, Role::User, QStringLiteral("1")));
    model.appendMessage(message(2, 1, Role::Assistant, QStringLiteral("2")));
    model.addSibling(message(3, 1, Role::Assistant, {}, MessageState::Streaming));
    model.showBranch(numbered(2));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.growAnswer(numbered(3), QStringLiteral("unseen"), {});
    QCOMPARE(changed.size(), 0);
    model.showBranch(numbered(3));

    QCOMPARE(textAt(model, 1), QStringLiteral("unseen"));
}

void TestConversationModel::openingReadsNoBodyButTheGivenOnes()
{
    Shelf shelf = Shelf::withMessages(10'000, QStringLiteral("text "));
    const std::vector<Message> tail(shelf.messages.end() - 12, shelf.messages.end());
    ConversationModel model;

    model.reset(shelf.tree(), numbered(10'000), tail, shelf.reader());
    QCOMPARE(model.rowCount(), 10'000);
    for (int row = 9988; row < 10'000; ++row)
        QCOMPARE(textAt(model, row), QStringLiteral("text ") + QString::number(row + 1));
    for (int row = 0; row < 10'000; ++row)
        QVERIFY(model.data(model.index(row), TextLengthRole).toInt() > 5);

    QCOMPARE(shelf.pages, 0);
}

void TestConversationModel::aBodyIsReadWithItsPage()
{
    Shelf shelf = Shelf::withMessages(1000, QStringLiteral("text "));
    ConversationModel model;
    model.reset(shelf.tree(), numbered(1000), {}, shelf.reader());

    QCOMPARE(textAt(model, 500), QStringLiteral("text 501"));
    QCOMPARE(textAt(model, 511), QStringLiteral("text 512"));
    QCOMPARE(textAt(model, 448), QStringLiteral("text 449"));

    QCOMPARE(shelf.pages, 1);
    QCOMPARE(shelf.bodies, 64);
}

void TestConversationModel::bodiesStayWithinTheirBudget()
{
    BodyCache cache(100'000);
    for (int i = 1; i <= 1000; ++i)
        cache.insert(message(i, 0, Role::User, QString(1000, QLatin1Char('x'))));

    QVERIFY(cache.bytes() <= 100'000);
    QVERIFY(cache.contains(numbered(1000)));
    QVERIFY(!cache.contains(numbered(1)));

    // What was asked for last goes last.
    QVERIFY(cache.find(numbered(970)));
    for (int i = 1001; i <= 1020; ++i)
        cache.insert(message(i, 0, Role::User, QString(1000, QLatin1Char('x'))));
    QVERIFY(cache.contains(numbered(970)));
    QVERIFY(!cache.contains(numbered(971)));
}

void TestConversationModel::whatIsNotStoredIsNeverDropped()
{
    BodyCache cache(10'000);
    cache.insert(message(1, 0, Role::User, QString(20'000, QLatin1Char('x'))));
    cache.pin(numbered(1));
    for (int i = 2; i <= 50; ++i)
        cache.insert(message(i, 0, Role::User, QString(1000, QLatin1Char('x'))));
    QVERIFY(cache.contains(numbered(1)));

    cache.unpin(numbered(1));
    cache.insert(message(51, 0, Role::User, QStringLiteral("x")));
    QVERIFY(!cache.contains(numbered(1)));
}

void TestConversationModel::aMessageThatCannotBeReadIsEmptyAndAskedForOnce()
{
    int asked = 0;
    ConversationModel model;
    MessageTree tree;
    tree.add(headOf(message(1, 0, Role::User, QStringLiteral("gone"))));
    model.reset(tree, numbered(1), {}, [&](const std::vector<MessageId> &) {
        ++asked;
        return std::vector<Message>();
    });

    QCOMPARE(textAt(model, 0), QString());
    QCOMPARE(textAt(model, 0), QString());

    QCOMPARE(asked, 1);
    QVERIFY(model.branchMessages(numbered(1)).empty());
}

void TestConversationModel::onlyTheLastAnswerCanBeContinued()
{
    ConversationModel model;
    model.reset({}, {}, {}, {});
    model.appendMessage(message(1, 0, Role::User, QStringLiteral("1")));
    model.appendMessage(message(2, 1, Role::Assistant, QStringLiteral("Half"), MessageState::Stopped));
    const auto notice = [&] { return model.data(model.index(1), NoticeRole).value<TranscriptNotice>(); };
    QCOMPARE(notice().primary.id, QStringLiteral("continue"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.appendMessage(message(3, 2, Role::User, QStringLiteral("Next")));

    QCOMPARE(notice().primary.id, QStringLiteral("regenerate"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(2).value<QList<int>>(), QList<int> { NoticeRole });
}

void TestConversationModel::aRefusalIsShownAsTheAnswer()
{
    ConversationModel model;
    model.reset({}, {}, {}, {});
    Message answer = message(1, 0, Role::Assistant, {});
    answer.answer->refusal = QStringLiteral("I cannot help with that.");
    model.appendMessage(answer);

    QCOMPARE(textAt(model, 0), QStringLiteral("I cannot help with that."));
}

void TestConversationModel::theWholeBranchIsReadWithoutFillingTheMemory()
{
    Shelf shelf = Shelf::withMessages(1000, QStringLiteral("text "));
    ConversationModel model;
    model.reset(shelf.tree(), numbered(1000), {}, shelf.reader());

    const std::vector<Message> branch = model.branchMessages(numbered(900));
    QCOMPARE(branch.size(), size_t(900));
    QCOMPARE(textOf(branch.back()), QStringLiteral("text 900"));

    // Nothing of it was kept: a question for a row asks again.
    const int pages = shelf.pages;
    textAt(model, 10);
    QCOMPARE(shelf.pages, pages + 1);
}

QTEST_GUILESS_MAIN(TestConversationModel)
#include "tst_conversationmodel.moc"
