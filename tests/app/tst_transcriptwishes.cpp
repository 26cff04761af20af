// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "librarypane.h"
#include "noticebar.h"
#include "scriptedprompt.h"
#include "transcriptcomparison.h"
#include "transcriptview.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>

// Stands in for the browser.
class OpenedLinks : public QObject
{
    Q_OBJECT
public:
    OpenedLinks() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "note"); }
    ~OpenedLinks() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QList<QUrl> all;

public Q_SLOTS:
    void note(const QUrl &url) { all << url; }
};

class TestTranscriptWishes : public QObject
{
    Q_OBJECT

    std::unique_ptr<ApplicationFixture> m_fixture;
    ScriptedPrompt *m_prompt = nullptr;

    ConversationPane *pane() { return m_fixture->window().conversationPane(); }
    TranscriptView *transcript() { return pane()->transcript(); }
    NoticeBar *notice() { return pane()->lowerNotice(); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ApplicationFixture>();
        m_fixture->openPractice();
        auto prompt = std::make_unique<ScriptedPrompt>();
        m_prompt = prompt.get();
        m_fixture->session().setPrompt(std::move(prompt));
    }
    void cleanup()
    {
        QCOMPARE(m_prompt->remaining(), 0);
        m_fixture.reset();
    }

    void codeIsSavedUnderANameOfOurs_data();
    void codeIsSavedUnderANameOfOurs();
    void codeThatCannotBeSavedIsTold();
    void anOrdinaryLinkIsOpenedAtOnce();
    void aDoubtfulLinkIsOpenedOnlyWhenItWasSeen();
    void aRefusedLinkIsTold();
    void aQuoteStandsOnLinesOfItsOwn_data();
    void aQuoteStandsOnLinesOfItsOwn();
    void hiddenSignsInACopyAreTold();
    void howCodeIsShownIsKept();
    void wordsAreSearchedForInTheLibrary();
    void twoVersionsAreCompared();
};

void TestTranscriptWishes::codeIsSavedUnderANameOfOurs_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::newRow("python") << QStringLiteral("python") << QStringLiteral("code.py");
    QTest::newRow("another name of it") << QStringLiteral("py3") << QStringLiteral("code.py");
    QTest::newRow("a whole name") << QStringLiteral("make") << QStringLiteral("Makefile");
    QTest::newRow("unknown") << QStringLiteral("gibberish") << QStringLiteral("code.txt");
    QTest::newRow("none") << QString() << QStringLiteral("code.txt");
    QTest::newRow("a path") << QStringLiteral("../../.bashrc") << QStringLiteral("code.txt");
}

void TestTranscriptWishes::codeIsSavedUnderANameOfOurs()
{
    QFETCH(QString, language);
    QFETCH(QString, name);
    const QString path = m_fixture->folder.filePath(QStringLiteral("saved.txt"));
    m_prompt->willSaveTo(path);

    Q_EMIT transcript()->codeSaveRequested(QStringLiteral("print(1)"), language);

    QCOMPARE(m_prompt->suggestedNames(), QStringList { name });
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("print(1)\n"));
    QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QCOMPARE(notice()->text(), QStringLiteral("Saved as saved.txt."));
}

void TestTranscriptWishes::codeThatCannotBeSavedIsTold()
{
    m_prompt->willSaveTo(m_fixture->folder.filePath(QStringLiteral("no/such/folder/code.py")));

    Q_EMIT transcript()->codeSaveRequested(QStringLiteral("print(1)"), QStringLiteral("python"));

    QVERIFY2(notice()->text().contains(QStringLiteral("could not be written")), qPrintable(notice()->text()));
}

void TestTranscriptWishes::anOrdinaryLinkIsOpenedAtOnce()
{
    OpenedLinks opened;
    const QUrl url(QStringLiteral("https://docs.example.org/a"));

    Q_EMIT transcript()->linkActivated(url, QStringLiteral("the documentation"));

    QCOMPARE(opened.all, QList<QUrl> { url });
}

