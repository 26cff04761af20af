// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "actioncollection.h"
#include "windowactions.h"

#include <QMenu>
#include <QTest>
#include <QTranslator>

// The window's menu by its letters.
class TestWindowMenu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noTwoEntriesOfAMenuHaveTheSameLetter_data();
    void noTwoEntriesOfAMenuHaveTheSameLetter();

private:
    // "menu: letter: texts" for each letter that stands for more than one entry.
    static QStringList doubles(const QMenu *menu)
    {
        QMap<QString, QStringList> texts;
        QStringList found;
        for (const QAction *action : menu->actions()) {
            if (const QKeySequence letter = QKeySequence::mnemonic(action->text()); !letter.isEmpty())
                texts[letter.toString()] += action->text();
            if (action->menu())
                found += doubles(action->menu());
        }
        for (auto at = texts.cbegin(); at != texts.cend(); ++at) {
            if (at.value().size() > 1)
                found += at.key() + QStringLiteral(": ") + at.value().join(QStringLiteral(", "));
        }
        return found;
    }
};

void TestWindowMenu::noTwoEntriesOfAMenuHaveTheSameLetter_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QString();
    QTest::newRow("German") << QStringLiteral(GERMAN);
}

void TestWindowMenu::noTwoEntriesOfAMenuHaveTheSameLetter()
{
    QFETCH(QString, language);
    QTranslator translator;
    if (!language.isEmpty()) {
        QVERIFY(translator.load(language));
        QVERIFY(QCoreApplication::installTranslator(&translator));
    }
    QWidget window;
    ActionCollection actions(&window);
    addWindowActions(actions);

    const QMenu *menu = makeWindowMenu(actions, &window);

    QVERIFY(menu->actions().size() > 15);
    QCOMPARE(doubles(menu), QStringList());
}

QTEST_MAIN(TestWindowMenu)
#include "tst_windowmenu.moc"
