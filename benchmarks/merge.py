"""Merging large returns: Candour beside calamine, xlsxwriter and pandas on the same workbooks, in one run.

`python -m benchmarks.merge [--returns 12] [--rows 10000] [--seed N] [--times 3]`, and `--scale` for more
and more rows. Each way runs in a process of its own, in turn; of several times the best counts.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.made_returns import make_returns, write_workbook
from benchmarks.tables import print_table
from benchmarks.ways import WAYS, Done

SAID = {
    "calamine": "python-calamine reads the workbooks",
    "pandas": "pandas reads, concatenates, sorts; keeps no fate and no provenance",
    "candour": "Candour: all but the output",
    "candour_written": "Candour with integrated.xlsx and integrated.csv",
    "candour_merge": "candour merge, all seven results",
    "xlsxwriter": "python-calamine reads, xlsxwriter writes the same cells",
}
WANTED = (
    ("candour", "calamine", 8.0),
    ("candour_written", "xlsxwriter", 2.0),
    ("candour", "pandas", 1.0),
    ("candour_merge", "xlsxwriter", 2.0),
)
"""What is compared, and how many times as long is wanted; nobody promised the last two."""
MEMORY_WANTED = 1024
FINEST = 0.01
"""Seconds. CPU time is counted in hundredths: of a few rows it may be none at all."""
SCALE = (125_000, 250_000, 500_000, 1_000_000)


def measure(way: str, folder: Path) -> Done | None:
    """None where what the way needs is not installed (`make bench`)."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ways", way, str(folder)], capture_output=True, text=True
    )
    if done.returncode:
        if "ModuleNotFoundError" in done.stderr:
            return None
        raise RuntimeError(done.stderr)
    answer: Done = json.loads(done.stdout)
    return answer


def best(several: Sequence[Done]) -> Done:
    return {what: min(one[what] for one in several) for what in several[0]}


def compare(folder: Path, times: int) -> dict[str, Done]:
    """Every way in turn, again and again, so that a busy moment of the machine falls on all of them."""
    found: dict[str, list[Done]] = {}
    for _ in range(times):
        for way in WAYS:
            if (done := measure(way, folder)) is not None:
                found.setdefault(way, []).append(done)
    return {way: best(several) for way, several in found.items()}


def print_what_it_took(found: dict[str, Done], rows: int) -> None:
    columns = ("seconds", "of CPU", "a row, µs", "peak MB", "")
    lines = [
        (
            f"{found[way]['seconds']:.2f}",
            f"{found[way]['cpu']:.2f}",
            f"{found[way]['cpu'] / rows * 1e6:.1f}",
            f"{found[way]['megabytes']:.0f}",
            SAID[way],
        )
        for way in WAYS
        if way in found
    ]
    print_table(f"What it took: {rows:,} rows", columns, lines)


def print_ratios(found: dict[str, Done]) -> None:
    lines = []
    for way, beside, wanted in WANTED:
        if beside in found:
            ratios = [found[way][what] / max(found[beside][what], FINEST) for what in ("seconds", "cpu")]
            kept = "yes" if ratios[0] <= wanted else "no"
            words = f"{SAID[way]} / {SAID[beside]}"
            lines.append((f"{ratios[0]:.2f}", f"{ratios[1]:.2f}", f"{wanted:g}", kept, words))
    peak = found["candour_written"]["megabytes"]
    kept = "yes" if peak < MEMORY_WANTED else "no"
    lines.append(
        (f"{peak:.0f}", f"{peak:.0f}", f"{MEMORY_WANTED}", kept, "peak MB with integrated.xlsx and .csv")
    )
    print_table("Times as long", ("by the clock", "by CPU", "wanted at most", "kept", ""), lines)


def print_scale(seed: int, sizes: Sequence[int]) -> None:
    """Twelve returns of more and more rows over the same years; the rows are made in memory, not read."""
    lines: list[tuple[str, ...]] = []
    for rows in sizes:
        command = [sys.executable, "-m", "benchmarks.growing", str(rows), str(seed)]
        done = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        each = done["cpu"] / (rows * math.log2(rows)) * 1e9
        took = f"{done['seconds']:.1f}", f"{done['cpu']:.1f}"
        lines.append((f"{rows:,}", *took, f"{each:.0f}", f"{done['megabytes']:.0f}"))
        lines[-1] += tuple(f"{done[part]:.1f}" for part in ("placing", "merging", "ledger"))
    columns = (
        "rows",
        "seconds",
        "of CPU",
        "ns / n log n",
        "peak MB",
        "placing",
        "ids, order, links, conflicts, gaps",
        "ledger",
    )
    print_table("Growing: from rows in memory to ledger; each part in seconds of CPU", columns, lines)


def main(argv: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--returns", type=int, default=12)
    arguments.add_argument("--rows", type=int, default=10_000, help="rows of each return")
    arguments.add_argument("--seed", type=int, default=20261123)
    arguments.add_argument("--times", type=int, default=3)
    arguments.add_argument("--scale", action="store_true", help="up to 1,000,000 rows: minutes, and 3 GB")
    arguments.add_argument("--sizes", type=int, nargs="*", default=SCALE, help="rows for --scale")
    chosen = arguments.parse_args(argv)
    if chosen.scale:
        print_scale(chosen.seed, chosen.sizes)
        return
    with tempfile.TemporaryDirectory() as made:
        for one in make_returns(returns=chosen.returns, rows=chosen.rows, seed=chosen.seed):
            write_workbook(one, Path(made))
        found = compare(Path(made), chosen.times)
    print_what_it_took(found, chosen.returns * chosen.rows)
    print_ratios(found)


if __name__ == "__main__":
    main()
