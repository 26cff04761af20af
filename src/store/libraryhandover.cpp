// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryhandover_p.h"
#include "storagetext_p.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QPointer>
#include <QtEndian>

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

constexpr qsizetype HeaderSize = 4;
constexpr qsizetype FrameLimit = 256 * 1024 * 1024;
constexpr int ReplyTimeoutMs = 60'000;
constexpr qint64 AddressLimit = 4096;

QByteArray framed(const QByteArray &payload)
{
    QByteArray header(HeaderSize, Qt::Uninitialized);
    qToBigEndian(quint32(payload.size()), header.data());
    return header + payload;
}

qsizetype frameSize(const QByteArray &header)
{
    return qsizetype(qFromBigEndian<quint32>(header.constData()));
}

QString socketPath(const LibraryFolder &folder)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (runtime.isEmpty() || !QFileInfo(runtime).isWritable())
        return folder.path() + QStringLiteral("/socket");
    const QByteArray name = QFile::encodeName(QFileInfo(folder.path()).canonicalFilePath());
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(16);
    return runtime + QStringLiteral("/grackle-") + QString::fromLatin1(hash);
}

// A blocking socket with plain system calls: guests write from a std::thread, where Qt's sockets have no notifiers.
class Connection
{
public:
    explicit Connection(const QByteArray &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        m_isConnected = m_socket >= 0 && !path.isEmpty() && path.size() < qsizetype(sizeof address.sun_path);
        if (!m_isConnected)
            return;
        std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~Connection()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool isConnected() const { return m_isConnected; }

    bool send(const QByteArray &bytes)
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t count = isReady(POLLOUT) ? ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT) : -1;
            if (count <= 0)
                return false;
            sent += count;
        }
        return true;
    }

    // Exactly `size` bytes, or fewer when the other side left or kept silent.
    QByteArray receive(qsizetype size)
    {
        QByteArray bytes;
        char piece[4096];
        while (bytes.size() < size && isReady(POLLIN)) {
            const ssize_t count = ::recv(m_socket, piece, std::min(sizeof piece, size_t(size - bytes.size())), 0);
            if (count <= 0)
                break;
            bytes.append(piece, count);
        }
        return bytes;
    }

private:
    bool isReady(short events) const
    {
        pollfd waiting { m_socket, events, 0 };
        int ready = 0;
        do {
            ready = ::poll(&waiting, 1, ReplyTimeoutMs);
        } while (ready < 0 && errno == EINTR);
        return ready > 0;
    }

    int m_socket;
    bool m_isConnected = false;
};

// Empty where no owner ever was; connecting to it fails.
QByteArray ownersAddress(const LibraryFolder &folder)
{
    QFile file(folder.handoverAddress());
    return file.open(QIODevice::ReadOnly) ? file.read(AddressLimit) : QByteArray();
}

// The reply's payload; null when no owner answered.
QByteArray exchange(const LibraryFolder &folder, const QByteArray &payload)
{
    if (payload.size() > FrameLimit)
        return {};
    Connection connection(ownersAddress(folder));
    if (!connection.isConnected() || !connection.send(framed(payload)))
        return {};
    const QByteArray header = connection.receive(HeaderSize);
    if (header.size() != HeaderSize || frameSize(header) > FrameLimit)
        return {};
    const QByteArray reply = connection.receive(frameSize(header));
    return reply.size() == frameSize(header) ? reply : QByteArray();
}

}

HandoverServer::HandoverServer(Handler handler) : m_handler(std::move(handler))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &HandoverServer::acceptConnection);
}

HandoverServer::~HandoverServer()
{
    if (m_server.isListening())
        QFile::remove(m_addressFile);
}

bool HandoverServer::listen(const LibraryFolder &folder)
{
    const QString path = socketPath(folder);
    // Who holds the lock is alone: a socket that is still there belongs to a process that was killed.
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return false;
    m_addressFile = folder.handoverAddress();
    return bool(writePrivateFile(m_addressFile, QFile::encodeName(path)));
}

void HandoverServer::acceptConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readFrames(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        readFrames(socket);
    }
}

void HandoverServer::readFrames(QLocalSocket *socket)
{
    while (socket->bytesAvailable() >= HeaderSize) {
        const qsizetype size = frameSize(socket->peek(HeaderSize));
        if (size > FrameLimit) {
            socket->abort();
            return;
        }
        if (socket->bytesAvailable() < HeaderSize + size)
            return;
        socket->skip(HeaderSize);
        handleFrame(socket, socket->read(size));
    }
}

void HandoverServer::handleFrame(QLocalSocket *socket, const QByteArray &frame)
{
    const QPointer<QLocalSocket> guest(socket);
    const Answer answer = [guest](const Result<CommandReply> &reply) {
        if (guest) {
            guest->write(framed(encodeReply(reply)));
            guest->flush();
        }
    };
    const QCborMap map = QCborValue::fromCbor(frame).toMap();
    if (map.value(QStringLiteral("command")).toString() == QLatin1String("activate")) {
        QStringList files;
        for (const QCborValue file : map.value(QStringLiteral("files")).toArray())
            files.append(file.toString());
        answer(CommandReply {});
        Q_EMIT activationRequested(files);
    } else if (const std::optional<LibraryCommand> command = decodeCommand(frame)) {
        m_handler(*command, answer);
    } else {
        // Another version of the program may know commands that this one does not.
        answer(storageProblem(ErrorKind::InvalidInput, Storage::tr("The open window does not understand this command. Close it and try again.")));
    }
}

std::optional<Result<CommandReply>> handOver(const LibraryFolder &folder, const LibraryCommand &command)
{
    const QByteArray reply = exchange(folder, encodeCommand(command));
    return reply.isEmpty() ? std::nullopt : decodeReply(reply);
}

bool hasOwner(const LibraryFolder &folder)
{
    return Connection(ownersAddress(folder)).isConnected();
}

bool askOwnerToActivate(const LibraryFolder &folder, const QStringList &files)
{
    QCborMap map { { QStringLiteral("command"), QStringLiteral("activate") } };
    map.insert(QStringLiteral("files"), QCborArray::fromStringList(files));
    return !exchange(folder, map.toCborValue().toCbor()).isEmpty();
}
