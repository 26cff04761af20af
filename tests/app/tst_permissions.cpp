// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"

#include "codefile.h"
#include "scriptedprompt.h"

#include <QAction>
#include <QDirIterator>
#include <QImage>
#include <QMimeData>

#include <sys/stat.h>

// A desktop that lets others read what is made (umask 0): none of our files is (G13).
class TestPermissions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyElseReadsAnythingUnderAnyUmask_data();
    void nobodyElseReadsAnythingUnderAnyUmask();
};

void TestPermissions::nobodyElseReadsAnythingUnderAnyUmask_data()
{
    QTest::addColumn<int>("umask");
    QTest::newRow("everything open") << 0;
    QTest::newRow("the usual one") << 022;
    QTest::newRow("the group") << 02;
}

void TestPermissions::nobodyElseReadsAnythingUnderAnyUmask()
{
    QFETCH(int, umask);
    const mode_t before = ::umask(mode_t(umask));
    {
        ApplicationFixture fixture;
        WindowOptions options;
        options.practice = true;
        options.traceFile = fixture.folder.filePath(QStringLiteral("trace.jsonl"));
        fixture.open(options);
        QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QMimeData pasted;
        pasted.setImageData(picture);
        Q_EMIT fixture.composer()->contentPasted(&pasted);
        QTRY_COMPARE(fixture.shown()->draft().attachments.size(), size_t(1));
        fixture.type(QStringLiteral("What is this?"));
        fixture.pressEnter();
        QTRY_COMPARE(fixture.shown()->model()->rowCount(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isIdle(), 30'000);

        // What leaves the library: documents, code.
        const QString exported = fixture.folder.filePath(QStringLiteral("out.grackle"));
        auto prompt = std::make_unique<ScriptedPrompt>();
        prompt->willSaveTo(exported);
        fixture.session().setPrompt(std::move(prompt));
        fixture.window().actions().action(QStringLiteral("saveDocument"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(exported), 20'000);
        QVERIFY(writeCodeFile(fixture.folder.filePath(QStringLiteral("code.py")), QStringLiteral("print()")));
        fixture.close();

        int files = 0;
        QDirIterator everything(fixture.folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (everything.hasNext()) {
            struct stat status {};
            const QString name = everything.next();
            QCOMPARE(::lstat(QFile::encodeName(name).constData(), &status), 0);
            // A folder that is closed closes what is in it; ours are closed too.
            QVERIFY2((status.st_mode & 077) == 0 || S_ISLNK(status.st_mode) || S_ISDIR(status.st_mode), qPrintable(QStringLiteral("%1 %2").arg(name).arg(status.st_mode & 0777, 0, 8)));
            files += S_ISREG(status.st_mode);
        }
        QVERIFY2(files >= 5, qPrintable(QString::number(files)));
    }
    ::umask(before);
}

QTEST_MAIN(TestPermissions)
#include "tst_permissions.moc"
