// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "librarycommand_p.h"
#include "libraryfolder_p.h"

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <chrono>

// How a process that does not hold the lock has its writes done by the one that does.
//
//   guest                                   owner
//   reads <folder>/handover  ───────────►   the path of the owner's socket
//   length (4 bytes, big endian), CBOR ──►  a command, or {"command":"activate","files":[…]}
//   ◄────────────  length, CBOR             what became of it, once it is on the disk
//
// The socket lies in $XDG_RUNTIME_DIR, else in the library's folder, and is open to this user alone. A guest that
// dies leaves half a frame, which is dropped. One that gets no reply may ask again: commands are idempotent.
class HandoverServer : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<CommandReply> &)>;
    using Handler = std::function<void(const LibraryCommand &, Answer)>;

    explicit HandoverServer(Handler handler);
    ~HandoverServer() override;

    // False: no socket can be had here; guests then wait for the lock instead.
    bool listen(const LibraryFolder &folder);

Q_SIGNALS:
    void activationRequested(const QStringList &files);

private:
    void acceptConnection();
    void readFrames(QLocalSocket *socket);
    void handleFrame(QLocalSocket *socket, const QByteArray &frame);

    Handler m_handler;
    QLocalServer m_server;
    QString m_addressFile;
};

// Guest's side; blocks, and runs in threads without an event loop. Nothing: no owner answered.
std::optional<Result<CommandReply>> handOver(const LibraryFolder &folder, const LibraryCommand &command);
// Whether a process that holds the lock for long listens; a guest that writes just now does not.
bool hasOwner(const LibraryFolder &folder);
bool askOwnerToActivate(const LibraryFolder &folder, const QStringList &files);
