// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// An address that somebody typed for a server, and one that a model wrote as a link: what is let through, and to where it goes.
#include "endpoint.h"
#include "fuzzing.h"
#include "linkdoubts.h"
#include "linkpolicy.h"
#include "requestfactory.h"

#include <algorithm>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

namespace {

bool isPlainAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

void checkBaseUrl(const QString &text)
{
    const Result<QUrl> accepted = baseUrlFromUserInput(text);
    if (!accepted) {
        mustHold(!accepted.error().message.isEmpty(), "a refusal says why");
        return;
    }
    const QUrl url = accepted.value();
    mustHold(url.isValid() && !url.host().isEmpty() && mayCarryKey(url), "a server has a host, and a key may go there");
    mustHold(url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment(), "a server is an address and nothing else");
    mustHold(!url.path().isEmpty() && !url.path().endsWith(QLatin1Char('/')), "a path is there and ends without a slash");
    const Result<QUrl> again = baseUrlFromUserInput(url.toString(QUrl::FullyEncoded));
    mustHold(again && again.value() == url, "what was taken is taken as it is");

    Endpoint endpoint;
    endpoint.baseUrl = url;
    const QUrl called = joinedUrl(url, QStringLiteral("/chat/completions"));
    mustHold(called.isValid() && called.authority() == url.authority() && called.path().endsWith(QLatin1String("/chat/completions")),
             "what is called is at that server");
    const QUrl origin(endpoint.origin(), QUrl::StrictMode);
    mustHold(origin.isValid() && origin.host() == url.host() && origin.scheme() == url.scheme(), "a key belongs to that server");
}

void checkLink(const QString &text)
{
    const std::optional<QUrl> link = allowedLink(text);
    if (!link)
        return;
    const QString scheme = link->scheme();
    const bool isWeb = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    mustHold(isWeb || scheme == QLatin1String("mailto"), "no other scheme is opened");
    mustHold(!isWeb || (!link->host().isEmpty() && link->userInfo().isEmpty()), "the host is what it seems to be");
    const QString shown = shownLink(*link);
    mustHold(isPlainAscii(shown), "what is shown has no hidden signs");
    const QUrl opened(shown, QUrl::StrictMode);
    mustHold(opened.isValid() && opened.host() == link->host() && opened.scheme() == scheme, "what is shown is what is opened");
    const QString onPaper = paperAddress(*link);
    mustHold(!onPaper.contains(QLatin1Char('(')) && !onPaper.contains(QLatin1Char(')')) && !onPaper.contains(QLatin1Char('\\')),
             "an address in a PDF stays within its brackets");
    for (const LinkDoubt doubt : doubtsAbout(*link, text))
        mustHold(!doubtText(doubt).isEmpty(), "a doubt has words");
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QString text = QString::fromUtf8(asBytes(bytes, size));
    std::ignore = isLoopback(QUrl(text));
    checkBaseUrl(text);
    checkLink(text);
    return 0;
}
