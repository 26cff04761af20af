# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Rows 8, 9, 10 and 15: opening a long conversation, moving in it, and a long text in the composer."""
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
