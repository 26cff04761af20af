// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "peeking.h"

#include "library.h"
#include "librarylist.h"
#include "librarymodel.h"
#include "librarypane.h"
#include "markdowndocument.h"
#include "peekpopup.h"

#include <QDateTime>
#include <QLocale>

namespace {

// The beginning of a message as it reads on the page, without the signs of Markdown.
QString withoutMarks(const QString &text)
{
    constexpr qsizetype EnoughForAGlance = 2000;
    MarkdownDocument document;
    document.append(QStringView(text).left(EnoughForAGlance));
    document.finish();
    QStringList lines;
    for (const Leaf &leaf : document.leaves()) {
        if (const QString line = QString(leaf.text).remove(QChar::ObjectReplacementCharacter).trimmed(); !line.isEmpty())
            lines << line;
    }
    return lines.join(u'\n');
}

}

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
        words = withoutMarks(textOf(*message));
    if (words.isEmpty())
        words = opened.draft.text;
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(opened.conversation.updatedAtMs);
    const QLocale locale;
    const QString date = tr("%1, %2").arg(locale.toString(when.date(), QLocale::LongFormat), locale.toString(when.time(), QLocale::ShortFormat));
    const QRect inList = m_pane.list()->visualRect(m_row);
    const QRect onScreen(m_pane.list()->viewport()->mapToGlobal(inList.topLeft()), inList.size());
    m_popup->showBeside(onScreen, m_row.data().toString().simplified(), words, date);
}

void Peeking::end()
{
    m_row = QPersistentModelIndex();
    if (m_popup)
        m_popup->hide();
}
