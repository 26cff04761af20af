// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "windowoptions.h"

#include <QDir>
#include <QTest>

class TestWindowOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesMayFollowOrStandBehindAnEqualsSign();
    void whatCannotBeMeantIsRefused_data();
    void whatCannotBeMeantIsRefused();
    void filesBecomeAbsolute();
    void afterTwoDashesEverythingIsAFile();
    void ownFolderHoldsEverything();
    void theEnvironmentNamesTheFolder();
};

void TestWindowOptions::valuesMayFollowOrStandBehindAnEqualsSign()
{
    const auto options = parseWindowOptions({ QStringLiteral("--endpoint"), QStringLiteral("127.0.0.1:8080"),
                                              QStringLiteral("--model=grok-4.7"), QStringLiteral("--practice"),
                                              QStringLiteral("--send=a=b"), QStringLiteral("--image"), QStringLiteral("/tmp/a.png"),
                                              QStringLiteral("--image=/tmp/b.png") });

    QVERIFY(bool(options));
    QCOMPARE(options.value().endpoint, QUrl(QStringLiteral("http://127.0.0.1:8080/v1")));
    QCOMPARE(options.value().modelId, QStringLiteral("grok-4.7"));
    QVERIFY(options.value().practice);
    QCOMPARE(options.value().send, QStringLiteral("a=b"));
    QCOMPARE(options.value().images, QStringList({ QStringLiteral("/tmp/a.png"), QStringLiteral("/tmp/b.png") }));
}

void TestWindowOptions::whatCannotBeMeantIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("unknown option") << QStringList({ QStringLiteral("--colour") });
    QTest::newRow("missing value") << QStringList({ QStringLiteral("--model") });
    QTest::newRow("no address") << QStringList({ QStringLiteral("--endpoint"), QStringLiteral("ftp://example.org") });
    QTest::newRow("plain http to another computer") << QStringList({ QStringLiteral("--endpoint=http://example.org") });
}

void TestWindowOptions::whatCannotBeMeantIsRefused()
{
    QFETCH(QStringList, arguments);

    const auto options = parseWindowOptions(arguments);

    QVERIFY(!options);
    QCOMPARE(options.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!options.error().message.isEmpty());
}

void TestWindowOptions::filesBecomeAbsolute()
{
    const auto options = parseWindowOptions({ QStringLiteral("talk.grackle") });

    QCOMPARE(options.value().files, QStringList(QDir::current().absoluteFilePath(QStringLiteral("talk.grackle"))));
}

void TestWindowOptions::afterTwoDashesEverythingIsAFile()
{
    const auto options = parseWindowOptions({ QStringLiteral("--"), QStringLiteral("--practice") });

    QVERIFY(!options.value().practice);
    QCOMPARE(options.value().files.size(), 1);
}

void TestWindowOptions::ownFolderHoldsEverything()
{
    const DataPlaces places = dataPlaces(QStringLiteral("/some/where"));

    QCOMPARE(places.library, QStringLiteral("/some/where"));
    QCOMPARE(places.settings, QStringLiteral("/some/where/settings.ini"));
    QCOMPARE(places.cache, QStringLiteral("/some/where/cache"));
}

void TestWindowOptions::theEnvironmentNamesTheFolder()
{
    qputenv("GRACKLE_DATA_DIR", "/else/where");
    const DataPlaces places = dataPlaces({});
    qunsetenv("GRACKLE_DATA_DIR");

    QCOMPARE(places.library, QStringLiteral("/else/where"));
}

QTEST_GUILESS_MAIN(TestWindowOptions)
#include "tst_windowoptions.moc"
