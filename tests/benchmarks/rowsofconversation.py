# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Rows 8, 9, 10, 15 and 16: opening a long conversation, moving in it, a long text in the composer, and switching."""
import shutil
import statistics

from product import middle


def row8(bench):
    folders = {"1k": bench.library(1, 1000), "10k": bench.library(1, 10000)}
    measured = {name: [] for name in folders}
    for _ in range(bench.runs):
        for name, folder in folders.items():
            measured[name].append(bench.json_of("open_conversation", str(folder), bench.ids(folder)[0]))
    large, small, floor = middle(measured["10k"], "product_ms"), middle(measured["1k"], "product_ms"), middle(measured["10k"], "floor_ms")
    return [("8", "opening 10,000 messages, CPU to first paint", "<= 10 x open", "%.2f x (%.1f ms; open %.1f ms)" % (large / floor, large, floor), large <= 10 * floor),
            ("8", "opening 10,000 against 1,000 messages", "<= 2 x", "%.2f x (%.1f ms; %.1f ms)" % (large / small, large, small), large <= 2 * small)]


def rows9and10(bench):
    folder = bench.library(1, 10000)
    measured = [bench.json_of("move_conversation", str(folder), bench.ids(folder)[0]) for _ in range(bench.runs)]
    at = lambda what, key: statistics.median(run[what][key] for run in measured)
    kept = all(run["kept"] for run in measured)
    scroll, paint = at("scroll", "p50"), at("paint", "p50")
    return [("9", "scroll step of 60 px, p50", "<= 4 x paint", "%.2f x (%.2f ms; paint %.2f ms)" % (scroll / paint, scroll, paint), scroll <= 4 * paint),
            ("9", "scroll step, p99", "<= 4 ms", "%.2f ms" % at("scroll", "p99"), at("scroll", "p99") <= 4),
            ("9", "scroll step, longest", "<= 16 ms", "%.1f ms" % at("scroll", "max"), at("scroll", "max") <= 16),
            ("9", "any jump, longest", "<= 16 ms", "%.1f ms" % at("jump", "max"), at("jump", "max") <= 16),
            ("10", "a step of resizing with 10,000 messages, longest", "<= 16 ms, position kept", "%.1f ms, %s" % (
                at("resize", "max"), "kept" if kept else "not kept"), at("resize", "max") <= 16 and kept)]


def row15(bench):
    used = statistics.median(bench.json_of("paste_text")["paste_ms"] for _ in range(bench.runs))
    return [("15", "pasting 20,000 lines into the composer", "<= 50 ms", "%.0f ms" % used, used <= 50)]


def row16(bench):
    """In the window: conversations of 10 and of 1,000 messages, and one whose answer is being written, in turn."""
    made = bench.library(1, 1000)
    identity = bench.ids(made)[0]
    measured = []
    for _ in range(bench.runs):
        folder = bench.new_folder()
        shutil.copytree(made, folder, dirs_exist_ok=True)
        measured.append(bench.json_of("switch_conversation", folder, identity, "12" if bench.options.quick else "120", environment=bench.environment))
    at = lambda what, key: statistics.median(run[what][key] for run in measured)
    figure = "%.1f / %.1f / %.1f ms; to the paint %.1f / %.1f / %.1f ms" % tuple(at(what, key) for what in ("stretch", "paint") for key in ("p50", "p99", "max"))
    streams = all(run["streams"] for run in measured)
    return [("16", "switching conversations (10; 1,000; streaming), longest UI stretch p50 / p99 / max, CPU", "<= 16 ms", figure, streams and at("stretch", "max") <= 16)]
