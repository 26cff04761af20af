// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "listtranscript.h"
#include "transcriptview.h"

#include <QAccessible>
#include <QTest>

class TestTranscriptAccessible : public QObject
{
    Q_OBJECT

    ListTranscript m_model;
    std::unique_ptr<TranscriptView> m_view;

    QAccessibleInterface *list() { return QAccessible::queryAccessibleInterface(m_view.get()); }

private Q_SLOTS:
    void init()
    {
        m_model.replaceAll({});
        m_model.append({ .role = Role::User, .text = QStringLiteral("What is it?"), .reasoning = {}, .images = {}, .infoLine = {},
                         .notice = {} });
        m_model.append({ .text = QStringLiteral("# Title\n\nA **bold** [link](https://a.example).\n\n```c\nint x;\n```\n"),
                         .reasoning = {}, .images = {}, .infoLine = {}, .notice = {} });
        m_view = std::make_unique<TranscriptView>();
        m_view->resize(800, 600);
        m_view->setModel(&m_model);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void messagesAreItemsOfAList()
    {
        QCOMPARE(list()->role(), QAccessible::List);
        QCOMPARE(list()->text(QAccessible::Name), QStringLiteral("Conversation"));
        QCOMPARE(list()->childCount(), 2);
        QCOMPARE(list()->child(0)->role(), QAccessible::ListItem);
        QCOMPARE(list()->child(0)->text(QAccessible::Name), QStringLiteral("You, message 1 of 2"));
        QCOMPARE(list()->child(1)->text(QAccessible::Name), QStringLiteral("Answer, message 2 of 2"));
        QCOMPARE(list()->child(1)->parent(), list());
        QCOMPARE(list()->indexOfChild(list()->child(1)), 1);
        QVERIFY(!list()->child(2));
    }

    void aMessageHasItsText()
    {
        QAccessibleTextInterface *text = list()->child(1)->textInterface();

        QVERIFY(text);
        QCOMPARE(text->text(0, text->characterCount()), QStringLiteral("Title\nA bold link.\nint x;"));
        const int offset = int(text->text(0, text->characterCount()).indexOf(QLatin1String("link")));
        const QRect letter = text->characterRect(offset);
        QVERIFY(letter.height() > 10);
        QCOMPARE(text->offsetAtPoint(letter.center() - QPoint(1, 0)), offset);
    }

    void headingsCodeAndLinksAreParts()
    {
        QAccessibleInterface *answer = list()->child(1);
        QList<QAccessible::Role> roles;
        QAccessibleInterface *link = nullptr;
        for (int i = 0; i < answer->childCount(); ++i) {
            roles.append(answer->child(i)->role());
            if (answer->child(i)->role() == QAccessible::Link)
                link = answer->child(i);
        }

        QVERIFY(roles.contains(QAccessible::Heading));
        QVERIFY(roles.contains(QAccessible::StaticText));
        QVERIFY(roles.contains(QAccessible::Button));
        QVERIFY(link);
        QCOMPARE(link->text(QAccessible::Name), QStringLiteral("link"));
        QUrl opened;
        connect(m_view.get(), &TranscriptView::linkActivated, this, [&opened](const QUrl &url) { opened = url; });
        link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened, QUrl(QStringLiteral("https://a.example")));
    }

    void itemsFollowTheirMessages()
    {
        QAccessibleInterface *answer = list()->child(1);

        m_model.insert(0, { ListTranscript::Row { .role = Role::User, .text = QStringLiteral("Earlier"), .reasoning = {},
                                                  .images = {}, .infoLine = {}, .notice = {} } });

        QCOMPARE(list()->child(2), answer);
        QCOMPARE(answer->text(QAccessible::Name), QStringLiteral("Answer, message 3 of 3"));
    }

    void anItemWithoutItsMessageIsNotValid()
    {
        QAccessibleInterface *answer = list()->child(1);
        QVERIFY(answer->isValid());

        m_model.remove(1, 1);

        QVERIFY(!answer->isValid());
        QCOMPARE(answer->childCount(), 0);
        QCOMPARE(answer->text(QAccessible::Name), QString());
    }
};

QTEST_MAIN(TestTranscriptAccessible)
#include "tst_transcriptaccessible.moc"
