// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "library.h"

#include <QMap>

class LibraryPane;
class ProgressLine;

// Shows what the library does in the background in the side pane, a line for each kind, and hands back what is chosen there.
class WorkProgress : public QObject
{
    Q_OBJECT
public:
    WorkProgress(Library &library, LibraryPane &pane, QObject *parent = nullptr);

private:
    void show(const LibraryWork &work);
    ProgressLine *lineOf(LibraryWork::Kind kind);

    Library &m_library;
    LibraryPane &m_pane;
    QMap<LibraryWork::Kind, ProgressLine *> m_lines;     // children of the pane
    QMap<LibraryWork::Kind, bool> m_isPaused;
};
