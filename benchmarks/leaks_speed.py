"""How fast a text is searched for a register's items, beside a plain alternation over the exact names.

`python -m benchmarks.leaks_speed [--megabytes 4]`. The alternation finds names as they are spelt and nothing
else. Of both the best of five runs in CPU time counts; how many planted disguises each found stands beside.
"""

from __future__ import annotations

import argparse
import base64
import random
import re
import time
from collections.abc import Callable

from candour.domain.leaks import Finder, Piece, Register, read
from candour.domain.leaks.everyday import everyday_words

SEED = 1406
FORENAMES = (
    "Aaliyah Bronwen Callum Dilys Ewan Farrukh Gethin Hollie Imran Jerzy Kasia Lleucu Mairead Niamh".split()
)
SURNAMES = (
    "Ashdown Barraclough Cadwallader Dempster Entwistle Fairweather Goronwy Hetherington Iqbalson "
    "Jankowski Kowalczyk Llewellyn Macready Nowakowska"
).split()
NAMES = [f"{first} {last}" for first, last in zip(FORENAMES, SURNAMES, strict=True)]
REGISTER: Register = read(
    {
        "people": [{"name": name, "aliases": [f"Little {name.split()[0][:4]}"]} for name in NAMES],
        "addresses": ["14 Larkspur Crescent, Brentham, QX4 7ZD"],
        "dates": ["2003-11-08", "2011-02-14", "1984-05-30"],
        "numbers": ["943 476 5919", "020 7946 0018"],
        "words": ["heron cottage"],
    }
)
PLANTED = (
    NAMES[0],
    NAMES[1].upper(),
    " ".join(NAMES[2].split()[1]),
    base64.b64encode(NAMES[3].encode()).decode(),
    NAMES[4].encode().hex(),
    NAMES[5].replace("a", "а").replace("e", "е"),
    NAMES[6][::-1],
    f"{NAMES[7][:9]}-\n{NAMES[7][9:]}",
    "the eighth of November 2003",
    "943-476-5919",
)


def plain_text(megabytes: float, draw: random.Random) -> list[str]:
    """Lines of everyday words with figures, days and capitals between, as a report has them."""
    words, lines, size = sorted(everyday_words()), [], 0.0
    while size < megabytes * 1e6:
        line = [draw.choice(words) for _ in range(draw.randint(6, 18))]
        if draw.random() < 0.3:
            line.insert(
                3, draw.choice(("on 3 May 2019", "at 14:30", "Child A", "the GP", "page 34", "2021/0034"))
            )
        lines.append(" ".join(line).capitalize() + ".")
        size += len(lines[-1]) + 1
    return lines


def best_of(times: int, work: Callable[[], object]) -> float:
    took = []
    for _ in range(times):
        begin = time.process_time()
        work()
        took.append(time.process_time() - begin)
    return min(took)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--megabytes", type=float, default=4.0)
    draw = random.Random(SEED)
    lines = plain_text(asked.parse_args().megabytes, draw)
    pieces = [Piece(f"line {n}", line, "\n" if n else None) for n, line in enumerate(lines)]
    finder = Finder(REGISTER)
    spelt = sorted({*NAMES, *FORENAMES, *SURNAMES}, key=len, reverse=True)
    peer = re.compile(rf"\b(?:{'|'.join(map(re.escape, spelt))})\b")
    text = "\n".join(lines)
    size = len(text) / 1e6
    print(f"{size:.1f} MB of made-up text, a register of {len(NAMES)} people, {len(PLANTED)} disguises")
    print(f"{'':32}{'MB/s':>7}{'found':>8}")
    for name, work, finds in (
        (
            "Candour, the whole search",
            lambda: finder.find(pieces),
            lambda one: bool(finder.find([Piece("", one)])),
        ),
        ("re, the exact names alone", lambda: peer.findall(text), lambda one: bool(peer.search(one))),
    ):
        found = sum(map(finds, PLANTED))
        print(f"{name:32}{size / best_of(5, work):>7.2f}{found:>5}/{len(PLANTED)}")


if __name__ == "__main__":
    main()
