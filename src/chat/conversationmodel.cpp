// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationmodel.h"

#include "answernotice_p.h"
#include "bodycache_p.h"
#include "infoline_p.h"
#include "sources.h"

#include <algorithm>

namespace {
constexpr qint64 BodyBudgetBytes = 4 * 1024 * 1024;
constexpr int PageRows = 64;

// What is shown as the message's text: a refusal stands in for an answer that has none.
QString shownText(const Message &message)
{
    if (message.parts.size() == 1) {
        if (const auto *text = std::get_if<TextPart>(&message.parts.front()))
            if (!text->text.isEmpty())
                return text->text;
    }
    const QString text = textOf(message);
    return text.isEmpty() && message.answer ? message.answer->refusal : text;
}

MessageHead headOf(const Message &message)
{
    MessageHead head;
    head.id = message.id;
    head.parentId = message.parentId;
    head.createdAtMs = message.createdAtMs;
    head.textLength = qint32(shownText(message).size());
    head.role = message.role;
    head.state = message.state;
    return head;
}

QString &growingText(Message &message)
{
    for (ContentPart &part : message.parts) {
        if (auto *text = std::get_if<TextPart>(&part))
            return text->text;
    }
    message.parts.push_back(TextPart {});
    return std::get<TextPart>(message.parts.back()).text;
}

qint64 thinkingOf(const Message &message)
{
    if (!message.answer)
        return 0;
    const bool isThinking = message.state == MessageState::Streaming && message.answer->thinkingMs == 0 && shownText(message).isEmpty();
    return isThinking ? -message.answer->startedAtMs : message.answer->thinkingMs;
}

QVariant imagesValue(const Message &message)
{
    const std::vector<ImagePart> images = imagesOf(message);
    return QVariant::fromValue(QList<ImagePart>(images.begin(), images.end()));
}

// The marks are not looked for while they are still being written.
QVariant sourcesValue(const Message &message)
{
    if (!message.answer || message.state == MessageState::Streaming)
        return {};
    return QVariant::fromValue(sourcesOf(textOf(message), message.answer->citations));
}
}

class ConversationModel::Private
{
public:
    MessageTree tree;
    std::vector<int> branch;                             // numbers in the tree, rising
    MessageReader reader;
    mutable BodyCache bodies { BodyBudgetBytes };
    mutable QSet<MessageId> unreadable;                  // asked for and not found; not asked again
    QHash<MessageId, TranscriptNotice> notices;
    QSet<MessageId> inspectable;

    const Message *body(int row) const;
    void readPage(int row) const;
    const MessageHead &headAt(int row) const { return tree.heads()[size_t(branch[size_t(row)])]; }
    const MessageId &idAt(int row) const { return headAt(row).id; }
    int rowOf(const MessageId &id) const;
    QVariant notice(int row) const;
    QList<RowExtent> extents() const;
};

const Message *ConversationModel::Private::body(int row) const
{
    const MessageId &id = idAt(row);
    if (const Message *found = bodies.find(id))
        return found;
    if (!reader || unreadable.contains(id))
        return nullptr;
    readPage(row);
    return bodies.find(id);
}

void ConversationModel::Private::readPage(int row) const
{
    const int first = row / PageRows * PageRows;
    const int last = std::min(first + PageRows, int(branch.size()));
    std::vector<MessageId> missing;
    for (int i = first; i < last; ++i) {
        if (!bodies.contains(idAt(i)))
            missing.push_back(idAt(i));
    }
    const MessageId &wanted = idAt(row);
    Message wantedBody;
    for (const Message &message : reader(missing)) {
        if (message.id == wanted)
            wantedBody = message;
        else
            bodies.insert(message);
    }
    // The one that was asked for goes in last, so that its neighbours cannot push it out.
    if (wantedBody.id == wanted)
        bodies.insert(wantedBody);
    else
        unreadable.insert(wanted);
}

int ConversationModel::Private::rowOf(const MessageId &id) const
{
    const int number = tree.numberOf(id);
    const auto found = std::lower_bound(branch.begin(), branch.end(), number);
    return found != branch.end() && *found == number ? int(found - branch.begin()) : -1;
}

QList<RowExtent> ConversationModel::Private::extents() const
{
    QList<RowExtent> extents;
    extents.reserve(qsizetype(branch.size()));
    for (const int number : branch) {
        const MessageHead &head = tree.heads()[size_t(number)];
        extents.append({ head.textLength, head.role == Role::Assistant });
    }
    return extents;
}

