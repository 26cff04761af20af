# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Starts the window and the floors, follows the window's trace, and reads what processes have used."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import corpus

SEPARATOR = "\n<!-- next -->\n"


def middle(rows, key):
    return statistics.median(row[key] for row in rows)


def tasks(pid):
    return pathlib.Path("/proc/%d/task" % pid).iterdir()


def cpu_ms(pid):
    """CPU time of all threads that live, from the scheduler's nanosecond counters."""
    total = 0
    for task in tasks(pid):
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except FileNotFoundError:
            pass        # a thread that just ended
    return total / 1e6


def wake_ups(pid):
    """How often threads went to sleep and woke again, by thread."""
    counts = {}
    for task in tasks(pid):
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                counts[(task / "comm").read_text().strip() + " " + task.name] = int(line.split()[1])
    return counts


def memory_kib(pid):
    """All pages of the process, shared ones whole: what else runs on the computer must not change the figure."""
    for line in pathlib.Path("/proc/%d/smaps_rollup" % pid).read_text().splitlines():
        if line.startswith("Rss:"):
            return int(line.split()[1])
    return 0


class Run:
    """A window with a trace."""

    def __init__(self, process, trace):
        self.process = process
        self.pid = process.pid
        self.trace = trace

    def events(self):
        found = []
        if self.trace.exists():
            for line in self.trace.read_text().splitlines():
                try:
                    found.append(json.loads(line))
                except ValueError:
                    pass        # a line that is just being written
        return found

    def event(self, name):
        return next((event for event in self.events() if event["ev"] == name), None)

    def wait(self, name, seconds=120):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if event := self.event(name):
                return event
            if self.process.poll() is not None:
                sys.exit("the window ended before %s: %s" % (name, self.process.stderr.read().decode()[-400:]))
            time.sleep(0.002)
        self.process.kill()
        sys.exit("no %s within %d s; trace: %s" % (name, seconds, self.trace.read_text() if self.trace.exists() else "none"))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Bench:
    def __init__(self, build, display, options):
        self.build = build
        self.runs = options.runs
        self.seconds = options.seconds
        self.options = options
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="grackle-bench-"))
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        left_out = ("XAI_API_KEY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
        self.environment = {key: value for key, value in os.environ.items() if key not in left_out}
        self.environment.update(HOME=str(self.home), XDG_RUNTIME_DIR=str(runtime), DISPLAY=display, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb",
                                DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        self.offscreen = dict(self.environment, QT_QPA_PLATFORM="offscreen")

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def program(self, name):
        found = [path for path in self.build.rglob(name) if path.is_file() and os.access(path, os.X_OK)]
        if not found:
            sys.exit("no program %s under %s" % (name, self.build))
        return str(found[0])

    def library(self, conversations, messages):
        folder = self.home / ("library-%d-%d" % (conversations, messages))
        if not folder.exists():
            texts = self.home / "corpus.md"
            texts.write_text(SEPARATOR.join(corpus.messages(400)))
            made = subprocess.run([self.program("make_library"), str(folder), str(conversations), str(messages), str(texts)],
                                  env=self.environment, stdout=subprocess.PIPE, check=True)
            (self.home / (folder.name + ".ids")).write_bytes(made.stdout)
        return folder

    def ids(self, folder):
        return (self.home / (folder.name + ".ids")).read_text().split()

    def new_folder(self):
        return tempfile.mkdtemp(dir=self.home)

    def start(self, *arguments):
        trace = self.home / ("trace-%d.jsonl" % time.monotonic_ns())
        process = subprocess.Popen([self.program("grackle"), "--trace", str(trace), *arguments], env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        return Run(process, trace)

    def ask(self, server, *arguments):
        """A window that asks the bench server at once."""
        return self.start("--data-dir", self.new_folder(), "--endpoint", server.url, "--model", "bench", "--send", "go", *arguments)

    def json_of(self, name, *arguments, environment=None):
        output = subprocess.run([self.program(name), *arguments], env=environment or self.offscreen, stdout=subprocess.PIPE, check=True, text=True).stdout
        return json.loads(output)

    def figures_of(self, name, *arguments):
        """Of a floor that prints lines "name value"."""
        output = subprocess.run([self.program(name), *arguments], env=self.offscreen, stdout=subprocess.PIPE, check=True, text=True).stdout
        return {line.split()[0]: float(line.split()[1]) for line in output.splitlines()}

    def json_floor_ms(self, server):
        figures = self.figures_of("floor_json", server.url)
        return figures["reply_end"] - figures["first_delta"]

    def launch_empty(self):
        began = time.monotonic()
        process = subprocess.Popen([self.program("floor_empty"), str(self.home / "empty.db")], env=self.environment,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        used = float(process.stdout.readline().split()[1])
        wall = (time.monotonic() - began) * 1e3
        memory = memory_kib(process.pid)
        process.stdin.close()
        process.wait()
        return {"cpu": used, "wall": wall, "memory": memory}
