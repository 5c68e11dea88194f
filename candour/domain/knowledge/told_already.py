"""What an agency told another before its own date or recording makes it surely known: it held it by then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from candour.domain.chronology.entry import Entry
from candour.domain.knowledge.since import since_own
from candour.domain.knowledge.standing import PLAIN, How, Knowing, Receipt, Standing, standing


def told_already(entry: Entry) -> Knowing | None:
    """An entry as its own agency held it from the first plain telling of it to another agency.

    None where no day is known by which it surely told one, or the entry was surely known by that day anyway.
    What is implied, disputed or unclear gives its teller nothing: whether it told at all is what is in doubt.
    """
    receipts = [
        Receipt.told(entry, one)
        for one in entry.told
        if one.status in PLAIN and one.agency is not None and one.agency != entry.agency
    ]
    lasts = [one.since.latest for one in receipts if one.since.latest is not None]
    if not lasts or since_own(entry).sure_by(by := min(lasts).date()):
        return None
    found = standing(receipts, by)
    return replace(found, how=How.TOLD_OTHERS) if isinstance(found, Knowing) else None


def told_by_agency(entries: Iterable[Entry]) -> dict[str, dict[str, Knowing]]:
    """By agency and id, the longest held first."""
    gathered: dict[str, list[Knowing]] = defaultdict(list)
    for entry in entries:
        if entry.told and (found := told_already(entry)) is not None:
            gathered[entry.agency].append(found)
    for several in gathered.values():
        several.sort(key=lambda one: one.since.latest or datetime.max)
    return {agency: {one.entry.id: one for one in several} for agency, several in gathered.items()}


def held_of(standings: Iterable[Standing], told: Sequence[Knowing]) -> tuple[Standing, ...]:
    """All that an agency held on a day: each entry once, as its own telling gives it where that is surer."""
    surer = {one.entry.id for one in told}
    return (*(one for one in standings if one.entry.id not in surer), *told)
