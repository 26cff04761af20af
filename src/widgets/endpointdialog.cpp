// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "endpointdialog.h"

#include "completionoptions.h"
#include "dialectpage.h"
#include "endpointpresets.h"
#include "firstrunpage.h"
#include "plaintext.h"
#include "ui_endpointdialog.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QPushButton>

namespace {

const QList<Transport> Transports { Transport::Automatic, Transport::ChatCompletions, Transport::Responses };
const QList<ProxyChoice::Kind> ProxyKinds { ProxyChoice::Kind::System, ProxyChoice::Kind::None, ProxyChoice::Kind::Http, ProxyChoice::Kind::Socks5 };

Error unusable(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = message;
    return error;
}

QString transportText(Transport transport)
{
    switch (transport) {
    case Transport::Automatic: return EndpointDialog::tr("Automatic");
    case Transport::ChatCompletions: return EndpointDialog::tr("Chat Completions");
    case Transport::Responses: return EndpointDialog::tr("Responses");
    }
    Q_UNREACHABLE();
}

Result<QJsonObject> jsonFromText(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return unusable(EndpointDialog::tr("The additions to each request must be one JSON object, such as {\"top_k\": 40}."));
    return document.object();
}

}

Result<QList<std::pair<QByteArray, QByteArray>>> headersFromText(const QString &text)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (line.trimmed().isEmpty())
            continue;
        if (colon <= 0)
            return unusable(EndpointDialog::tr("A header needs a name and a value with a colon between: %1").arg(line.trimmed().left(60)));
        const QByteArray name = line.first(colon).trimmed().toLatin1();
        if (name.compare("authorization", Qt::CaseInsensitive) == 0)
            return unusable(EndpointDialog::tr("The key has a field of its own; it must not stand among the headers."));
        headers.append({ name, line.sliced(colon + 1).trimmed().toUtf8() });
    }
    return headers;
}

QString headersToText(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers)
        lines += QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromUtf8(value);
    return lines.join(QLatin1Char('\n'));
}

EndpointDialog::EndpointDialog(const std::optional<Endpoint> &endpoint, const QString &modelId, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::EndpointDialog>()), m_modelId(modelId), m_dialect(new DialectPage)
{
    m_ui->setupUi(this);
    m_ui->pages->insertTab(m_ui->pages->indexOf(m_ui->modelsPage), m_dialect, tr("Dialect"));
    setWindowTitle(endpoint ? tr("Server settings") : tr("Add a server"));
    for (QLabel *label : { m_ui->addressNote, m_ui->transportNote, m_ui->bodyNote, m_ui->modelsNote, m_ui->proxyNote, m_ui->caNote, m_ui->problem })
        makeSecondary(label);
    m_ui->problem->hide();
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    for (const Transport transport : Transports) {
        m_ui->transport->addItem(transportText(transport));
        m_ui->modelTransport->addItem(transportText(transport));
    }
    fillKinds();
    m_ui->kind->setVisible(!endpoint);
    m_ui->kindLabel->setVisible(!endpoint);
    if (endpoint)
        show(*endpoint);
    else
        takeKind(0);
    m_ui->modelName->setText(modelId);
    connectFields();
}

EndpointDialog::~EndpointDialog() = default;

void EndpointDialog::fillKinds()
{
    for (const EndpointPreset &preset : endpointPresets())
        m_ui->kind->addItem(preset.name);
    m_ui->kind->addItem(tr("Another server"));
}

void EndpointDialog::takeKind(int index)
{
    const QList<EndpointPreset> &presets = endpointPresets();
    EndpointPreset another;
    another.name = tr("My server");
    another.needsKey = false;
    show(endpointFrom(index < presets.size() ? presets.at(index) : another));
}

