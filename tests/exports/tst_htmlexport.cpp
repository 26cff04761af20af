// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "htmlexport.h"

#include "memoryblobs.h"

#include <QTest>

// A conversation as a web page that does nothing but stand there.
class TestHtmlExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenStandsInThePage_data();
    void whatIsWrittenStandsInThePage();
    void nothingOfAnybodyBecomesMarkup_data();
    void nothingOfAnybodyBecomesMarkup();
    void aFormulaIsDrawn();
    void aFormulaThatIsTooLargeIsItsSource();
    void sourcesStandBelowTheAnswer();
    void picturesAreInsideThePage();
    void callsAndTheirResultsStandInThePage();
    void aPictureOnTheInternetIsALink();

private:
    static QString answerHtml(const QString &markdown)
    {
        Message answer;
        answer.role = Role::Assistant;
        answer.parts = { TextPart { markdown } };
        answer.answer.emplace();
        return QString::fromUtf8(toHtml({}, { answer }, MemoryBlobs()));
    }
};

void TestHtmlExport::whatIsWrittenStandsInThePage_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    QTest::newRow("strong and code") << "A **bold** `word`." << "<p>A <strong>bold</strong> <code>word</code>.</p>";
    QTest::newRow("a heading below the page's") << "# Top" << "<h3>Top</h3>";
    QTest::newRow("a list") << "1. one\n2. two" << "<ol start=\"1\">\n<li><p>one</p>\n</li>\n<li><p>two</p>\n</li>\n</ol>";
    QTest::newRow("a list in a list") << "- one\n  - inner\n- two" << "<ul>\n<li><p>one</p>\n<ul>\n<li><p>inner</p>\n</li>\n</ul>\n</li>\n<li><p>two</p>\n</li>\n</ul>";
    QTest::newRow("a quote") << "> said" << "<blockquote>\n<p>said</p>\n</blockquote>";
    QTest::newRow("a table") << "|a|b|\n|-|-|\n|1|2|" << "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>";
    QTest::newRow("code") << "```nonesuch\nif (a < b)\n```" << "<pre><code>if (a &lt; b)</code></pre>";
    QTest::newRow("coloured code") << "```cpp\nif (a < b) // \"x\"\n```" << "<pre><code><span class=\"k\">if</span> (a &lt; b) <span class=\"c\">// &quot;x&quot;</span></code></pre>";
    QTest::newRow("a formula's source as its title") << "$x<y$" << "<title>x&lt;y</title>";
    QTest::newRow("a link") << "[here](https://example.org/a?b=c&d)" << "<a rel=\"noopener noreferrer\" href=\"https://example.org/a?b=c&amp;d\">here</a>";
}

void TestHtmlExport::whatIsWrittenStandsInThePage()
{
    QFETCH(QString, markdown);
    QFETCH(QString, html);

    const QString page = answerHtml(markdown);

    QVERIFY2(page.contains(html), qPrintable(page.mid(page.indexOf(QLatin1String("<article")))));
}

void TestHtmlExport::nothingOfAnybodyBecomesMarkup_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("absent");
    QTest::newRow("a script") << "<script>alert(1)</script>" << "<script";
    QTest::newRow("an image of HTML") << "<img src=x onerror=alert(1)>" << "<img";
    QTest::newRow("a script in code") << "```\n</code></pre><script>\n```" << "<script";
    QTest::newRow("a script's link") << "[x](javascript:alert(1))" << "href=\"javascript";
    QTest::newRow("a file's link") << "[x](file:///etc/passwd)" << "href=\"file";
    QTest::newRow("out of an attribute") << "[x](https://example.org/\"onclick=\"a)" << "\"onclick";
    QTest::newRow("a picture elsewhere") << "![x](https://example.org/spy.png)" << "<img";
    QTest::newRow("a title of a link") << "[x](https://example.org '\"><script>')" << "<script";
}

void TestHtmlExport::nothingOfAnybodyBecomesMarkup()
{
    QFETCH(QString, markdown);
    QFETCH(QString, absent);
    Message question;
    question.role = Role::User;
    question.parts = { TextPart { markdown } };
    Conversation conversation;
    conversation.title = markdown;

    QVERIFY(!answerHtml(markdown).contains(absent));
    QVERIFY(!QString::fromUtf8(toHtml(conversation, { question }, MemoryBlobs())).contains(absent));
    QVERIFY(answerHtml(markdown).contains(QLatin1String("default-src 'none'")));
}

