// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"

#include <QList>
#include <QMetaType>
#include <QString>

// A source as it is listed under an answer. All of it is text of the model: plain, never fetched.
struct Source
{
    int number = 0;      // as the marks in the text call it
    QString url;
    QString title;       // empty: not said
    QString date;        // as the server writes it, see readableDate()
    bool operator==(const Source &) const = default;
};
Q_DECLARE_METATYPE(QList<Source>)

// The sources of an answer by their numbers. A mark in the text, `[[3]](https://…)`, gives its address the number 3 and is a
// source even where the server does not list it; sources without a mark follow with numbers of their own.
QList<Source> sourcesOf(const QString &text, const QList<Citation> &citations);

// A day as the reader's language writes it, for dates as they come over the wire (2026-03-01, with a time or not, RFC 2822,
// seconds since 1970). Anything else comes back as it is, short and on one line.
QString readableDate(const QString &date);
