// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Every named fault of the server, met by a first message, in the middle of a conversation, with a picture, and by the
// list of models. With PRINT_FAULT_TABLE set the table is printed as Markdown.
#include "chatbench.h"
#include "errordescription.h"
#include "loopbackfaults.h"

#include <QTextStream>

class TestFaultTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFaultIsInTheTable();
    void aFaultHasTheSameOutcomeEverywhere_data();
    void aFaultHasTheSameOutcomeEverywhere();
    void theListOfModelsEndsOnce_data();
    void theListOfModelsEndsOnce();
    void cleanupTestCase();

private:
    QMap<QByteArray, QString> m_lines;
};

namespace {
using namespace std::chrono_literals;

struct Outcome
{
    const char *fault;
    MessageState state;
    std::optional<ErrorKind> kind;
    int posts = 1;
};

const QList<Outcome> &table()
{
    using enum ErrorKind;
    using enum MessageState;
    static const QList<Outcome> rows {
        earlyHintsAreSkipped() ? Outcome { "103_early_hints", Complete, std::nullopt } : Outcome { "103_early_hints", Failed, Protocol },
        { "200_html", Failed, Protocol },
        { "200_json_error", Failed, Server, 3 },
        { "200_whole_json", Complete, std::nullopt },
        { "204_empty", Failed, Protocol },
        { "301_redirect", Failed, Redirected },
        { "307_redirect", Failed, Redirected },
        { "400_context", Failed, ContextTooLong },
        { "400_parameter", Failed, Rejected },
        { "400_wrong_key", Failed, Unauthorized },
        { "401", Failed, Unauthorized },
        { "401_negotiate", Failed, Unauthorized },
        { "402", Failed, NoCredit },
        { "403", Failed, Forbidden },
        { "403_safety", Failed, ContentRefused },
        { "404_model", Failed, ModelNotFound },
        { "404_text", Failed, AddressNotFound },
        { "408", Failed, TimedOut, 3 },
        { "413", Failed, TooLarge },
        { "413_early", Failed, TooLarge },
        { "422", Failed, Rejected },
        { "429_quota", Failed, NoCredit },
        { "429_rate", Failed, RateLimited, 3 },
        { "500", Failed, Server, 2 },
        { "502_html", Failed, Server, 3 },
        { "503", Failed, Server, 3 },
        { "504", Failed, Server, 3 },
        { "529", Failed, Server, 3 },
        { "bad_chunk_size", CutOff, ConnectionLost },
        { "broken_payload", CutOff, Protocol },
        { "close_before_head", Failed, ConnectionLost },
        { "close_in_event", CutOff, ConnectionLost },
        { "close_in_head", Failed, ConnectionLost },
        { "close_without_done", CutOff, ConnectionLost },
        { "comments_only", Failed, TimedOut },
        { "cookies", Complete, std::nullopt },
        { "done_only", Complete, std::nullopt },
        { "empty_stream", Failed, Protocol },
        { "end_in_event", CutOff, ConnectionLost },
        { "end_without_done", CutOff, ConnectionLost },
        { "endless_comments", CutOff, TimedOut },
        { "endless_error_body", Failed, Server, 2 },
        { "endless_head", Failed, TimedOut },
        { "error_field", CutOff, ContextTooLong },
        { "error_first_frame", Failed, Server, 3 },
        { "error_frame", CutOff, Server },
        { "finish_without_done", Complete, std::nullopt },
        { "garbage_payload", Complete, std::nullopt },
        { "gzip", Complete, std::nullopt },
        { "gzip_broken", Failed, Protocol },
        { "hang_before_head", Failed, TimedOut },
        { "http10_cut", CutOff, ConnectionLost },
        { "huge_chunk_size", CutOff, ConnectionLost },
        { "huge_line", Failed, Protocol },
        { "invalid_utf8", Complete, std::nullopt },
        { "large_head", Failed, Protocol },
        { "not_http", Failed, ConnectionLost },
        { "one_byte_chunks", Complete, std::nullopt },
        { "reset_before_head", Failed, ConnectionLost },
        { "reset_in_event", CutOff, ConnectionLost },
        { "slow_bytes", Failed, TimedOut },
        { "stall", CutOff, TimedOut },
    };
    return rows;
}

// Long waits between tries are cut short as a person would.
void skipWaits(ConversationController &controller)
{
    QObject::connect(controller.model(), &QAbstractItemModel::dataChanged, &controller, [&controller](const QModelIndex &index) {
        const auto notice = index.data(NoticeRole).value<TranscriptNotice>();
        if (notice.primary.id == QLatin1String("send-now"))
            QMetaObject::invokeMethod(&controller, [&controller, id = index.data(MessageIdRole).value<MessageId>()] {
                controller.runNoticeAction(id, QStringLiteral("send-now"));
            }, Qt::QueuedConnection);
    });
}

void useLimits(ChatBench &bench, std::chrono::milliseconds silence)
{
    Endpoint endpoint = bench.serverEndpoint();
    endpoint.timeLimits = { .connect = 20s, .upload = 20s, .silence = silence, .reasoningSilence = silence };
    bench.book->useForThisRun(endpoint);
    bench.book->setCurrentModelId(QStringLiteral("loopback-1"));
}

Message askWith(ConversationController &controller, const Draft &draft)
{
    QSignalSpy ended(&controller, &ConversationController::answerEnded);
    controller.send(draft);
    if (ended.isEmpty() && !ended.wait(30'000))
        return {};
    return ended.first().first().value<Message>();
}

Draft draftWithPicture(ChatBench &bench)
{
    const QByteArray bytes = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    const Result<BlobId> blob = calls::putBlob(*bench.library, bytes);
    Draft draft = draftSaying(QStringLiteral("What is this?"));
    Attachment attachment;
    attachment.image.blob = blob ? blob.value() : BlobId();
    attachment.image.mimeType = "image/png";
    attachment.image.pixels = QSize(1, 1);
    draft.attachments.push_back(attachment);
    return draft;
}

QString stateWord(MessageState state)
{
    return state == MessageState::Complete ? QStringLiteral("complete") : state == MessageState::CutOff ? QStringLiteral("cut off, text kept") : QStringLiteral("failed");
}

void addRows()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < table().size(); ++i)
        QTest::newRow(table()[i].fault) << i;
}
}

