// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QLabel>
#include <QString>

// A label that shows outside text: plain, whatever it looks like.
QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);
// Words of the second rank: a little smaller, in the secondary colour. Follows theme and zoom.
void makeSecondary(QLabel *label);

// For one line of somebody's text among widgets of this direction: a text of the other one is drawn in its own, so that its full stop or question
// mark stands at its end. Elided before, where it has to be.
QString inItsOwnDirection(const QString &text, Qt::LayoutDirection around);

// The application's font at this share of its size.
QFont scaledFont(qreal factor, QFont::Weight weight = QFont::Normal);
// Gives a widget that font, now and after each change of the application's font.
void setFontScale(QWidget *widget, qreal factor, QFont::Weight weight = QFont::Normal);