void EndpointDialog::connectFields()
{
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &EndpointDialog::takeKind);
    connect(m_ui->address, &QLineEdit::textChanged, this, &EndpointDialog::showAddress);
    connect(m_dialect, &DialectPage::changed, this, &EndpointDialog::showAddress);
    connect(m_ui->transport, &QComboBox::currentIndexChanged, this, &EndpointDialog::showTransport);
    connect(m_ui->proxyKind, &QComboBox::currentIndexChanged, this, &EndpointDialog::showProxyFields);
    connect(m_ui->setModel, &QPushButton::clicked, this, &EndpointDialog::setModelTransport);
    connect(m_ui->modelName, &QLineEdit::returnPressed, this, &EndpointDialog::setModelTransport);
    connect(m_ui->forgetModel, &QPushButton::clicked, this, &EndpointDialog::forgetModel);
    connect(m_ui->models, &QTreeWidget::itemSelectionChanged, this, [this] { m_ui->forgetModel->setEnabled(!m_ui->models->selectedItems().isEmpty()); });
    connect(m_ui->chooseCa, &QPushButton::clicked, this, &EndpointDialog::chooseCaFile);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &EndpointDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void EndpointDialog::show(const Endpoint &endpoint)
{
    m_endpoint = endpoint;
    m_ui->name->setText(endpoint.name);
    m_ui->address->setText(endpoint.baseUrl.toString());
    m_ui->needsKey->setChecked(endpoint.needsKey);
    m_ui->transport->setCurrentIndex(int(Transports.indexOf(endpoint.profile.transport)));
    m_ui->streams->setChecked(endpoint.profile.streams);
    m_ui->anyOrder->setChecked(!endpoint.profile.mergesSystemTexts);
    m_ui->oldLimit->setChecked(endpoint.profile.outputLimitField == QLatin1String("max_tokens"));
    m_ui->streamOptions->setChecked(endpoint.profile.sendsStreamOptions);
    m_dialect->show(endpoint.profile);
    m_ui->headers->setPlainText(headersToText(endpoint.headers));
    m_ui->extraBody->setPlainText(endpoint.extraBody.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(endpoint.extraBody).toJson()).trimmed());
    m_ui->proxyKind->setCurrentIndex(int(ProxyKinds.indexOf(endpoint.proxy.kind)));
    m_ui->proxyHost->setText(endpoint.proxy.host);
    m_ui->proxyPort->setValue(endpoint.proxy.port > 0 ? endpoint.proxy.port : 3128);
    m_ui->proxyUser->setText(endpoint.proxy.user);
    m_ui->caFile->setText(endpoint.caFile);
    m_ui->silence->setValue(int(std::chrono::duration_cast<std::chrono::seconds>(endpoint.timeLimits.silence).count()));
    m_ui->thinkingSilence->setValue(int(std::chrono::duration_cast<std::chrono::seconds>(endpoint.timeLimits.reasoningSilence).count()));
    // The address of the preset is ours: its key must not go elsewhere.
    m_ui->address->setReadOnly(endpoint.id == xaiEndpoint().id);
    m_ui->name->setReadOnly(endpoint.id == xaiEndpoint().id);
    showAddress();
    showTransport();
    showProxyFields();
    showModels();
}

void EndpointDialog::showAddress()
{
    const Result<QUrl> url = baseUrlFromUserInput(m_ui->address->text());
    if (!url) {
        showResult(m_ui->addressNote, m_ui->address->text().trimmed().isEmpty() ? tr("The host alone is enough.") : url.error().message,
                   m_ui->address->text().trimmed().isEmpty() ? Mood::Neutral : Mood::Bad);
        return;
    }
    Endpoint asked = m_endpoint;
    asked.profile.transport = Transports.value(m_ui->transport->currentIndex());
    m_dialect->applyTo(asked.profile);
    QString path = completionPath(transportFor(asked, m_modelId, {}));
    if (!asked.profile.query.isEmpty())
        path += QLatin1Char('?') + asked.profile.query;
    QString text = tr("Questions go to %1/%2").arg(url.value().toString(), path);
    Endpoint moved;
    moved.baseUrl = url.value();
    if (m_endpoint.needsKey && !m_endpoint.baseUrl.isEmpty() && moved.origin() != m_endpoint.origin())
        text += QLatin1Char('\n') + tr("A key belongs to one address, so this one asks for its own.");
    showResult(m_ui->addressNote, text, Mood::Neutral);
}

void EndpointDialog::showTransport()
{
    const Transport chosen = Transports.value(m_ui->transport->currentIndex());
    Endpoint asked = m_endpoint;
    asked.profile.transport = chosen;
    const QString way = transportText(transportFor(asked, m_modelId, {}));
    m_ui->transportNote->setText(chosen == Transport::Automatic ? tr("Chat Completions, and Responses where a search of the server or the model needs it. %1 is asked by %2 now.")
                                                                      .arg(m_modelId.isEmpty() ? tr("A model") : m_modelId, way)
                                                                : tr("All models of this server but those below are asked by %1.").arg(way));
    showAddress();
}

