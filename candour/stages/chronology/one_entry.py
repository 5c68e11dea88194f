"""What there is to say of one entry: its cells, who was told, which accounts seem to tell of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from candour.domain.chronology.entry import Entry as Told
from candour.domain.moments import Doubt
from candour.domain.moments.spoken import spoken
from candour.stages.chronology.accounts_linked import Whole
from candour.stages.chronology.models import Entry, UnplacedRow

DOUBTS = {
    Doubt.APPROXIMATE: "about then, by the words of the agency",
    Doubt.UNCERTAIN: "possibly, by the words of the agency",
    Doubt.BOTH: "possibly, and about then, by the words of the agency",
}


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """Another agency's account that seems to tell of the same event, and why it seems so."""

    entry: Told
    why: str


def other_accounts(whole: Whole, key: str) -> list[OtherAccount]:
    """The other accounts of the entry's event, in order of time. Proposed, and confirmed by nobody."""
    event = whole.event_of(key)
    if event is None:
        return []
    others = [one for one in whole.chronology.entries if one.id in event.entries and one.id != key]
    why = {frozenset((link.a, link.b)): link.why for link in whole.links}
    return [OtherAccount(one, why.get(frozenset((key, one.id)), "")) for one in others]


def how_read(told: Told) -> list[tuple[str, str, str]]:
    """The date as written and as it was read, and what else the row says of time and people."""
    when = told.when
    rows = [("Date as written", when.text, ""), ("Read as", spoken(when), _reading(told))]
    if told.recorded is not None:
        recorded = told.recorded
        rows.append(("Recorded", spoken(recorded), f"as written: {recorded.text}" if recorded.text else ""))
    more = {"What was done": told.action, "Role": told.role, "People named": "; ".join(told.people)}
    more["Source, as the agency gives it"] = told.source
    return [*rows, *((heading, words, "") for heading, words in more.items() if words)]


def _reading(told: Told) -> str:
    doubt = DOUBTS[told.when.doubt] if told.when.doubt else ""
    flags = ", ".join(word.replace("_", " ") for word in (*told.when.flags, *told.flags))
    return "; ".join(filter(None, [doubt, flags]))


def how_placed(entry: Entry) -> str:
    """By a person, where somebody gave its row a date; else as the file was read."""
    rows: Sequence[str] = [
        f"Its date was given by {one.answered_by}: {one.answered_why}" for one in entry.placed_from.all()
    ]
    return rows[0] if rows else "Its date was read as it is written."


def may_stand_again(entry: Entry) -> bool:
    """True where a withdrawn entry's return stands, and its row became nothing else meanwhile."""
    if entry.in_return.withdrawn_at is not None:
        return False
    there = {"in_return": entry.in_return, "part": entry.part, "row": entry.row, "withdrawn_at": None}
    return not (
        Entry.objects.filter(**there).exists()
        or UnplacedRow.objects.filter(placed_entry=None, **there).exists()
    )
