// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "noticebar.h"
#include "scriptedprompt.h"
#include "settings.h"

#include <QLabel>
#include <QMenu>

// Documents that were opened or saved come back by the menu "Open recent", in the whole program.
class TestRecentDocuments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSavedIsOpenedFromTheMenuAfterARestart();
    void aMissingFileIsToldAndTakenOffTheList();
    void tenAreKeptTheLastOneFirst();
    void namesHaveAsManyFoldersAsTellThemApart_data();
    void namesHaveAsManyFoldersAsTellThemApart();
    void theListCanBeCleared();

private:
    static QMenu *menuOf(const ApplicationFixture &fixture)
    {
        QMenu *menu = fixture.window().actions().action(QStringLiteral("openRecent"))->menu();
        Q_EMIT menu->aboutToShow();
        return menu;
    }
    static QStringList namesIn(const QMenu &menu)
    {
        QStringList names;
        for (const QAction *action : menu.actions()) {
            if (action->data().isValid())
                names << action->text();
        }
        return names;
    }
    static void saveAs(ApplicationFixture &fixture, const QString &path)
    {
        auto prompt = std::make_unique<ScriptedPrompt>();
        prompt->willSaveTo(path);
        fixture.session().setPrompt(std::move(prompt));
        fixture.window().actions().action(QStringLiteral("saveDocument"))->trigger();
        QTRY_VERIFY(QFileInfo::exists(path) && !namesIn(*menuOf(fixture)).isEmpty());
    }
};

void TestRecentDocuments::whatWasSavedIsOpenedFromTheMenuAfterARestart()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.type(QStringLiteral("echo walnut & bread"));
    fixture.pressEnter();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.shown()->model()->rowCount() == 2 && fixture.isIdle(), 20'000);
    const ConversationId id = fixture.shown()->id();
    saveAs(fixture, fixture.folder.filePath(QStringLiteral("walnut & bread.grackle")));
    // Other kinds of files are no documents to open again.
    saveAs(fixture, fixture.folder.filePath(QStringLiteral("walnut.md")));
    fixture.window().actions().action(QStringLiteral("newConversation"))->trigger();
    fixture.close();

    fixture.openPractice();
    QMenu *menu = menuOf(fixture);
    QCOMPARE(namesIn(*menu), QStringList { QStringLiteral("walnut && bread.grackle") });
    menu->actions().first()->trigger();

    QTRY_COMPARE(fixture.shown()->id(), id);
}

void TestRecentDocuments::aMissingFileIsToldAndTakenOffTheList()
{
    ApplicationFixture fixture;
    {
        Settings settings(dataPlaces(fixture.folder.path()).settings);
        settings.set(keys::recentDocuments, { fixture.folder.filePath(QStringLiteral("gone.grackle")) });
    }
    fixture.openPractice();
    menuOf(fixture)->actions().first()->trigger();

    const auto *notice = fixture.window().conversationPane()->lowerNotice();
    QTRY_VERIFY(notice->isVisible());
    const QList<QLabel *> labels = notice->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QLatin1String("gone.grackle")); }));
    QCOMPARE(namesIn(*menuOf(fixture)), QStringList());
}

void TestRecentDocuments::tenAreKeptTheLastOneFirst()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    QMenu menu;
    RecentDocuments recent(settings, menu);
    for (int i = 0; i < 14; ++i)
        recent.add(QStringLiteral("/home/x/%1.grackle").arg(i));
    recent.add(QStringLiteral("/home/x/7.grackle"));

    QCOMPARE(recent.paths().size(), RecentDocuments::MostDocuments);
    QCOMPARE(recent.paths().first(), QStringLiteral("/home/x/7.grackle"));
    QCOMPARE(recent.paths().at(1), QStringLiteral("/home/x/13.grackle"));
    QCOMPARE(recent.paths().count(QStringLiteral("/home/x/7.grackle")), 1);
}

void TestRecentDocuments::namesHaveAsManyFoldersAsTellThemApart_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QStringList>("names");
    using List = QStringList;
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    QTest::addRow("different files") << List { text("/a/one.grackle"), text("/a/two.grackle") } << List { text("one.grackle"), text("two.grackle") };
    QTest::addRow("one name in two folders") << List { text("/a/x.grackle"), text("/b/x.grackle") } << List { text("a/x.grackle"), text("b/x.grackle") };
    QTest::addRow("two folders deep") << List { text("/a/c/x.grackle"), text("/b/c/x.grackle"), text("/b/y.grackle") }
                                      << List { text("a/c/x.grackle"), text("b/c/x.grackle"), text("y.grackle") };
    QTest::addRow("one above the other") << List { text("/x.grackle"), text("/b/x.grackle") } << List { text("x.grackle"), text("b/x.grackle") };
}

void TestRecentDocuments::namesHaveAsManyFoldersAsTellThemApart()
{
    QFETCH(QStringList, paths);
    QTEST(RecentDocuments::names(paths), "names");
}

void TestRecentDocuments::theListCanBeCleared()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    QMenu menu;
    RecentDocuments recent(settings, menu);
    QVERIFY(!menu.actions().last()->isEnabled());
    recent.add(QStringLiteral("/home/x/1.grackle"));
    QVERIFY(menu.actions().last()->isEnabled());

    menu.actions().last()->trigger();

    QCOMPARE(recent.paths(), QStringList());
    QVERIFY(!menu.actions().last()->isEnabled());
}

QTEST_MAIN(TestRecentDocuments)
#include "tst_recentdocuments.moc"
