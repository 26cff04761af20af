// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Sources under an answer, marks in its text, and who speaks in messages of other roles.
#include "transcriptfixture.h"

#include <QMimeData>
#include <QClipboard>
#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>

class TestTranscriptSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sourcesStandUnderTheAnswerInTheirOrder();
    void aSourceIsOpenedByAPressAndTellsWhereItGoes();
    void aSourceThatLeadsNowhereIsRefused();
    void aLongListIsFolded();
    void titlesAreNeverMarkup();
    void aMarkInTheTextIsALink();
    void sourcesGoAlongWhenTheMessageIsCopied();
    void screenReadersMeetEachSource();
    void otherRolesSayWhoSpeaks();
    void everyMessageOffersToBeWrittenAnew();
    void onlyAnswersOfThisRunAreInspected();

private:
    static QList<Source> sources(int count)
    {
        QList<Source> list;
        for (int i = 1; i <= count; ++i)
            list.append({ i, QStringLiteral("https://e%1.org/page").arg(i), QStringLiteral("Title %1").arg(i), QStringLiteral("2026-03-01") });
        return list;
    }
    static std::vector<Hotspot> spots(TranscriptFixture &fixture, int row, Hotspot::Kind kind)
    {
        std::vector<Hotspot> found;
        for (Hotspot &spot : fixture.view.transcriptLayout().ensureRow(row).hotspots()) {
            if (spot.kind == kind) {
                spot.rect.translate(0, fixture.topOf(row));
                found.push_back(spot);
            }
        }
        return found;
    }
    static void fill(TranscriptFixture &fixture, const QList<Source> &list)
    {
        ListTranscript::Row row = TranscriptFixture::message(Role::Assistant, QStringLiteral("North [[1]](https://e1.org/page)."));
        row.sources = list;
        fixture.model.append(row);
    }
    static QStringList menuOf(TranscriptFixture &fixture, int row)
    {
        fixture.view.setCurrentIndex(fixture.model.index(row));
        const QPoint middle = fixture.view.viewport()->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, fixture.view.viewport()->mapToGlobal(middle));
        QApplication::sendEvent(fixture.view.viewport(), &event);
        auto *menu = fixture.view.findChild<QMenu *>(QStringLiteral("transcriptMenu"));
        QStringList names;
        for (const QAction *action : menu ? menu->actions() : QList<QAction *>())
            names += action->objectName();
        delete menu;
        return names;
    }
};

void TestTranscriptSources::sourcesStandUnderTheAnswerInTheirOrder()
{
    TranscriptFixture fixture;
    fill(fixture, sources(3));
    QVERIFY(fixture.isShown());
    const auto found = spots(fixture, 0, Hotspot::Kind::Source);
    QCOMPARE(found.size(), size_t(3));
    const RowLayout &row = fixture.view.transcriptLayout().ensureRow(0);
    QVERIFY(row.sourcesRect().top() >= row.bodyOrigin().y() + row.body().height());
    for (size_t i = 1; i < found.size(); ++i)
        QVERIFY(found[i].rect.top() >= found[i - 1].rect.bottom());
    QVERIFY(found[0].label.startsWith(QStringLiteral("Source 1: Title 1, e1.org")));
}

void TestTranscriptSources::aSourceIsOpenedByAPressAndTellsWhereItGoes()
{
    TranscriptFixture fixture;
    fill(fixture, sources(3));
    QVERIFY(fixture.isShown());
    QSignalSpy opened(&fixture.view, &TranscriptView::linkActivated);
    QSignalSpy hovered(&fixture.view, &TranscriptView::linkHovered);
    const QPoint place = spots(fixture, 0, Hotspot::Kind::Source)[1].rect.center().toPoint();
    QTest::mouseMove(fixture.view.viewport(), place);
    QTRY_VERIFY(!hovered.isEmpty());
    QCOMPARE(hovered.last().first().toString(), QStringLiteral("https://e2.org/page"));
    fixture.click(place);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toUrl(), QUrl(QStringLiteral("https://e2.org/page")));
}

