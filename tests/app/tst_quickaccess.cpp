// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "commandpalette.h"
#include "conversationswitcher.h"
#include "librarycalls.h"
#include "librarylist.h"
#include "librarymodel.h"
#include "librarypane.h"
#include "quicklist.h"
#include "settingsdialog.h"

#include <QLineEdit>

// Going to everything by the keyboard, in the whole program.
class TestQuickAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theKeysOpenThePaletteAndAnActionRuns();
    void everyActionIsThereWithItsKeys();
    void aConversationIsOpenedByAFewLetters();
    void whatWasUsedLastStandsFirst();
    void escapeLeavesEverything();
    void holdingCtrlTabSwitchesBetweenTheLastOnes();
    void theSwitcherKnowsTheOrderOfTheRunBefore();
    void theSwitcherGoesRoundAndCanBeLeft();
    void itSpeaksToAScreenReader();
    void withCtrlHeldOneRowIsSelected();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const { QTest::keyClick(&m_fixture->window(), key, modifiers); }
    CommandPalette *palette() const { return m_fixture->window().findChild<CommandPalette *>(); }
    QLineEdit *field() const { return palette()->findChild<QLineEdit *>(); }
    QuickList *list() const { return palette()->findChild<QuickList *>(); }
    ConversationSwitcher *switcher() const { return m_fixture->window().findChild<ConversationSwitcher *>(); }
    QStringList titles(const QWidget *popup) const
    {
        const QAbstractItemModel *model = popup->findChild<QuickList *>()->model();
        QStringList titles;
        for (int row = 0; row < model->rowCount(); ++row)
            titles += model->index(row, 0).data().toString();
        return titles;
    }
    QString shownTitle() const { return m_fixture->shown()->conversation().title; }
    void show(const QString &title)
    {
        m_fixture->session().conversations().show(m_ids.value(title));
        QTRY_COMPARE(shownTitle(), title);
    }
    void openPalette()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(palette() && palette()->isVisible());
        QTRY_VERIFY(titles(palette()).contains(QStringLiteral("Walnuts")) || titles(palette()).contains(QStringLiteral("Mirrors")));
    }

    std::unique_ptr<ApplicationFixture> m_fixture;
    QHash<QString, ConversationId> m_ids;
};

void TestQuickAccess::init()
{
    m_ids.clear();
    m_fixture = std::make_unique<ApplicationFixture>();
    m_fixture->openPractice();
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    Library &library = m_fixture->session().library();
    ManualClock clock;
    for (const QString &title : { QStringLiteral("Walnuts"), QStringLiteral("Mirrors"), QStringLiteral("Über Steuern") }) {
        clock.advance(std::chrono::seconds(1));
        const Conversation conversation = conversationNamed(title, clock);
        m_ids.insert(title, conversation.id);
        QVERIFY(calls::create(library, conversation));
        QVERIFY(calls::append(library, conversation.id, messageSaying(title, Role::User, {}, clock)));
    }
    auto *model = qobject_cast<LibraryModel *>(m_fixture->window().libraryPane()->list()->model());
    model->refresh();
    QTRY_COMPARE(model->rowCount(), 3);
}

void TestQuickAccess::theKeysOpenThePaletteAndAnActionRuns()
{
    openPalette();
    QTest::keyClicks(field(), QStringLiteral("sett"));
    QVERIFY(titles(palette()).first().startsWith(QLatin1String("Settings")));

    QTest::keyClick(field(), Qt::Key_Return);

    QVERIFY(!palette()->isVisible());
    QTRY_VERIFY(m_fixture->window().findChild<SettingsDialog *>());
}

void TestQuickAccess::everyActionIsThereWithItsKeys()
{
    openPalette();
    const QStringList shown = titles(palette());
    for (const QAction *action : m_fixture->window().actions().actions()) {
        const QString text = QString(action->text()).remove(u'&');
        const auto isIt = [&](const QString &title) { return title == text || title.startsWith(text + u':'); };
        if (action->isEnabled() && action->objectName() != QLatin1String("commandPalette") && action->objectName() != QLatin1String("openRecent"))
            QVERIFY2(std::any_of(shown.begin(), shown.end(), isIt), qPrintable(text));
    }
    QTest::keyClicks(field(), QStringLiteral("new conv"));
    QCOMPARE(list()->model()->index(0, 0).data(QuickEntries::DetailRole).toString(), QStringLiteral("Ctrl+N"));
}

void TestQuickAccess::aConversationIsOpenedByAFewLetters()
{
    openPalette();
    QTest::keyClicks(field(), QStringLiteral("uber st"));
    QCOMPARE(titles(palette()), QStringList { QStringLiteral("Über Steuern") });

    QTest::keyClick(field(), Qt::Key_Return);

    QTRY_COMPARE(shownTitle(), QStringLiteral("Über Steuern"));
}

