// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdowndocument.h"
#include "markdownsamples.h"

#include <QRandomGenerator>
#include <QTest>

namespace {

// Where two documents differ, for people; empty when they do not.
QString difference(const std::vector<Leaf> &actual, const std::vector<Leaf> &expected)
{
    for (size_t i = 0; i < std::max(actual.size(), expected.size()); ++i) {
        if (i >= actual.size() || i >= expected.size())
            return QStringLiteral("%1 leaves, not %2").arg(actual.size()).arg(expected.size());
        if (!sameContent(actual[i], expected[i]))
            return QStringLiteral("leaf %1: kind %2 \"%3\", not kind %4 \"%5\"")
                .arg(i).arg(int(actual[i].kind)).arg(actual[i].text).arg(int(expected[i].kind)).arg(expected[i].text);
    }
    return {};
}

MarkdownDocument parsed(QStringView text)
{
    MarkdownDocument document;
    document.append(text);
    return document;
}

QByteArray message(const QString &name, qsizetype at, const QString &what)
{
    return QStringLiteral("%1, after %2 units: %3").arg(name).arg(at).arg(what).toUtf8();
}

// What a view does: it keeps its leaves up to takeFirstChanged() and takes the rest again.
class Follower
{
public:
    explicit Follower(MarkdownDocument &document)
        : m_document(document)
    {
    }

    void follow()
    {
        const qsizetype first = m_document.takeFirstChanged();
        const std::vector<Leaf> &leaves = m_document.leaves();
        m_leaves.resize(size_t(std::min(first, qsizetype(m_leaves.size()))));
        for (size_t i = m_leaves.size(); i < leaves.size(); ++i)
            m_leaves.push_back(leaves[i]);
    }

    const std::vector<Leaf> &leaves() const { return m_leaves; }

private:
    MarkdownDocument &m_document;
    std::vector<Leaf> m_leaves;
};

// Text made of what means something, in any order.
QString randomDocument(QRandomGenerator &random)
{
    static const QStringList pieces = QStringLiteral(
        "a|word|  |    |\t|\n|\n|\n\n|\r\n|\r|# |## |- |-|* |+ |1. |2) |> |>|```|```py\n|~~~|---|===|***|*|**|_|__|~|~~|`|``|[|]|(|)|![|"
        "](|[x] |[ ] |[foo]|[foo]: /url|[foo]: <b> \"t\"|[^n]|[^n]: |\\|\\(|\\)|\\[|\\]|$|$$|5|&amp;|&|<|>|<b>|</b>|<!-- |-->|<div>|<?|"
        "<http://a.b>|http://a.b/c|www.x.yz|a@b.cd|é|😀|漢|\u200f|.|,|:|\"|'|<pre>|</pre>|[foo][]|[bar][foo]|    code|  - |   > ")
        .split(u'|') + QStringList { QStringLiteral("|"), QStringLiteral("| a | b |\n"), QStringLiteral("|-|:-:|\n"), QStringLiteral("\\|"), QStringLiteral("|---") };
    QString text;
    const int count = int(random.bounded(3, 40));
    for (int i = 0; i < count; ++i)
        text += pieces[random.bounded(pieces.size())];
    return text;
}

}

