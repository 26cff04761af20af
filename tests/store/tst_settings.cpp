// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasNeverSetHasItsFallback();
    void whatWasSetIsThereAfterARestart();
    void theFileIsPrivateEvenWhenItWasNot();
    void rubbishInTheFileGivesFallbacks();
    void aDamagedStreamInTheFileIsLeftOut();
    void aFolderThatIsMissingIsMade();
};

void SettingsTest::whatWasNeverSetHasItsFallback()
{
    const QTemporaryDir folder;
    const Settings settings(folder.filePath(QStringLiteral("grackle.ini")));

    QCOMPARE(settings.get(keys::sendOnEnter), true);
    QCOMPARE(settings.get(keys::maxImageEdge), 2048);
    QCOMPARE(settings.get(keys::theme), QStringLiteral("system"));
}

void SettingsTest::whatWasSetIsThereAfterARestart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("grackle.ini"));
    {
        Settings settings(path);
        settings.set(keys::sendOnEnter, false);
        settings.set(keys::zoomPercent, 150);
        settings.set(keys::windowGeometry, QByteArray("\x00\xff\x01", 3));
        settings.set(keys::theme, QStringLiteral("dunkel, ü"));
        QVERIFY(settings.sync());
    }
    const Settings settings(path);

    QCOMPARE(settings.get(keys::sendOnEnter), false);
    QCOMPARE(settings.get(keys::zoomPercent), 150);
    QCOMPARE(settings.get(keys::windowGeometry), QByteArray("\x00\xff\x01", 3));
    QCOMPARE(settings.get(keys::theme), QStringLiteral("dunkel, ü"));
}

void SettingsTest::theFileIsPrivateEvenWhenItWasNot()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("grackle.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0644), 0);
    const mode_t before = ::umask(0);

    Settings settings(path);
    settings.set(keys::zoomPercent, 110);
    QVERIFY(settings.sync());
    ::umask(before);

    struct stat status {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
}

void SettingsTest::rubbishInTheFileGivesFallbacks()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("grackle.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x00\xff[composer\nsendOnEnter\n[attachments]\nmaxImageEdge=@Invalid()\n");
    file.close();

    Settings settings(path);

    QCOMPARE(settings.get(keys::sendOnEnter), true);
    QCOMPARE(settings.get(keys::maxImageEdge), 2048);

    // It does not keep what is set from being written.
    settings.set(keys::zoomPercent, 120);
    QVERIFY(settings.sync());
    QCOMPARE(Settings(path).get(keys::zoomPercent), 120);
}

void SettingsTest::aDamagedStreamInTheFileIsLeftOut()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("grackle.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    // A list of one text that claims to be 32 GB long.
    file.write("[appearance]\nzoomPercent=150\n[endpoints]\nlist=@Variant(\\0\\0\\0\\t\\0\\0\\0\\x1\\0\\0\\0\\f\\0\\x7f\\xff\\xff\\xf0)\n"
               "current=@Var\\\niant(\\0\\0\\0\\f)\ncurrentModel=\\x40Vari\\141nt(\\0\\0\\0\\t\\0\\0\\0\\x1\\0\\0\\0\\f\\0\\x7f\\xff\\xff\\xf0)\n[cost]\nsoftLimit=70000000000\n");
    file.close();

    const Settings settings(path);

    QCOMPARE(settings.get(keys::zoomPercent), 150);
    QCOMPARE(settings.get(keys::endpoints), QByteArray());
    QCOMPARE(settings.get(keys::currentEndpoint), QString());
    QCOMPARE(settings.get(keys::currentModel), QString());
    QCOMPARE(settings.get(keys::softCostLimit), qint64(70'000'000'000));
}

void SettingsTest::aFolderThatIsMissingIsMade()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a/b/grackle.ini")));
    settings.set(keys::zoomPercent, 90);

    QVERIFY(settings.sync());
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
