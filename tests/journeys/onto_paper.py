#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A long conversation is looked at as pages, on another paper, saved from there as a PDF; and its preview is closed as soon as it is there."""
from journey import *

MESSAGES = 40


def long_conversation():
    """A document as another computer would have saved it."""
    def name(number):
        return "01a220f9-0e8c-7f1f-b5d9-%012x" % number
    messages = []
    for number in range(1, MESSAGES + 1):
        message = {"id": name(number), "role": "user" if number % 2 else "assistant", "created": 1795849522810 + number,
                   "content": [{"type": "text", "text": "Chapter %d of the heron. " % number + "It stands in the water and waits. " * 14}]}
        if number > 1:
            message["parent"] = name(number - 1)
        messages.append(message)
    document = {"format": "grackle-conversation", "version": 1, "messages": messages,
                "conversation": {"id": name(0xfff), "title": "Herons", "created": 1795849522810, "updated": 1795849522811, "head": name(MESSAGES)}}
    path = HOME / "herons.grackle"
    path.write_text(json.dumps(document))
    return path


def find_preview(window):
    windows = [window.root.getChildAtIndex(i) for i in range(window.root.childCount)]
    return next((n for n in windows if n is not None and n.name == "Print" and is_showing(n)), None)


def wait_for_keys(preview):
    """The window manager hands them over when a window has opened or another has closed."""
    wait_for("the preview has the keys", lambda: has_state(preview, pyatspi.STATE_ACTIVE))


def preview_of(window):
    window.activate()
    key("ctrl+p")
    preview = wait_for("the preview", lambda: find_preview(window))
    wait_for_keys(preview)
    return preview


def tab_to(preview, name):
    """As Program.tab_to(), in the preview alone: the window behind it has a focus of its own. A list's name is what it shows; what it is for is
    its description."""
    for _ in range(20):
        focused = [n for n in walk(preview) if has_state(n, pyatspi.STATE_FOCUSED)]
        if any(re.search(name, words or "") for n in focused for words in (n.name, n.description)):
            return
        key("Tab")
    raise JourneyError("Tab does not reach " + name)


def page_of(window, preview):
    return int(window.wait("spin button", "^Page$", within=preview).queryValue().currentValue)


def pages_of(window, preview):
    """How many there are, when all are laid out."""
    label = window.wait_text("^of [0-9,]+$", within=preview, role="label")
    return int(re.sub("[^0-9]", "", text_of(label)))


def journey():
    grackle("import", str(long_conversation()))
    window = Program("--practice")
    click(wait_for("the row", lambda: next((n for n in window.nodes("list item") if "Herons" in n.name), None)))
    window.wait_message("of the heron")

    preview = preview_of(window)
    screenshot("preview")
    key("Escape")
    wait_for("the preview has gone", lambda: find_preview(window) is None)

    preview = preview_of(window)
    on_usual_paper = pages_of(window, preview)
    expect(page_of(window, preview) == 1, "the preview does not begin at its first page")
    nameless = window.focusable_without_name()
    expect(not nameless, "controls without a name: %s" % nameless)
    key("ctrl+Next", "ctrl+Next")
    wait_for("the third page", lambda: page_of(window, preview) == 3)
    tab_to(preview, "^Paper$")
    key("Down")
    wait_for("more pages on smaller paper", lambda: pages_of(window, preview) > on_usual_paper)
    screenshot("preview-on-smaller-paper")
    count = pages_of(window, preview)

    tab_to(preview, "^Save as PDF")
    key("Return")
    field = window.wait("text", "^File name:$")
    wait_for("the field for the name has the focus", lambda: has_state(field, pyatspi.STATE_FOCUSED))
    pdf = HOME / "herons.pdf"
    key("ctrl+a")
    type_text(str(pdf))
    key("Return")
    window.wait_text("Saved as herons", within=preview)
    written = pdf.read_bytes()
    expect(written.startswith(b"%PDF-"), "the PDF is none")
    expect(len(re.findall(rb"/Type /Page\n", written)) == count, "the PDF has not as many pages as the preview")
    wait_for_keys(preview)
    key("Escape")
    wait_for("the preview has gone", lambda: find_preview(window) is None)
    window.close()


main(journey)
