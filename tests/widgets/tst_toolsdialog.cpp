// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "jsontreedialog.h"
#include "toolanswerdialog.h"
#include "toolsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

class TestToolsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOfferedComesBackAsItWas();
    void aFunctionIsWrittenDownAndChecked();
    void aSchemaIsAskedForWhereItIsChosen();
    void callsAreShownWithTheirRealArguments();
    void decliningIsAWishOfItsOwn();
    void anAnswerFoldsAsATree();
    void jsonIsRecognised_data();
    void jsonIsRecognised();
};

namespace {
QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

const char *const GetTime = R"({"name":"get_time","description":"The time","parameters":{"type":"object"}})";
}

void TestToolsDialog::whatIsOfferedComesBackAsItWas()
{
    CompletionOptions options;
    options.temperature = 0.5;
    options.tools = { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") }, { QStringLiteral("function"), object(GetTime) } },
                      object(R"({"type":"web_search"})") };
    options.responseFormat = object(R"({"type":"json_schema","json_schema":{"name":"answer","schema":{"type":"object"}}})");
    const QJsonArray functions { object(GetTime), object(R"({"name":"other"})") };
    const ToolsDialog dialog(functions, options);
    QCOMPARE(dialog.options(), options);
    QCOMPARE(dialog.functions(), functions);
}

void TestToolsDialog::aFunctionIsWrittenDownAndChecked()
{
    ToolsDialog dialog({}, {});
    dialog.findChild<QPushButton *>(QStringLiteral("addFunction"))->click();
    auto *definition = dialog.findChild<QPlainTextEdit *>(QStringLiteral("definition"));
    auto *problem = dialog.findChild<QLabel *>(QStringLiteral("problem"));
    QSignalSpy accepted(&dialog, &QDialog::accepted);

    definition->setPlainText(QStringLiteral("{ not JSON"));
    QVERIFY(problem->text().contains(QStringLiteral("no JSON object")));
    dialog.accept();
    QCOMPARE(accepted.size(), 0);
    definition->setPlainText(QString::fromLatin1(GetTime));
    QVERIFY(problem->isHidden());
    dialog.accept();

    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.functions(), QJsonArray { object(GetTime) });
    QCOMPARE(dialog.options().tools.size(), 1);
    QCOMPARE(dialog.findChild<QListWidget *>(QStringLiteral("functions"))->item(0)->text(), QStringLiteral("get_time"));
}

void TestToolsDialog::aSchemaIsAskedForWhereItIsChosen()
{
    ToolsDialog dialog({}, {});
    auto *schema = dialog.findChild<QPlainTextEdit *>(QStringLiteral("schema"));
    QVERIFY(!schema->isEnabled());
    dialog.findChild<QComboBox *>(QStringLiteral("format"))->setCurrentIndex(2);
    QVERIFY(schema->isEnabled());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.accept();
    QCOMPARE(accepted.size(), 0);
    schema->setPlainText(QStringLiteral("{\"type\":\"object\"}"));
    dialog.accept();
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.options().responseFormat, object(R"({"type":"json_schema","json_schema":{"name":"answer","schema":{"type":"object"}}})"));
}

void TestToolsDialog::callsAreShownWithTheirRealArguments()
{
    const ToolAnswerDialog dialog({ { QStringLiteral("c1"), QStringLiteral("get_time"), QStringLiteral("{\"tz\":\"<b>UTC</b>\"}") },
                                    { QStringLiteral("c2"), QStringLiteral("a&b"), QStringLiteral("no JSON") } });
    auto *calls = dialog.findChild<QTabWidget *>(QStringLiteral("calls"));
    QCOMPARE(calls->count(), 2);
    QCOMPARE(calls->tabText(1), QStringLiteral("a&&b"));
    QCOMPARE(calls->widget(0)->findChild<QPlainTextEdit *>(QStringLiteral("arguments"))->toPlainText(), QStringLiteral("{\n    \"tz\": \"<b>UTC</b>\"\n}"));
    QCOMPARE(calls->widget(1)->findChild<QPlainTextEdit *>(QStringLiteral("arguments"))->toPlainText(), QStringLiteral("no JSON"));
    calls->widget(1)->findChild<QPlainTextEdit *>(QStringLiteral("result"))->setPlainText(QStringLiteral("done"));
    QCOMPARE(dialog.results(), QStringList({ QString(), QStringLiteral("done") }));
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("sendResults"))->autoDefault());
}

void TestToolsDialog::decliningIsAWishOfItsOwn()
{
    ToolAnswerDialog dialog({ { QStringLiteral("c1"), QStringLiteral("f"), QStringLiteral("{}") } });
    QSignalSpy declined(&dialog, &ToolAnswerDialog::declined);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.findChild<QPushButton *>(QStringLiteral("decline"))->click();
    QCOMPARE(declined.size(), 1);
    QCOMPARE(accepted.size(), 0);
}

void TestToolsDialog::anAnswerFoldsAsATree()
{
    JsonTreeDialog dialog(QStringLiteral("```json\n{\"a\":[1,true],\"b\":\"text\"}\n```"));
    const QTreeWidgetItem *root = dialog.findChild<QTreeWidget *>()->topLevelItem(0);
    QCOMPARE(root->childCount(), 2);
    QCOMPARE(root->child(0)->child(1)->text(1), QStringLiteral("true"));
    QCOMPARE(root->child(1)->text(1), QStringLiteral("text"));
    QSignalSpy copied(&dialog, &JsonTreeDialog::copyRequested);
    dialog.findChild<QTreeWidget *>()->setCurrentItem(dialog.findChild<QTreeWidget *>()->topLevelItem(0)->child(1));
    dialog.findChild<QPushButton *>(QStringLiteral("copy"))->click();
    QCOMPARE(copied.first().first().toString(), QStringLiteral("text"));
}

void TestToolsDialog::jsonIsRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("object") << QStringLiteral(" {\"a\":1} ") << true;
    QTest::newRow("fenced") << QStringLiteral("```json\n[1]\n```") << true;
    QTest::newRow("prose") << QStringLiteral("Here: {\"a\":1}") << false;
    QTest::newRow("a number") << QStringLiteral("7") << false;
    QTest::newRow("a fence without an end") << QStringLiteral("```{") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestToolsDialog::jsonIsRecognised()
{
    QFETCH(QString, text);
    QTEST(isJsonAnswer(text), "isJson");
}

QTEST_MAIN(TestToolsDialog)
#include "tst_toolsdialog.moc"
