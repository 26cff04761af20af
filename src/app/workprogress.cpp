// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "workprogress.h"

#include "librarypane.h"
#include "progressline.h"

#include <QLocale>

namespace {

QString sentenceOf(const LibraryWork &work)
{
    const QString percent = QLocale().toString(work.total > 0 ? int(100 * work.done / work.total) : 0);
    switch (work.kind) {
    case LibraryWork::Kind::BackingUp:
        return WorkProgress::tr("Backing up: %1 %").arg(percent);
    case LibraryWork::Kind::Indexing:
        return work.isPaused ? WorkProgress::tr("Search is not complete: %1 %").arg(percent) : WorkProgress::tr("Search is being built: %1 %").arg(percent);
    case LibraryWork::Kind::Compacting:
        return WorkProgress::tr("Giving room back to the disk: %1 %").arg(percent);
    case LibraryWork::Kind::Importing:
        break;
    }
    return WorkProgress::tr("Importing: %1 of %2").arg(QLocale().toString(work.done), QLocale().toString(work.total));
}

QString actionOf(const LibraryWork &work)
{
    switch (work.kind) {
    case LibraryWork::Kind::BackingUp:
        return {};
    case LibraryWork::Kind::Indexing:
    case LibraryWork::Kind::Compacting:
        return work.isPaused ? WorkProgress::tr("Continue") : WorkProgress::tr("Later");
    case LibraryWork::Kind::Importing:
        break;
    }
    return WorkProgress::tr("Cancel");
}

QString hintOf(LibraryWork::Kind kind)
{
    return kind == LibraryWork::Kind::Indexing ? WorkProgress::tr("What is ready is found already, the newest first. It goes on at the next start.") : QString();
}

}

WorkProgress::WorkProgress(Library &library, LibraryPane &pane, QObject *parent) : QObject(parent), m_library(library), m_pane(pane)
{
    connect(&library, &Library::workProgressed, this, &WorkProgress::show);
}

ProgressLine *WorkProgress::lineOf(LibraryWork::Kind kind)
{
    ProgressLine *&line = m_lines[kind];
    if (line)
        return line;
    line = m_pane.addProgressLine();
    line->setToolTip(hintOf(kind));
    connect(line, &ProgressLine::actionChosen, this, [this, kind] {
        if (kind == LibraryWork::Kind::Importing)
            m_library.cancelImport();
        else if (m_isPaused.value(kind))
            m_library.continueWork();
        else
            m_library.pauseWork();
    });
    return line;
}

void WorkProgress::show(const LibraryWork &work)
{
    m_isPaused[work.kind] = work.isPaused;
    if (work.done < work.total)
        lineOf(work.kind)->showProgress(sentenceOf(work), work.done, work.total, actionOf(work));
    else if (m_lines.contains(work.kind))
        m_lines.value(work.kind)->hide();
}
