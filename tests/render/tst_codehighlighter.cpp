// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codelexer_p.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace {

const char *const kindNames[] = { "plain", "keyword", "string", "comment", "name", "number", "added", "removed" };
const char kindMarks[] = " kscn#+-";

// "keyword:def name:f" for a text of one or more lines.
QString colours(const QString &languageName, const QString &code)
{
    const CodeLanguage *language = codeLanguage(languageName);
    if (!language)
        return QStringLiteral("unknown language");
    QStringList shown;
    quint32 state = 0;
    for (const QString &line : code.split(u'\n')) {
        std::vector<CodeSpan> spans;
        state = lexCodeLine(*language, line, state, spans);
        for (const CodeSpan &span : spans)
            shown.append(QLatin1String(kindNames[int(span.kind)]) + u':' + line.mid(span.begin, span.length));
    }
    return shown.join(u'|');
}

// Each line of the code, and under it the mark of each character's colour.
QString marked(const CodeLanguage &language, const QString &code)
{
    QString shown;
    quint32 state = 0;
    for (const QString &line : code.split(u'\n')) {
        std::vector<CodeSpan> spans;
        state = lexCodeLine(language, line, state, spans);
        QString marks(line.size(), u' ');
        for (const CodeSpan &span : spans)
            marks.replace(span.begin, span.length, QString(span.length, QLatin1Char(kindMarks[int(span.kind)])));
        while (marks.endsWith(u' '))
            marks.chop(1);
        shown += line + u'\n' + marks + u'\n';
    }
    return shown;
}

QString dataPath(const QString &file)
{
    return QStringLiteral(TEST_DATA_DIR "/languages/") + file;
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList languageFiles()
{
    codeLanguage(QStringLiteral("c"));
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/languages")).entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name)) {
        if (file != u"names.json" && file != u"filenames.json")
            names.append(file.chopped(5));
    }
    return names;
}

bool areInOrder(const std::vector<CodeSpan> &spans, qsizetype size)
{
    qsizetype end = 0;
    for (const CodeSpan &span : spans) {
        if (span.begin < end || span.length <= 0)
            return false;
        end = span.begin + span.length;
    }
    return end <= size;
}

QStringList garbage()
{
    QRandomGenerator random(20260722);
    QString anything;
    QString signs;
    const QString some = QStringLiteral("\"'`/*<>{}()[]#$%\\-=|:;@!~ar_0 \u00e9");
    for (int i = 0; i < 20000; ++i) {
        anything += QChar(char16_t(random.bounded(0x10000)));
        signs += some.at(random.bounded(int(some.size())));
    }
    QStringList lines{ anything, signs };
    for (const char *const piece : { "\"", "'", "`", "{", "\\", "(", "[", "<", "#", "=", " ", "x", "\"'", "<a ", "${", "a b:", "r#\"##", "]==", "<<a " })
        lines.append(QString::fromLatin1(piece).repeated(10000));
    return lines;
}

}

class TestCodeHighlighter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLanguageColoursItsSampleAsRecorded_data();
    void everyLanguageColoursItsSampleAsRecorded();
    void everyLanguageHasASample();
    void samplesWereNotJustRewritten();
    void constructsGetTheirColours_data();
    void constructsGetTheirColours();
    void everyNameModelsWriteIsKnown_data();
    void everyNameModelsWriteIsKnown();
    void everyNameLeadsToAFileAndEveryFileIsListed();
    void anUnknownLanguageHasNoTable();
    void everyRegionThatIsNamedExists();
    void aLineIsColouredAloneFromTheStateBeforeIt();
    void anyStateIsTaken();
    void theWorkIsProportionalToTheLength();
    void aVeryLongLineIsNoTrouble();
    void aFileWithoutSenseGivesNoLanguage();
};

