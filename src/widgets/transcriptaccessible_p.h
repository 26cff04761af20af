// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rowlayout.h"

class QAccessibleInterface;
class TranscriptView;

// Makes transcripts known to assistive technology: a list "Conversation" of messages with their text; in a message its headings,
// code blocks, formulas and tables with their cells, and what can be pressed. May be called as often as one likes.
void installTranscriptAccessibility();

// What assistive technology knows a pressable thing of a row as; nullptr when it is not there.
QAccessibleInterface *accessibleSpot(TranscriptView &view, int row, const Hotspot &spot);
