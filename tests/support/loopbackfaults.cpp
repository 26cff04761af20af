// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "loopbackfaults.h"

#include <QLibraryInfo>
#include <QMap>
#include <QVersionNumber>

namespace {

using namespace std::chrono_literals;

struct Fault
{
    QByteArray what;
    std::function<ServerScript(quint16 port)> script;
};

QByteArray goodStream()
{
    return textEvent("Hello") + textEvent(", world.") + finishEvent() + usageEvent() + doneEvent();
}

ServerScript reply(int status, const QByteArray &type, const QByteArray &body, const QByteArray &headers = {})
{
    return ServerScript().send(httpReply(status, type, body, headers));
}

ServerScript json(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return reply(status, "application/json", body, headers);
}

// The good stream's beginning, then something else.
ServerScript afterText(const QByteArray &bytes)
{
    return ServerScript().send(streamHead()).send(chunk(textEvent("Hello"))).send(bytes);
}

ServerScript stream(const QByteArray &events)
{
    return ServerScript().send(streamHead()).send(chunk(events)).send(lastChunk());
}

QByteArray page(const QByteArray &words)
{
    return "<!DOCTYPE html><html><head><title>" + words + "</title></head><body><h1>" + words + "</h1></body></html>";
}

// The good stream, packed; bytes of a deflate stream in a gzip frame, so that the test needs no zlib.
QByteArray packedStream()
{
    const QByteArray plain = goodStream();
    const QByteArray zlib = qCompress(plain).sliced(4);
    quint32 crc = 0xffffffffu;
    for (const char c : plain) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0u);
    }
    crc = ~crc;
    QByteArray tail;
    for (const quint32 number : { crc, quint32(plain.size()) }) {
        for (int shift = 0; shift < 32; shift += 8)
            tail.append(char((number >> shift) & 0xff));
    }
    // zlib frames deflate with 2 bytes in front and 4 behind.
    return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10) + zlib.sliced(2, zlib.size() - 6) + tail;
}

