// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "functionschema.h"

#include <QJsonDocument>
#include <QTest>

class TestFunctionSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatServersRefuseIsFound_data();
    void whatServersRefuseIsFound();
};

void TestFunctionSchema::whatServersRefuseIsFound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *json, const char *words) { QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(words); };
    row("a good one", R"({"name":"get_time","parameters":{"type":"object","properties":{"tz":{"type":"string","enum":["UTC"]}}}})", "");
    row("without parameters", R"({"name":"get_time"})", "");
    row("without a name", R"({"parameters":{"type":"object"}})", "needs a name");
    row("a name with a space", R"({"name":"get time"})", "letters, digits");
    row("a name of the server's", R"({"name":"web_search"})", "tool of the server");
    row("parameters of another type", R"({"name":"f","parameters":{"type":"string"}})", "type \"object\"");
    row("parameters that are no schema", R"({"name":"f","parameters":7})", "JSON schema");
    row("an empty enum", R"({"name":"f","parameters":{"type":"object","properties":{"a":{"enum":[]}}}})", "enum must not be empty");
    row("a schema that is true", R"({"name":"f","parameters":{"type":"object","properties":{"a":true}}})", "true and false");
    row("items as a list", R"({"name":"f","parameters":{"type":"object","properties":{"a":{"type":"array","items":[{}]}}}})", "one schema");
    row("allOf with two", R"({"name":"f","parameters":{"type":"object","allOf":[{},{}]}})", "one member only");
    row("minContains", R"({"name":"f","parameters":{"type":"object","properties":{"a":{"minContains":1}}}})", "minContains is not accepted");
}

void TestFunctionSchema::whatServersRefuseIsFound()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const QString problem = functionProblem(QJsonDocument::fromJson(json).object());
    QVERIFY2(words.isEmpty() ? problem.isEmpty() : problem.contains(words), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestFunctionSchema)
#include "tst_functionschema.moc"
