// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "errorfromreply.h"

#include "endpoint.h"
#include "redaction.h"
#include "retryafter.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ServerError)
};

// Parts of sentences that servers use for one meaning. Lower case.
struct Pattern
{
    ErrorKind kind;
    std::array<QLatin1String, 8> words;
};

constexpr auto Patterns = std::to_array<Pattern>({
    { ErrorKind::Unauthorized,
      { QLatin1String("incorrect api key"), QLatin1String("invalid api key"), QLatin1String("invalid_api_key"),
        QLatin1String("api key provided is"), QLatin1String("no api key") } },
    { ErrorKind::NoCredit,
      { QLatin1String("used all available credits"), QLatin1String("monthly spending limit"),
        QLatin1String("insufficient_quota"), QLatin1String("exceeded your current quota"),
        QLatin1String("doesn't have any credits"), QLatin1String("insufficient balance"),
        QLatin1String("purchase credits"), QLatin1String("insufficient credits") } },
    { ErrorKind::ContentRefused,
      { QLatin1String("safety_check_type"), QLatin1String("usage guidelines"), QLatin1String("content moderation"),
        QLatin1String("content_filter"), QLatin1String("content policy"), QLatin1String("content management policy") } },
    { ErrorKind::ContextTooLong,
      { QLatin1String("maximum prompt length"), QLatin1String("maximum context length"),
        QLatin1String("context_length_exceeded"), QLatin1String("available context size"),
        QLatin1String("exceed_context_size"), QLatin1String("prompt is too long"),
        QLatin1String("exceeds the context window"), QLatin1String("context length exceeded") } },
    // LM Studio's word for a wrong path, with 200.
    { ErrorKind::AddressNotFound, { QLatin1String("unexpected endpoint or method") } },
});

bool contains(const QString &text, const Pattern &pattern)
{
    for (const QLatin1String words : pattern.words) {
        if (!words.isEmpty() && text.contains(words))
            return true;
    }
    return false;
}

std::optional<ErrorKind> kindFromText(const QString &lowerCase)
{
    for (const Pattern &pattern : Patterns) {
        if (contains(lowerCase, pattern))
            return pattern.kind;
    }
    return std::nullopt;
}

// What a code in an event means where no number stands beside it. Only words that cannot mean overload.
int statusOfCode(const QString &code)
{
    static const struct { QLatin1String code; int status; } known[] = {
        { QLatin1String("not_found_error"), 404 },       { QLatin1String("model_not_found"), 404 },      { QLatin1String("not-found"), 404 },
        { QLatin1String("invalid_request_error"), 400 }, { QLatin1String("invalid-argument"), 400 },     { QLatin1String("BadRequestError"), 400 },
        { QLatin1String("tool_use_failed"), 400 },       { QLatin1String("authentication_error"), 401 }, { QLatin1String("permission_error"), 403 },
        { QLatin1String("rate_limit_exceeded"), 429 },   { QLatin1String("rate_limit_error"), 429 },     { QLatin1String("resource-exhausted"), 429 },
    };
    for (const auto &entry : known) {
        if (code == entry.code)
            return entry.status;
    }
    return 0;
}

// Says that a model is missing, not a path: xAI, OpenAI and Ollama word it differently, all name the model.
bool namesModel(const QString &lowerCase)
{
    return lowerCase.contains(QLatin1String("model"));
}

ErrorKind kindFromStatus(int status, const QString &lowerCase, bool isPage)
{
    switch (status) {
    case 401: return ErrorKind::Unauthorized;
    case 402: return ErrorKind::NoCredit;
    case 403: return ErrorKind::Forbidden;
    case 404: return namesModel(lowerCase) && !isPage ? ErrorKind::ModelNotFound : ErrorKind::AddressNotFound;
    case 405: return ErrorKind::AddressNotFound;
    case 407: return ErrorKind::Proxy;
    case 408: return ErrorKind::TimedOut;
    case 413: return ErrorKind::TooLarge;
    case 429: return ErrorKind::RateLimited;
    default: break;
    }
    if (status >= 500)
        return ErrorKind::Server;
    return status >= 400 ? ErrorKind::Rejected : ErrorKind::Protocol;
}

ErrorKind kindOf(int status, const ServerWords &words)
{
    const QString text = (words.text + QLatin1Char(' ') + words.code).toLower();
    // A page of a proxy may hold any word; only its status counts. So does a fault of the server.
    if (words.isPage || status >= 500)
        return kindFromStatus(status, text, words.isPage);
    return kindFromText(text).value_or(kindFromStatus(status, text, false));
}

// R3: these statuses say that the request was not worked on. A 500 may be tried once more, which is the caller's count.
bool isRetryable(int status, ErrorKind kind)
{
    switch (status) {
    case 429: return kind == ErrorKind::RateLimited;
    case 408: case 500: case 502: case 503: case 504: case 529: return true;
    default: return false;
    }
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > 160 ? line.first(159) + QChar(0x2026) : line;
}

