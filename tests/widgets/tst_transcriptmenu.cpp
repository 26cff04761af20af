// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

class TestTranscriptMenu : public QObject
{
    Q_OBJECT

    std::unique_ptr<TranscriptFixture> m_fixture;

    TranscriptView &view() { return m_fixture->view; }
    QMenu *openMenu()
    {
        QMenu *menu = nullptr;
        for (QMenu *found : view().findChildren<QMenu *>(QStringLiteral("transcriptMenu")))
            menu = found->isVisible() ? found : menu;
        return menu;
    }
    QMenu *rightClick(const QPoint &point)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, view().viewport()->mapToGlobal(point));
        QApplication::sendEvent(view().viewport(), &event);
        return openMenu();
    }
    QStringList namesIn(const QMenu *menu)
    {
        QStringList names;
        for (const QAction *action : menu->findChildren<QAction *>()) {
            if (!action->objectName().isEmpty())
                names.append(action->objectName());
        }
        return names;
    }
    void choose(QMenu *menu, const char *name)
    {
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(QLatin1String(name));
        QVERIFY2(action, name);
        action->trigger();
        menu->close();
    }
    static QString copiedText() { return QApplication::clipboard()->text(); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<TranscriptFixture>();
        QVERIFY(m_fixture->isShown());
    }
    void cleanup() { m_fixture.reset(); }

    void selectedWordsAreCopiedQuotedAndSearchedFor();
    void withoutASelectionTheWholeMessageIsQuoted();
    void aLinkIsOpenedOrItsAddressCopied();
    void aLinkThatIsNeverOpenedSaysSo();
    void codeIsCopiedOrSaved();
    void whatCodeLooksLikeIsChosenForAllCode();
    void aTableIsCopiedInFourFormats();
    void aFormulaIsCopiedAsTex_data();
    void aFormulaIsCopiedAsTex();
    void aMessageHasWhatItsRowOfButtonsHas();
    void versionsAreWalkedAndCompared();
    void theMenuKeyOpensTheMenuOfTheFocusedBlock();
    void enterOnATableOpensItsMenu();
    void theMoreButtonOpensTheMessagesMenu();
    void aMenuOutlivesItsMessage();
    void copyingTellsHowManySignsCannotBeSeen_data();
    void copyingTellsHowManySignsCannotBeSeen();
};

void TestTranscriptMenu::selectedWordsAreCopiedQuotedAndSearchedFor()
{
    m_fixture->answer(QStringLiteral("One **bold** word and more."));
    m_fixture->select(0, QStringLiteral("bold"), QStringLiteral("and"));
    QSignalSpy quotes(&view(), &TranscriptView::quoteRequested);
    QSignalSpy searches(&view(), &TranscriptView::searchRequested);
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("word"));

    choose(rightClick(point), "copyMarkdown");
    QCOMPARE(copiedText(), QStringLiteral("**bold** word "));
    choose(rightClick(point), "copy");
    QCOMPARE(QApplication::clipboard()->mimeData()->html(), QStringLiteral("<p><strong>bold</strong> word</p>"));
    choose(rightClick(point), "quote");
    QCOMPARE(quotes.front().front().toString(), QStringLiteral("**bold** word "));
    choose(rightClick(point), "searchEverything");
    QCOMPARE(searches.front().front().toString(), QStringLiteral("**bold** word"));
}

void TestTranscriptMenu::withoutASelectionTheWholeMessageIsQuoted()
{
    m_fixture->answer(QStringLiteral("First.\n\nSecond."));
    QSignalSpy quotes(&view(), &TranscriptView::quoteRequested);

    choose(rightClick(m_fixture->pointOf(0, QStringLiteral("Second"))), "quote");

    QCOMPARE(quotes.front().front().toString(), QStringLiteral("First.\n\nSecond."));
}

void TestTranscriptMenu::aLinkIsOpenedOrItsAddressCopied()
{
    m_fixture->answer(QStringLiteral("See [the page](https://a.example/x)."));
    QSignalSpy activated(&view(), &TranscriptView::linkActivated);
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("the page"));

    choose(rightClick(point), "copyAddress");
    QCOMPARE(copiedText(), QStringLiteral("https://a.example/x"));
    choose(rightClick(point), "openLink");
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].toUrl(), QUrl(QStringLiteral("https://a.example/x")));
    QCOMPARE(activated[0][1].toString(), QStringLiteral("the page"));
}

