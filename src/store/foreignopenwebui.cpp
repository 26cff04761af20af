// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Open WebUI: a tree by ids. What the model thought and which tools ran stands in the text, as <details> elements.
#include "foreigncontent_p.h"

using namespace foreign;

namespace {

const QLatin1String Begin("<details");
const QLatin1String End("</details>");

QString unescaped(QString text)
{
    return text.replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&#x27;"), QLatin1String("'")).replace(QLatin1String("&#39;"), QLatin1String("'"))
        .replace(QLatin1String("&lt;"), QLatin1String("<")).replace(QLatin1String("&gt;"), QLatin1String(">")).replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QString attribute(QStringView tag, const char *name)
{
    const QString begin = u' ' + QLatin1String(name) + QLatin1String("=\"");
    const qsizetype at = tag.indexOf(begin);
    const qsizetype from = at + begin.size();
    const qsizetype end = at < 0 ? -1 : tag.indexOf(u'"', from);
    return end < 0 ? QString() : unescaped(tag.mid(from, end - from).toString());
}

// Quoted line by line below a summary.
QString thoughtsIn(QStringView inside)
{
    const QLatin1String SummaryEnd("</summary>");
    const qsizetype summary = inside.indexOf(SummaryEnd);
    QStringList lines;
    for (const QStringView line : inside.mid(summary < 0 ? 0 : summary + SummaryEnd.size()).trimmed().split(u'\n')) {
        QString plain = unescaped(line.toString());
        if (plain.startsWith(u'>'))
            plain.remove(0, plain.startsWith(QLatin1String("> ")) ? 2 : 1);
        lines.append(plain);
    }
    return lines.join(u'\n');
}

void takeOver(ForeignMessage &message, QStringView tag, QStringView inside)
{
    const QString type = attribute(tag, "type");
    if (type == QLatin1String("reasoning")) {
        message.reasoning += (message.reasoning.isEmpty() ? QString() : QStringLiteral("\n\n")) + thoughtsIn(inside);
        message.thinkingMs += qint64(std::clamp(attribute(tag, "duration").toDouble(), 0.0, 1e6) * 1000);
    } else if (type == QLatin1String("tool_calls")) {
        message.steps.append({ attribute(tag, "id"), attribute(tag, "name").left(64), attribute(tag, "arguments"), true });
    } else {
        message.steps.append({ {}, QStringLiteral("code_interpreter"), thoughtsIn(inside), true });
    }
}

bool isOfTheProgram(QStringView tag)
{
    const QString type = attribute(tag, "type");
    return type == QLatin1String("reasoning") || type == QLatin1String("tool_calls") || type == QLatin1String("code_interpreter");
}

void splitDetails(ForeignMessage &message)
{
    const QString all = message.text;
    QString rest;
    qsizetype done = 0;
    for (qsizetype at = all.indexOf(Begin); at >= 0; at = all.indexOf(Begin, at + 1)) {
        const qsizetype tagEnd = all.indexOf(u'>', at);
        if (tagEnd < 0)
            break;
        const QStringView tag = QStringView(all).mid(at, tagEnd - at);
        if (!isOfTheProgram(tag)) {
            at = tagEnd;
            continue;
        }
        const qsizetype end = all.indexOf(End, tagEnd);
        if (end < 0)
            break;
        takeOver(message, tag, QStringView(all).mid(tagEnd + 1, end - tagEnd - 1));
        rest += all.mid(done, at - done);
        done = end + End.size();
        at = done - 1;
    }
    if (done > 0)
        message.text = (rest + all.mid(done)).trimmed();
}

void addFiles(ForeignMessage &message, const QJsonArray &files)
{
    for (const QJsonValue value : files) {
        const QJsonObject file = value.toObject();
        const QJsonObject stored = object(file, "file");
        const QString name = text(file, "name").isEmpty() ? text(stored, "filename") : text(file, "name");
        const QString content = text(object(stored, "data"), "content");
        if (text(file, "type") == QLatin1String("image") || text(file, "url").startsWith(QLatin1String("data:image/")))
            addPictureAt(message, name, text(file, "url"));
        else
            addFile(message, name, content.isEmpty() ? text(file, "content") : content);
    }
}

void addSources(ForeignMessage &message, const QJsonArray &sources)
{
    for (const QJsonValue value : sources) {
        const QJsonObject source = object(value.toObject(), "source");
        const QString named = text(array(value.toObject(), "metadata").at(0).toObject(), "source");
        const QString url = text(source, "url").isEmpty() ? named : text(source, "url");
        if (url.startsWith(QLatin1String("http")))
            message.citations.append({ url, text(source, "name"), {} });
    }
}

ForeignMessage openWebUiMessage(const QJsonObject &json)
{
    ForeignMessage message;
    message.parent = text(json, "parentId");
    message.role = text(json, "role");
    message.modelId = text(json, "model");
    message.createdAtMs = timeMs(json.value(QLatin1String("timestamp")));
    addContent(message, json.value(QLatin1String("content")));
    if (message.role == QLatin1String("assistant")) {
        splitDetails(message);
        splitThinking(message);
    }
    addFiles(message, array(json, "files"));
    addSources(message, array(json, json.contains(QLatin1String("sources")) ? "sources" : "citations"));
    return message;
}

}

ForeignConversation openWebUiConversation(const QJsonObject &json)
{
    const QJsonObject chat = object(json, "chat");
    const QJsonObject history = object(chat, "history");
    ForeignConversation conversation;
    conversation.id = text(json, "id");
    conversation.title = text(chat, "title").isEmpty() ? text(json, "title") : text(chat, "title");
    conversation.createdAtMs = timeMs(json.value(QLatin1String("created_at")));
    conversation.updatedAtMs = timeMs(json.value(QLatin1String("updated_at")));
    conversation.systemPrompt = text(object(chat, "params"), "system");
    if (conversation.systemPrompt.isEmpty())
        conversation.systemPrompt = text(chat, "system");
    conversation.modelId = array(chat, "models").at(0).toString();
    conversation.isArchived = json.value(QLatin1String("archived")).toBool();
    conversation.isPinned = json.value(QLatin1String("pinned")).toBool();
    conversation.head = text(history, "currentId");
    const QJsonObject messages = object(history, "messages");
    for (auto entry = messages.begin(); entry != messages.end(); ++entry) {
        conversation.messages.push_back(openWebUiMessage(entry.value().toObject()));
        conversation.messages.back().id = entry.key();
    }
    // Before there were branches: one after the other.
    for (const QJsonValue value : messages.isEmpty() ? array(chat, "messages") : QJsonArray())
        conversation.messages.push_back(openWebUiMessage(value.toObject()));
    return conversation;
}
