// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathformula.h"

#include <QGuiApplication>
#include <QHash>
#include <QImage>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

class MathFormulaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFormulaOfAnAnswerIsTypeset_data();
    void everyFormulaOfAnAnswerIsTypeset();
    void coloursCanBeReadOnEitherPage();
    void whatIsNotKnownIsShownAsWritten();
    void scriptsStandAboveAndBelow();
    void limitsOfASumGoAboveAndBelowInDisplayOnly();
    void delimitersGrowWithTheirContents();
    void aMinusSignIsNarrowerThanAMinusBetween();
    void macrosExpandButNeverForEver();
    void garbageEndsAndStaysSmall_data();
    void garbageEndsAndStaysSmall();
    void everyPrefixOfAFormulaGivesSomething();
    void aTagStandsApartOnlyInDisplay();
    void limitsAreAsked();
    void aBraceIsAsWideAsWhatItSpans();
    void wordsAreAsHighAsLetters();
    void wordsMayHoldFormulas();
    void withoutAFontTheSourceIsShown();
    void rulesThinnerThanAPixelAreDrawn();

private:
    MathFormula typeset(const QString &source, MathFormula::Style style = MathFormula::Style::Displayed) const
    {
        return MathFormula::typeset(source, style, m_fonts);
    }
    MathFormula::Fonts m_fonts;
};

void MathFormulaTest::initTestCase()
{
    m_fonts.math = MathFont::load(20);
    if (!m_fonts.math.isValid())
        QSKIP("No font with a MATH table is installed (package fonts-lmodern): formulas are shown as their source here.");
    m_fonts.text.setPixelSize(20);
    m_fonts.monospace = QFont(QStringLiteral("DejaVu Sans Mono"));
    m_fonts.monospace.setPixelSize(18);
}

// Models choose colours without knowing the page: blue on black and yellow on white become shades of them that can be read.
void MathFormulaTest::coloursCanBeReadOnEitherPage()
{
    const auto barOf = [this](const QString &name, const QColor &page, const QColor &text) {
        const MathFormula formula = typeset(QStringLiteral("\\textcolor{%1}{\\frac{a}{b}}").arg(name));
        QImage image(80, 80, QImage::Format_RGB32);
        image.fill(page);
        QPainter painter(&image);
        formula.paint(painter, { 10, 40 }, text, Qt::magenta);
        painter.end();
        // The bar is the only thing that is drawn without soft edges: the colour that is found most often besides the page.
        QHash<QRgb, int> counts;
        for (int x = 10; x < 10 + int(formula.width()); ++x) {
            for (int y = 25; y < 45; ++y)
                counts[image.pixel(x, y)] += image.pixel(x, y) == page.rgb() ? 0 : 1;
        }
        return QColor(std::max_element(counts.cbegin(), counts.cend()).key());
    };
    const QColor dark(0x1c, 0x1d, 0x21), onDark(0xe6, 0xe7, 0xea);

    QCOMPARE(barOf(QStringLiteral("red"), Qt::white, Qt::black), QColor(255, 0, 0));
    QCOMPARE(barOf(QStringLiteral("blue"), Qt::white, Qt::black), QColor(0, 0, 255));
    const QColor blue = barOf(QStringLiteral("blue"), dark, onDark);
    QVERIFY2(blue.lightness() > 150 && blue.blue() > blue.red(), qPrintable(blue.name()));
    const QColor yellow = barOf(QStringLiteral("yellow"), Qt::white, Qt::black);
    QVERIFY2(yellow.lightness() < 100 && yellow.red() > yellow.blue(), qPrintable(yellow.name()));
    QVERIFY(barOf(QStringLiteral("black"), dark, onDark).lightness() > 90);
}

