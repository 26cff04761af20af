// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "firstrunpage.h"

#include "errordescription.h"
#include "palette.h"
#include "plaintext.h"
#include "ui_firstrunpage.h"
#include "windowstyle.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QUuid>

FirstRunPage::FirstRunPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::FirstRunPage>())
{
    m_ui->setupUi(this);
    m_back = new QPushButton(tr("Back to the conversation"), this);
    m_back->setObjectName(QStringLiteral("back"));
    m_back->hide();
    m_ui->columnLayout->insertWidget(m_ui->columnLayout->indexOf(m_ui->title), m_back, 0, Qt::AlignLeft);
    connect(m_back, &QPushButton::clicked, this, &FirstRunPage::backRequested);
    setPrimary(m_ui->xaiTest);
    for (QLabel *label : { m_ui->subtitle, m_ui->xaiResult, m_ui->serverText, m_ui->serverResult, m_ui->practiceText })
        makeSecondary(label);
    // The whole window is one drop zone.
    for (QLineEdit *field : { m_ui->xaiKey, m_ui->serverUrl, m_ui->serverKey })
        field->setAcceptDrops(false);
    m_ui->serverResult->hide();
    m_ui->serverTest->setEnabled(false);
    setFontScale(m_ui->title, 22.0 / 14, QFont::Bold);
    for (QLabel *title : { m_ui->xaiTitle, m_ui->serverTitle, m_ui->practiceTitle })
        setFontScale(title, 1, QFont::DemiBold);
    connect(m_ui->xaiTest, &QPushButton::clicked, this, &FirstRunPage::offerXai);
    connect(m_ui->xaiKey, &QLineEdit::returnPressed, this, &FirstRunPage::offerXai);
    connect(m_ui->serverTest, &QPushButton::clicked, this, &FirstRunPage::offerServer);
    connect(m_ui->serverUrl, &QLineEdit::returnPressed, this, &FirstRunPage::offerServer);
    connect(m_ui->serverKey, &QLineEdit::returnPressed, this, &FirstRunPage::offerServer);
    connect(m_ui->serverUrl, &QLineEdit::textChanged, this, &FirstRunPage::checkAddress);
    connect(m_ui->practice, &QPushButton::clicked, this, &FirstRunPage::practiceRequested);
}

FirstRunPage::~FirstRunPage() = default;

void FirstRunPage::setLeavable(bool isLeavable)
{
    m_back->setVisible(isLeavable);
}

void FirstRunPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isVisibleTo(this))
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

void FirstRunPage::offerXai()
{
    const ApiKey key = takeKey(m_ui->xaiKey);
    if (key.isEmpty()) {
        showResult(m_ui->xaiResult, tr("This is no key. Paste the whole key from console.x.ai."), Mood::Bad);
        return;
    }
    setBusy(true);
    showResult(m_ui->xaiResult, tr("Testing the key…"), Mood::Neutral);
    Q_EMIT endpointOffered(xaiEndpoint(), key);
}

void FirstRunPage::offerServer()
{
    const Result<QUrl> url = baseUrlFromUserInput(m_ui->serverUrl->text());
    if (!url)
        return checkAddress();
    Endpoint endpoint;
    endpoint.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    endpoint.baseUrl = url.value();
    endpoint.name = endpoint.baseUrl.authority();
    const ApiKey key = takeKey(m_ui->serverKey);
    endpoint.needsKey = !key.isEmpty();
    setBusy(true);
    showResult(m_ui->serverResult, tr("Asking the server…"), Mood::Neutral);
    Q_EMIT endpointOffered(endpoint, key);
}

void FirstRunPage::checkAddress()
{
    const QString typed = m_ui->serverUrl->text().trimmed();
    const Result<QUrl> url = baseUrlFromUserInput(typed);
    m_ui->serverTest->setEnabled(bool(url));
    m_ui->serverResult->setVisible(!typed.isEmpty());
    if (url)
        showResult(m_ui->serverResult, tr("Questions will go to %1/chat/completions").arg(url.value().toString()), Mood::Neutral);
    else
        showResult(m_ui->serverResult, url.error().message, Mood::Bad);
}

QLabel *FirstRunPage::resultLabelOf(const Endpoint &endpoint) const
{
    return endpoint.id == xaiEndpoint().id ? m_ui->xaiResult : m_ui->serverResult;
}

void FirstRunPage::showKeyKept(const Endpoint &endpoint, const KeyPlace &place, bool isVerified)
{
    setBusy(false);
    const QString taken = isVerified ? tr("The server took the key.") : tr("The server answers; it has no call that tests a key.");
    showResult(resultLabelOf(endpoint), QStringList({ taken, keyPlaceSentence(place) }).join(u' '), Mood::Good);
}

void FirstRunPage::showRefused(const Endpoint &endpoint, const Error &error)
{
    setBusy(false);
    const ErrorDescription description = describe(error);
    showResult(resultLabelOf(endpoint), QStringList({ description.title, description.sentence }).join(u' '), Mood::Bad);
    resultLabelOf(endpoint)->show();
}

void FirstRunPage::setBusy(bool isBusy)
{
    m_ui->xaiTest->setEnabled(!isBusy);
    m_ui->serverTest->setEnabled(!isBusy && bool(baseUrlFromUserInput(m_ui->serverUrl->text())));
}

ApiKey takeKey(QLineEdit *field)
{
    QByteArray typed = field->text().toUtf8();
    field->clear();
    // Changing the echo mode drops the undo history, where the key would stay readable.
    field->setEchoMode(QLineEdit::NoEcho);
    field->setEchoMode(QLineEdit::Password);
    return ApiKey::fromUserInput(std::move(typed));
}

QString keyPlaceSentence(const KeyPlace &place)
{
    switch (place.where) {
    case KeyPlace::Where::Keyring: return FirstRunPage::tr("It is kept in the system keyring.");
    case KeyPlace::Where::ThisRunOnly:
        return place.reason.isEmpty() ? FirstRunPage::tr("It is kept for this run only.") : place.reason;
    case KeyPlace::Where::Environment: return FirstRunPage::tr("It comes from XAI_API_KEY.");
    case KeyPlace::Where::None: return FirstRunPage::tr("There is no key.");
    }
    return {};
}

void showResult(QLabel *label, const QString &text, Mood mood)
{
    const Colors colors = colorsOf(label->window()->palette());
    QPalette palette = label->window()->palette();
    palette.setColor(QPalette::PlaceholderText,
                     mood == Mood::Good ? colors.good : mood == Mood::Bad ? colors.bad : colors.secondary);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setPalette(palette);
    label->setText(text);
    label->show();
}
