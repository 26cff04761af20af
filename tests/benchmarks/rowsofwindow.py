# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Rows 6, 7, 11 and 13: the window at its start, what it keeps in memory, its search, and what it does when nothing happens."""
import statistics
import time

import corpus
from benchserver import BenchServer
from product import middle, memory_kib, wake_ups

IDLE_SECONDS = 5
BLINKS = 2 * IDLE_SECONDS


def launch_product(bench, folder):
    began = time.monotonic()
    run = bench.start("--data-dir", str(folder), "--practice")
    usable = run.wait("usable")
    wall = (time.monotonic() - began) * 1e3
    run.stop()
    return {"cpu": usable["process_cpu_ms"], "wall": wall}


def row6(bench):
    folder = bench.library(1000, 2)
    launch_product(bench, folder)
    empty, product = [], []
    for _ in range(bench.runs * 2):
        empty.append(bench.launch_empty())
        product.append(launch_product(bench, folder))
    cpu, wall = middle(product, "cpu") / middle(empty, "cpu"), middle(product, "wall") / middle(empty, "wall")
    return [("6", "launch to usable, CPU, 1,000 conversations", "<= 1.4 x empty", "%.2f x (%.0f ms; empty %.0f ms)" % (cpu, middle(product, "cpu"), middle(empty, "cpu")), cpu <= 1.4),
            ("6", "launch to usable, wall", "<= 1.5 x empty", "%.2f x (%.0f ms; empty %.0f ms)" % (wall, middle(product, "wall"), middle(empty, "wall")), wall <= 1.5)]


def settled_memory(bench, *arguments, event="usable"):
    run = bench.start(*arguments)
    run.wait(event)
    time.sleep(3)
    memory = memory_kib(run.pid)
    run.stop()
    return memory


def opened_library(bench):
    many = bench.library(1, 10000)
    (many / "settings.ini").write_text("[window]\nconversation=%s\n" % bench.ids(many)[0])
    return many


def row7(bench):
    empty = statistics.median(bench.launch_empty()["memory"] for _ in range(bench.runs))
    server = BenchServer(corpus.answer(32000 * 4), 0)
    many = opened_library(bench)
    asking = ("--endpoint", server.url, "--model", "bench", "--send", "go")
    rows = []
    for what, goal, measure in (
            ("idle", 12, lambda: settled_memory(bench, "--data-dir", bench.new_folder(), "--practice")),
            ("after a 32k-token reply", 20, lambda: settled_memory(bench, "--data-dir", bench.new_folder(), *asking, event="reply_painted")),
            ("10,000 messages open", 20, lambda: settled_memory(bench, "--data-dir", str(many), "--practice", event="conversation_opened"))):
        rows.append(memory_row("7", what, goal, statistics.median(measure() for _ in range(bench.runs)), empty))
    return rows


def memory_row(row, what, goal, memory, empty):
    over = (memory - empty) / 1024
    return (row, "memory over empty: " + what, "<= +%d MiB" % goal, "%+.1f MiB (empty %.1f MiB)" % (over, empty / 1024), over <= goal)


def row11(bench):
    conversations = 100 if bench.options.quick else 10000
    folder = bench.library(conversations, 100)
    measured = [bench.json_of("search_library", str(folder)) for _ in range(bench.runs)]
    launch_product(bench, folder)
    launch = statistics.median(launch_product(bench, folder)["wall"] for _ in range(bench.runs))
    empty = statistics.median(bench.launch_empty()["memory"] for _ in range(bench.runs))
    memory = statistics.median(settled_memory(bench, "--data-dir", str(folder), "--practice") for _ in range(bench.runs))
    floor, newest, ranked = (middle(measured, key) for key in ("floor_ms", "newest_ms", "ranked_ms"))
    size = "%s messages" % format(conversations * 100, ",")
    return [("11", "search, 50 hits, newest first, CPU p95, %s" % size, "<= 2 x search and 20 ms", "%.2f x (%.1f ms; search %.1f ms)" % (
                newest / floor, newest, floor), newest <= 2 * floor and newest <= 20),
            ("11", "search by conversation, ranked over the newest 1,000, CPU p95", "<= 30 ms", "%.1f ms" % ranked, ranked <= 30),
            ("11", "launch to usable, wall, %s" % size, "<= 1000 ms", "%.0f ms" % launch, launch <= 1000),
            memory_row("11", "idle, " + size, 12, memory, empty)]


def row13(bench):
    """Nobody touches the window: wake-ups of all its threads, the blinking of the cursor taken off."""
    many = opened_library(bench)
    counts, threads = [], {}
    for _ in range(bench.runs):
        run = bench.start("--data-dir", str(many), "--practice")
        run.wait("conversation_opened")
        time.sleep(12)       # the checks that follow a start
        before = wake_ups(run.pid)
        time.sleep(IDLE_SECONDS)
        after = wake_ups(run.pid)
        run.stop()
        threads = {name: count - before.get(name, 0) for name, count in after.items() if count > before.get(name, 0)}
        counts.append(max(0, sum(threads.values()) - BLINKS))
    count = statistics.median(counts)
    told = ", ".join("%s %d" % (name.split()[0], number) for name, number in sorted(threads.items(), key=lambda item: -item[1]))
    return [("13", "idle with a conversation open: wake-ups in 5 s", "none but the cursor's (%d)" % BLINKS, "%d (%s)" % (count, told or "no thread woke"), count == 0)]
