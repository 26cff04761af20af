// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptcomparison.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>

class TestTranscriptComparison : public QObject
{
    Q_OBJECT

    static QString markedText(const QPlainTextEdit &edit)
    {
        QString text;
        for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
            for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
                const QTextCharFormat format = fragment.fragment().charFormat();
                const QString words = fragment.fragment().text();
                text += format.fontStrikeOut() ? u'-' + words + u'-' : format.fontUnderline() ? u'+' + words + u'+' : words;
            }
        }
        return text;
    }

private Q_SLOTS:
    void changesAreMarkedByLineAndColour_data()
    {
        QTest::addColumn<TranscriptTheme::Scheme>("scheme");
        QTest::newRow("light") << TranscriptTheme::Scheme::Light;
        QTest::newRow("dark") << TranscriptTheme::Scheme::Dark;
    }
    void changesAreMarkedByLineAndColour()
    {
        QFETCH(TranscriptTheme::Scheme, scheme);
        const TranscriptThemePointer theme = makeTranscriptTheme({ .scheme = scheme, .textFamily = {}, .codeFamily = {}, .accent = {} });
        TranscriptComparison dialog({ 1, QStringLiteral("the red fox") }, { 2, QStringLiteral("the blue fox") }, theme);
        const auto *edit = dialog.findChild<QPlainTextEdit *>();

        QCOMPARE(markedText(*edit), QStringLiteral("the -red-+blue+ fox"));
        QVERIFY(theme->colors.codeAdded != theme->colors.codeRemoved);
    }

    void marksInTheTextStayText()
    {
        TranscriptComparison dialog({ 1, QStringLiteral("<b>a</b>") }, { 2, QStringLiteral("<b>c</b>") }, makeTranscriptTheme());

        QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("<b>ac</b>"));
    }

    void theSameTextIsSaidToBeTheSame()
    {
        TranscriptComparison dialog({ 1, QStringLiteral("a") }, { 2, QStringLiteral("a") }, makeTranscriptTheme());

        QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("Both versions say the same."));
    }

    void itIsOnlyReadAndClosedByAKey()
    {
        TranscriptComparison dialog({ 1, QStringLiteral("a") }, { 2, QStringLiteral("b") }, makeTranscriptTheme());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *edit = dialog.findChild<QPlainTextEdit *>();
        const QString before = edit->toPlainText();

        QTest::keyClicks(edit, QStringLiteral("xyz"));
        QCOMPARE(edit->toPlainText(), before);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void aTextWithoutEndIsCut()
    {
        const QString longText = QString(400'000, u'a');
        TranscriptComparison dialog({ 1, longText }, { 2, longText + u'b' }, makeTranscriptTheme());

        QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().size() < 700'000);
    }
};

QTEST_MAIN(TestTranscriptComparison)
#include "tst_transcriptcomparison.moc"
