// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "inlinetext.h"

#include <QFontMetricsF>
#include <QTest>

class TestInlineText : public QObject
{
    Q_OBJECT

    TranscriptThemePointer m_theme = makeTranscriptTheme();
    InlineTextStyle m_style { m_theme->text, m_theme->lineHeight, m_theme->colors.text };

    static QString longText(int words)
    {
        QString text;
        for (int i = 0; i < words; ++i)
            text += QStringLiteral("word%1 ").arg(i);
        return text;
    }

private Q_SLOTS:
    void linesStandOnOneGrid()
    {
        InlineText text;
        const QString words = QStringLiteral("plain code plain");
        const std::vector<Inline> inlines = { { 0, 6, PlainStyle, {}, {} }, { 6, 4, CodeStyle, {}, {} }, { 10, 6, PlainStyle, {}, {} } };
        text.setContent(words, inlines, m_style, m_theme);

        QCOMPARE(text.layOut(600), 21);
        QCOMPARE(text.layOut(60), 63);
    }

    // Its plate covers neither the space before it nor the comma behind it.
    void codeHasRoomAtBothEnds()
    {
        const QString words = QStringLiteral("see code, that");
        const auto laidOut = [&](quint16 style) {
            InlineText text;
            text.setContent(words, std::vector<Inline> { { 0, 4, PlainStyle, {}, {} }, { 4, 4, style, {}, {} }, { 8, 6, PlainStyle, {}, {} } }, m_style, m_theme);
            text.layOut(600);
            return text;
        };
        const InlineText plain = laidOut(PlainStyle);
        const InlineText code = laidOut(CodeStyle);
        QVERIFY(code.caretRect(4).left() >= plain.caretRect(4).left() + 2);
        const qreal letters = QFontMetricsF(m_theme->code).horizontalAdvance(QStringLiteral("code"));
        QVERIFY(code.caretRect(8).left() >= code.caretRect(4).left() + letters + 2);
    }

    void theMarkOfASourceIsANumberWithoutBrackets()
    {
        const QString target = QStringLiteral("https://e.org/a");
        const auto content = [&](const QString &address) {
            return std::vector<Inline> { { 0, 4, PlainStyle, {}, {} }, { 4, 3, quint16(LinkStyle | CitationStyle), address, {} } };
        };
        InlineText text;
        text.setContent(QStringLiteral("see [1]"), content(target), m_style, m_theme);
        QCOMPARE(text.layOut(600), 21);
        QCOMPARE(text.shownText(), QStringLiteral("see [1]"));
        const std::vector<QRectF> place = text.rectsOf({ 4, 7 });
        QCOMPARE(place.size(), size_t(1));
        QVERIFY(text.targetAt(place.front().center()));
        QCOMPARE(*text.targetAt(place.front().center()), target);
        QVERIFY(place.front().width() < QFontMetricsF(m_style.font).horizontalAdvance(QStringLiteral("[1]")));

        // What is not opened looks like what it is.
        InlineText refused;
        refused.setContent(QStringLiteral("see [1]"), content(QStringLiteral("file:///etc/passwd")), m_style, m_theme);
        refused.layOut(600);
        QCOMPARE(refused.rectsOf({ 4, 7 }).front().width(), QFontMetricsF(m_style.font).horizontalAdvance(QStringLiteral("[1]")));
    }

    void growingTextLaysOutOnePieceADelta()
    {
        InlineText text;
        QString words = longText(3000);
        text.setContent(words, {}, m_style, m_theme);
        text.layOut(600);
        const int before = text.laidOutPieces();
        QVERIFY(before > 5);

        for (int i = 0; i < 10; ++i) {
            words += QStringLiteral("more ");
            text.setContent(words, {}, m_style, m_theme);
            text.layOut(600);
        }

        QVERIFY(text.laidOutPieces() - before <= 20);
    }

    void piecesDoNotShow()
    {
        // The same text laid out at once and grown word by word has the same lines.
        const QString words = longText(1500);
        InlineText whole;
        whole.setContent(words, {}, m_style, m_theme);
        whole.layOut(500);
        InlineText grown;
        for (qsizetype at = 0; at < words.size(); at += 200) {
            grown.setContent(words.first(qMin(at + 200, words.size())), {}, m_style, m_theme);
            grown.layOut(500);
        }

        QCOMPARE(grown.height(), whole.height());
        for (qsizetype position = 0; position < words.size(); position += 97)
            QCOMPARE(grown.caretRect(position), whole.caretRect(position));
    }

    void widerThanNeededIsNotLaidOutAgain()
    {
        InlineText text;
        text.setContent(QStringLiteral("short"), {}, m_style, m_theme);
        text.layOut(300);
        const int before = text.laidOutPieces();

        text.layOut(500);
        text.layOut(800);

        QCOMPARE(text.laidOutPieces(), before);
    }