class TestMarkdownStreaming : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDocumentInPiecesIsTheWholeDocument_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : { 1, 2, 3, 5, 7, 64 })
            QTest::addRow("%d units", size) << size;
    }

    void aDocumentInPiecesIsTheWholeDocument()
    {
        QFETCH(int, size);
        for (const MarkdownSamples::Sample &sample : MarkdownSamples::all()) {
            MarkdownDocument whole = parsed(sample.text);
            whole.finish();
            MarkdownDocument document;
            Follower follower(document);
            for (qsizetype at = 0; at < sample.text.size(); at += size) {
                document.append(QStringView(sample.text).sliced(at, std::min<qsizetype>(size, sample.text.size() - at)));
                follower.follow();
            }
            document.finish();
            follower.follow();

            const QString differs = difference(document.leaves(), whole.leaves());
            QVERIFY2(differs.isEmpty(), message(sample.name, sample.text.size(), differs).constData());
            const QString unseen = difference(follower.leaves(), whole.leaves());
            QVERIFY2(unseen.isEmpty(), message(sample.name, sample.text.size(), QStringLiteral("not announced: ") + unseen).constData());
        }
    }

    void aDocumentInRandomPiecesIsTheWholeDocument()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (const MarkdownSamples::Sample &sample : MarkdownSamples::all()) {
            MarkdownDocument whole = parsed(sample.text);
            whole.finish();
            for (int round = 0; round < 3; ++round) {
                MarkdownDocument document;
                for (qsizetype at = 0; at < sample.text.size();) {
                    const qsizetype size = std::min<qsizetype>(random.bounded(1, 30), sample.text.size() - at);
                    document.append(QStringView(sample.text).sliced(at, size));
                    at += size;
                }
                document.finish();
                const QString differs = difference(document.leaves(), whole.leaves());
                QVERIFY2(differs.isEmpty(), message(sample.name, sample.text.size(), differs).constData());
            }
        }
    }

    void everyPrefixIsAFreshParseOfThatPrefix()
    {
        for (const MarkdownSamples::Sample &sample : MarkdownSamples::all()) {
            // Long documents are read by words, so that the fresh parses stay affordable.
            const qsizetype step = sample.text.size() > 1500 ? 5 : 1;
            MarkdownDocument document;
            Follower follower(document);
            for (qsizetype at = 0; at < sample.text.size(); at += step) {
                const qsizetype end = std::min(at + step, sample.text.size());
                document.append(QStringView(sample.text).sliced(at, end - at));
                follower.follow();
                const MarkdownDocument fresh = parsed(QStringView(sample.text).first(end));
                const QString differs = difference(document.leaves(), fresh.leaves());
                QVERIFY2(differs.isEmpty(), message(sample.name, end, differs).constData());
                const QString unseen = difference(follower.leaves(), fresh.leaves());
                QVERIFY2(unseen.isEmpty(), message(sample.name, end, QStringLiteral("not announced: ") + unseen).constData());
            }
        }
    }

    void randomDocumentsStreamAsTheyParse()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 2000; ++round) {
            const QString text = randomDocument(random);
            MarkdownDocument document;
            Follower follower(document);
            for (qsizetype at = 0; at < text.size();) {
                const qsizetype size = std::min<qsizetype>(random.bounded(1, 5), text.size() - at);
                document.append(QStringView(text).sliced(at, size));
                follower.follow();
                at += size;
                const MarkdownDocument fresh = parsed(QStringView(text).first(at));
                const QString differs = difference(document.leaves(), fresh.leaves());
                QVERIFY2(differs.isEmpty(), message(text, at, differs).constData());
                const QString unseen = difference(follower.leaves(), fresh.leaves());
                QVERIFY2(unseen.isEmpty(), message(text, at, QStringLiteral("not announced: ") + unseen).constData());
            }
            document.finish();
            MarkdownDocument whole = parsed(text);
            whole.finish();
            const QString differs = difference(document.leaves(), whole.leaves());
            QVERIFY2(differs.isEmpty(), message(text, text.size(), differs).constData());
        }
    }

    // Text is covered without gaps, and offsets lead back into the source.
    void inlinesCoverTheTextAndPointIntoTheSource()
    {
        QRandomGenerator random(20261121);
        std::vector<MarkdownSamples::Sample> samples = MarkdownSamples::all();
        for (int i = 0; i < 500; ++i)
            samples.push_back({ QString::number(i), randomDocument(random) });
        for (const MarkdownSamples::Sample &sample : samples) {
            MarkdownDocument document = parsed(sample.text);
            document.finish();
            for (const Leaf &leaf : document.leaves()) {
                QVERIFY(leaf.source.begin >= 0 && leaf.source.begin <= leaf.source.end && leaf.source.end <= document.source().size());
                verifyInlines(leaf.text, leaf.inlines, leaf.kind != LeafKind::Paragraph && leaf.kind != LeafKind::Heading, document.source());
                for (const auto &row : leaf.rows) {
                    QCOMPARE(row.size(), leaf.columns.size());
                    for (const TableCell &cell : row)
                        verifyInlines(cell.text, cell.inlines, false, document.source());
                }
            }
        }
    }

private:
    static void verifyInlines(const QString &text, const std::vector<Inline> &inlines, bool isVerbatim, const QString &source)
    {
        if (isVerbatim) {
            QVERIFY(inlines.empty());
            return;
        }
        qsizetype end = 0;
        qsizetype sourceEnd = 0;
        for (const Inline &part : inlines) {
            QCOMPARE(part.begin, end);
            QVERIFY(part.length > 0);
            end += part.length;
            QVERIFY(part.source.begin >= sourceEnd && part.source.begin <= part.source.end && part.source.end <= source.size());
            sourceEnd = part.source.end;
            if (part.style == PlainStyle && part.source.end - part.source.begin == part.length && part.length > 1) {
                const QString shown = text.sliced(part.begin, part.length);
                const QString written = source.sliced(part.source.begin, part.length).replace(u'\n', u' ').replace(u'\r', u' ');
                QCOMPARE(QString(shown).replace(QChar(0x2028), u' '), written);
            }
        }
        QCOMPARE(end, text.size());
    }
};

QTEST_GUILESS_MAIN(TestMarkdownStreaming)
#include "tst_markdownstreaming.moc"
