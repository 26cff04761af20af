// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "messagedialog.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

class TestMessageDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRoleCanBeChosen()
    {
        MessageDialog dialog({ QStringLiteral("t"), QStringLiteral("Insert"), Role::User, QStringLiteral("Hi"), {}, {} });
        auto *role = dialog.findChild<QComboBox *>(QStringLiteral("role"));
        QCOMPARE(role->count(), 5);
        QCOMPARE(dialog.role(), Role::User);
        for (const Role wanted : { Role::System, Role::Developer, Role::User, Role::Assistant, Role::Tool }) {
            role->setCurrentIndex(role->findData(int(wanted)));
            QCOMPARE(dialog.role(), wanted);
            QCOMPARE(role->currentText(), roleText(wanted));
        }
    }

    void aResultNamesItsCall()
    {
        const QList<ToolCall> calls { { QStringLiteral("call_2"), QStringLiteral("clock"), {} }, { QStringLiteral("call_1"), QStringLiteral("weather"), {} } };
        MessageDialog dialog({ QStringLiteral("t"), QStringLiteral("Insert"), Role::Tool, QStringLiteral("12:00"), QStringLiteral("call_1"), calls });
        QVERIFY(dialog.findChild<QComboBox *>(QStringLiteral("call"))->isEnabled());
        QCOMPARE(dialog.toolCallId(), QStringLiteral("call_1"));
        dialog.findChild<QComboBox *>(QStringLiteral("role"))->setCurrentIndex(0);
        QVERIFY(!dialog.findChild<QComboBox *>(QStringLiteral("call"))->isEnabled());
        QCOMPARE(dialog.toolCallId(), QString());
    }

    void nothingIsNoMessage()
    {
        MessageDialog dialog({ QStringLiteral("t"), QStringLiteral("Insert"), Role::User, {}, {}, {} });
        auto *accept = dialog.findChild<QPushButton *>(QStringLiteral("acceptMessage"));
        QVERIFY(!accept->isEnabled());
        dialog.findChild<QPlainTextEdit *>(QStringLiteral("messageText"))->setPlainText(QStringLiteral("Be brief."));
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.text(), QStringLiteral("Be brief."));
    }
};

QTEST_MAIN(TestMessageDialog)
#include "tst_messagedialog.moc"