void TestQuickAccess::whatWasUsedLastStandsFirst()
{
    show(QStringLiteral("Walnuts"));
    show(QStringLiteral("Mirrors"));
    openPalette();

    // The newest is behind the one that was looked at before; the one that is shown is not there.
    QTRY_COMPARE(titles(palette()).mid(0, 2), QStringList({ QStringLiteral("Walnuts"), QStringLiteral("Über Steuern") }));
    QVERIFY(!titles(palette()).contains(QStringLiteral("Mirrors")));
    QTest::keyClicks(field(), QStringLiteral("zoom in"));
    QTest::keyClick(field(), Qt::Key_Return);
    openPalette();
    QCOMPARE(titles(palette()).at(2), QStringLiteral("Zoom in"));
}

void TestQuickAccess::escapeLeavesEverything()
{
    openPalette();
    QTest::keyClicks(field(), QStringLiteral("walnuts"));
    QTest::keyClick(field(), Qt::Key_Escape);

    QTRY_VERIFY(!palette()->isVisible());
    QVERIFY(m_fixture->shown()->model()->rowCount() == 0);
    openPalette();
    QCOMPARE(field()->text(), QString());
}

void TestQuickAccess::holdingCtrlTabSwitchesBetweenTheLastOnes()
{
    show(QStringLiteral("Walnuts"));
    show(QStringLiteral("Mirrors"));
    show(QStringLiteral("Über Steuern"));

    QTest::keyPress(&m_fixture->window(), Qt::Key_Tab, Qt::ControlModifier);
    QTRY_VERIFY(switcher() && switcher()->isVisible());
    QCOMPARE(titles(switcher()), QStringList({ QStringLiteral("Über Steuern"), QStringLiteral("Mirrors"), QStringLiteral("Walnuts") }));
    QTest::keyPress(switcher(), Qt::Key_Tab, Qt::ControlModifier);
    QTest::keyRelease(switcher(), Qt::Key_Control);
    QVERIFY(!switcher()->isVisible());
    QTRY_COMPARE(shownTitle(), QStringLiteral("Walnuts"));

    // Once more: back and forth.
    m_fixture->window().actions().action(QStringLiteral("switchConversation"))->trigger();
    QTRY_VERIFY(switcher()->isVisible());
    QTest::keyRelease(switcher(), Qt::Key_Control);
    QTRY_COMPARE(shownTitle(), QStringLiteral("Über Steuern"));
}

void TestQuickAccess::theSwitcherKnowsTheOrderOfTheRunBefore()
{
    show(QStringLiteral("Über Steuern"));
    show(QStringLiteral("Walnuts"));
    show(QStringLiteral("Mirrors"));
    QVERIFY(calls::remove(m_fixture->session().library(), m_ids.value(QStringLiteral("Über Steuern"))));
    m_fixture->close();
    m_fixture->openPractice();
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QTRY_COMPARE(shownTitle(), QStringLiteral("Mirrors"));
    QTRY_COMPARE(m_fixture->window().libraryPane()->list()->model()->rowCount(), 2);
    m_fixture->window().actions().action(QStringLiteral("newConversation"))->trigger();

    m_fixture->window().actions().action(QStringLiteral("switchConversation"))->trigger();

    QTRY_VERIFY(switcher() && switcher()->isVisible());
    // What is in the trash is no place to go to.
    QCOMPARE(titles(switcher()).mid(1), QStringList({ QStringLiteral("Mirrors"), QStringLiteral("Walnuts") }));
}

void TestQuickAccess::theSwitcherGoesRoundAndCanBeLeft()
{
    show(QStringLiteral("Walnuts"));
    m_fixture->window().actions().action(QStringLiteral("switchConversationBack"))->trigger();
    QTRY_VERIFY(switcher() && switcher()->isVisible());
    const QuickList *rows = switcher()->findChild<QuickList *>();
    QCOMPARE(rows->currentIndex().row(), rows->model()->rowCount() - 1);
    QTest::keyClick(switcher(), Qt::Key_Down);
    QCOMPARE(rows->currentIndex().row(), 0);
    QTest::keyClick(switcher(), Qt::Key_Escape);

    QVERIFY(!switcher()->isVisible());
    QCOMPARE(shownTitle(), QStringLiteral("Walnuts"));
}

void TestQuickAccess::itSpeaksToAScreenReader()
{
    openPalette();
    QVERIFY(!field()->accessibleName().isEmpty() && !list()->accessibleName().isEmpty());
    QTest::keyClicks(field(), QStringLiteral("new conversation"));
    QCOMPARE(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("New conversation, Ctrl+N"));
}

// The row that was shown before stayed selected beside the new one.
void TestQuickAccess::withCtrlHeldOneRowIsSelected()
{
    show(QStringLiteral("Walnuts"));
    QCOMPARE(m_fixture->window().libraryPane()->selection(), QList<ConversationId> { m_ids.value(QStringLiteral("Walnuts")) });

    QTest::keyPress(&m_fixture->window(), Qt::Key_PageUp, Qt::ControlModifier);

    QTRY_COMPARE(shownTitle(), QStringLiteral("Mirrors"));
    QCOMPARE(m_fixture->window().libraryPane()->selection(), QList<ConversationId> { m_ids.value(QStringLiteral("Mirrors")) });
    QTest::keyRelease(&m_fixture->window(), Qt::Key_PageUp);
}

QTEST_MAIN(TestQuickAccess)
#include "tst_quickaccess.moc"
