// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "library.h"
#include "librarylist.h"
#include "librarymodel.h"
#include "librarypane.h"
#include "settings.h"
#include "settingsdialog.h"
#include "modelchooser.h"
#include "topbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QToolButton>

namespace {

bool isIn(const QMenu &menu, QAction *action)
{
    const QList<QAction *> actions = menu.actions();
    return actions.contains(action)
        || std::any_of(actions.begin(), actions.end(), [action](const QAction *below) { return below->menu() && isIn(*below->menu(), action); });
}

}

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionIsNamedAndReachable();
    void noTwoActionsShareAShortcut();
    void everythingFocusableHasAName();
    void aNarrowWindowHidesTheSidePaneAndAWideOneBringsItBack();
    void theSettingsChangeTheThemeAtOnce();
    void zoomChangesTheFontsOfTheWindow();
    void theWindowComesBackWhereItWas();
    void aConversationWithoutAWordIsNotMissedAtTheNextStart();
    void aConversationWithADraftAloneComesBack();
    void aNewConversationBeginsAsItsFolderSays();
    void anotherServerIsTakenByAConversationWithItsOwn();
    void anAnswerThatNobodyReadIsMarkedAfterARestart();
    void theSettingsTellOfAnswersAndLetAModelName();
    void aLongTitleIsCutAtItsEnd_data();
    void aLongTitleIsCutAtItsEnd();
    void aTemporaryConversationIsMarkedAsLongAsItIsShown();
};

void TestMainWindow::everyActionIsNamedAndReachable()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    const auto *menu = fixture.window().findChild<QToolButton *>(QStringLiteral("menuButton"))->menu();

    for (QAction *action : fixture.window().actions().actions()) {
        QVERIFY(!action->objectName().isEmpty());
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
        const bool isReachable = isIn(*menu, action) || !action->shortcut().isEmpty();
        QVERIFY2(isReachable, qPrintable(action->objectName()));
    }
}

void TestMainWindow::noTwoActionsShareAShortcut()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QSet<QString> seen;

    for (const QAction *action : fixture.window().actions().actions()) {
        const QString shortcut = action->shortcut().toString();
        QVERIFY2(shortcut.isEmpty() || !seen.contains(shortcut), qPrintable(action->objectName()));
        seen.insert(shortcut);
    }
}

void TestMainWindow::everythingFocusableHasAName()
{
    ApplicationFixture fixture;
    fixture.open();
    QTRY_VERIFY(fixture.window().isVisible());

    for (const QWidget *widget : fixture.window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(isNamed, qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestMainWindow::aNarrowWindowHidesTheSidePaneAndAWideOneBringsItBack()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QTRY_VERIFY(fixture.window().libraryPane()->isVisible());

    fixture.window().resize(420, 700);
    QTRY_VERIFY(!fixture.window().libraryPane()->isVisible());
    QCOMPARE(fixture.window().width(), 420);

    fixture.window().resize(1200, 700);
    QTRY_VERIFY(fixture.window().libraryPane()->isVisible());
}

void TestMainWindow::theSettingsChangeTheThemeAtOnce()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    fixture.window().actions().action(QStringLiteral("settings"))->trigger();
    auto *dialog = fixture.window().findChild<SettingsDialog *>();
    QVERIFY(dialog);
    QVERIFY(fixture.window().palette().color(QPalette::Window).lightness() > 128);

    dialog->findChild<QComboBox *>(QStringLiteral("theme"))->setCurrentIndex(2);

    QTRY_VERIFY(fixture.window().palette().color(QPalette::Window).lightness() < 128);
    dialog->findChild<QComboBox *>(QStringLiteral("theme"))->setCurrentIndex(1);
}

void TestMainWindow::zoomChangesTheFontsOfTheWindow()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QAction *zoomIn = fixture.window().actions().action(QStringLiteral("zoomIn"));

    for (int i = 0; i < 10; ++i)
        zoomIn->trigger();

    QTRY_COMPARE(fixture.composer()->font().pixelSize(), 28);
    fixture.window().actions().action(QStringLiteral("zoomReset"))->trigger();
    QTRY_COMPARE(fixture.composer()->font().pixelSize(), 14);
}

