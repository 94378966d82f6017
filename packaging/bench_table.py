#!/usr/bin/env python3
"""The medians of packaging/bench.sh, side by side.

usage: bench_table.py FOLDER FIGURE...
"""
import json
import os
import sys

# figure -> (what it says, the measuring tool's name for it, unit)
ROWS = {
    "start": [("start to first changed pixel", "first_ms", "ms"),
              ("start to first complete frame", "shown_ms", "ms"),
              ("CPU of a start", "cpu_s", "s")],
    "again": [("a later start to first changed pixel", "first_ms", "ms"),
              ("a later start to first complete frame", "shown_ms", "ms")],
    "packs": [("with 100 packs: first changed pixel", "first_ms", "ms"),
              ("with 100 packs: first complete frame", "shown_ms", "ms")],
    "tap": [("tap to first changed pixel", "first_ms", "ms"), ("tap to the new page", "shown_ms", "ms")],
    "memory": [("memory at home", "home_pss_mib", "MiB"), ("memory after every page", "after_pss_mib", "MiB"),
               ("growth", "growth_mib", "MiB")],
    "idle": [("idle CPU", "cpu_pct", "%"), ("idle wake-ups", "wakeups_per_s", "/s"),
             ("idle CPU of the X server", "xserver_cpu_pct", "%")],
    "scroll": [("scroll CPU", "cpu_pct", "%"), ("scroll CPU of the X server", "xserver_cpu_pct", "%"),
               ("scroll frames", "fps", "/s")],
}


def medians(folder, peer, figure):
    try:
        with open(os.path.join(folder, f"{peer}-{figure}.json"), encoding="utf-8") as file:
            return json.load(file)
    except OSError:
        return {"summary": {}}


def cell(summary, key):
    return f"{summary[key]['median']:.2f}" if key in summary else "-"


def warnings(name, run):
    for what in run.get("failed", []):
        yield f"{name}: {what}"
    for flag, count in run.get("flags", {}).items():
        if count and flag in ("unstable", "changed", "home_again", "screen_moved", "screen_unchanged"):
            yield f"{name}: {flag} was not as expected in {count} runs or taps"
    busy = run["summary"].get("other_cpu_pct", {}).get("median", 0)
    if busy > 5:
        yield f"{name}: other programs used {busy:.0f} % of a core meanwhile; measure again on a quiet machine"


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, notes = sys.argv[1], []
    print(f"{'median':38}{'Candor':>12}{'Qt Quick':>12}")
    for figure in sys.argv[2:]:
        candor, qt = (medians(folder, peer, figure) for peer in ("candor", "qt"))
        for title, key, unit in ROWS[figure]:
            print(f"{title:38}{cell(candor['summary'], key):>12}{cell(qt['summary'], key):>12}  {unit}")
        notes += [*warnings(f"Candor {figure}", candor), *warnings(f"Qt Quick {figure}", qt)]
    for note in notes:
        print("note:", note)


if __name__ == "__main__":
    main()
