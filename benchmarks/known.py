"""How long is a question of who knew what, on a large chronology after loading?

`python -m benchmarks.known [--rows 100000] [--questions 100] [--seed N]`. Ten returns are made up and merged,
written as integrated.json and read back; then agencies and days are asked at random.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from benchmarks.growing import files
from benchmarks.made_returns import DAYS, FIRST_DAY
from benchmarks.tables import print_table
from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.returned import interpret
from candour.domain.knowledge import Knowledge
from candour.files.results.integrated_json import read_integrated
from candour.files.results.json_out import write_integrated_json

WANTED = 50
"""Milliseconds a question, after loading."""


def loaded(rows: int, seed: int) -> Knowledge:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "integrated.json"
        write_integrated_json(path, integrate(interpret(one) for one in files(rows, seed)).chronology)
        return Knowledge(read_integrated(path))


def asked(knowledge: Knowledge, questions: int, seed: int) -> dict[str, list[float]]:
    """Milliseconds of each question, by its kind."""
    drawn = random.Random(seed)
    took: dict[str, list[float]] = {"known to X": [], "held by X, lacked by Y": []}
    for _ in range(questions):
        first, second = drawn.sample(knowledge.agencies.names, 2)
        on = FIRST_DAY + timedelta(days=drawn.randrange(DAYS))
        took["known to X"].append(_timed(lambda a=first, day=on: knowledge.known_to(a, day)))
        lacked = _timed(lambda a=first, b=second, day=on: knowledge.lacked_by(a, b, day))
        took["held by X, lacked by Y"].append(lacked)
    return took


def _timed(question: Callable[[], object]) -> float:
    start = time.process_time()
    question()
    return (time.process_time() - start) * 1000


def main(argv: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--questions", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=20261123)
    chosen = arguments.parse_args(argv)
    knowledge = loaded(chosen.rows, chosen.seed)
    entries = len(knowledge.chronology.entries)
    lines = []
    for kind, took in asked(knowledge, chosen.questions, chosen.seed).items():
        median, worst = statistics.median(took), max(took)
        lines.append((f"{median:.1f}", f"{worst:.1f}", f"{WANTED}", "yes" if worst <= WANTED else "no", kind))
    columns = ("median", "worst", "wanted at most", "kept", "")
    print_table(f"Milliseconds of CPU a question, on {entries:,} entries after loading", columns, lines)


if __name__ == "__main__":
    main()
