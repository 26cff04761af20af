// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "dropoverlay.h"
#include "firstrunpage.h"
#include "library.h"
#include "librarymodel.h"
#include "librarypane.h"
#include "noticebar.h"
#include "problempage.h"
#include "queuelist.h"
#include "scriptedprompt.h"
#include "transcriptview.h"

#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

#include <csignal>

// The whole program offscreen, over a real library and the practice server.
class TestApplication : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstStartShowsThePageAndPracticeLeadsToAnAnswer();
    void anAnswerIsThereAgainAfterARestart();
    void practiceThatWasChosenIsThereAgainAfterARestart();
    void theLineUnderTheEyeIsThereAgainAfterARestart();
    void whatIsSentWhileAnAnswerRunsGoesOutBehindIt();
    void aDraftSurvivesARestart();
    void aPoliteKillIsLikeClosingTheWindow();
    void aDroppedPictureGoesOutInItsPlace();
    void aPictureDroppedOnARowGoesIntoThatConversation();
    void whatIsNoPictureIsRefusedWithASentence();
    void anEditedQuestionMakesABranchAndTheDraftComesBack();
    void aDeletedConversationComesBackByUndo();
    void aSavedDocumentOpensInAnotherLibrary();
    void aLibraryOfANewerVersionIsLeftAlone();
    void sendingFromTheCommandLineWaitsForTheModels();
    void theLogNamesTheStepsAndHoldsNoText();

private:
    void ask(ApplicationFixture &fixture, const QString &question);
};

void TestApplication::ask(ApplicationFixture &fixture, const QString &question)
{
    const int before = fixture.shown()->model()->rowCount();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.type(question);
    fixture.pressEnter();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown()->model()->rowCount(), before + 2, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 20000);
}

void TestApplication::firstStartShowsThePageAndPracticeLeadsToAnAnswer()
{
    ApplicationFixture fixture;
    fixture.open();
    auto *page = fixture.window().findChild<FirstRunPage *>();
    QVERIFY(page);
    QTRY_VERIFY(page->isVisible());

    page->findChild<QPushButton *>(QStringLiteral("practice"))->click();
    QTRY_VERIFY(!page->isVisible());
    auto *label = fixture.composer()->findChild<QLabel *>(QStringLiteral("serverLabel"));
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(QStringLiteral("Practice")));
    ask(fixture, QStringLiteral("What is 2 + 2?"));

    QCOMPARE(fixture.messageState(1), MessageState::Complete);
    QVERIFY(fixture.messageText(1).contains(u'4'));
    QCOMPARE(fixture.composer()->text(), QString());
}

void TestApplication::anAnswerIsThereAgainAfterARestart()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo something to find again"));
    const QString answer = fixture.messageText(1);
    fixture.close();

    fixture.openPractice();

    QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
    QCOMPARE(fixture.messageText(1), answer);
    QCOMPARE(fixture.messageState(1), MessageState::Complete);
}

void TestApplication::practiceThatWasChosenIsThereAgainAfterARestart()
{
    ApplicationFixture fixture;
    fixture.open();
    fixture.window().findChild<FirstRunPage *>()->findChild<QPushButton *>(QStringLiteral("practice"))->click();
    QTRY_VERIFY(fixture.session().endpoints().current().isPractice);
    fixture.close();

    fixture.open();

    QVERIFY(fixture.session().endpoints().current().isPractice);
    QVERIFY(fixture.session().endpoints().isConfigured());
    fixture.close();
    // The option serves its own run alone.
    ApplicationFixture other;
    other.openPractice();
    other.close();
    other.open();
    QVERIFY(!other.session().endpoints().current().isPractice);
}

void TestApplication::theLineUnderTheEyeIsThereAgainAfterARestart()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("markdown fast"));
    TranscriptView *view = fixture.window().conversationPane()->transcript();
    QScrollBar *bar = view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 100);
    // What the answer's end changes above the text waits for the next frame.
    view->flushChanges();
    bar->setValue(bar->maximum() / 2);
    const TranscriptView::ReadingPosition left = view->readingPosition();
    QVERIFY(!left.isFollowing);
    fixture.close();

    fixture.openPractice();

    QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
    view = fixture.window().conversationPane()->transcript();
    QTRY_COMPARE(view->readingPosition().message, left.message);
    QTRY_COMPARE(view->readingPosition().pixel, left.pixel);
    QVERIFY(!view->readingPosition().isFollowing);
}

