// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "fetch_p.h"

#include "accessmanager_p.h"
#include "replyfacts_p.h"
#include "requestfactory.h"
#include "tlschain_p.h"

namespace {

constexpr qint64 ListLimit = 8 * 1024 * 1024;
constexpr std::chrono::seconds LongestSilence(30);

} // namespace

void Fetch::start(QObject *parent, const Endpoint &endpoint, const ApiKey &key, const QString &path, Callback done)
{
    new Fetch(parent, endpoint, key, path, std::move(done));
}

Fetch::Fetch(QObject *parent, const Endpoint &endpoint, const ApiKey &key, const QString &path, Callback done)
    : QObject(parent), m_key(key), m_done(std::move(done)), m_manager(createAccessManager(endpoint.proxy)),
      m_reply(m_manager->get(RequestFactory(endpoint, key).get(path)))
{
    const auto connectLimit = endpoint.timeLimits.connect;
    const auto silence = qMin<std::chrono::milliseconds>(endpoint.timeLimits.silence, LongestSilence);
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, [this] { end(timedOut(m_wait, m_clock.intervalAsDuration())); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(timedOut(Wait::Answer, m_deadline.intervalAsDuration())); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this, silence] {
        m_wait = Wait::Answer;
        m_clock.start(silence);
        m_deadline.start(silence * 2);
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &Fetch::read);
    connect(m_reply, &QNetworkReply::finished, this, &Fetch::replyFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = tlsProblem(errors, m_reply->sslConfiguration().peerCertificateChain());
    });
    m_clock.start(connectLimit);
}

void Fetch::read()
{
    m_body += m_reply->readAll();
    if (m_body.size() > ListLimit || isHeadTooLong(*m_reply))
        end(protocolError(tr("The server's answer is too long")));
    else if (m_wait == Wait::Answer)
        m_clock.start();
}

void Fetch::replyFinished()
{
    read();
    if (m_hasEnded)
        return;
    ReplyFacts facts = factsOf(*m_reply);
    qCInfo(apiLog).nospace() << "GET " << facts.url.path() << " status " << facts.status << ", " << m_body.size() << " bytes";
    if (facts.status == 0) {
        const QString text = m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors.join(QLatin1Char('\n'));
        end(errorFromNetwork(m_reply->error(), text, m_reply->url(), m_wait == Wait::Answer, m_key));
        return;
    }
    if (facts.status == 200 && m_reply->error() != QNetworkReply::NoError) {
        end(cutOff(m_reply->errorString()));
        return;
    }
    facts.body = m_body;
    end(facts);
}

void Fetch::end(Result<ReplyFacts> result)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_clock.stop();
    m_deadline.stop();
    m_reply->disconnect(this);
    m_reply->abort();
    deleteLater();
    m_done(std::move(result));
}