QVariant ConversationModel::Private::notice(int row) const
{
    const MessageHead &head = headAt(row);
    if (const auto own = notices.constFind(head.id); own != notices.cend())
        return QVariant::fromValue(*own);
    if (head.role != Role::Assistant || head.state == MessageState::Streaming)
        return {};
    const bool isLast = row + 1 == int(branch.size());
    const Message *message = body(row);
    if (!message)
        return {};
    const std::optional<TranscriptNotice> notice = endNotice(*message, isLast);
    return notice ? QVariant::fromValue(*notice) : QVariant();
}

ConversationModel::ConversationModel(QObject *parent) : QAbstractListModel(parent), d(std::make_unique<Private>()) {}
ConversationModel::~ConversationModel() = default;

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->branch.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const MessageHead &head = d->headAt(row);
    switch (role) {
    case MessageIdRole:
        return QVariant::fromValue(head.id);
    case RoleRole:
        return int(head.role);
    case StateRole:
        return int(head.state);
    case TextLengthRole:
        return int(head.textLength);
    case NoticeRole:
        return d->notice(row);
    case InspectableRole:
        return d->inspectable.contains(head.id);
    case SiblingIndexRole:
        return d->tree.placeAmongSiblings(d->branch[size_t(row)]).index;
    case SiblingCountRole:
        return d->tree.placeAmongSiblings(d->branch[size_t(row)]).count;
    case RowExtentsRole:
        return QVariant::fromValue(d->extents());
    case Qt::DisplayRole:
    case TextRole:
    case ReasoningRole:
    case ThinkingMsRole:
    case ImagesRole:
    case InfoLineRole:
    case SourcesRole:
        break;
    default:
        return {};
    }
    const Message *message = d->body(row);
    if (!message)
        return {};
    switch (role) {
    case ReasoningRole:
        return message->answer ? message->answer->reasoning : QString();
    case ThinkingMsRole:
        return thinkingOf(*message);
    case ImagesRole:
        return imagesValue(*message);
    case SourcesRole:
        return sourcesValue(*message);
    case InfoLineRole:
        return message->answer && message->state != MessageState::Streaming ? infoLine(*message->answer) : QString();
    default:
        return shownText(*message);
    }
}

QHash<int, QByteArray> ConversationModel::roleNames() const
{
    return {
        { Qt::DisplayRole, "display" },       { MessageIdRole, "messageId" },       { RoleRole, "role" },
        { StateRole, "state" },               { TextRole, "text" },                 { TextLengthRole, "textLength" },
        { ReasoningRole, "reasoning" },       { ThinkingMsRole, "thinkingMs" },     { ImagesRole, "images" },
        { InfoLineRole, "infoLine" },         { NoticeRole, "notice" },             { SiblingIndexRole, "siblingIndex" },
        { SiblingCountRole, "siblingCount" }, { SourcesRole, "sources" }, { InspectableRole, "inspectable" },      { RowExtentsRole, "rowExtents" },
    };
}

const MessageTree &ConversationModel::tree() const
{
    return d->tree;
}

MessageId ConversationModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? d->idAt(row) : MessageId();
}

int ConversationModel::rowOf(const MessageId &id) const
{
    return d->rowOf(id);
}

MessageId ConversationModel::head() const
{
    return d->branch.empty() ? MessageId() : d->idAt(rowCount() - 1);
}

Message ConversationModel::messageAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Message *message = d->body(row);
    return message ? *message : Message {};
}

std::vector<Message> ConversationModel::branchMessages(const MessageId &end) const
{
    return messages(d->tree.branchTo(end));
}

std::vector<Message> ConversationModel::messages(const std::vector<MessageId> &ids) const
{
    std::vector<MessageId> missing;
    for (const MessageId &id : ids) {
        if (!d->bodies.contains(id))
            missing.push_back(id);
    }
    QHash<MessageId, Message> read;
    for (size_t from = 0; d->reader && from < missing.size(); from += PageRows) {
        const size_t to = std::min(from + PageRows, missing.size());
        for (Message &message : d->reader({ missing.begin() + qsizetype(from), missing.begin() + qsizetype(to) }))
            read.insert(message.id, std::move(message));
    }
    std::vector<Message> messages;
    messages.reserve(ids.size());
    for (const MessageId &id : ids) {
        if (const Message *cached = d->bodies.find(id))
            messages.push_back(*cached);
        else if (const auto found = read.constFind(id); found != read.cend())
            messages.push_back(*found);
    }
    return messages;
}

