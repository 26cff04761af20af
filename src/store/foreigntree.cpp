// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "foreigntree_p.h"

#include "blobstore_p.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <QtEndian>

#include <algorithm>

namespace {

constexpr qsizetype TitleLength = 200;
// Ids of other programs become ours by hashing them under this one (RFC 9562, version 5).
const QUuid ImportNamespace(0x5f0c7f2e, 0x6b1d, 0x4c7a, 0x9d, 0x52, 0x1e, 0x8a, 0x03, 0xc4, 0x77, 0x10);

QUuid idFrom(const QString &text)
{
    return QUuid::createUuidV5(ImportNamespace, text);
}

std::optional<Role> roleFrom(const QString &word)
{
    if (word == QLatin1String("user") || word == QLatin1String("human"))
        return Role::User;
    if (word == QLatin1String("assistant") || word == QLatin1String("model") || word == QLatin1String("bot") || word == QLatin1String("ai"))
        return Role::Assistant;
    if (word == QLatin1String("tool"))
        return Role::Tool;
    return std::nullopt;
}

bool isInstruction(const ForeignMessage &message)
{
    return message.role == QLatin1String("system") || message.role == QLatin1String("developer");
}

QByteArray pictureType(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    return bytes.startsWith("\xff\xd8\xff") ? "image/jpeg" : QByteArray();
}

// By the first block of a PNG; other pictures are measured when they are shown.
QSize pictureSize(const QByteArray &bytes)
{
    constexpr qsizetype WidthAt = 16;
    if (pictureType(bytes) != "image/png" || bytes.size() < WidthAt + 8)
        return {};
    const quint32 width = qFromBigEndian<quint32>(bytes.constData() + WidthAt);
    const quint32 height = qFromBigEndian<quint32>(bytes.constData() + WidthAt + 4);
    return width > 0 && height > 0 && width < 100'000 && height < 100'000 ? QSize(int(width), int(height)) : QSize();
}

// The conversation's messages by place, with the place of what each answers.
class Shape
{
public:
    explicit Shape(const ForeignConversation &conversation) : m_messages(conversation.messages), m_parents(conversation.messages.size(), None), m_children(conversation.messages.size())
    {
        for (size_t i = 0; i < m_messages.size(); ++i) {
            if (!m_messages[i].id.isEmpty())
                m_places.insert(m_messages[i].id, i);
        }
        for (size_t i = 0; i < m_messages.size(); ++i) {
            const ForeignMessage &message = m_messages[i];
            if (message.id.isEmpty())
                m_parents[i] = i > 0 ? i - 1 : None;
            else if (!message.parent.isEmpty())
                m_parents[i] = m_places.value(message.parent, None);
            if (m_parents[i] == None)
                m_roots.push_back(i);
            else
                m_children[m_parents[i]].push_back(i);
        }
    }

    // Parents before children, older siblings first. Shorter than the messages are many: there is a circle.
    std::vector<size_t> order()
    {
        const auto isYounger = [this](size_t a, size_t b) { return m_messages[a].createdAtMs > m_messages[b].createdAtMs; };
        std::vector<size_t> ordered;
        std::vector<size_t> waiting = m_roots;
        std::reverse(waiting.begin(), waiting.end());
        std::stable_sort(waiting.begin(), waiting.end(), isYounger);
        while (!waiting.empty()) {
            const size_t at = waiting.back();
            waiting.pop_back();
            ordered.push_back(at);
            std::vector<size_t> children = m_children[at];
            std::reverse(children.begin(), children.end());
            std::stable_sort(children.begin(), children.end(), isYounger);
            waiting.insert(waiting.end(), children.begin(), children.end());
        }
        return ordered;
    }

    static constexpr size_t None = size_t(-1);
    size_t parentOf(size_t at) const { return m_parents[at]; }
    size_t placeOf(const QString &id) const { return m_places.value(id, None); }

private:
    const std::vector<ForeignMessage> &m_messages;
    QHash<QString, size_t> m_places;
    std::vector<size_t> m_parents;
    std::vector<std::vector<size_t>> m_children;
    std::vector<size_t> m_roots;
};

// A title for what has none.
QString firstWords(const QString &text)
{
    constexpr qsizetype Length = 60;
    const QString line = text.left(4 * Length).simplified();
    if (line.size() <= Length)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', Length);
    return line.left(space > 0 ? space : Length) + QStringLiteral("…");
}

QString keyOf(const ForeignConversation &conversation, const QString &origin)
{
    if (!conversation.id.isEmpty())
        return origin + u'/' + conversation.id;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ForeignMessage &message : conversation.messages)
        hash.addData((message.role + u'\n' + message.text + u'\n').toUtf8());
    return origin + u'#' + QString::fromLatin1(hash.result().toHex());
}

