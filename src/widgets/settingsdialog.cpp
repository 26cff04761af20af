// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "settingsdialog.h"

#include "endpointdialog.h"
#include "errordescription.h"
#include "firstrunpage.h"
#include "plaintext.h"
#include "ui_settingsdialog.h"

#include <QCompleter>
#include <QLocale>

namespace {

constexpr int EndpointIdRole = Qt::UserRole + 1;
const QStringList Themes { QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark") };

void selectData(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

}

SettingsDialog::SettingsDialog(EndpointBook &endpoints, const Preferences &preferences, const QStringList &languages, QWidget *parent)
    : QDialog(parent), m_endpoints(endpoints), m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    for (QLabel *title : { m_ui->serversTitle, m_ui->windowTitleLabel })
        setFontScale(title, 1, QFont::DemiBold);
    for (QLabel *label : { m_ui->keyState, m_ui->result, m_ui->languageNote, m_ui->titlesNote })
        makeSecondary(label);
    m_ui->result->hide();
    m_ui->languageNote->hide();
    // Enter in the key field must not press some other button.
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    fillPreferences(preferences, languages);
    fillEndpoints();
    connectEndpoints();
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::fillPreferences(const Preferences &preferences, const QStringList &languages)
{
    m_ui->sendKey->setCurrentIndex(preferences.sendsOnEnter ? 0 : 1);
    m_ui->theme->setCurrentIndex(int(qMax<qsizetype>(0, Themes.indexOf(preferences.theme))));
    m_ui->zoom->setValue(preferences.zoomPercent);
    m_ui->language->addItem(tr("As the desktop"), QString());
    m_ui->language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    for (const QString &code : languages)
        m_ui->language->addItem(QLocale(code).nativeLanguageName(), code);
    selectData(m_ui->language, preferences.language);
    for (const int edge : { 1024, 2048, 4096 })
        m_ui->imageEdge->addItem(tr("%1 pixels").arg(locale().toString(edge)), edge);
    m_ui->imageEdge->addItem(tr("As they are"), 0);
    selectData(m_ui->imageEdge, preferences.maxImageEdge);

    m_ui->tellsOfAnswers->setChecked(preferences.tellsOfAnswers);
    m_ui->titlesByModel->setChecked(preferences.titlesByModel);
    m_ui->titleModel->setText(preferences.titleModel);
    auto *models = new QCompleter(m_endpoints.models(), m_ui->titleModel);
    models->setFilterMode(Qt::MatchContains);
    models->setCaseSensitivity(Qt::CaseInsensitive);
    m_ui->titleModel->setCompleter(models);
    m_ui->titleModel->setEnabled(preferences.titlesByModel);

    const auto announce = [this] { Q_EMIT preferencesChanged(this->preferences()); };
    for (QComboBox *box : { m_ui->sendKey, m_ui->theme, m_ui->language, m_ui->imageEdge })
        connect(box, &QComboBox::currentIndexChanged, this, announce);
    connect(m_ui->titlesByModel, &QCheckBox::toggled, m_ui->titleModel, &QWidget::setEnabled);
    for (QCheckBox *box : { m_ui->tellsOfAnswers, m_ui->titlesByModel })
        connect(box, &QCheckBox::toggled, this, announce);
    connect(m_ui->titleModel, &QLineEdit::textChanged, this, announce);
    connect(m_ui->language, &QComboBox::currentIndexChanged, m_ui->languageNote, &QLabel::show);
    connect(m_ui->zoom, &QSpinBox::valueChanged, this, announce);
}

Preferences SettingsDialog::preferences() const
{
    return {
        .sendsOnEnter = m_ui->sendKey->currentIndex() == 0,
        .theme = Themes.value(m_ui->theme->currentIndex()),
        .zoomPercent = m_ui->zoom->value(),
        .language = m_ui->language->currentData().toString(),
        .maxImageEdge = m_ui->imageEdge->currentData().toInt(),
        .tellsOfAnswers = m_ui->tellsOfAnswers->isChecked(),
        .titlesByModel = m_ui->titlesByModel->isChecked(),
        .titleModel = m_ui->titleModel->text().trimmed(),
    };
}

void SettingsDialog::connectEndpoints()
{
    connect(m_ui->endpoints, &QListWidget::currentRowChanged, this, &SettingsDialog::showKeyState);
    connect(m_ui->keepKey, &QPushButton::clicked, this, &SettingsDialog::keepKey);
    connect(m_ui->newKey, &QLineEdit::returnPressed, this, &SettingsDialog::keepKey);
    connect(m_ui->forgetKey, &QPushButton::clicked, this, [this] { m_endpoints.forgetKey(selectedEndpoint()); });
    connect(m_ui->useEndpoint, &QPushButton::clicked, this, [this] { m_endpoints.setCurrent(selectedEndpoint().id); });
    connect(m_ui->removeEndpoint, &QPushButton::clicked, this, [this] { m_endpoints.remove(selectedEndpoint().id); });
    connect(m_ui->addEndpoint, &QPushButton::clicked, this, &SettingsDialog::addEndpoint);
    connect(m_ui->editEndpoint, &QPushButton::clicked, this, &SettingsDialog::editEndpoint);
    connect(m_ui->endpoints, &QListWidget::itemActivated, this, &SettingsDialog::editEndpoint);
    connect(m_ui->findLocal, &QPushButton::clicked, this, &SettingsDialog::findLocalServers);
    connect(&m_endpoints, &EndpointBook::localServersFound, this, &SettingsDialog::offerLocalServers);
    connect(&m_endpoints, &EndpointBook::endpointsChanged, this, &SettingsDialog::fillEndpoints);
    connect(&m_endpoints, &EndpointBook::currentChanged, this, &SettingsDialog::fillEndpoints);
    connect(&m_endpoints, &EndpointBook::keyForgotten, this, [this] {
        showResult(m_ui->result, tr("The key was removed."), Mood::Neutral);
        showKeyState();
    });
    connect(&m_endpoints, &EndpointBook::keyKept, this, [this](const Endpoint &, const KeyPlace &place) {
        showResult(m_ui->result, tr("The key is good.") + u' ' + keyPlaceSentence(place), Mood::Good);
        showKeyState();
    });
    connect(&m_endpoints, &EndpointBook::keyRefused, this, [this](const Endpoint &, const Error &error) {
        const ErrorDescription description = describe(error);
        showResult(m_ui->result, description.title + u' ' + description.sentence, Mood::Bad);
        showKeyState();
    });
}

void SettingsDialog::fillEndpoints()
{
    const QString selected = m_ui->endpoints->currentItem() ? m_ui->endpoints->currentItem()->data(EndpointIdRole).toString()
                                                            : m_endpoints.current().id;
    const QSignalBlocker quiet(m_ui->endpoints);
    m_ui->endpoints->clear();
    for (const Endpoint &endpoint : m_endpoints.endpoints()) {
        const QString mark = endpoint.id == m_endpoints.current().id ? tr("%1 (in use)").arg(endpoint.name) : endpoint.name;
        auto *item = new QListWidgetItem(QStringLiteral("%1 · %2").arg(mark, endpoint.baseUrl.toString()), m_ui->endpoints);
        item->setData(EndpointIdRole, endpoint.id);
        if (endpoint.id == selected)
            m_ui->endpoints->setCurrentItem(item);
    }
    if (!m_ui->endpoints->currentItem())
        m_ui->endpoints->setCurrentRow(0);
    showKeyState();
}

Endpoint SettingsDialog::selectedEndpoint() const
{
    const QListWidgetItem *item = m_ui->endpoints->currentItem();
    return m_endpoints.find(item ? item->data(EndpointIdRole).toString() : QString());
}

void SettingsDialog::showKeyState()
{
    const Endpoint endpoint = selectedEndpoint();
    const KeyPlace place = m_endpoints.keyPlace(endpoint);
    const bool hasSelection = m_ui->endpoints->currentItem();
    const bool hasKey = place.where != KeyPlace::Where::None;
    m_ui->keyState->setText(endpoint.isPractice                  ? tr("Practice needs no key. No real model answers.")
                            : !hasKey && !endpoint.needsKey ? tr("This server is used without a key.")
                            : hasKey ? tr("A key is set.") + u' ' + keyPlaceSentence(place)
                                     : tr("No key was read yet for %1. It is asked for when first needed.").arg(endpoint.origin()));
    m_ui->newKey->setEnabled(hasSelection && !endpoint.isPractice);
    m_ui->keepKey->setEnabled(m_ui->newKey->isEnabled());
    m_ui->forgetKey->setEnabled(hasSelection && !endpoint.isPractice);
    m_ui->useEndpoint->setEnabled(hasSelection && endpoint.id != m_endpoints.current().id);
    m_ui->removeEndpoint->setEnabled(hasSelection && endpoint.id != xaiEndpoint().id);
    m_ui->editEndpoint->setEnabled(hasSelection && !endpoint.isPractice);
}

void SettingsDialog::keepKey()
{
    const ApiKey key = takeKey(m_ui->newKey);
    if (key.isEmpty()) {
        showResult(m_ui->result, tr("This is no key. Paste the whole key."), Mood::Bad);
        return;
    }
    showResult(m_ui->result, tr("Testing the key…"), Mood::Neutral);
    m_endpoints.testAndKeepKey(selectedEndpoint(), key);
}

void SettingsDialog::addEndpoint()
{
    auto *dialog = new EndpointDialog(std::nullopt, QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { keepEndpoint(dialog->endpoint().value(), dialog->takeProxyPassword()); });
    dialog->open();
}

void SettingsDialog::editEndpoint()
{
    const Endpoint endpoint = selectedEndpoint();
    if (endpoint.isPractice)
        return;
    const bool isCurrent = endpoint.id == m_endpoints.current().id;
    auto *dialog = new EndpointDialog(endpoint, isCurrent ? m_endpoints.currentModelId() : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { keepEndpoint(dialog->endpoint().value(), dialog->takeProxyPassword()); });
    dialog->open();
}

void SettingsDialog::keepEndpoint(const Endpoint &endpoint, const ApiKey &proxyPassword)
{
    m_endpoints.addOrReplace(endpoint);
    if (!proxyPassword.isEmpty())
        m_endpoints.keepProxyPassword(endpoint, proxyPassword);
    for (int row = 0; row < m_ui->endpoints->count(); ++row) {
        if (m_ui->endpoints->item(row)->data(EndpointIdRole) == endpoint.id)
            m_ui->endpoints->setCurrentRow(row);
    }
}

void SettingsDialog::findLocalServers()
{
    m_ui->findLocal->setEnabled(false);
    showResult(m_ui->result, tr("Looking for servers on this computer…"), Mood::Neutral);
    m_endpoints.findLocalServers();
}

void SettingsDialog::offerLocalServers(const QList<Endpoint> &servers)
{
    m_ui->findLocal->setEnabled(true);
    QStringList names;
    for (const Endpoint &server : servers) {
        names += server.name;
        keepEndpoint(server, {});
    }
    showResult(m_ui->result, names.isEmpty() ? tr("No further server answers on this computer.") : tr("Added: %1.").arg(names.join(QStringLiteral(", "))),
               names.isEmpty() ? Mood::Neutral : Mood::Good);
}
