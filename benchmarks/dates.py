"""Dates as people write them: Candour beside dateparser, dateutil and pandas, on the same strings in one run.

`python -m benchmarks.dates` (needs the bench environment: `make bench`). Right and silently wrong are as
docs/reference/interfaces.md says; a peer is right too where it says nothing of a spelling without a key.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks.tables import print_table
from candour.domain.moments import ALONE, Context, bounds_of, read
from tests.domain.test_moments_spellings import IN_CONTEXT, verdict

SPELLINGS = Path(__file__).parents[1] / "tests" / "data" / "date_spellings.csv"
SECONDS_EACH = 2.0

Bounds = tuple[date, date]
Peer = Callable[[str], Bounds | None]
"""What a spelling means to a peer: its first and last day, or nothing."""


def the_day(at: datetime | None) -> Bounds | None:
    """A peer that answers with an instant claims a day."""
    return None if at is None else (at.date(), at.date())


def dateparser_reader() -> Peer:
    """Its best settings for UK records: English, day first, the past, its own word for the period."""
    from dateparser.date import DateDataParser

    settings = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
    parser = DateDataParser(languages=["en"], locales=["en-GB"], settings=settings)

    def reader(text: str) -> Bounds | None:
        found = parser.get_date_data(text)
        return None if found.date_obj is None else within(found.date_obj.date(), str(found.period))

    return reader


def within(day: date, period: str) -> Bounds:
    """The whole of the period that dateparser names: time, day, week, month or year."""
    if period == "month":
        first = day.replace(day=1)
        return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    if period == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    return day, day


def dateutil_reader() -> Peer:
    from dateutil.parser import parse

    def reader(text: str) -> Bounds | None:
        try:
            return the_day(parse(text, dayfirst=True, default=datetime(2026, 1, 1)))
        except (ValueError, OverflowError):
            return None

    return reader


def pandas_reader() -> Peer:
    import pandas

    def reader(text: str) -> Bounds | None:
        found = pandas.to_datetime([text], dayfirst=True, format="mixed", errors="coerce")[0]
        return None if pandas.isna(found) else the_day(found.to_pydatetime())

    return reader


PEERS: dict[str, Callable[[], Peer]] = {
    "dateparser (en-GB, DMY)": dateparser_reader,
    "dateutil (dayfirst)": dateutil_reader,
    "pandas (mixed, dayfirst)": pandas_reader,
}


def peers_here() -> dict[str, Peer]:
    """The peers that are installed; those that are not are named, so that no table looks whole."""
    found = {}
    for name, make in PEERS.items():
        try:
            found[name] = make()
        except ModuleNotFoundError as missing:
            print(f"{name} is left out: {missing.name} is not installed. `make bench` brings it.")
    return found


def verdict_on_a_peer(found: Bounds | None, key: str) -> str:
    if found is None:
        return "right" if not key or bounds_of(key) == (None, None) else "refused"
    return "right" if key and found == bounds_of(key) else "silently wrong"


def of_candour(rows: Sequence[dict[str, str]], contexts: dict[str, Context]) -> Counter[str]:
    return Counter(verdict(read(row["text"], contexts.get(row["text"], ALONE)), row["edtf"]) for row in rows)


def print_what_is_right(peers: dict[str, Peer]) -> None:
    rows = list(csv.DictReader(SPELLINGS.read_text("utf-8").splitlines()))
    counted = {"Candour, alone": of_candour(rows, {}), "Candour, in context": of_candour(rows, IN_CONTEXT)}
    wrong: list[tuple[str, str, str]] = []
    for name, reader in peers.items():
        answers = {row["text"]: reader(row["text"]) for row in rows}
        verdicts = {row["text"]: verdict_on_a_peer(answers[row["text"]], row["edtf"]) for row in rows}
        counted[name] = Counter(verdicts.values())
        wrong += [
            (name, text, said(answers[text])) for text, one in verdicts.items() if one == "silently wrong"
        ]
    columns = ("right", "silently wrong", "held", "refused")
    print_table(
        f"{len(rows)} spellings (tests/data/date_spellings.csv). Peers cannot hold: they answer or refuse.",
        ("reader", *columns),
        [(name, *(f"{one[column]}" for column in columns)) for name, one in counted.items()],
    )
    print_table("Silently wrong, one by one", ("reader", "spelling", "read as"), wrong)


def said(found: Bounds | None) -> str:
    return "nothing" if found is None else f"{found[0]} to {found[1]}"


FORMS = {
    "14/07/1999": "%d/%m/%Y",
    "14.7.99": "%-d.%-m.%y",
    "1999-07-14": "%Y-%m-%d",
    "14 July 1999": "%-d %B %Y",
    "14-Jul-99": "%-d-%b-%y",
    "Wed 14 July 1999": "%a %-d %B %Y",
    "14/07/1999 14:30": "%d/%m/%Y %H:%M",
    "July 1999": "%B %Y",
    "c. 14 July 1999": "c. %-d %B %Y",
    "mid July 1999": "mid %B %Y",
    "w/c 14/07/1999": "w/c %d/%m/%Y",
}
COMMON = tuple(FORMS)[:8]


def spelt(form: str, count: int, seed: int) -> list[str]:
    """Days and minutes of sixty years, spelt one way; as good as none comes twice but where months do."""
    chance = random.Random(f"{seed} {form}")
    first = datetime(1960, 1, 1)
    return [(first + timedelta(minutes=chance.randrange(60 * 525_960))).strftime(form) for _ in range(count)]


def a_second(reader: Callable[[str], object], texts: Sequence[str]) -> float:
    """Strings read in a second of one core's time; a slow reader is stopped once the figure is plain."""
    start, done = time.process_time(), 0
    for part in _parts(texts):
        for text in part:
            reader(text)
        done += len(part)
        if time.process_time() - start > SECONDS_EACH:
            break
    return done / max(time.process_time() - start, 1e-9)