void TestCodeHighlighter::everyLanguageColoursItsSampleAsRecorded_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &file : QDir(dataPath({})).entryList({ QStringLiteral("*.src") }, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestCodeHighlighter::everyLanguageColoursItsSampleAsRecorded()
{
    QFETCH(QString, name);
    const CodeLanguage *language = codeLanguage(name);
    QVERIFY(language);

    const QString code = readText(dataPath(name + QStringLiteral(".src")));
    const QString shown = marked(*language, code);

    if (qEnvironmentVariableIsSet("UPDATE_LANGUAGE_SAMPLES")) {
        QFile file(dataPath(name + QStringLiteral(".spans")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(shown.toUtf8());
        return;
    }
    const QStringList expected = readText(dataPath(name + QStringLiteral(".spans"))).split(u'\n');
    const QStringList actual = shown.split(u'\n');
    for (qsizetype i = 0; i < qMin(expected.size(), actual.size()); ++i)
        QVERIFY2(actual.at(i) == expected.at(i),
                 qPrintable(QStringLiteral("line %1\n%2\n%3\nexpected:\n%4").arg(i / 2 + 1)
                                .arg(actual.value(i - 1), actual.at(i), expected.at(i))));
    QCOMPARE(actual.size(), expected.size());
}

void TestCodeHighlighter::everyLanguageHasASample()
{
    for (const QString &name : languageFiles()) {
        QVERIFY2(QFile::exists(dataPath(name + QStringLiteral(".src"))), qPrintable(name));
        QVERIFY2(QFile::exists(dataPath(name + QStringLiteral(".spans"))), qPrintable(name));
    }
}

void TestCodeHighlighter::samplesWereNotJustRewritten()
{
    QVERIFY2(!qEnvironmentVariableIsSet("UPDATE_LANGUAGE_SAMPLES"), "The samples were written anew: look at them, then run without the switch.");
}

void TestCodeHighlighter::constructsGetTheirColours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *language, const QString &code, const QString &expected) {
        QTest::newRow(name) << QString::fromLatin1(language) << code << expected;
    };
    row("nothing", "python", QString(), QString());
    row("text over lines", "python", QStringLiteral("x = \"\"\"one\nif two\"\"\" or y"),
        QStringLiteral("string:\"\"\"one|string:if two\"\"\"|keyword:or"));
    row("expression in text", "python", QStringLiteral("f'a{len(b)}c' in d"),
        QStringLiteral("string:f'a|name:len|string:c'|keyword:in"));
    row("template in template", "js", QStringLiteral("`a${f({b: `c${1}`})}d` // e"),
        QStringLiteral("string:`a|name:f|string:`c|number:1|string:`|string:d`|comment:// e"));
    row("unclosed text ends with its line", "c", QStringLiteral("char *a = \"b\nint c;"),
        QStringLiteral("name:char|string:\"b|name:int"));
    row("an escaped line end goes on", "c", QStringLiteral("\"a\\\nb\" int"), QStringLiteral("string:\"a\\|string:b\"|name:int"));
    row("raw text ends at its own delimiter", "cpp", QStringLiteral("R\"x(a)\" b)y\" \n)x\" int"),
        QStringLiteral("string:R\"x(a)\" b)y\" |string:)x\"|name:int"));
    row("raw text counts its signs", "rust", QStringLiteral("r##\"a\"# b\"## let"),
        QStringLiteral("string:r##\"a\"# b\"##|keyword:let"));
    row("lifetimes and characters", "rust", QStringLiteral("<'a>('b', '\\'') /* a /* b */ c */ let"),
        QStringLiteral("name:'a|string:'b'|string:'\\''|comment:/* a /* b */ c */|keyword:let"));
    row("nested comments over lines", "haskell", QStringLiteral("{- a {- b\nc -} d\n-} let"),
        QStringLiteral("comment:{- a {- b|comment:c -} d|comment:-}|keyword:let"));
    row("here document", "bash", QStringLiteral("cat <<-'END' | sort\nif $A\n  END\nfi"),
        QStringLiteral("name:cat|string:<<-'END'|name:sort|string:if |name:$A|string:END|keyword:fi"));
    row("a sign inside a word is no comment", "sh", QStringLiteral("echo ${a#b} c#d # e"),
        QStringLiteral("name:echo|name:${a#b}|comment:# e"));
    row("division and pattern", "js", QStringLiteral("a / b / c; d = /[/]\\//g"), QStringLiteral("string:/[/]\\//"));
    row("tags in code", "jsx", QStringLiteral("return <B a=\"x\">if {if} it's</B>;\nif"),
        QStringLiteral("keyword:return|keyword:<B|name:a|string:\"x\"|keyword:>|keyword:if|keyword:</B>|keyword:if"));
    row("a comparison is no tag", "js", QStringLiteral("if (a <b) return"), QStringLiteral("keyword:if|keyword:return"));
    row("numbers", "cpp", QStringLiteral("0x1F'FFu 1.5e-3f 1'000 a1"),
        QStringLiteral("number:0x1F'FFu|number:1.5e-3f|number:1'000"));
    row("ranges", "rust", QStringLiteral("1..10"), QStringLiteral("number:1|number:10"));
    row("keys of json", "json", QStringLiteral("{\"a\" : [1, true, \"b\"]}"),
        QStringLiteral("name:\"a\"|number:1|keyword:true|string:\"b\""));
    row("block text", "yaml", QStringLiteral("run: |\n  if: true\n\n  x\nnext: 1"),
        QStringLiteral("name:run|string:||string:  if: true|string:  x|name:next|number:1"));
    row("an apostrophe in a plain text", "yaml", QStringLiteral("a: it's\nb: 'c'"), QStringLiteral("name:a|name:b|string:'c'"));
    row("html", "html", QStringLiteral("<a href=\"x\">if <!-- no\nyes --></a>"),
        QStringLiteral("keyword:<a|name:href|string:\"x\"|keyword:>|comment:<!-- no|comment:yes -->|keyword:</a>"));
    row("script in html", "html", QStringLiteral("<script>\nlet a = '<b>';\n</script>let"),
        QStringLiteral("keyword:<script>|keyword:let|string:'<b>'|keyword:</script>"));
    row("any case", "sql", QStringLiteral("Select COUNT(*) from t where a = 'it''s' -- all"),
        QStringLiteral("keyword:Select|name:COUNT|keyword:from|keyword:where|string:'it''s'|comment:-- all"));
    row("dollar text", "sql", QStringLiteral("AS $f$ select $1\n$g$ $f$ end"), QStringLiteral("keyword:AS|string:$f$ select $1|string:$g$ $f$|keyword:end"));
    row("two apostrophes are one", "yaml", QStringLiteral("- 'it''s'  # x"), QStringLiteral("string:'it''s'|comment:# x"));
    row("two apostrophes are one in MATLAB", "matlab", QStringLiteral("s = 'it''s'; t = 'u'"), QStringLiteral("string:'it''s'|string:'u'"));
    row("transposed", "matlab", QStringLiteral("a' * [b'; 'c']"), QStringLiteral("string:'c'"));
    row("diff", "diff", QStringLiteral("@@ -1 +1 @@\n-old\n+new\n same"), QStringLiteral("name:@@ -1 +1 @@|removed:-old|added:+new"));
    row("fence", "markdown", QStringLiteral("# A\n````c\n``` # b\n````\n*c*"),
        QStringLiteral("keyword:# A|string:````c|string:``` # b|string:````|name:*c*"));
    row("commands", "latex", QStringLiteral("\\begin{a} \\% $\\frac{1}$ % b"),
        QStringLiteral("keyword:\\begin{|name:a|keyword:}|string:$|keyword:\\frac|string:{1}$|comment:% b"));
    row("target and variable", "make", QStringLiteral("all: $(B)\n\tc := d"), QStringLiteral("name:all|name:$(B)|name:c"));
    row("a member is no keyword", "js", QStringLiteral("a.delete(b)"), QStringLiteral("name:delete"));
}

void TestCodeHighlighter::constructsGetTheirColours()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, expected);

    QCOMPARE(colours(language, code), expected);
}

