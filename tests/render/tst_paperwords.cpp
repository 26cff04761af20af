// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "paperpages.h"

#include <QHash>
#include <QPaintEngine>
#include <QRegularExpression>
#include <QTest>

namespace {

// Takes what is drawn as words and where their line stands. A PDF has each of them, seen or not: what is beyond the edge of a page is found there,
// copied and read aloud.
class Listener final : public QPaintEngine
{
public:
    Listener() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    Type type() const override { return User; }
    void drawTextItem(const QPointF &at, const QTextItem &item) override { texts.append({ item.text(), painter()->transform().map(at).y() }); }

    struct Text { QString words; qreal y = 0; };
    QList<Text> texts;
};

class Sheet final : public QPaintDevice
{
public:
    explicit Sheet(const QSize &size) : m_size(size) {}
    QPaintEngine *paintEngine() const override { return &m_listener; }
    const QList<Listener::Text> &texts() const { return m_listener.texts; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        if (metric == PdmWidth || metric == PdmHeight)
            return metric == PdmWidth ? m_size.width() : m_size.height();
        if (metric == PdmDevicePixelRatio)
            return 1;
        if (metric == PdmDevicePixelRatioScaled)
            return int(devicePixelRatioFScale());
        // Whatever else is asked for is a resolution.
        return 96;
    }

private:
    QSize m_size;
    mutable Listener m_listener;
};

// Words that occur once, known by their number.
class Words
{
public:
    QString operator()(int count, QLatin1Char between = QLatin1Char(' '))
    {
        QStringList words;
        for (int i = 0; i < count; ++i)
            words << QStringLiteral("q%1z").arg(m_count++, 5, 10, QLatin1Char('0'));
        return words.join(between);
    }
    int count() const { return m_count; }

private:
    int m_count = 0;
};

}

// What is on paper is all there is: no word of a hostile conversation may be lost, and none may stand twice.
class TestPaperWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachWordStandsOnPaperOnce_data();
    void eachWordStandsOnPaperOnce();
    void whatAnAnswerCallsStandsOnPaper();

private:
    static QString repeated(Words &words, int times, const QString &before, int count, const QString &after)
    {
        QString text;
        for (int i = 0; i < times; ++i)
            text += before + words(count) + after;
        return text;
    }
};

void TestPaperWords::eachWordStandsOnPaperOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Role>("role");
    QTest::addColumn<int>("count");
    const auto add = [](const char *name, const QString &text, const Words &words, Role role = Role::Assistant) {
        QTest::newRow(name) << text << role << words.count();
    };
    {
        Words words;
        const QString rows = u'|' + words(90) + u'|' + words(300) + u'|' + words(6) + QStringLiteral("|\n|") + words(2) + QStringLiteral("|x|") + words(200) + u'|';
        add("rows taller than a page", QStringLiteral("|H|b|c|\n|-|:-:|-:|\n") + rows, words);
    }
    {
        Words words;
        const QString left = words(80);
        add("a row with lines of different heights", QStringLiteral("|a|b|\n|-|-|\n|") + left + u'|' + repeated(words, 80, QStringLiteral("$\\frac{a}{b}$ "), 1, QStringLiteral(" ")) + u'|', words);
    }
    {
        Words words;
        const QString header = QStringLiteral("|") + QStringLiteral("c|").repeated(40) + QStringLiteral("\n|") + QStringLiteral("-|").repeated(40) + u'\n';
        add("a table of forty columns", header + u'|' + repeated(words, 40, {}, 12, QStringLiteral("|")), words);
    }
    {
        Words words;
        const QString code = repeated(words, 60, QStringLiteral("def "), 3, QStringLiteral("\n")) + QString(4000, u'x') + u'\n' + words(400);
        add("code with lines longer than a page", QStringLiteral("```\n") + code + QStringLiteral("\n```"), words);
    }
    {
        Words words;
        QString list;
        for (int depth = 0; depth < 8; ++depth)
            list += QString(2 * depth, u' ') + QStringLiteral("- ") + words(60) + u'\n';
        add("a deep list", list + repeated(words, 60, QStringLiteral("1. "), 3, QStringLiteral("\n")), words);
    }
    {
        Words words;
        QString quote = QStringLiteral("> ") + words(200) + QStringLiteral("\n>\n> > ") + words(300) + QStringLiteral("\n> >\n> > - ") + words(100) + QStringLiteral("\n> >\n> > ```\n");
        quote += repeated(words, 40, QStringLiteral("> > "), 3, QStringLiteral("\n")) + QStringLiteral("> > ```\n>\n> |k|v|\n> |-|-|\n") + repeated(words, 40, QStringLiteral("> |"), 2, QStringLiteral("|x|\n"));
        add("quotes around all of it", quote, words);
    }
    {
        Words words;
        const QString text = QStringLiteral("# ") + words(300) + QStringLiteral("\n\n") + words(1000) + QStringLiteral("\n\n") + QString(5000, u'W') + u' ' + words(3);
        add("a heading, a paragraph and a word longer than a page", text, words);
    }
    {
        Words words;
        const QString text = repeated(words, 60, {}, 12, QStringLiteral("\n"));
        add("a person's paste", text, words, Role::User);
    }
}

