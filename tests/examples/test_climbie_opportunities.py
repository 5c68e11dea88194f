"""The entries of each of the twelve opportunities that counsel listed are reached by its period."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from candour.cli.reading_returns import read_returns
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.integrate import integrate
from candour.domain.moments import from_edtf
from candour.domain.timeline.marks import in_window
from candour.domain.timeline.scale import Scale
from candour.files.returns.merge_map import read_agency_names, read_map

SOURCE = Path(__file__).parents[2] / "examples" / "climbie-inquiry" / "source"


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((SOURCE / name).read_text("utf-8").splitlines()))


OPPORTUNITIES = {one["kpe"]: one for one in rows_of("twelve_opportunities.csv")}


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    """The placed entries of the merged returns, by the id of their source row."""
    example = SOURCE.parent
    merged = integrate(
        read_returns(sorted((example / "returns").glob("*.*")), read_map(example / "map.toml")),
        also=read_agency_names(example / "agencies.csv"),
    )
    source = {(key["file"], key["part"], int(key["row"])): key["entry_id"] for key in rows_of("key.csv")}
    placed = merged.chronology.entries
    return {source[one.place.file, one.place.part, one.place.row]: one for one in placed}


def rows_behind(kpe: str) -> set[str]:
    """The source rows of an opportunity: those keyed with it, and those of the events it names."""
    groups = set(OPPORTUNITIES[kpe]["matching_event_groups"].split(";"))
    return {
        row["entry_id"]
        for row in rows_of("master.csv")
        if row["event_group"] in groups or kpe in row["kpe"].split(";")
    }


def reached_by_period(kpe: str, entries: Mapping[str, Entry]) -> set[str]:
    """The source rows that the chronology shows, and lists, once its window is the opportunity's period."""
    period = from_edtf(OPPORTUNITIES[kpe]["date_edtf"])
    assert period.earliest
    assert period.latest
    window = Scale.of(period.earliest.date(), period.latest.date(), 900)
    return {row for row, entry in entries.items() if in_window(entry, window)}


WITHOUT_ROWS = {"KPE04", "KPE07", "KPE08", "KPE09", "KPE10"}
"""Their events (E022, E053, E057, E058, E060, E061) have no row in the published source."""

A_DAY_BEFORE = {"KPE01": {"VC011"}, "KPE02": {"VC028"}}
"""Rows that the source keys with an opportunity and dates a day before it begins: 25 April, 17 June 1999."""


@pytest.mark.parametrize("kpe", sorted(OPPORTUNITIES.keys() - WITHOUT_ROWS))
def test_the_entries_of_an_opportunity_are_reached_by_its_period(
    kpe: str, entries: Mapping[str, Entry]
) -> None:
    behind = rows_behind(kpe) & set(entries)

    assert behind
    assert behind - reached_by_period(kpe, entries) == A_DAY_BEFORE.get(kpe, set())


def test_no_other_opportunity_has_a_row_to_reach(entries: Mapping[str, Entry]) -> None:
    assert {kpe for kpe in OPPORTUNITIES if not rows_behind(kpe)} == WITHOUT_ROWS


@pytest.mark.parametrize("kpe", sorted(WITHOUT_ROWS))
def test_where_the_source_has_no_row_the_period_shows_what_others_wrote_then(
    kpe: str, entries: Mapping[str, Entry]
) -> None:
    reached = reached_by_period(kpe, entries)

    assert reached
    assert reached < set(entries)
