// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"

#include "faultydisk.h"
#include "noticebar.h"
#include "scriptedprompt.h"

#include <QLabel>
#include <QPushButton>

#include <cerrno>

// The disk refuses while somebody works: the window says so until it is over, and nothing that was typed or answered goes.
class TestStorageTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFullDiskIsToldUntilThereIsRoom_data();
    void aFullDiskIsToldUntilThereIsRoom();
    void anAnswerThatCannotBeStoredIsKeptAndStoredLater();

private:
    static NoticeBar *bar(const ApplicationFixture &fixture) { return fixture.window().conversationPane()->upperNotice(); }
    static QPushButton *button(const NoticeBar *bar, const QString &text)
    {
        for (QPushButton *candidate : bar->findChildren<QPushButton *>()) {
            if (candidate->text() == text && candidate->isVisibleTo(bar))
                return candidate;
        }
        return nullptr;
    }
};

void TestStorageTrouble::aFullDiskIsToldUntilThereIsRoom_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("full") << ENOSPC << QStringLiteral("The disk is full.");
    QTest::newRow("read only") << EROFS << QStringLiteral("The library may not be written.");
    QTest::newRow("broken") << EIO << QStringLiteral("The library could not be read or written.");
}

void TestStorageTrouble::aFullDiskIsToldUntilThereIsRoom()
{
    QFETCH(int, error);
    QFETCH(QString, sentence);
    ApplicationFixture fixture;
    FaultyDisk &disk = FaultyDisk::disk();
    disk.watch(QFileInfo(fixture.folder.path()).canonicalFilePath());
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    QVERIFY(bar(fixture)->isHidden());

    disk.failEverything(error);
    fixture.type(QStringLiteral("fast echo Is this kept?"));
    fixture.pressEnter();

    // It says what is and what to do, sends nothing, and what was typed stays.
    QTRY_VERIFY(!bar(fixture)->isHidden());
    QVERIFY2(bar(fixture)->text().startsWith(sentence), qPrintable(bar(fixture)->text()));
    QVERIFY(bar(fixture)->text().size() > sentence.size() + 10);
    QTRY_VERIFY(fixture.isIdle());
    // Once, not a second time above the composer, where it would stay when there is room again.
    QVERIFY(fixture.window().conversationPane()->lowerNotice()->isHidden());
    QCOMPARE(fixture.shown()->model()->rowCount(), 0);
    QCOMPARE(fixture.composer()->text(), QStringLiteral("fast echo Is this kept?"));

    // It does not go by being used.
    auto prompt = std::make_unique<ScriptedPrompt>();
    prompt->willSaveTo(QString());
    fixture.session().setPrompt(std::move(prompt));
    QTest::mouseClick(button(bar(fixture), QStringLiteral("Save elsewhere…")), Qt::LeftButton);
    QVERIFY(!bar(fixture)->isHidden());

    // There is room again: it goes by itself, and the question can be sent.
    disk.failEverything(0);
    QTRY_VERIFY_WITH_TIMEOUT(bar(fixture)->isHidden(), 20'000);
    fixture.pressEnter();
    QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
    QCOMPARE(fixture.messageText(0), QStringLiteral("fast echo Is this kept?"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 30'000);
    fixture.close();
    disk.unwatch();
}

void TestStorageTrouble::anAnswerThatCannotBeStoredIsKeptAndStoredLater()
{
    ApplicationFixture fixture;
    FaultyDisk &disk = FaultyDisk::disk();
    disk.watch(QFileInfo(fixture.folder.path()).canonicalFilePath());
    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    fixture.type(QStringLiteral("long 60"));
    fixture.pressEnter();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.messageState(1) == MessageState::Streaming && !fixture.messageText(1).isEmpty(), 30'000);

    disk.failEverything(ENOSPC);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 60'000);
    QTRY_VERIFY(!bar(fixture)->isHidden());
    const QString answer = fixture.messageText(1);
    QVERIFY(!answer.isEmpty());

    // All of it can be saved elsewhere while the disk refuses.
    const QTemporaryDir elsewhere;
    const QString path = elsewhere.filePath(QStringLiteral("kept.md"));
    auto prompt = std::make_unique<ScriptedPrompt>();
    prompt->willSaveTo(path);
    fixture.session().setPrompt(std::move(prompt));
    QTest::mouseClick(button(bar(fixture), QStringLiteral("Save elsewhere…")), Qt::LeftButton);
    // It gets its name when it is whole.
    QTRY_VERIFY(QFile::exists(path));
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(saved.readAll()).contains(answer));
    QVERIFY(!bar(fixture)->isHidden());

    disk.failEverything(0);
    QTRY_VERIFY_WITH_TIMEOUT(bar(fixture)->isHidden(), 20'000);
    const MessageId id = fixture.shown()->model()->idAt(1);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown()->model()->index(1).data(NoticeRole).isValid()
                                  && !fixture.shown()->model()->index(1).data(NoticeRole).value<TranscriptNotice>().text.isEmpty(), false, 20'000);
    fixture.close();
    fixture.openPractice();
    QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
    QCOMPARE(fixture.shown()->model()->idAt(1), id);
    QCOMPARE(fixture.messageText(1), answer);
    fixture.close();
    disk.unwatch();
}

QTEST_MAIN(TestStorageTrouble)
#include "tst_storagetrouble.moc"
