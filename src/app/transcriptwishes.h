// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QObject>
#include <QUrl>

#include <memory>

class Appearance;
class ConversationPane;
class Library;
class Prompt;
class QMimeData;
class QTemporaryDir;

// Does what a person asks of the transcript and what needs more than the conversation: links, files, settings, other versions.
class TranscriptWishes : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ConversationPane &pane;
        Appearance &appearance;
        Library &library;
        Prompt &prompt;
    };
    explicit TranscriptWishes(const Parts &parts, QObject *parent = nullptr);
    ~TranscriptWishes() override;

private:
    void openLink(const QUrl &url, const QString &words);
    void tellRefused(const QString &target);
    void compare(const MessageId &message, int siblingIndex);
    void saveCode(const QString &code, const QString &language);
    void write(const QString &path, const QString &code);
    std::unique_ptr<QMimeData> picture(const ImagePart &image);

    Parts m_parts;
    std::shared_ptr<QTemporaryDir> m_pictures;     // made with the first one that is handed out
};
