// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "icons.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPalette>
#include <QTest>

class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyIconDraws_data();
    void everyIconDraws();
    void anIconFollowsThePalette();
    void aGivenColourIsUsed();
    void theProgramsPictureHasItsOwnColours();
};

static QColor darkestColourOf(const QIcon &icon)
{
    const QImage image = icon.pixmap(QSize(20, 20)).toImage();
    QColor strongest = Qt::transparent;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = image.pixelColor(x, y);
        }
    }
    return strongest;
}

void TestIcons::initTestCase()
{
    programIcon();      // registers the resources
}

void TestIcons::everyIconDraws_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({ QStringLiteral("*.svg") });
    QVERIFY(files.size() > 10);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestIcons::everyIconDraws()
{
    QFETCH(QString, name);

    QVERIFY(darkestColourOf(icon(name)).alpha() > 200);
}

void TestIcons::anIconFollowsThePalette()
{
    const QIcon search = icon(QStringLiteral("search"));
    QPalette palette;
    palette.setColor(QPalette::WindowText, QColor(200, 0, 0));
    QGuiApplication::setPalette(palette);
    QCOMPARE(darkestColourOf(search), QColor(200, 0, 0));

    palette.setColor(QPalette::WindowText, QColor(0, 0, 200));
    QGuiApplication::setPalette(palette);

    QCOMPARE(darkestColourOf(search), QColor(0, 0, 200));
}

void TestIcons::aGivenColourIsUsed()
{
    QCOMPARE(darkestColourOf(icon(QStringLiteral("send"), Qt::white)), QColor(Qt::white));
}

void TestIcons::theProgramsPictureHasItsOwnColours()
{
    QVERIFY(!programIcon().availableSizes().isEmpty());
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
