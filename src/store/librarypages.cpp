// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarypages_p.h"

#include <QSet>
#include <QStringDecoder>
#include <QtEndian>

namespace {

// SQLite's "Database File Format" has all of these.
constexpr qint64 UsualPageSize = 4096;
constexpr qint64 FileHeaderSize = 100;
constexpr qint64 LogHeaderSize = 32;
constexpr qint64 FrameHeaderSize = 24;
constexpr qint64 MapEntrySize = 5;
constexpr char FreePage = 2;
constexpr char LastMapType = 5;
constexpr char IndexInterior = 0x02;
constexpr char TableInterior = 0x05;
constexpr char IndexLeaf = 0x0a;
constexpr char TableLeaf = 0x0d;

quint32 number4(const QByteArray &bytes, qsizetype offset)
{
    return offset + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + offset) : 0;
}

qsizetype number2(const QByteArray &bytes, qsizetype offset)
{
    return offset + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + offset) : 0;
}

// Moves `offset` behind it; behind the end of `bytes` where there is none.
qint64 takeVarint(const QByteArray &bytes, qsizetype &offset)
{
    constexpr int LongForm = 8;
    quint64 value = 0;
    for (int i = 0; i < LongForm && offset < bytes.size(); ++i) {
        const auto byte = quint8(bytes[offset++]);
        value = value << 7 | (byte & 0x7f);
        if (!(byte & 0x80))
            return qint64(value);
    }
    if (offset >= bytes.size()) {
        offset = bytes.size() + 1;
        return 0;
    }
    return qint64(value << 8 | quint8(bytes[offset++]));
}

bool isPageSize(qint64 size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !decoder.hasError();
}

// How long a value of this type is; -1: none of ours.
qint64 sizeOfValue(qint64 type)
{
    constexpr qint64 Sizes[] = { 0, 1, 2, 3, 4, 6, 8, -1, 0, 0, -1, -1 };
    return type < 0 ? -1 : type < 12 ? Sizes[type] : (type - 12) / 2;
}

qint64 integerOf(QByteArrayView bytes)
{
    quint64 value = !bytes.isEmpty() && (bytes.front() & 0x80) ? ~quint64(0) : 0;
    for (const char byte : bytes)
        value = value << 8 | quint8(byte);
    return qint64(value);
}

PageValue valueOf(qint64 type, const QByteArray &bytes)
{
    if (type == 0)
        return {};
    if (type == 8 || type == 9)
        return { PageValue::Type::Integer, type - 8, {} };
    if (type < 8)
        return { PageValue::Type::Integer, integerOf(bytes), {} };
    // Not null even where it is empty, which a text of the library may be.
    return { type % 2 ? PageValue::Type::Text : PageValue::Type::Blob, 0, bytes.isNull() ? QByteArrayLiteral("") : bytes };
}

std::optional<std::vector<PageValue>> valuesOf(const QByteArray &record)
{
    constexpr qint64 LongestHeader = 256;
    qsizetype at = 0;
    const qint64 header = takeVarint(record, at);
    if (header < 2 || header > std::min<qint64>(record.size(), LongestHeader))
        return std::nullopt;
    std::vector<PageValue> values;
    qint64 from = header;
    while (at < header) {
        const qint64 type = takeVarint(record, at);
        const qint64 size = sizeOfValue(type);
        if (at > header || size < 0 || size > record.size() - from)
            return std::nullopt;
        values.push_back(valueOf(type, record.mid(from, size)));
        if (values.back().type == PageValue::Type::Text && !isUtf8(values.back().bytes))
            return std::nullopt;
        from += size;
    }
    return from == record.size() ? std::optional(std::move(values)) : std::nullopt;
}

// The log's own sum over 8 bytes at a time.
struct LogSum
{
    bool isBigEndian;
    quint32 first = 0;
    quint32 second = 0;

    void add(QByteArrayView bytes)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes.data() + at) + second;
            second += word(bytes.data() + at + 4) + first;
        }
    }
    bool isAt(const QByteArray &bytes, qsizetype offset) const { return number4(bytes, offset) == first && number4(bytes, offset + 4) == second; }

private:
    quint32 word(const char *at) const { return isBigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at); }
};

}

LibraryPages::LibraryPages(const QString &path) : m_file(path), m_log(path + QStringLiteral("-wal")), m_pageSize(UsualPageSize)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return;
    const QByteArray header = m_file.read(FileHeaderSize);
    if (header.startsWith("SQLite format 3") && isPageSize(number2(header, 16)))
        m_pageSize = number2(header, 16);
    m_pages = m_file.size() / m_pageSize;
    readLog();
    m_isFree.resize(size_t(m_pages) + 1);
    m_isChild.resize(size_t(m_pages) + 1);
    findFreePages();
    findChildren();
    // A list that names a page which is still pointed to is an old one.
    for (qint64 number = 2; m_isGuessing && number <= m_pages; ++number)
        m_isFree[size_t(number)] = m_isFree[size_t(number)] && !m_isChild[size_t(number)];
}