void TestApplication::whatIsSentWhileAnAnswerRunsGoesOutBehindIt()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.type(QStringLiteral("What is 2 + 2?"));
    fixture.pressEnter();
    QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
    QVERIFY(!fixture.isIdle());

    fixture.type(QStringLiteral("echo the next"));
    fixture.pressEnter();
    QCOMPARE(fixture.composer()->text(), QString());
    QCOMPARE(fixture.composer()->queueList()->count(), 1);

    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown()->model()->rowCount(), 4, 20000);
    QCOMPARE(fixture.messageState(1), MessageState::Complete);
    QCOMPARE(fixture.messageText(2), QStringLiteral("echo the next"));
    QCOMPARE(fixture.composer()->queueList()->count(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 20000);
}

void TestApplication::aDraftSurvivesARestart()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo first"));
    fixture.type(QStringLiteral("half a thought"));
    fixture.close();

    fixture.openPractice();

    QTRY_COMPARE(fixture.composer()->text(), QStringLiteral("half a thought"));
    QCOMPARE(fixture.composer()->cursor(), 14);
}

void TestApplication::aPoliteKillIsLikeClosingTheWindow()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    fixture.window().resize(700, 500);
    fixture.type(QStringLiteral("not sent yet"));

    std::raise(SIGTERM);
    QTRY_VERIFY(!fixture.window().isVisible());

    fixture.application.reset();
    fixture.openPractice();
    QCOMPARE(fixture.window().size(), QSize(700, 500));
    QTRY_COMPARE(fixture.composer()->text(), QStringLiteral("not sent yet"));
}

void TestApplication::aDroppedPictureGoesOutInItsPlace()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    const QString path = fixture.folder.filePath(QStringLiteral("harbour.png"));
    QImage picture(48, 32, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(path));
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });

    QDragEnterEvent entering(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.window(), &entering);
    QVERIFY(entering.isAccepted());
    QVERIFY(fixture.window().dropOverlay()->isVisible());
    QVERIFY2(fixture.window().dropOverlay()->sentence().contains(QStringLiteral("added")),
             qPrintable(fixture.window().dropOverlay()->sentence()));
    QDropEvent dropping(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.window(), &dropping);

    QVERIFY(!fixture.window().dropOverlay()->isVisible());
    QTRY_COMPARE(int(fixture.shown()->draft().attachments.size()), 1);
    QCOMPARE(fixture.shown()->draft().attachments.front().image.pixels, QSize(48, 32));
    ask(fixture, QStringLiteral("What is in this picture?"));
    QVERIFY(fixture.messageText(1).contains(QStringLiteral("48")));
    QCOMPARE(int(fixture.shown()->draft().attachments.size()), 0);
}

void TestApplication::aPictureDroppedOnARowGoesIntoThatConversation()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo the conversation that gets a picture"));
    const ConversationId first = fixture.shown()->id();
    auto *list = fixture.window().libraryPane()->findChild<QListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 1);
    fixture.session().conversations().showNew();
    const QString path = fixture.folder.filePath(QStringLiteral("harbour.png"));
    QImage picture(48, 32, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(path));
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    const QPoint row = list->viewport()->mapTo(&fixture.window(), list->visualRect(list->model()->index(0, 0)).center());

    QDragEnterEvent entering(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.window(), &entering);
    QVERIFY(!fixture.window().dropOverlay()->sentence().contains(QStringLiteral("gets a picture")));
    QDragMoveEvent moving(row, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.window(), &moving);
    QVERIFY2(fixture.window().dropOverlay()->sentence().contains(QStringLiteral("gets a picture")),
             qPrintable(fixture.window().dropOverlay()->sentence()));
    QDropEvent dropping(QPointF(row), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.window(), &dropping);

    QTRY_COMPARE(fixture.shown()->id(), first);
    QTRY_COMPARE(int(fixture.shown()->draft().attachments.size()), 1);
}

void TestApplication::whatIsNoPictureIsRefusedWithASentence()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(fixture.folder.path()) });

    QDragEnterEvent entering(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.window(), &entering);

    QVERIFY(!fixture.window().dropOverlay()->sentence().isEmpty());
    QVERIFY(!fixture.window().dropOverlay()->sentence().contains(QStringLiteral("will be added")));
}

