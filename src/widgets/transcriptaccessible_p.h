// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

// Makes transcripts known to assistive technology: a list "Conversation" of messages with their text; in a message its headings and
// code blocks, and what can be pressed. May be called as often as one likes.
void installTranscriptAccessibility();
