"""The one home of hypothesis generators: small, named for what they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from candour.domain.chronology.entry import Chronology, Entry, Kind, Status, Telling
from candour.domain.moments import Fate, Moment, Precision
from candour.domain.returns.tables import Place


@st.composite
def placed_moments(draw: st.DrawFn) -> Moment:
    """A day, a time, a month, a span, or one with an open end, in two years, so that many meet."""
    first = draw(st.dates(date(1999, 1, 1), date(2000, 12, 31)))
    days = draw(st.sampled_from([0, 0, 0, 6, 30, 120]))
    earliest: datetime | None = datetime.combine(first, time(0, 0))
    latest: datetime | None = datetime.combine(first + timedelta(days=days), time(23, 59))
    if days == 0 and draw(st.booleans()):
        earliest = latest = datetime.combine(first, time(draw(st.integers(0, 23)), 30))
    open_at = draw(st.sampled_from(["neither", "neither", "neither", "start", "end"]))
    return Moment(
        text="invented",
        fate=Fate.PLACED,
        earliest=None if open_at == "start" else earliest,
        latest=None if open_at == "end" else latest,
        precision=draw(st.sampled_from([Precision.DAY, Precision.MONTH, Precision.INTERVAL])),
        rule="invented",
    )


def unplaced_moments() -> st.SearchStrategy[Moment]:
    return st.just(Moment(text="see log", fate=Fate.HELD, refused="It could not be read."))


def tellings(agencies: Sequence[str]) -> st.SearchStrategy[Telling]:
    """To one of the agencies, or to a name that matches none; of any status, dated or not."""
    return st.builds(
        Telling,
        name=st.sampled_from(["the duty team", "a nurse"]),
        agency=st.sampled_from([*agencies, None]),
        on=st.none() | placed_moments() | unplaced_moments(),
        status=st.sampled_from(Status),
    )


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    """Up to eight entries of three agencies, with up to three tellings each, each with an id of its own."""
    agencies = ("Health", "Police", "School")
    entries = st.builds(
        Entry,
        id=st.just(""),
        agency=st.sampled_from(agencies),
        place=st.just(Place("invented.csv", "", 2)),
        when=placed_moments(),
        event=st.sampled_from(["Invented visit", "Referred on"]),
        recorded=st.none() | placed_moments() | unplaced_moments(),
        kind=st.sampled_from([Kind.ENTRY, Kind.ENTRY, Kind.GAP_STATEMENT]),
        told=st.lists(tellings(agencies), max_size=3).map(tuple),
        flags=st.sampled_from([(), (), ("child_seen",), ("child_not_seen",)]),
    )
    drawn = draw(st.lists(entries, max_size=8))
    return Chronology(agencies, tuple(replace(one, id=f"e{n}") for n, one in enumerate(drawn)))
