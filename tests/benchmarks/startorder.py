#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Finds out which functions a start runs, and writes src/app/startorder.txt, by which they stand together in the program.

    tests/benchmarks/startorder.py [--build build/ci]

Code is mapped in pieces of 64 KiB: scattered over the whole program, what runs keeps nearly all of it in memory. The order is only for memory and
speed: a function that is no longer there is passed over, a new one stands where it always stood. Needs valgrind, Xvfb and a build with its symbols.
"""
import argparse
import os
import pathlib
import re
import subprocess
import tempfile
import time

from run import ROOT, start_display

# The daily check of the library begins after ten.
SETTLED_SECONDS = 20


def functions_in(profile):
    """Those of the program itself that were run, by their names for the linker."""
    objects, functions, object_name = {}, {}, ""
    for line in profile.read_text().splitlines():
        named = re.match(r"^(ob|cob|fn|cfn)=\((\d+)\)(?: (.*))?$", line)
        if not named:
            continue
        kind, number, text = named.groups()
        known = objects if kind.endswith("ob") else functions
        if text:
            known[number] = text.strip()
        if kind == "ob":
            object_name = known[number]
        # What makes constants stands together anyway. Valgrind counts the levels of recursion behind the name.
        elif kind == "fn" and object_name.endswith("/grackle") and not known[number].startswith("_GLOBAL_"):
            yield known[number].split("'")[0]


def sections_by_function(program):
    """A constructor has several names at one place; its section has that of the base object's."""
    names = {}
    for line in subprocess.run(["nm", str(program)], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines():
        address, kind, name = line.rsplit(maxsplit=2) if line[0] != " " else ("", "", "")
        if kind in tuple("tTwW"):
            names.setdefault(address, []).append(name)
    return {name: section_names(together) for together in names.values() for name in together}


def section_names(together):
    return [name for name in together if not re.search("[CD]1E", name)] or together


def profile_of(program, home, display, name, arguments, event):
    """What callgrind saw of the window from its start until some seconds behind the event."""
    trace, profile = home / (name + ".trace"), home / (name + ".profile")
    environment = dict(os.environ, HOME=str(home), DISPLAY=display, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb", DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    environment.pop("XAI_API_KEY", None)
    window = subprocess.Popen(["valgrind", "--tool=callgrind", "--demangle=no", "--callgrind-out-file=%s" % profile, str(program), "--trace", str(trace),
                               "--practice", *arguments], env=environment, stderr=subprocess.DEVNULL)
    while window.poll() is None and not (trace.exists() and event in trace.read_text()):
        time.sleep(0.2)
    time.sleep(SETTLED_SECONDS)
    window.terminate()
    window.wait()
    return profile


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=str(ROOT / "build/ci"))
    program = pathlib.Path(parser.parse_args().build).resolve() / "src/app/grackle"
    sections = sections_by_function(program)
    server, display = start_display()
    try:
        with tempfile.TemporaryDirectory() as home:
            def run(name, folder, event, *arguments):
                profile = profile_of(program, pathlib.Path(home), display, name, ["--data-dir", "%s/%s" % (home, folder), *arguments], event)
                return {section for function in functions_in(profile) for section in sections.get(function, [])}

            start = run("start", "new", '"usable"')
            answer = run("answer", "used", '"reply_painted"', "--send", "Show me what you can do")
            again = run("again", "used", '"usable"')
    finally:
        server.terminate()
    groups = (start, again - start, answer - again - start)
    (ROOT / "src/app/startorder.txt").write_text("".join(name + "\n" for group in groups for name in sorted(group)))
    print("%d functions run at a start, %d more with conversations, %d more for an answer" % tuple(map(len, groups)))


if __name__ == "__main__":
    main()
