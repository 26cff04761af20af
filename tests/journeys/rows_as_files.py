#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Rows of the side pane are dragged to another application as files, one and several; the file is dropped into another library, and a row
straight from one window into another: the conversations are there with their pictures. Inside the list a row goes into a folder."""
import shutil

from journey import *

OTHER = HOME / "other"
THIRD = HOME / "third"
DESKTOP = HOME / "desktop"


def rows(window):
    return [n.name for n in window.nodes("list item", within=window.find("list", "^Conversations$"))]


def row_named(window, words):
    return wait_for("a row with " + words, lambda: next(
        (n for n in window.nodes("list item", within=window.find("list", "^Conversations$")) if words in n.name), None))


def documents(folder):
    """What is in a library, as documents by title."""
    found = {}
    for conversation in json.loads(grackle("list", "--json", library=folder)):
        exported = grackle("export", conversation["id"], "--format", "json", library=folder)
        found[conversation["title"]] = json.loads(exported)
    return found


def expect_same(found, wanted):
    """All of it but the place in the list: what was opened last stands first."""
    for document in (found, wanted):
        document["conversation"].pop("updated", None)
    differing = [key for key in sorted(set(found) | set(wanted)) if found.get(key) != wanted.get(key)]
    expect(not differing, "; ".join("%s is %s, not %s" % (key, str(found.get(key))[:400], str(wanted.get(key))[:400]) for key in differing))


def pictures(document):
    return re.findall(r"data:image/[a-z]+;base64,[A-Za-z0-9+/=]{20,}", json.dumps(document)) or re.findall(r"[A-Za-z0-9+/=]{60,}", json.dumps(document))


def dropped(path, count):
    def look():
        names = json.loads(path.read_text())["files"] if path.exists() else []
        return names if len(names) == count else None
    return wait_for("%d files that were dropped" % count, look)


def put(window, x, width):
    run("xdotool", "windowsize", window.activate(), str(width), "820", "windowmove", window.activate(), str(x), "20")
    wait_for("the window at its place", lambda: abs(centre(window.frame)[0] - x - width // 2) < 12)


def drag_out(window, row, target, picture):
    point = centre(row)
    drag((point[0] - 60, point[1]), centre(target))
    screenshot(picture)
    drop()


def journey():
    DESKTOP.mkdir()
    picture = write_png(HOME / "square.png", 48, 32, (200, 30, 60))
    grackle("ask", "--practice", "--image", str(picture), "fast: what is in this square")
    grackle("ask", "--practice", "echo telescope mirrors")
    before = documents(LIBRARY)
    square = next(title for title in before if "square" in title)
    expect(pictures(before[square]), "the document has no picture inside: %s" % str(before[square])[:600])

    window = Program("--practice")
    put(window, 10, 700)
    listing = DESKTOP / "dropped.json"
    target = Program(str(listing), program=DROP_TARGET, name="drop_target")
    run("xdotool", "windowmove", target.activate(), "1270", "20")
    place = wait_for("the drop target at its place", lambda: next((n for n in target.nodes("label") if centre(n)[0] > 1270), None))
    drag_out(window, row_named(window, "square"), place, "row-over-another-application")
    names = dropped(listing, 1)
    expect(json.loads(listing.read_text())["isCopy"], "a row that leaves the window is moved")
    expect(names[0].endswith(".grackle") and "square" in names[0], "the file is called %s" % names)

    click(row_named(window, "telescope"))
    move_to(*centre(row_named(window, "square")))
    run("xdotool", "keydown", "ctrl", "click", "1", "keyup", "ctrl")
    drag_out(window, row_named(window, "square"), place, "rows-over-another-application")
    names = dropped(listing, 2)
    expect(len(conversations()) == 2, "rows that were dragged out are gone from the library")
    target.kill()

    # And inside the list: a row of no folder onto the heading of one.
    window.activate()
    click(row_named(window, "square"))
    run("xdotool", "click", "3")
    key("Down", "Down", "Down", "Right")
    screenshot("menu-of-folders")
    type_text("Shapes")
    key("Return")
    heading = row_named(window, "Shapes")
    point = centre(row_named(window, "telescope"))
    drag((point[0] - 60, point[1]), (centre(heading)[0] - 40, centre(heading)[1]))
    screenshot("row-over-a-folder")
    drop()
    click(row_named(window, "Shapes"))
    wait_for("both are in the folder that was closed", lambda: len(rows(window)) == 1)
    window.find("list", "^Conversations$").queryComponent().grabFocus()
    key("ctrl+z")
    wait_for("one is out of it again", lambda: len(rows(window)) == 2 and row_named(window, "telescope"))
    key("ctrl+shift+z")
    wait_for("and in it", lambda: len(rows(window)) == 1)
    click(row_named(window, "Shapes"))
    row_named(window, "square")

    # Straight into the window of another library, beside the first one.
    other = Program("--practice", "--data-dir", str(OTHER))
    put(other, 725, 700)
    wait_for("the other window at its place", lambda: centre(other.frame)[0] > 900)
    middle = centre(other.frame)
    window.activate()
    point = centre(row_named(window, "square"))
    drag((point[0] - 60, point[1]), (middle[0] + 100, middle[1]))
    other.wait_text("conversation file")
    screenshot("row-over-another-library")
    drop()
    other.wait_message("square")
    window.close()
    other.close()
    expect_same(documents(OTHER)[square], before[square])

    # And the file that was dropped on the desktop, into a third one.
    third = Program("--practice", "--data-dir", str(THIRD))
    put(third, 10, 1100)
    name = next(name for name in names if "square" in name)
    source = Program(str(DESKTOP / name), program=DRAG_SOURCE, name="drag_source")
    run("xdotool", "windowmove", source.activate(), "1270", "20")
    label = wait_for("the drag source at its place", lambda: next((n for n in source.nodes("label") if centre(n)[0] > 1270), None))
    middle = centre(third.frame)
    drag(centre(label), (middle[0] + 60, middle[1]))
    third.wait_text("1 conversation file will be opened")
    drop()
    third.wait_message("square")
    source.kill()
    screenshot("conversation-in-a-third-library")
    third.close()
    expect_same(documents(THIRD)[square], before[square])
    shutil.rmtree(DESKTOP)


main(journey)
