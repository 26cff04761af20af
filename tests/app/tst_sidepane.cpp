// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "composer.h"
#include "conversationcontroller.h"
#include "conversationpane.h"
#include "library.h"
#include "librarycalls.h"
#include "librarylist.h"
#include "librarymodel.h"
#include "librarypane.h"
#include "peekpopup.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

// What a person does with several rows of the side pane at once, by its keys and menus, undone and redone in the window.
class TestSidePane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severalRowsAreChangedUndoneAndRedone_data();
    void severalRowsAreChangedUndoneAndRedone();
    void aSearchForgetsWhatWasSelectedBefore();
    void aPeekShowsWordsAndNoMarks();
    void whatIsShownIsDeletedWhereverItsRowIs();
    void aNameGivenAboveTheConversationIsTakenBackToo();

private:
    void fill();
    QStringList rows() const;
    QMenu *menu() const;
    static QMenu *below(QMenu *menu, const QString &objectName);
    static void name(QMenu *menu, const QString &fieldName, const QString &written);
    void act(const QString &what);

    LibraryModel *model() const { return qobject_cast<LibraryModel *>(list()->model()); }
    LibraryList *list() const { return m_fixture->window().libraryPane()->list(); }
    void trigger(const char *name) const { m_fixture->window().actions().action(QString::fromLatin1(name))->trigger(); }

    std::unique_ptr<ApplicationFixture> m_fixture;
};

void TestSidePane::fill()
{
    m_fixture = std::make_unique<ApplicationFixture>();
    m_fixture->openPractice();
    Library &library = m_fixture->session().library();
    ManualClock clock;
    for (const QString &title : { QStringLiteral("Walnuts"), QStringLiteral("Mirrors"), QStringLiteral("Taxes") }) {
        clock.advance(std::chrono::seconds(1));
        const Conversation conversation = conversationNamed(title, clock);
        QVERIFY(calls::create(library, conversation));
        QVERIFY(calls::append(library, conversation.id, messageSaying(title, Role::User, {}, clock)));
    }
    model()->refresh();
    QTRY_COMPARE(rows(), QStringList({ QStringLiteral("Taxes"), QStringLiteral("Mirrors"), QStringLiteral("Walnuts") }));
}

// As they stand: headings in brackets, tags behind a title.
QStringList TestSidePane::rows() const
{
    QStringList lines;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QString title = model()->index(row).data().toString();
        const QStringList tags = model()->arrangementOf(model()->idAt(row)).tags;
        lines += model()->headingAt(row).isNull() ? (QStringList { title } + tags).join(u' ') : QStringLiteral("[%1]").arg(title);
    }
    return lines;
}

QMenu *TestSidePane::menu() const
{
    const QList<QMenu *> before = m_fixture->window().libraryPane()->findChildren<QMenu *>(QStringLiteral("conversationsMenu"));
    Q_EMIT list()->customContextMenuRequested(list()->visualRect(list()->currentIndex()).center());
    for (QMenu *menu : m_fixture->window().libraryPane()->findChildren<QMenu *>(QStringLiteral("conversationsMenu"))) {
        if (!before.contains(menu))
            return menu;
    }
    return nullptr;
}

QMenu *TestSidePane::below(QMenu *menu, const QString &objectName)
{
    return menu->findChild<QMenu *>(objectName);
}

void TestSidePane::name(QMenu *menu, const QString &fieldName, const QString &written)
{
    auto *field = menu->findChild<QLineEdit *>(fieldName);
    field->setText(written);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestSidePane::act(const QString &what)
{
    if (what == QLatin1String("delete")) {
        QTest::keyClick(list(), Qt::Key_Delete);
    } else if (what == QLatin1String("move")) {
        QMenu *opened = menu();
        name(below(opened, QStringLiteral("folderMenu")), QStringLiteral("newFolderName"), QStringLiteral("Sky"));
    } else if (what == QLatin1String("tag")) {
        QMenu *opened = menu();
        name(below(opened, QStringLiteral("tagMenu")), QStringLiteral("newTagName"), QStringLiteral("blue"));
    } else if (what == QLatin1String("merge")) {
        const QList<QAction *> actions = menu()->actions();
        const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) { return action->text() == QLatin1String("Merge into one"); });
        QVERIFY(found != actions.end());
        (*found)->trigger();
    } else {
        // What the view does at the end of a drag; the drag itself is a journey (rows_as_files).
        const FolderId sky = model()->makeFolder(QStringLiteral("Sky"));
        QTRY_COMPARE(model()->headingAt(0), sky);
        const std::unique_ptr<QMimeData> dragged(model()->mimeData({ model()->index(1), model()->index(2) }));
        model()->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, model()->index(0));
    }
}

void TestSidePane::severalRowsAreChangedUndoneAndRedone_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QStringList>("after");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u','); };
    QTest::addRow("delete") << QStringLiteral("delete") << 1 << words("Walnuts");
    QTest::addRow("move into a new folder") << QStringLiteral("move") << 2 << words("[Sky],Taxes,Mirrors,Walnuts");
    QTest::addRow("tag") << QStringLiteral("tag") << 1 << words("Taxes blue,Mirrors blue,Walnuts");
    QTest::addRow("merge") << QStringLiteral("merge") << 1 << words("Mirrors,Walnuts");
    QTest::addRow("drop on a folder") << QStringLiteral("drop") << 2 << words("[Sky],Taxes,Mirrors,Walnuts");
}