// Frames count up to the last one that ends a transaction, as long as their sums are right.
void LibraryPages::readLog()
{
    if (!m_log.open(QIODevice::ReadOnly))
        return;
    const QByteArray header = m_log.read(LogHeaderSize);
    const quint32 magic = number4(header, 0);
    LogSum sum { (magic & 1) != 0 };
    sum.add(QByteArrayView(header).first(std::min<qsizetype>(header.size(), LogHeaderSize - 8)));
    if ((magic & ~1u) != 0x377f0682 || number4(header, 8) != m_pageSize || !sum.isAt(header, LogHeaderSize - 8))
        return;
    QHash<qint64, qint64> pending;
    const qint64 most = m_pages + m_log.size() / m_pageSize;
    for (qint64 at = LogHeaderSize; at + FrameHeaderSize + m_pageSize <= m_log.size(); at += FrameHeaderSize + m_pageSize) {
        m_log.seek(at);
        const QByteArray frame = m_log.read(FrameHeaderSize + m_pageSize);
        sum.add(QByteArrayView(frame).first(std::min<qsizetype>(frame.size(), 8)));
        sum.add(QByteArrayView(frame).sliced(std::min<qsizetype>(frame.size(), FrameHeaderSize)));
        if (frame.mid(8, 8) != header.mid(16, 8) || !sum.isAt(frame, 16))
            break;
        pending.insert(number4(frame, 0), at + FrameHeaderSize);
        if (const qint64 pages = number4(frame, 4); pages > 0) {
            m_logged.insert(pending);
            pending.clear();
            m_pages = std::min(pages, most);
        }
    }
}

QByteArray LibraryPages::page(qint64 number)
{
    const auto logged = m_logged.constFind(number);
    QFile &file = logged != m_logged.constEnd() ? m_log : m_file;
    if (!file.seek(logged != m_logged.constEnd() ? *logged : (number - 1) * m_pageSize))
        return {};
    const QByteArray content = file.read(m_pageSize);
    return content.size() == m_pageSize ? content : QByteArray();
}

void LibraryPages::findFreePages()
{
    const QByteArray first = m_pages > 0 ? page(1) : QByteArray();
    if (first.startsWith("SQLite format 3")) {
        m_isGuessing = false;
        findFreePagesByList();
    }
    findFreePagesByMap();
    if (m_isGuessing)
        findFreePagesByTheirLists();
}

// Only the first page says where the lists begin, but each looks like one: of numbers of pages, none twice. Its first byte, of a page's number,
// is none of a page that holds rows.
std::vector<qint64> LibraryPages::leavesListedBy(qint64 trunk)
{
    const QByteArray content = page(trunk);
    const qint64 next = number4(content, 0);
    const qint64 count = number4(content, 4);
    std::vector<qint64> leaves;
    if (content.isEmpty() || (next != 0 && !isPage(next)) || count > m_pageSize / 4 - 2 || (count == 0 && next == 0))
        return leaves;
    QSet<qint64> known { trunk, next };
    for (qint64 i = 0; i < count; ++i) {
        const qint64 leaf = number4(content, 8 + i * 4);
        if (!isPage(leaf) || known.contains(leaf))
            return {};
        known.insert(leaf);
        leaves.push_back(leaf);
    }
    return leaves;
}

void LibraryPages::findFreePagesByTheirLists()
{
    for (qint64 number = 2; number <= m_pages; ++number) {
        const std::vector<qint64> leaves = leavesListedBy(number);
        for (const qint64 leaf : leaves)
            m_isFree[size_t(leaf)] = true;
    }
}

void LibraryPages::findFreePagesByList()
{
    qint64 trunk = number4(page(1), 32);
    for (qint64 seen = 0; isPage(trunk) && seen < m_pages; ++seen) {
        const QByteArray content = page(trunk);
        m_isFree[size_t(trunk)] = true;
        const qint64 leaves = std::min<qint64>(number4(content, 4), m_pageSize / 4 - 2);
        for (qint64 i = 0; i < leaves; ++i) {
            if (const qint64 leaf = number4(content, 8 + i * 4); isPage(leaf))
                m_isFree[size_t(leaf)] = true;
        }
        trunk = number4(content, 0);
    }
}

