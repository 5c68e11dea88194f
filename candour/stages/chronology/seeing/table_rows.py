"""The rows of a window as a table: in order of time, those of one proposed event together, by hundreds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from candour.domain.chronology.entry import Entry, Event, Status, Telling
from candour.domain.moments.spoken import spoken, spoken_day
from candour.domain.timeline import Lane
from candour.kernel.reviews.models import Review
from candour.kernel.web.templatetags.candour_web import number_word
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.accounts.said import event_href
from candour.stages.chronology.seeing.seen import Seen

A_PAGE = 100

SAID_OF = {
    Status.TOLD: "",
    Status.JOINT: "jointly",
    Status.IMPLIED: "implied",
    Status.UNCLEAR: "unclear",
    Status.DISPUTED: "disputed",
    Status.NOT_TOLD: "not told",
}


@dataclass(frozen=True, slots=True)
class TellingLine:
    """Who was told; `small` says when, what the return says of it, and whether the name is known here."""

    name: str
    small: str


@dataclass(frozen=True, slots=True)
class Row:
    """One agency's account as it stands in the table."""

    entry: Entry
    lane: Lane
    href: str
    known_href: str
    told: tuple[TellingLine, ...]
    chosen: bool = False
    standing: str = ""
    """How it stood with the agency asked about: the word of a tag."""
    under: tuple[str, ...] = ()
    """Lines of enquiry and themes."""
    marks_href: str = ""

    @property
    def place(self) -> SafeString:
        return breakable(str(self.entry.place))

    @property
    def spoken(self) -> str:
        """The date in words, where they are not the ones that were written."""
        said = spoken(self.entry.when)
        return "" if said == self.entry.when.text else said


@dataclass(frozen=True, slots=True)
class Group:
    """A row by itself, or the accounts of one event. `differ` says in what they do."""

    rows: tuple[Row, ...]
    event: Event | None = None
    differ: str = ""
    picture_query: str = ""
    """Where the accounts of the event are marked in the picture."""
    title: str = ""
    href: str = ""
    """The page of the event, once a person has confirmed it."""

    @property
    def differ_words(self) -> str:
        return f"Accounts differ: {self.differ}"

    @property
    def says(self) -> str:
        """How many accounts; rows of one agency are no two accounts, but one thing written twice."""
        if len({row.entry.agency for row in self.rows}) == 1:
            return f"{len(self.rows)} rows tell of one event"
        return f"One event, {number_word(len(self.rows))} accounts"


def pages_of(whole: Whole, entries: Sequence[Entry]) -> list[list[tuple[Event | None, list[Entry]]]]:
    """The entries by pages of a hundred or a few more: the accounts of one event stand on one page."""
    pages: list[list[tuple[Event | None, list[Entry]]]] = [[]]
    count = 0
    for group in _grouped(whole, entries):
        if count >= A_PAGE:
            pages.append([])
            count = 0
        pages[-1].append(group)
        count += len(group[1])
    return pages


def _grouped(whole: Whole, entries: Sequence[Entry]) -> Iterator[tuple[Event | None, list[Entry]]]:
    """Each entry once; the accounts of an event stand where the first of them does."""
    here = {one.id: one for one in entries}
    order = {id_: nth for nth, id_ in enumerate(here)}
    event_of = {id_: event for event in whole.chronology.events for id_ in event.entries}
    done: set[str] = set()
    for entry in entries:
        if entry.id in done:
            continue
        event = event_of.get(entry.id)
        together = [here[one] for one in event.entries if one in here] if event else [entry]
        done.update(one.id for one in together)
        if len(together) < 2:
            yield None, [entry]
        else:
            yield event, sorted(together, key=lambda one: order[one.id])


def groups_on(page: Iterable[tuple[Event | None, list[Entry]]], seen: Seen) -> list[Group]:
    """One page's groups, dressed for the table."""
    whole, window, row = seen.whole, seen.window, row_maker(seen)
    return [
        Group(
            tuple(map(row, entries)),
            event,
            whole.differ.get(event.id, ""),
            f"?{replace(window, entry=entries[0].id).query}",
            whole.titles.get(event.id, ""),
            event_href(window.review, event),
        )
        if event
        else Group(tuple(map(row, entries)))
        for event, entries in page
    ]


def row_maker(seen: Seen) -> Callable[[Entry], Row]:
    lanes = {lane.agency: lane for lane in seen.whole.lanes}
    review, known = seen.window.review, seen.known

    def row(entry: Entry) -> Row:
        return Row(
            entry,
            lanes[entry.agency],
            reverse("chronology:entry", args=[review.in_address, entry.id]),
            known_href(review, entry.agency, day_of(entry)),
            tuple(map(telling_line, entry.told)),
            entry.id == seen.window.entry,
            known.of(entry) if known else "",
            seen.under.of(entry),
            reverse("chronology:marks", args=[review.in_address, entry.id]),
        )

    return row


def known_href(review: Review, agency: str, on: date | None) -> str:
    said = {"agency": agency} | ({"on": spoken_day(on)} if on else {})
    return f"{reverse('chronology:known', args=[review.in_address])}?{urlencode(said)}"


def day_of(entry: Entry) -> date | None:
    """By the end of this day the entry surely stood."""
    at = entry.when.latest or entry.when.earliest
    return at.date() if at else None


def breakable(words: str) -> SafeString:
    """Names of files are long words: they may be broken after a full stop, a dash or an underscore."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((piece,) for piece in re.split(r"(?<=[._-])", words)))


def telling_line(one: Telling) -> TellingLine:
    when = (spoken(one.on) if one.on.placed else f"“{one.on.text}”") if one.on else ""
    unknown = "" if one.agency else "name not matched"
    words = [SAID_OF[one.status], when, unknown]
    return TellingLine(one.agency or one.name, ", ".join(filter(None, words)))
