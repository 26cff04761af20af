# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""What the journeys share: a program in a real window, found through the accessibility tree, driven by keys and mouse.

Nodes are found by role and name, as a screen reader finds them; a name that a person cannot hear is a name that the journey
cannot find. Every wait is for a thing and has a limit.
"""
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import time
import traceback
import zlib

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402
import pyatspi  # noqa: E402

GRACKLE = os.environ["JOURNEY_GRACKLE"]
DRAG_SOURCE = os.environ["JOURNEY_DRAG_SOURCE"]
DROP_TARGET = os.environ["JOURNEY_DROP_TARGET"]
OUTPUT = pathlib.Path(os.environ["JOURNEY_OUTPUT"])
HOME = pathlib.Path(os.environ["HOME"])
LIBRARY = HOME / "library"
# A build under the sanitizers is several times slower.
PATIENCE = float(os.environ.get("JOURNEY_PATIENCE", "30"))


# What the messages of a transcript are to a screen reader.
MESSAGE_ROLES = ("list item", "paragraph", "section", "label", "static", "text")


class JourneyError(AssertionError):
    pass


def wait_for(what, look, seconds=None):
    """Returns what look() returns as soon as that is true; look may fail while the tree changes under it."""
    end = time.monotonic() + (seconds or PATIENCE)
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = look()
        except (GLib.Error, LookupError, NotImplementedError, AttributeError):
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise JourneyError("waited in vain for: " + what)
        time.sleep(0.1)


def run(*argv):
    return subprocess.run(argv, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL).stdout.decode()


def key(*names):
    run("xdotool", "key", "--clearmodifiers", "--delay", "30", *names)


def type_text(text):
    run("xdotool", "type", "--delay", "15", text)


def screenshot(name):
    path = OUTPUT / (name + ".png")
    subprocess.run(["import", "-window", "root", str(path)], check=False, stderr=subprocess.DEVNULL)
    return path


def write_png(path, width, height, colour):
    """A picture of one colour, made without a library."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes(colour) * width) * height
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return path


def walk(node, depth=0):
    yield node
    if depth < 40:
        for i in range(node.childCount):
            child = node.getChildAtIndex(i)
            if child is not None:
                yield from walk(child, depth + 1)


def role_of(node):
    """The role's name as at-spi2 2.46 calls it; later versions say "button"."""
    name = node.getRoleName()
    return "push button" if name == "button" else name


def has_state(node, *states):
    held = node.getState()
    return all(held.contains(s) for s in states)


def is_showing(node):
    return has_state(node, pyatspi.STATE_SHOWING, pyatspi.STATE_VISIBLE)


def text_of(node):
    """What can be read at a node: its text, else its name and description."""
    try:
        text = node.queryText().getText(0, -1)
        if text:
            return text
    except NotImplementedError:
        pass
    return "\n".join(t for t in (node.name, node.description) if t)


def readable(node):
    """Everything that can be read at a node and below."""
    return "\n".join(text_of(n) for n in walk(node))


def centre(node):
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return box.x + box.width // 2, box.y + box.height // 2


def move_to(x, y):
    run("xdotool", "mousemove", str(int(x)), str(int(y)))


def click(node):
    move_to(*centre(node))
    run("xdotool", "click", "1")


