// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arrangement.h"
#include "error.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class Clock;
class Library;

// Everything a person does to conversations without opening them, each of it undone and redone as often as wanted. A step
// counts when the library has stored it; one that fails changes nothing and leaves the stacks as they are.
class LibraryOrganizer : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Arrange, Delete, Restore, Rename, Copy, Merge, Folder };
    LibraryOrganizer(Library &library, const Clock &clock, QObject *parent = nullptr);

    // `what` for people: "Moving 3 conversations". What is changed is how they lie when the step's turn comes, not how they were shown.
    using Change = std::function<void(Arrangement &arrangement)>;
    void arrange(Kind kind, const QString &what, const QList<ConversationId> &ids, const Change &change);
    void rename(const ConversationId &id, const QString &before, const QString &after);
    void duplicate(const Arrangement &source, const QString &title);
    // A new conversation that holds both, one after the other; the sources go to the trash.
    void merge(const QList<Arrangement> &sources, const QString &title);
    // No `before`: a new folder. No `after`: it is deleted, and what is in it is in none.
    void changeFolder(const std::optional<Folder> &before, const std::optional<Folder> &after);

    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    bool isBusy() const { return m_isBusy; }           // something is being stored, or waits for that
    QString undoText() const { return m_undo.isEmpty() ? QString() : m_undo.last().what; }
    QString redoText() const { return m_redo.isEmpty() ? QString() : m_redo.last().what; }

public Q_SLOTS:
    // Behind what is being stored; without a step there is nothing to do.
    void undo();
    void redo();

Q_SIGNALS:
    void performed(LibraryOrganizer::Kind kind, const QString &what, const QList<ConversationId> &ids);
    void undone(LibraryOrganizer::Kind kind, const QList<ConversationId> &ids);
    void stackChanged();
    void failed(const Error &error);

private:
    using Work = std::function<void(LibraryOrganizer *context, std::function<void(Result<Done>)> done)>;
    struct Step
    {
        Kind kind = Kind::Arrange;
        QString what;
        QList<ConversationId> ids;       // that it is about; the new one of a copy
        Work apply;
        Work revert;
    };

    void collectMembers(const FolderId &folder, const std::shared_ptr<QList<Arrangement>> &members, QList<Shelf> shelves, const std::function<void(Result<Done>)> &done);
    Work removingFolder(const FolderId &folder, const std::shared_ptr<QList<Arrangement>> &members);
    Work arranging(const QList<Arrangement> &arrangements);
    void copy(Kind kind, const QString &what, const QList<Arrangement> &sources, const QString &title);
    void perform(const Step &step);
    void run(const Work &work, const std::function<void()> &succeeded);
    void goOn();

    Library &m_library;
    const Clock &m_clock;
    QList<Step> m_undo;
    QList<Step> m_redo;
    bool m_isBusy = false;
    QList<std::function<void()>> m_waiting;    // asked for while a step is being stored
};
