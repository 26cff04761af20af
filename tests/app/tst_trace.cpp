// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "trace.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

class TestTrace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachEventIsOneLineWithItsTime();
    void aFileThatCannotBeWrittenGivesNoTrace();
};

void TestTrace::eachEventIsOneLineWithItsTime()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.jsonl"));
    auto trace = Trace::open(path, std::chrono::steady_clock::now());

    trace->write("start");
    trace->write("conversation_opened", { { QStringLiteral("messages"), 12 } });

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject second = QJsonDocument::fromJson(lines.at(1)).object();
    QCOMPARE(second.value(QStringLiteral("ev")).toString(), QStringLiteral("conversation_opened"));
    QCOMPARE(second.value(QStringLiteral("messages")).toInt(), 12);
    QVERIFY(second.value(QStringLiteral("t_ms")).toDouble() >= 0);
}

void TestTrace::aFileThatCannotBeWrittenGivesNoTrace()
{
    QVERIFY(!Trace::open(QStringLiteral("/proc/no/such/file"), std::chrono::steady_clock::now()));
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
