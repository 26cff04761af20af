// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"

#include "librarycalls.h"
#include "librarygenerations.h"
#include "librarypane.h"
#include "noticebar.h"
#include "problempage.h"
#include "progressline.h"
#include "restoredialog.h"
#include "scriptedprompt.h"
#include "systemclock.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

// The ways back into an earlier library, as a person walks them, and what goes on in the background, as a person sees it.
class TestBackups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConversationComesBackFromABackup();
    void allOfABackupComesBackAndTheWindowStays();
    void aDamagedLibraryIsReadRowByRow();
    void anImportShowsHowFarItIsAndCanBeCancelled();

private:
    // A library with these conversations, a message each, and a backup of it.
    static void fill(const QString &folder, const QStringList &titles)
    {
        const SystemClock clock;
        auto opened = Library::open(folder, Library::Access::Owner, clock);
        QVERIFY(opened);
        for (const QString &title : titles) {
            const Conversation conversation = conversationNamed(title, clock);
            VERIFY_DONE(calls::create(*opened.value(), conversation));
            VERIFY_DONE(calls::append(*opened.value(), conversation.id, messageSaying(title, Role::User, {}, clock)));
        }
        VERIFY_DONE(calls::maintain(*opened.value()));
    }
    static QStringList titles(const ApplicationFixture &fixture)
    {
        const auto *list = fixture.window().libraryPane()->findChild<QListView *>(QStringLiteral("conversationList"));
        QStringList found;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            found.append(list->model()->index(row, 0).data().toString());
        found.sort();
        return found;
    }
    static RestoreDialog *openDialog(const ApplicationFixture &fixture)
    {
        fixture.window().actions().action(QStringLiteral("restoreBackup"))->trigger();
        return fixture.window().findChild<RestoreDialog *>();
    }
};

void TestBackups::aConversationComesBackFromABackup()
{
    ApplicationFixture fixture;
    const QString library = dataPlaces(fixture.folder.path()).library;
    fill(library, { QStringLiteral("Kept"), QStringLiteral("Lost") });
    fixture.openPractice();
    QTRY_COMPARE(titles(fixture), (QStringList { QStringLiteral("Kept"), QStringLiteral("Lost") }));
    auto *list = fixture.window().libraryPane()->findChild<QListView *>(QStringLiteral("conversationList"));
    const int lost = list->model()->index(0, 0).data().toString() == QLatin1String("Lost") ? 0 : 1;
    list->setCurrentIndex(list->model()->index(lost, 0));
    fixture.window().libraryPane()->deleteSelected();
    QTRY_COMPARE(titles(fixture), QStringList { QStringLiteral("Kept") });

    RestoreDialog *dialog = openDialog(fixture);
    QVERIFY(dialog);
    auto *inside = dialog->findChild<QListWidget *>(QStringLiteral("conversationsOfBackup"));
    QTRY_COMPARE(inside->count(), 2);
    QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("backups"))->count(), 1);
    auto *bringBack = dialog->findChild<QPushButton *>(QStringLiteral("bringBack"));
    QVERIFY(!bringBack->isEnabled());
    for (int row = 0; row < inside->count(); ++row) {
        if (inside->item(row)->text().contains(QLatin1String("not here any more")))
            inside->setCurrentRow(row);
    }
    QTest::mouseClick(bringBack, Qt::LeftButton);

    QTRY_COMPARE(titles(fixture), (QStringList { QStringLiteral("Kept"), QStringLiteral("Lost") }));
    QVERIFY(fixture.window().conversationPane()->lowerNotice()->text().startsWith(QLatin1String("1 conversation")));
    fixture.close();
}

void TestBackups::allOfABackupComesBackAndTheWindowStays()
{
    ApplicationFixture fixture;
    const QString library = dataPlaces(fixture.folder.path()).library;
    fill(library, { QStringLiteral("Old") });
    {
        const SystemClock clock;
        auto opened = Library::open(library, Library::Access::Owner, clock);
        VERIFY_DONE(calls::create(*opened.value(), conversationNamed(QStringLiteral("New"), clock)));
    }
    fixture.openPractice();
    QTRY_COMPARE(titles(fixture).size(), 2);
    auto prompt = std::make_unique<ScriptedPrompt>();
    prompt->willConfirm(true);
    fixture.session().setPrompt(std::move(prompt));

    RestoreDialog *dialog = openDialog(fixture);
    auto *everything = dialog->findChild<QPushButton *>(QStringLiteral("everything"));
    QTRY_VERIFY(everything->isEnabled());
    const QPointer<Session> before = &fixture.session();
    QTest::mouseClick(everything, Qt::LeftButton);

    QTRY_VERIFY(!before && fixture.application->session());
    QTRY_COMPARE(titles(fixture), QStringList { QStringLiteral("Old") });
    QVERIFY(fixture.window().isVisible());
    QVERIFY(!QDir(library).entryList({ QStringLiteral("library.db.replaced-*") }, QDir::Files).isEmpty());
    fixture.close();
}

void TestBackups::aDamagedLibraryIsReadRowByRow()
{
    ApplicationFixture fixture;
    const QString library = dataPlaces(fixture.folder.path()).library;
    fill(library, { QStringLiteral("Readable") });
    // A check found something; the file itself can be read.
    QFile mark(library + QStringLiteral("/check-failed"));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.close();
    fixture.openPractice();
    ProblemPage *page = fixture.application->problemPage();
    QVERIFY(page && page->isVisible());

    QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("salvage")), Qt::LeftButton);

    QTRY_VERIFY(fixture.application->session());
    QTRY_COMPARE(titles(fixture), QStringList { QStringLiteral("Readable") });
    QVERIFY(!page->isVisible());
    QVERIFY(fixture.window().conversationPane()->lowerNotice()->text().startsWith(QLatin1String("1 message")));
    QVERIFY(!QDir(library).entryList({ QStringLiteral("library.db.damaged-*") }, QDir::Files).isEmpty());
    fixture.close();
}

void TestBackups::anImportShowsHowFarItIsAndCanBeCancelled()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    QByteArray json = R"({"messages":[)";
    for (int message = 0; message < 20'000; ++message)
        json += QByteArray(message > 0 ? "," : "") + R"({"role":"user","content":"words that are imported, number )" + QByteArray::number(message) + "\"}";
    json += "]}";
    const QString path = fixture.folder.filePath(QStringLiteral("messages.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    file.close();
    auto prompt = std::make_unique<ScriptedPrompt>();
    prompt->willConfirm(true);
    fixture.session().setPrompt(std::move(prompt));

    fixture.session().openFiles({ path });

    ProgressLine *line = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((line = fixture.window().libraryPane()->findChild<ProgressLine *>()) && line->isVisible(), 30'000);
    auto *cancel = line->findChild<QToolButton *>(QStringLiteral("progressAction"));
    QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!line->isVisible(), 30'000);
    QCOMPARE(titles(fixture), QStringList());
    fixture.close();
}

QTEST_MAIN(TestBackups)
#include "tst_backups.moc"
