// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "error.h"

#include <QObject>
#include <QUrl>

class ConversationController;
class Library;
class Prompt;

// Conversations as files: saving one as a document or as Markdown, opening documents into the library, and copying one
// as text.
class Documents : public QObject
{
    Q_OBJECT
public:
    Documents(Library &library, Prompt &prompt, QObject *parent = nullptr);

    void saveAs(ConversationController &controller);
    void chooseAndOpen();
    void open(const QString &path);
    // The active branch as Markdown.
    QString text(const ConversationController &controller) const;

Q_SIGNALS:
    void saved(const QString &fileName);
    void opened(const ConversationId &id);
    void failed(const Error &error);

private:
    void save(const ConversationController &controller, const QString &path);

    Library &m_library;
    Prompt &m_prompt;
};
