#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Nothing that takes the focus is without a name, on any page, and Tab goes round without being caught."""
from journey import *


def expect_names(window, where):
    nameless = window.focusable_without_name()
    expect(not nameless, "%s: no name: %s" % (where, nameless))


def journey():
    window = Program()
    window.wait(None, "Practice")
    expect_names(window, "first run")
    window.close()

    picture = write_png(HOME / "harbour.png", 48, 32, (30, 30, 200))
    window = Program("--practice", str(picture))
    window.wait(None, r"^Picture harbour\.png")
    window.wait("text", "^Message$")
    expect_names(window, "composer with a picture")
    click(window.wait("text", "^Message$"))
    type_text("markdown code table")
    key("Return")
    window.wait_message("practice|Practice")
    window.wait("push button", "^Send", seconds=60)
    expect_names(window, "transcript")

    visited = []
    for _ in range(24):
        key("Tab")
        focused = window.focused()
        if focused is not None:
            visited.append(focused.name)
    expect("Message" in visited or visited.count(visited[0]) > 1, "Tab never came round: %s" % visited)
    expect(len(set(visited)) >= 6, "Tab reaches only %s" % sorted(set(visited)))

    key("ctrl+comma")
    window.wait("dialog", "Settings|Preferences")
    expect_names(window, "settings")
    key("Escape")
    wait_for("the settings are closed", lambda: not window.find("dialog"))
    window.close()


main(journey)