void MathFormulaTest::everyFormulaOfAnAnswerIsTypeset_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("quadratic formula") << QStringLiteral(R"(x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a})");
    QTest::newRow("Gaussian integral") << QStringLiteral(R"(\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi})");
    QTest::newRow("Basel sum") << QStringLiteral(R"(\sum_{n=1}^\infty \frac1{n^2} = \frac{\pi^2}{6})");
    QTest::newRow("matrix") << QStringLiteral(R"(\begin{pmatrix} a & b \\ c & d \end{pmatrix})");
    QTest::newRow("cases") << QStringLiteral(R"(f(x) = \begin{cases} x^2 & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases})");
    QTest::newRow("aligned") << QStringLiteral(R"(\begin{aligned} a &= b + c \\ &= d \end{aligned})");
    QTest::newRow("array with rules") << QStringLiteral(R"(\left[\begin{array}{cc|c} 1 & 2 & 3 \\ \hline 4 & 5 & 6 \end{array}\right])");
    QTest::newRow("accents") << QStringLiteral(R"(\hat x \vec v \bar z \tilde f \dot q \ddot q \widehat{abc} \overrightarrow{AB} \mathring A)");
    QTest::newRow("braces with labels") << QStringLiteral(R"(\underbrace{a+b}_{2} + \overbrace{c}^{n})");
    QTest::newRow("alphabets") << QStringLiteral(R"(\mathbb R \mathcal L \mathfrak g \mathsf X \mathtt{c} \mathbf v \boldsymbol\theta \mathrm d)");
    QTest::newRow("big delimiters") << QStringLiteral(R"(\Biggl( \biggl[ \Bigl\{ \bigl| x \bigr| \Bigr\} \biggr] \Biggr))");
    QTest::newRow("middle") << QStringLiteral(R"(\left\{ x \,\middle|\, x > 0 \right\})");
    QTest::newRow("chemistry") << QStringLiteral(R"(\ce{2H2 + O2 -> 2H2O} \ce{SO4^2-} \ce{A <=>[k_1] B})");
    QTest::newRow("labelled arrows") << QStringLiteral(R"(A \xrightarrow[b]{a} B \overset{!}{=} C \underset{x}{\to} D)");
    QTest::newRow("colour, box and cancel") << QStringLiteral(R"(\textcolor{red}{x} \color{blue} y \boxed{E} \cancel{z})");
    QTest::newRow("operator names") << QStringLiteral(R"(\operatorname{softmax}(z) \argmax_\theta \limsup_{n} \sin x \pmod n)");
    QTest::newRow("substack and stackrel") << QStringLiteral(R"(\sum_{\substack{i \\ j}} a \stackrel{d}{=} b)");
    QTest::newRow("styles and phantoms") << QStringLiteral(R"(\displaystyle\frac ab \phantom{x} \vphantom{\int} \dfrac12 \tfrac12 \cfrac12)");
    QTest::newRow("old forms") << QStringLiteral(R"({a \over b} {n \choose k} {\bf x} \not= y)");
    QTest::newRow("binomial") << QStringLiteral(R"(\binom{n}{k} = \frac{n!}{k!\,(n-k)!})");
    QTest::newRow("a macro") << QStringLiteral(R"(\newcommand{\R}[1]{\mathbb{R}^{#1}} \R{2} \times \R{3})");
}

void MathFormulaTest::everyFormulaOfAnAnswerIsTypeset()
{
    QFETCH(QString, source);

    const MathFormula formula = typeset(source);

    QVERIFY(formula.isTypeset());
    QVERIFY(!formula.hasUnknownCommands());
    QVERIFY(formula.width() > 10);
    QVERIFY(formula.ascent() > 5);
    QCOMPARE(formula.source(), source);
}

void MathFormulaTest::whatIsNotKnownIsShownAsWritten()
{
    const MathFormula formula = typeset(QStringLiteral(R"(a + \nosuchcommand{x})"));

    QVERIFY(formula.isTypeset());
    QVERIFY(formula.hasUnknownCommands());
    QVERIFY(formula.width() > typeset(QStringLiteral("a + x")).width() + 40);
}

void MathFormulaTest::scriptsStandAboveAndBelow()
{
    const MathFormula plain = typeset(QStringLiteral("x"));

    QVERIFY(typeset(QStringLiteral("x^2")).ascent() > plain.ascent());
    QVERIFY(typeset(QStringLiteral("x_2")).descent() > plain.descent());
    QVERIFY(typeset(QStringLiteral("x_1^2")).width() < typeset(QStringLiteral("x_1{}^2")).width());
}

void MathFormulaTest::limitsOfASumGoAboveAndBelowInDisplayOnly()
{
    const QString source = QStringLiteral(R"(\sum_{i=1}^{n} i)");

    QVERIFY(typeset(source, MathFormula::Style::Displayed).ascent() > typeset(source, MathFormula::Style::InText).ascent() + 5);
}

