// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codehighlighter.h"

#include <QTest>

namespace {

// "keyword:def name:f" for a text of one or more lines.
QString colours(const QString &languageName, const QString &code)
{
    static const char *const names[] = { "plain", "keyword", "string", "comment", "name", "number", "added", "removed" };
    const CodeLanguage *language = codeLanguage(languageName);
    if (!language)
        return QStringLiteral("unknown language");
    QStringList shown;
    quint32 state = 0;
    for (const QString &line : code.split(u'\n')) {
        std::vector<CodeSpan> spans;
        state = lexCodeLine(*language, line, state, spans);
        for (const CodeSpan &span : spans)
            shown.append(QLatin1String(names[int(span.kind)]) + u':' + line.mid(span.begin, span.length));
    }
    return shown.join(u'|');
}

}

class TestCodeHighlighter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsGetTheirColours_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *language, const QString &code, const QString &expected) {
            QTest::newRow(name) << QString::fromLatin1(language) << code << expected;
        };
        row("python", "py", QStringLiteral("def f(x: int): # note\n    return 'a' + 1.5e-3"),
            QStringLiteral("keyword:def|name:f|name:int|comment:# note|keyword:return|string:'a'|number:1.5e-3"));
        row("python text over lines", "python", QStringLiteral("x = \"\"\"one\nif two\"\"\" or y"),
            QStringLiteral("string:\"\"\"one|string:if two\"\"\"|keyword:or"));
        row("c", "c", QStringLiteral("#include <a.h>\nint main() { return 0x1F; } /* a\nb */ char c = '\\'';"),
            QStringLiteral("keyword:#include|name:int|name:main|keyword:return|number:0x1F|comment:/* a|comment:b */|name:char|string:'\\''"));
        row("cpp", "c++", QStringLiteral("auto p = std::make_unique<T>(1'000);"),
            QStringLiteral("keyword:auto|name:std|number:1'000"));
        row("typescript", "ts", QStringLiteral("const a: string = `x\ny` // z"),
            QStringLiteral("keyword:const|name:string|string:`x|string:y`|comment:// z"));
        row("json", "json", QStringLiteral("{\"a\": [1, true, \"b\"]}"),
            QStringLiteral("name:\"a\"|number:1|keyword:true|string:\"b\""));
        row("shell", "sh", QStringLiteral("for f in $HOME/*.c; do echo \"$f#\" # all"),
            QStringLiteral("keyword:for|keyword:in|name:$HOME|keyword:do|name:echo|string:\"$f#\"|comment:# all"));
        row("rust keeps lifetimes", "rust", QStringLiteral("fn f<'a>(x: &'a str) {} /* a /* b */ c */ let"),
            QStringLiteral("keyword:fn|name:str|comment:/* a /* b */ c */|keyword:let"));
        row("go", "go", QStringLiteral("func f() error { return nil }"),
            QStringLiteral("keyword:func|name:f|name:error|keyword:return|name:nil"));
        row("java", "java", QStringLiteral("@Override public String s() { return \"x\"; }"),
            QStringLiteral("name:@Override|keyword:public|name:String|name:s|keyword:return|string:\"x\""));
        row("html", "html", QStringLiteral("<a href=\"x\">if <!-- no\nyes --></a>"),
            QStringLiteral("keyword:<a|name:href|string:\"x\"|keyword:>|comment:<!-- no|comment:yes -->|keyword:</a|keyword:>"));
        row("css", "css", QStringLiteral("@media print { .a { color: red; } }"),
            QStringLiteral("keyword:@media|name:.a|name:color"));
        row("sql", "sql", QStringLiteral("SELECT count(*) FROM t WHERE a = 'it''s' -- all"),
            QStringLiteral("keyword:SELECT|name:count|keyword:FROM|keyword:WHERE|string:'it'|string:'s'|comment:-- all"));
        row("yaml", "yaml", QStringLiteral("name: \"x\" # y\non: true"),
            QStringLiteral("name:name|string:\"x\"|comment:# y|keyword:on|keyword:true"));
        row("diff", "diff", QStringLiteral("@@ -1 +1 @@\n-old\n+new\n same"),
            QStringLiteral("name:@@ -1 +1 @@|removed:-old|added:+new"));
        row("nothing", "python", QString(), QString());
    }
    void wordsGetTheirColours()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QString, expected);

        QCOMPARE(colours(language, code), expected);
    }

    void anUnknownLanguageHasNoTable()
    {
        QVERIFY(!codeLanguage(QStringLiteral("klingon")));
        QVERIFY(!codeLanguage(QString()));
    }

    void everyLanguageTakesEveryLine()
    {
        const QString hostile = QStringLiteral("\"'`/*<!--#\\ \u2028\U0001F600 $ @ 0x1e+ ") + QString(3000, u'{');
        for (const QString &name : codeLanguageNames()) {
            quint32 state = 0;
            for (int turn = 0; turn < 4; ++turn) {
                std::vector<CodeSpan> spans;
                state = lexCodeLine(*codeLanguage(name), hostile, state, spans);
                int end = 0;
                for (const CodeSpan &span : spans) {
                    QVERIFY2(span.begin >= end && span.length > 0, qPrintable(name));
                    end = span.begin + span.length;
                }
                QVERIFY2(end <= hostile.size(), qPrintable(name));
            }
        }
    }

    void aFileWithoutSenseGivesALanguageWithoutNames()
    {
        QVERIFY(parseCodeLanguage("no json").names.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCodeHighlighter)
#include "tst_codehighlighter.moc"
