"""What there is to say of one confirmed event: its accounts, its times drawn, what people did with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from candour.domain.chronology.entry import Chronology
from candour.domain.chronology.entry import Entry as Told
from candour.domain.timeline import lanes_of, lay_out
from candour.files.pictures.timeline import timeline_svg
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.differences import Difference, difference_href, differences_of
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.accounts.proposals import Proposal, dresser
from candour.stages.chronology.accounts.rows import Row, row_maker
from candour.stages.chronology.accounts.said import told_id
from candour.stages.chronology.models import Account, Event
from candour.stages.chronology.reads import kinds_of
from candour.stages.chronology.seeing.windows import WIDTH, span_of

AROUND = 0.1
"""Of the days that the accounts span, so much more on each side; two days at least."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One account of the event as it stands there."""

    account: Account
    row: Row

    @property
    def withdrawn(self) -> bool:
        return self.account.entry.withdrawn_at is not None


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that somebody did with the event."""

    at: datetime
    who: str
    what: str
    why: str = ""


def accounts_of(event: Event, whole: Whole) -> list[Shown]:
    """The accounts that stand, in order of time; an entry that was withdrawn is among them, marked."""
    standing = list(_accounts(event).filter(parted_at=None))
    dressed = _dress(event.review, whole, [one.entry.told for one in standing])
    shown = [Shown(account, row) for account, row in zip(standing, dressed, strict=True)]
    return sorted(shown, key=lambda one: (_first(one.row.entry), one.row.entry.place))


def parted_from(event: Event) -> list[Account]:
    """Entries that were accounts of it and are no more, each once, by its last parting."""
    standing = set(event.accounts.filter(parted_at=None).values_list("entry", flat=True))
    last = {one.entry_id: one for one in _accounts(event).exclude(parted_at=None).order_by("parted_at", "pk")}
    return [one for entry, one in last.items() if entry not in standing]


def _accounts(event: Event) -> QuerySet[Account]:
    return event.accounts.select_related("entry__in_return__paper")


def _dress(review: Review, whole: Whole, told: Sequence[Told]) -> list[Row]:
    """As rows of a table; of a withdrawn entry's agency there may be no lane any more."""
    here = {entry.id: entry for entry in whole.chronology.entries}
    shown = [here.get(one.id, one) for one in told]
    agencies = tuple({one.agency: None for one in shown})
    own = {one.agency: one for one in lanes_of(Chronology(agencies, tuple(shown)), kinds_of(agencies))}
    lanes = own | {one.agency: one for one in whole.lanes}
    return list(map(row_maker(review, lanes.values()), shown))


def _first(entry: Told) -> datetime:
    return entry.when.earliest or entry.when.latest or datetime.max


def drawn(event: Event, shown: Sequence[Shown], whole: Whole) -> SafeString:
    """The times of the accounts, lane by lane; nothing where none of them stands."""
    # Its times only: who told whom stands in the table.
    entries = [replace(one.row.entry, told=()) for one in shown if not one.withdrawn]
    days = span_of(entries)
    if days is None:
        return mark_safe("")
    pad = timedelta(days=max(2, round((days[1] - days[0]).days * AROUND)))
    picture = lay_out(
        entries,
        list({one.row.lane.agency: one.row.lane for one in shown if not one.withdrawn}.values()),
        start=_within(days[0], -pad),
        end=_within(days[1], pad),
        width=WIDTH,
        chosen_entry=entries[0].id,
        events=whole.chronology.events,
        differing=frozenset(whole.differ),
    )
    return mark_safe(timeline_svg(picture, href="#{}".format))


def _within(day: date, pad: timedelta) -> date:
    return day + pad if date(3, 1, 1) < day < date(9990, 1, 1) else day


def differences_in(event: Event, whole: Whole) -> list[tuple[Difference, str]]:
    """Those between two of its accounts, each with the address of its question."""
    told = whole.spoken.event_of
    here = [
        one
        for one in differences_of(event.review, whole)
        if not one.of_one_row
        and all((of := told.get(each.id)) and of.id == told_id(event.pk) for each in (one.first, one.second))
    ]
    return [(one, difference_href(event.review, one)) for one in here]


def may_join(event: Event, whole: Whole) -> list[Proposal]:
    """Links from one of its accounts to an entry of which nobody has said anything yet."""
    told, dress = whole.spoken.event_of, dresser(event.review, whole)
    found = []
    for link in whole.links:
        of = told.get(link.a) or told.get(link.b)
        if of is not None and of.id == told_id(event.pk) and whole.spoken.open(link):
            found.append(dress(link))
    return found


def history_of(event: Event) -> list[Deed]:
    """Who did what with it, earliest first."""
    return sorted(_deeds(event), key=lambda one: one.at)


def _deeds(event: Event) -> Iterator[Deed]:
    begun = [one for one in _accounts(event) if one.joined_at == event.confirmed_at]
    why = next((one.why for one in begun if one.why), "")
    rows = "; ".join(str(one.entry) for one in begun)
    yield Deed(event.confirmed_at, event.confirmed_by, f"Confirmed it: {rows}", why)
    for one in _accounts(event):
        if one.joined_at != event.confirmed_at:
            yield Deed(one.joined_at, one.joined_by, f"Added {one.entry}", one.why)
        if one.parted_at is not None and one.parted_at != event.withdrawn_at:
            yield Deed(one.parted_at, one.parted_by, f"Parted {one.entry} from it", one.parted_why)
    if event.withdrawn_at is not None:
        yield Deed(event.withdrawn_at, event.withdrawn_by, "Withdrew it", event.withdrawn_why)


def href_of(event: Event) -> str:
    return reverse("chronology:event", args=[event.review.in_address, event.pk])