void ConversationModel::reset(MessageTree tree, const MessageId &head, std::vector<Message> tail, MessageReader reader)
{
    beginResetModel();
    d->tree = std::move(tree);
    d->branch = d->tree.numbersTo(head);
    d->reader = std::move(reader);
    d->notices.clear();
    d->unreadable.clear();
    d->bodies.clear();
    for (const Message &message : tail)
        d->bodies.insert(message);
    endResetModel();
}

void ConversationModel::appendMessage(const Message &message)
{
    Q_ASSERT(message.parentId == head());
    const int row = rowCount();
    beginInsertRows({}, row, row);
    d->tree.add(headOf(message));
    d->branch.push_back(d->tree.numberOf(message.id));
    d->bodies.insert(message);
    // Without a reader there is nobody to ask again.
    if (message.state == MessageState::Streaming || !d->reader)
        d->bodies.pin(message.id);
    endInsertRows();
    // What the one before offers ("Continue") is for the last one alone.
    if (row > 0)
        Q_EMIT dataChanged(index(row - 1), index(row - 1), { NoticeRole });
}

void ConversationModel::growAnswer(const MessageId &id, const QString &text, const QString &reasoning, qint64 thinkingMs)
{
    Message *message = d->bodies.findPinned(id);
    if (!message || (text.isEmpty() && reasoning.isEmpty()))
        return;
    if (!message->answer)
        message->answer.emplace();
    QList<int> roles;
    if (!reasoning.isEmpty()) {
        message->answer->reasoning += reasoning;
        roles << ReasoningRole;
    }
    if (thinkingMs > 0)
        message->answer->thinkingMs = thinkingMs;
    if (!text.isEmpty()) {
        QString &whole = growingText(*message);
        if (whole.isEmpty())
            roles << ThinkingMsRole;
        whole += text;
        d->tree.setTextLength(id, qint32(whole.size()));
        roles << Qt::DisplayRole << TextRole << TextLengthRole;
    }
    if (const int row = d->rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

void ConversationModel::replaceAnswer(const Message &message)
{
    d->bodies.insert(message);
    d->bodies.pin(message.id);
    d->notices.remove(message.id);
    d->tree.setState(message.id, message.state);
    d->tree.setTextLength(message.id, qint32(shownText(message).size()));
    if (const int row = d->rowOf(message.id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

void ConversationModel::bodyIsStored(const MessageId &id)
{
    if (d->reader)
        d->bodies.unpin(id);
}

void ConversationModel::showBranch(const MessageId &head)
{
    std::vector<int> wanted = d->tree.numbersTo(head);
    const auto fork = std::mismatch(d->branch.begin(), d->branch.end(), wanted.begin(), wanted.end());
    const int common = int(fork.first - d->branch.begin());
    if (common < rowCount()) {
        beginRemoveRows({}, common, rowCount() - 1);
        d->branch.resize(size_t(common));
        endRemoveRows();
    }
    if (common < int(wanted.size())) {
        beginInsertRows({}, common, int(wanted.size()) - 1);
        d->branch = std::move(wanted);
        endInsertRows();
    }
    // It may have become the last one, or be it no more.
    if (common > 0)
        Q_EMIT dataChanged(index(common - 1), index(common - 1), { NoticeRole });
}

void ConversationModel::addSibling(const Message &message)
{
    d->tree.add(headOf(message));
    d->bodies.insert(message);
    if (message.state == MessageState::Streaming || !d->reader)
        d->bodies.pin(message.id);
    showBranch(message.id);
}

void ConversationModel::merge(const MessageTree &stored)
{
    for (const MessageHead &head : stored.heads()) {
        const MessageHead *known = d->tree.find(head.id);
        if (!known) {
            d->tree.add(head);
            continue;
        }
        // A finished message never changes.
        if (known->state != MessageState::Streaming || d->bodies.findPinned(head.id))
            continue;
        d->tree.setState(head.id, head.state);
        d->tree.setTextLength(head.id, head.textLength);
        d->bodies.forget(head.id);
        if (const int row = d->rowOf(head.id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

void ConversationModel::setNotice(const MessageId &id, const TranscriptNotice &notice)
{
    d->notices.insert(id, notice);
    if (const int row = d->rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), { NoticeRole });
}

void ConversationModel::setInspectable(const MessageId &id, bool isInspectable)
{
    if (d->inspectable.contains(id) == isInspectable)
        return;
    if (isInspectable)
        d->inspectable.insert(id);
    else
        d->inspectable.remove(id);
    if (const int row = d->rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), { InspectableRole });
}

void ConversationModel::clearNotice(const MessageId &id)
{
    if (!d->notices.remove(id))
        return;
    if (const int row = d->rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), { NoticeRole });
}