void TestHtmlExport::aFormulaIsDrawn()
{
    const QString inText = answerHtml(QStringLiteral("So $\\frac{1}{2}$ it is."));
    const QString displayed = answerHtml(QStringLiteral("$$\\int_0^1 \\text{<b>} \\tag{1}$$"));

    for (const QString &page : { inText, displayed }) {
        QVERIFY2(page.contains(QLatin1String("<svg ")) && page.contains(QLatin1String("</svg>")), qPrintable(page.right(600)));
        QVERIFY(page.contains(QLatin1String("<path")));
        QVERIFY(!page.contains(QLatin1String("<text")));
        QVERIFY(!page.contains(QLatin1String("<b>")));
    }
    QVERIFY(inText.contains(QLatin1String("<rect")));
    QVERIFY(displayed.contains(QLatin1String("<p class=\"math\">")));
}

void TestHtmlExport::aFormulaThatIsTooLargeIsItsSource()
{
    const QString page = answerHtml(u'$' + QString(QStringLiteral("x+")).repeated(1500) + QStringLiteral("y$"));

    QVERIFY(!page.contains(QLatin1String("<svg")));
    QVERIFY(page.contains(QLatin1String("<code>x+x+")));
}

void TestHtmlExport::sourcesStandBelowTheAnswer()
{
    Message answer;
    answer.role = Role::Assistant;
    answer.parts = { TextPart { QStringLiteral("So [[2]](https://e.org/a).") } };
    answer.answer.emplace().citations = { { QStringLiteral("https://e.org/a"), QStringLiteral("<b>One</b>"), QStringLiteral("soon") },
                                          { QStringLiteral("javascript:alert(1)"), QStringLiteral("Two") } };

    const QString page = QString::fromUtf8(toHtml({}, { answer }, MemoryBlobs()));

    QVERIFY2(page.contains(QStringLiteral("<li value=\"1\">Two</li>")), qPrintable(page));
    QVERIFY2(page.contains(QStringLiteral("<li value=\"2\"><a rel=\"noopener noreferrer\" href=\"https://e.org/a\">&lt;b&gt;One&lt;/b&gt;</a> e.org soon</li>")), qPrintable(page));
}

void TestHtmlExport::picturesAreInsideThePage()
{
    MemoryBlobs blobs;
    Message question;
    question.role = Role::User;
    ImagePart picture;
    picture.blob = QByteArray(64, 'b');
    blobs.add(picture.blob, QByteArrayLiteral("bytes"));
    picture.mimeType = "image/png";
    picture.name = QStringLiteral("a \"b\".png");
    ImagePart missing = picture;
    missing.blob = QByteArray(64, 'a');
    missing.name = QStringLiteral("gone.png");
    question.parts = { picture, missing };

    const QString page = QString::fromUtf8(toHtml({}, { question }, blobs));

    QVERIFY(page.contains(QLatin1String("<img alt=\"a &quot;b&quot;.png\" src=\"data:image/png;base64,Ynl0ZXM=\">")));
    QVERIFY(page.contains(QLatin1String("<p class=\"note\">gone.png</p>")));
}

void TestHtmlExport::callsAndTheirResultsStandInThePage()
{
    Message call;
    call.role = Role::Assistant;
    call.toolCalls = { { QStringLiteral("c1"), QStringLiteral("<b>clock"), QStringLiteral("{\"zone\":\"</pre><script>\"}") } };
    Message result;
    result.role = Role::Tool;
    result.toolCallId = QStringLiteral("c1");
    result.parts = { TextPart { QStringLiteral("12:00") } };

    const QString page = QString::fromUtf8(toHtml({}, { call, result }, MemoryBlobs()));

    QVERIFY2(page.contains(QLatin1String("<strong>Called:</strong> <code>&lt;b&gt;clock</code>")), qPrintable(page));
    QVERIFY(page.contains(QLatin1String("&lt;/pre&gt;&lt;script&gt;")));
    QVERIFY(page.contains(QLatin1String("<header>Result of a tool</header>")));
}

void TestHtmlExport::aPictureOnTheInternetIsALink()
{
    ImagePart there;
    there.name = QStringLiteral("a <map>");
    there.url = QUrl(QStringLiteral("https://e.org/a.png?b&c"));
    ImagePart bad;
    bad.url = QUrl(QStringLiteral("file:///etc/passwd"));
    Message question;
    question.parts = { there, bad };

    const QString page = QString::fromUtf8(toHtml({}, { question }, MemoryBlobs()));

    QVERIFY2(page.contains(QLatin1String("<p class=\"note\">a &lt;map&gt; <a rel=\"noopener noreferrer\" href=\"https://e.org/a.png?b&amp;c\">")), qPrintable(page));
    QVERIFY(!page.contains(QLatin1String("passwd")) && !page.contains(QLatin1String("<img")));
}

QTEST_MAIN(TestHtmlExport)
#include "tst_htmlexport.moc"