void TestFaultTable::everyFaultIsInTheTable()
{
    QVERIFY(table().size() >= 60);
    QCOMPARE(table().size(), loopbackFaults().size());
    for (const FaultDescription &fault : loopbackFaults()) {
        const bool isKnown = std::any_of(table().begin(), table().end(), [&fault](const Outcome &row) { return fault.name == row.fault; });
        QVERIFY2(isKnown, fault.name.constData());
        m_lines[fault.name] = QStringLiteral("| %1 | %2 |").arg(QString::fromLatin1(fault.name), QString::fromLatin1(fault.what));
    }
}

void TestFaultTable::aFaultHasTheSameOutcomeEverywhere_data()
{
    addRows();
}

void TestFaultTable::aFaultHasTheSameOutcomeEverywhere()
{
    QFETCH(int, row);
    const Outcome &expected = table()[row];
    ChatBench bench;
    QVERIFY(bench.start());
    useLimits(bench, expected.kind == ErrorKind::TimedOut && expected.posts == 1 ? 400ms : 20s);
    QStringList posts;
    Error told;
    for (const char *situation : { "first", "middle", "picture" }) {
        auto controller = bench.newConversation();
        skipWaits(*controller);
        bench.server.setFault({});
        if (QByteArrayView(situation) == QByteArrayView("middle"))
            QCOMPARE(ask(*controller, QStringLiteral("Hello")).state, MessageState::Complete);
        const Draft draft = QByteArrayView(situation) == QByteArrayView("picture") ? draftWithPicture(bench) : draftSaying(QStringLiteral("Hi"));
        const int before = bench.server.postCount();
        bench.server.setFault(expected.fault);

        const Message answer = askWith(*controller, draft);
        QTRY_COMPARE(bench.server.openConnections(), 0);

        QVERIFY2(answer.answer, situation);
        QCOMPARE(messageStateName(answer.state), messageStateName(expected.state));
        QCOMPARE(answer.answer->error.has_value(), expected.kind.has_value());
        if (expected.kind) {
            told = *answer.answer->error;
            QCOMPARE(errorKindName(told.kind), errorKindName(*expected.kind));
        }
        QCOMPARE(bench.server.postCount() - before, expected.posts);
        posts += QString::number(expected.posts);
    }
    const QString words = expected.kind ? describe(told).title + QStringLiteral(" → ") + errorActionText(describe(told).action) : QString();
    m_lines[expected.fault] += QStringLiteral(" %1 | %2 | %3 |").arg(stateWord(expected.state), words, posts.join(QStringLiteral(" / ")));
}

void TestFaultTable::theListOfModelsEndsOnce_data()
{
    addRows();
}

void TestFaultTable::theListOfModelsEndsOnce()
{
    QFETCH(int, row);
    const Outcome &expected = table()[row];
    ChatBench bench;
    QVERIFY(bench.start());
    useLimits(bench, 400ms);
    bench.server.setFault(expected.fault);
    QSignalSpy refreshed(bench.book.get(), &EndpointBook::modelsRefreshed);
    QSignalSpy failed(bench.book.get(), &EndpointBook::modelsFailed);

    bench.book->refreshModels();

    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size() + failed.size(), 1, 20'000);
    QTRY_COMPARE(bench.server.openConnections(), 0);
    QCOMPARE(refreshed.size() + failed.size(), 1);
    QCOMPARE(bench.server.postCount(), 0);
    const QString kind = failed.isEmpty() ? QStringLiteral("list") : errorKindName(failed.first().first().value<Error>().kind);
    m_lines[expected.fault] += QStringLiteral(" %1, 0 |").arg(kind);
}

void TestFaultTable::cleanupTestCase()
{
    if (!qEnvironmentVariableIsSet("PRINT_FAULT_TABLE"))
        return;
    QTextStream out(stdout);
    out << "| fault | the server | outcome | told, button | POSTs: first / middle / picture | list of models, POSTs |\n|---|---|---|---|---|---|\n";
    for (const QString &line : std::as_const(m_lines))
        out << line << '\n';
}

QTEST_GUILESS_MAIN(TestFaultTable)
#include "tst_faulttable.moc"
