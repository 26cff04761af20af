#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""The ways back: a conversation out of a backup, all of a backup, and a damaged library that is read row by row."""
import contextlib
import sqlite3

from journey import *


def rows(window):
    return [n.name for n in window.nodes("list item", within=window.wait("list", "^Conversations$"))]


def has_row(window, words):
    return wait_for("a row with " + words, lambda: any(words in name for name in rows(window)))


def backups():
    return list((LIBRARY / "backups").glob("library-*.db"))


def open_dialog(window):
    # Qt keeps menus that pop up out of the accessibility tree: by its letter.
    key("F10")
    time.sleep(0.5)
    key("k")
    return window.wait("dialog", "^Restore from a backup$")


def journey():
    grackle("ask", "--practice", "echo apricot jam")
    grackle("ask", "--practice", "echo bicycle repair")
    window = Program("--practice")
    has_row(window, "apricot")
    # The daily backup comes some seconds after the start.
    wait_for("the backup", backups)

    row = wait_for("the row", lambda: next((n for n in window.nodes("list item", within=window.find("list", "^Conversations$")) if "apricot" in n.name), None))
    click(row)
    window.find("list", "^Conversations$").queryComponent().grabFocus()
    key("Delete")
    wait_for("the row is gone", lambda: not any("apricot" in name for name in rows(window)))

    dialog = open_dialog(window)
    lost = window.wait("list item", "not here any more", within=dialog)
    click(lost)
    screenshot("restore_dialog")
    window.press("push button", "^Bring back$")
    has_row(window, "apricot")

    # All of it: what came after the backup is set aside with the library.
    grackle("ask", "--practice", "echo cactus flower")
    has_row(window, "cactus")
    open_dialog(window)
    window.press("push button", "^Go back to this backup")
    window.press("push button", "^Go back$")
    wait_for("the library of the backup", lambda: len(rows(window)) == 2 and not any("cactus" in name for name in rows(window)))
    assert list(LIBRARY.glob("library.db.replaced-*")), "nothing was set aside"
    window.close()

    # The search index is overwritten and a check has found it: the program offers the ways out.
    database = LIBRARY / "library.db"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'body_index_data'").fetchone()[0]
    with open(database, "r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\x5a" * 4096)
    (LIBRARY / "check-failed").write_text("")
    window = Program("--practice")
    window.wait("push button", "^Use the newest backup$")
    screenshot("damaged_library")
    window.press("push button", "^Save what can be read$")
    window.wait("list", "^Conversations$")
    wait_for("what could be read", lambda: rows(window))
    assert list(LIBRARY.glob("library.db.damaged-*")), "the damaged library is not there any more"
    window.close()


main(journey)