def _parts(texts: Sequence[str], size: int = 250) -> Iterator[Sequence[str]]:
    return (texts[at : at + size] for at in range(0, len(texts), size))


def print_how_fast(peers: dict[str, Peer], count: int, seed: int) -> None:
    readers: dict[str, Callable[[str], object]] = {"Candour": read, **peers}
    rows = []
    for shown, form in FORMS.items():
        texts = spelt(form, count, seed)
        speeds = [a_second(reader, texts) for reader in readers.values()]
        refuses = [reader(texts[0]) is None for reader in readers.values()]
        cells = [f"{speed:,.0f}{' r' if no else ''}" for speed, no in zip(speeds, refuses, strict=True)]
        rows.append((shown, *cells, *_ratios(speeds)))
    mixed = [text for shown in COMMON for text in spelt(FORMS[shown], count // len(COMMON), seed)]
    random.Random(seed).shuffle(mixed)
    speeds = [a_second(reader, mixed) for reader in readers.values()]
    rows.append(("the common forms, mixed", *(f"{speed:,.0f}" for speed in speeds), *_ratios(speeds)))
    print_table(
        f"Strings a second of one core, {count:,} of each form, seed {seed}; then Candour's ratio to each. "
        "r: refuses the form, which is quickly done",
        ("form", *readers, *(f"x {name.split()[0]}" for name in peers)),
        rows,
    )
    if any(name.startswith("pandas") for name in peers):
        column = pandas_column(mixed)
        print(
            f"pandas reads the whole mixed column at once, as it is made to: {column:,.0f} a second; "
            f"Candour, one by one, {speeds[0] / column:.2f} times as many."
        )


def pandas_column(texts: Sequence[str]) -> float:
    """pandas at its own game: one call for the column."""
    import pandas

    start = time.process_time()
    pandas.to_datetime(list(texts), dayfirst=True, format="mixed", errors="coerce")
    return len(texts) / max(time.process_time() - start, 1e-9)


def _ratios(speeds: Sequence[float]) -> Iterable[str]:
    return (f"{speeds[0] / one:,.1f}" for one in speeds[1:])


def main(argv: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=40_000, help="strings of each form")
    arguments.add_argument("--seed", type=int, default=date(2026, 11, 23).toordinal())
    chosen = arguments.parse_args(argv)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what peers warn of while they guess is no part of the answer
        peers = peers_here()
        print_what_is_right(peers)
        print_how_fast(peers, chosen.count, chosen.seed)


if __name__ == "__main__":
    main()
