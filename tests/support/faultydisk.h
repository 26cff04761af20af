// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>

#include <functional>
#include <mutex>
#include <vector>

// A disk of the tests: it stands between everything in this process that changes files (SQLite, Qt, our own) and the system, by
// defining the system's calls itself (faultydisk.cpp, linked into the test). For one folder it counts the operations, lets one of
// them fail, or writes all of them down, so that a power cut can be made out of them afterwards. Outside of
// that folder nothing changes. Syncs are counted but not done: the tests end processes, not machines.
class FaultyDisk
{
public:
    enum class Kind { Open, Write, Sync, Truncate, Rename, Remove, MakeFolder };
    struct Operation
    {
        Kind kind = Kind::Write;
        QString path;
        QString target;            // Rename
        QByteArray bytes;          // Write
        qint64 offset = 0;         // Write; Truncate: the new size
        int file = 0;              // Open of a new one, Write, Sync, Truncate: which, whatever its name
    };
    // What became of the operations that were not synced yet when the power went.
    struct Cut
    {
        enum class Unsynced { Lost, Kept, Some, SomeTorn };
        int operations = 0;        // how many were begun
        Unsynced unsynced = Unsynced::Lost;
        unsigned seed = 0;
    };

    static FaultyDisk &disk();

    // From now on, counting from zero.
    void watch(const QString &folder);
    void unwatch();
    int operations() const;
    // Once, the operation of this number, counted from zero.
    void failOperation(int number, int systemError);
    // Every write, sync and new name, until it is 0 again.
    void failEverything(int systemError);
    bool hasFailed() const;
    QString failedWhere() const;
    // Called before each operation, in its thread, with its number and kind; what it does in the folder is neither counted nor failed.
    using Witness = std::function<void(int number, Kind kind, const QString &path)>;
    void setWitness(Witness witness);
    // Writes operations down; what is in the folder now is on the disk.
    void record();
    // Makes the folder as it is found after the power came back.
    void makeFolderAfter(const Cut &cut, const QString &folder) const;

    // For the system's calls alone. The error to fail with, or 0.
    int begin(Kind kind, const QString &path);
    bool isWatched(const QString &path) const;
    void noteOpened(int descriptor, const QString &path, bool isNew);
    void noteClosed(int descriptor);
    QString pathOf(int descriptor) const;
    void noteWritten(int descriptor, const char *bytes, qint64 size, qint64 offset);
    void noteSynced(int descriptor);
    void noteTruncated(int descriptor, qint64 size);
    void noteNames(Kind kind, const QString &path, const QString &target);

private:
    struct Open { QString path; int file = 0; };
    void append(Operation operation);
    void tellWitness(Kind kind, const QString &path);
    int fileAt(const QString &path);

    mutable std::recursive_mutex m_mutex;
    QString m_folder;
    int m_operations = 0;
    int m_failing = -1;
    int m_error = 0;
    int m_lastingError = 0;
    QString m_failedWhere;
    Witness m_witness;
    bool m_isWitnessed = false;
    bool m_isRecording = false;
    QHash<int, Open> m_open;
    QMap<QString, int> m_files;              // by path, as they are now
    int m_lastFile = 0;
    QMap<QString, QByteArray> m_before;      // when recording began
    QMap<QString, int> m_filesBefore;
    std::vector<Operation> m_journal;
};
