// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptfixture.h"

#include <QScreen>

// Deltas repaint parts of the window and move others. What is on the screen then must be what a fresh painting shows.
class TestTranscriptPainting : public QObject
{
    Q_OBJECT

    static QImage onScreen(TranscriptView &view) { return view.screen()->grabWindow(view.winId()).toImage().convertToFormat(QImage::Format_RGB32); }
    static QImage fresh(TranscriptView &view) { return view.grab().toImage().convertToFormat(QImage::Format_RGB32); }

private Q_SLOTS:
    void eachPieceLeavesTheScreenAsAFreshPaintingWould_data();
    void eachPieceLeavesTheScreenAsAFreshPaintingWould();
};

void TestTranscriptPainting::eachPieceLeavesTheScreenAsAFreshPaintingWould_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("piece");
    const QString table = QStringLiteral("Before it.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| three | 4 |\n\nBehind it.\n");
    QTest::newRow("a table, letter by letter") << table << 1;
    QTest::newRow("a table, in pieces") << table << 5;
    QTest::newRow("a table in a list") << QStringLiteral("- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n- next\n") << 1;
    QTest::newRow("code") << QStringLiteral("Look:\n\n```c\nint x;\nint y;\n```\n\nDone.\n") << 1;
    QTest::newRow("a formula") << QStringLiteral("So\n\n\\[\\frac{a}{b}\\]\n\nis it.\n") << 1;
    QTest::newRow("headings and lists") << QStringLiteral("# Title\n\n- a\n- b\n  - c\n\n1. one\n2. two\n\n---\n\nEnd\n===\n") << 1;
    QString longTable = QStringLiteral("| a | b |\n|---|---|\n");
    for (int i = 0; i < 60; ++i)
        longTable += QStringLiteral("| row %1 | cell |\n").arg(i);
    QTest::newRow("a table longer than the window") << longTable << 40;
}

void TestTranscriptPainting::eachPieceLeavesTheScreenAsAFreshPaintingWould()
{
    QFETCH(QString, text);
    QFETCH(int, piece);
    TranscriptFixture fixture;
    fixture.ask(QStringLiteral("A question"));
    fixture.answer({}, MessageState::Streaming);
    QVERIFY(fixture.isShown());
    for (qsizetype at = 0; at < text.size(); at += piece) {
        fixture.model.appendText(1, text.mid(at, piece));
        fixture.view.flushChanges();
        QCoreApplication::processEvents();

        const QImage shown = onScreen(fixture.view);
        const QImage wanted = fresh(fixture.view);
        if (shown != wanted && qEnvironmentVariableIsSet("KEEP_PICTURES")) {
            shown.save(QStringLiteral("shown.png"));
            wanted.save(QStringLiteral("wanted.png"));
        }
        QVERIFY2(shown == wanted, qPrintable(text.left(at + piece)));
    }
}

QTEST_MAIN(TestTranscriptPainting)
#include "tst_transcriptpainting.moc"