    void aTextWithoutBreaksIsWrappedAnyway()
    {
        InlineText text;
        text.setContent(QString(50000, u'x'), {}, m_style, m_theme);

        text.layOut(500);

        QVERIFY(text.naturalWidth() <= 500);
        QVERIFY(text.height() > 21 * 50000 * 7 / 500 / 2);
    }

    void aPointAndItsPositionFindEachOther()
    {
        InlineText text;
        const QString words = longText(400);
        text.setContent(words, {}, m_style, m_theme);
        text.layOut(400);

        for (qsizetype position = 0; position < words.size(); position += 31) {
            const QRectF caret = text.caretRect(position);
            QCOMPARE(text.positionAt(caret.center() + QPointF(0.2, 0)), position);
        }
    }

    void aPictureIsAClosedBoxWithItsAddress()
    {
        InlineText text;
        const std::vector<Inline> inlines = { { 0, 3, ImageStyle, QStringLiteral("https://a.example/x.png"), { 0, 3 } } };
        text.setContent(QStringLiteral("cat"), inlines, m_style, m_theme);
        text.layOut(600);

        QCOMPARE(text.shownText(), QStringLiteral("Picture, not loaded: cat (https://a.example/x.png)"));
        QCOMPARE(text.targets().size(), 1u);
        QVERIFY(text.targets().front().isImage);
        // What is shown is longer than what is there; positions stay those of what is there.
        QVERIFY(text.positionAt(QPointF(390, 10)) <= 3);
    }

    void aStretchOfTheOtherDirectionIsWhereItsLettersAre()
    {
        InlineText text;
        const QString words = QStringLiteral("\u05e9\u05dc\u05d5\u05dd code");
        text.setContent(words, {}, m_style, m_theme);
        text.layOut(400);

        const std::vector<QRectF> code = text.rectsOf({ 5, 9 });
        const std::vector<QRectF> hebrew = text.rectsOf({ 0, 4 });

        QCOMPARE(code.size(), size_t(1));
        QCOMPARE(hebrew.size(), size_t(1));
        QVERIFY(qAbs(code.front().width() - QFontMetricsF(m_theme->text).horizontalAdvance(QStringLiteral("code"))) < 1.5);
        QVERIFY(code.front().right() < hebrew.front().left());
        QVERIFY(qAbs(hebrew.front().right() - 400) < 1.5);
    }

    void aKeycapIsOnePicture()
    {
        if (m_theme->emojiFamilies.isEmpty())
            QSKIP("No font with colour emoji is installed.");
        const auto widthOf = [this](const QString &words) {
            InlineText text;
            text.setContent(words, {}, m_style, m_theme);
            text.layOut(400);
            return text.naturalWidth();
        };
        const qreal rocket = widthOf(QStringLiteral("\U0001F680"));

        QVERIFY(qAbs(widthOf(QStringLiteral("1\uFE0F\u20E3")) - rocket) < 1);                                      // keycap
        QVERIFY(qAbs(widthOf(QStringLiteral("\U0001F3F3\uFE0F\u200D\U0001F308")) - rocket) < 1);                  // flag of two signs
        QVERIFY(qAbs(widthOf(QStringLiteral("\u2764\uFE0F")) - rocket) < 1);                                        // a sign of text, as a picture
        QVERIFY(widthOf(QStringLiteral("1 2")) > 0);
    }

    void textFromRightToLeftStandsAtTheRight()
    {
        InlineText text;
        text.setContent(QStringLiteral("שלום עולם"), {}, m_style, m_theme);
        text.layOut(600);

        QVERIFY(text.caretRect(0).left() > 590);
    }

    void aLinkIsFoundWhereItIsDrawn()
    {
        InlineText text;
        const std::vector<Inline> inlines = { { 0, 4, PlainStyle, {}, { 0, 4 } },
                                              { 4, 4, LinkStyle, QStringLiteral("https://a.example"), { 5, 9 } },
                                              { 8, 4, PlainStyle, {}, { 20, 24 } } };
        text.setContent(QStringLiteral("see here now"), inlines, m_style, m_theme);
        text.layOut(600);
        const QRectF link = text.rectsOf({ 4, 8 }).front();

        QVERIFY(text.targetAt(link.center()));
        QCOMPARE(*text.targetAt(link.center()), QStringLiteral("https://a.example"));
        QVERIFY(!text.targetAt(QPointF(2, 10)));
        QVERIFY(!text.targetAt(QPointF(500, 10)));
    }
};

QTEST_MAIN(TestInlineText)
#include "tst_inlinetext.moc"
