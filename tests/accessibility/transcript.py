#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A transcript as a screen reader meets it, on a real accessibility bus: tree, text, selection, events and the keyboard."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journeys"))
from journey import *  # noqa: E402

CATALOGUE = "https://example.org/gaia"


class Heard:
    """Events of the program, in the order in which they came."""

    def __init__(self, *kinds):
        self.events = []
        for kind in kinds:
            pyatspi.Registry.registerEventListener(self._note, kind)

    def _note(self, event):
        try:
            self.events.append((event.type, event.source_name or event.source.name, str(event.any_data)))
        except GLib.Error:
            pass

    def said(self, kind, text):
        return any(e[0].startswith(kind) and text in (e[1] + "\n" + e[2]) for e in self.events)


def expect_tree(window):
    conversation = window.wait("list", "^Conversation$")
    messages = [conversation.getChildAtIndex(i) for i in range(conversation.childCount)]
    expect([m.name for m in messages] == ["You, message 1 of 2", "Answer, message 2 of 2"], [m.name for m in messages])
    expect(all(role_of(m) == "list item" for m in messages), [role_of(m) for m in messages])

    answer = messages[1]
    heading = window.wait("heading", "^Distances$", within=answer)
    expect(text_of(heading) == "Distances", text_of(heading))
    code = window.wait(None, "^Code, python$", within=answer)
    expect(text_of(code) == "print(42)", text_of(code))
    link = window.wait("link", "^the catalogue$", within=answer)
    expect(link.description == CATALOGUE, "the link's target: " + link.description)
    picture = next((n for n in window.nodes(within=answer) if role_of(n) in ("image", "icon")), None)
    expect(picture is not None and "A nebula" in picture.name, "the picture: %s" % picture)
    expect(picture.description == "https://pictures.example/nebula.png", picture.description)
    formula = window.wait(None, "^Formula$", within=answer)
    expect(formula.description == r"d = \frac{1}{p}", formula.description)
    expect_table(window.wait("table", r"^Table, 3 row", within=answer))
    return answer


def expect_table(node):
    table = node.queryTable()
    expect((table.nRows, table.nColumns) == (3, 2), "%d rows, %d columns" % (table.nRows, table.nColumns))
    cells = [[table.getAccessibleAt(r, c) for c in range(2)] for r in range(3)]
    expect([[c.name for c in row] for row in cells] == [["Object", "Light years"], ["Carina", "7500"], ["Orion", "1344"]],
           [[c.name for c in row] for row in cells])
    expect("header" in cells[0][0].getRoleName() and "cell" in cells[1][0].getRoleName(), cells[0][0].getRoleName())
    expect(table.getColumnDescription(1) == "Light years", table.getColumnDescription(1))
    carina, orion = cells[1][0], cells[2][0]
    above, below = (c.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) for c in (carina, orion))
    expect(above.width > 20 and above.y + above.height <= below.y and above.x == below.x, "%s, %s" % (above, below))
    expect(carina.queryText().getText(0, -1) == "Carina", "the cell's text")


def expect_text(answer):
    text = answer.queryText()
    whole = text.getText(0, -1)
    expect(len(whole) == text.characterCount and whole.startswith("Distances\nA bold word"), whole)
    box = answer.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    for word in ("Distances", "bold", "catalogue", "print", "1344"):
        offset = whole.index(word)
        x, y, width, height = text.getCharacterExtents(offset, pyatspi.DESKTOP_COORDS)
        expect(width > 2 and height > 10, "%s is %d by %d pixels" % (word, width, height))
        expect(box.x <= x and x + width <= box.x + box.width and box.y <= y, "%s stands outside its message" % word)
        found = text.getOffsetAtPoint(x + width // 2 - 1, y + height // 2, pyatspi.DESKTOP_COORDS)
        expect(found == offset, "%s is at %d, not %d" % (word, found, offset))
    attributes, begin, end = text.getAttributes(whole.index("bold") + 1)[:3]
    expect(whole[begin:end] == "bold" and "700" in str(attributes) or "bold" in str(attributes), "%s: %s" % (whole[begin:end], attributes))


def expect_selection(answer):
    text = answer.queryText()
    begin = text.getText(0, -1).index("bold word")
    text.addSelection(begin, begin + 9)
    wait_for("the selection", lambda: text.getNSelections() == 1)
    expect(tuple(text.getSelection(0)) == (begin, begin + 9), text.getSelection(0))
    key("ctrl+c")
    wait_for("the copied words", lambda: run("xclip", "-selection", "clipboard", "-o") == "**bold** word")
    text.removeSelection(0)
    wait_for("no selection", lambda: text.getNSelections() == 0)


def expect_keyboard(window, heard):
    def focused():
        node = window.focused()
        return node.name if node is not None else ""
    key("Up")
    wait_for("the last message has the focus", lambda: focused() == "Answer, message 2 of 2")
    key("Up")
    wait_for("the first message has the focus", lambda: focused() == "You, message 1 of 2")
    wait_for("the focus is announced", lambda: heard.said("object:state-changed:focused", "You, message 1 of 2"))
    key("Down")
    wait_for("the second message has the focus", lambda: focused() == "Answer, message 2 of 2")
    key("Return")
    wait_for("something inside has the focus", lambda: focused() == "the catalogue")
    wait_for("that is announced", lambda: heard.said("object:state-changed:focused", "the catalogue"))
    key("Right")
    wait_for("the next thing has the focus", lambda: focused().startswith("Copy code"))
    key("Escape")
    wait_for("the message has the focus again", lambda: focused() == "Answer, message 2 of 2")


def expect_announcements(window, heard):
    key("F5")
    wait_for("the new message is announced", lambda: heard.said("object:children-changed:add", ""))
    window.wait("list item", "^Answer, being written, message 3 of 3$")
    expect(not heard.said("object:text-changed:insert", "first sentence"), "half a sentence was announced")
    key("F5")
    wait_for("the first sentence", lambda: heard.said("object:text-changed:insert", "The first sentence ends here."))
    key("F5")
    wait_for("the second sentence", lambda: heard.said("object:text-changed:insert", "The second goes on."))
    key("F5")
    key("F5")
    wait_for("the rest", lambda: heard.said("object:text-changed:insert", "nobody ends this one"))
    wait_for("the end", lambda: heard.said("object:text-changed:insert", "Answer ready"))
    window.wait("list item", "^Answer, message 3 of 3$")
    spoken = "".join(e[2] for e in heard.events if e[0].startswith("object:text-changed:insert"))
    expect(spoken.count("The first sentence") == 1 and spoken.count("goes on") == 1, "said twice: " + spoken)


def journey():
    heard = Heard("object:text-changed:insert", "object:children-changed", "object:state-changed:focused")
    window = Program(program=os.environ["JOURNEY_DRAG_SOURCE"], name="spoken_transcript")
    answer = expect_tree(window)
    expect_text(answer)
    expect_selection(answer)
    expect_keyboard(window, heard)
    expect_announcements(window, heard)
    window.close()


main(journey)