// Libraries that give pages back know of each page what it is. One of these maps that is no map shows itself by what it says.
void LibraryPages::findFreePagesByMap()
{
    const qint64 each = m_pageSize / MapEntrySize;
    for (qint64 map = 2; map <= m_pages; map += each + 1) {
        const QByteArray content = page(map);
        const qint64 told = std::min(each, m_pages - map);
        bool isMap = !content.isEmpty();
        for (qint64 i = 0; isMap && i < told; ++i)
            isMap = content[i * MapEntrySize] >= 1 && content[i * MapEntrySize] <= LastMapType;
        m_isGuessing = m_isGuessing && !isMap;
        for (qint64 i = 0; isMap && i < told; ++i) {
            if (content[i * MapEntrySize] == FreePage)
                m_isFree[size_t(map + 1 + i)] = true;
        }
    }
}

void LibraryPages::findChildren()
{
    constexpr qsizetype HeaderSize = 12;
    for (qint64 number = 2; number <= m_pages; ++number) {
        const QByteArray content = m_isFree[size_t(number)] ? QByteArray() : page(number);
        if (content.isEmpty() || (content[0] != IndexInterior && content[0] != TableInterior))
            continue;
        const qsizetype cells = std::min<qsizetype>(number2(content, 3), m_pageSize / 2);
        for (qsizetype i = -1; i < cells; ++i) {
            const qint64 child = number4(content, i < 0 ? 8 : number2(content, HeaderSize + i * 2));
            if (isPage(child))
                m_isChild[size_t(child)] = true;
        }
    }
}

void LibraryPages::visitRows(const std::function<bool(const PageRow &)> &visit)
{
    for (const bool isTurnOfChildren : { true, false }) {
        for (qint64 number = 2; number <= m_pages; ++number) {
            if (!m_isFree[size_t(number)] && m_isChild[size_t(number)] == isTurnOfChildren && !visitPage(page(number), visit))
                return;
        }
    }
}

bool LibraryPages::visitPage(const QByteArray &content, const std::function<bool(const PageRow &)> &visit)
{
    const char type = content.isEmpty() ? char(0) : content[0];
    if (type != TableLeaf && type != IndexLeaf && type != IndexInterior)
        return true;
    const qsizetype header = type == IndexInterior ? 12 : 8;
    const qsizetype cells = number2(content, 3);
    if (header + cells * 2 > content.size())
        return true;
    for (qsizetype i = 0; i < cells; ++i) {
        const qsizetype offset = number2(content, header + i * 2);
        const std::optional<PageRow> found = offset >= header + cells * 2 ? row(content, offset, type) : std::nullopt;
        if (found && !visit(*found))
            return false;
    }
    return true;
}

std::optional<PageRow> LibraryPages::row(const QByteArray &content, qsizetype offset, char type)
{
    PageRow row { type != TableLeaf, 0, {} };
    offset += type == IndexInterior ? 4 : 0;
    const qint64 size = takeVarint(content, offset);
    if (!row.isOfIndex)
        row.row = takeVarint(content, offset);
    if (offset > content.size() || size <= 0 || size > m_pages * m_pageSize)
        return std::nullopt;
    const std::optional<QByteArray> record = payload(content, offset, size, row.isOfIndex);
    std::optional<std::vector<PageValue>> values = record ? valuesOf(*record) : std::nullopt;
    if (!values)
        return std::nullopt;
    row.values = std::move(*values);
    return row;
}

std::optional<QByteArray> LibraryPages::payload(const QByteArray &content, qsizetype offset, qint64 size, bool isOfIndex)
{
    const qint64 most = isOfIndex ? (m_pageSize - 12) * 64 / 255 - 23 : m_pageSize - 35;
    const qint64 least = (m_pageSize - 12) * 32 / 255 - 23;
    const qint64 rest = least + (size - least) % (m_pageSize - 4);
    const qint64 local = size <= most ? size : rest <= most ? rest : least;
    if (offset + local + (local < size ? 4 : 0) > content.size())
        return std::nullopt;
    const QByteArray here = content.mid(offset, local);
    if (local == size)
        return here;
    const std::optional<QByteArray> there = overflow(number4(content, offset + local), size - local);
    return there ? std::optional(here + *there) : std::nullopt;
}

// A chain that is longer or shorter than what it holds, or ends in nothing but zeros, was overwritten.
std::optional<QByteArray> LibraryPages::overflow(qint64 first, qint64 size)
{
    QByteArray bytes;
    qint64 next = first;
    while (bytes.size() < size) {
        const QByteArray content = isPage(next) && !m_isFree[size_t(next)] ? page(next) : QByteArray();
        if (content.isEmpty() || content.count('\0') == content.size())
            return std::nullopt;
        bytes += content.mid(4, size - bytes.size());
        next = number4(content, 0);
    }
    return next == 0 ? std::optional(bytes) : std::nullopt;
}