void TestTranscriptMenu::aLinkThatIsNeverOpenedSaysSo()
{
    m_fixture->answer(QStringLiteral("See [the page](file:///etc/passwd)."));
    QSignalSpy refused(&view(), &TranscriptView::linkRefused);
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("the page"));

    QMenu *menu = rightClick(point);
    QVERIFY(!menu->findChild<QAction *>(QStringLiteral("openLink"))->isEnabled());
    menu->close();
    m_fixture->click(point);

    QCOMPARE(refused.count(), 1);
}

void TestTranscriptMenu::codeIsCopiedOrSaved()
{
    m_fixture->answer(QStringLiteral("Look:\n\n```python\nprint(1)\n```\n"));
    QSignalSpy saves(&view(), &TranscriptView::codeSaveRequested);
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("print"));

    choose(rightClick(point), "copyCode");
    QCOMPARE(copiedText(), QStringLiteral("print(1)"));
    choose(rightClick(point), "saveCode");
    QCOMPARE(saves[0][0].toString(), QStringLiteral("print(1)"));
    QCOMPARE(saves[0][1].toString(), QStringLiteral("python"));
}

void TestTranscriptMenu::whatCodeLooksLikeIsChosenForAllCode()
{
    m_fixture->answer(QStringLiteral("```c\nint x;\n```\n"));
    QSignalSpy chosen(&view(), &TranscriptView::codeOptionsChosen);
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("int"));

    choose(rightClick(point), "lineNumbers");
    choose(rightClick(point), "wrapLines");

    QCOMPARE(chosen[0][0].value<CodeOptions>(), (CodeOptions { true, false }));
    QCOMPARE(chosen[1][0].value<CodeOptions>(), (CodeOptions { false, true }));
}

void TestTranscriptMenu::aTableIsCopiedInFourFormats()
{
    const QString source = QStringLiteral("| a | b |\n|---|---|\n| 1 | **2** |\n");
    m_fixture->answer(source);
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("1"));

    choose(rightClick(point), "copyTsv");
    QCOMPARE(copiedText(), QStringLiteral("a\tb\n1\t2\n"));
    choose(rightClick(point), "copyCsv");
    QCOMPARE(copiedText(), QStringLiteral("a,b\r\n1,2\r\n"));
    choose(rightClick(point), "copyTableMarkdown");
    QCOMPARE(copiedText(), source.trimmed());
    choose(rightClick(point), "copyHtml");
    QCOMPARE(QApplication::clipboard()->mimeData()->html(), QStringLiteral("<table><tr><th>a</th><th>b</th></tr>"
                                                                         "<tr><td>1</td><td><strong>2</strong></td></tr></table>"));
}

void TestTranscriptMenu::aFormulaIsCopiedAsTex_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("inline") << QStringLiteral("Then \\(\\frac{a}{b}\\) follows.");
    QTest::newRow("display") << QStringLiteral("\\[\\frac{a}{b}\\]");
    QTest::newRow("in a table") << QStringLiteral("| a | b |\n|---|---|\n| 1 | \\(\\frac{a}{b}\\) |\n");
}

void TestTranscriptMenu::aFormulaIsCopiedAsTex()
{
    QFETCH(QString, source);
    m_fixture->answer(source);
    const MessageLayout &body = m_fixture->body(0);
    const qsizetype begin = source.indexOf(QLatin1String("\\frac"));
    const std::vector<QRectF> rects = body.rectsOf({ begin, begin + 11 });
    QVERIFY(!rects.empty());

    choose(rightClick(m_fixture->inViewport(0, rects.front().center())), "copyTex");

    QCOMPARE(copiedText(), QStringLiteral("\\frac{a}{b}"));
}

void TestTranscriptMenu::aMessageHasWhatItsRowOfButtonsHas()
{
    m_fixture->ask(QStringLiteral("Why?"));
    m_fixture->answer(QStringLiteral("Because."));
    QSignalSpy edits(&view(), &TranscriptView::editRequested);
    QSignalSpy regenerations(&view(), &TranscriptView::regenerateRequested);

    choose(rightClick(m_fixture->pointOf(0, QStringLiteral("Why"))), "edit");
    choose(rightClick(m_fixture->pointOf(1, QStringLiteral("Because"))), "regenerate");
    choose(rightClick(m_fixture->pointOf(1, QStringLiteral("Because"))), "copyMessage");

    QCOMPARE(edits[0][0].value<MessageId>(), m_fixture->model.at(0).id);
    QCOMPARE(regenerations[0][0].value<MessageId>(), m_fixture->model.at(1).id);
    QCOMPARE(copiedText(), QStringLiteral("Because."));
    const QStringList names = namesIn(rightClick(m_fixture->pointOf(1, QStringLiteral("Because"))));
    QVERIFY(!names.contains(QStringLiteral("edit")));
    QVERIFY(!names.contains(QStringLiteral("compare")));
}