void MathFormulaTest::delimitersGrowWithTheirContents()
{
    const MathFormula small = typeset(QStringLiteral(R"(\left( x \right))"));
    const MathFormula large = typeset(QStringLiteral(R"(\left( \begin{matrix} 1 \\ 2 \\ 3 \\ 4 \\ 5 \\ 6 \end{matrix} \right))"));

    QVERIFY(large.ascent() + large.descent() > 5 * (small.ascent() + small.descent()));
}

void MathFormulaTest::aMinusSignIsNarrowerThanAMinusBetween()
{
    const double between = typeset(QStringLiteral("a-b")).width() - typeset(QStringLiteral("ab")).width();
    const double sign = typeset(QStringLiteral("-b")).width() - typeset(QStringLiteral("b")).width();

    QVERIFY(sign < between);
}

void MathFormulaTest::macrosExpandButNeverForEver()
{
    QVERIFY(!typeset(QStringLiteral(R"(\newcommand{\two}[2]{#1+#2} \two{a}{b})")).hasUnknownCommands());
    // A macro inside its own body is a command like any other that is not known.
    QVERIFY(typeset(QStringLiteral(R"(\def\a{\a\a} \a)")).hasUnknownCommands());
    // Two that call each other, and one that doubles at each level.
    typeset(QStringLiteral(R"(\def\a{\b\b}\def\b{\a\a} \a)"));
    QString doubling;
    for (char16_t c = u'a'; c < u'z'; ++c)
        doubling += QStringLiteral("\\def\\x%1{\\x%2\\x%2}").arg(QChar(c), QChar(char16_t(c + 1)));
    QVERIFY(!typeset(doubling + QStringLiteral("\\def\\xz{zzzzzzzz}\\xa")).isTypeset());
}

void MathFormulaTest::garbageEndsAndStaysSmall_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("open braces") << QString(4000, u'{');
    QTest::newRow("closing braces") << QString(4000, u'}');
    QTest::newRow("scripts") << QStringLiteral("^_").repeated(2000);
    QTest::newRow("left without right") << QStringLiteral("\\left(").repeated(1000);
    QTest::newRow("right without left") << QStringLiteral("\\right)").repeated(1000);
    QTest::newRow("begin without end") << QStringLiteral("\\begin{matrix}").repeated(500);
    QTest::newRow("end without begin") << QStringLiteral("\\end{matrix}").repeated(500);
    QTest::newRow("fractions") << QStringLiteral("\\frac").repeated(1500);
    QTest::newRow("roots in roots") << QStringLiteral("\\sqrt{").repeated(1000);
    QTest::newRow("over and over") << QStringLiteral("a\\over ").repeated(1000);
    QTest::newRow("cells") << QStringLiteral("\\begin{matrix}") + QString(6000, u'&');
    QTest::newRow("a lone backslash") << QStringLiteral("a\\");
    QTest::newRow("half a pair") << QString(QChar(0xd835));
    QTest::newRow("nothing") << QString();
    QTest::newRow("too long") << QString(9000, u'x');
}

void MathFormulaTest::garbageEndsAndStaysSmall()
{
    QFETCH(QString, source);

    const MathFormula formula = typeset(source);

    QVERIFY(formula.width() >= 0);
    QVERIFY(formula.isTypeset() || source.size() > 1000);
}

void MathFormulaTest::everyPrefixOfAFormulaGivesSomething()
{
    const QString source = QStringLiteral(R"(\left(\sum_{i=1}^{n}\frac{x_i^2}{\sqrt{\begin{vmatrix}a&b\\c&d\end{vmatrix}}}\right)\ce{H2O}\textbf{t})");
    for (qsizetype length = 1; length <= source.size(); ++length)
        QVERIFY2(typeset(source.left(length)).isTypeset(), qPrintable(source.left(length)));
}

