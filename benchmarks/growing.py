"""Merging rows that are in memory already, for `benchmarks.merge --scale`: how does the cost grow?

`python -m benchmarks.growing ROWS SEED` prints one line of JSON: seconds, CPU of each part, peak MB.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.made_returns import make_returns
from candour.cli.long_lived import long_lived_values
from candour.cli.side_by_side import as_many_as_fit
from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.ledger import ledger_as_json
from candour.domain.chronology.returned import interpret
from candour.domain.returns.tables import ReturnFile, Row, Table

RETURNS = 12


def files(rows: int, seed: int) -> Iterator[ReturnFile]:
    for made in make_returns(returns=RETURNS, rows=rows // RETURNS, seed=seed):
        listed = tuple(Row(number, row) for number, row in enumerate(made.rows, start=1) if any(row))
        yield ReturnFile(
            f"{made.agency}.xlsx", "xlsx", f"{len(listed):064}", 1, (Table("Chronology", listed),)
        )


def main(rows: int, seed: int) -> None:
    with long_lived_values():
        made, shares = list(files(rows, seed)), as_many_as_fit()
        marks = [_now()]
        returned = [interpret(one) for one in made]
        marks.append(_now())
        merged = integrate(returned, shares=shares)
        marks.append(_now())
        ledger_as_json(merged.returns, merged.chronology.entries, merged.unmatched_names)
        marks.append(_now())
    clock, cpu = ([after - before for before, after in pairwise(one)] for one in zip(*marks, strict=True))
    parts = dict(zip(("placing", "merging", "ledger"), cpu, strict=True))
    print(json.dumps({"seconds": sum(clock), "cpu": sum(cpu), "megabytes": _peak(), **parts}))


def _now() -> tuple[float, float]:
    """By the clock, and of CPU, that of children counted too."""
    return time.perf_counter(), sum(os.times()[:4])


def _peak() -> float:
    """MB of the largest process, what it shares with the others included."""
    both = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return max(resource.getrusage(one).ru_maxrss for one in both) / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