void TestMainWindow::theWindowComesBackWhereItWas()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    fixture.window().resize(700, 500);
    fixture.close();

    fixture.openPractice();

    QTRY_COMPARE(fixture.window().size(), QSize(700, 500));
}

// Each start after one in which nothing was asked began with "This conversation is not in the library."
void TestMainWindow::aConversationWithoutAWordIsNotMissedAtTheNextStart()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    fixture.close();

    QCOMPARE(Settings(dataPlaces(fixture.folder.path()).settings).get(keys::openConversation), QString());
}

void TestMainWindow::aConversationWithADraftAloneComesBack()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    fixture.type(QStringLiteral("Half a thought"));
    fixture.close();

    fixture.openPractice();

    QTRY_COMPARE(fixture.composer()->text(), QStringLiteral("Half a thought"));
}

void TestMainWindow::aLongTitleIsCutAtItsEnd_data()
{
    QTest::addColumn<int>("width");
    for (const int width : { 420, 700, 1280 })
        QTest::addRow("%d pixels", width) << width;
}

// A button shows the middle of words that are too wide for it.
void TestMainWindow::aLongTitleIsCutAtItsEnd()
{
    QFETCH(int, width);
    ApplicationFixture fixture;
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.shown()->setTitle(QStringLiteral("What is in this picture of a telescope that somebody built in a garden behind the house long ago, and how far does it see"));
    auto *button = fixture.window().findChild<QPushButton *>(QStringLiteral("titleButton"));

    fixture.window().resize(width, 600);
    QTRY_COMPARE(fixture.window().width(), width);

    QTRY_VERIFY2(button->fontMetrics().horizontalAdvance(button->text()) <= button->width(),
                 qPrintable(QStringLiteral("%1 in %2").arg(button->fontMetrics().horizontalAdvance(button->text())).arg(button->width())));
    QVERIFY(button->text().startsWith(QLatin1String("Wh")));
}

void TestMainWindow::aNewConversationBeginsAsItsFolderSays()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    EndpointBook &book = fixture.session().endpoints();
    Endpoint server;
    server.id = QStringLiteral("attic");
    server.name = QStringLiteral("The server in the attic");
    server.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    server.needsKey = false;
    book.addOrReplace(server);
    Folder folder { .id = FolderId::create(std::chrono::milliseconds(1)), .name = QStringLiteral("Stars"), .createdAtMs = 1 };
    folder.endpointId = server.id;
    folder.modelId = QStringLiteral("telescope-1");
    folder.systemPrompt = QStringLiteral("Speak of stars.");
    bool isSaved = false;
    fixture.session().library().saveFolder(folder, &fixture.window(), [&](const Result<Done> &done) { isSaved = bool(done); });
    QTRY_VERIFY(isSaved);
    auto *pane = fixture.window().findChild<LibraryPane *>();
    auto *shown = qobject_cast<LibraryModel *>(pane->list()->model());
    shown->refresh();
    QTRY_COMPARE(shown->folders().size(), 1);

    Q_EMIT pane->newConversationRequested(folder.id);

    QCOMPARE(fixture.shown()->endpoint().id, server.id);
    QCOMPARE(fixture.shown()->modelId(), folder.modelId);
    QCOMPARE(fixture.shown()->conversation().systemPrompt, folder.systemPrompt);
    const auto *label = fixture.composer()->findChild<QLabel *>(QStringLiteral("serverLabel"));
    QVERIFY(!label->text().contains(QLatin1String("Practice")));
    const auto *chooser = fixture.window().conversationPane()->topBar()->modelChooser();
    Q_EMIT fixture.window().conversationPane()->topBar()->modelChooser()->modelIdChosen(QStringLiteral("telescope-2"));
    QCOMPARE(fixture.shown()->modelId(), QStringLiteral("telescope-2"));

    // Everything else goes on with the server that was chosen, and its model.
    QVERIFY(book.current().isPractice);
    QVERIFY(book.currentModelId() != QLatin1String("telescope-2"));
    fixture.window().actions().action(QStringLiteral("newConversation"))->trigger();
    QVERIFY(fixture.shown()->endpoint().isPractice);
    QVERIFY(label->text().contains(QLatin1String("Practice")));
    QTRY_COMPARE(chooser->text(), book.currentModelId());
}

