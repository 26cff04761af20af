// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "loopbackserver.h"

#include "loopbackconnection.h"
#include "loopbackfaults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray modelList()
{
    return R"({"object":"list","data":[{"id":"loopback-1","object":"model","owned_by":"test",)"
           R"("input_modalities":["text","image"],"output_modalities":["text"],"context_length":131072,)"
           R"("prompt_text_token_price":20000,"cached_prompt_text_token_price":5000,"completion_text_token_price":60000}]})";
}

QByteArray languageModelList()
{
    return R"({"models":[{"id":"loopback-1","object":"model","aliases":["loopback-latest"],)"
           R"("input_modalities":["text","image"],"output_modalities":["text"],)"
           R"("prompt_text_token_price":20000,"cached_prompt_text_token_price":5000,"prompt_image_token_price":20000,)"
           R"("completion_text_token_price":60000}]})";
}

QByteArray keyAnswer()
{
    return R"({"redacted_api_key":"xai-...test","name":"loopback","user_id":"u","team_id":"t","api_key_id":"k",)"
           R"("acls":["api-key:model:*","api-key:endpoint:*"],"team_blocked":false,"api_key_blocked":false,"api_key_disabled":false})";
}

// What a good server says: streamed when asked so, else whole.
ServerScript completion(const RecordedRequest &request)
{
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
    ServerScript script;
    if (asked.value(QLatin1String("stream")).toBool()) {
        script.send(streamHead()).send(chunk(textEvent("Hello"))).send(chunk(textEvent(", world.")));
        script.send(chunk(finishEvent())).send(chunk(usageEvent())).send(chunk(doneEvent())).send(lastChunk());
        return script;
    }
    return script.send(httpReply(200, "application/json",
        R"({"id":"1","object":"chat.completion","model":"loopback-1","choices":[{"index":0,"finish_reason":"stop",)"
        R"("message":{"role":"assistant","content":"Hello, world.","refusal":null}}],)"
        R"("usage":{"prompt_tokens":12,"completion_tokens":4,"total_tokens":16}})"));
}

} // namespace

ServerScript &ServerScript::send(const QByteArray &bytes)
{
    steps.append({ ScriptStep::Kind::Send, bytes, {} });
    return *this;
}

ServerScript &ServerScript::inPieces(const QByteArray &bytes, qsizetype size, std::chrono::milliseconds pause)
{
    for (qsizetype at = 0; at < bytes.size(); at += size)
        send(bytes.mid(at, size)).wait(pause);
    return *this;
}

ServerScript &ServerScript::wait(std::chrono::milliseconds pause)
{
    steps.append({ ScriptStep::Kind::Wait, {}, pause });
    return *this;
}

ServerScript &ServerScript::repeat(const QByteArray &bytes, std::chrono::milliseconds pause)
{
    steps.append({ ScriptStep::Kind::Repeat, bytes, pause });
    return *this;
}

ServerScript &ServerScript::close()
{
    steps.append({ ScriptStep::Kind::Close, {}, {} });
    return *this;
}

ServerScript &ServerScript::reset()
{
    steps.append({ ScriptStep::Kind::Reset, {}, {} });
    return *this;
}

ServerScript &ServerScript::hang()
{
    steps.append({ ScriptStep::Kind::Hang, {}, {} });
    return *this;
}

QByteArray RecordedRequest::header(QByteArrayView name) const
{
    for (const auto &[known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray httpReply(int status, const QByteArray &type, const QByteArray &body, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Reason\r\nContent-Type: " + type + "\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

QByteArray streamHead(const QByteArray &moreHeaders)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n" + moreHeaders + "\r\n";
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

QByteArray lastChunk()
{
    return "0\r\n\r\n";
}

QByteArray textEvent(const QByteArray &text)
{
    const QJsonObject delta { { QStringLiteral("content"), QString::fromUtf8(text) } };
    const QJsonObject choice { { QStringLiteral("index"), 0 }, { QStringLiteral("delta"), delta } };
    return "data: " + json({ { QStringLiteral("model"), QStringLiteral("loopback-1") }, { QStringLiteral("choices"), QJsonArray { choice } } }) + "\n\n";
}

QByteArray finishEvent(const QByteArray &reason)
{
    return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n";
}

QByteArray usageEvent()
{
    return "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":4,\"total_tokens\":16,\"cost_in_usd_ticks\":480000}}\n\n";
}

QByteArray doneEvent()
{
    return "data: [DONE]\n\n";
}

LoopbackServer::LoopbackServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackServer::accept);
}

bool LoopbackServer::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

QUrl LoopbackServer::baseUrl(const QString &fault) const
{
    const QString segment = fault.isEmpty() ? QString() : QStringLiteral("/fault/") + fault;
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2/v1").arg(m_server.serverPort()).arg(segment));
}

int LoopbackServer::postCount() const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(), [](const RecordedRequest &request) { return request.method == "POST"; }));
}

void LoopbackServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connectionCount;
        ++m_openConnections;
        new LoopbackConnection(*this, socket);
    }
}

ServerScript LoopbackServer::scriptFor(const RecordedRequest &request)
{
    if (!m_queue.isEmpty())
        return m_queue.takeFirst();
    for (auto it = m_byPath.cbegin(); it != m_byPath.cend(); ++it) {
        if (request.path.endsWith(it.key()))
            return it.value();
    }
    QByteArray fault = m_fault;
    if (request.path.startsWith("/fault/"))
        fault = request.path.split('/').value(2);
    if (const QByteArray named = request.header("x-fault"); !named.isEmpty())
        fault = named;
    const QByteArray model = QJsonDocument::fromJson(request.body)[QLatin1String("model")].toString().toUtf8();
    if (model.startsWith("fault:"))
        fault = model.sliced(6);
    if (const auto script = loopbackFault(fault, m_server.serverPort()))
        return *script;
    if (request.path.endsWith("/chat/completions"))
        return completion(request);
    ServerScript script;
    if (request.path.endsWith("/language-models"))
        return script.send(httpReply(200, "application/json", languageModelList()));
    if (request.path.endsWith("/models"))
        return script.send(httpReply(200, "application/json", modelList()));
    if (request.path.endsWith("/api-key"))
        return script.send(httpReply(200, "application/json", keyAnswer()));
    return script.send(httpReply(404, "text/plain", "Not Found"));
}
