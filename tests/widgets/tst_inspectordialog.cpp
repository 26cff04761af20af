// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "inspectordialog.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

class TestInspectorDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allOfATryIsShown();
    void theRateIsToldInTokensAndBytes_data();
    void theRateIsToldInTokensAndBytes();
    void theLastTryComesFirst();
    void theTitleHasItsPlaceBehindTheAnswer();
    void theCommandTakesTheKeyFromTheEnvironment();
    void askingAgainIsAWish();
};

namespace {
Exchange goodExchange()
{
    Exchange exchange;
    exchange.url = QUrl(QStringLiteral("https://api.x.ai/v1/chat/completions"));
    exchange.requestHeaders = { { "Authorization", "(hidden)" }, { "X-Team", "it's blue" }, { "Content-Length", "20" } };
    exchange.requestBody = R"({"model":"grok-4.7"})";
    exchange.requestBytes = 20;
    exchange.status = 200;
    exchange.replyHeaders = { { "x-request-id", "r1" } };
    exchange.replyBody = "data: [DONE]\n\n";
    exchange.replyBytes = 14;
    exchange.connectedMs = 12;
    exchange.firstByteMs = 40;
    exchange.endMs = 90;
    exchange.events = { { 41, 6, "[DONE]" } };
    return exchange;
}

QString textOf(const QDialog &dialog, const char *name)
{
    return dialog.findChild<QPlainTextEdit *>(QLatin1String(name))->toPlainText();
}
}

void TestInspectorDialog::allOfATryIsShown()
{
    const InspectorDialog dialog({ goodExchange() });
    QVERIFY(textOf(dialog, "times").contains(QStringLiteral("Connected: after 12 ms")));
    QVERIFY(textOf(dialog, "times").contains(QStringLiteral("First piece of the answer: never")));
    QVERIFY(textOf(dialog, "request").startsWith(QStringLiteral("POST /v1/chat/completions\nAuthorization: (hidden)\n")));
    QVERIFY(textOf(dialog, "request").contains(QStringLiteral("    \"model\": \"grok-4.7\"")));
    QVERIFY(textOf(dialog, "reply").startsWith(QStringLiteral("HTTP 200\nx-request-id: r1\n")));
    auto *events = dialog.findChild<QTreeWidget *>(QStringLiteral("events"));
    QCOMPARE(events->topLevelItemCount(), 1);
    QCOMPARE(events->topLevelItem(0)->text(2), QStringLiteral("[DONE]"));
    QVERIFY(dialog.findChild<QComboBox *>(QStringLiteral("tries"))->isHidden());
}

void TestInspectorDialog::theRateIsToldInTokensAndBytes_data()
{
    QTest::addColumn<qint64>("firstDelta");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<bool>("isEstimated");
    QTest::addColumn<QString>("expected");
    QTest::newRow("counted by the server") << qint64(1090) << qint64(50) << false << QStringLiteral("\nRate: 25.0 tokens per second\n");
    QTest::newRow("estimated") << qint64(1090) << qint64(50) << true << QStringLiteral("\nRate: ≈ 25.0 tokens per second, estimated by length\n");
    QTest::newRow("in one go") << qint64(3090) << qint64(60) << false << QStringLiteral("\nRate: 20.0 tokens per second\n");
    QTest::newRow("nothing came") << qint64(-1) << qint64(-1) << false << QString();
}

void TestInspectorDialog::theRateIsToldInTokensAndBytes()
{
    QFETCH(qint64, firstDelta);
    QFETCH(qint64, tokens);
    QFETCH(bool, isEstimated);
    QFETCH(QString, expected);
    Exchange exchange = goodExchange();
    exchange.sentMs = 90;
    exchange.firstByteMs = 1090;
    exchange.firstDeltaMs = firstDelta;
    exchange.endMs = 3090;
    exchange.replyBytes = 2000;
    exchange.shownTokens = tokens;
    exchange.isEstimated = isEstimated;
    exchange.serverRate = 41.5;

    const QString times = timesText(exchange);

    QVERIFY2(times.contains(expected), qPrintable(times));
    QCOMPARE(times.count(QStringLiteral("tokens per second")), expected.isEmpty() ? 1 : 2);
    QVERIFY(times.contains(QStringLiteral("By the server's own clock: 41.5 tokens per second")));
    QVERIFY(times.contains(QStringLiteral("Rate: 1,000 bytes per second")));
}

void TestInspectorDialog::theLastTryComesFirst()
{
    Exchange failed = goodExchange();
    failed.status = 503;
    failed.outcome = QStringLiteral("The server is busy");
    const InspectorDialog dialog({ failed, goodExchange() });
    QVERIFY(textOf(dialog, "times").contains(QStringLiteral("HTTP status 200")));
    dialog.findChild<QComboBox *>(QStringLiteral("tries"))->setCurrentIndex(0);
    QVERIFY(textOf(dialog, "times").contains(QStringLiteral("The server is busy")));
}

void TestInspectorDialog::theTitleHasItsPlaceBehindTheAnswer()
{
    Exchange title = goodExchange();
    title.isForTitle = true;
    title.outcome = QStringLiteral("no title");
    const InspectorDialog dialog({ goodExchange(), title });
    auto *tries = dialog.findChild<QComboBox *>(QStringLiteral("tries"));
    QCOMPARE(tries->count(), 2);
    QCOMPARE(tries->currentIndex(), 0);
    QCOMPARE(tries->itemText(1), QStringLiteral("Title of the conversation"));

    tries->setCurrentIndex(1);

    QVERIFY(textOf(dialog, "times").contains(QStringLiteral("no title")));
    // Asking again would be for another answer.
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("replay"))->isEnabled());
}

void TestInspectorDialog::theCommandTakesTheKeyFromTheEnvironment()
{
    InspectorDialog dialog({ goodExchange() });
    QSignalSpy copied(&dialog, &InspectorDialog::copyRequested);
    dialog.findChild<QPushButton *>(QStringLiteral("copyCurl"))->click();
    QCOMPARE(copied.size(), 1);
    QCOMPARE(copied.first().first().toString(),
             QStringLiteral("curl -N 'https://api.x.ai/v1/chat/completions' \\\n  -H \"Authorization: Bearer $XAI_API_KEY\" \\\n"
                            "  -H 'X-Team: it'\\''s blue' \\\n  --data-binary '{\"model\":\"grok-4.7\"}'"));
}

void TestInspectorDialog::askingAgainIsAWish()
{
    InspectorDialog dialog({ goodExchange() });
    QSignalSpy wished(&dialog, &InspectorDialog::replayRequested);
    dialog.findChild<QPushButton *>(QStringLiteral("replay"))->click();
    QCOMPARE(wished.size(), 1);
}

QTEST_MAIN(TestInspectorDialog)
#include "tst_inspectordialog.moc"
