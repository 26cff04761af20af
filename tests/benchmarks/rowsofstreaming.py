# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Rows 1 to 5 and 14: an answer streams in."""
import math
import statistics
import subprocess
import time

import corpus
from benchserver import BenchServer
from product import cpu_ms, middle

RATE = 100
LONG = 32000            # tokens
SHORT = 2000
TOKEN = 4               # characters


def stream(bench, server):
    """One answer in a window: CPU from the first delta to the last text painted, what came after the last byte, stretches."""
    sent = {}
    run = bench.ask(server)
    server.on_last_byte = lambda: sent.update(at=time.monotonic() * 1e3, cpu=cpu_ms(run.pid))
    run.wait("reply_painted", 60 + len(server.events) / (server.rate or 1000))
    time.sleep(0.05)
    events = run.events()
    run.stop()
    named = {event["ev"]: event for event in events}
    painted = named["reply_painted"]
    return {"cpu": painted["process_cpu_ms"] - named["first_delta"]["process_cpu_ms"],
            "after_cpu": painted["process_cpu_ms"] - sent["cpu"],
            "after_wall": painted["t_ms"] + named["start"]["monotonic_ms"] - sent["at"],
            "p99": named["ui_stretches"]["p99_ms"], "max": named["ui_stretches"]["max_ms"]}


def slow_rows(bench):
    """Rows 1, 4 and 5 at 100 tokens a second come from the same runs."""
    tokens = bench.seconds * RATE
    server = BenchServer(corpus.answer(tokens * TOKEN), RATE)
    floor, product = [], []
    for _ in range(bench.runs):
        floor.append(bench.json_floor_ms(server))
        product.append(stream(bench, server))
    cpu, least = middle(product, "cpu"), statistics.median(floor)
    after, p99, longest = (middle(product, key) for key in ("after_wall", "p99", "max"))
    frames = 2 * 1000 / 60
    return [("1", "CPU per token at 100/s", "<= 5.0 x json", "%.2f x (%.0f us; json %.0f us)" % (cpu / least, cpu * 1e3 / tokens, least * 1e3 / tokens), cpu <= 5 * least),
            ("4", "last byte to last text painted, 100/s", "2 frames (%.0f ms)" % frames, "%.0f ms" % after, after <= frames),
            ("5", "longest UI stretch, 100/s, p99", "<= 1 ms", "%.2f ms" % p99, p99 <= 1),
            ("5", "longest UI stretch, 100/s", "<= 16 ms", "%.1f ms" % longest, longest <= 16)]


def growth(times, small, large):
    return math.log(large / small) / math.log(times)


def fast_rows(bench):
    """Rows 2, 3, 4 and 5 at full speed."""
    text = corpus.answer(LONG * TOKEN)
    reply = bench.home / "reply.md"
    reply.write_text(text)
    long, short = BenchServer(text, 0), BenchServer(corpus.answer(SHORT * TOKEN), 0)
    json, layout, product, less = [], [], [], []
    for _ in range(bench.runs):
        json.append(bench.json_floor_ms(long))
        layout.append(bench.figures_of("floor_layout", str(reply))["layout"])
        product.append(stream(bench, long))
        less.append(stream(bench, short))
    least = statistics.median(json) + statistics.median(layout)
    cpu = middle(product, "cpu")
    exponent = growth(LONG / SHORT, middle(less, "cpu"), cpu)
    after, p99, longest = (middle(product, key) for key in ("after_cpu", "p99", "max"))
    return [("2", "CPU for 32k tokens at full speed", "<= 2.5 x (json + layout)", "%.2f x (%.0f ms; json %.0f, layout %.0f ms)" % (
                cpu / least, cpu, statistics.median(json), statistics.median(layout)), cpu <= 2.5 * least),
            ("3", "growth from 2k to 32k tokens, full speed", "exponent <= 1.03", "%.3f" % exponent, exponent <= 1.03),
            ("4", "last byte to last text painted, full speed", "<= 200 ms CPU", "%.0f ms" % after, after <= 200),
            ("5", "longest UI stretch, full speed, p99", "<= 8 ms", "%.2f ms" % p99, p99 <= 8),
            ("5", "longest UI stretch, full speed", "<= 16 ms", "%.1f ms" % longest, longest <= 16)]


def row3_slow(bench):
    """At 100 a second 32,000 tokens take over five minutes; --long measures them, else a tenth of both."""
    part = 1 if bench.options.long else 10
    small, large = SHORT // part, LONG // part
    servers = [BenchServer(corpus.answer(tokens * TOKEN), RATE) for tokens in (small, large)]
    runs = 1 if bench.options.long else bench.runs
    used = [[], []]
    for _ in range(runs):
        for figures, server in zip(used, servers):
            figures.append(stream(bench, server)["cpu"])
    exponent = growth(large / small, statistics.median(used[0]), statistics.median(used[1]))
    return [("3", "growth from %d to %d tokens, 100/s" % (small, large), "exponent <= 1.03", "%.3f" % exponent, exponent <= 1.03)]


def row14(bench):
    """The answer streams on while another conversation is shown."""
    seconds = max(6, bench.seconds)
    server = BenchServer(corpus.answer((seconds + 4) * RATE * TOKEN), RATE)
    floor, product = [], []
    for _ in range(bench.runs):
        floor.append(window_cpu(bench, server, seconds, lambda: subprocess.Popen([bench.program("floor_json"), server.url], env=bench.environment,
                                                                                    stdout=subprocess.DEVNULL)))
        product.append(hidden_cpu(bench, server, seconds))
    ratio = statistics.median(product) / statistics.median(floor)
    return [("14", "a reply streaming in a conversation that is not shown", "<= 1.3 x json", "%.2f x (%.0f us a token; json %.0f us)" % (
        ratio, statistics.median(product) * 1e3 / seconds / RATE, statistics.median(floor) * 1e3 / seconds / RATE), ratio <= 1.3)]


def window_cpu(bench, server, seconds, start):
    process = start()
    time.sleep(2)
    before = cpu_ms(process.pid)
    time.sleep(seconds)
    used = cpu_ms(process.pid) - before
    process.kill()
    process.wait()
    return used


def hidden_cpu(bench, server, seconds):
    run = bench.ask(server)
    run.wait("first_delta")
    window = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(run.pid)], env=bench.environment, stdout=subprocess.PIPE,
                            check=True, text=True).stdout.split()[-1]
    subprocess.run(["xdotool", "windowfocus", "--sync", window, "key", "ctrl+n"], env=bench.environment, check=True)
    time.sleep(1.5)
    before = cpu_ms(run.pid)
    time.sleep(seconds)
    used = cpu_ms(run.pid) - before
    run.stop()
    return used