void TestTranscriptMenu::versionsAreWalkedAndCompared()
{
    ListTranscript::Row answer = TranscriptFixture::message(Role::Assistant, QStringLiteral("Second."));
    answer.siblingIndex = 1;
    answer.siblingCount = 2;
    m_fixture->model.append(answer);
    QSignalSpy siblings(&view(), &TranscriptView::siblingRequested);
    QSignalSpy comparisons(&view(), &TranscriptView::compareRequested);
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("Second"));

    QMenu *menu = rightClick(point);
    QVERIFY(!menu->findChild<QAction *>(QStringLiteral("nextVersion"))->isEnabled());
    choose(menu, "previousVersion");
    choose(rightClick(point), "compare");

    QCOMPARE(siblings[0][1].toInt(), 0);
    QCOMPARE(comparisons[0][0].value<MessageId>(), answer.id);
    QCOMPARE(comparisons[0][1].toInt(), 0);
}

void TestTranscriptMenu::theMenuKeyOpensTheMenuOfTheFocusedBlock()
{
    m_fixture->answer(QStringLiteral("Text.\n\n```c\nint x;\n```\n"));
    view().setFocus();
    view().setCurrentIndex(m_fixture->model.index(0));
    QTest::keyClick(&view(), Qt::Key_Return);

    QTest::keyClick(&view(), Qt::Key_F10, Qt::ShiftModifier);

    QVERIFY(openMenu());
    QVERIFY(namesIn(openMenu()).contains(QStringLiteral("saveCode")));
    openMenu()->close();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(&view(), &event);
    QVERIFY(namesIn(openMenu()).contains(QStringLiteral("saveCode")));
}

void TestTranscriptMenu::enterOnATableOpensItsMenu()
{
    m_fixture->answer(QStringLiteral("| a | b |\n|---|---|\n| 1 | 2 |\n"));
    view().setFocus();
    view().setCurrentIndex(m_fixture->model.index(0));
    QTest::keyClick(&view(), Qt::Key_Return);
    QTest::keyClick(&view(), Qt::Key_Return);

    QVERIFY(openMenu());
    QVERIFY(namesIn(openMenu()).contains(QStringLiteral("copyCsv")));
}

void TestTranscriptMenu::theMoreButtonOpensTheMessagesMenu()
{
    m_fixture->answer(QStringLiteral("Text."));

    m_fixture->click(m_fixture->spotOf(0, Hotspot::Kind::More).rect.center().toPoint());

    QVERIFY(openMenu());
    QVERIFY(namesIn(openMenu()).contains(QStringLiteral("regenerate")));
}

void TestTranscriptMenu::aMenuOutlivesItsMessage()
{
    m_fixture->answer(QStringLiteral("```c\nint x;\n```\n"));
    QMenu *menu = rightClick(m_fixture->pointOf(0, QStringLiteral("int")));
    QSignalSpy saves(&view(), &TranscriptView::codeSaveRequested);

    m_fixture->model.remove(0, 1);
    choose(menu, "saveCode");

    QCOMPARE(saves.count(), 0);
}

void TestTranscriptMenu::copyingTellsHowManySignsCannotBeSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hidden");
    QTest::newRow("none") << QStringLiteral("Plain.") << 0;
    QTest::newRow("an override") << QStringLiteral("a\u202Eb") << 1;
    QTest::newRow("tags") << QStringLiteral("a\U000E0041\U000E0042b") << 2;
    QTest::newRow("a flag of tags") << QStringLiteral("\U0001F3F4\U000E0067\U000E0062\U000E007F") << 0;
    QTest::newRow("joined emoji") << QStringLiteral("\U0001F469\u200D\U0001F4BB") << 0;
    QTest::newRow("a letter that needs it") << QStringLiteral("می\u200Cخواهم") << 0;
    QTest::newRow("a space without width") << QStringLiteral("pay\u200Bpal") << 1;
}

void TestTranscriptMenu::copyingTellsHowManySignsCannotBeSeen()
{
    QFETCH(QString, text);
    QFETCH(int, hidden);
    m_fixture->answer(text);
    QSignalSpy copies(&view(), &TranscriptView::copied);

    view().copyMessage(0);

    QCOMPARE(copies.count(), 1);
    QCOMPARE(copies[0][0].toInt(), hidden);
}

QTEST_MAIN(TestTranscriptMenu)
#include "tst_transcriptmenu.moc"