void TestSidePane::severalRowsAreChangedUndoneAndRedone()
{
    QFETCH(QString, what);
    QFETCH(int, steps);
    QFETCH(QStringList, after);
    fill();
    const QStringList before = rows();
    list()->setCurrentIndex(model()->index(0));
    list()->selectionModel()->select(model()->index(1), QItemSelectionModel::Select);
    QCOMPARE(m_fixture->window().libraryPane()->selection().size(), 2);

    act(what);
    QTRY_COMPARE(rows(), after);

    for (int round = 0; round < 3; ++round) {
        for (int step = 0; step < steps; ++step)
            trigger("undoDelete");
        QTRY_COMPARE(rows(), before);
        for (int step = 0; step < steps; ++step)
            trigger("redo");
        QTRY_COMPARE(rows(), after);
    }
}

void TestSidePane::aSearchForgetsWhatWasSelectedBefore()
{
    fill();
    list()->selectAll();
    QCOMPARE(m_fixture->window().libraryPane()->selection().size(), 3);

    m_fixture->window().libraryPane()->searchFor(QStringLiteral("Mirrors"));

    QTRY_COMPARE(model()->rowCount(), 1);
    QTRY_COMPARE(m_fixture->window().libraryPane()->selection().size(), 0);
}

void TestSidePane::aPeekShowsWordsAndNoMarks()
{
    fill();
    Library &library = m_fixture->session().library();
    QVERIFY(calls::append(library, model()->idAt(0), messageSaying(QStringLiteral("## Rates\n\n**Half** of [it](https://example.org)"), Role::Assistant, {}, ManualClock())));

    Q_EMIT list()->hovered(model()->index(0));

    const auto shown = [&] {
        const auto *popup = m_fixture->window().findChild<PeekPopup *>();
        QStringList texts;
        for (const QLabel *label : popup && popup->isVisible() ? popup->findChildren<QLabel *>() : QList<QLabel *>())
            texts += label->text();
        return texts;
    };
    QTRY_VERIFY(shown().contains(QStringLiteral("Taxes")));
    QVERIFY2(shown().contains(QStringLiteral("Rates\nHalf of it")), qPrintable(shown().join(u'|')));
}

// From the menu, with the row in a closed folder, then not among what was found: by no row.
void TestSidePane::whatIsShownIsDeletedWhereverItsRowIs()
{
    fill();
    const ConversationId id = model()->idAt(1);
    const FolderId folder = model()->makeFolder(QStringLiteral("House"), { id });
    model()->setTagged({ id }, QStringLiteral("later"), true);
    QTRY_COMPARE(rows(), QStringList({ QStringLiteral("[House]"), QStringLiteral("Mirrors later"), QStringLiteral("Taxes"), QStringLiteral("Walnuts") }));
    m_fixture->window().libraryPane()->list()->setCurrentIndex(model()->index(model()->rowOf(id)));
    Q_EMIT list()->activated(list()->currentIndex());
    QTRY_COMPARE(m_fixture->shown()->id(), id);
    model()->setCollapsed(folder, true);
    QTRY_COMPARE(model()->rowOf(id), -1);
    m_fixture->composer()->setFocus();

    trigger("deleteConversation");

    QTRY_VERIFY(m_fixture->shown()->id() != id);
    QCOMPARE(calls::list(m_fixture->session().library()).value().size(), 2);
    trigger("undoDelete");
    QTRY_COMPARE(calls::list(m_fixture->session().library()).value().size(), 3);
    // It comes back as it was.
    model()->setCollapsed(folder, false);
    QTRY_COMPARE(rows(), QStringList({ QStringLiteral("[House]"), QStringLiteral("Mirrors later"), QStringLiteral("Taxes"), QStringLiteral("Walnuts") }));
}

void TestSidePane::aNameGivenAboveTheConversationIsTakenBackToo()
{
    fill();
    Q_EMIT list()->activated(model()->index(0));
    const ConversationId id = model()->idAt(0);
    QTRY_COMPARE(m_fixture->shown()->id(), id);

    Q_EMIT m_fixture->window().conversationPane()->titleEdited(QStringLiteral("  Levies "));

    QCOMPARE(m_fixture->shown()->conversation().title, QStringLiteral("Levies"));
    QTRY_COMPARE(rows().first(), QStringLiteral("Levies"));
    trigger("undoDelete");
    QTRY_COMPARE(rows().first(), QStringLiteral("Taxes"));
    QTRY_COMPARE(m_fixture->shown()->conversation().title, QStringLiteral("Taxes"));
    trigger("redo");
    QTRY_COMPARE(rows().first(), QStringLiteral("Levies"));
    QTRY_COMPARE(m_fixture->shown()->conversation().title, QStringLiteral("Levies"));
}

QTEST_MAIN(TestSidePane)
#include "tst_sidepane.moc"