void MathFormulaTest::aTagStandsApartOnlyInDisplay()
{
    const MathFormula plain = typeset(QStringLiteral("E = mc^2"));
    const MathFormula tagged = typeset(QStringLiteral("E = mc^2 \\tag{12}"));
    const MathFormula inText = typeset(QStringLiteral("E = mc^2 \\tag{12}"), MathFormula::Style::InText);

    QCOMPARE(plain.tagWidth(), 0.0);
    QCOMPARE(tagged.width(), plain.width());
    QVERIFY(tagged.tagWidth() > 10);
    QCOMPARE(inText.tagWidth(), 0.0);
    QVERIFY(inText.width() > plain.width() + 10);

    QImage image(400, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    tagged.paint(painter, QPointF(100, 40), Qt::black, Qt::red, 390);
    painter.end();
    const auto hasInk = [&image](int left, int right) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = left; x < right; ++x) {
                if (qGray(image.pixel(x, y)) < 128)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(hasInk(390 - int(tagged.tagWidth()), 391));
    QVERIFY(!hasInk(110 + int(tagged.width()), 385 - int(tagged.tagWidth())));
    QVERIFY(!hasInk(392, 400));
}

void MathFormulaTest::limitsAreAsked()
{
    const auto sum = [this](const char *command) { return typeset(QStringLiteral("\\sum%1_{i=1}^{n}").arg(QString::fromLatin1(command)), MathFormula::Style::InText); };

    QVERIFY(sum("\\limits").ascent() > sum("").ascent());
    QVERIFY(typeset(QStringLiteral("\\sum_{i=1}^{n}")).ascent() > typeset(QStringLiteral("\\sum\\nolimits_{i=1}^{n}")).ascent());
    QVERIFY(!typeset(QStringLiteral("\\sum\\nolimits_i")).hasUnknownCommands());
}

void MathFormulaTest::aBraceIsAsWideAsWhatItSpans()
{
    for (const char *body : { "a+b+c+d+e", "a+b+c+d+e+f+g+h+i+j+k+l+m+n" }) {
        const double bare = typeset(QString::fromLatin1(body)).width();
        const double braced = typeset(QStringLiteral("\\overbrace{%1}").arg(QString::fromLatin1(body))).width();

        QVERIFY2(qAbs(braced - bare) < 1, body);
        // What grows upwards is not longer than needed either.
        const QString rows = QStringLiteral("\\begin{array}{c}1\\\\2\\\\3\\\\4\\\\5\\\\6\\\\7\\end{array}");
        const MathFormula table = typeset(rows);
        const MathFormula fenced = typeset(QStringLiteral("\\left(%1\\right)").arg(rows));
        QVERIFY(fenced.ascent() + fenced.descent() <= table.ascent() + table.descent() + 6);
    }
}

void MathFormulaTest::wordsAreAsHighAsLetters()
{
    MathFormula::Fonts large = m_fonts;
    large.text.setPixelSize(60);

    // Whatever size the text font comes with, words follow the formula's.
    QCOMPARE(MathFormula::typeset(QStringLiteral("\\text{word}"), MathFormula::Style::Displayed, large).width(), typeset(QStringLiteral("\\text{word}")).width());
}

void MathFormulaTest::wordsMayHoldFormulas()
{
    QCOMPARE(typeset(QStringLiteral("\\text{a\\_b \\& c}")).width(), typeset(QStringLiteral("\\text{a_b & c}")).width());
    const MathFormula mixed = typeset(QStringLiteral("\\text{if $x_1$ holds}"));
    const MathFormula parts = typeset(QStringLiteral("\\text{if }{x_1}\\text{ holds}"));
    QCOMPARE(mixed.width(), parts.width());
}

void MathFormulaTest::withoutAFontTheSourceIsShown()
{
    MathFormula::Fonts fonts = m_fonts;
    fonts.math = MathFont();

    const MathFormula formula = MathFormula::typeset(QStringLiteral("x^2"), MathFormula::Style::InText, fonts);

    QVERIFY(!formula.isTypeset());
    QVERIFY(formula.width() > 10);
}

void MathFormulaTest::rulesThinnerThanAPixelAreDrawn()
{
    m_fonts.math = MathFont::load(14);
    const MathFormula formula = typeset(QStringLiteral(R"(\frac{a}{b})"));
    QImage image(60, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    formula.paint(painter, { 10.3, 30.4 }, Qt::black, Qt::red);
    painter.end();

    const int x = 10 + int(formula.width() / 2);
    int darkest = 255;
    for (int y = 20; y < 32; ++y)
        darkest = qMin(darkest, qGray(image.pixel(x, y)));
    QCOMPARE(darkest, 0);
}

QTEST_MAIN(MathFormulaTest)
#include "tst_mathformula.moc"
