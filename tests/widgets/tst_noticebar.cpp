// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "noticebar.h"

#include "errordescription.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

static Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

class TestNoticeBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theButtonActsOnceAndClosesTheBar();
    void anActionMayShowTheNextNotice();
    void aPersistentBarStaysUntilItIsDismissed();
    void outsideWordsAreNoMarkup();
    void everyErrorHasASentenceAndItsButtonHasWords();
};

void TestNoticeBar::theButtonActsOnceAndClosesTheBar()
{
    NoticeBar bar;
    int acted = 0;
    bar.showNotice(NoticeBar::Level::Information, QStringLiteral("Deleted."), QStringLiteral("Undo"), [&acted] { ++acted; });
    QVERIFY(!bar.isHidden());

    bar.findChild<QPushButton *>(QStringLiteral("noticePrimary"))->click();

    QCOMPARE(acted, 1);
    QVERIFY(bar.isHidden());
}

void TestNoticeBar::anActionMayShowTheNextNotice()
{
    NoticeBar bar;
    bar.showNotice(NoticeBar::Level::Information, QStringLiteral("first"), QStringLiteral("Next"), [&bar] {
        bar.showNotice(NoticeBar::Level::Error, QStringLiteral("second"));
    });

    bar.findChild<QPushButton *>(QStringLiteral("noticePrimary"))->click();

    QCOMPARE(bar.text(), QStringLiteral("second"));
    QVERIFY(!bar.isHidden());
}

void TestNoticeBar::aPersistentBarStaysUntilItIsDismissed()
{
    NoticeBar bar;
    bar.setPersistent(true);
    bar.showNotice(NoticeBar::Level::Error, QStringLiteral("The disk is full."), QStringLiteral("Save elsewhere"), [] {});

    bar.findChild<QPushButton *>(QStringLiteral("noticePrimary"))->click();
    QVERIFY(!bar.isHidden());

    QSignalSpy dismissed(&bar, &NoticeBar::dismissed);
    bar.dismiss();
    QVERIFY(bar.isHidden());
    QCOMPARE(dismissed.size(), 1);
}

void TestNoticeBar::outsideWordsAreNoMarkup()
{
    NoticeBar bar;
    bar.showNotice(NoticeBar::Level::Error, QStringLiteral("<b>said the server</b>"));

    QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("noticeText"))->textFormat(), Qt::PlainText);
}

void TestNoticeBar::everyErrorHasASentenceAndItsButtonHasWords()
{
    for (int kind = int(ErrorKind::InvalidInput); kind <= int(ErrorKind::Cancelled); ++kind) {
        const ErrorDescription description = describe(errorOf(ErrorKind(kind)));
        const QByteArray name = errorKindName(ErrorKind(kind)).toUtf8();
        QVERIFY2(!description.title.isEmpty(), name.constData());
        QVERIFY2(description.action == ErrorAction::None || !errorActionText(description.action).isEmpty(), name.constData());
    }
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
