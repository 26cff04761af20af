// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "htmlexport.h"

#include "answertext.h"
#include "codehighlighter.h"
#include "formulafonts.h"
#include "markdowndocument.h"
#include "messageending.h"
#include "sources.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

namespace {

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HtmlExport)
};

constexpr QChar HardBreak(0x2028);

const char *StyleSheet =
    ":root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.5rem}article{margin:1.6rem 0}article>header{font-size:.85rem;opacity:.7;margin-bottom:.3rem}"
    ".user{background:#8881;border-radius:.8rem;padding:.6rem 1rem}.user p{white-space:pre-wrap}"
    "pre{background:#8881;border-radius:.5rem;padding:.8rem;overflow:auto;white-space:pre-wrap}code{font:.9em ui-monospace,monospace}"
    "blockquote{border-left:3px solid #8886;margin-left:0;padding-left:1rem}table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.3rem .6rem}"
    ".math{text-align:center;overflow-x:auto}.k{color:#8a3ea8}.s,.a{color:#2c7a3f}.c{color:#6a707a}.n{color:#1f5fbf}.m{color:#b4531a}.r{color:#b3303a}"
    "@media(prefers-color-scheme:dark){.k{color:#c792ea}.s,.a{color:#9ece6a}.c{color:#808692}.n{color:#82aaff}.m{color:#ff9e64}.r{color:#f58a8f}}"
    "img{max-width:100%}details{opacity:.8}.note{font-style:italic;opacity:.7}@media print{body{margin:0;max-width:none}pre,article>header{break-inside:avoid}}";

QString escaped(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const bool isControl = (unit < 0x20 && unit != '\n' && unit != '\t') || unit == 0x7f;
        const bool isDirection = (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
        if (c == HardBreak)
            safe += QLatin1String("<br>");
        else if (isControl || isDirection)
            safe += QChar(0xfffd);
        else
            safe += c == u'\'' ? QStringLiteral("&#39;") : QString(c).toHtmlEscaped();
    }
    return safe;
}

// What a link may lead to; everything else stays text.
QString safeTarget(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isAllowed = url.isValid() && (scheme == QLatin1String("https") || scheme == QLatin1String("http") || scheme == QLatin1String("mailto"));
    return isAllowed ? url.toString(QUrl::FullyEncoded) : QString();
}

constexpr double PixelsPerEm = 14;

// As it is shown in the window; its source where it cannot be.
QString formulaHtml(const QString &source, MathFormula::Style style)
{
    static const TranscriptThemePointer theme = makeTranscriptTheme();
    const QString svg = MathFormula::typeset(source, style, formulaFonts(*theme)).toSvg(PixelsPerEm);
    return svg.isEmpty() ? QLatin1String("<code>") + escaped(source) + QLatin1String("</code>") : svg;
}

QString inlineHtml(const QString &text, const std::vector<Inline> &inlines)
{
    QString html;
    for (const Inline &piece : inlines) {
        QString shown = escaped(text.mid(piece.begin, piece.length));
        if (piece.style & (MathStyle | DisplayMathStyle))
            shown = formulaHtml(text.mid(piece.begin, piece.length), piece.style & DisplayMathStyle ? MathFormula::Style::Displayed : MathFormula::Style::InText);
        else if (piece.style & CodeStyle)
            shown = QLatin1String("<code>") + shown + QLatin1String("</code>");
        if (piece.style & StrongStyle)
            shown = QLatin1String("<strong>") + shown + QLatin1String("</strong>");
        if (piece.style & EmphasisStyle)
            shown = QLatin1String("<em>") + shown + QLatin1String("</em>");
        if (piece.style & StrikeStyle)
            shown = QLatin1String("<del>") + shown + QLatin1String("</del>");
        // Pictures of the text are links too: nothing is fetched by opening the page.
        const QString target = piece.style & (LinkStyle | ImageStyle) ? safeTarget(piece.target) : QString();
        if (!target.isEmpty())
            shown = QStringLiteral("<a rel=\"noopener noreferrer\" href=\"%1\">").arg(escaped(target)) + shown + QLatin1String("</a>");
        html += shown;
    }
    return inlines.empty() ? escaped(text) : html;
}

QString tableHtml(const Leaf &leaf)
{
    QString html = QStringLiteral("<table>\n");
    for (size_t row = 0; row < leaf.rows.size(); ++row) {
        html += QLatin1String("<tr>");
        for (const TableCell &cell : leaf.rows[row]) {
            const QString tag = row == 0 ? QStringLiteral("th") : QStringLiteral("td");
            html += u'<' + tag + u'>' + inlineHtml(cell.text, cell.inlines) + QLatin1String("</") + tag + u'>';
        }
        html += QLatin1String("</tr>\n");
    }
    return html + QLatin1String("</table>\n");
}

const char *classOf(CodeKind kind)
{
    switch (kind) {
    case CodeKind::Keyword: return "k";
    case CodeKind::String: return "s";
    case CodeKind::Comment: return "c";
    case CodeKind::Name: return "n";
    case CodeKind::Number: return "m";
    case CodeKind::Added: return "a";
    case CodeKind::Removed: return "r";
    case CodeKind::Plain: break;
    }
    return nullptr;
}

