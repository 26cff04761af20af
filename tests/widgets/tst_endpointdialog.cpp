// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "endpointdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

class TestEndpointDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aServerComesBackAsItWas();
    void theExactAddressIsShown();
    void anotherAddressAsksForItsOwnKey();
    void whatCannotBeUsedIsSaidAndNotSaved_data();
    void whatCannotBeUsedIsSaidAndNotSaved();
    void aKindFillsTheFields();
    void theWayOfAModelCanBeSetAndForgotten();
    void thePasswordLeavesItsField();
};

namespace {
Endpoint fullEndpoint()
{
    Endpoint endpoint;
    endpoint.id = QStringLiteral("own");
    endpoint.name = QStringLiteral("Own");
    endpoint.baseUrl = QUrl(QStringLiteral("https://llm.example/v1"));
    endpoint.headers = { { "X-Team", "blue: green" } };
    endpoint.extraBody = { { QStringLiteral("top_k"), 40 } };
    endpoint.profile.transport = Transport::Responses;
    endpoint.profile.streams = false;
    endpoint.profile.mergesSystemTexts = false;
    endpoint.profile.outputLimitField = QStringLiteral("max_tokens");
    endpoint.profile.keyHeader = "api-key";
    endpoint.profile.query = QStringLiteral("api-version=preview");
    endpoint.profile.systemRole = QStringLiteral("developer");
    endpoint.profile.requiredToolWord = QStringLiteral("any");
    endpoint.profile.seedField = QStringLiteral("random_seed");
    endpoint.profile.sendsNullBesideToolCalls = true;
    endpoint.profile.echoesReasoning = true;
    endpoint.profile.toolResultsAsText = true;
    endpoint.profile.models[QStringLiteral("m")] = { Transport::ChatCompletions, { QStringLiteral("seed") } };
    endpoint.proxy.kind = ProxyChoice::Kind::Http;
    endpoint.proxy.host = QStringLiteral("proxy.example");
    endpoint.proxy.port = 8080;
    endpoint.proxy.user = QStringLiteral("me");
    endpoint.caFile = QStringLiteral("/etc/own.pem");
    endpoint.timeLimits.silence = std::chrono::seconds(42);
    return endpoint;
}

template<typename T>
T *field(const EndpointDialog &dialog, const char *name)
{
    return dialog.findChild<T *>(QLatin1String(name));
}
}

void TestEndpointDialog::aServerComesBackAsItWas()
{
    const EndpointDialog dialog(fullEndpoint(), QStringLiteral("m"));
    const Result<Endpoint> entered = dialog.endpoint();
    QVERIFY(entered);
    QCOMPARE(entered.value(), fullEndpoint());
}

void TestEndpointDialog::theExactAddressIsShown()
{
    EndpointDialog dialog(std::nullopt, QStringLiteral("grok-4.7"));
    auto *address = field<QLineEdit>(dialog, "address");
    auto *note = field<QLabel>(dialog, "addressNote");
    address->setText(QStringLiteral("llm.example"));
    QVERIFY(note->text().startsWith(QStringLiteral("Questions go to https://llm.example/v1/chat/completions")));
    address->setText(QStringLiteral("http://localhost:8080/v1/chat/completions"));
    QVERIFY(note->text().startsWith(QStringLiteral("Questions go to http://localhost:8080/v1/chat/completions")));
    field<QComboBox>(dialog, "transport")->setCurrentIndex(2);
    QVERIFY(note->text().startsWith(QStringLiteral("Questions go to http://localhost:8080/v1/responses")));
    field<QLineEdit>(dialog, "query")->setText(QStringLiteral("?api-version=1"));
    QVERIFY(note->text().startsWith(QStringLiteral("Questions go to http://localhost:8080/v1/responses?api-version=1")));
}

void TestEndpointDialog::anotherAddressAsksForItsOwnKey()
{
    EndpointDialog dialog(fullEndpoint(), QStringLiteral("m"));
    auto *note = field<QLabel>(dialog, "addressNote");
    QVERIFY(!note->text().contains(QStringLiteral("A key belongs to one address")));
    field<QLineEdit>(dialog, "address")->setText(QStringLiteral("https://elsewhere.example/v1"));
    QVERIFY(note->text().contains(QStringLiteral("A key belongs to one address")));
}