// Those of its pictures that can be shown; how many cannot.
qsizetype addPictures(const ForeignMessage &foreign, const PictureConverter &convert, ForeignTree &tree, Message &message, QSet<BlobId> &known)
{
    qsizetype leftOut = 0;
    for (const auto &[name, original, url] : foreign.pictures) {
        ImagePart picture;
        picture.name = name.simplified().left(TitleLength);
        picture.url = url;
        const QByteArray bytes = !original.isEmpty() && pictureType(original).isEmpty() && convert ? convert(original) : original;
        if (bytes.isEmpty() ? url.isEmpty() : pictureType(bytes).isEmpty()) {
            ++leftOut;
            continue;
        }
        if (!bytes.isEmpty()) {
            picture.blob = BlobStore::idOf(bytes);
            picture.mimeType = pictureType(bytes);
            picture.pixels = pictureSize(bytes);
            picture.byteCount = bytes.size();
        }
        if (!bytes.isEmpty() && !known.contains(picture.blob)) {
            known.insert(picture.blob);
            tree.document.blobs.emplace_back(picture.blob, bytes);
        }
        message.parts.push_back(picture);
    }
    return leftOut;
}

// What was thought and done on the way to an answer, in messages of its own before it that are not shown.
void addWay(const ForeignConversation &foreign, const Shape &shape, size_t at, AnswerInfo &answer)
{
    constexpr int Longest = 1000;
    QStringList thoughts;
    const ForeignMessage &said = foreign.messages[at];
    answer.thinkingMs = said.thinkingMs;
    answer.citations = said.citations;
    answer.steps = said.steps;
    thoughts.append(said.reasoning);
    for (int steps = 0; steps < Longest && (at = shape.parentOf(at)) != Shape::None && foreign.messages[at].isHidden; ++steps) {
        const ForeignMessage &before = foreign.messages[at];
        thoughts.prepend(before.reasoning);
        answer.thinkingMs += before.thinkingMs;
        answer.steps = before.steps + answer.steps;
    }
    thoughts.removeAll(QString());
    answer.reasoning = thoughts.join(QLatin1String("\n\n"));
}

// Whether it is one of ours: what has nothing to say is none.
bool isWorthKeeping(const ForeignMessage &said, Role role, const Message &message)
{
    if (role == Role::Tool)
        return !said.toolCallId.isEmpty();
    return !message.parts.empty() || (role == Role::Assistant && (!said.toolCalls.isEmpty() || !said.reasoning.isEmpty()));
}

Conversation conversationOf(const ForeignConversation &foreign, const QString &key)
{
    Conversation conversation;
    conversation.id = ConversationId(idFrom(key));
    conversation.title = foreign.title.simplified().left(TitleLength);
    conversation.hasManualTitle = !conversation.title.isEmpty();
    conversation.systemPrompt = foreign.systemPrompt;
    conversation.modelId = foreign.modelId;
    conversation.isPinned = foreign.isPinned;
    conversation.createdAtMs = foreign.createdAtMs;
    conversation.updatedAtMs = foreign.updatedAtMs;
    return conversation;
}

}

std::optional<ForeignTree> treeOf(const ForeignConversation &foreign, const QString &origin, const PictureConverter &convert)
{
    Shape shape(foreign);
    const std::vector<size_t> order = shape.order();
    if (order.size() != foreign.messages.size())
        return std::nullopt;
    const QString key = keyOf(foreign, origin);
    ForeignTree tree;
    Conversation &conversation = tree.document.document.conversation;
    conversation = conversationOf(foreign, key);
    tree.document.document.isArchived = foreign.isArchived;
    // Of what is left out: the message before it.
    std::vector<MessageId> shown(foreign.messages.size());
    QSet<MessageId> ids;
    QSet<BlobId> known;
    for (const size_t at : order) {
        const ForeignMessage &said = foreign.messages[at];
        const MessageId parent = shape.parentOf(at) == Shape::None ? MessageId() : shown[shape.parentOf(at)];
        shown[at] = parent;
        const std::optional<Role> role = roleFrom(said.role);
        if (isInstruction(said) && conversation.systemPrompt.isEmpty() && !said.isHidden)
            conversation.systemPrompt = said.text;
        Message message;
        message.id = MessageId(idFrom(key + u'/' + (said.id.isEmpty() ? QString::number(at) : said.id)));
        if (!said.text.isEmpty())
            message.parts.push_back(TextPart { said.text });
        if (role && !said.isHidden)
            tree.leftOut += addPictures(said, convert, tree, message, known);
        if (!role || said.isHidden || !isWorthKeeping(said, *role, message) || ids.contains(message.id)) {
            tree.leftOut += said.isHidden || isInstruction(said) ? 0 : 1;
            continue;
        }
        ids.insert(message.id);
        message.parentId = parent;
        message.role = *role;
        message.createdAtMs = said.createdAtMs > 0 ? said.createdAtMs : foreign.createdAtMs;
        message.toolCallId = *role == Role::Tool ? said.toolCallId : QString();
        if (*role == Role::Assistant) {
            message.toolCalls = said.toolCalls;
            message.answer.emplace().modelId = said.modelId;
            addWay(foreign, shape, at, *message.answer);
        }
        conversation.createdAtMs = conversation.createdAtMs > 0 ? conversation.createdAtMs : message.createdAtMs;
        conversation.updatedAtMs = std::max(conversation.updatedAtMs, message.createdAtMs);
        shown[at] = message.id;
        conversation.head = message.id;
        tree.document.document.messages.push_back(std::move(message));
    }
    if (conversation.title.isEmpty() && !tree.document.document.messages.empty())
        conversation.title = firstWords(textOf(tree.document.document.messages.front()));
    if (const size_t head = shape.placeOf(foreign.head); head != Shape::None && !shown[head].isNull())
        conversation.head = shown[head];
    return tree;
}
