#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Runs the benchmarks and prints one table: goal, figure, verdict. Floors and product are interleaved; medians of --runs.

    tests/benchmarks/run.py [--build DIR] [--runs N] [--seconds S] [--quick] [--rows 1,6,7,8]

Builds the preset "bench" when it is not there. Needs Xvfb. CPU time is user + system of the measured process alone.
"""
import argparse
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
from benchserver import BenchServer

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEPARATOR = "\n<!-- next -->\n"


def cpu_ms(pid):
    """CPU time of all threads, from the scheduler's nanosecond counters; dead threads are in the process's own ticks."""
    total = 0
    for task in pathlib.Path("/proc/%d/task" % pid).iterdir():
        total += int((task / "schedstat").read_text().split()[0])
    return total / 1e6


def pss_kib(pid):
    for line in pathlib.Path("/proc/%d/smaps_rollup" % pid).read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


class Bench:
    def __init__(self, build, display):
        self.build = build
        self.environment = {k: v for k, v in os.environ.items() if k not in ("XAI_API_KEY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        home = tempfile.mkdtemp(prefix="grackle-bench-")
        self.home = pathlib.Path(home)
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        self.environment.update(HOME=home, XDG_RUNTIME_DIR=str(runtime), DISPLAY=display, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb",
                                DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")

    def program(self, name):
        found = [p for p in self.build.rglob(name) if p.is_file() and os.access(p, os.X_OK)]
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

    # A product run: starts the window and follows its trace.
    def start(self, *arguments):
        trace = self.home / ("trace-%d.jsonl" % time.monotonic_ns())
        process = subprocess.Popen([self.program("grackle"), "--trace", str(trace), *arguments], env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        return process, trace

    def wait_event(self, process, trace, name, seconds=120):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if trace.exists():
                for line in trace.read_text().splitlines():
                    if '"%s"' % name in line:
                        try:
                            return json.loads(line)
                        except ValueError:
                            break
            if process.poll() is not None:
                sys.exit("the window ended before %s: %s" % (name, process.stderr.read().decode()[-400:]))
            time.sleep(0.002)
        process.kill()
        sys.exit("no %s within %d s; trace: %s" % (name, seconds, trace.read_text() if trace.exists() else "none"))

    def stop(self, process):
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def stream_cpu(bench, server, seconds):
    """CPU of the window from the first delta to the last text painted."""
    data = tempfile.mkdtemp(dir=bench.home)
    process, trace = bench.start("--data-dir", data, "--endpoint", server.url, "--model", "bench", "--send", "go")
    bench.wait_event(process, trace, "first_delta")
    before = cpu_ms(process.pid)
    bench.wait_event(process, trace, "reply_painted", seconds + 60)
    used = cpu_ms(process.pid) - before
    memory = pss_kib(process.pid)
    bench.stop(process)
    return used, memory


def json_cpu(bench, server):
    process = subprocess.Popen([bench.program("floor_json"), server.url], env=bench.environment, stdout=subprocess.PIPE, text=True)
    lines = [line.split() for line in process.stdout]
    process.wait()
    figures = {line[0]: float(line[1]) for line in lines}
    return figures["reply_end"] - figures["first_delta"]


def row1(bench, runs, seconds):
    server = BenchServer(corpus.answer(seconds * 100 * 4), 100)
    floor, product = [], []
    for _ in range(runs):
        floor.append(json_cpu(bench, server))
        product.append(stream_cpu(bench, server, seconds)[0])
    tokens = seconds * 100
    ratio = statistics.median(product) / statistics.median(floor)
    return ("1", "CPU per token at 100/s", "<= 5.0 x json", "%.2f x (%.0f us; json %.0f us)" % (
        ratio, statistics.median(product) * 1e3 / tokens, statistics.median(floor) * 1e3 / tokens), ratio <= 5.0)


def launch_product(bench, folder):
    began = time.monotonic()
    process, trace = bench.start("--data-dir", str(folder), "--practice")
    bench.wait_event(process, trace, "usable")
    wall = (time.monotonic() - began) * 1e3
    used = cpu_ms(process.pid)
    bench.stop(process)
    return used, wall


def launch_empty(bench):
    began = time.monotonic()
    process = subprocess.Popen([bench.program("floor_empty"), str(bench.home / "empty.db")], env=bench.environment,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.readline()
    wall = (time.monotonic() - began) * 1e3
    used = cpu_ms(process.pid)
    memory = pss_kib(process.pid)
    process.stdin.close()
    process.wait()
    return used, wall, memory


def row6(bench, runs):
    folder = bench.library(1000, 2)
    launch_product(bench, folder)
    empty, product = [], []
    for _ in range(runs):
        empty.append(launch_empty(bench))
        product.append(launch_product(bench, folder))
    middle = lambda rows, i: statistics.median(row[i] for row in rows)
    cpu, wall = middle(product, 0) / middle(empty, 0), middle(product, 1) / middle(empty, 1)
    return [("6", "launch to usable, CPU, 1,000 conversations", "<= 1.4 x empty", "%.2f x (%.0f ms; empty %.0f ms)" % (cpu, middle(product, 0), middle(empty, 0)), cpu <= 1.4),
            ("6", "launch to usable, wall", "<= 1.5 x empty", "%.2f x (%.0f ms; empty %.0f ms)" % (wall, middle(product, 1), middle(empty, 1)), wall <= 1.5)]


def settled_memory(bench, *arguments, event="usable"):
    process, trace = bench.start(*arguments)
    bench.wait_event(process, trace, event)
    time.sleep(2)
    memory = pss_kib(process.pid)
    bench.stop(process)
    return memory


def row7(bench, runs):
    empty = statistics.median(launch_empty(bench)[2] for _ in range(runs))
    server = BenchServer(corpus.answer(32000 * 4), 0)
    many = bench.library(1, 10000)
    (many / "settings.ini").write_text("[window]\nconversation=%s\n" % bench.ids(many)[0])
    rows = []
    for what, goal, measure in (
            ("memory over empty: idle", 12, lambda: settled_memory(bench, "--data-dir", tempfile.mkdtemp(dir=bench.home), "--practice")),
            ("memory over empty: after a 32k-token reply", 20, lambda: settled_memory(
                bench, "--data-dir", tempfile.mkdtemp(dir=bench.home), "--endpoint", server.url, "--model", "bench", "--send", "go", event="reply_painted")),
            ("memory over empty: 10,000 messages open", 20, lambda: settled_memory(bench, "--data-dir", str(many), "--practice", event="conversation_opened"))):
        over = (statistics.median(measure() for _ in range(runs)) - empty) / 1024
        rows.append(("7", what, "<= +%d MiB" % goal, "%+.1f MiB (empty %.1f MiB)" % (over, empty / 1024), over <= goal))
    return rows


def row8(bench, runs):
    small, large = bench.library(1, 1000), bench.library(1, 10000)
    measured = {}
    for _ in range(runs):
        for name, folder in (("1k", small), ("10k", large)):
            output = subprocess.run([bench.program("open_conversation"), str(folder), bench.ids(folder)[0]], env=dict(bench.environment, QT_QPA_PLATFORM="offscreen"),
                                    stdout=subprocess.PIPE, check=True, text=True).stdout
            measured.setdefault(name, []).append(json.loads(output))
    middle = lambda name, key: statistics.median(row[key] for row in measured[name])
    ratio = middle("10k", "product_ms") / middle("10k", "floor_ms")
    growth = middle("10k", "product_ms") / middle("1k", "product_ms")
    return [("8", "opening 10,000 messages, CPU to first paint", "<= 10 x open", "%.2f x (%.1f ms; open %.1f ms)" % (ratio, middle("10k", "product_ms"), middle("10k", "floor_ms")), ratio <= 10),
            ("8", "opening 10,000 against 1,000 messages", "<= 2 x", "%.2f x (%.1f ms; %.1f ms)" % (growth, middle("10k", "product_ms"), middle("1k", "product_ms")), growth <= 2)]


def row11(bench, runs, conversations):
    folder = bench.library(conversations, 100)
    measured = []
    for _ in range(runs):
        output = subprocess.run([bench.program("search_library"), str(folder)], env=bench.environment, stdout=subprocess.PIPE, check=True, text=True).stdout
        measured.append(json.loads(output))
    launch_product(bench, folder)
    launches = [launch_product(bench, folder)[1] for _ in range(runs)]
    floor, newest, ranked = (statistics.median(row[key] for row in measured) for key in ("floor_ms", "newest_ms", "ranked_ms"))
    size = "%s messages" % format(conversations * 100, ",")
    return [("11", "search, 50 hits, newest first, p95, %s" % size, "<= 2 x search and 20 ms", "%.2f x (%.1f ms; search %.1f ms)" % (newest / floor, newest, floor), newest <= 2 * floor and newest <= 20),
            ("11", "search by conversation, ranked over the newest 1,000, p95", "<= 30 ms", "%.1f ms" % ranked, ranked <= 30),
            ("11", "launch to usable, wall, %s" % size, "<= 1000 ms", "%.0f ms" % statistics.median(launches), statistics.median(launches) <= 1000)]


def start_display():
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x820x24", "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as numbers:
        return server, ":" + numbers.readline().strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "bench")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=20, help="length of a reply at 100 tokens a second")
    parser.add_argument("--rows", default="1,6,7,8,11")
    parser.add_argument("--quick", action="store_true", help="one short run of each, so that none rots")
    options = parser.parse_args()
    if options.quick:
        options.runs, options.seconds = 1, 3
    if not options.build.exists():
        subprocess.run(["cmake", "--preset", "bench"], cwd=ROOT, check=True, stdout=sys.stderr)
        subprocess.run(["cmake", "--build", "--preset", "bench"], cwd=ROOT, check=True, stdout=sys.stderr)
    display, name = start_display()
    bench = Bench(options.build, name)
    rows = []
    try:
        for wanted, measure in (("1", lambda: [row1(bench, options.runs, options.seconds)]), ("6", lambda: row6(bench, options.runs)),
                                ("7", lambda: row7(bench, options.runs)), ("8", lambda: row8(bench, options.runs)),
                                ("11", lambda: row11(bench, options.runs, 100 if options.quick else 10000))):
            if wanted in options.rows.split(","):
                rows += measure()
                print("row %s measured" % wanted, file=sys.stderr)
    finally:
        display.terminate()
        shutil.rmtree(bench.home, ignore_errors=True)
    print("| # | Measure | Goal | Figure | Verdict |\n|---|---|---|---|---|")
    for number, measure, goal, figure, met in rows:
        print("| %s | %s | %s | %s | %s |" % (number, measure, goal, figure, "met" if met else "**not met**"))


if __name__ == "__main__":
    main()