void TestEndpointDialog::whatCannotBeUsedIsSaidAndNotSaved_data()
{
    QTest::addColumn<QString>("fieldName");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain http to another computer") << QStringLiteral("address") << QStringLiteral("http://llm.example");
    QTest::newRow("a header without a colon") << QStringLiteral("headers") << QStringLiteral("nothing");
    QTest::newRow("a key among the headers") << QStringLiteral("headers") << QStringLiteral("Authorization: Bearer x");
    QTest::newRow("additions that are no object") << QStringLiteral("extraBody") << QStringLiteral("[1]");
    QTest::newRow("a proxy without a host") << QStringLiteral("proxyHost") << QString();
}

void TestEndpointDialog::whatCannotBeUsedIsSaidAndNotSaved()
{
    QFETCH(QString, fieldName);
    QFETCH(QString, text);
    EndpointDialog dialog(fullEndpoint(), QStringLiteral("m"));
    if (auto *line = dialog.findChild<QLineEdit *>(fieldName))
        line->setText(text);
    else
        dialog.findChild<QPlainTextEdit *>(fieldName)->setPlainText(text);
    QSignalSpy accepted(&dialog, &QDialog::accepted);

    dialog.accept();

    QCOMPARE(accepted.size(), 0);
    QVERIFY(!field<QLabel>(dialog, "problem")->text().isEmpty());
    QVERIFY(!field<QLabel>(dialog, "problem")->isHidden());
}

void TestEndpointDialog::aKindFillsTheFields()
{
    EndpointDialog dialog(std::nullopt, {});
    auto *kind = field<QComboBox>(dialog, "kind");
    kind->setCurrentIndex(kind->findText(QStringLiteral("Mistral")));
    const Endpoint mistral = dialog.endpoint().value();
    QCOMPARE(mistral.baseUrl, QUrl(QStringLiteral("https://api.mistral.ai/v1")));
    QVERIFY(mistral.needsKey);
    QCOMPARE(mistral.profile.outputLimitField, QStringLiteral("max_tokens"));
    QVERIFY(!mistral.profile.sendsStreamOptions);

    kind->setCurrentIndex(kind->findText(QStringLiteral("Ollama")));
    const Endpoint ollama = dialog.endpoint().value();
    QCOMPARE(ollama.baseUrl, QUrl(QStringLiteral("http://localhost:11434/v1")));
    QVERIFY(!ollama.needsKey);
    QVERIFY(ollama.id != mistral.id);
}

void TestEndpointDialog::theWayOfAModelCanBeSetAndForgotten()
{
    EndpointDialog dialog(fullEndpoint(), QStringLiteral("m"));
    field<QLineEdit>(dialog, "modelName")->setText(QStringLiteral("other"));
    field<QComboBox>(dialog, "modelTransport")->setCurrentIndex(2);
    field<QPushButton>(dialog, "setModel")->click();
    QCOMPARE(dialog.endpoint().value().profile.models.value(QStringLiteral("other")).transport, Transport::Responses);

    auto *models = field<QTreeWidget>(dialog, "models");
    QCOMPARE(models->topLevelItemCount(), 2);
    models->setCurrentItem(models->topLevelItem(0));
    field<QPushButton>(dialog, "forgetModel")->click();
    QCOMPARE(dialog.endpoint().value().profile.models.keys(), QStringList { QStringLiteral("other") });
}

void TestEndpointDialog::thePasswordLeavesItsField()
{
    EndpointDialog dialog(fullEndpoint(), QStringLiteral("m"));
    auto *password = field<QLineEdit>(dialog, "proxyPassword");
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    password->setText(QStringLiteral("sentinel-word"));
    QCOMPARE(dialog.takeProxyPassword().bytes(), QByteArray("sentinel-word"));
    QVERIFY(password->text().isEmpty());
}

QTEST_MAIN(TestEndpointDialog)
#include "tst_endpointdialog.moc"
