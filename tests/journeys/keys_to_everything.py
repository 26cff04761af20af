#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Ctrl+K finds a conversation and an action by a few letters, Ctrl+Tab goes back and forth, also after a restart."""
from journey import *


def ask(window, question):
    key("ctrl+n")
    click(window.wait("text", "^Message$"))
    type_text(question)
    key("Return")
    window.wait("push button", "^Send", seconds=60)
    wait_for("%s is listed" % question, lambda: window.find("list item", "^%s" % question))


def shown(window, title):
    wait_for("%s is shown" % title, lambda: title in (window.frame.name or ""))


def journey():
    window = Program("--practice")
    for question in ("echo walnuts", "echo mirrors", "echo taxes"):
        ask(window, question)
    shown(window, "echo taxes")

    key("ctrl+k")
    window.wait("list", "")
    type_text("walnu")
    key("Return")
    shown(window, "echo walnuts")

    key("ctrl+k")
    type_text("settings")
    key("Return")
    window.wait("dialog", "Settings|Preferences")
    key("Escape")
    wait_for("the settings are closed", lambda: not window.find("dialog"))

    key("ctrl+k")
    type_text("mirr")
    key("Escape")
    shown(window, "echo walnuts")

    key("ctrl+Tab")
    shown(window, "echo taxes")
    window.close()

    window = Program("--practice")
    shown(window, "echo taxes")
    key("ctrl+Tab")
    shown(window, "echo walnuts")
    window.close()


main(journey)
