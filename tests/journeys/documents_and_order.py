#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A conversation is saved as a document and as a PDF, deleted, and dropped in again from another application; conversations are put in order
by the menu of their rows, and the order is undone."""
from journey import *


def rows(window):
    return [n.name for n in window.nodes("list item", within=window.wait("list", "^Conversations$"))]


def row_named(window, words):
    return wait_for("a row with " + words, lambda: next(
        (n for n in window.nodes("list item", within=window.find("list", "^Conversations$")) if words in n.name), None))


def save_as(window, path):
    window.activate()
    key("ctrl+shift+s")
    field = window.wait("text", "^File name:$")
    wait_for("the field for the name has the focus", lambda: has_state(field, pyatspi.STATE_FOCUSED))
    key("ctrl+a")
    type_text(str(path))
    key("Return")
    wait_for("the file " + path.name, path.exists)
    window.wait_text("Saved as " + re.escape(path.name))


def choose_second_of_menu(window, words):
    """Pin to the top: below Rename in the menu of a row. Qt keeps menus that pop up out of the accessibility tree."""
    move_to(*centre(row_named(window, words)))
    run("xdotool", "click", "3")
    key("Down", "Down")
    screenshot("menu-of-a-conversation")
    key("Return")


def journey():
    grackle("ask", "--practice", "echo walnut bread")
    grackle("ask", "--practice", "echo telescope mirrors")
    window = Program("--practice")
    click(row_named(window, "telescope"))
    window.wait_message("telescope mirrors")

    document = HOME / "mirrors.grackle"
    save_as(window, document)
    pdf = HOME / "mirrors.pdf"
    save_as(window, pdf)
    expect(pdf.read_bytes().startswith(b"%PDF-"), "the PDF is none")
    expect(document.stat().st_mode & 0o077 == 0, "others can read the document")

    window.find("list", "^Conversations$").queryComponent().grabFocus()
    key("Delete")
    wait_for("gone from the library", lambda: len(conversations()) == 1)

    source = Program(str(document), program=DRAG_SOURCE, name="drag_source")
    run("xdotool", "windowmove", source.activate(), "1270", "20")
    label = wait_for("the drag source at its place", lambda: next((n for n in source.nodes("label") if centre(n)[0] > 1270), None))
    target = centre(window.frame)
    drag(centre(label), (target[0] + 60, target[1]))
    window.wait_text("1 conversation file will be opened")
    screenshot("document-over-the-window")
    drop()
    window.wait_message("telescope mirrors")
    row_named(window, "telescope")
    source.kill()
    wait_for("back in the library", lambda: len(conversations()) == 2)

    window.activate()
    choose_second_of_menu(window, "walnut")
    wait_for("the pinned one is first", lambda: "walnut" in rows(window)[0])
    window.find("list", "^Conversations$").queryComponent().grabFocus()
    key("ctrl+z")
    wait_for("the newest is first again", lambda: "telescope" in rows(window)[0])
    key("ctrl+shift+z")
    wait_for("the pinned one is first again", lambda: "walnut" in rows(window)[0])
    window.close()


main(journey)