void addConnectionFaults(QMap<QByteArray, Fault> &faults)
{
    faults["close_before_head"] = { "reads the request, closes", [](quint16) { return ServerScript().close(); } };
    faults["reset_before_head"] = { "reads the request, resets", [](quint16) { return ServerScript().reset(); } };
    faults["close_in_head"] = { "closes inside the head", [](quint16) { return ServerScript().send("HTTP/1.1 200 OK\r\nContent-Ty").close(); } };
    faults["not_http"] = { "speaks another protocol", [](quint16) { return ServerScript().send("SSH-2.0-Server\r\n").close(); } };
    faults["hang_before_head"] = { "never answers", [](quint16) { return ServerScript().hang(); } };
    faults["reset_in_event"] = { "resets inside an event", [](quint16) { return afterText("40\r\ndata: {\"choi").wait(50ms).reset(); } };
    faults["close_in_event"] = { "closes inside an event", [](quint16) { return afterText(chunk("data: {\"choi")).close(); } };
    faults["end_in_event"] = { "ends the reply inside an event", [](quint16) { return afterText(chunk("data: {\"choi")).send(lastChunk()); } };
    faults["close_without_done"] = { "text, then closes", [](quint16) { return afterText({}).close(); } };
    faults["end_without_done"] = { "text, then a proper end without finish reason or [DONE]", [](quint16) { return afterText(lastChunk()); } };
    faults["finish_without_done"] = { "finish reason, no [DONE]: complete", [](quint16) { return stream(textEvent("Hello") + finishEvent()); } };
    faults["http10_cut"] = { "delimited by close, cut off", [](quint16) {
        return ServerScript().send("HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + textEvent("Hello")).close(); } };
    faults["stall"] = { "text, then silence", [](quint16) { return afterText({}).hang(); } };
    faults["endless_comments"] = { "text, then comments for ever", [](quint16) { return afterText({}).repeat(chunk(": keep-alive\n\n"), 20ms); } };
    faults["comments_only"] = { "comments for ever", [](quint16) { return ServerScript().send(streamHead()).repeat(chunk(": keep-alive\n\n"), 20ms); } };
    faults["slow_bytes"] = { "one byte every 20 ms", [](quint16) { return ServerScript().send(streamHead()).inPieces(chunk(goodStream()), 1, 20ms).send(lastChunk()); } };
    faults["endless_head"] = { "header lines for ever", [](quint16) { return ServerScript().send("HTTP/1.1 200 OK\r\n").repeat("X-Filler: " + QByteArray(1000, 'x') + "\r\n", 1ms); } };
    faults["large_head"] = { "65 kB of headers", [](quint16) {
        return json(200, "{}", ("X-Filler: " + QByteArray(1005, 'x') + "\r\n").repeated(64)); } };
}

void addStreamFaults(QMap<QByteArray, Fault> &faults)
{
    faults["one_byte_chunks"] = { "every byte a chunk of its own", [](quint16) {
        ServerScript script = ServerScript().send(streamHead());
        for (const char c : goodStream())
            script.send(chunk(QByteArray(1, c)));
        return script.send(lastChunk()); } };
    faults["bad_chunk_size"] = { "a chunk size that is no number", [](quint16) { return afterText("zz\r\nrubbish\r\n"); } };
    faults["huge_chunk_size"] = { "a chunk size of 2^63", [](quint16) { return afterText("8000000000000000\r\nrubbish").close(); } };
    faults["error_frame"] = { "an error object after text", [](quint16) {
        return stream(textEvent("Hello") + "data: {\"error\":{\"message\":\"Provider died\",\"code\":502}}\n\n"); } };
    faults["error_first_frame"] = { "an error object before any text", [](quint16) {
        return stream("data: {\"error\":{\"message\":\"Overloaded\",\"code\":503}}\n\n"); } };
    faults["error_field"] = { "an error: field (llama.cpp)", [](quint16) {
        return stream(textEvent("Hello") + "error: {\"code\":400,\"message\":\"exceeds the available context size\"}\n\n"); } };
    faults["garbage_payload"] = { "a payload that is not JSON", [](quint16) {
        return stream(textEvent("Hello") + "data: garbage\n\n" + textEvent(", world.") + finishEvent() + doneEvent()); } };
    faults["broken_payload"] = { "a payload that is broken JSON", [](quint16) {
        return stream(textEvent("Hello") + "data: {\"choices\":[{\"delta\":{\"content\":\n\n" + finishEvent() + doneEvent()); } };
    faults["invalid_utf8"] = { "a byte that is no UTF-8", [](quint16) {
        return stream("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"He\xFFllo\"}}]}\n\n" + finishEvent() + doneEvent()); } };
    faults["huge_line"] = { "one line without end", [](quint16) {
        return ServerScript().send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: ").repeat(QByteArray(256 * 1024, 'x'), 0ms); } };
    faults["gzip"] = { "a packed stream: complete", [](quint16) {
        return ServerScript().send(streamHead("Content-Encoding: gzip\r\n")).send(chunk(packedStream())).send(lastChunk()); } };
    faults["gzip_broken"] = { "says gzip, is not", [](quint16) {
        return ServerScript().send(streamHead("Content-Encoding: gzip\r\n")).send(chunk(goodStream())).send(lastChunk()); } };
    faults["done_only"] = { "nothing but [DONE]", [](quint16) { return stream(doneEvent()); } };
    faults["empty_stream"] = { "200 without a byte", [](quint16) { return ServerScript().send(streamHead()).send(lastChunk()); } };
    faults["cookies"] = { "sets a cookie: complete", [](quint16) {
        return ServerScript().send(streamHead("Set-Cookie: track=1; Path=/\r\n")).send(chunk(goodStream())).send(lastChunk()); } };
}

void addStatusFaults(QMap<QByteArray, Fault> &faults)
{
    faults["200_json_error"] = { "200 with xAI's error", [](quint16) { return json(200, R"({"code":"The service is currently unavailable","error":"The model is overloaded"})"); } };
    faults["200_html"] = { "200 with a web page", [](quint16) { return reply(200, "text/html", page("Log in to the network")); } };
    faults["200_whole_json"] = { "200 with a whole answer instead of a stream: complete", [](quint16) {
        return json(200, R"({"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello, world."}}]})"); } };
    faults["103_early_hints"] = { "early hints, then the answer", [](quint16) {
        return ServerScript().send("HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n").send(streamHead()).send(chunk(goodStream())).send(lastChunk()); } };
    faults["204_empty"] = { "204", [](quint16) { return ServerScript().send("HTTP/1.1 204 No Content\r\n\r\n"); } };
    faults["301_redirect"] = { "a permanent redirect", [](quint16) { return reply(301, "text/plain", "", "Location: https://elsewhere.example/v1/chat/completions\r\n"); } };
    faults["307_redirect"] = { "a redirect to another origin on this machine", [](quint16 port) {
        return reply(307, "text/plain", "", "Location: http://localhost:" + QByteArray::number(port) + "/v1/chat/completions\r\n"); } };
    faults["400_wrong_key"] = { "xAI's answer to a wrong key", [](quint16) {
        return json(400, R"({"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***89. You can obtain an API key from the console."})"); } };
    faults["400_parameter"] = { "an unsupported parameter", [](quint16) {
        return json(400, R"({"code":"invalid-argument","error":"Argument not supported on this model: presencePenalty"})"); } };
    faults["400_context"] = { "a prompt that is too long", [](quint16) {
        return json(400, R"({"code":"invalid-argument","error":"This model's maximum prompt length is 131072 but the request contains 140000 tokens."})"); } };
    faults["401"] = { "no credentials", [](quint16) { return json(401, R"({"code":"unauthenticated:no-credentials","error":"No credentials"})"); } };
    faults["401_negotiate"] = { "asks for a login by Negotiate", [](quint16) { return reply(401, "text/plain", "Unauthorized", "WWW-Authenticate: Negotiate\r\n"); } };
    faults["402"] = { "balance empty", [](quint16) { return json(402, R"({"error":{"message":"Insufficient Balance","code":"402"}})"); } };
    faults["403"] = { "no right to the model", [](quint16) { return json(403, R"({"code":"permission-denied","error":"The key may not use this model"})"); } };
    faults["403_safety"] = { "refused content", [](quint16) { return json(403, R"({"code":"permission-denied","error":"Content violates usage guidelines. SAFETY_CHECK_TYPE_X"})"); } };
    faults["404_text"] = { "a wrong path", [](quint16) { return reply(404, "text/plain", "Not Found"); } };
    faults["404_model"] = { "no such model", [](quint16) { return json(404, R"({"code":"not-found","error":"The model grok-0 does not exist or your team t does not have access to it."})"); } };
    faults["408"] = { "request time-out", [](quint16) { return reply(408, "text/plain", ""); } };
    faults["413"] = { "too large", [](quint16) { return json(413, R"({"error":"Request too large"})"); } };
    faults["413_early"] = { "too large, said before the body is read, then reset", [](quint16) { return json(413, R"({"error":"Request too large"})").wait(10ms).reset(); } };
    faults["422"] = { "FastAPI's list of faults", [](quint16) { return json(422, R"({"detail":[{"loc":["body","temperature"],"msg":"must be a number","type":"t"}]})"); } };
    faults["429_rate"] = { "rate limit, Retry-After: 2", [](quint16) { return json(429, R"({"code":"resource-exhausted","error":"Too many requests"})", "Retry-After: 2\r\n"); } };
    faults["429_quota"] = { "spending limit", [](quint16) {
        return json(429, R"({"code":"resource-exhausted","error":"Your team has either used all available credits or reached its monthly spending limit."})"); } };
    faults["500"] = { "a fault", [](quint16) { return json(500, R"({"error":{"message":"boom","type":"InternalServerError","param":null,"code":500}})"); } };
    faults["502_html"] = { "a proxy's page", [](quint16) { return reply(502, "text/html", page("502 Bad Gateway")); } };
    faults["503"] = { "overload", [](quint16) { return json(503, R"({"code":"unavailable","error":"The service is currently unavailable"})"); } };
    faults["504"] = { "gateway time-out", [](quint16) { return reply(504, "text/html", page("504")); } };
    faults["529"] = { "overload", [](quint16) { return reply(529, "text/plain", "overloaded"); } };
    faults["endless_error_body"] = { "500 with a body without end", [](quint16) {
        return ServerScript().send("HTTP/1.1 500 Reason\r\nContent-Type: text/plain\r\n\r\n").repeat(QByteArray(64 * 1024, 'x'), 1ms); } };
}

const QMap<QByteArray, Fault> &allFaults()
{
    static const QMap<QByteArray, Fault> faults = [] {
        QMap<QByteArray, Fault> result;
        addConnectionFaults(result);
        addStreamFaults(result);
        addStatusFaults(result);
        return result;
    }();
    return faults;
}

} // namespace

QList<FaultDescription> loopbackFaults()
{
    QList<FaultDescription> list;
    for (auto it = allFaults().cbegin(); it != allFaults().cend(); ++it)
        list.append({ it.key(), it->what });
    return list;
}

std::optional<ServerScript> loopbackFault(const QByteArray &name, quint16 port)
{
    const auto found = allFaults().constFind(name);
    return found == allFaults().cend() ? std::nullopt : std::optional(found->script(port));
}

bool loopbackFaultAnswersEarly(const QByteArray &path)
{
    return path.startsWith("/fault/413_early/");
}

bool earlyHintsAreSkipped()
{
    return QLibraryInfo::version() >= QVersionNumber(6, 8);
}
