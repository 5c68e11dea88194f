"""What there is to say of one entry: its cells, who was told, which accounts seem to tell of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from candour.domain.chronology.entry import Entry as Told
from candour.domain.moments import Doubt
from candour.domain.moments.spoken import spoken
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.accounts.proposals import question_href
from candour.stages.chronology.accounts.rows import Row, row_maker
from candour.stages.chronology.models import Entry, UnplacedRow

DOUBTS = {
    Doubt.APPROXIMATE: "about then, by the words of the agency",
    Doubt.UNCERTAIN: "possibly, by the words of the agency",
    Doubt.BOTH: "possibly, and about then, by the words of the agency",
}


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """Another account of what an entry tells: confirmed by a person, or proposed, and why it was."""

    row: Row
    why: str
    confirmed: bool
    question_href: str
    """Where a person says whether the two tell of one event."""


def other_accounts(review: Review, whole: Whole, key: str) -> list[OtherAccount]:
    """Confirmed ones in order of time; then the proposed ones of which nobody has spoken, best first."""
    confirmed = whole.spoken.event_of.get(key)
    by_id = {entry.id: entry for entry in whole.chronology.entries}
    told, row = by_id[key], row_maker(review, whole.lanes)
    why = {frozenset((link.a, link.b)): link.why for link in whole.links}
    others = [one for one in by_id if confirmed and one in confirmed.entries and one != key]
    links = [link for link in (*whole.links, *whole.duplicates) if key in (link.a, link.b)]
    others += [link.b if link.a == key else link.a for link in links if whole.spoken.open(link)]
    return [
        OtherAccount(
            row(by_id[one]),
            why.get(frozenset((key, one)), ""),
            confirmed is not None and one in confirmed.entries,
            question_href(review, told, by_id[one]),
        )
        for one in others
    ]


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
