#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""The window is closed, and the program killed, in the middle of an answer: everything that arrived is there afterwards, marked as cut."""
from journey import *


def ask_for_something_long(window, first_words):
    click(window.wait("text", "^Message$"))
    type_text(first_words + " long 3000 slow")
    key("Return")
    window.wait_message("Part 1")
    window.wait("push button", "^Stop")


def journey():
    window = Program("--practice")
    ask_for_something_long(window, "Closed:")
    window.close()

    window = Program("--practice")
    window.wait_message("Closed: long 3000 slow")
    window.wait_message("Part 1")
    window.wait_message(CUT)
    screenshot("closed-in-mid-answer-reopened")

    window.press("push button", "^New")
    wait_for("an empty conversation", lambda: not window.find_message("Part 1"))
    ask_for_something_long(window, "Killed:")
    time.sleep(1.5)   # beyond the half second after which a running answer is saved
    window.kill()

    window = Program("--practice")
    # Which conversation was shown is noted when the window is closed; this one was not.
    click(window.wait("list item", "Killed:"))
    window.wait_message("Killed: long 3000 slow")
    window.wait_message("Part 1")
    window.wait_message(CUT)
    window.close()
    expect(len(conversations()) == 2, "kept: %s" % conversations())


CUT = "(?i)cut off|stopped|interrupted"

main(journey)
