// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "chunkpattern.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

namespace {

QByteArray chunk(const QByteArray &jsonString)
{
    return R"({"id":"1","choices":[{"index":0,"delta":{"role":"assistant","content":")" + jsonString + R"("},"finish_reason":null}]})";
}

ChunkPattern learnt(const QByteArray &payload, QByteArrayView member, const QString &text)
{
    ChunkPattern pattern;
    pattern.learn(payload, ChunkPattern::Piece { member, text });
    return pattern;
}

ChunkPattern learnt()
{
    return learnt(chunk("Hel"), "content", QStringLiteral("Hel"));
}

// What Qt's parser reads between the quotation marks.
QString parsedText(const QByteArray &jsonString)
{
    return QJsonDocument::fromJson(R"({"t":")" + jsonString + R"("})").object().value(QLatin1String("t")).toString();
}

} // namespace

class ChunkPatternTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPieceInTheSameFrameIsRead_data();
    void aPieceInTheSameFrameIsRead();
    void whatIsNoPlainStringIsLeftToTheParser_data();
    void whatIsNoPlainStringIsLeftToTheParser();
    void anotherFrameIsLeftToTheParser();
    void anAmbiguousFrameIsNotLearnt_data();
    void anAmbiguousFrameIsNotLearnt();
    void aChunkWithoutAPieceMakesItForget();
    void thinkingIsReadAsThinking();
    void randomStringsAreReadAsTheParserReadsThem();
};

void ChunkPatternTest::aPieceInTheSameFrameIsRead_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("plain") << QByteArray("lo, world");
    QTest::newRow("one space") << QByteArray(" ");
    QTest::newRow("escapes") << QByteArray(R"(a\nb\t\"c\" \\ \/ \b\f\r)");
    QTest::newRow("digits") << QByteArray(R"(gr\u00fc\u00DFe)");
    QTest::newRow("a pair of surrogates") << QByteArray(R"(\ud83d\ude00!)");
    QTest::newRow("UTF-8") << QByteArray("\xC3\xBC\xE4\xB8\xAD\xF0\x9F\x98\x80");
    QTest::newRow("a name of a member") << QByteArray(R"(\"content\":\"x\")");
    QTest::newRow("a backslash at the end") << QByteArray(R"(C:\\)");
    QTest::newRow("what comes after, as text") << QByteArray(R"(\"},\"finish_reason\":null}]})");
}

void ChunkPatternTest::aPieceInTheSameFrameIsRead()
{
    QFETCH(QByteArray, piece);
    const std::optional<Delta> delta = learnt().match(chunk(piece));
    QVERIFY(delta);
    QCOMPARE(delta->text, parsedText(piece));
    QVERIFY(delta->reasoning.isEmpty());
}

void ChunkPatternTest::whatIsNoPlainStringIsLeftToTheParser_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("the string ends early") << QByteArray(R"(a","refusal":"no)");
    QTest::newRow("the last quotation mark is escaped") << QByteArray(R"(a\)");
    QTest::newRow("unknown escape") << QByteArray(R"(\x41)");
    QTest::newRow("too few digits") << QByteArray(R"(\u00f)");
    QTest::newRow("no digits") << QByteArray(R"(\u00zz)");
    QTest::newRow("nothing") << QByteArray(R"(\u0000)");
    QTest::newRow("half a pair") << QByteArray(R"(\ud83d!)");
    QTest::newRow("the other half") << QByteArray(R"(\ude00)");
    QTest::newRow("a bare line feed") << QByteArray("a\nb");
    QTest::newRow("not UTF-8") << QByteArray("\xC3");
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBFx");
}

void ChunkPatternTest::whatIsNoPlainStringIsLeftToTheParser()
{
    QFETCH(QByteArray, piece);
    QVERIFY(!learnt().match(chunk(piece)));
}

void ChunkPatternTest::anotherFrameIsLeftToTheParser()
{
    QByteArray finished = chunk("lo");
    finished.replace("null", "\"stop\"");
    QVERIFY(!learnt().match(finished));
    QByteArray second = chunk("lo");
    second.replace("\"index\":0", "\"index\":1");
    QVERIFY(!learnt().match(second));
    QVERIFY(!learnt().match(chunk("lo").chopped(1)));
    QVERIFY(!learnt().match("{}"));
    QVERIFY(!ChunkPattern().match(chunk("lo")));
}

void ChunkPatternTest::anAmbiguousFrameIsNotLearnt_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("the member twice") << QByteArray(R"({"content":"a","choices":[{"delta":{"content":"a"}}]})");
    QTest::newRow("its name spelt otherwise") << QByteArray(R"({"c\u006fntent":"a","choices":[{"delta":{"content":"a"}}]})");
    QTest::newRow("a list of parts") << QByteArray(R"({"choices":[{"delta":{"content":[{"text":"a"}]}}]})");
    QTest::newRow("another text") << QByteArray(R"({"choices":[{"text":"a","content":"b"}]})");
    QTest::newRow("not there") << QByteArray(R"({"choices":[{"text":"a"}]})");
    QTest::newRow("a string that never ends") << QByteArray(R"({"content":"a\)");
}

void ChunkPatternTest::anAmbiguousFrameIsNotLearnt()
{
    QFETCH(QByteArray, payload);
    QVERIFY(!learnt(payload, "content", QStringLiteral("a")).match(payload));
}

void ChunkPatternTest::aChunkWithoutAPieceMakesItForget()
{
    ChunkPattern pattern = learnt();
    QVERIFY(pattern.match(chunk("lo")));
    pattern.learn(R"({"choices":[],"usage":{"total_tokens":1}})", std::nullopt);
    QVERIFY(!pattern.match(chunk("lo")));
}

void ChunkPatternTest::thinkingIsReadAsThinking()
{
    const ChunkPattern pattern = learnt(R"({"choices":[{"delta":{"content": null, "reasoning_content": "hm"}}]})", "reasoning_content", QStringLiteral("hm"));
    const std::optional<Delta> delta = pattern.match(R"({"choices":[{"delta":{"content": null, "reasoning_content": " so"}}]})");
    QVERIFY(delta);
    QCOMPARE(delta->reasoning, QStringLiteral(" so"));
    QVERIFY(delta->text.isEmpty());
}

void ChunkPatternTest::randomStringsAreReadAsTheParserReadsThem()
{
    static const QByteArray Parts[] = { "a", " ", "\\", "\"", "\\\"", "\\n", "\\u", "00", "e9", "\\u00e9", "\\ud83d", "\\ude00", "\xC3\xA9", "\xC3", "\n", "}", "]", "\\/", "\xEF\xBB\xBF" };
    QRandomGenerator random(20261128);
    const ChunkPattern pattern = learnt();
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray piece;
        for (int length = random.bounded(1, 6); length > 0; --length)
            piece += Parts[random.bounded(int(std::size(Parts)))];
        const std::optional<Delta> delta = pattern.match(chunk(piece));
        if (!delta)
            continue;
        ++read;
        const QJsonObject whole = QJsonDocument::fromJson(chunk(piece)).object();
        QVERIFY2(!whole.isEmpty(), piece.constData());
        QCOMPARE(delta->text, whole[QLatin1String("choices")][0][QLatin1String("delta")][QLatin1String("content")].toString());
    }
    QVERIFY(read > 2000);
}

QTEST_GUILESS_MAIN(ChunkPatternTest)
#include "tst_chunkpattern.moc"