QString lineHtml(const QString &line, const std::vector<CodeSpan> &spans)
{
    QString html;
    qsizetype done = 0;
    for (const CodeSpan &span : spans) {
        const char *kind = classOf(span.kind);
        if (!kind || span.begin < done)
            continue;
        html += escaped(line.mid(done, span.begin - done)) + QStringLiteral("<span class=\"%1\">").arg(QLatin1String(kind)) + escaped(line.mid(span.begin, span.length)) + QLatin1String("</span>");
        done = span.begin + span.length;
    }
    return html + escaped(line.mid(done));
}

// Coloured as in the window. A line of machine-made length is not: nobody reads it by its colours.
QString codeHtml(const Leaf &leaf)
{
    constexpr qsizetype LongestLine = 2000;
    const CodeLanguage *language = codeLanguage(leaf.language);
    if (!language)
        return escaped(leaf.text);
    QStringList lines = leaf.text.split(u'\n');
    quint32 state = 0;
    for (QString &line : lines) {
        std::vector<CodeSpan> spans;
        if (line.size() <= LongestLine)
            state = lexCodeLine(*language, line, state, spans);
        line = lineHtml(line, spans);
    }
    return lines.join(u'\n');
}

QString leafHtml(const Leaf &leaf)
{
    switch (leaf.kind) {
    case LeafKind::Heading: {
        // Below the page's title and the names of those who speak.
        const int level = qBound(3, leaf.level + 2, 6);
        return QStringLiteral("<h%1>").arg(level) + inlineHtml(leaf.text, leaf.inlines) + QStringLiteral("</h%1>\n").arg(level);
    }
    case LeafKind::Code:
        return QLatin1String("<pre><code>") + codeHtml(leaf) + QLatin1String("</code></pre>\n");
    case LeafKind::MathBlock:
        return QLatin1String("<p class=\"math\">") + formulaHtml(leaf.text, MathFormula::Style::Displayed) + QLatin1String("</p>\n");
    case LeafKind::Table:
        return tableHtml(leaf);
    case LeafKind::Rule:
        return QStringLiteral("<hr>\n");
    case LeafKind::Html:
        return QLatin1String("<p>") + escaped(leaf.text) + QLatin1String("</p>\n");
    case LeafKind::Paragraph:
        break;
    }
    return QLatin1String("<p>") + inlineHtml(leaf.text, leaf.inlines) + QLatin1String("</p>\n");
}

// Opens and closes what leaves stand in.
class Containers
{
public:
    explicit Containers(QString &html) : m_html(html) {}

    void moveTo(const std::vector<Container> &wanted)
    {
        size_t common = 0;
        while (common < m_open.size() && common < wanted.size() && m_open[common].id == wanted[common].id && m_open[common].kind == wanted[common].kind)
            ++common;
        const bool goesOnInList = common < m_open.size() && common < wanted.size() && isSameList(m_open[common], wanted[common]);
        while (m_open.size() > common + (goesOnInList ? 1 : 0))
            close(true);
        if (goesOnInList)
            close(false);
        for (size_t i = common; i < wanted.size(); ++i)
            open(wanted[i], !(i == common && goesOnInList));
    }

private:
    static bool isSameList(const Container &a, const Container &b)
    {
        return a.kind == Container::Kind::ListItem && b.kind == Container::Kind::ListItem && a.listId == b.listId;
    }

    void open(const Container &container, bool opensList)
    {
        m_open.push_back(container);
        if (container.kind != Container::Kind::ListItem) {
            m_html += QLatin1String("<blockquote>\n");
            return;
        }
        if (opensList)
            m_html += container.isOrdered ? QStringLiteral("<ol start=\"%1\">\n").arg(container.number) : QStringLiteral("<ul>\n");
        m_html += QLatin1String("<li>");
        if (container.task != Container::Task::None)
            m_html += container.task == Container::Task::Ticked ? QStringLiteral("☑ ") : QStringLiteral("☐ ");
    }

    void close(bool closesList)
    {
        const Container container = m_open.back();
        m_open.pop_back();
        if (container.kind != Container::Kind::ListItem) {
            m_html += QLatin1String("</blockquote>\n");
            return;
        }
        m_html += QLatin1String("</li>\n");
        if (closesList)
            m_html += container.isOrdered ? QLatin1String("</ol>\n") : QLatin1String("</ul>\n");
    }

    QString &m_html;
    std::vector<Container> m_open;
};

QString markdownHtml(const QString &source)
{
    MarkdownDocument document;
    document.append(source);
    document.finish();
    QString html;
    Containers containers(html);
    for (const Leaf &leaf : document.leaves()) {
        containers.moveTo(leaf.containers);
        html += leafHtml(leaf);
    }
    containers.moveTo({});
    return html;
}

