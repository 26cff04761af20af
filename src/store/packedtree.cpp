// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "packedtree_p.h"

#include "database_p.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace {

// A head is 40 bytes: the id, then numbers in the byte order of most computers. The parent is told by how many
// messages it stands in front of its child; one that is further away, unknown or none comes behind as an id.
constexpr qsizetype HeadBytes = 40;
constexpr qsizetype IdBytes = 16;
constexpr qsizetype CountBytes = 8;
constexpr quint16 NoParent = 0;
constexpr quint16 ParentBehind = 0xffff;

void putId(QByteArray &bytes, const MessageId &id)
{
    bytes += id.uuid().toRfc4122();
}

template<typename Number>
void put(QByteArray &bytes, Number number)
{
    std::array<char, sizeof(Number)> raw {};
    qToLittleEndian(number, raw.data());
    bytes.append(raw.data(), qsizetype(raw.size()));
}

MessageId idFrom(const char *bytes)
{
    return MessageId(QUuid::fromRfc4122(QByteArrayView(bytes, IdBytes)));
}

template<typename Number>
Number take(const char *&bytes)
{
    const Number number = qFromLittleEndian<Number>(bytes);
    bytes += sizeof(Number);
    return number;
}

quint16 parentDistance(const std::vector<MessageHead> &heads, size_t at)
{
    if (heads[at].parentId.isNull())
        return NoParent;
    constexpr size_t Farthest = 64;
    for (size_t distance = 1; distance <= qMin(at, Farthest); ++distance) {
        if (heads[at - distance].id == heads[at].parentId)
            return quint16(distance);
    }
    return ParentBehind;
}

MessageHead headFrom(const Statement &row)
{
    MessageHead head;
    head.rowId = row.number(0);
    head.id = MessageId(row.uuid(1));
    head.parentId = MessageId(row.uuid(2));
    head.role = Role(row.number(3));
    head.state = MessageState(row.number(4));
    head.createdAtMs = row.number(5);
    head.textLength = qint32(row.number(6));
    return head;
}

// How long an open answer is stands with the last piece of it alone.
constexpr char HeadsBehind[] = "SELECT row, id, parent, role, state, created, iif(is_open, coalesce((SELECT max(text_end) FROM progress"
                               " WHERE message = messages.row), length), length), is_open FROM messages"
                               " WHERE conversation = ? AND row > ? ORDER BY row";

}

QByteArray packedHeads(const std::vector<MessageHead> &heads)
{
    QByteArray packed;
    packed.reserve(CountBytes + qsizetype(heads.size()) * HeadBytes);
    QByteArray behind;
    put<qint64>(packed, qint64(heads.size()));
    for (size_t i = 0; i < heads.size(); ++i) {
        const MessageHead &head = heads[i];
        const quint16 parent = parentDistance(heads, i);
        putId(packed, head.id);
        put<qint64>(packed, head.rowId);
        put<qint64>(packed, head.createdAtMs);
        put<qint32>(packed, head.textLength);
        put<quint16>(packed, parent);
        put<quint8>(packed, quint8(head.role));
        put<quint8>(packed, quint8(head.state));
        if (parent == ParentBehind)
            putId(behind, head.parentId);
    }
    return packed + behind;
}

bool unpackHeads(QByteArrayView packed, MessageTree &tree)
{
    if (packed.size() < CountBytes)
        return false;
    const char *at = packed.data();
    const qint64 count = take<qint64>(at);
    if (count < 0 || count > (packed.size() - CountBytes) / HeadBytes)
        return false;
    const char *behind = at + count * HeadBytes;
    const char *end = packed.data() + packed.size();
    tree.reserve(qsizetype(count));
    for (qint64 i = 0; i < count; ++i) {
        MessageHead head;
        head.id = idFrom(at);
        at += IdBytes;
        head.rowId = take<qint64>(at);
        head.createdAtMs = take<qint64>(at);
        head.textLength = take<qint32>(at);
        const auto distance = take<quint16>(at);
        head.role = Role(take<quint8>(at));
        head.state = MessageState(take<quint8>(at));
        if (distance == ParentBehind) {
            if (end - behind < IdBytes)
                return false;
            head.parentId = idFrom(behind);
            behind += IdBytes;
        } else if (distance != NoParent) {
            if (distance > i)
                return false;
            head.parentId = tree.heads()[size_t(i - distance)].id;
        }
        tree.addUnique(head);
    }
    return true;
}

Result<Done> readTree(Database &database, qint64 conversation, MessageTree &tree, int &unpacked)
{
    qint64 last = 0;
    {
        Statement packed(database, "SELECT last, heads FROM packed_trees WHERE conversation = ?");
        packed.bind(conversation);
        if (packed.next() && unpackHeads(packed.view(1), tree))
            last = packed.number(0);
        else
            tree = MessageTree();
        if (Result<Done> done = packed.outcome(); !done)
            return done;
    }
    Statement found(database, HeadsBehind);
    found.bind(conversation).bind(last);
    unpacked = 0;
    for (; found.next(); ++unpacked)
        tree.addUnique(headFrom(found));
    return found.outcome();
}

Result<Done> packTree(Database &database, qint64 conversation)
{
    std::vector<MessageHead> heads;
    {
        Statement found(database, HeadsBehind);
        found.bind(conversation).bind(0);
        while (found.next() && found.number(7) == 0)
            heads.push_back(headFrom(found));
        if (Result<Done> done = found.outcome(); !done)
            return done;
    }
    if (heads.empty())
        return Done {};
    return database.transaction(Database::Synchronous::Normal, [&] {
        return database.run("INSERT OR REPLACE INTO packed_trees (conversation, last, heads) VALUES (?, ?, ?)", conversation,
                            heads.back().rowId, packedHeads(heads));
    });
}
