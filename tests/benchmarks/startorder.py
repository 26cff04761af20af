#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Finds out of which files a start runs code, and writes src/app/startorder.cmake, by which they stand together in the program.

    tests/benchmarks/startorder.py [--build build/ci]

Code is mapped in pieces of 64 KiB: scattered over the whole program, what runs keeps nearly all of it in memory. The order is only for memory and
speed: a file that is no longer there is passed over, a new one stands where it always stood. Needs valgrind, Xvfb and a build that knows its lines.
"""
import argparse
import os
import pathlib
import re
import subprocess
import tempfile
import time

from run import ROOT, start_display

SETTLED_SECONDS = 8
WIDTH = 120


def files_in(profile):
    """Our own files of which functions were run, as module/name."""
    objects, sources, functions, object_name, source = {}, {}, {}, "", ""
    for line in profile.read_text().splitlines():
        named = re.match(r"^(ob|cob|fl|fi|fe|cfi|cfl|fn|cfn)=\((\d+)\)(?: (.*))?$", line)
        if not named:
            continue
        kind, number, text = named.groups()
        known = objects if kind.endswith("ob") else functions if kind.endswith("fn") else sources
        if text:
            known[number] = text.strip()
        if kind == "ob":
            object_name = known[number]
        elif kind == "fl":
            source = known[number]
        # The linker itself puts together what makes constants.
        elif kind == "fn" and object_name.endswith("/grackle") and not re.match("_GLOBAL__sub_I|__static_init", known[number]):
            if resource := re.search(r"/src/(\w+)/.*/(qrc_\w+)\.cpp$", source):
                yield "/".join(resource.groups())
            elif made := re.search(r"/src/\w+/(\w+)_autogen/", source):
                yield made.group(1) + "/mocs_compilation"
            elif ours := re.search(r"/src/(\w+/\w+)\.cpp$", source):
                yield ours.group(1)


def profile_of(program, home, display, arguments, event):
    """What callgrind saw of the window from its start until some seconds behind the event."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=home))
    trace, profile = folder / "trace", folder / "profile"
    environment = dict(os.environ, HOME=str(home), DISPLAY=display, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb", DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    environment.pop("XAI_API_KEY", None)
    window = subprocess.Popen(["valgrind", "--tool=callgrind", "--callgrind-out-file=%s" % profile, str(program), "--trace", str(trace),
                               "--data-dir", str(folder / "data"), "--practice", *arguments], env=environment, stderr=subprocess.DEVNULL)
    while window.poll() is None and not (trace.exists() and event in trace.read_text()):
        time.sleep(0.2)
    time.sleep(SETTLED_SECONDS)
    window.terminate()
    window.wait()
    return profile


def lines_of(files):
    lines = [""]
    for file in files:
        if len(lines[-1]) + len(file) > WIDTH:
            lines.append("")
        lines[-1] += " " + file
    return "".join("   %s\n" % line for line in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=str(ROOT / "build/ci"))
    program = pathlib.Path(parser.parse_args().build).resolve() / "src/app/grackle"
    server, display = start_display()
    try:
        with tempfile.TemporaryDirectory() as home:
            start = set(files_in(profile_of(program, home, display, [], '"usable"')))
            answer = set(files_in(profile_of(program, home, display, ["--send", "Show me what you can do"], '"reply_painted"')))
    finally:
        server.terminate()
    start.discard("app/main")
    answer -= start | {"app/main"}
    (ROOT / "src/app/startorder.cmake").write_text(
        "# SPDX-FileCopyrightText: 2026 The Grackle authors\n# SPDX-License-Identifier: MIT\n"
        "# Written by tests/benchmarks/startorder.py: the files of which a start runs code, then those of which an answer does besides.\n"
        "set(START_ORDER\n" + lines_of(sorted(start)) + lines_of(sorted(answer)) + ")\n")
    print("%d files run at a start, %d more for an answer" % (len(start), len(answer)))


if __name__ == "__main__":
    main()
