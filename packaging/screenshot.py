#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""screenshot.py THEME FILE: a question in the real window, then a picture of it. Run by screenshot.sh."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests" / "journeys"))
from journey import *  # noqa: E402,F403

THEME, TARGET = sys.argv[1], pathlib.Path(sys.argv[2])


def harbour(path):
    """A small drawn picture, so that no photograph has to be in the repository."""
    run("convert", "-size", "640x426", "gradient:#ffcf7a-#c8506a", "-fill", "#fff1c9", "-draw", "circle 430,150 430,205",
        "-fill", "#2f4a7a", "-draw", "rectangle 0,270 640,426", "-fill", "#1d2f52", "-draw", "polygon 150,270 300,270 270,300 175,300",
        "-fill", "#f4ead2", "-draw", "polygon 220,120 220,262 300,262", "-fill", "#e8d6ae", "-draw", "polygon 212,150 212,262 160,262",
        "-quality", "92", str(path))
    return path


def journey():
    for question in ("Names for a small sailing boat", "Which knots hold a wet rope?", "Soup for a cold evening"):
        grackle("ask", "--practice", question)
    settings = LIBRARY / "settings.ini"
    settings.write_text("[appearance]\ntheme=%s\n" % THEME)
    settings.chmod(0o600)
    window = Program("--practice", str(harbour(HOME / "harbour.jpg")))
    x_window = window.activate()
    run("xdotool", "windowsize", "--sync", x_window, "1120", "720")
    window.wait(None, r"^Picture harbour\.jpg")
    click(window.wait("text", "^Message$"))
    # The word "code" has the practice server show some below its description of the picture.
    type_text("What is in this picture? And some code, please.")
    key("Return")
    window.wait_message("640")
    window.wait("push button", "^Send", seconds=60)
    # The next question stands ready; the page shows its beginning; the mouse is out of the way.
    type_text("And when is high water?")
    move_to(*centre(window.frame))
    run("xdotool", "click", "--repeat", "60", "--delay", "10", "4")
    move_to(1270, 790)
    time.sleep(0.5)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    run("import", "-window", x_window, "-strip", str(TARGET))
    window.kill()


main(journey)
