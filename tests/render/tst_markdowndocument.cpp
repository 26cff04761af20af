// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdowndocument.h"

#include <QTest>

namespace {

MarkdownDocument parsed(const QString &text)
{
    MarkdownDocument document;
    document.append(text);
    document.finish();
    return document;
}

// Kinds of the leaves, one letter each.
QString kinds(const MarkdownDocument &document)
{
    QString letters;
    for (const Leaf &leaf : document.leaves())
        letters += QStringLiteral("PHCTRMX")[int(leaf.kind)];
    return letters;
}

// Every stretch of one leaf as "text:style", plain ones without a style.
QString stretches(const QString &text, const std::vector<Inline> &inlines)
{
    QStringList parts;
    for (const Inline &part : inlines) {
        const QString shown = text.sliced(part.begin, part.length);
        parts += part.style == PlainStyle ? shown : QStringLiteral("%1:%2").arg(shown).arg(part.style);
    }
    return parts.join(u'|');
}

QString stretches(const QString &markdown)
{
    const MarkdownDocument document = parsed(markdown);
    return document.leaves().empty() ? QString() : stretches(document.leaves()[0].text, document.leaves()[0].inlines);
}

}

class TestMarkdownDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inlinesLookAsWritten_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char16_t *markdown, const char16_t *expected) {
            QTest::newRow(name) << QString::fromUtf16(markdown) << QString::fromUtf16(expected);
        };
        row("strong in emphasis", u"*a **b***", u"a :2|b:3");
        row("strike", u"~~a~~ ~b~ ~~~c~~~", u"a:4| |b:4| ~~~c~~~");
        row("code span with blanks", u"`` a`b ``", u"a`b:8");
        row("hard break", u"a  \nb\\\nc", u"a|\u2028b|\u2028|c");
        row("soft break", u"a\nb", u"a b");
        row("entity", u"a &copy; b", u"a |©| b");
        row("escape", u"\\*a\\*", u"*a|*");
        row("raw HTML is text", u"a <b>c</b>", u"a <b>c</b>");
        row("link", u"[a *b*](/u)", u"a :16|b:18");
        row("picture", u"![a *b*](/u)", u"a :32|b:34");
        row("picture in a link", u"[![a](/i)](/u)", u"a:48");
        row("picture without a text", u"![](/i)", u"/i:32");
        row("bare address", u"see https://a.example/b.", u"see |https://a.example/b:16|.");
        row("bare www", u"(www.a.example)", u"(|www.a.example:16|)");
        row("bare mail", u"to a.b_c@d.example!", u"to |a.b_c@d.example:16|!");
        row("address as the text of a link", u"[https://a.example](https://b.example)", u"https://a.example:16");
        row("address in brackets", u"[see https://a.example]", u"[see |https://a.example:16|]");
        row("address before East Asian punctuation", u"见https://a.example/b。好", u"见|https://a.example/b:16|。好");
        row("footnote without a definition", u"a[^1]", u"a[^1]");
        row("maths in parentheses", u"\\(a_1 * b_2\\)", u"a_1 * b_2:64");
        row("maths in brackets", u"so \\[a\\] is", u"so |a:192| is");
        row("maths in dollars", u"so $a_1$ is", u"so |a_1:64| is");
        row("money in front of a formula", u"$5 and $10, not $1,200.50; so $x$ is", u"$5 and $10, not $1,200.50; so |x:64| is");
        row("maths in double dollars", u"so $$ a $$ is", u"so | a :192| is");
        row("escaped bracket", u"a \\[b", u"a |[b");
    }

    void inlinesLookAsWritten()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, expected);
        QCOMPARE(stretches(markdown), expected);
    }

    void moneyIsNoMaths_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const char16_t *text : { u"$5 and $10", u"It costs $5.", u"from $5 to $10, or $15", u"$ 5 $", u"US$5 and A$6", u"$5/$10",
                                      u"$100,000 and $200,000", u"100$", u"$$", u"$", u"$$$a$$$", u"a $b `c$` d" })
            QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
    }

    void moneyIsNoMaths()
    {
        QFETCH(QString, markdown);
        MarkdownDocument document = parsed(markdown);
        for (const Inline &part : document.leaves().at(0).inlines)
            QVERIFY((part.style & (MathStyle | DisplayMathStyle)) == 0);
        QCOMPARE(document.leaves()[0].kind, LeafKind::Paragraph);
    }

    void codeWinsOverMaths()
    {
        QCOMPARE(stretches(QStringLiteral("`$a$` and $b$")), QStringLiteral("$a$:8| and |b:64"));
        QCOMPARE(stretches(QStringLiteral("$a `b$ c` d$")), QStringLiteral("$a |b$ c:8| d$"));
    }

    void displayMathsIsALeafAndKeepsMarkersInside()
    {
        const MarkdownDocument document = parsed(QStringLiteral("text\n\\[\n- x\n\n# y\n\\]\nmore\n\n$$ z $$\n"));

        QCOMPARE(kinds(document), QStringLiteral("PMPM"));
        QCOMPARE(document.leaves()[1].text, QStringLiteral("- x\n\n# y"));
        QVERIFY(document.leaves()[1].isClosed);
        QCOMPARE(document.leaves()[3].text, QStringLiteral("z"));
    }

    void aForgottenEndOfDisplayMathsTakesNoSentenceWithIt_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *name, const char16_t *source, const QStringList &texts) {
            QTest::newRow(name) << QString::fromUtf16(source) << texts;
        };
        row("sentence", u"$$\nx = 1\n\nThis is *a* sentence.\n\n$$y$$\n",
            { QStringLiteral("$$\u2028x = 1"), QStringLiteral("This is a sentence."), QStringLiteral("y") });
        row("heading", u"\\[ x = 1\n\n## The next part begins\n", { QStringLiteral("\\[ x = 1"), QStringLiteral("The next part begins") });
        row("list", u"$$\nx\n\n- a point that matters\n- b\n", { QStringLiteral("$$\u2028x"), QStringLiteral("a point that matters"), QStringLiteral("b") });
        row("chinese", u"$$ x\n\n\u8fd9\u662f\u4e00\u4e2a\u53e5\u5b50\n", { QStringLiteral("$$ x"), QStringLiteral("\u8fd9\u662f\u4e00\u4e2a\u53e5\u5b50") });
        row("code", u"$$\nx\n```c\nint y;\n```\n", { QStringLiteral("$$\u2028x"), QStringLiteral("int y;") });
        row("a formula goes on behind blank lines", u"$$\nx = 1\n\ny = \\text{some words in it}\n\n$$\n",
            { QStringLiteral("x = 1\n\ny = \\text{some words in it}") });
        row("the end in a sentence", u"$$\nx\n\nsome words in it $$\n", { QStringLiteral("x\n\nsome words in it") });
    }
    void aForgottenEndOfDisplayMathsTakesNoSentenceWithIt()
    {
        QFETCH(QString, source);
        QFETCH(QStringList, texts);

        const MarkdownDocument document = parsed(source);

        QStringList found;
        for (const Leaf &leaf : document.leaves())
            found.append(leaf.text);
        QCOMPARE(found, texts);
    }

    void displayMathsIsGivenUpAfterEightKilobytes()
    {
        const MarkdownDocument document = parsed(QStringLiteral("$$\n") + QStringLiteral("x + y\n\n").repeated(3000));

        QVERIFY(document.leaves().size() > 1000);
        QCOMPARE(document.leaves()[0].kind, LeafKind::Paragraph);
        QVERIFY(document.leaves()[0].source.end <= 8 * 1024);
        QCOMPARE(document.leaves()[1].text, QStringLiteral("x + y"));
        QVERIFY(document.leaves()[0].text.startsWith(QStringLiteral("$$\u2028x + y")));
    }

    void displayMathsWithoutAnEndBecomesItsSource()
    {
        MarkdownDocument document;
        document.append(u"$$\nx = 1\n\n- y");
        QCOMPARE(kinds(document), QStringLiteral("M"));
        QVERIFY(!document.leaves()[0].isClosed);

        document.finish();

        QCOMPARE(kinds(document), QStringLiteral("P"));
        QCOMPARE(document.leaves()[0].text, QStringLiteral("$$\u2028x = 1\u2028\u2028- y"));
    }

    void aFenceHasALanguageAndAnEnd()
    {
        MarkdownDocument document;
        document.append(u"```Python title=x\nprint(1)\n\n");
        QCOMPARE(document.leaves()[0].language, QStringLiteral("python"));
        QVERIFY(!document.leaves()[0].isClosed);

        document.append(u"  2\n```\n");

        QCOMPARE(document.leaves()[0].text, QStringLiteral("print(1)\n\n  2"));
        QVERIFY(document.leaves()[0].isClosed);
    }

    void aClosingFenceIsNotSeenAsCodeWhileItArrives()
    {
        MarkdownDocument document;
        document.append(u"```\ncode\n``");
        QCOMPARE(document.leaves()[0].text, QStringLiteral("code"));
    }

    void aBulletUnderAParagraphDoesNotMakeItAHeading()
    {
        MarkdownDocument document;
        document.append(u"Choose:\n-");
        QCOMPARE(kinds(document), QStringLiteral("P"));
        document.append(u" one");
        QCOMPARE(kinds(document), QStringLiteral("PP"));
        QCOMPARE(document.leaves()[1].containers.size(), size_t(1));
    }

    void aNumberBehindANumberedItemIsTheNextOneOnItsWay()
    {
        MarkdownDocument document;
        document.append(u"1. one\n2");
        QCOMPARE(kinds(document), QStringLiteral("P"));
        QCOMPARE(document.leaves()[0].text, QStringLiteral("one"));
        document.append(u". two\n3");
        QCOMPARE(document.leaves().back().text, QStringLiteral("two"));
        document.finish();
        QCOMPARE(document.leaves().back().text, QStringLiteral("two 3"));
    }

    void aNumberElsewhereIsText()
    {
        MarkdownDocument document;
        document.append(u"It is\n42");
        QCOMPARE(document.leaves()[0].text, QStringLiteral("It is 42"));
    }

    void theRowUnderTheHeadOfATableIsNotSeenWhileItArrives()
    {
        MarkdownDocument document;
        for (const char16_t *piece : { u"| a | b |\n|", u"--", u"-|" }) {
            document.append(piece);
            QCOMPARE(kinds(document), QStringLiteral("P"));
            QCOMPARE(document.leaves()[0].text, QStringLiteral("| a | b |"));
        }
        document.append(u"--");
        QCOMPARE(kinds(document), QStringLiteral("T"));

        MarkdownDocument text;
        text.append(u"| a | b |\n|--");
        text.finish();
        QCOMPARE(text.leaves()[0].text, QStringLiteral("| a | b | |--"));
    }

    void whatHasBegunLooksAsItWill_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char16_t *markdown, const char16_t *expected) {
            QTest::newRow(name) << QString::fromUtf16(markdown) << QString::fromUtf16(expected);
        };
        row("strong", u"a **b", u"a |b:1");
        row("strong with emphasis", u"**a *b* c", u"a :1|b:3| c:1");
        row("strong and an asterisk", u"**a 2 * b", u"a 2 * b:1");
        row("strike", u"~~a b", u"a b:4");
        row("code", u"a `b c", u"a |b c:8");
        row("link", u"a [b](https://exam", u"a |b:16");
        row("opener", u"a **", u"a");
        row("one asterisk is not enough", u"2 *3", u"2 *3");
        row("code on an earlier line", u"a `b\nc", u"a `b c");
        row("heading", u"# a **b", u"a |b:1");
    }

    void whatHasBegunLooksAsItWill()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, expected);
        MarkdownDocument document;
        document.append(markdown);
        QCOMPARE(stretches(document.leaves().at(0).text, document.leaves()[0].inlines), expected);
    }

    void whatHasBegunIsLiteralWhenNothingFollows()
    {
        QCOMPARE(stretches(QStringLiteral("a **b `c [d](e")), QStringLiteral("a **b `c [d](e"));
    }

    void aTableHasColumnsAndRows()
    {
        const MarkdownDocument document = parsed(QStringLiteral("intro\n| a | *b* |\n|:-:|--:|\n| 1 \\| 2 |\n| x | y | z |\n\nend"));

        QCOMPARE(kinds(document), QStringLiteral("PTP"));
        const Leaf &table = document.leaves()[1];
        QCOMPARE(table.columns, (std::vector { ColumnAlignment::Center, ColumnAlignment::Right }));
        QCOMPARE(table.rows.size(), size_t(3));
        QCOMPARE(stretches(table.rows[0][1].text, table.rows[0][1].inlines), QStringLiteral("b:2"));
        QCOMPARE(table.rows[1][0].text, QStringLiteral("1 | 2"));
        QCOMPARE(table.rows[1][1].text, QString());
        QCOMPARE(table.rows[2].size(), size_t(2));
    }

    void listItemsKnowTheirPlace()
    {
        const MarkdownDocument document = parsed(QStringLiteral("7. a\n   - [x] b\n   - [ ] c\n8. d\n\n   e"));
        const auto &leaves = document.leaves();

        QCOMPARE(kinds(document), QStringLiteral("PPPPP"));
        QCOMPARE(leaves[0].containers[0].number, 7);
        QVERIFY(leaves[0].containers[0].isOrdered);
        QVERIFY(!leaves[0].containers[0].isTight);
        QVERIFY(leaves[1].containers[1].isTight);
        QVERIFY(!leaves[1].containers[0].isFirstLeaf);
        QVERIFY(leaves[1].containers[1].isFirstLeaf);
        QCOMPARE(leaves[1].containers[1].task, Container::Task::Ticked);
        QCOMPARE(leaves[1].text, QStringLiteral("b"));
        QCOMPARE(leaves[2].containers[1].task, Container::Task::Open);
        QCOMPARE(leaves[3].containers[0].number, 8);
        QVERIFY(leaves[3].containers[0].isFirstLeaf);
        QVERIFY(!leaves[4].containers[0].isFirstLeaf);
        QCOMPARE(leaves[3].containers[0].listId, leaves[0].containers[0].listId);
    }

    void aNumberKeepsTheSignBehindIt()
    {
        const MarkdownDocument document = parsed(QStringLiteral("1) a\n2) b\n\n3. c\n\n- d"));
        const auto &leaves = document.leaves();

        QCOMPARE(leaves[0].containers[0].delimiter, u')');
        QCOMPARE(leaves[1].containers[0].delimiter, u')');
        QCOMPARE(leaves[2].containers[0].delimiter, u'.');
        QVERIFY(leaves[2].containers[0].listId != leaves[0].containers[0].listId);
    }

    void anEmptyItemHasAnEmptyLeaf()
    {
        const MarkdownDocument document = parsed(QStringLiteral("- a\n-\n- c"));

        QCOMPARE(kinds(document), QStringLiteral("PPP"));
        QVERIFY(document.leaves()[1].text.isEmpty());
        QVERIFY(document.leaves()[1].containers[0].isFirstLeaf);
    }

    void aListTurningLooseReportsItsFirstLeaf()
    {
        MarkdownDocument document;
        document.append(u"text\n\n- a\n- b\n");
        document.takeFirstChanged();
        QVERIFY(document.leaves()[1].containers[0].isTight);

        document.append(u"\n- c\n");

        QCOMPARE(document.takeFirstChanged(), 1);
        QVERIFY(!document.leaves()[1].containers[0].isTight);
        QVERIFY(!document.leaves()[3].containers[0].isTight);
    }

    void footnotesAreContainers()
    {
        const MarkdownDocument document = parsed(QStringLiteral("a[^x]\n\n[^x]: one\n\n    two\n\nend"));

        QCOMPARE(stretches(document.leaves()[0].text, document.leaves()[0].inlines), QStringLiteral("a|x:256"));
        QCOMPARE(document.leaves()[0].inlines[1].target, QStringLiteral("x"));
        QCOMPARE(document.leaves()[1].containers.at(0).label, QStringLiteral("x"));
        QCOMPARE(document.leaves()[2].containers.at(0).kind, Container::Kind::Footnote);
        QVERIFY(document.leaves()[3].containers.empty());
    }

    void aPictureInALinkKnowsBothAddresses()
    {
        const MarkdownDocument document = parsed(QStringLiteral("[![a](/picture)](/link)"));
        QCOMPARE(document.leaves()[0].inlines[0].target, QStringLiteral("/picture"));
        QCOMPARE(document.leaves()[0].inlines[0].linkTarget, QStringLiteral("/link"));
    }

    void sourceRangesPointAtTheText()
    {
        const MarkdownDocument document = parsed(QStringLiteral("> # A *b*\n> c\r\n> d"));
        const auto at = [&](SourceRange range) { return document.source().sliced(range.begin, range.end - range.begin); };

        QCOMPARE(at(document.leaves()[0].source), QStringLiteral("# A *b*"));
        QCOMPARE(at(document.leaves()[0].inlines[1].source), QStringLiteral("b"));
        QCOMPARE(at(document.leaves()[1].source), QStringLiteral("c\r\n> d"));
        QCOMPARE(document.leaves()[1].text, QStringLiteral("c d"));
        QCOMPARE(at(document.leaves()[1].inlines.back().source), QStringLiteral("d"));
    }

    void aCrLfCutInTwoIsOneLineEnd()
    {
        MarkdownDocument document;
        document.append(u"a\r");
        document.append(u"\nb\r");
        document.append(u"\n\r");
        document.append(u"\nc");
        document.finish();

        QCOMPARE(kinds(document), QStringLiteral("PP"));
        QCOMPARE(document.leaves()[0].text, QStringLiteral("a b"));
        QCOMPARE(document.source(), QStringLiteral("a\r\nb\r\n\r\nc"));
    }

    void aNulBecomesAReplacementCharacter()
    {
        MarkdownDocument document;
        document.append(QStringView(u"a\0b", 3));
        QCOMPARE(document.source(), QStringLiteral("a\uFFFDb"));
    }

    void unchangedLeavesKeepTheirRevision()
    {
        MarkdownDocument document;
        document.append(u"one\n\ntwo");
        const quint32 revision = document.leaves()[0].revision;
        const quint32 growing = document.leaves()[1].revision;

        document.append(u" three");

        QCOMPARE(document.leaves()[0].revision, revision);
        QVERIFY(document.leaves()[1].revision > growing);
        QCOMPARE(document.takeFirstChanged(), 0);
        document.append(u" four");
        QCOMPARE(document.takeFirstChanged(), 1);
        QCOMPARE(document.takeFirstChanged(), 2);
    }

    void nestingEndsAtThirtyTwo()
    {
        const MarkdownDocument quotes = parsed(QStringLiteral(">").repeated(100) + QStringLiteral(" a"));
        QCOMPARE(quotes.leaves().at(0).containers.size(), size_t(32));
        QCOMPARE(quotes.leaves()[0].text, QStringLiteral(">").repeated(68) + QStringLiteral(" a"));

        const MarkdownDocument items = parsed(QStringLiteral("- ").repeated(100) + u'a');
        QCOMPARE(items.leaves().at(0).containers.size(), size_t(32));
    }

    void aTableEndsAt128Columns()
    {
        const auto table = [](int columns) {
            return QStringLiteral("|a").repeated(columns) + QStringLiteral("|\n") + QStringLiteral("|-").repeated(columns) + QStringLiteral("|\n");
        };
        QCOMPARE(kinds(parsed(table(128))), QStringLiteral("T"));
        QCOMPARE(kinds(parsed(table(129))), QStringLiteral("P"));
    }

    void tablesEndAt200000Cells()
    {
        const QString text = QStringLiteral("|a").repeated(100) + QStringLiteral("|\n") + QStringLiteral("|-").repeated(100) + QStringLiteral("|\n")
            + QStringLiteral("a\n").repeated(2500);
        const MarkdownDocument document = parsed(text);

        QCOMPARE(kinds(document), QStringLiteral("TP"));
        QCOMPARE(document.leaves()[0].rows.size(), size_t(2000));
    }

    void aLabelEndsAt999Characters()
    {
        const auto document = [](int length) {
            const QString label(length, u'a');
            return parsed(u'[' + label + QStringLiteral("]\n\n[") + label + QStringLiteral("]: /u\n"));
        };
        QCOMPARE(document(999).leaves().at(0).inlines.at(0).target, QStringLiteral("/u"));
        QCOMPARE(document(1000).leaves().at(0).inlines.at(0).target, QString());
    }
};

QTEST_GUILESS_MAIN(TestMarkdownDocument)
#include "tst_markdowndocument.moc"
