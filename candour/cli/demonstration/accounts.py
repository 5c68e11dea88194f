"""What the team of an invented review said of its accounts: one event, or two; what a difference means."""

from __future__ import annotations

from typing import Any

from candour.cli.demonstration.material import Material
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.differences import Difference, differences_of
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.actions.apart import tell_apart
from candour.stages.chronology.actions.events import confirm_event
from candour.stages.chronology.actions.settlements import settle_difference
from candour.stages.chronology.models import Entry, Way
from candour.stages.chronology.reads import entry_at


def say_of_accounts(material: Material, review: Review, *, by: Person) -> None:
    """Some events confirmed, some links told apart, some differences settled; the rest waits for visitors."""
    told = material.read("accounts")
    for one in told["event"]:
        entries = [_entry(review, place) for place in one["accounts"]]
        confirm_event(by=by, review=review, entries=entries, title=one["title"], why=one["why"])
    for one in told["apart"]:
        first, second = _entry(review, one["first"]), _entry(review, one["second"])
        tell_apart(by=by, review=review, first=first, second=second, why=one["why"])
    found = {one.pair: one for one in differences_of(review, whole_of(review))}
    for one in told["difference"]:
        _settle(review, one, found, by=by)


def _settle(review: Review, told: dict[str, Any], found: dict[Any, Difference], *, by: Person) -> None:
    """`way` is one of the stored words, or the file whose account is borne out."""
    entries = {entry.key: entry for entry in (_entry(review, told[side]) for side in ("first", "second"))}
    one = found[told["kind"], frozenset(entries)]
    of_file = {one.first.place.file: Way.FIRST, one.second.place.file: Way.SECOND}
    settle_difference(
        by=by,
        review=review,
        kind=one.kind,
        first=entries[one.first.id],
        second=entries[one.second.id],
        way=of_file.get(told["way"], told["way"]),
        why=told["why"],
        says=(one.says_first, one.says_second),
    )


def _entry(review: Review, place: list[Any]) -> Entry:
    file, part, row = place
    found = entry_at(review, file, part, row)
    if found is None:
        raise Trouble("No entry stands there.", where=f"{file}, {part}, row {row}")
    return found