void TestCodeHighlighter::everyNameModelsWriteIsKnown_data()
{
    QTest::addColumn<QString>("name");
    const QString names = QStringLiteral(
        "python py python3 javascript js ts typescript tsx jsx c h c++ cpp cc hpp c# cs csharp java kotlin kt swift go golang rust rs zig "
        "php ruby rb r matlab octave lua haskell hs sql sqlite postgresql mysql bash sh shell zsh console powershell ps1 pwsh json jsonc "
        "yaml yml toml ini conf xml svg html html5 vue svelte css scss less dockerfile docker makefile make cmake diff patch markdown md "
        "latex tex graphql gql protobuf proto objective-c objc scala groovy dart Python JSON Dockerfile C++ "
        "python:src/app.py js{1,3} {.rust} .html");
    for (const QString &name : names.split(u' '))
        QTest::newRow(qPrintable(name)) << name;
}

void TestCodeHighlighter::everyNameModelsWriteIsKnown()
{
    QFETCH(QString, name);

    QVERIFY(codeLanguage(name));
}

void TestCodeHighlighter::everyNameLeadsToAFileAndEveryFileIsListed()
{
    const QStringList names = codeLanguageNames();
    for (const QString &name : names)
        QVERIFY2(codeLanguage(name), qPrintable(name));
    for (const QString &file : languageFiles())
        QVERIFY2(names.contains(file), qPrintable(file));

    const QString folder = QStringLiteral(TEST_DATA_DIR "/../../resources/languages");
    QStringList listed;
    static const QRegularExpression entry(QStringLiteral("<file>([^<]+)</file>"));
    for (auto match = entry.globalMatch(readText(folder + QStringLiteral("/languages.qrc"))); match.hasNext();)
        listed.append(match.next().captured(1));
    listed.sort();
    QCOMPARE(listed, QDir(folder).entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name));
}

