#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Conversations of the terminal are in the window's library while it is open; search, rename, delete and undo by keyboard."""
from journey import *


def rows(window):
    return [n.name for n in window.nodes("list item", within=window.wait("list", "^Conversations$"))]


def row_named(window, words):
    return wait_for("a row with " + words, lambda: next(
        (n for n in window.nodes("list item", within=window.find("list", "^Conversations$")) if words in n.name), None))


def journey():
    grackle("ask", "--practice", "echo walnut bread")
    grackle("ask", "--practice", "echo telescope mirrors")
    window = Program("--practice")
    row_named(window, "walnut")
    row_named(window, "telescope")

    grackle("ask", "--practice", "echo a question from the terminal")
    row_named(window, "question from the terminal")

    search = window.wait("text", "^Search in all conversations$")
    key("ctrl+shift+f")
    wait_for("the search field has the focus", lambda: has_state(search, pyatspi.STATE_FOCUSED))
    type_text("walnut")
    # A row for each message that has the word.
    wait_for("hits alone", lambda: rows(window) and all("walnut" in name for name in rows(window)))
    key("Down", "Return")
    window.wait_message("walnut bread")
    search.queryComponent().grabFocus()
    key("ctrl+a", "BackSpace")
    wait_for("all rows again", lambda: len(rows(window)) >= 3)

    click(row_named(window, "telescope"))
    window.wait_message("telescope mirrors")
    # The row has the focus, so F2 and Delete mean it.
    window.find("list", "^Conversations$").queryComponent().grabFocus()
    key("F2")
    # Qt does not show the editor of a row in the accessibility tree; without it the typing below would rename nothing.
    key("ctrl+a")
    type_text("Grinding a mirror")
    key("Return")
    row_named(window, "Grinding a mirror")
    wait_for("the new title in the library", lambda: "Grinding a mirror" in [c["title"] for c in conversations()])

    window.find("list", "^Conversations$").queryComponent().grabFocus()
    key("Delete")
    wait_for("the row is gone", lambda: not any("Grinding" in name for name in rows(window)))
    wait_for("gone from the library", lambda: len(conversations()) == 2)
    window.press("push button", "^Undo")
    row_named(window, "Grinding a mirror")
    wait_for("back in the library", lambda: len(conversations()) == 3)
    window.close()


main(journey)