QString pictureHtml(const ImagePart &picture, const BlobSource &blobs)
{
    const QString name = picture.name.isEmpty() ? Words::tr("Picture") : picture.name;
    const bool isKnown = picture.mimeType == "image/png" || picture.mimeType == "image/jpeg";
    // On the Internet it stays there: opening the page fetches nothing.
    if (const QString target = picture.blob.isEmpty() ? safeTarget(picture.url.toString(QUrl::FullyEncoded)) : QString(); !target.isEmpty())
        return QStringLiteral("<p class=\"note\">%1 <a rel=\"noopener noreferrer\" href=\"%2\">%2</a></p>\n").arg(escaped(name), escaped(target));
    Result<std::unique_ptr<QIODevice>> bytes = isKnown && !picture.blob.isEmpty() ? blobs.openBlob(picture.blob) : Result<std::unique_ptr<QIODevice>>(Error());
    if (!bytes)
        return QStringLiteral("<p class=\"note\">%1</p>\n").arg(escaped(name));
    return QStringLiteral("<p><img alt=\"%1\" src=\"data:%2;base64,%3\"></p>\n")
        .arg(escaped(name), QString::fromLatin1(picture.mimeType), QString::fromLatin1(bytes.value()->readAll().toBase64()));
}

QString nameOf(const Message &message)
{
    if (message.role == Role::User)
        return Words::tr("You");
    if (message.role == Role::Assistant && message.answer && !message.answer->modelId.isEmpty())
        return message.answer->modelId;
    if (message.role == Role::Tool)
        return Words::tr("Result of a tool");
    return message.role == Role::Assistant ? Words::tr("Answer") : Words::tr("Instructions");
}

// Numbered as the marks in the text.
QString sourcesHtml(const Message &message)
{
    const QList<Source> sources = message.answer ? sourcesOf(textOf(message), message.answer->citations) : QList<Source>();
    if (sources.isEmpty())
        return {};
    QString html = QStringLiteral("<p class=\"note\">%1</p>\n<ol>\n").arg(escaped(Words::tr("Sources")));
    for (const Source &source : sources) {
        const QString target = safeTarget(source.url);
        const QString words = escaped(source.title.isEmpty() ? source.url : source.title);
        html += QStringLiteral("<li value=\"%1\">").arg(source.number) + (target.isEmpty() ? words : QStringLiteral("<a rel=\"noopener noreferrer\" href=\"%1\">%2</a>").arg(escaped(target), words));
        const QString about = (QStringList { QUrl(source.url, QUrl::StrictMode).host(QUrl::FullyEncoded), readableDate(source.date) }).join(QLatin1Char(' ')).trimmed();
        html += (about.isEmpty() ? QString() : QLatin1Char(' ') + escaped(about)) + QLatin1String("</li>\n");
    }
    return html + QLatin1String("</ol>\n");
}

QString messageHtml(const Message &message, const BlobSource &blobs)
{
    const bool isAnswer = message.role == Role::Assistant;
    QString html = QStringLiteral("<article class=\"%1\">\n<header>%2").arg(isAnswer ? QStringLiteral("answer") : QStringLiteral("user"), escaped(nameOf(message)));
    if (message.createdAtMs > 0)
        html += QStringLiteral(" · <time>%1</time>").arg(escaped(QLocale().toString(QDateTime::fromMSecsSinceEpoch(message.createdAtMs), QLocale::ShortFormat)));
    html += QLatin1String("</header>\n");
    if (message.answer && !message.answer->reasoning.isEmpty())
        html += QStringLiteral("<details><summary>%1</summary><p style=\"white-space:pre-wrap\">%2</p></details>\n").arg(escaped(Words::tr("Thinking")), escaped(message.answer->reasoning));
    for (const ContentPart &part : message.parts) {
        std::visit(Overloads {
            // What a person typed is shown as it was typed, here as in the window.
            [&](const TextPart &textPart) { html += isAnswer ? markdownHtml(textPart.text) : QLatin1String("<p>") + escaped(textPart.text) + QLatin1String("</p>\n"); },
            [&](const ImagePart &picture) { html += pictureHtml(picture, blobs); },
        }, part);
    }
    html += markdownHtml(answerMarkdown(message));
    html += sourcesHtml(message);
    if (const QString note = endingNote(message.state); !note.isEmpty())
        html += QStringLiteral("<p class=\"note\">%1</p>\n").arg(escaped(note));
    return html + QLatin1String("</article>\n");
}

}

QByteArray htmlBeginning(const Conversation &conversation)
{
    const QString title = escaped(conversation.title.isEmpty() ? Words::tr("Conversation") : conversation.title.simplified());
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n<h1>%2</h1>\n")
        .arg(QLocale().bcp47Name(), title, QLatin1String(StyleSheet)).toUtf8();
}

QByteArray htmlOf(const Message &message, const BlobSource &blobs)
{
    return messageHtml(message, blobs).toUtf8();
}

QByteArray htmlEnd()
{
    return "</body>\n</html>\n";
}

QByteArray toHtml(const Conversation &conversation, const std::vector<Message> &branch, const BlobSource &blobs)
{
    QByteArray html = htmlBeginning(conversation);
    for (const Message &message : branch)
        html += htmlOf(message, blobs);
    return html + htmlEnd();
}
