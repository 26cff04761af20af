// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "librarylist.h"
#include "librarymodel.h"
#include "librarypane.h"
#include "noticebar.h"
#include "paperview.h"
#include "printpreview.h"
#include "rowmimedata.h"
#include "scriptedprompt.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QMenu>

// What leaves the library by the window's menus: into files, and onto paper.
class TestExporting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theKindOfAFileIsReadFromItsName_data();
    void theKindOfAFileIsReadFromItsName();
    void allConversationsGoIntoAFolder();
    void theSelectedOnesGoIntoAFolder();
    void aFolderThatCannotBeWrittenIsSaidInTheWindow();
    void aRowDraggedOutIsADocument();
    void aDocumentDroppedInIsOpened();
    void thePreviewShowsThePages();

private:
    static void ask(ApplicationFixture &fixture, const QString &text)
    {
        QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
        fixture.type(text);
        fixture.pressEnter();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shown()->model()->rowCount() >= 2 && fixture.isIdle(), 20'000);
    }
    static ScriptedPrompt *scripted(ApplicationFixture &fixture)
    {
        auto prompt = std::make_unique<ScriptedPrompt>();
        ScriptedPrompt *script = prompt.get();
        fixture.session().setPrompt(std::move(prompt));
        return script;
    }
    static QAction *kind(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    static QStringList filesIn(const QTemporaryDir &folder) { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    static QString notice(ApplicationFixture &fixture) { return fixture.window().conversationPane()->lowerNotice()->text(); }
};

void TestExporting::theKindOfAFileIsReadFromItsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("document") << "a.grackle" << QByteArray("{");
    QTest::newRow("markdown") << "a.MD" << QByteArray("# ");
    QTest::newRow("web page") << "a.html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("pdf") << "a.pdf" << QByteArray("%PDF");
    QTest::newRow("another") << "a.txt" << QByteArray("{");
}

void TestExporting::theKindOfAFileIsReadFromItsName()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo hello"));
    const QString path = fixture.folder.filePath(name);
    scripted(fixture)->willSaveTo(path);

    fixture.window().actions().action(QStringLiteral("saveDocument"))->trigger();

    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(beginning));
    QTRY_VERIFY(notice(fixture).contains(name));
}

void TestExporting::allConversationsGoIntoAFolder()
{
    ApplicationFixture fixture;
    QTemporaryDir out;
    fixture.openPractice();
    for (const char *text : { "echo one", "echo two", "echo three" }) {
        fixture.session().conversations().showNew();
        ask(fixture, QString::fromLatin1(text));
    }
    scripted(fixture)->willChooseFolder(out.path());

    QMenu *menu = fixture.window().actions().action(QStringLiteral("exportAll"))->menu();
    kind(menu, QStringLiteral("PDF"))->trigger();

    QTRY_COMPARE_WITH_TIMEOUT(filesIn(out).filter(QStringLiteral(".pdf")).size(), 3, 15'000);
    QTRY_VERIFY2(notice(fixture).startsWith(QStringLiteral("3 ")), qPrintable(notice(fixture)));
}

void TestExporting::theSelectedOnesGoIntoAFolder()
{
    ApplicationFixture fixture;
    QTemporaryDir out;
    fixture.openPractice();
    for (const char *text : { "echo one", "echo two", "echo three" }) {
        fixture.session().conversations().showNew();
        ask(fixture, QString::fromLatin1(text));
    }
    LibraryList *list = fixture.window().libraryPane()->list();
    QTRY_COMPARE(list->model()->rowCount(), 3);
    list->selectionModel()->select(list->model()->index(0, 0), QItemSelectionModel::ClearAndSelect);
    list->selectionModel()->select(list->model()->index(2, 0), QItemSelectionModel::Select);
    scripted(fixture)->willChooseFolder(out.path());

    Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
    auto *menu = fixture.window().findChild<QMenu *>(QStringLiteral("exportMenu"));
    QVERIFY(menu);
    kind(menu, QStringLiteral("Web page"))->trigger();

    QTRY_COMPARE(filesIn(out).size(), 2);
}

void TestExporting::aFolderThatCannotBeWrittenIsSaidInTheWindow()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo hello"));
    scripted(fixture)->willSaveTo(fixture.folder.filePath(QStringLiteral("nowhere/a.pdf")));

    fixture.window().actions().action(QStringLiteral("saveDocument"))->trigger();

    QTRY_VERIFY2(notice(fixture).contains(QStringLiteral("a.pdf")), qPrintable(notice(fixture)));
}

void TestExporting::aRowDraggedOutIsADocument()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo dragged"));
    LibraryList *list = fixture.window().libraryPane()->list();
    QTRY_COMPARE(list->model()->rowCount(), 1);
    const std::unique_ptr<QMimeData> rows(list->model()->mimeData({ list->model()->index(0, 0) }));
    auto folder = std::make_shared<QTemporaryDir>();

    const RowMimeData dragged(fixture.session().library(), { fixture.shown()->id() }, *rows, folder);
    // Moving a row inside the list writes nothing.
    QVERIFY(dragged.hasUrls() && list->model()->canDropMimeData(&dragged, Qt::MoveAction, 0, 0, {}));
    QVERIFY(QDir(folder->path()).isEmpty());

    const QList<QUrl> files = dragged.urls();

    QCOMPARE(files.size(), 1);
    QVERIFY(files.first().toLocalFile().endsWith(QStringLiteral(".grackle")));
    QVERIFY(!(QFile::permissions(files.first().toLocalFile()) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QCOMPARE(dragged.urls(), files);
    ApplicationFixture other;
    other.openPractice();
    other.session().openFiles({ files.first().toLocalFile() });
    QTRY_COMPARE(other.shown()->model()->rowCount(), 2);
    QCOMPARE(other.messageText(0), QStringLiteral("echo dragged"));
}

void TestExporting::aDocumentDroppedInIsOpened()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo first"));
    const ConversationId saved = fixture.shown()->id();
    const QString path = fixture.folder.filePath(QStringLiteral("talk.grackle"));
    scripted(fixture)->willSaveTo(path);
    fixture.window().actions().action(QStringLiteral("saveDocument"))->trigger();
    QTRY_VERIFY(QFile::exists(path));
    ApplicationFixture other;
    other.openPractice();
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });

    QDragEnterEvent entering(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&other.window(), &entering);
    QVERIFY(entering.isAccepted());
    QDropEvent dropping(QPointF(600, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&other.window(), &dropping);

    QTRY_COMPARE(other.shown()->id(), saved);
    QTRY_COMPARE(other.shown()->model()->rowCount(), 2);
}

void TestExporting::thePreviewShowsThePages()
{
    ApplicationFixture fixture;
    fixture.openPractice();
    ask(fixture, QStringLiteral("echo hello"));

    fixture.window().actions().action(QStringLiteral("print"))->trigger();

    auto *preview = fixture.window().findChild<PrintPreview *>(QStringLiteral("printPreview"));
    QVERIFY(preview);
    QTRY_VERIFY(preview->isVisible());
    QTRY_COMPARE(preview->findChild<PaperView *>()->paintedSheets(), 1);
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.window().findChild<PrintPreview *>(QStringLiteral("printPreview")));
}

QTEST_MAIN(TestExporting)
#include "tst_exporting.moc"
