#!/usr/bin/env python3
"""Starts WaDesk and a bare window in turn, and compares their medians."""
import os
import statistics
import subprocess
import sys
import tempfile
import time


def run(program, *args):
    env = dict(os.environ, BENCH_STARTED_USEC=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000))
    out = subprocess.run([program, *args], env=env, capture_output=True, text=True, timeout=60, check=True).stdout
    milliseconds, kib = out.split()[-2:]
    return float(milliseconds), int(kib) / 1024


def main():
    folder, runs = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as data:
        programs = {
            "bare AdwApplicationWindow": [f"{folder}/bench-bare-window"],
            "WaDesk": [f"{folder}/bench-wadesk-window", f"--data-dir={data}"],
        }
        for command in programs.values():
            run(*command)
        figures = {name: [] for name in programs}
        for _ in range(runs):
            for name, command in programs.items():
                figures[name].append(run(*command))

    medians = {}
    for name, rows in figures.items():
        times, memory = zip(*rows)
        medians[name] = statistics.median(times), statistics.median(memory)
        print(f"{name:28} {medians[name][0]:7.0f} ms  ({min(times):.0f} to {max(times):.0f})  "
              f"{medians[name][1]:6.1f} MiB")
    bare, ours = medians.values()
    print(f"{'ratio':28} {ours[0] / bare[0]:7.2f}                    {ours[1] / bare[1]:6.2f}")


if __name__ == "__main__":
    main()
