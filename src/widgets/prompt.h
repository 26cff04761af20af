// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

class QObject;

// Questions to the person, asynchronous: no nested event loop. The answer comes in exactly one call of `done`, unless
// `context` is gone. Tests answer from a list (tests/support/scriptedprompt.h).
class Prompt
{
public:
    virtual ~Prompt() = default;

    struct Question
    {
        QString title;
        QString sentence;      // plain text
        QString acceptText;    // what the button does: "Replace the key"
        bool isHarmless = false;   // nothing is lost by it: Enter accepts
    };
    virtual void confirm(const Question &question, QObject *context, std::function<void(bool accepted)> done) = 0;
    // Empty: cancelled. `filter` as in QFileDialog.
    virtual void chooseFiles(const QString &title, const QString &filter, QObject *context,
                             std::function<void(const QList<QUrl> &files)> done) = 0;
    // Empty: cancelled. `suggestedName` was made by us, never by a model.
    virtual void chooseSavePath(const QString &title, const QString &suggestedName, const QString &filter, QObject *context,
                                std::function<void(const QString &path)> done) = 0;
    // An existing folder; empty: cancelled.
    virtual void chooseFolder(const QString &title, QObject *context, std::function<void(const QString &folder)> done) = 0;
};
