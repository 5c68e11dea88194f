"""What a corrected return changed, row by row, in words: before, now, and what rested on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from candour.domain.access import Can
from candour.domain.chronology.entry import Entry as Told
from candour.domain.moments.spoken import spoken
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.stages.chronology.models import BeforeCorrection, Entry, Return, UnplacedRow
from candour.stages.chronology.resting import what_rests_on_each
from candour.stages.chronology.returns.cell_order import as_they_stood
from candour.stages.chronology.returns.held_words import code_words, words_of

FIRST = 200
"""Rows of a list that are shown at once; the others on being asked for."""
Words = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place in its file, when it was, what it says, and where it can be opened."""

    place: str
    when: str
    words: str
    cells: Mapping[str, str]
    href: str = ""
    rests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A row before and now, with what of it differs, by heading."""

    before: Row
    now: Row
    differs_before: Words
    differs_now: Words


class Changes:
    """The changes of one corrected return, for one viewer; lists as long as `most` says."""

    def __init__(self, sent: Return, viewer: Person, most: int | None = FIRST) -> None:
        self._sent, changes = sent, sent.changes
        self.same = changes["same"]
        self.counts = {key: len(changes[key]) for key in ("changed", "new", "gone")}
        changed, new, gone = (changes[key][:most] for key in ("changed", "new", "gone"))
        self._fetch({one for pair in changed for one in pair} | set(new) | set(gone))
        before = BeforeCorrection.objects.filter(in_return=sent).first()
        self._stood: Mapping[str, Any] = before.stood if before else {}
        names_it = bool(may(viewer, Can.SEE_ANALYSIS, sent.review))
        earlier = [*(was for was, _ in changed), *gone]
        self._rests = _resting(earlier, self._entries, names_it=names_it)
        self.changed = [self._pair(was, now) for was, now in changed]
        self.new, self.gone = [self._row(one) for one in new], [self._row(one) for one in gone]
        self.shortened = any(len(changes[key]) > FIRST for key in self.counts) and most is not None

    def _fetch(self, wanted: set[str]) -> None:
        keys = {kind: [int(one[1:]) for one in wanted if one[0] == kind] for kind in "eu"}
        self._entries = Entry.objects.select_related("in_return__paper").in_bulk(keys["e"])
        self._unplaced = UnplacedRow.objects.select_related("in_return__paper").in_bulk(keys["u"])

    def _row(self, said: str) -> Row:
        key = int(said[1:])
        if said[0] == "u":
            return _row_unplaced(self._unplaced[key])
        entry = self._entries[key]
        return self._row_told(entry, entry.told)

    def _row_told(self, entry: Entry, told: Told) -> Row:
        place = f"{told.place.part}, row {told.place.row}" if told.place.part else f"row {told.place.row}"
        href = reverse("chronology:entry", args=[self._sent.review.in_address, entry.key])
        words = told.event or told.action
        rests = tuple(self._rests.get(entry.pk, ()))
        cells = as_they_stood(told.cells, entry.in_return.headings, told.place.part)
        return Row(place, spoken(told.when), words, cells, href, rests)

    def _pair(self, was: str, now: str) -> Pair:
        after = self._row(now)
        before = self._row(was)
        if was == now:  # the cells are the same, and are read otherwise
            entry = self._entries[int(was[1:])]
            stood = self._stood.get(str(entry.pk), {}).get("body", {})
            before = self._row_told(entry, Told.from_json({**entry.body, **stood}))
        one, other = _differing(before, after)
        return Pair(before, after, one, other)


def _row_unplaced(row: UnplacedRow) -> Row:
    place = f"{row.part}, row {row.row}" if row.part else f"row {row.row}"
    when = f"{row.fate}, {code_words(row.code)}"
    headings = row.in_return.headings
    cells = as_they_stood(row.cells, headings, row.part)
    return Row(place, when, words_of(row, headings), cells)


def _resting(said: Iterable[str], entries: Mapping[int, Entry], *, names_it: bool) -> dict[int, list[str]]:
    """What rests on the rows of the earlier return. To whoever sees no analysis, only that something does."""
    keys = [int(one[1:]) for one in said if one[0] == "e" and int(one[1:]) in entries]
    found = {
        pk: list(rows.values()) for pk, rows in what_rests_on_each(Entry.objects.filter(pk__in=keys)).items()
    }
    return found if names_it else {pk: ["something of the review team’s work"] for pk in found}


def _differing(before: Row, now: Row) -> tuple[Words, Words]:
    """The cells that are not the same, by heading; where all are, what was read from them."""
    headings = [
        one
        for one in dict.fromkeys([*before.cells, *now.cells])
        if before.cells.get(one) != now.cells.get(one)
    ]
    if not headings or before.when.split(",")[0] in {"held", "refused"}:
        read = ("Read as", before.when), ("Read as", now.when)
    else:
        read = None
    sides: tuple[Words, Words] = [], []
    for side, row in zip(sides, (before, now), strict=True):
        side += [(one, row.cells.get(one, "")) for one in headings]
    if read is not None:
        sides[0].append(read[0])
        sides[1].append(read[1])
    return sides