void TestCodeHighlighter::anUnknownLanguageHasNoTable()
{
    QVERIFY(!codeLanguage(QStringLiteral("klingon")));
    QVERIFY(!codeLanguage(QString()));
    QVERIFY(!codeLanguage(QStringLiteral("names")));
    QVERIFY(!codeLanguage(QStringLiteral("../languages/c")));
}

void TestCodeHighlighter::everyRegionThatIsNamedExists()
{
    static const QRegularExpression naming(QStringLiteral("\"(?:opens|next)\": \"([^\"]+)\""));
    static const QRegularExpression named(QStringLiteral("\"name\": \"([^\"]+)\""));
    for (const QString &file : languageFiles()) {
        const QString path = QStringLiteral(":/languages/%1.json");
        QString text = readText(path.arg(file));
        if (const QString base = extendedCodeLanguage(text.toUtf8()); !base.isEmpty())
            text += readText(path.arg(base));
        QStringList names;
        for (auto match = named.globalMatch(text); match.hasNext();)
            names.append(match.next().captured(1));
        for (auto match = naming.globalMatch(text); match.hasNext();) {
            for (const QString &name : match.next().captured(1).split(u' '))
                QVERIFY2(names.contains(name), qPrintable(file + QStringLiteral(": ") + name));
        }
    }
}

void TestCodeHighlighter::aLineIsColouredAloneFromTheStateBeforeIt()
{
    for (const QString &name : languageFiles()) {
        const CodeLanguage &language = *codeLanguage(name);
        const QStringList lines = readText(dataPath(name + QStringLiteral(".src"))).split(u'\n');
        std::vector<quint32> states{ 0 };
        std::vector<std::vector<CodeSpan>> whole;
        for (const QString &line : lines)
            states.push_back(lexCodeLine(language, line, states.back(), whole.emplace_back()));
        for (qsizetype i = lines.size() - 1; i >= 0; --i) {
            std::vector<CodeSpan> alone;
            QCOMPARE(lexCodeLine(language, lines.at(i), states[size_t(i)], alone), states[size_t(i) + 1]);
            QCOMPARE(alone, whole[size_t(i)]);
        }
    }
}

void TestCodeHighlighter::anyStateIsTaken()
{
    const QString hostile = QStringLiteral("\"'`/*<!--#\\ \u2028\U0001F600 $ @ 0x1e+ \"#) ]]> }}} a:") + QString(300, u'{');
    QRandomGenerator random(7);
    for (const QString &name : languageFiles()) {
        for (int turn = 0; turn < 500; ++turn) {
            std::vector<CodeSpan> spans;
            const quint32 state = lexCodeLine(*codeLanguage(name), hostile, random.generate(), spans);
            QVERIFY2(areInOrder(spans, hostile.size()), qPrintable(name));
            std::vector<CodeSpan> again;
            lexCodeLine(*codeLanguage(name), hostile, state, again);
            QVERIFY2(areInOrder(again, hostile.size()), qPrintable(name));
        }
    }
}

void TestCodeHighlighter::theWorkIsProportionalToTheLength()
{
    const QStringList lines = garbage();
    for (const QString &name : languageFiles()) {
        quint32 state = 0;
        for (const QString &line : lines) {
            std::vector<CodeSpan> spans;
            CodeLexer lexer(*codeLanguage(name), line, spans);
            state = lexer.lex(state);
            QVERIFY2(lexer.steps() <= 8 * line.size() + 64, qPrintable(QStringLiteral("%1: %2").arg(name, line.left(20))));
            QVERIFY2(areInOrder(spans, line.size()), qPrintable(name));
        }
    }
}

void TestCodeHighlighter::aVeryLongLineIsNoTrouble()
{
    const QStringList lines = { QString(1000000, u'x'), QString(100000, u'"'), QStringLiteral("f(\"a\", 1) ").repeated(80000) };
    for (const char *const name : { "c", "python", "bash", "html", "javascript", "yaml" }) {
        for (const QString &line : lines) {
            std::vector<CodeSpan> spans;
            CodeLexer lexer(*codeLanguage(QString::fromLatin1(name)), line, spans);
            lexer.lex(0);
            QVERIFY2(lexer.steps() <= 8 * line.size(), name);
        }
    }
}

void TestCodeHighlighter::aFileWithoutSenseGivesNoLanguage()
{
    QVERIFY(!parseCodeLanguage("no json").isValid());
    QVERIFY(!parseCodeLanguage("[1]").isValid());
    QVERIFY(!parseCodeLanguage("{}").isValid());
}

QTEST_GUILESS_MAIN(TestCodeHighlighter)
#include "tst_codehighlighter.moc"