void TestTranscriptWishes::aDoubtfulLinkIsOpenedOnlyWhenItWasSeen()
{
    OpenedLinks opened;
    const QUrl url(QStringLiteral("https://evil.example/"));

    m_prompt->willConfirm(false);
    Q_EMIT transcript()->linkActivated(url, QStringLiteral("https://bank.example"));
    QCOMPARE(opened.all, QList<QUrl>());
    QVERIFY(m_prompt->lastSentence().contains(QStringLiteral("evil.example: https://evil.example/")));

    m_prompt->willConfirm(true);
    Q_EMIT transcript()->linkActivated(url, QStringLiteral("https://bank.example"));
    QCOMPARE(opened.all, QList<QUrl> { url });
}

void TestTranscriptWishes::aRefusedLinkIsTold()
{
    OpenedLinks opened;

    Q_EMIT transcript()->linkRefused(QStringLiteral("file:///etc/passwd"));

    QCOMPARE(opened.all, QList<QUrl>());
    QVERIFY(notice()->text().startsWith(QStringLiteral("This link is not opened")));
}

void TestTranscriptWishes::aQuoteStandsOnLinesOfItsOwn_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QString quote = QStringLiteral("> One.\n>\n> Two.\n\n");
    QTest::newRow("nothing yet") << QString() << quote;
    QTest::newRow("behind words") << QStringLiteral("I said:") << QStringLiteral("I said:\n\n") + quote;
    QTest::newRow("behind a line") << QStringLiteral("I said:\n") << QStringLiteral("I said:\n\n") + quote;
    QTest::newRow("behind a paragraph") << QStringLiteral("I said:\n\n") << QStringLiteral("I said:\n\n") + quote;
}

void TestTranscriptWishes::aQuoteStandsOnLinesOfItsOwn()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    m_fixture->composer()->setText(before, int(before.size()));

    Q_EMIT transcript()->quoteRequested(QStringLiteral("One.\n\nTwo.\n"));

    QCOMPARE(m_fixture->composer()->text(), after);
}

void TestTranscriptWishes::hiddenSignsInACopyAreTold()
{
    Q_EMIT transcript()->copied(0);
    QVERIFY(!notice()->isVisible());

    Q_EMIT transcript()->copied(2);

    QVERIFY(notice()->isVisible());
    QVERIFY(notice()->text().contains(QStringLiteral("cannot be seen")));
}

void TestTranscriptWishes::howCodeIsShownIsKept()
{
    Q_EMIT transcript()->codeOptionsChosen({ true, true });
    QCOMPARE(transcript()->theme()->codeOptions, (CodeOptions { true, true }));

    m_fixture->close();
    m_fixture->openPractice();
    auto prompt = std::make_unique<ScriptedPrompt>();
    m_prompt = prompt.get();
    m_fixture->session().setPrompt(std::move(prompt));

    QCOMPARE(transcript()->theme()->codeOptions, (CodeOptions { true, true }));
}

void TestTranscriptWishes::wordsAreSearchedForInTheLibrary()
{
    Q_EMIT transcript()->searchRequested(QStringLiteral("some words"));

    QVERIFY(m_fixture->window().libraryPane()->isVisible());
    QCOMPARE(m_fixture->window().libraryPane()->findChild<QLineEdit *>(QStringLiteral("searchField"))->text(), QStringLiteral("some words"));
}

void TestTranscriptWishes::twoVersionsAreCompared()
{
    QTRY_VERIFY(!m_fixture->shown()->modelId().isEmpty());
    m_fixture->type(QStringLiteral("echo Hello"));
    m_fixture->pressEnter();
    QTRY_COMPARE(m_fixture->shown()->model()->rowCount(), 2);
    QTRY_VERIFY(m_fixture->isIdle());
    const MessageId first = m_fixture->shown()->model()->idAt(1);
    m_fixture->shown()->regenerate();
    QTRY_VERIFY(m_fixture->isIdle() && m_fixture->shown()->model()->idAt(1) != first);

    Q_EMIT transcript()->compareRequested(m_fixture->shown()->model()->idAt(1), 0);

    auto *dialog = m_fixture->window().findChild<TranscriptComparison *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

QTEST_MAIN(TestTranscriptWishes)
#include "tst_transcriptwishes.moc"
