// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The German interface with our translation alone, as on a system that has none of Qt's.
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

class TestTranslations : public QObject
{
    Q_OBJECT

    QTranslator m_german;

    static QStringList textsIn(QMenu *menu)
    {
        const std::unique_ptr<QMenu> owned(menu);
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts += action->text().section(u'\t', 0, 0).remove(u'&');
        }
        return texts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_german.load(QStringLiteral(GERMAN)));
        QVERIFY(QCoreApplication::installTranslator(&m_german));
    }
    void buttonsOfDialogsAreGerman()
    {
        const QDialogButtonBox box(QDialogButtonBox::Cancel | QDialogButtonBox::Save | QDialogButtonBox::Ok);
        QCOMPARE(box.button(QDialogButtonBox::Cancel)->text(), QStringLiteral("Abbrechen"));
        QCOMPARE(box.button(QDialogButtonBox::Save)->text(), QStringLiteral("Speichern"));
        const QMessageBox question(QMessageBox::Question, {}, {}, QMessageBox::Cancel | QMessageBox::Close);
        QCOMPARE(question.button(QMessageBox::Close)->text(), QStringLiteral("Schließen"));
        QCOMPARE(question.button(QMessageBox::Cancel)->text(), QStringLiteral("Abbrechen"));
    }
    void englishCountsOneAsOne()
    {
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(ENGLISH)));
        QCOMPARE(english.translate("Backups", "%n conversation(s)", nullptr, 1), QStringLiteral("%n conversation"));
        QCOMPARE(english.translate("Backups", "%n conversation(s)", nullptr, 0), QStringLiteral("%n conversations"));
    }
    void menusOfFieldsAreGerman()
    {
        const QStringList expected { QStringLiteral("Rückgängig"), QStringLiteral("Wiederherstellen"), QStringLiteral("Ausschneiden"), QStringLiteral("Kopieren"),
                                     QStringLiteral("Einfügen"), QStringLiteral("Löschen"), QStringLiteral("Alles auswählen") };
        QLineEdit line;
        QCOMPARE(textsIn(line.createStandardContextMenu()), expected);
        QPlainTextEdit text;
        QCOMPARE(textsIn(text.createStandardContextMenu()), expected);
    }
    void theFileDialogIsGerman()
    {
        QFileDialog dialog;
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts += label->text();
        for (const QPushButton *button : dialog.findChildren<QPushButton *>())
            texts += button->text();
        for (const char *expected : { "Suchen in:", "Datei&name:", "Dateien des Typs:", "S&peichern", "Abbrechen" })
            QVERIFY2(texts.contains(QString::fromUtf8(expected)), qPrintable(texts.join(QLatin1String(", "))));
    }
    void keysHaveTheirGermanNames()
    {
        QCOMPARE(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S).toString(QKeySequence::NativeText), QStringLiteral("Strg+Umschalt+S"));
        QCOMPARE(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText), QStringLiteral("Entf"));
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
