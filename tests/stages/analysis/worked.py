"""An invented review with two returns, and the short way to an episode and a finding on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from candour.stages.analysis.actions import add_factor, mark_episode, rest_on_entry, write_finding
from candour.stages.analysis.models import Episode, Finding
from candour.stages.chronology.models import Entry
from candour.stages.chronology.reads import entry_at
from tests.stages.chronology.sent import send

POLICE = b"""Agency: Fenshire Police
Date,Officer,What happened,Informed
3 February 2014,PC 1,Summary of the family sent,Northmoor children's services
5 February 2014,PC 1,Quarrel at the quince house,
20 February 2014,PC 2,Landlord says the walnut flat is empty,
"""
SOCIAL = b"""Agency: Northmoor children's services
Date,Worker,What happened,Informed
4 February 2014,SW 3,First visit and the child asleep,
10 February 2014,SW 3,Visit plan set,
"""
FENCED_WORDS = ("Quarrel", "quince", "Landlord", "walnut")


def returns(cast: Any) -> list[Entry]:
    """Both returns sent and read; their entries in order of time."""
    send(cast, POLICE, "police.csv")
    send(cast, SOCIAL, "social.csv", agency=cast.social_care)
    return list(Entry.objects.filter(review=cast.review).order_by("earliest"))


def at(cast: Any, file: str, row: int) -> Entry:
    entry = entry_at(cast.review, file, "", row)
    assert entry is not None
    return entry


def episode(cast: Any, **other: Any) -> Episode:
    """The first weeks after the move, as children's services could see them by 11 February."""
    given: dict[str, Any] = {
        "title": "The first weeks after the move",
        "starts_on": date(2014, 2, 3),
        "ends_on": date(2014, 2, 28),
        "agency": cast.social_care,
        "seen_on": date(2014, 2, 11),
        "entries": Entry.objects.filter(review=cast.review),
    }
    return mark_episode(by=cast.lead, review=cast.review, **{**given, **other})


def finding(cast: Any, entries: list[Entry], **other: Any) -> Finding:
    """A finding on one factor and one episode, resting on the entries given."""
    where = episode(cast)
    factor = add_factor(
        by=cast.lead, review=cast.review, group="inter_agency", words="Only on request", episodes=[where]
    )
    made = write_finding(
        by=cast.lead,
        review=cast.review,
        headline="A record travels only if somebody asks for it.",
        category="MA_LONGTERM",
        questions=["Does the board know?"],
        factors=[factor],
        episodes=[where],
        **other,
    )
    for entry in entries:
        rest_on_entry(by=cast.lead, finding=made, entry=entry)
    return made