void TestPaperWords::eachWordStandsOnPaperOnce()
{
    QFETCH(QString, text);
    QFETCH(Role, role);
    QFETCH(int, count);
    Message message;
    message.role = role;
    message.parts = { TextPart { text } };
    const Paper paper = Paper::fromMillimetres({ 100, 100 }, 10);
    PaperPages pages({ QStringLiteral("Title"), {}, { message } }, {}, paper);
    pages.layOutAll();

    static const QRegularExpression word(QStringLiteral("q(\\d{5})z"));
    QHash<int, int> seen;
    for (int page = 0; page < pages.pageCount(); ++page) {
        Sheet sheet(paper.size.toSize());
        QPainter painter(&sheet);
        pages.paint(painter, page);
        painter.end();
        for (const Listener::Text &line : sheet.texts()) {
            for (auto found = word.globalMatch(line.words); found.hasNext();) {
                ++seen[found.next().captured(1).toInt()];
                QVERIFY2(line.y > paper.margins.top() && line.y <= paper.size.height() - paper.margins.bottom(),
                         qPrintable(QStringLiteral("page %1: %2 at %3").arg(page + 1).arg(line.words).arg(line.y)));
            }
        }
    }

    for (int i = 0; i < count; ++i)
        QVERIFY2(seen.value(i) == 1, qPrintable(QStringLiteral("word %1 of %2 stands there %3 times").arg(i).arg(count).arg(seen.value(i))));
}

void TestPaperWords::whatAnAnswerCallsStandsOnPaper()
{
    Message answer;
    answer.role = Role::Assistant;
    answer.toolCalls = { { QStringLiteral("c1"), QStringLiteral("weather"), QStringLiteral("{\"city\":\"Bergen\"}") } };
    ImagePart there;
    there.url = QUrl(QStringLiteral("https://e.org/map.png"));
    answer.parts = { there };
    const Paper paper = Paper::fromMillimetres({ 200, 100 }, 10);
    PaperPages pages({ QStringLiteral("Title"), {}, { answer } }, {}, paper);
    pages.layOutAll();

    Sheet sheet(paper.size.toSize());
    QPainter painter(&sheet);
    pages.paint(painter, 0);
    painter.end();
    QString all;
    for (const Listener::Text &line : sheet.texts())
        all += line.words;

    for (const char *word : { "weather", "Bergen", "https://e.org/map.png" })
        QVERIFY2(all.contains(QLatin1String(word)), qPrintable(all));
}

QTEST_MAIN(TestPaperWords)
#include "tst_paperwords.moc"
