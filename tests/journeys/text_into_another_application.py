#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A question and its answer are selected, dragged out of the window and dropped on another application, which gets them as they were written."""
from journey import *


def letter(node, offset):
    """The middle of a character, where a person would take hold of it."""
    x, y, width, height = node.queryText().getCharacterExtents(offset, pyatspi.DESKTOP_COORDS)
    return (x + width // 2, y + height // 2) if width > 0 else None


def journey():
    grackle_window = Program("--practice")
    composer = grackle_window.wait("text", "^Message$")
    click(composer)
    type_text("echo walnut **bread** and `butter`")
    key("Return")
    answer = grackle_window.wait_message(r"(?s)^Practice echo:.*walnut bread and butter")

    dropped = HOME / "dropped.json"
    target = Program(str(dropped), program=DROP_TARGET, name="drop_target")
    run("xdotool", "windowmove", target.activate(), "1270", "20")
    label = wait_for("the drop target at its place", lambda: next((n for n in target.nodes("label") if centre(n)[0] > 1270), None))

    grackle_window.activate()
    place = wait_for("a place on the answer's first word", lambda: letter(answer, 2))
    move_to(*place)
    run("xdotool", "click", "1")
    key("ctrl+a")
    # A press that follows the click at once would be the second half of a double click.
    wait_for("the selection", lambda: answer.queryText().getNSelections() > 0)
    time.sleep(1)
    # Its right part, which our window does not cover.
    drag(place, (centre(label)[0] + 65, centre(label)[1]))
    screenshot("text-over-another-application")
    drop()
    target.wait_text("^Dropped$")
    content = json.loads(dropped.read_text())
    screenshot("text-in-another-application")

    expect(content["isCopy"], "the text was not offered as a copy")
    for kind in ("text/plain", "text/markdown"):
        expect("walnut **bread** and `butter`" in content[kind], "%s is not what was written: %s" % (kind, content[kind]))
        expect(content[kind].count("walnut") == 2, "not both messages came as %s: %s" % (kind, content[kind]))
    expect("<strong>bread</strong>" in content["text/html"], "no markup in the HTML: " + content["text/html"])
    # Still there, and still selected.
    expect(answer.queryText().getNSelections() > 0, "the selection went with the drag")
    target.kill()
    grackle_window.close()


main(journey)
