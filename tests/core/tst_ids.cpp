// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "ids.h"

#include <QSet>
#include <QTest>

class IdsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anIdTellsItsTimeVersionAndVariant();
    void laterIdsSortLater();
    void idsOfOneMillisecondDiffer();
    void theTextFormComesBack();
};

void IdsTest::anIdTellsItsTimeVersionAndVariant()
{
    const QUuid id = createUuid7(std::chrono::milliseconds(0x0123456789ab));

    const QString text = id.toString(QUuid::WithoutBraces);
    QVERIFY(text.startsWith(QLatin1StringView("01234567-89ab-7")));
    QVERIFY(QStringLiteral("89ab").contains(text.at(19)));
}

void IdsTest::laterIdsSortLater()
{
    const MessageId early = MessageId::create(std::chrono::milliseconds(1'790'000'000'000));
    const MessageId late = MessageId::create(std::chrono::milliseconds(1'790'000'000'001));

    QVERIFY(early.toString() < late.toString());
}

void IdsTest::idsOfOneMillisecondDiffer()
{
    QSet<QString> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(MessageId::create(std::chrono::milliseconds(7)).toString());

    QCOMPARE(ids.size(), 1000);
}

void IdsTest::theTextFormComesBack()
{
    const ConversationId id = ConversationId::create(std::chrono::milliseconds(1'790'000'000'000));

    QCOMPARE(ConversationId::fromString(id.toString()), id);
    QVERIFY(ConversationId::fromString(u"no id").isNull());
    QVERIFY(ConversationId().isNull());
}

QTEST_GUILESS_MAIN(IdsTest)
#include "tst_ids.moc"