class Program:
    """grackle in a window. Leave it with close(), or kill() to see what is left after a sudden end."""

    def __init__(self, *arguments, program=GRACKLE, name="grackle"):
        self.name = name
        self.log_path = HOME / (name + ".log")
        self.log = open(self.log_path, "ab")
        argv = [program, *arguments] if program != GRACKLE else [program, "--data-dir", str(LIBRARY), *arguments]
        self.process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.root = wait_for("the accessibility tree of " + name, self._find_root)
        self.frame = wait_for("the window of " + name, lambda: next((n for n in self.nodes() if n != self.root), None))
        self.activate()

    def _find_root(self):
        if self.process.poll() is not None:
            raise JourneyError("%s ended at its start with status %d; its last words: %s" % (self.name, self.process.returncode, self.last_words()))
        desktop = pyatspi.Registry.getDesktop(0)
        desktop.clearCache()
        for application in desktop:
            if application is not None and application.get_process_id() == self.process.pid:
                # What changes in the program is asked for anew each time.
                application.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def last_words(self):
        return self.log_path.read_text(errors="replace")[-2000:]

    def activate(self):
        window = wait_for("the X window of " + self.name, self._x_window)
        run("xdotool", "windowactivate", "--sync", window)
        return window

    def _x_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout.decode().split()
        return found[-1] if found else None

    def nodes(self, role=None, name=None, showing=True, within=None):
        for node in walk(within or self.root):
            try:
                if role and role_of(node) not in ((role,) if isinstance(role, str) else role):
                    continue
                if name and not re.search(name, node.name or ""):
                    continue
                if showing and not is_showing(node):
                    continue
            except (GLib.Error, LookupError):
                continue
            yield node

    def find(self, role=None, name=None, showing=True, within=None):
        return next(self.nodes(role, name, showing, within), None)

    def wait(self, role=None, name=None, seconds=None, within=None):
        return wait_for("%s named %s" % (role or "anything", name), lambda: self.find(role, name, within=within), seconds)

    def wait_text(self, pattern, seconds=None, within=None, role=None):
        """Waits until something on screen reads like this, and gives the node."""
        def look():
            for node in self.nodes(role, within=within):
                if re.search(pattern, text_of(node)):
                    return node
            return None
        return wait_for("the text " + pattern, look, seconds)

    def find_message(self, pattern):
        """The node of a transcript that reads like this, also when it is scrolled out of sight."""
        for node in self.nodes(showing=False):
            if role_of(node) in MESSAGE_ROLES and re.search(pattern, text_of(node)):
                return node
        return None

    def wait_message(self, pattern, seconds=None):
        return wait_for("a message with " + pattern, lambda: self.find_message(pattern), seconds)

    def tab_to(self, name, presses=40):
        """Goes to a control as a person without a mouse does."""
        for _ in range(presses):
            focused = self.focused()
            if focused is not None and re.search(name, focused.name or ""):
                return focused
            key("Tab")
        raise JourneyError("Tab does not reach " + name)

    def press(self, role, name):
        """Does what a click on a control does, wherever it is."""
        self.wait(role, name).queryAction().doAction(0)

    def focused(self):
        for node in self.nodes():
            if has_state(node, pyatspi.STATE_FOCUSED) and node.getRoleName() != "frame":
                return node
        return None

    def focusable_without_name(self):
        nameless = []
        for node in self.nodes():
            if has_state(node, pyatspi.STATE_FOCUSABLE) and node.getRoleName() not in ("frame", "application") and not node.name:
                nameless.append("%s below %s" % (role_of(node), [p.name for p in ancestors(node)][:4]))
        return nameless

    def close(self):
        """Closes the window as a person does, and wants a clean end."""
        self.activate()
        key("alt+F4")
        try:
            status = self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise JourneyError("the window was closed and the program still runs") from None
        if status != 0:
            raise JourneyError("the program ended with status %d: %s" % (status, self.last_words()))

    def kill(self):
        self.process.kill()
        self.process.wait()


def ancestors(node):
    while node.parent is not None and node.parent.getRoleName() != "desktop frame":
        node = node.parent
        yield node


def grackle(*arguments, status=0, stdin=None, library=LIBRARY):
    """A terminal command on the journey's library, or another one; gives its standard output."""
    done = subprocess.run([GRACKLE, *arguments, "--data-dir", str(library)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          input=stdin, timeout=120, check=False)
    if done.returncode != status:
        raise JourneyError("grackle %s: status %d, expected %d: %s" % (" ".join(arguments), done.returncode, status, done.stderr.decode(errors="replace")))
    return done.stdout.decode()


def conversations():
    return json.loads(grackle("list", "--json"))


def drag(source, target):
    """Drags with the mouse from one point of the screen to another, slowly enough for both applications to take part."""
    move_to(*source)
    run("xdotool", "mousedown", "1")
    time.sleep(0.3)
    for _ in range(6):   # past the threshold at which a drag begins
        run("xdotool", "mousemove_relative", "--", "6", "4")
        time.sleep(0.05)
    x, y = source[0] + 36, source[1] + 24
    for step in range(1, 21):
        move_to(x + (target[0] - x) * step / 20, y + (target[1] - y) * step / 20)
        time.sleep(0.03)
    time.sleep(0.5)


def drop():
    run("xdotool", "mouseup", "1")


def expect(condition, what):
    if not condition:
        raise JourneyError(what)


def main(journey):
    name = pathlib.Path(sys.argv[0]).stem
    try:
        journey()
    except Exception:
        traceback.print_exc()
        print("JOURNEY %s failed; what the screen shows: %s" % (name, screenshot(name + "-failed")), file=sys.stderr)
        sys.exit(1)
    print("journey %s: arrived" % name)