void TestTranscriptSources::aSourceThatLeadsNowhereIsRefused()
{
    TranscriptFixture fixture;
    fill(fixture, { { 1, QStringLiteral("file:///etc/passwd"), QStringLiteral("Passwords"), {} } });
    QVERIFY(fixture.isShown());
    QSignalSpy opened(&fixture.view, &TranscriptView::linkActivated);
    QSignalSpy refused(&fixture.view, &TranscriptView::linkRefused);
    fixture.click(spots(fixture, 0, Hotspot::Kind::Source)[0].rect.center().toPoint());
    QCOMPARE(opened.size(), 0);
    QCOMPARE(refused.size(), 1);
}

void TestTranscriptSources::aLongListIsFolded()
{
    TranscriptFixture fixture;
    fill(fixture, sources(12));
    QVERIFY(fixture.isShown());
    QCOMPARE(spots(fixture, 0, Hotspot::Kind::Source).size(), size_t(5));
    fixture.click(fixture.spotOf(0, Hotspot::Kind::SourceFold).rect.center().toPoint());
    QCOMPARE(spots(fixture, 0, Hotspot::Kind::Source).size(), size_t(12));
    fixture.click(fixture.spotOf(0, Hotspot::Kind::SourceFold).rect.center().toPoint());
    QCOMPARE(spots(fixture, 0, Hotspot::Kind::Source).size(), size_t(5));
}

void TestTranscriptSources::titlesAreNeverMarkup()
{
    TranscriptFixture fixture;
    const QString hostile = QStringLiteral("<b>x</b><img src='file:///x'>") + QChar(0x202e) + QStringLiteral("gpj");
    fill(fixture, { { 1, QStringLiteral("https://e1.org/page"), hostile, hostile } });
    QVERIFY(fixture.isShown());
    const QString label = spots(fixture, 0, Hotspot::Kind::Source)[0].label;
    QVERIFY(label.contains(QStringLiteral("<b>x</b>")));
    QVERIFY(!label.contains(QChar(0x202e)));
}

void TestTranscriptSources::aMarkInTheTextIsALink()
{
    TranscriptFixture fixture;
    fill(fixture, sources(1));
    QVERIFY(fixture.isShown());
    QCOMPARE(fixture.view.shownText(0), QStringLiteral("North [1]."));
    QCOMPARE(fixture.view.activeLinks(0), QStringList { QStringLiteral("https://e1.org/page") });
    QSignalSpy opened(&fixture.view, &TranscriptView::linkActivated);
    fixture.click(fixture.spotOf(0, Hotspot::Kind::Link).rect.center().toPoint());
    QCOMPARE(opened.size(), 1);
}

void TestTranscriptSources::sourcesGoAlongWhenTheMessageIsCopied()
{
    TranscriptFixture fixture;
    QVERIFY(fixture.isShown());
    QList<Source> list = sources(1);
    list.append({ 4, QStringLiteral("https://e4.org/<x>"), QStringLiteral("A [mark](u) <b>"), {} });
    list.append({ 5, QStringLiteral("javascript:alert(1)"), QStringLiteral("Nowhere"), {} });
    fill(fixture, list);

    fixture.view.copyMessage(0);

    const QMimeData *copied = QApplication::clipboard()->mimeData();
    const QString expected = QStringLiteral("North [[1]](https://e1.org/page).\n\n**Sources**\n\n1. Title 1 <https://e1.org/page> (%1)\n"
                                            "4) A [mark\\](u) \\<b> <https://e4.org/x>\n5) Nowhere <javascript:alert(1)>\n")
                                 .arg(readableDate(QStringLiteral("2026-03-01")));
    QCOMPARE(copied->text(), expected);
    QCOMPARE(QString::fromUtf8(copied->data(QStringLiteral("text/markdown"))), expected);
    const QString html = copied->html();
    QVERIFY2(html.contains(QStringLiteral("<a href=\"https://e1.org/page\">https://e1.org/page</a>")), qPrintable(html));
    QVERIFY2(html.contains(QStringLiteral("<ol start=\"4\">")), qPrintable(html));
    QVERIFY2(html.contains(QStringLiteral("A [mark](u) &lt;b&gt;")), qPrintable(html));
    QVERIFY(!html.contains(QStringLiteral("href=\"javascript")));

    // No title is anything but words, whatever it looks like.
    for (const char *title : { "# 1", "- x", "> y", "2. z", "3) z", "$a$ and $b$", "AT&amp;T ~~old~~", "\\(x\\) \\[y\\]", "![i](i.png)" }) {
        fill(fixture, { { 1, QStringLiteral("https://e1.org/page"), QString::fromLatin1(title), {} } });
        fixture.view.copyMessage(fixture.model.rowCount() - 1);
        const QString page = QApplication::clipboard()->mimeData()->html();
        const QString words = QStringLiteral("<li><p>") + QString::fromLatin1(title).toHtmlEscaped() + QStringLiteral(" <a href");
        QVERIFY2(page.contains(words), qPrintable(page));
    }

    // What was selected is what was selected.
    fixture.view.selectAll();
    fixture.view.copySelection();
    QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("Sources")));
}

