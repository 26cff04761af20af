// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The dialogs by their letters: with Alt no two things that are seen at once are meant by the same.
#include "chatclient.h"
#include "conversationoptionsdialog.h"
#include "endpointbook.h"
#include "endpointdialog.h"
#include "inspectordialog.h"
#include "jsontreedialog.h"
#include "ledger.h"
#include "library.h"
#include "manualclock.h"
#include "memorykeystore.h"
#include "messagedialog.h"
#include "pictureaddressdialog.h"
#include "restoredialog.h"
#include "settings.h"
#include "settingsdialog.h"
#include "toolanswerdialog.h"
#include "toolsdialog.h"
#include "usagedialog.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>
#include <vector>

namespace {

// Something with a letter, and the pages it stands on, the outermost first.
struct Lettered
{
    QString letter;
    QString text;
    QList<const QWidget *> pages;
};

QList<const QWidget *> pagesOf(const QWidget *widget)
{
    QList<const QWidget *> pages;
    for (const QWidget *at = widget; at && !at->isWindow(); at = at->parentWidget()) {
        if (qobject_cast<const QStackedWidget *>(at->parentWidget()))
            pages.prepend(at);
    }
    return pages;
}

QStringList textsOf(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return { button->text() };
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->buddy() ? QStringList { label->text() } : QStringList();
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        return { box->title() };
    QStringList texts;
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts += tabs->tabText(i);
    }
    return texts;
}

bool areSeenAtOnce(const Lettered &a, const Lettered &b)
{
    const qsizetype common = qMin(a.pages.size(), b.pages.size());
    return a.pages.first(common) == b.pages.first(common);
}

QStringList doubles(const QWidget &dialog)
{
    QList<Lettered> all;
    QStringList found;
    for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
        for (const QString &text : textsOf(widget)) {
            const Lettered one { QKeySequence::mnemonic(text).toString(), text, pagesOf(widget) };
            if (one.letter.isEmpty())
                continue;
            for (const Lettered &other : all) {
                if (other.letter == one.letter && areSeenAtOnce(one, other))
                    found += QStringLiteral("%1: %2 / %3").arg(one.letter, other.text, text);
            }
            all += one;
        }
    }
    return found;
}

// What the dialogs show is of no matter here.
struct Desk
{
    QTemporaryDir folder;
    ManualClock clock;
    MemoryKeyStore keyStore;
    std::unique_ptr<Library> library = Library::open(folder.filePath(QStringLiteral("library")), Library::Access::Owner, clock).value();
    std::unique_ptr<ChatClient> client = std::make_unique<ChatClient>(library->blobs());
    std::unique_ptr<Settings> settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
    EndpointBook book { *client, keyStore, *settings, ApiKey() };
    Ledger ledger { *library, *settings, clock };
};

std::vector<std::unique_ptr<QDialog>> allDialogs(Desk &desk)
{
    const QList<ToolCall> calls { { QStringLiteral("c1"), QStringLiteral("f"), QStringLiteral("{}") }, { QStringLiteral("c2"), QStringLiteral("g"), QStringLiteral("{}") } };
    std::vector<std::unique_ptr<QDialog>> dialogs;
    dialogs.push_back(std::make_unique<EndpointDialog>(std::nullopt, QString()));
    dialogs.push_back(std::make_unique<ConversationOptionsDialog>(ConversationOptionsDialog::Start {}));
    dialogs.push_back(std::make_unique<MessageDialog>(MessageDialog::Start { {}, {}, Role::Assistant, {}, {}, calls }));
    dialogs.push_back(std::make_unique<PictureAddressDialog>());
    dialogs.push_back(std::make_unique<RestoreDialog>());
    dialogs.push_back(std::make_unique<JsonTreeDialog>(QStringLiteral("{}")));
    dialogs.push_back(std::make_unique<InspectorDialog>(QList<Exchange> { Exchange(), Exchange() }));
    dialogs.push_back(std::make_unique<ToolAnswerDialog>(calls));
    dialogs.push_back(std::make_unique<ToolsDialog>(QJsonArray(), CompletionOptions()));
    dialogs.push_back(std::make_unique<SettingsDialog>(desk.book, Preferences(), QStringList()));
    dialogs.push_back(std::make_unique<UsageDialog>(desk.ledger, QDate(2026, 9, 21)));
    return dialogs;
}

}

class TestDialogLetters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noTwoThingsOfAPageHaveTheSameLetter_data();
    void noTwoThingsOfAPageHaveTheSameLetter();
};

void TestDialogLetters::noTwoThingsOfAPageHaveTheSameLetter_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QString();
    QTest::newRow("German") << QStringLiteral(GERMAN);
}

void TestDialogLetters::noTwoThingsOfAPageHaveTheSameLetter()
{
    QFETCH(QString, language);
    QTranslator translator;
    if (!language.isEmpty()) {
        QVERIFY(translator.load(language));
        QVERIFY(QCoreApplication::installTranslator(&translator));
    }
    Desk desk;
    QStringList found;
    for (const auto &dialog : allDialogs(desk)) {
        for (const QString &one : doubles(*dialog))
            found += QString::fromLatin1(dialog->metaObject()->className()) + QStringLiteral(": ") + one;
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_MAIN(TestDialogLetters)
#include "tst_dialogletters.moc"
