// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "error.h"

#include <QObject>
#include <QUrl>

#include <memory>

class ConversationController;
class Library;
class Prompt;
struct ForeignImport;

// Conversations as files: saving one as a document or as Markdown, opening documents into the library, importing what other programs
// exported, and copying one as text.
class Documents : public QObject
{
    Q_OBJECT
public:
    Documents(Library &library, Prompt &prompt, QObject *parent = nullptr);

    void saveAs(ConversationController &controller);
    void chooseAndOpen();
    // A document of ours is opened. What another program exported is read aside, shown in numbers, and imported when the person
    // agrees: all of it or nothing.
    void open(const QString &path);
    // The active branch as Markdown.
    QString text(const ConversationController &controller) const;

Q_SIGNALS:
    void saved(const QString &fileName);
    void opened(const ConversationId &id);
    void imported(int conversations);
    void failed(const Error &error);

private:
    void openDocument(const QByteArray &bytes);
    void readForeign(const QByteArray &bytes);
    void offerForeign(const std::shared_ptr<ForeignImport> &import);
    void save(const ConversationController &controller, const QString &path);

    Library &m_library;
    Prompt &m_prompt;
};
