// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "error.h"

#include <QObject>
#include <QUrl>

#include <memory>

class Library;
class Prompt;
class QMimeData;
struct ForeignImport;

// Conversations on their way in: documents of ours are opened, exports of other programs imported. What goes out: Exporting.
class Documents : public QObject
{
    Q_OBJECT
public:
    Documents(Library &library, Prompt &prompt, QObject *parent = nullptr);

    // By its name: a document of ours, or what other programs export.
    static bool isConversationFile(const QString &file);
    // The conversation files of a drop; empty unless it has nothing else.
    static QStringList filesIn(const QMimeData &data);
    // What dropping so many does, for people.
    static QString offerFor(int files);

    void chooseAndOpen();
    // A document of ours is opened. What another program exported is read aside, shown in numbers, and imported when the person
    // agrees: all of it or nothing.
    void open(const QString &path);

Q_SIGNALS:
    void opened(const ConversationId &id);
    // After opened(): it was a document of ours.
    void documentOpened(const QString &path);
    void imported(int conversations);
    void failed(const Error &error);

private:
    void openDocument(const QString &path, const QByteArray &bytes);
    void readForeign(const QByteArray &bytes);
    void offerForeign(const std::shared_ptr<ForeignImport> &import);

    Library &m_library;
    Prompt &m_prompt;
};
