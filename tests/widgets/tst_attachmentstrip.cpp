// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentstrip.h"
#include "elidedlabel.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

class TestAttachmentStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chipsStandInTheOrderGiven();
    void aChipSaysNamePixelsBytesAndNotes();
    void deleteRemovesTheChipThatHasTheFocus();
    void theRemoveButtonNamesItsPicture();
    void theDetailMenuTellsWhichChip();
    void theStripHidesWithItsLastChip();
    void aNameIsNeverMarkup();
};

static QList<ChipContent> threeChips()
{
    QList<ChipContent> chips;
    for (const char *name : { "one.png", "two.png", "three.png" })
        chips << ChipContent { .name = QString::fromLatin1(name), .byteCount = 1'200'000, .pixels = { 1024, 768 },
                               .notes = { QStringLiteral("location removed") } };
    return chips;
}

void TestAttachmentStrip::chipsStandInTheOrderGiven()
{
    AttachmentStrip strip;
    strip.resize(900, 60);
    strip.setChips(threeChips());
    strip.show();

    QCOMPARE(strip.count(), 3);
    QCOMPARE(strip.chipAt(1)->content().name, QStringLiteral("two.png"));
    QTRY_VERIFY(strip.chipAt(0)->x() < strip.chipAt(1)->x());
}

void TestAttachmentStrip::aChipSaysNamePixelsBytesAndNotes()
{
    QLocale::setDefault(QLocale::c());
    AttachmentStrip strip;
    strip.setChips(threeChips());

    QCOMPARE(strip.chipAt(0)->accessibleName(), QStringLiteral("Picture one.png"));
    QCOMPARE(strip.chipAt(0)->accessibleDescription(), QStringLiteral("1.2 MB · 1024×768 · location removed"));
}

void TestAttachmentStrip::deleteRemovesTheChipThatHasTheFocus()
{
    AttachmentStrip strip;
    strip.setChips(threeChips());
    QSignalSpy removing(&strip, &AttachmentStrip::removeRequested);

    QTest::keyClick(strip.chipAt(1), Qt::Key_Delete);

    QCOMPARE(removing.size(), 1);
    QCOMPARE(removing.first().first().toInt(), 1);
}

void TestAttachmentStrip::theRemoveButtonNamesItsPicture()
{
    AttachmentStrip strip;
    strip.setChips(threeChips());
    auto *button = strip.chipAt(2)->findChild<QToolButton *>(QStringLiteral("removeButton"));
    QSignalSpy removing(&strip, &AttachmentStrip::removeRequested);

    button->click();

    QCOMPARE(button->accessibleName(), QStringLiteral("Remove three.png"));
    QCOMPARE(removing.first().first().toInt(), 2);
}

void TestAttachmentStrip::theDetailMenuTellsWhichChip()
{
    AttachmentStrip strip;
    strip.setChips(threeChips());
    QSignalSpy choosing(&strip, &AttachmentStrip::detailChosen);

    strip.chipAt(1)->findChild<QToolButton *>(QStringLiteral("detailButton"))->menu()->actions().at(2)->trigger();

    QCOMPARE(choosing.size(), 1);
    QCOMPARE(choosing.first().at(0).toInt(), 1);
    QCOMPARE(choosing.first().at(1).value<ImageDetail>(), ImageDetail::High);
}

void TestAttachmentStrip::theStripHidesWithItsLastChip()
{
    AttachmentStrip strip;
    strip.setChips(threeChips());
    QVERIFY(!strip.isHidden());

    strip.setChips({});

    QVERIFY(strip.isHidden());
}

void TestAttachmentStrip::aNameIsNeverMarkup()
{
    AttachmentStrip strip;
    strip.setChips({ ChipContent { .name = QStringLiteral("<img src=x>.png") } });

    for (const QLabel *label : strip.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(!strip.chipAt(0)->toolTip().contains(QStringLiteral("<img")));
}

QTEST_MAIN(TestAttachmentStrip)
#include "tst_attachmentstrip.moc"