void TestApplication::anEditedQuestionMakesABranchAndTheDraftComesBack()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo one"));
    fixture.type(QStringLiteral("waiting"));

    fixture.window().actions().action(QStringLiteral("editLast"))->trigger();
    QCOMPARE(fixture.composer()->text(), QStringLiteral("echo one"));
    fixture.composer()->setText(QStringLiteral("echo two"), 8);
    fixture.pressEnter();
    QTRY_COMPARE(fixture.messageText(0), QStringLiteral("echo two"));
    QTRY_VERIFY(fixture.isIdle());

    QCOMPARE(fixture.shown()->model()->index(0).data(SiblingCountRole).toInt(), 2);
    QCOMPARE(fixture.composer()->text(), QStringLiteral("waiting"));
}

void TestApplication::aDeletedConversationComesBackByUndo()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo keep me"));
    const ConversationId id = fixture.shown()->id();
    auto *list = fixture.window().findChild<QListView *>(QStringLiteral("conversationList"));
    QTRY_COMPARE(list->model()->rowCount(), 1);

    fixture.window().actions().action(QStringLiteral("deleteConversation"))->trigger();
    QTRY_COMPARE(list->model()->rowCount(), 0);
    QVERIFY(fixture.shown()->id() != id);
    fixture.window().actions().action(QStringLiteral("undoDelete"))->trigger();

    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_COMPARE(fixture.shown()->id(), id);
}

void TestApplication::aSavedDocumentOpensInAnotherLibrary()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo across libraries"));
    const QString path = fixture.folder.filePath(QStringLiteral("talk.grackle"));
    auto prompt = std::make_unique<ScriptedPrompt>();
    ScriptedPrompt *script = prompt.get();
    script->willSaveTo(path);
    fixture.session().setPrompt(std::move(prompt));
    fixture.window().actions().action(QStringLiteral("saveDocument"))->trigger();
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(script->suggestedNames().first().endsWith(QStringLiteral(".grackle")));
    QCOMPARE(script->remaining(), 0);

    ApplicationFixture other;
    other.openPractice();
    other.session().openFiles({ path });

    QTRY_COMPARE(other.shown()->model()->rowCount(), 2);
    QCOMPARE(other.messageText(0), QStringLiteral("echo across libraries"));
}

void TestApplication::aLibraryOfANewerVersionIsLeftAlone()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo old"));
    fixture.close();
    QFile database(fixture.folder.filePath(QStringLiteral("library.db")));
    QVERIFY(database.open(QIODevice::ReadWrite));
    database.seek(60);                                    // user_version in the header of the file
    database.write(QByteArray("\x00\x00\x7f\xff", 4));
    database.close();
    const qint64 size = database.size();

    fixture.open();

    QVERIFY(!fixture.application->session());
    QVERIFY(fixture.application->problemPage()->isVisible());
    QCOMPARE(QFileInfo(database).size(), size);
}

void TestApplication::sendingFromTheCommandLineWaitsForTheModels()
{
    ApplicationFixture fixture;
    WindowOptions options;
    options.practice = true;
    options.send = QStringLiteral("echo from outside");
    fixture.open(options);

    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown()->model()->rowCount(), 2, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 20000);
    QCOMPARE(fixture.messageText(0), QStringLiteral("echo from outside"));
    QCOMPARE(fixture.messageState(1), MessageState::Complete);
}

void TestApplication::theLogNamesTheStepsAndHoldsNoText()
{
    ApplicationFixture fixture;
    WindowOptions options;
    options.practice = true;
    options.send = QStringLiteral("echo a very private sentence");
    options.traceFile = fixture.folder.filePath(QStringLiteral("log.jsonl"));
    fixture.open(options);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown()->model()->rowCount(), 2, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 20000);
    QFile log(options.traceFile);
    QVERIFY(log.open(QIODevice::ReadOnly));
    QByteArray text;
    QTRY_VERIFY((text += log.readAll()).contains("reply_painted"));
    fixture.close();
    text += log.readAll();

    for (const char *event : { "start", "first_paint", "usable", "request_sent", "first_delta", "reply_end", "reply_painted", "quit" })
        QVERIFY2(text.contains(QByteArray("\"ev\":\"") + event + '"'), event);
    QVERIFY(!text.contains("private"));
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
