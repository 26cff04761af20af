// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "librarycalls.h"
#include "libraryreader_p.h"

#include <QTemporaryDir>
#include <QTest>

class LibrarySearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsLookedFor_data();
    void whatIsLookedFor();
    void hitsAreNewestFirstAndAtMostAsManyAsAskedFor();
    void aSnippetShowsTheWordsFoundBetweenIsolates();
    void aSnippetHasNoControlsOfItsOwn();
    void aTitleIsFoundToo();
    void aChangedTitleIsFoundByItsNewWordsOnly();
    void anAnswerIsFoundOnceItIsFinished();

private:
    Message say(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
    Conversation m_conversation;
};

void LibrarySearchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Library::open(m_folder->path(), Library::Access::Owner, m_clock);
    QVERIFY(opened);
    m_library = std::move(opened).value();
    m_conversation = conversationNamed(QStringLiteral("Untitled"), m_clock);
    VERIFY_DONE(calls::create(*m_library, m_conversation));
}

void LibrarySearchTest::cleanup()
{
    m_library.reset();
}

Message LibrarySearchTest::say(const QString &text)
{
    m_clock.advance(std::chrono::seconds(1));
    const Message message = messageSaying(text, Role::User, {}, m_clock);
    return calls::append(*m_library, m_conversation.id, message) ? message : Message {};
}

void LibrarySearchTest::whatIsLookedFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("one word") << "A cloud of gas" << "cloud" << true;
    QTest::newRow("case") << "A CLOUD of gas" << "cLoud" << true;
    QTest::newRow("diacritics in the text") << "Ein schönes Café" << "schones cafe" << true;
    QTest::newRow("diacritics in the question") << "a cafe" << "Café" << true;
    QTest::newRow("both words") << "A cloud of gas" << "gas cloud" << true;
    QTest::newRow("one word of two") << "A cloud of gas" << "gas dust" << false;
    QTest::newRow("the last word is a prefix") << "A nebula" << "neb" << true;
    QTest::newRow("a prefix of one letter") << "A nebula" << "n" << true;
    QTest::newRow("the first word is no prefix") << "A nebula here" << "neb here" << false;
    QTest::newRow("punctuation between") << "don't panic" << "don't" << true;
    QTest::newRow("operators are words") << "NOT here" << "NOT" << true;
    QTest::newRow("a quote") << "say \"yes\" now" << "\"yes\"" << true;
    QTest::newRow("only punctuation") << "say yes!" << "!!! \"" << false;
    QTest::newRow("nothing") << "say yes" << "   " << false;
    QTest::newRow("a column filter") << "text" << "text:text" << false;
    QTest::newRow("Greek") << "Ο Ουρανός" << "ουρανός" << true;
    QTest::newRow("Japanese from its start") << "日本語です" << "日本" << true;
    QTest::newRow("control characters") << "a b" << "a\x01\x02" "b" << true;
}

void LibrarySearchTest::whatIsLookedFor()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(bool, isFound);
    say(text);

    const auto hits = calls::search(*m_library, words);

    VERIFY_DONE(hits);
    QCOMPARE(hits.value().size(), isFound ? 1 : 0);
}

void LibrarySearchTest::hitsAreNewestFirstAndAtMostAsManyAsAskedFor()
{
    say(QStringLiteral("nebula one"));
    const Message second = say(QStringLiteral("nebula two"));
    const Message third = say(QStringLiteral("nebula three"));

    const auto hits = calls::search(*m_library, QStringLiteral("nebula"), 2);

    QCOMPARE(hits.value().size(), 2);
    QCOMPARE(hits.value().at(0).message.toString(), third.id.toString());
    QCOMPARE(hits.value().at(1).message.toString(), second.id.toString());
    QCOMPARE(hits.value().at(0).conversation.toString(), m_conversation.id.toString());
    QCOMPARE(hits.value().at(0).title, QStringLiteral("Untitled"));
    QCOMPARE(hits.value().at(0).createdAtMs, third.createdAtMs);
}

void LibrarySearchTest::aSnippetShowsTheWordsFoundBetweenIsolates()
{
    say(QStringLiteral("The Carina Nebula is\nlarge"));

    const auto hits = calls::search(*m_library, QStringLiteral("nebula"));

    QCOMPARE(hits.value().at(0).snippet, QStringLiteral("The Carina \u2068Nebula\u2069 is large"));
}

void LibrarySearchTest::aSnippetHasNoControlsOfItsOwn()
{
    say(QStringLiteral("\u202egnorw\u2066 \x1b[31m nebula \u2069x"));

    const auto hits = calls::search(*m_library, QStringLiteral("nebula"));

    QCOMPARE(hits.value().at(0).snippet, QStringLiteral("gnorw  [31m \u2068nebula\u2069 x"));
}

void LibrarySearchTest::aTitleIsFoundToo()
{
    VERIFY_DONE(calls::create(*m_library, conversationNamed(QStringLiteral("Größe der Sonne"), m_clock)));

    const auto hits = calls::search(*m_library, QStringLiteral("grosse"));
    const auto umlaut = calls::search(*m_library, QStringLiteral("GRÖ"));

    QCOMPARE(hits.value().size(), 0);
    QCOMPARE(umlaut.value().size(), 1);
    QVERIFY(umlaut.value().at(0).message.isNull());
    QCOMPARE(umlaut.value().at(0).snippet, QStringLiteral("\u2068Größe\u2069 der Sonne"));
}

void LibrarySearchTest::aChangedTitleIsFoundByItsNewWordsOnly()
{
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) {
        m_library->renameConversation(m_conversation.id, QStringLiteral("Saturn"), true, context, done);
    }));

    QCOMPARE(calls::search(*m_library, QStringLiteral("untitled")).value().size(), 0);
    QCOMPARE(calls::search(*m_library, QStringLiteral("saturn")).value().size(), 1);
}

void LibrarySearchTest::anAnswerIsFoundOnceItIsFinished()
{
    Message answer = runningAnswer({}, m_clock);
    VERIFY_DONE(calls::append(*m_library, m_conversation.id, answer));
    VERIFY_DONE(calls::progress(*m_library, { answer.id, QStringLiteral("Betelgeuse"), {} }));
    answer.state = MessageState::Complete;
    answer.parts = { TextPart { QStringLiteral("Rigel") } };
    VERIFY_DONE(calls::finish(*m_library, answer));

    QCOMPARE(calls::search(*m_library, QStringLiteral("betelgeuse")).value().size(), 0);
    QCOMPARE(calls::search(*m_library, QStringLiteral("rigel")).value().size(), 1);
}

QTEST_GUILESS_MAIN(LibrarySearchTest)
#include "tst_librarysearch.moc"
