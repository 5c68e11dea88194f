"""The national series that are shipped: each with its own definition, and each count with its source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from candour.domain.tallies.years import ReportingYear


@dataclass(frozen=True, slots=True)
class NationalCount:
    year: ReportingYear
    n: int
    source: str


@dataclass(frozen=True, slots=True)
class NationalSpan:
    """A published total of several years, of which no single year is known."""

    first: ReportingYear
    last: ReportingYear
    n: int
    source: str


@dataclass(frozen=True, slots=True)
class NationalSeries:
    """Counts by one definition. A year that was not found is simply not there."""

    name: str
    note: str
    definition: str
    counts: tuple[NationalCount, ...]
    totals: tuple[NationalSpan, ...]

    def in_year(self, begins: int) -> NationalCount | None:
        return next((count for count in self.counts if count.year.begins == begins), None)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happened on a day and may bear on the counts. Beside them, never a cause by itself."""

    on: date
    words: str


@cache
def national_series() -> tuple[tuple[NationalSeries, ...], tuple[Dated, ...]]:
    """Serious case reviews in England, and the dated events beside them. Sources stand with each count."""
    words = (files("candour.domain.packs") / "national" / "england_scr.toml").read_text(encoding="utf-8")
    pack = tomllib.loads(words)
    series = tuple(
        NationalSeries(
            one["name"],
            one["note"],
            one["definition"],
            tuple(NationalCount(ReportingYear(c["year"]), c["n"], c["source"]) for c in one["counts"]),
            tuple(
                NationalSpan(ReportingYear(t["first"]), ReportingYear(t["last"]), t["n"], t["source"])
                for t in one.get("totals", [])
            ),
        )
        for one in pack["series"]
    )
    return series, tuple(Dated(one["on"], one["words"]) for one in pack["dated"])