void TestTranscriptSources::screenReadersMeetEachSource()
{
    TranscriptFixture fixture;
    fill(fixture, sources(2));
    QVERIFY(fixture.isShown());
    QAccessibleInterface *message = QAccessible::queryAccessibleInterface(&fixture.view)->child(0);
    QVERIFY(message);
    QStringList names;
    for (int i = 0; i < message->childCount(); ++i)
        names += message->child(i)->text(QAccessible::Name);
    QCOMPARE(names.filter(QStringLiteral("Source ")).size(), 2);
}

void TestTranscriptSources::otherRolesSayWhoSpeaks()
{
    TranscriptFixture fixture;
    for (const Role role : { Role::System, Role::Developer, Role::Tool, Role::User, Role::Assistant })
        fixture.model.append(TranscriptFixture::message(role, QStringLiteral("Text")));
    QVERIFY(fixture.isShown());
    const QStringList expected { QStringLiteral("System"), QStringLiteral("Developer"), QStringLiteral("Tool result"), {}, {} };
    for (int row = 0; row < 5; ++row)
        QCOMPARE(fixture.view.transcriptLayout().ensureRow(row).roleText(), expected.at(row));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&fixture.view);
    QCOMPARE(list->child(0)->text(QAccessible::Name), QStringLiteral("System, message 1 of 5"));
}

void TestTranscriptSources::everyMessageOffersToBeWrittenAnew()
{
    TranscriptFixture fixture;
    for (const Role role : { Role::System, Role::User, Role::Assistant, Role::Tool })
        fixture.model.append(TranscriptFixture::message(role, QStringLiteral("Text")));
    QVERIFY(fixture.isShown());
    for (int row = 0; row < 4; ++row) {
        const QStringList names = menuOf(fixture, row);
        for (const char *name : { "insertBefore", "insertAfter", "editAs" })
            QVERIFY2(names.contains(QLatin1String(name)), name);
        QCOMPARE(names.contains(QStringLiteral("edit")), row == 1);
        QCOMPARE(names.contains(QStringLiteral("regenerate")), row == 2);
    }
    QSignalSpy editAs(&fixture.view, &TranscriptView::editAsRequested);
    fixture.view.pressSpot(0, fixture.spotOf(0, Hotspot::Kind::Edit));
    QCOMPARE(editAs.size(), 1);
}

void TestTranscriptSources::onlyAnswersOfThisRunAreInspected()
{
    TranscriptFixture fixture;
    ListTranscript::Row row = TranscriptFixture::message(Role::Assistant, QStringLiteral("Text"));
    fixture.model.append(row);
    row.id = MessageId::create(std::chrono::milliseconds(1'790'000'000'001));
    row.isInspectable = true;
    fixture.model.append(row);
    QVERIFY(fixture.isShown());
    QVERIFY(!menuOf(fixture, 0).contains(QStringLiteral("inspectAnswer")));
    QVERIFY(menuOf(fixture, 1).contains(QStringLiteral("inspectAnswer")));
}

QTEST_MAIN(TestTranscriptSources)
#include "tst_transcriptsources.moc"
