#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A picture is dragged from another application onto the window, shown on a chip, sent, and described by its real bytes."""
from journey import *


def journey():
    picture = write_png(HOME / "harbour.png", 48, 32, (200, 30, 30))
    grackle_window = Program("--practice")
    composer = grackle_window.wait("text", "^Message$")
    place = centre(composer)

    source = Program(str(picture), program=DRAG_SOURCE, name="drag_source")
    # At the edge of the screen, so that it covers nothing of where the drop goes.
    run("xdotool", "windowmove", source.activate(), "1270", "20")
    label = wait_for("the drag source at its place", lambda: next((n for n in source.nodes("label") if centre(n)[0] > 1270), None))
    target = centre(grackle_window.frame)
    drag(centre(label), (target[0] + 60, target[1]))
    grackle_window.wait_text("1 image will be added to this message")
    expect(centre(composer) == place, "the drag moved what is below it")
    screenshot("picture-over-the-window")
    drop()
    chip = grackle_window.wait(None, r"^Picture harbour\.png")
    # Not before: the bytes of a drop come from the source.
    source.kill()
    wait_for("pixels and bytes on the chip", lambda: re.search(r"48\s*[×x]\s*32", readable(chip)))
    expect(re.search(r"\d+\s*(B|bytes|KB|kB|KiB)", readable(chip)), "no bytes on the chip: " + readable(chip))
    screenshot("picture-on-the-chip")

    grackle_window.activate()
    click(composer)
    type_text("What is in this picture?")
    key("Return")
    grackle_window.wait_message(r"48\s*[×x]\s*32")
    wait_for("the chip is gone", lambda: not grackle_window.find(None, r"^Remove harbour\.png"))
    grackle_window.close()

    exported = json.loads(grackle("export", conversations()[0]["id"], "--format", "json", "-o", "-"))
    expect("image" in json.dumps(exported), "the picture is not in the exported conversation")


main(journey)
