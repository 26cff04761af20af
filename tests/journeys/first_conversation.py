#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""First run, by keyboard alone: choose the practice server, ask, watch the answer come, ask on, close, find it all again."""
from journey import *


def journey():
    grackle_window = Program()
    grackle_window.tab_to("^Practice$")
    key("space")
    composer = grackle_window.wait("text", "^Message$")
    wait_for("the composer has the focus", lambda: has_state(composer, pyatspi.STATE_FOCUSED))
    expect(grackle_window.find(None, "Practice"), "nothing on screen says that this is practice")

    type_text("What is 2 + 2?")
    key("Return")
    grackle_window.wait_message("= \*?\*?4")
    expect(text_of(composer).strip() == "" or composer.queryText().characterCount == 0, "the composer still holds the question")

    type_text("echo the second question")
    key("Return")
    grackle_window.wait_message("Practice echo[^$]*the second question")
    grackle_window.wait("push button", "^Send")
    grackle_window.close()

    kept = conversations()
    expect(len(kept) == 1 and kept[0]["messages"] == 4, "kept: %s" % kept)
    again = Program()
    again.wait_message("= \*?\*?4")
    again.wait_message("the second question")
    again.close()


main(journey)
