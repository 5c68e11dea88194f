"""What people have said of accounts so far: confirmed events, entries told apart, differences settled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from candour.domain.chronology.entry import Event as Told
from candour.domain.chronology.links import Link
from candour.domain.knowledge.confirmed import CONFIRMED
from candour.domain.moments.spoken import spoken_day
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Account, Event, LeftOpen, NotOneEvent, Settlement

Pair = frozenset[str]
"""Two entries by their keys."""


def confirmed_events(review: Review, standing: Collection[str]) -> tuple[Told, ...]:
    """Events that people confirmed, with those of their entries that stand; of one alone nothing is said."""
    found: dict[int, list[str]] = defaultdict(list)
    accounts = Account.objects.filter(review=review, parted_at=None).order_by("event", "pk")
    for event, key in accounts.values_list("event", "entry__key"):
        if key in standing:
            found[event].append(key)
    return tuple(
        Told(told_id(event), tuple(keys), CONFIRMED) for event, keys in found.items() if len(keys) > 1
    )


def told_id(event_pk: int) -> str:
    """How a confirmed event is called where entries are by their keys; no proposed one is called so."""
    return f"event-{event_pk}"


def event_href(review: Review, event: Told) -> str:
    """The page of a confirmed event; a proposed one has none."""
    if event.state != CONFIRMED:
        return ""
    return reverse("chronology:event", args=[review.in_address, int(event.id.removeprefix("event-"))])


def titles_of(review: Review) -> dict[str, str]:
    """The titles that people gave, by the event's id."""
    named = Event.objects.filter(review=review, withdrawn_at=None).exclude(title="")
    return {told_id(pk): title for pk, title in named.values_list("pk", "title")}


@dataclass(frozen=True, slots=True)
class Among:
    """That an entry is one of the accounts of a confirmed event."""

    event: Event
    accounts: int
    href: str


def events_about(review: Review, keys: Collection[str]) -> dict[str, Among]:
    """The confirmed event of each of these entries that is an account of one, by the entry's key."""
    standing = Account.objects.filter(review=review, parted_at=None, entry__withdrawn_at=None)
    of = {
        one.entry.key: one.event
        for one in standing.filter(entry__key__in=keys).select_related("event", "entry")
    }
    count = Counter(standing.filter(event__in=of.values()).values_list("event", flat=True))
    number = review.in_address
    return {
        key: Among(event, count[event.pk], reverse("chronology:event", args=[number, event.pk]))
        for key, event in of.items()
        if count[event.pk] > 1
    }


def told_apart(review: Review) -> frozenset[Pair]:
    said = NotOneEvent.objects.filter(review=review, withdrawn_at=None)
    return frozenset(frozenset(pair) for pair in said.values_list("first__key", "second__key"))


def settled_in(review: Review) -> dict[tuple[str, Pair], Settlement]:
    """Settlements by what they settle: the kind of difference, and the two entries."""
    said = Settlement.objects.filter(review=review, withdrawn_at=None).select_related("first", "second")
    return {(one.kind, frozenset((one.first.key, one.second.key))): one for one in said}


def links_within(events: Sequence[Told]) -> list[Link]:
    """Each two accounts of a confirmed event, as a link of which a person is certain."""
    return [
        Link(a, b, 1.0, "confirmed by a person")
        for event in events
        for a, b in combinations(event.entries, 2)
    ]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is settled of links: which pairs are together, and which are not to be."""

    event_of: Mapping[str, Told]
    apart: frozenset[Pair]

    @classmethod
    def of(cls, events: Sequence[Told], apart: frozenset[Pair]) -> Spoken:
        return cls({key: event for event in events for key in event.entries}, apart)

    def confirmed(self, link: Link) -> bool:
        first, second = self.event_of.get(link.a), self.event_of.get(link.b)
        return first is not None and first is second

    def parted(self, link: Link) -> bool:
        """Told apart, or of two events that people hold apart."""
        first, second = self.event_of.get(link.a), self.event_of.get(link.b)
        if first is not None and second is not None:
            return first is not second
        return any(pair in self.apart for pair in self._pairs(link, first, second))

    def open(self, link: Link) -> bool:
        """Nobody has said yet whether the two tell of one event."""
        return not self.confirmed(link) and not self.parted(link)

    def _pairs(self, link: Link, first: Told | None, second: Told | None) -> Iterator[Pair]:
        for a in first.entries if first else (link.a,):
            for b in second.entries if second else (link.b,):
                yield frozenset((a, b))


@dataclass(frozen=True, slots=True)
class LastSaid:
    """What somebody said of accounts last, which one button takes back; that they are not sure needs none."""

    at: datetime
    words: str
    undo: str = ""


def last_said(review: Review, viewer: Person) -> LastSaid | None:
    """The last that this person said of links in this review, while it stands."""
    kinds = (_last_joined, _last_apart, _last_left_open)
    said = [one for find in kinds if (one := find(review, viewer)) is not None]
    return max(said, key=lambda one: one.at, default=None)


def _last_joined(review: Review, viewer: Person) -> LastSaid | None:
    mine = Account.objects.filter(review=review, parted_at=None, joined_by=viewer.username)
    last = mine.select_related("event", "entry__in_return__paper").order_by("-joined_at", "-pk").first()
    if last is None:
        return None
    event = last.event
    if last.joined_at == event.confirmed_at:
        both = " and ".join(str(one.entry) for one in event.accounts.filter(joined_at=last.joined_at))
        return LastSaid(last.joined_at, f"Confirmed as one event: {both}.", _address(event, "undo-event"))
    return LastSaid(last.joined_at, f"{last.entry} joined “{event}”.", _address(last, "undo-account"))


def _last_apart(review: Review, viewer: Person) -> LastSaid | None:
    mine = NotOneEvent.objects.filter(review=review, withdrawn_at=None, said_by=viewer.username)
    last = mine.select_related("first", "second").order_by("-said_at", "-pk").first()
    if last is None:
        return None
    words = f"Not one event: {last.first} and {last.second}."
    return LastSaid(last.said_at, words, _address(last, "undo-telling-apart"))


def _last_left_open(review: Review, viewer: Person) -> LastSaid | None:
    mine = LeftOpen.objects.filter(review=review, said_by=viewer.username).order_by("-said_at", "-pk")
    last = mine.select_related("first", "second").first()
    if last is None:
        return None
    return LastSaid(
        last.said_at, f"Not sure yet: {last.first} and {last.second}. The link stays in the list."
    )


def left_open(review: Review) -> dict[Pair, str]:
    """Who looked at a pair last and was not sure, and when, in words."""
    said = list(LeftOpen.objects.filter(review=review).select_related("first", "second"))
    people = Person.objects.filter(username__in={one.said_by for one in said})
    names = dict(people.values_list("username", "name"))
    return {
        frozenset((one.first.key, one.second.key)): _not_sure(one, names.get(one.said_by, one.said_by))
        for one in said
    }


def _not_sure(said: LeftOpen, who: str) -> str:
    return f"{who} was not sure on {spoken_day(localdate(said.said_at))}. {said.why}".strip()


def _address(row: Any, name: str) -> str:
    return reverse(f"chronology:{name}", args=[row.review.in_address, row.pk])