// The one that is seen is meant, also when its folder gave it another.
void TestMainWindow::anotherServerIsTakenByAConversationWithItsOwn()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    Endpoint server;
    server.id = QStringLiteral("attic");
    server.name = QStringLiteral("The server in the attic");
    server.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    server.needsKey = false;
    fixture.session().endpoints().addOrReplace(server);
    fixture.shown()->setEndpointId(server.id);
    QCOMPARE(fixture.shown()->endpoint().id, server.id);

    fixture.session().endpoints().setCurrent(xaiEndpoint().id);

    QCOMPARE(fixture.shown()->endpoint().id, xaiEndpoint().id);
}

void TestMainWindow::aTemporaryConversationIsMarkedAsLongAsItIsShown()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    const auto *label = fixture.composer()->findChild<QLabel *>(QStringLiteral("serverLabel"));
    const QString usual = label->text();

    fixture.window().actions().action(QStringLiteral("newTemporary"))->trigger();
    QVERIFY(label->text() != usual && label->text().endsWith(usual));
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.type(QStringLiteral("echo nothing"));
    fixture.pressEnter();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.shown()->model()->rowCount() == 2 && fixture.isIdle(), 20'000);
    QVERIFY(label->text() != usual);

    fixture.window().actions().action(QStringLiteral("newConversation"))->trigger();
    QCOMPARE(label->text(), usual);
}

void TestMainWindow::anAnswerThatNobodyReadIsMarkedAfterARestart()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.type(QStringLiteral("echo fast, in the background"));
    fixture.pressEnter();
    QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
    const ConversationId id = fixture.shown()->id();
    fixture.window().actions().action(QStringLiteral("newConversation"))->trigger();
    const auto isUnread = [&] {
        const auto *model = qobject_cast<LibraryModel *>(fixture.window().libraryPane()->list()->model());
        const int row = model->rowOf(id);
        return row >= 0 && model->index(row).data(LibraryModel::IsUnreadRole).toBool();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isUnread(), 20'000);
    // It is kept at once, not at the end of the run alone.
    QCOMPARE(Settings(dataPlaces(fixture.folder.path()).settings).get(keys::unreadConversations), QStringList { id.toString() });
    fixture.close();

    fixture.openPractice();
    QTRY_VERIFY(isUnread());
    fixture.session().conversations().show(id);
    QTRY_VERIFY(!isUnread());
    fixture.close();

    fixture.openPractice();
    QTRY_VERIFY(fixture.shown()->id() == id);
    QVERIFY(!isUnread());
}

void TestMainWindow::theSettingsTellOfAnswersAndLetAModelName()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.window().actions().action(QStringLiteral("settings"))->trigger();
    auto *dialog = fixture.window().findChild<SettingsDialog *>();
    auto *tells = dialog->findChild<QCheckBox *>(QStringLiteral("tellsOfAnswers"));
    auto *names = dialog->findChild<QCheckBox *>(QStringLiteral("titlesByModel"));
    auto *model = dialog->findChild<QLineEdit *>(QStringLiteral("titleModel"));
    QVERIFY(tells->isChecked() && !names->isChecked() && !model->isEnabled());

    tells->setChecked(false);
    names->setChecked(true);
    QVERIFY(model->isEnabled());
    model->setText(QStringLiteral("practice-small"));
    dialog->close();

    const Settings settings(dataPlaces(fixture.folder.path()).settings);
    QVERIFY(!settings.get(keys::tellsOfAnswers) && settings.get(keys::titlesByModel));
    QCOMPARE(settings.get(keys::titleModel), QStringLiteral("practice-small"));

    // It can be tried with practice, which knows the request.
    fixture.type(QStringLiteral("fast echo of things long gone by"));
    fixture.pressEnter();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.shown()->conversation().title.startsWith(QLatin1String("Practice title: fast echo of things")), 20'000);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
