"""Merging rows that are in memory already, for `benchmarks.merge --scale`: how does the cost grow?

`python -m benchmarks.growing ROWS SEED` prints one line of JSON: seconds of CPU of each part, peak MB.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.made_returns import make_returns
from candour.cli.long_lived import long_lived_values
from candour.domain.chronology.gaps import find_gaps
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
        made = list(files(rows, seed))
        clock = [time.process_time()]
        returned = [interpret(one) for one in made]
        clock.append(time.process_time())
        merged = integrate(returned)
        clock.append(time.process_time())
        find_gaps(merged.chronology)
        ledger_as_json(merged.returns, merged.chronology.entries, merged.unmatched_names)
        clock.append(time.process_time())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = [after - before for before, after in pairwise(clock)]
    parts = dict(zip(("placing", "merging", "gaps_and_ledger"), took, strict=True))
    print(json.dumps({"cpu": clock[-1] - clock[0], "megabytes": peak, **parts}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
