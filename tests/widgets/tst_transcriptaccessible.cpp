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

    void aTableHasCells()
    {
        m_model.append({ .text = QStringLiteral("| a | b |\n|---|---|\n| one | **two** |\n| three |\n"), .reasoning = {}, .images = {},
                         .infoLine = {}, .notice = {} });
        QAccessibleInterface *table = list()->child(2)->child(0);

        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->childCount(), 6);
        QAccessibleTableInterface *grid = table->tableInterface();
        QVERIFY(grid);
        QCOMPARE(grid->rowCount(), 3);
        QCOMPARE(grid->columnCount(), 2);
        QStringList names;
        for (int i = 0; i < table->childCount(); ++i)
            names.append(table->child(i)->text(QAccessible::Name));
        QCOMPARE(names, QStringList({ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"), QString() }));
        QAccessibleInterface *two = grid->cellAt(1, 1);
        QCOMPARE(two->parent(), table);
        QCOMPARE(table->indexOfChild(two), 3);
        QCOMPARE(two->tableCellInterface()->columnHeaderCells().constFirst()->text(QAccessible::Name), QStringLiteral("b"));
        QCOMPARE(two->textInterface()->text(0, 3), QStringLiteral("two"));
        QVERIFY(!grid->cellAt(3, 0));
        QVERIFY(two->rect().left() > grid->cellAt(1, 0)->rect().right());
    }

    void textCanBeSelectedAndIsDescribed()
    {
        QAccessibleTextInterface *text = list()->child(1)->textInterface();
        const int bold = int(text->text(0, text->characterCount()).indexOf(QLatin1String("bold")));

        text->addSelection(bold, bold + 4);

        QCOMPARE(m_view->selectedMarkdown(), QStringLiteral("**bold**"));
        int begin = 0;
        int end = 0;
        text->selection(0, &begin, &end);
        QCOMPARE(begin, bold);
        QCOMPARE(end, bold + 4);
        QCOMPARE(text->attributes(bold + 1, &begin, &end), QStringLiteral("font-weight:bold;"));
        QCOMPARE(begin, bold);
        QCOMPARE(end, bold + 4);
        text->removeSelection(0);
        QVERIFY(!m_view->hasSelection());
    }

    void aPartGrowsWithItsBlock()
    {
        m_model.append({ .text = QStringLiteral("```c\nint x;\n"), .state = MessageState::Streaming, .reasoning = {}, .images = {},
                         .infoLine = {}, .notice = {} });
        QAccessibleInterface *code = list()->child(2)->child(0);
        QCOMPARE(code->textInterface()->text(0, 100), QStringLiteral("int x;"));

        m_model.appendText(2, QStringLiteral("int y;\n"));
        m_view->flushChanges();

        QCOMPARE(list()->child(2)->child(0), code);
        QCOMPARE(code->textInterface()->text(0, 100), QStringLiteral("int x;\nint y;"));
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
