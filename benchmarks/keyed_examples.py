"""Examples of which it is known which rows tell of one event, and a crude way of finding out."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from candour.cli.reading_returns import read_returns
from candour.domain.chronology.account_words import stems
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.integrate import integrate
from candour.files.returns.merge_map import read_agency_names, read_map

EXAMPLES = Path(__file__).parents[1] / "examples"
PUBLISHED = EXAMPLES / "climbie-inquiry"
BLIND = EXAMPLES / "northmoor" / "wren"

Pair = frozenset[str]


@dataclass(frozen=True)
class Example:
    """Its entries, the key's pairs of two agencies, and each entry's name in the key."""

    entries: Sequence[Entry]
    key: frozenset[Pair]
    out_of_reach: int
    """Pairs of the key of which a row is held or refused, so that no link can be proposed."""
    name_of: Mapping[str, str]
    unsure: frozenset[Pair] = frozenset()
    """Pairs of which the reader who made the key was in doubt."""


def published() -> Example:
    """The Climbie inquiry's published facts, with the key that was made with the returns."""
    source = _rows(PUBLISHED, "master.csv")
    places = {_place(row): row["entry_id"] for row in _rows(PUBLISHED, "key.csv")}
    groups = ((row["event_group"], row["entry_id"]) for row in source if row["event_group"])
    return _example(PUBLISHED, places, _pairs(groups), set())


def blind() -> Example:
    """The invented Child Wren, keyed by somebody who read the rows and had not seen what is proposed."""
    places = {_place(row): row["id"] for row in _rows(BLIND, "key.csv")}
    groups = ((row["event"], row["id"]) for row in _rows(BLIND, "events.csv"))
    unsure = {frozenset((row["id_a"], row["id_b"])) for row in _rows(BLIND, "events_unsure.csv")}
    return _example(BLIND, places, _pairs(groups), unsure)


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "source" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _place(row: Mapping[str, str]) -> tuple[str, str, int]:
    return row["file"], row["part"], int(row["row"])


def _pairs(groups: Iterable[tuple[str, str]]) -> set[Pair]:
    """Every two of one group."""
    members = defaultdict(list)
    for group, name in groups:
        members[group].append(name)
    return {frozenset(two) for names in members.values() for two in combinations(names, 2)}


def _example(
    folder: Path, places: Mapping[tuple[str, str, int], str], wanted: set[Pair], unsure: set[Pair]
) -> Example:
    columns = folder / "map.toml"
    merged = integrate(
        read_returns(sorted((folder / "returns").glob("*.*")), read_map(columns) if columns.exists() else {}),
        also=read_agency_names(folder / "agencies.csv"),
    )
    entries = merged.chronology.entries
    name_of = {one.id: places[one.place.file, one.place.part, one.place.row] for one in entries}
    of_name = {name_of[one.id]: one for one in entries}
    file_of = {name: place[0] for place, name in places.items()}
    wanted = {pair for pair in wanted if len({file_of[name] for name in pair}) == 2}

    def of_ids(pairs: Iterable[Pair]) -> frozenset[Pair]:
        return frozenset(frozenset(of_name[n].id for n in pair) for pair in pairs if pair <= of_name.keys())

    key = of_ids(wanted)
    return Example(entries, key, len(wanted) - len(key), name_of, of_ids(unsure))


def crude(entries: Sequence[Entry], besides: Iterable[Pair] = ()) -> list[Pair]:
    """The baseline: pairs of two agencies that begin on one day, by how many words they share."""
    by_day: dict[object, list[tuple[Entry, frozenset[str]]]] = defaultdict(list)
    for entry in entries:
        if entry.when.earliest:
            by_day[entry.when.earliest.date()].append((entry, stems(f"{entry.event} {entry.action}")))
    scored = [
        (-len(first & second), a.id, b.id)
        for listed in by_day.values()
        for (a, first), (b, second) in combinations(listed, 2)
        if a.agency != b.agency
    ]
    left_out = frozenset(besides)
    return [pair for _, *ids in sorted(scored) if (pair := frozenset(ids)) not in left_out]
