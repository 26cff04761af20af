// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "plaintext.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QTest>
#include <QToolButton>

class TestFontScale : public QObject
{
    Q_OBJECT

    QFont m_before;

    static void setPixels(int pixels)
    {
        QFont font = QApplication::font();
        font.setPixelSize(pixels);
        QApplication::setFont(font);
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init() { m_before = QApplication::font(); }
    void cleanup() { QApplication::setFont(m_before); }

    // Zoom is a new font of the application, and has to reach words in a size and weight of their own.
    void aScaledFontFollowsTheApplication()
    {
        setPixels(10);
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *button = new QToolButton;
        row->addWidget(button);
        auto *label = plainLabel(QStringLiteral("words"), &window);
        row->addWidget(label);
        setFontScale(button, 2, QFont::DemiBold);
        makeSecondary(label);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(button->font().pixelSize(), 20);

        setPixels(20);
        QCOMPARE(button->font().pixelSize(), 40);
        QCOMPARE(button->font().weight(), QFont::DemiBold);
        QCOMPARE(label->font().pixelSize(), 18);
    }

    void whatWasHiddenFollowsWhenItIsShown()
    {
        setPixels(10);
        QWidget window;
        auto *label = plainLabel(QStringLiteral("words"), &window);
        setFontScale(label, 2);
        setPixels(15);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(label->font().pixelSize(), 30);
    }

    void aWidgetThatMovedFollowsItsNewWindow()
    {
        setPixels(10);
        QWidget first, second;
        auto *label = plainLabel(QStringLiteral("words"), &first);
        setFontScale(label, 2);
        first.show();
        label->setParent(&second);
        second.show();
        label->show();
        QVERIFY(QTest::qWaitForWindowExposed(&second));
        setPixels(15);
        QCOMPARE(label->font().pixelSize(), 30);
    }
};

QTEST_MAIN(TestFontScale)
#include "tst_fontscale.moc"