void EndpointDialog::showProxyFields()
{
    const ProxyChoice::Kind kind = ProxyKinds.value(m_ui->proxyKind->currentIndex());
    const bool isOwn = kind == ProxyChoice::Kind::Http || kind == ProxyChoice::Kind::Socks5;
    for (QWidget *field : QList<QWidget *> { m_ui->proxyHost, m_ui->proxyPort, m_ui->proxyUser, m_ui->proxyPassword })
        field->setEnabled(isOwn);
}

void EndpointDialog::showModels()
{
    m_ui->models->clear();
    const QMap<QString, ModelProfile> &models = m_endpoint.profile.models;
    for (auto model = models.begin(); model != models.end(); ++model) {
        new QTreeWidgetItem(m_ui->models, { model.key(), transportText(model->transport), model->refusedFields.join(QStringLiteral(", ")) });
    }
    for (int column = 0; column < 2; ++column)
        m_ui->models->resizeColumnToContents(column);
    m_ui->forgetModel->setEnabled(false);
}

void EndpointDialog::setModelTransport()
{
    const QString id = m_ui->modelName->text().trimmed();
    if (id.isEmpty())
        return;
    ModelProfile &model = m_endpoint.profile.models[id];
    model.transport = Transports.value(m_ui->modelTransport->currentIndex());
    if (model == ModelProfile {})
        m_endpoint.profile.models.remove(id);
    showModels();
    showTransport();
}

void EndpointDialog::forgetModel()
{
    for (const QTreeWidgetItem *item : m_ui->models->selectedItems())
        m_endpoint.profile.models.remove(item->text(0));
    showModels();
    showTransport();
}

void EndpointDialog::chooseCaFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Certificates of authorities"), m_ui->caFile->text(),
                                                      tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    if (!file.isEmpty())
        m_ui->caFile->setText(file);
}

Result<Endpoint> EndpointDialog::endpoint() const
{
    const Result<QUrl> url = baseUrlFromUserInput(m_ui->address->text());
    if (!url)
        return url.error();
    const auto headers = headersFromText(m_ui->headers->toPlainText());
    if (!headers)
        return headers.error();
    const Result<QJsonObject> extra = jsonFromText(m_ui->extraBody->toPlainText());
    if (!extra)
        return extra.error();
    Endpoint entered = m_endpoint;
    entered.baseUrl = url.value();
    entered.name = m_ui->name->text().trimmed().isEmpty() ? url.value().authority() : m_ui->name->text().trimmed();
    entered.needsKey = m_ui->needsKey->isChecked();
    entered.headers = headers.value();
    entered.extraBody = extra.value();
    entered.profile.transport = Transports.value(m_ui->transport->currentIndex());
    entered.profile.streams = m_ui->streams->isChecked();
    entered.profile.mergesSystemTexts = !m_ui->anyOrder->isChecked();
    entered.profile.sendsStreamOptions = m_ui->streamOptions->isChecked();
    entered.profile.outputLimitField = m_ui->oldLimit->isChecked() ? QStringLiteral("max_tokens") : QStringLiteral("max_completion_tokens");
    m_dialect->applyTo(entered.profile);
    entered.proxy.kind = ProxyKinds.value(m_ui->proxyKind->currentIndex());
    entered.proxy.host = m_ui->proxyHost->text().trimmed();
    entered.proxy.port = m_ui->proxyPort->value();
    entered.proxy.user = m_ui->proxyUser->text().trimmed();
    if (!entered.proxy.origin().isEmpty() && entered.proxy.host.isEmpty())
        return unusable(tr("An own proxy needs the name of its host."));
    if (entered.proxy.origin() != m_endpoint.proxy.origin())
        entered.proxy.password = {};
    entered.caFile = m_ui->caFile->text().trimmed();
    entered.timeLimits.silence = std::chrono::seconds(m_ui->silence->value());
    entered.timeLimits.reasoningSilence = std::chrono::seconds(m_ui->thinkingSilence->value());
    return entered;
}

ApiKey EndpointDialog::takeProxyPassword()
{
    return takeKey(m_ui->proxyPassword);
}

void EndpointDialog::accept()
{
    const Result<Endpoint> entered = endpoint();
    m_ui->problem->setVisible(!entered);
    if (entered)
        QDialog::accept();
    else
        showResult(m_ui->problem, entered.error().message, Mood::Bad);
}
