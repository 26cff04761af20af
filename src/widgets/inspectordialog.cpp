// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "inspectordialog.h"

#include "plaintext.h"
#include "ui_inspectordialog.h"

#include <QFontDatabase>
#include <QJsonDocument>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace {

QString headerText(const HeaderLines &headers)
{
    QString text;
    for (const auto &[name, value] : headers)
        text += QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromUtf8(value) + QLatin1Char('\n');
    return text;
}

QString bodyText(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    return json.isNull() ? QString::fromUtf8(body) : QString::fromUtf8(json.toJson(QJsonDocument::Indented));
}

QString cutNote(const QByteArray &shown, qint64 whole)
{
    return shown.size() < whole ? QLatin1Char('\n') + InspectorDialog::tr("(%1 of %2 shown)").arg(QLocale().formattedDataSize(shown.size()), QLocale().formattedDataSize(whole))
                                : QString();
}

QString stepText(const QString &what, qint64 ms)
{
    return ms < 0 ? InspectorDialog::tr("%1: never").arg(what) : InspectorDialog::tr("%1: after %2 ms").arg(what, QLocale().toString(ms));
}

// From the first piece to the end; for what came in one go, from the request on.
QStringList tokenRates(const Exchange &exchange)
{
    constexpr qint64 OneGoMs = 20;
    QStringList lines;
    const bool cameInOneGo = exchange.endMs - exchange.firstDeltaMs < OneGoMs;
    const qint64 start = cameInOneGo ? exchange.sentMs : exchange.firstDeltaMs;
    if (exchange.shownTokens > 0 && exchange.firstDeltaMs >= 0 && start >= 0 && exchange.endMs > start) {
        const QString rate = QLocale().toString(double(exchange.shownTokens) * 1000 / double(exchange.endMs - start), 'f', 1);
        lines += exchange.isEstimated ? InspectorDialog::tr("Rate: ≈ %1 tokens per second, estimated by length").arg(rate) : InspectorDialog::tr("Rate: %1 tokens per second").arg(rate);
    }
    if (exchange.serverRate > 0)
        lines += InspectorDialog::tr("By the server's own clock: %1 tokens per second").arg(QLocale().toString(exchange.serverRate, 'f', 1));
    return lines;
}

}

QString timesText(const Exchange &exchange)
{
    QStringList lines {
        exchange.url.toString(QUrl::FullyEncoded),
        exchange.status > 0 ? InspectorDialog::tr("HTTP status %1").arg(exchange.status) : InspectorDialog::tr("No reply"),
        exchange.outcome.isEmpty() ? InspectorDialog::tr("No error") : exchange.outcome,
        QString(),
        InspectorDialog::tr("Sent: %1").arg(QLocale().formattedDataSize(exchange.requestBytes)),
        InspectorDialog::tr("Received: %1, events: %2").arg(QLocale().formattedDataSize(exchange.replyBytes), QLocale().toString(exchange.events.size())),
        QString(),
        stepText(InspectorDialog::tr("Connected"), exchange.connectedMs),
        stepText(InspectorDialog::tr("Request sent"), exchange.sentMs),
        stepText(InspectorDialog::tr("First byte"), exchange.firstByteMs),
        stepText(InspectorDialog::tr("First piece of the answer"), exchange.firstDeltaMs),
        stepText(InspectorDialog::tr("End"), exchange.endMs),
    };
    lines += tokenRates(exchange);
    const qint64 span = exchange.endMs - exchange.firstByteMs;
    if (exchange.firstByteMs >= 0 && span > 0)
        lines += InspectorDialog::tr("Rate: %1 per second").arg(QLocale().formattedDataSize(exchange.replyBytes * 1000 / span));
    return lines.join(QLatin1Char('\n'));
}

QString requestText(const Exchange &exchange)
{
    return QString::fromLatin1(exchange.method) + QLatin1Char(' ') + exchange.url.path() + QLatin1Char('\n') + headerText(exchange.requestHeaders)
        + QLatin1Char('\n') + bodyText(exchange.requestBody) + cutNote(exchange.requestBody, exchange.requestBytes);
}

QString replyText(const Exchange &exchange)
{
    return (exchange.status > 0 ? QStringLiteral("HTTP %1\n").arg(exchange.status) : QString()) + headerText(exchange.replyHeaders) + QLatin1Char('\n')
        + bodyText(exchange.replyBody) + cutNote(exchange.replyBody, exchange.replyBytes);
}

InspectorDialog::InspectorDialog(const QList<Exchange> &exchanges, QWidget *parent)
    : QDialog(parent), m_exchanges(exchanges), m_ui(std::make_unique<Ui::InspectorDialog>())
{
    m_ui->setupUi(this);
    resize(760, 560);
    makeSecondary(m_ui->note);
    for (QPlainTextEdit *text : { m_ui->request, m_ui->reply })
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const auto isForTitle = [](const Exchange &exchange) { return exchange.isForTitle; };
    const qsizetype titles = std::count_if(exchanges.cbegin(), exchanges.cend(), isForTitle);
    const qsizetype answers = exchanges.size() - titles;
    for (qsizetype i = 0; i < answers; ++i)
        m_ui->tries->addItem(tr("Try %1 of %2").arg(i + 1).arg(answers));
    for (qsizetype i = 0; i < titles; ++i)
        m_ui->tries->addItem(titles == 1 ? tr("Title of the conversation") : tr("Title of the conversation, try %1 of %2").arg(i + 1).arg(titles));
    m_ui->tries->setVisible(exchanges.size() > 1);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connect(m_ui->tries, &QComboBox::currentIndexChanged, this, &InspectorDialog::showTry);
    connect(m_ui->copyCurl, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(curlCommand(m_exchanges.value(m_ui->tries->currentIndex()))); });
    connect(m_ui->replay, &QPushButton::clicked, this, [this] {
        Q_EMIT replayRequested();
        accept();
    });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int last = int(std::max<qsizetype>(answers, 1)) - 1;
    m_ui->tries->setCurrentIndex(last);
    showTry(last);
}

InspectorDialog::~InspectorDialog() = default;

void InspectorDialog::showTry(int index)
{
    const Exchange exchange = m_exchanges.value(index);
    m_ui->replay->setEnabled(!exchange.isForTitle);
    m_ui->times->setPlainText(timesText(exchange));
    m_ui->request->setPlainText(requestText(exchange));
    m_ui->reply->setPlainText(replyText(exchange));
    m_ui->events->clear();
    for (const ExchangeEvent &event : exchange.events) {
        auto *item = new QTreeWidgetItem(m_ui->events, { locale().toString(event.ms), locale().toString(event.byteCount), QString::fromUtf8(event.start) });
        item->setTextAlignment(0, Qt::AlignTrailing | Qt::AlignVCenter);
        item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
    }
}
