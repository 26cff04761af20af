#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Runs the benchmarks and prints one table: goal, figure, verdict. Floors and product are interleaved; medians of --runs.

    tests/benchmarks/run.py [--build DIR] [--runs N] [--seconds S] [--quick] [--long] [--rows 1,6,11]

Row 11 makes a library of a million messages first and is run when it is asked for. Builds the preset "bench" when it is not there. Needs Xvfb and xdotool. CPU time is user + system of the measured process alone.
"""
import argparse
import os
import pathlib
import subprocess
import sys

from product import Bench
from rowsofconversation import row8, row15, row16, rows9and10
from rowsofstreaming import fast_rows, row3_slow, row14, slow_rows
from rowsofwindow import row6, row7, row11, row13

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Each measurement with the rows that come out of it.
MEASUREMENTS = (({"1", "4", "5"}, slow_rows), ({"2", "3", "4", "5"}, fast_rows), ({"3"}, row3_slow), ({"6"}, row6), ({"7"}, row7), ({"8"}, row8),
                ({"9", "10"}, rows9and10), ({"11"}, row11), ({"13"}, row13), ({"14"}, row14), ({"15"}, row15),
                ({"16"}, row16))


def start_display():
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x820x24", "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as numbers:
        return server, ":" + numbers.readline().strip()


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "bench")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=20, help="length of a reply at 100 tokens a second")
    parser.add_argument("--rows", default="1,2,3,4,5,6,7,8,9,10,13,14,15,16")
    parser.add_argument("--quick", action="store_true", help="one short run of each, so that none rots")
    parser.add_argument("--long", action="store_true", help="row 3 at 100 tokens a second with 32,000 tokens: six minutes")
    options = parser.parse_args()
    if options.quick:
        options.runs, options.seconds = 1, 3
    return options


def main():
    options = read_options()
    if not options.build.exists():
        subprocess.run(["cmake", "--preset", "bench"], cwd=ROOT, check=True, stdout=sys.stderr)
        subprocess.run(["cmake", "--build", "--preset", "bench"], cwd=ROOT, check=True, stdout=sys.stderr)
    wanted = set(options.rows.split(","))
    display, name = start_display()
    bench = Bench(options.build, name, options)
    rows = []
    try:
        for numbers, measure in MEASUREMENTS:
            if numbers & wanted:
                rows += [row for row in measure(bench) if row[0] in wanted]
                print("%s measured" % measure.__name__, file=sys.stderr)
    finally:
        display.terminate()
        bench.close()
    rows.sort(key=lambda row: int(row[0]))
    print("| # | Measure | Goal | Figure | Verdict |\n|---|---|---|---|---|")
    for number, measure, goal, figure, met in rows:
        print("| %s | %s | %s | %s | %s |" % (number, measure, goal, figure, "met" if met else "**not met**"))


if __name__ == "__main__":
    main()
