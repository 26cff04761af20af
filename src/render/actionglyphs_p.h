// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paintcontext.h"

class QPainter;

// The small pictures of the actions, drawn as lines on a grid of 16 into `area`, in the painter's pen colour.
void paintActionGlyph(QPainter &painter, Hotspot::Kind kind, const QRectF &area);
// An arrow head: pointing right when closed, down when open.
void paintFoldGlyph(QPainter &painter, bool isOpen, const QRectF &area);
