// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sources.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QtCore/qnamespace.h>

// What a row of a transcript model says. One row is one message of the active branch. The model gives, the view shows.
// data() is a look-up; TextRole may read a page of bodies from the library at the first question.
enum TranscriptRole {
    MessageIdRole = Qt::UserRole + 1,  // MessageId
    RoleRole,                          // int(Role)
    StateRole,                         // int(MessageState)
    TextRole,                          // QString: Markdown source of the message
    TextLengthRole,                    // int: its length in UTF-16 units, never reads bodies
    ReasoningRole,                     // QString: visible thinking
    ThinkingMsRole,                    // qint64: time before the first text; while thinking: -(start since epoch, ms)
    ImagesRole,                        // QVariant of QList<ImagePart>
    InfoLineRole,                      // QString: "grok-4.7 · 1,204 tokens · 12.4 s"
    NoticeRole,                        // QVariant of TranscriptNotice; invalid: none
    SiblingIndexRole,                  // int, from 0
    SiblingCountRole,                  // int
    SourcesRole,                       // QList<Source>: of an answer, by their numbers
    InspectableRole,                   // bool: what went over the wire for it can be looked into
    RowExtentsRole,                    // QList<RowExtent> of all rows, asked of the first one; invalid: ask each row
};

// What the height of a row is estimated from. All at once, since a long conversation asks for ten thousand of them.
struct RowExtent
{
    qint32 textLength = 0;         // UTF-16 units
    bool isAnswer = false;
};
Q_DECLARE_METATYPE(QList<RowExtent>)

// A word of the program itself about a message: drawn in a form that model text cannot imitate.
struct TranscriptNotice
{
    enum class Level { Information, Wait, Error };
    Level level = Level::Information;
    QString text;                  // plain
    QString details;               // on request
    // At most two, the first is the primary one. `id` comes back in noticeActionRequested().
    struct Action { QString id; QString text; };
    Action primary;
    Action secondary;
};
Q_DECLARE_METATYPE(TranscriptNotice)