// The address that was called, for a comparison with the server's manual: the host in ASCII, no query, no user info.
QString addressMessage(const QUrl &url)
{
    if (url.isEmpty())
        return Texts::tr("The server offers nothing at this address");
    return Texts::tr("The server offers nothing at this address: %1").arg(QString::fromLatin1(url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
}

// The number that follows the first of `marks` that is there. 0: none.
qint64 numberBehind(const QString &text, std::initializer_list<QLatin1String> marks)
{
    for (const QLatin1String mark : marks) {
        const qsizetype at = text.indexOf(mark, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        const qsizetype start = at + mark.size();
        qsizetype end = start;
        while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
            ++end;
        return QStringView(text).sliced(start, end - start).toLongLong();
    }
    return 0;
}

QString tooLongMessage(const QString &said)
{
    const qint64 limit = numberBehind(said, { QLatin1String("maximum prompt length is "), QLatin1String("maximum context length is ") });
    const qint64 sent = numberBehind(said, { QLatin1String("request contains "), QLatin1String("messages resulted in "), QLatin1String("you requested ") });
    if (limit <= 0 || sent <= limit)
        return Texts::tr("The conversation is too long for this model");
    return Texts::tr("The conversation is too long for this model: %1 tokens, where it takes %2").arg(QLocale().toString(sent), QLocale().toString(limit));
}

QString messageFor(ErrorKind kind, int status, const QString &said, const QUrl &url, bool hadKey)
{
    switch (kind) {
    case ErrorKind::Unauthorized: return hadKey ? Texts::tr("The server did not accept the key") : Texts::tr("The server wants a key, and none was sent");
    case ErrorKind::NoCredit: return Texts::tr("The account has no credit left or its spending limit is reached");
    case ErrorKind::RateLimited: return Texts::tr("Too many requests at once");
    case ErrorKind::Forbidden: return Texts::tr("The key may not be used for this");
    case ErrorKind::ContentRefused: return Texts::tr("The provider's usage rules do not allow this request");
    case ErrorKind::ModelNotFound: return Texts::tr("The server does not offer this model");
    case ErrorKind::AddressNotFound: return addressMessage(url);
    case ErrorKind::ContextTooLong: return tooLongMessage(said);
    case ErrorKind::TooLarge: return Texts::tr("The message is too large for the server");
    case ErrorKind::Proxy: return Texts::tr("The proxy wants a login");
    case ErrorKind::TimedOut: return Texts::tr("The server gave up waiting");
    case ErrorKind::Server:
        return status == 503 || status == 529 ? Texts::tr("The server is busy") : Texts::tr("The server has a problem");
    case ErrorKind::Rejected:
        return said.isEmpty() ? Texts::tr("The server refused the request")
                              : Texts::tr("The server refused the request: %1").arg(shortened(said));
    default: return Texts::tr("The server gave an answer that makes no sense here");
    }
}

QString detailFor(int status, const ServerWords &words, const QByteArray &requestId, const ApiKey &key)
{
    QStringList lines;
    if (status > 0)
        lines.append(Texts::tr("HTTP status %1").arg(status));
    if (!words.text.isEmpty())
        lines.append(words.text);
    if (!words.code.isEmpty() && words.code != words.text)
        lines.append(Texts::tr("Code: %1").arg(words.code));
    if (!requestId.isEmpty())
        lines.append(Texts::tr("Request: %1").arg(QString::fromUtf8(requestId.left(80))));
    return redacted(lines.join(QLatin1Char('\n')), key);
}

Error errorFor(int status, const ServerWords &words, const QUrl &url, const QByteArray &requestId, const ApiKey &key)
{
    Error error;
    error.kind = kindOf(status, words);
    error.message = messageFor(error.kind, status, redacted(words.isPage ? QString() : words.text, key), url, !key.isEmpty());
    error.detail = detailFor(status, words, requestId, key);
    error.httpStatus = status;
    error.retryable = isRetryable(status, error.kind);
    return error;
}

Error redirected(const ReplyFacts &reply, const ApiKey &key)
{
    const QUrl target = reply.url.resolved(QUrl::fromEncoded(reply.header("location")));
    // Host in ASCII, so that a look-alike shows; no query, no user info.
    QString shown = QString::fromLatin1(target.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
    shown = redacted(shown, key, 200);
    Error error;
    error.kind = ErrorKind::Redirected;
    error.message = Texts::tr("The server points to another address: %1").arg(shown);
    error.detail = detailFor(reply.status, {}, {}, key);
    error.httpStatus = reply.status;
    return error;
}

// 200 with something else than an answer.
Error errorInSuccess(const ReplyFacts &reply, const ServerWords &words, const ApiKey &key)
{
    if (words.isPage) {
        Error error = protocolError(Texts::tr("A web page came instead of an answer. Check the address, or sign in to this network"),
                                    detailFor(reply.status, words, {}, key));
        error.httpStatus = reply.status;
        return error;
    }
    Error error = errorFromWords(words, key);
    if (error.kind == ErrorKind::AddressNotFound)
        error.message = addressMessage(reply.url);
    error.detail = detailFor(reply.status, words, reply.header("x-request-id"), key);
    return error;
}

} // namespace

QByteArray ReplyFacts::header(QByteArrayView name) const
{
    for (const auto &[known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Error errorFromReply(const ReplyFacts &reply, const ApiKey &key)
{
    if (reply.status >= 300 && reply.status < 400 && !reply.header("location").isEmpty())
        return redirected(reply, key);
    const ServerWords words = serverWords(reply.body);
    if (reply.status == 200)
        return errorInSuccess(reply, words, key);
    Error error = errorFor(reply.status, words, reply.url, reply.header("x-request-id"), key);
    if (error.retryable) {
        error.retryAfter = retryAfter(reply);
        error.retryAt = retryMoment(reply);
    }
    return error;
}

Error errorFromWords(const ServerWords &given, const ApiKey &key)
{
    ServerWords words = given;
    if (words.status < 400)
        words.status = statusOfCode(words.code);
    const bool hasStatus = words.status >= 400 && words.status < 600;
    // A failure hidden in a 200 is overload nearly always, so it counts as a 503.
    Error error = errorFor(hasStatus ? words.status : 503, words, {}, {}, key);
    const auto kind = kindFromText((words.text + QLatin1Char(' ') + words.code).toLower());
    if (!hasStatus && kind) {
        error.kind = *kind;
        error.message = messageFor(*kind, 0, redacted(words.text, key), {}, !key.isEmpty());
        error.retryable = false;
    } else if (!hasStatus && !words.text.isEmpty()) {
        error.message = Texts::tr("The server reported: %1").arg(redacted(shortened(words.text), key));
    }
    if (!hasStatus) {
        error.httpStatus = 0;
        error.detail = detailFor(0, words, {}, key);
    }
    return error;
}

namespace {
// What goes wrong between the proxy and a secure server has no code of its own in Qt, but says so.
bool isProxyFault(QNetworkReply::NetworkError code, const QString &text, bool wasSent)
{
    return !wasSent && code == QNetworkReply::UnknownNetworkError && text.contains(QLatin1String("proxy"), Qt::CaseInsensitive);
}

QString proxyMessage(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::ProxyAuthenticationRequiredError: return Texts::tr("The proxy wants a login");
    case QNetworkReply::ProxyConnectionRefusedError: return Texts::tr("No proxy answers at the address that is set");
    case QNetworkReply::ProxyNotFoundError: return Texts::tr("The proxy cannot be found");
    default: return Texts::tr("The proxy does not let the request through");
    }
}
}

Error errorFromNetwork(QNetworkReply::NetworkError code, const QString &text, const QUrl &url, bool wasSent, const ApiKey &key)
{
    Error error;
    // Qt's words for what it has no words for tell nobody anything.
    if (text != QLatin1String("Unknown error"))
        error.detail = redacted(text, key);
    if (isProxyFault(code, text, wasSent)) {
        error.kind = ErrorKind::Proxy;
        error.message = proxyMessage(code);
        return error;
    }
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        error.kind = ErrorKind::Offline;
        error.message = isLoopback(url) ? Texts::tr("No server runs at %1").arg(url.authority(QUrl::FullyEncoded))
                                        : Texts::tr("%1 refuses the connection").arg(url.host());
        break;
    case QNetworkReply::HostNotFoundError:
        error.kind = ErrorKind::Offline;
        error.message = Texts::tr("%1 cannot be found. Is the computer online?").arg(url.host());
        break;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        error.kind = ErrorKind::Offline;
        error.message = Texts::tr("There is no network connection");
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.detail = redacted(text, key, 1500);   // with the chain of certificates
        error.kind = ErrorKind::Tls;
        error.message = Texts::tr("No secure connection to %1 could be made").arg(url.host());
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        error.kind = ErrorKind::Proxy;
        error.message = proxyMessage(code);
        return error;
    default:
        error.kind = wasSent ? ErrorKind::ConnectionLost : ErrorKind::Offline;
        error.message = wasSent ? Texts::tr("The connection was lost before the answer was whole")
                                : Texts::tr("%1 cannot be reached").arg(url.host());
        break;
    }
    error.retryable = !wasSent && error.kind != ErrorKind::ConnectionLost;
    return error;
}

Error timedOut(Wait what, std::chrono::milliseconds limit)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
    Error error;
    error.kind = ErrorKind::TimedOut;
    switch (what) {
    case Wait::Connect:
        error.message = Texts::tr("The server could not be reached within %n second(s)", nullptr, int(seconds));
        error.retryable = true;
        break;
    case Wait::Upload:
        error.message = Texts::tr("The message could not be sent: nothing moved for %n second(s)", nullptr, int(seconds));
        break;
    case Wait::Answer:
        error.message = Texts::tr("The server was silent for %n second(s)", nullptr, int(seconds));
        break;
    }
    return error;
}

Error protocolError(const QString &message, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = message;
    error.detail = detail;
    return error;
}

Error cutOff(const QString &detail)
{
    Error error;
    error.kind = ErrorKind::ConnectionLost;
    error.message = Texts::tr("The connection was lost before the answer was whole");
    error.detail = detail;
    return error;
}
