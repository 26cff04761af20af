// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "librarycalls.h"

#include <QTemporaryDir>
#include <QTest>

Q_DECLARE_METATYPE(SearchQuestion)

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
    void aSubstringOfJapaneseIsMarked();
    void theNameOfAPictureIsFound();
    void aConversationIsFoundOnceWithItsBestHit();
    void aTitleAndItsMessagesAreOneResult();
    void theBestMatchIsFirstWhereThatIsAskedFor();
    void aSearchIsNarrowed_data();
    void aSearchIsNarrowed();
    void aSearchIsNarrowedToAFolder();
    void aDeletedConversationIsNotFound();
    void modelsAreListedOnce();
    void aSearchThatIsGivenUpSaysSo();

private:
    Message say(const QString &text);
    Message sayIn(const Conversation &conversation, Message message);
    Conversation another(const QString &title);

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Library> m_library;
    Conversation m_conversation;
};

void LibrarySearchTest::init()
{
    m_clock = ManualClock();
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
    QTest::newRow("Japanese from its middle") << "私は日本語です" << "本語" << true;
    QTest::newRow("Japanese, other order") << "私は日本語です" << "語本" << false;
    QTest::newRow("Katakana") << "ナビゲーション" << "ゲーショ" << true;
    QTest::newRow("Chinese, two words") << "北京的天气很好" << "天气 北京" << true;
    QTest::newRow("Chinese beside Latin") << "用Python写的程序" << "python 程" << true;
    QTest::newRow("Korean with its particle") << "대한민국에서" << "민국" << true;
    QTest::newRow("Thai") << "ฉันรักประเทศไทย" << "ประเทศ" << true;
    QTest::newRow("Han beyond the first plane") << "𠮷野家" << "𠮷野" << true;
    QTest::newRow("an emoji") << "well done🎉 indeed" << "🎉" << true;
    QTest::newRow("another emoji") << "well done🎉 indeed" << "🚀" << false;
    QTest::newRow("a heart drawn in colour") << "with ❤️" << "❤" << true;
    QTest::newRow("a word of Devanagari") << "हिन्दी भाषा" << "हिन्दी" << true;
    QTest::newRow("the beginning of one") << "हिन्दी भाषा" << "हिन" << true;
    QTest::newRow("Arabic with and without its points") << "كِتَابٌ جديد" << "كتاب" << true;
    QTest::newRow("Hebrew with and without its points") << "שָׁלוֹם" << "שלום" << true;
    QTest::newRow("a sharp s as two") << "Die große Straße" << "grosse strasse" << true;
    QTest::newRow("two as a sharp s") << "DIE GROSSE STRASSE" << "große Straße" << true;
    QTest::newRow("letters with a stroke") << "Łódź, Øresund, Đorđe" << "lodz oresund dorde" << true;
    QTest::newRow("a joined letter") << "Œuvre, Ægir" << "oeuvre aegir" << true;
    QTest::newRow("a dotless i") << "Isparta ve ılık" << "ısparta ilik" << true;
    QTest::newRow("Greek without its accents") << "Ο Σίσυφος" << "σισυφος" << true;
    QTest::newRow("Greek in capitals") << "ΣΙΣΥΦΟΣ" << "Σίσυφος" << true;
    QTest::newRow("Greek of old") << "ἐν ἀρχῇ" << "εν αρχη" << true;
    QTest::newRow("a Russian e with dots") << "Ёлка" << "елка" << true;
    QTest::newRow("a Russian short i is a letter") << "мой" << "мои " << false;
    QTest::newRow("a ligature") << "the \ufb01nal \ufb02ow" << "final flow" << true;
    QTest::newRow("wide letters") << "\uff27\uff32\uff21\uff23\uff2b\uff2c\uff25" << "grackle" << true;
    QTest::newRow("mathematical letters") << "\U0001d406\U0001d42b\U0001d41a\U0001d41c\U0001d424\U0001d425\U0001d41e" << "grackle" << true;
    QTest::newRow("a hyphen that is not seen") << "data\u00adbase" << "database" << true;
    QTest::newRow("a word that ends in signs") << "C++ and cherry" << "c++" << true;
    QTest::newRow("and is no beginning") << "cherry" << "c++" << false;
    QTest::newRow("decomposed in the text") << "Cafe\u0301" << "café" << true;
    QTest::newRow("Cyrillic") << "Привет, Мир" << "привет мир" << true;
    QTest::newRow("a phrase") << "a cloud of cold gas" << "\"cold gas\"" << true;
    QTest::newRow("a phrase in another order") << "a cloud of cold gas" << "\"gas cold\"" << false;
    QTest::newRow("a phrase is no beginning") << "a cloud of cold gases" << "\"cold gas\"" << false;
    QTest::newRow("a phrase and a word") << "a cloud of cold gas" << "\"cold gas\" cloud" << true;
    QTest::newRow("a phrase in typographic quotes") << "a cloud of cold gas" << "“of cold”" << true;
    QTest::newRow("a phrase that is not closed") << "a cloud of cold gas" << "\"of cold" << true;
    QTest::newRow("without a word that is there") << "a cloud of gas" << "cloud -gas" << false;
    QTest::newRow("without a word that is not") << "a cloud of gas" << "cloud -dust" << true;
    QTest::newRow("without a phrase") << "a cloud of gas" << "cloud -\"of gas\"" << false;
    QTest::newRow("without one of two") << "a cloud of gas" << "cloud -dust -gas" << false;
    QTest::newRow("only without") << "a cloud of gas" << "-dust" << false;
    QTest::newRow("a minus inside a word") << "state-of-the-art" << "state-of" << true;
    QTest::newRow("a begun word in front") << "A nebula here" << "neb* here" << true;
    QTest::newRow("parentheses") << "call(f) AND or" << "call(f) or" << true;
    QTest::newRow("a star alone") << "a b" << "*" << false;
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

    const auto plain = calls::search(*m_library, QStringLiteral("grosse"));
    const auto other = calls::search(*m_library, QStringLiteral("groesse"));
    const auto umlaut = calls::search(*m_library, QStringLiteral("GRÖ"));

    QCOMPARE(plain.value().size(), 1);
    QCOMPARE(other.value().size(), 0);
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

Message LibrarySearchTest::sayIn(const Conversation &conversation, Message message)
{
    m_clock.advance(std::chrono::seconds(1));
    message.createdAtMs = m_clock.sinceEpoch().count();
    return calls::append(*m_library, conversation.id, message) ? message : Message {};
}

Conversation LibrarySearchTest::another(const QString &title)
{
    m_clock.advance(std::chrono::seconds(1));
    const Conversation conversation = conversationNamed(title, m_clock);
    return calls::create(*m_library, conversation) ? conversation : Conversation {};
}

void LibrarySearchTest::aSubstringOfJapaneseIsMarked()
{
    say(QStringLiteral("私は日本語です"));

    QCOMPARE(calls::search(*m_library, QStringLiteral("本語")).value().at(0).snippet, QStringLiteral("私は日\u2068本語\u2069です"));
}

void LibrarySearchTest::theNameOfAPictureIsFound()
{
    Message message = messageSaying(QStringLiteral("What is this?"), Role::User, {}, m_clock);
    ImagePart picture;
    picture.url = QUrl(QStringLiteral("https://example.org/a.png"));
    picture.name = QStringLiteral("Telescope_2034.jpg");
    message.parts.push_back(picture);
    sayIn(m_conversation, message);

    const auto hits = calls::search(*m_library, QStringLiteral("telescope"));

    QCOMPARE(hits.value().size(), 1);
    QCOMPARE(hits.value().at(0).snippet, QStringLiteral("\u2068Telescope\u2069_2034.jpg"));
    QCOMPARE(calls::search(*m_library, QStringLiteral("2034 this")).value().size(), 1);
}

void LibrarySearchTest::aConversationIsFoundOnceWithItsBestHit()
{
    const Message best = say(QStringLiteral("nebula nebula nebula"));
    say(QStringLiteral("Among very many other things that are told here at length there is also a nebula, once."));
    const Conversation other = another(QStringLiteral("Other"));
    sayIn(other, messageSaying(QStringLiteral("one nebula"), Role::User, {}, m_clock));

    const auto found = calls::find(*m_library, { .words = QStringLiteral("nebula") });

    VERIFY_DONE(found);
    QCOMPARE(found.value().size(), 2);
    QCOMPARE(found.value().at(0).title, QStringLiteral("Other"));
    QCOMPARE(found.value().at(1).id.toString(), m_conversation.id.toString());
    QCOMPARE(found.value().at(1).message.toString(), best.id.toString());
    QCOMPARE(found.value().at(1).snippet, QStringLiteral("\u2068nebula\u2069 \u2068nebula\u2069 \u2068nebula\u2069"));
    QCOMPARE(found.value().at(1).messages, 2);
}

void LibrarySearchTest::aTitleAndItsMessagesAreOneResult()
{
    const Conversation stars = another(QStringLiteral("Of stars"));
    sayIn(stars, messageSaying(QStringLiteral("Tell me about stars"), Role::User, {}, m_clock));
    another(QStringLiteral("Stars alone"));

    const auto found = calls::find(*m_library, { .words = QStringLiteral("stars") });

    QCOMPARE(found.value().size(), 2);
    QCOMPARE(found.value().at(0).title, QStringLiteral("\u2068Stars\u2069 alone"));
    QVERIFY(found.value().at(0).message.isNull());
    QCOMPARE(found.value().at(0).snippet, QString());
    QCOMPARE(found.value().at(1).title, QStringLiteral("Of \u2068stars\u2069"));
    QCOMPARE(found.value().at(1).snippet, QStringLiteral("Tell me about \u2068stars\u2069"));
}

void LibrarySearchTest::theBestMatchIsFirstWhereThatIsAskedFor()
{
    const Conversation near = another(QStringLiteral("near"));
    sayIn(near, messageSaying(QStringLiteral("The red dwarf star, a red dwarf"), Role::User, {}, m_clock));
    const Conversation far = another(QStringLiteral("far"));
    sayIn(far, messageSaying(QStringLiteral("A red wall stood by the road, and much later in the same long tale there came a dwarf"), Role::User, {}, m_clock));
    SearchQuestion question { .words = QStringLiteral("red dwarf") };

    const auto newest = calls::find(*m_library, question);
    question.order = SearchOrder::BestFirst;
    const auto best = calls::find(*m_library, question);

    QCOMPARE(newest.value().at(0).title, QStringLiteral("far"));
    QCOMPARE(best.value().at(0).title, QStringLiteral("near"));
}

void LibrarySearchTest::aSearchIsNarrowed_data()
{
    QTest::addColumn<SearchQuestion>("question");
    QTest::addColumn<int>("messages");
    const qint64 start = ManualClock().sinceEpoch().count();

    QTest::newRow("not at all") << SearchQuestion { .words = QStringLiteral("nebula") } << 3;
    QTest::newRow("to questions") << SearchQuestion { .words = QStringLiteral("nebula"), .role = Role::User } << 2;
    QTest::newRow("to answers") << SearchQuestion { .words = QStringLiteral("nebula"), .role = Role::Assistant } << 1;
    QTest::newRow("to a model") << SearchQuestion { .words = QStringLiteral("nebula"), .modelId = QStringLiteral("grok-4") } << 1;
    QTest::newRow("to another model") << SearchQuestion { .words = QStringLiteral("nebula"), .modelId = QStringLiteral("grok-3") } << 0;
    QTest::newRow("to what is newer") << SearchQuestion { .words = QStringLiteral("nebula"), .fromMs = start + 2500 } << 1;
    QTest::newRow("to what is older") << SearchQuestion { .words = QStringLiteral("nebula"), .untilMs = start + 2500 } << 2;
    QTest::newRow("to pictures") << SearchQuestion { .words = QStringLiteral("nebula"), .hasImage = true } << 1;
    QTest::newRow("pictures, whatever is said") << SearchQuestion { .hasImage = true } << 1;
    QTest::newRow("a model's answers, whatever they say") << SearchQuestion { .modelId = QStringLiteral("grok-4") } << 1;
    QTest::newRow("words that are none") << SearchQuestion { .words = QStringLiteral("!!"), .hasImage = true } << 0;
}

void LibrarySearchTest::aSearchIsNarrowed()
{
    QFETCH(SearchQuestion, question);
    QFETCH(int, messages);
    say(QStringLiteral("a nebula"));
    Message answer = messageSaying(QStringLiteral("The nebula is far"), Role::Assistant, {}, m_clock);
    answer.answer.emplace().modelId = QStringLiteral("grok-4");
    sayIn(m_conversation, answer);
    Message withPicture = messageSaying(QStringLiteral("This nebula?"), Role::User, {}, m_clock);
    ImagePart picture;
    picture.url = QUrl(QStringLiteral("https://example.org/a.png"));
    withPicture.parts.push_back(picture);
    sayIn(m_conversation, withPicture);

    const auto found = calls::find(*m_library, question);

    VERIFY_DONE(found);
    QCOMPARE(found.value().size(), messages > 0 ? 1 : 0);
    QCOMPARE(found.value().isEmpty() ? 0 : found.value().at(0).messages, messages);
}

void LibrarySearchTest::aSearchIsNarrowedToAFolder()
{
    const FolderId folder = FolderId::create(m_clock.sinceEpoch());
    const Conversation inside = conversationNamed(QStringLiteral("Comets within"), m_clock);
    const Conversation outside = conversationNamed(QStringLiteral("Comets without"), m_clock);
    for (const Conversation &conversation : { inside, outside }) {
        VERIFY_DONE(calls::create(*m_library, conversation));
        VERIFY_DONE(calls::append(*m_library, conversation.id, messageSaying(QStringLiteral("a tail of dust"), Role::User, {}, m_clock)));
    }
    VERIFY_DONE(resultOf<Done>([&](QObject *context, auto done) { m_library->arrangeConversations({ { .id = inside.id, .folder = folder } }, context, done); }));

    // By a message, by a title, by the folder alone.
    for (const char *words : { "dust", "comets", "" }) {
        const auto found = calls::find(*m_library, { .words = QString::fromLatin1(words), .folder = folder });
        QCOMPARE(found.value().size(), 1);
        QCOMPARE(found.value().first().id, inside.id);
    }
    QCOMPARE(calls::find(*m_library, { .words = QStringLiteral("dust") }).value().size(), 2);
}

void LibrarySearchTest::aDeletedConversationIsNotFound()
{
    say(QStringLiteral("nebula"));
    VERIFY_DONE(calls::remove(*m_library, m_conversation.id));

    QCOMPARE(calls::find(*m_library, { .words = QStringLiteral("nebula") }).value().size(), 0);
    QCOMPARE(calls::find(*m_library, { .words = QStringLiteral("untitled") }).value().size(), 0);
}

void LibrarySearchTest::modelsAreListedOnce()
{
    for (const char *model : { "grok-4", "grok-3", "grok-4", "" }) {
        Message answer = messageSaying(QStringLiteral("yes"), Role::Assistant, {}, m_clock);
        answer.answer.emplace().modelId = QString::fromLatin1(model);
        sayIn(m_conversation, answer);
    }

    const auto models = resultOf<QStringList>([&](QObject *context, auto done) { m_library->listModels(context, done); });

    VERIFY_DONE(models);
    QCOMPARE(models.value(), QStringList({ QStringLiteral("grok-3"), QStringLiteral("grok-4") }));
}

void LibrarySearchTest::aSearchThatIsGivenUpSaysSo()
{
    say(QStringLiteral("nebula"));
    QList<bool> ended;
    const auto note = [&](const Result<QList<FoundConversation>> &found) { ended.append(bool(found)); };
    m_library->searchConversations({ .words = QStringLiteral("nebula") }, 50, this, note);
    m_library->searchConversations({ .words = QStringLiteral("nebula") }, 50, this, note);
    m_library->cancelSearches();
    m_library->searchConversations({ .words = QStringLiteral("nebula") }, 50, this, note);

    // Each is answered, once and in order; the last one has not been given up.
    QTRY_COMPARE(ended.size(), 3);
    QVERIFY(ended.at(2));
}

QTEST_GUILESS_MAIN(LibrarySearchTest)
#include "tst_librarysearch.moc"
