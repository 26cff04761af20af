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
struct DecodedDocument;
struct ForeignImport;

// Conversations on their way in: documents of ours are opened, exports of other programs imported. What goes out: Exporting.
class Documents : public QObject
{
    Q_OBJECT
public:
    Documents(Library &library, Prompt &prompt, QObject *parent = nullptr);
    ~Documents() override;

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
    // What is being read is not taken.
    void cancelReading();

Q_SIGNALS:
    // A file so large that it takes its time.
    void readingStarted(const QString &fileName);
    void readingEnded();
    void opened(const ConversationId &id);
    // After opened(): it was a document of ours.
    void documentOpened(const QString &path);
    void imported(int conversations);
    void failed(const Error &error);

private:
    struct Reading;
    static void readInto(Reading &reading, const QString &path);
    void take(Reading &reading, const QString &path);
    void storeDocument(const QString &path, const DecodedDocument &document);
    void countKnown(const std::shared_ptr<ForeignImport> &import);
    void offerForeign(const std::shared_ptr<ForeignImport> &import, int known);

    Library &m_library;
    Prompt &m_prompt;
    QList<std::shared_ptr<Reading>> m_readings;
};
