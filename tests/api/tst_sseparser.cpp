// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "sseparser.h"

#include <QTest>

namespace {

using Events = QList<SseEvent>;

SseEvent message(const QByteArray &data, const QByteArray &id = {})
{
    return { "message", data, id };
}

Events parsed(QList<QByteArrayView> pieces)
{
    SseParser parser;
    Events events;
    for (const QByteArrayView piece : pieces)
        events += parser.feed(piece);
    events += parser.finish();
    return events;
}

} // namespace

Q_DECLARE_METATYPE(SseEvent)

class SseParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCutGivesTheSame_data();
    void everyCutGivesTheSame();
    void aLoneCrEndsTheLineAtOnce();
    void nothingIsDispatchedBeforeTheBlankLine();
    void whatIsUnfinishedAndNotWholeIsDropped();
    void aLineAboveTheLimitIsAFault();
    void anEventAboveTheLimitIsAFault();
    void aLineOfExactlyTheLimitPasses();
    void nothingComesAfterAFault();
    void fiveMegabytesInOneLinePass();
};

void SseParserTest::everyCutGivesTheSame_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Events>("expected");

    QTest::newRow("no space after the colon") << QByteArray("data:{\"a\":1}\n\n") << Events { message("{\"a\":1}") };
    QTest::newRow("only one space is removed") << QByteArray("data:  x\n\n") << Events { message(" x") };
    QTest::newRow("a tab is no space") << QByteArray("data:\tx\n\n") << Events { message("\tx") };
    QTest::newRow("two data lines are one event") << QByteArray("data: {\"a\":\ndata: 1}\n\n") << Events { message("{\"a\":\n1}") };
    QTest::newRow("two documents are one event") << QByteArray("data: {\"a\":1}\ndata: {\"b\":2}\n\n") << Events { message("{\"a\":1}\n{\"b\":2}") };
    QTest::newRow("data without colon") << QByteArray("data\n\n") << Events { message("") };
    QTest::newRow("two empty data lines") << QByteArray("data\ndata\n\n") << Events { message("\n") };
    QTest::newRow("comment") << QByteArray(": keep-alive\n\n:\n\n") << Events {};
    QTest::newRow("comment between data") << QByteArray("data: a\n: b\ndata: c\n\n") << Events { message("a\nc") };
    QTest::newRow("named event") << QByteArray("event: error\ndata: {\"error\":{\"message\":\"m\"}}\n\n")
                                 << Events { { "error", "{\"error\":{\"message\":\"m\"}}", "" } };
    QTest::newRow("the name lasts one event") << QByteArray("event: a\ndata: 1\n\ndata: 2\n\n") << Events { { "a", "1", "" }, message("2") };
    QTest::newRow("an event without data is none") << QByteArray("event: a\n\ndata: 2\n\n") << Events { message("2") };
    QTest::newRow("lone cr") << QByteArray("data: {}\rdata: {}\r\r") << Events { message("{}\n{}") };
    QTest::newRow("cr lf") << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n") << Events { message("a"), message("b") };
    QTest::newRow("mixed line ends") << QByteArray("data: a\r\n\ndata: b\n\rdata: c\r\r\n") << Events { message("a"), message("b"), message("c") };
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" "data: a\n\n") << Events { message("a") };
    QTest::newRow("only the first mark is one") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF" "data: a\n\ndata: b\n\n") << Events { message("b") };
    QTest::newRow("half a mark is text") << QByteArray("\xEF\xBB" "data: a\n\ndata: b\n\n") << Events { message("b") };
    QTest::newRow("euro sign") << QByteArray("data: 5 \xE2\x82\xAC\n\n") << Events { message("5 \xE2\x82\xAC") };
    QTest::newRow("emoji") << QByteArray("data: \xF0\x9F\x98\x80\n\n") << Events { message("\xF0\x9F\x98\x80") };
    QTest::newRow("id stays") << QByteArray("id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n") << Events { message("a", "7"), message("b", "7"), message("c") };
    QTest::newRow("id with nul is ignored") << QByteArray("id: 7\nid: a\0b\ndata: a\n\n", 23) << Events { message("a", "7") };
    QTest::newRow("retry is ignored") << QByteArray("retry: 10\ndata: a\n\n") << Events { message("a") };
    QTest::newRow("names are case-sensitive") << QByteArray("Data: a\n\ndata: b\n\n") << Events { message("b") };
    QTest::newRow("a space before the colon is another name") << QByteArray("data : a\n\n") << Events {};
    QTest::newRow("unknown field") << QByteArray("x: y\ndata: a\n\n") << Events { message("a") };
    QTest::newRow("error field with an object") << QByteArray("error: {\"code\":400}\n\n") << Events { { "error", "{\"code\":400}", "" } };
    QTest::newRow("error field without an object") << QByteArray("error: x\n\n") << Events {};
    QTest::newRow("blank lines in front") << QByteArray("\n\r\n\n\ndata: a\n\n") << Events { message("a") };
    QTest::newRow("done without blank line") << QByteArray("data: a\n\ndata: [DONE]\n") << Events { message("a"), message("[DONE]") };
    QTest::newRow("done without line end") << QByteArray("data: a\n\ndata: [DONE]") << Events { message("a"), message("[DONE]") };
    QTest::newRow("whole json without line end") << QByteArray("data: {\"a\":1}") << Events { message("{\"a\":1}") };
    QTest::newRow("json cut off") << QByteArray("data: 1\n\ndata: {\"a\":") << Events { message("1") };
    QTest::newRow("no blank line anywhere") << QByteArray("data: {\"a\":1}\ndata: {\"b\":2}\ndata: [DONE]\n")
                                            << Events { message("{\"a\":1}\n{\"b\":2}\n[DONE]") };
    QTest::newRow("no blank line and cut off") << QByteArray("data: {\"a\":1}\ndata: {\"b\"") << Events { message("{\"a\":1}") };
    QTest::newRow("empty") << QByteArray() << Events {};
}

