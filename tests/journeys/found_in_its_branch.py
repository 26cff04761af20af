#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A search over all branches: the hit of a branch that is not the active one is opened where its words are, and they are marked."""
from journey import *


def message(number, parent, role, text):
    entry = {"id": "019a0000-0000-7000-8000-%012d" % number, "role": role, "created": 1790000000000 + number, "content": [{"type": "text", "text": text}]}
    if parent:
        entry["parent"] = "019a0000-0000-7000-8000-%012d" % parent
    if role == "assistant":
        entry["answer"] = {"model": "practice", "finish_reason": "stop"}
    return entry


def document():
    """Two branches below the first question: an old one of forty messages with the word in its midst, and the active one."""
    messages = [message(1, None, "user", "Tell me of the sea")]
    parent = 1
    for number in range(2, 42):
        text = "Paragraph %d of the old branch. " % number * 12
        if number == 20:
            text = "Some words before it. " * 20 + "Here swims a nudibranch among the corals. " + "Some words behind it. " * 20
        messages.append(message(number, parent, "assistant" if number % 2 == 0 else "user", text))
        parent = number
    messages.append(message(100, 1, "assistant", "The new branch speaks of ships alone."))
    return {"format": "grackle-conversation", "version": 1,
            "conversation": {"id": "019a0000-0000-7000-8000-999999999999", "title": "Of the sea", "head": "019a0000-0000-7000-8000-000000000100",
                             "created": 1790000000000},
            "messages": messages}


def journey():
    file = HOME / "sea.grackle"
    file.write_text(json.dumps(document()))
    grackle("import", str(file))
    grackle("ask", "--practice", "echo something else altogether")
    window = Program("--practice")
    window.wait("list", "^Conversations$")

    search = window.wait("text", "^Search in all conversations$")
    key("ctrl+shift+f")
    wait_for("the search field has the focus", lambda: has_state(search, pyatspi.STATE_FOCUSED))
    type_text("nudibranch corals")
    conversations_list = window.find("list", "^Conversations$")

    def only_hit():
        rows = list(window.nodes("list item", within=conversations_list))
        return rows[0] if len(rows) == 1 and "sea" in rows[0].name else None
    click(wait_for("the hit alone", only_hit))

    # The branch is the old one, and what is on screen is the message with the words, not the end of the branch.
    found = wait_for("the message with the words", lambda: window.find_message("swims a nudibranch"))
    wait_for("it is on screen", lambda: is_showing(found))
    screenshot("found_in_its_branch")
    assert not any(is_showing(n) and "Paragraph 41" in text_of(n) for n in window.nodes(MESSAGE_ROLES)), "the end is on screen"
    window.close()


main(journey)
