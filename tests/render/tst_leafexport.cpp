// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "leafexport.h"

#include <QTest>

class TestLeafExport : public QObject
{
    Q_OBJECT

    static QString cut(const QString &source, const QString &from, const QString &to)
    {
        MarkdownDocument document;
        document.append(source);
        document.finish();
        MessageLayout layout(document.leaves(), document.source(), makeTranscriptTheme());
        layout.layOut(600);
        return markdownOf(layout, { source.indexOf(from), source.indexOf(to) + to.size() });
    }

private Q_SLOTS:
    void aSelectionIsGivenAsMarkdown_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *source, const char *from, const char *to, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(from) << QString::fromUtf8(to)
                                << QString::fromUtf8(expected);
        };
        row("everything", "# A\n\nb *c*\n", "#", "*\n", "# A\n\nb *c*\n");
        row("half of a bold word", "x **bolder** y", "old", "old", "**old**");
        row("through a link", "go [to this](https://a.example) now", "this", "now", "[this](https://a.example) now");
        row("whole items keep their signs", "- one\n- two\n- three", "two", "three", "- two\n- three");
        row("from the middle of one block to another", "first block\n\nsecond block", "block", "second", "block\n\nsecond");
        row("code alone is the code", "a\n\n```c\nint x;\nint y;\n```\n", "int x", "int y;", "int x;\nint y;");
        row("a heading with its sign", "# Title\n\ntext here", "Title", "text", "# Title\n\ntext");
    }
    void aSelectionIsGivenAsMarkdown()
    {
        QFETCH(QString, source);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);

        QCOMPARE(cut(source, from, to), expected);
    }

    void htmlHoldsNoRawHtmlAndNoBadLinks()
    {
        const QString html = htmlOfMarkdown(QStringLiteral(
            "# T\n\n<script>alert(1)</script>\n\n**b** [good](https://a.example/?x=\"y) [bad](javascript:x) ![p](https://b.example)\n"));

        QVERIFY(!html.contains(QLatin1String("<script")));
        QVERIFY(!html.contains(QLatin1String("javascript:")));
        QVERIFY(!html.contains(QLatin1String("<img")));
        QVERIFY(html.contains(QLatin1String("<h1>T</h1>")));
        QVERIFY(html.contains(QLatin1String("<strong>b</strong>")));
        QVERIFY(html.contains(QLatin1String("<a href=\"https://a.example/")));
    }

    void listsAndQuotesNestInHtml()
    {
        QCOMPARE(htmlOfMarkdown(QStringLiteral("- a\n  1. b\n- c\n\n> q\n")),
                 QStringLiteral("<ul><li><p>a</p><ol start=\"1\"><li><p>b</p></li></ol></li><li><p>c</p></li></ul>"
                                "<blockquote><p>q</p></blockquote>"));
    }
};

QTEST_MAIN(TestLeafExport)
#include "tst_leafexport.moc"
