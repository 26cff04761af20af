// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "httprequestparser_p.h"

#include <QTest>

class TestHttpRequestParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsAreReadAtEveryCut_data();
    void requestsAreReadAtEveryCut();
    void twoRequestsInOnePieceComeOneAfterTheOther();
    void malformedRequestsFailWithTheirStatus_data();
    void malformedRequestsFailWithTheirStatus();
    void aBodyAboveTheLimitFailsBeforeItArrives();
    void chunksAboveTheLimitFail();
    void anEndlessLineFails();
    void aSenderThatWaitsForContinueIsToldOnce();
    void theConnectionStaysUnlessAskedOtherwise_data();
    void theConnectionStaysUnlessAskedOtherwise();
};

void TestHttpRequestParser::requestsAreReadAtEveryCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("no body") << QByteArray("GET /v1/models?x=1 HTTP/1.1\r\nHost: a\r\n\r\n")
                             << QByteArray("GET") << QByteArray("/v1/models") << QByteArray();
    QTest::newRow("sized body") << QByteArray("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
                                << QByteArray("POST") << QByteArray("/p") << QByteArray("hello");
    QTest::newRow("chunked body") << QByteArray("POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                                "3;name=value\r\nhel\r\nA\r\nlo, world.\r\n0\r\nTrailer: x\r\n\r\n")
                                  << QByteArray("POST") << QByteArray("/p") << QByteArray("hello, world.");
    QTest::newRow("empty lines before, lf only") << QByteArray("\r\n\nPOST /p HTTP/1.0\nContent-Length: 2\n\nok")
                                                 << QByteArray("POST") << QByteArray("/p") << QByteArray("ok");
}

void TestHttpRequestParser::requestsAreReadAtEveryCut()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);

    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        HttpRequestParser parser;
        parser.feed(QByteArrayView(bytes).first(cut));
        QCOMPARE(parser.isComplete(), cut == bytes.size());
        parser.feed(QByteArrayView(bytes).sliced(cut));
        QVERIFY(parser.isComplete());
        const HttpRequest request = parser.take();
        QCOMPARE(request.method, method);
        QCOMPARE(request.path(), path);
        QCOMPARE(request.body, body);
        QVERIFY(!parser.isComplete());
    }
}

void TestHttpRequestParser::twoRequestsInOnePieceComeOneAfterTheOther()
{
    HttpRequestParser parser;
    parser.feed("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nxGET /b HTTP/1.1\r\nHost: a\r\n\r\n");

    QVERIFY(parser.isComplete());
    QCOMPARE(parser.take().target, QByteArray("/a"));
    QVERIFY(parser.isComplete());
    QCOMPARE(parser.take().target, QByteArray("/b"));
    QVERIFY(!parser.isComplete());
}

void TestHttpRequestParser::malformedRequestsFailWithTheirStatus_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    QTest::newRow("no http") << QByteArray("hello\r\n") << 400;
    QTest::newRow("tls to a plain port") << QByteArray("\x16\x03\x01\x02\n") << 400;
    QTest::newRow("four words") << QByteArray("GET / x HTTP/1.1\r\n") << 400;
    QTest::newRow("no path") << QByteArray("GET http://a/ HTTP/1.1\r\n") << 400;
    QTest::newRow("http 2") << QByteArray("GET / HTTP/2.0\r\n") << 505;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("space before colon") << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n") << 400;
    QTest::newRow("folded header") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n more\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n") << 400;
    QTest::newRow("length and chunks")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("length beyond all numbers")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n") << 413;
    QTest::newRow("unknown encoding") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n") << 501;
    QTest::newRow("chunk without a number")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") << 400;
    QTest::newRow("chunk longer than it says")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n") << 400;
}

void TestHttpRequestParser::malformedRequestsFailWithTheirStatus()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);

    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        HttpRequestParser parser;
        parser.feed(QByteArrayView(bytes).first(cut));
        parser.feed(QByteArrayView(bytes).sliced(cut));
        QVERIFY(parser.failure());
        QCOMPARE(parser.failure()->status, status);
        QVERIFY(!parser.isComplete());
    }
}

void TestHttpRequestParser::aBodyAboveTheLimitFailsBeforeItArrives()
{
    HttpRequestParser parser({ .headBytes = 1024, .bodyBytes = 10 });
    parser.feed("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");

    QVERIFY(parser.failure());
    QCOMPARE(parser.failure()->status, 413);
}

void TestHttpRequestParser::chunksAboveTheLimitFail()
{
    HttpRequestParser parser({ .headBytes = 1024, .bodyBytes = 10 });
    parser.feed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n3\r\n");

    QVERIFY(parser.failure());
    QCOMPARE(parser.failure()->status, 413);
}

void TestHttpRequestParser::anEndlessLineFails()
{
    HttpRequestParser parser({ .headBytes = 100, .bodyBytes = 10 });
    parser.feed("GET / HTTP/1.1\r\nHost: a\r\nX: ");
    for (int i = 0; i < 100 && !parser.failure(); ++i)
        parser.feed("y");

    QVERIFY(parser.failure());
    QCOMPARE(parser.failure()->status, 431);
}

void TestHttpRequestParser::aSenderThatWaitsForContinueIsToldOnce()
{
    HttpRequestParser parser;
    parser.feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");

    QVERIFY(parser.takeContinueWish());
    QVERIFY(!parser.takeContinueWish());
    parser.feed("ok");
    QVERIFY(parser.isComplete());
    QCOMPARE(parser.take().body, QByteArray("ok"));
}

void TestHttpRequestParser::theConnectionStaysUnlessAskedOtherwise_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("stays");

    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
}

void TestHttpRequestParser::theConnectionStaysUnlessAskedOtherwise()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, stays);

    HttpRequestParser parser;
    parser.feed(bytes);

    QVERIFY(parser.isComplete());
    QCOMPARE(parser.take().keepsAlive(), stays);
}

QTEST_GUILESS_MAIN(TestHttpRequestParser)
#include "tst_httprequestparser.moc"
