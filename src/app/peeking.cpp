// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "peeking.h"

#include "library.h"
#include "librarylist.h"
#include "librarymodel.h"
#include "librarypane.h"
#include "peekpopup.h"

#include <QDateTime>
#include <QLocale>

Peeking::Peeking(Library &library, LibraryPane &pane, QObject *parent) : QObject(parent), m_library(library), m_pane(pane)
{
    connect(pane.list(), &LibraryList::hovered, this, &Peeking::look);
    connect(pane.list(), &LibraryList::hoverEnded, this, &Peeking::end);
}

void Peeking::look(const QModelIndex &index)
{
    const auto id = index.data(LibraryModel::ConversationIdRole).value<ConversationId>();
    if (id.isNull() || index == m_row)
        return;
    m_row = index;
    m_library.openConversation(id, this, [this, id](const Result<OpenedConversation> &opened) {
        // The pointer may have gone on meanwhile.
        if (opened && m_row.isValid() && m_row.data(LibraryModel::ConversationIdRole).value<ConversationId>() == id)
            show(opened.value());
    });
}

void Peeking::show(const OpenedConversation &opened)
{
    if (!m_popup)
        m_popup = new PeekPopup(&m_pane);
    QString words;
    for (auto message = opened.tail.rbegin(); message != opened.tail.rend() && words.isEmpty(); ++message)
        words = textOf(*message).trimmed();
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(opened.conversation.updatedAtMs);
    const QRect inList = m_pane.list()->visualRect(m_row);
    const QRect onScreen(m_pane.list()->viewport()->mapToGlobal(inList.topLeft()), inList.size());
    m_popup->showBeside(onScreen, m_row.data().toString().simplified(), words, QLocale().toString(when, QLocale::LongFormat));
}

void Peeking::end()
{
    m_row = QPersistentModelIndex();
    if (m_popup)
        m_popup->hide();
}