void SseParserTest::everyCutGivesTheSame()
{
    QFETCH(QByteArray, stream);
    QFETCH(Events, expected);
    const QByteArrayView bytes = stream;

    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        for (qsizetype second = cut; second <= bytes.size(); ++second)
            QCOMPARE(parsed({ bytes.first(cut), bytes.sliced(cut, second - cut), bytes.sliced(second) }), expected);
    }
    for (const qsizetype size : { 1, 2, 3, 7 }) {
        QList<QByteArrayView> pieces;
        for (qsizetype at = 0; at < bytes.size(); at += size)
            pieces.append(bytes.sliced(at, qMin(size, bytes.size() - at)));
        QCOMPARE(parsed(pieces), expected);
    }
}

void SseParserTest::aLoneCrEndsTheLineAtOnce()
{
    SseParser parser;

    QCOMPARE(parser.feed("data: a\r\r"), Events { message("a") });
    QCOMPARE(parser.feed("\ndata: b\n\n"), Events { message("b") });
}

void SseParserTest::nothingIsDispatchedBeforeTheBlankLine()
{
    SseParser parser;

    QCOMPARE(parser.feed("data: a\n"), Events {});
    QCOMPARE(parser.feed("\n"), Events { message("a") });
}

void SseParserTest::whatIsUnfinishedAndNotWholeIsDropped()
{
    SseParser parser;
    parser.feed("data: {\"a\":");

    QCOMPARE(parser.finish(), Events {});
    QVERIFY(parser.endedInsideEvent());
}

void SseParserTest::aLineAboveTheLimitIsAFault()
{
    for (const qsizetype size : { 1, 50, 200 }) {
        SseParser parser({ .line = 100, .event = 1000 });
        const QByteArray line = "data: " + QByteArray(95, 'x') + "\n\n";

        Events events;
        for (qsizetype at = 0; at < line.size(); at += size)
            events += parser.feed(line.mid(at, size));

        QCOMPARE(events, Events {});
        QVERIFY(parser.fault() == SseParser::Fault::LineTooLong);
    }
}

void SseParserTest::anEventAboveTheLimitIsAFault()
{
    SseParser parser({ .line = 100, .event = 250 });
    const QByteArray line = "data: " + QByteArray(90, 'x') + "\n";

    parser.feed(line);
    parser.feed(line);
    QVERIFY(parser.fault() == SseParser::Fault::None);
    parser.feed(line);

    QVERIFY(parser.fault() == SseParser::Fault::EventTooLong);
}

void SseParserTest::aLineOfExactlyTheLimitPasses()
{
    SseParser parser({ .line = 100, .event = 1000 });

    QCOMPARE(parser.feed("data: " + QByteArray(94, 'x') + "\n\n"), Events { message(QByteArray(94, 'x')) });
}

void SseParserTest::nothingComesAfterAFault()
{
    SseParser parser({ .line = 10, .event = 1000 });
    parser.feed(QByteArray(11, 'x'));

    QCOMPARE(parser.feed("\n\ndata: a\n\n"), Events {});
    QCOMPARE(parser.finish(), Events {});
}

void SseParserTest::fiveMegabytesInOneLinePass()
{
    const QByteArray data(5 * 1024 * 1024, 'x');
    const QByteArray stream = "data: " + data + "\n\n";
    SseParser parser;
    Events events;
    for (qsizetype at = 0; at < stream.size(); at += 4096)
        events += parser.feed(stream.mid(at, 4096));

    QCOMPARE(events.size(), 1);
    QVERIFY(events.first().data == data);
}

QTEST_GUILESS_MAIN(SseParserTest)
#include "tst_sseparser.moc"
