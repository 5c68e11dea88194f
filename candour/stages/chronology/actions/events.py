"""People say which accounts tell of one event: confirmed, joined, parted again, withdrawn, put back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.models import Account, Entry, Event, NotOneEvent

FEWEST = 2
"""Accounts of an event: what one account tells is an entry."""

_WITHDRAWN = ["withdrawn_at", "withdrawn_by", "withdrawn_why"]


def confirm_event(
    *, by: Person, review: Review, entries: Sequence[Entry], title: str = "", why: str = ""
) -> Event:
    """These entries tell of one event: a new one, or the one of which some of them are accounts already.

    Raises Trouble where they belong to two events already, where two were told apart, or one is withdrawn.
    """
    with act("confirmed_event", by=by, on=review, needs=Can.SETTLE_CHRONOLOGY, why=why) as doing:
        lock(review)
        entries = list(dict.fromkeys(entries))
        _refuse_entries(review, entries)
        now = timezone.now()
        told = {one.entry_id: one.event for one in _standing(entries).select_related("event")}
        event = _one_of(told.values())
        if event is None:
            event = Event.objects.create(
                review=review, title=title[:200], confirmed_at=now, confirmed_by=by.username
            )
        _join(event, [one for one in entries if one.pk not in told], by=by, why=why, at=now)
        doing.made(event)
    return event


def join_event(*, by: Person, event: Event, entry: Entry, why: str = "") -> Account:
    """The entry tells of this event too. Raises Trouble where it belongs to another, or was told apart."""
    with act("joined_event", by=by, on=event, needs=Can.SETTLE_CHRONOLOGY, why=why) as doing:
        lock(event.review)
        event.refresh_from_db()
        _refuse_withdrawn(event)
        _refuse_entries(event.review, [entry], fewest=1)
        there = _standing([entry]).select_related("event").first()
        if there is not None and there.event_id == event.pk:
            return doing.made(there)
        if there is not None:
            raise _belongs_elsewhere(entry, there.event)
        [joined] = _join(event, [entry], by=by, why=why, at=timezone.now())
        doing.made(joined)
    return joined


def part_account(*, by: Person, account: Account, why: str) -> None:
    """The entry does not tell of the event after all. One left alone is no event: it is withdrawn with it."""
    with act("parted_account", by=by, on=account, needs=Can.SETTLE_CHRONOLOGY, why=why):
        lock(account.review)
        account.refresh_from_db()
        if account.parted_at is not None:
            return
        now, event = timezone.now(), account.event
        left = event.accounts.filter(parted_at=None).exclude(pk=account.pk)
        if left.count() < FEWEST:
            _withdraw(event, by=by, why=why, at=now)
        else:
            _part([account], by=by, why=why, at=now)


def put_account_back(*, by: Person, account: Account) -> None:
    """Undo a parting; an event that was withdrawn with it stands again. Both sayings stay on record.

    Raises Trouble where the entry tells of another event by now.
    """
    with act("put_account_back", by=by, on=account, needs=Can.SETTLE_CHRONOLOGY):
        lock(account.review)
        account.refresh_from_db()
        event = account.event
        if account.parted_at is None or _standing([account.entry]).filter(event=event).exists():
            return
        if event.withdrawn_at is None:
            _join_again(event, [account], by=by)
        elif event.withdrawn_at == account.parted_at:
            _put_back(event, by=by)
        else:
            raise Trouble(
                "The account cannot be put back: its event was withdrawn since.",
                where=str(event),
                do="Put the event back first, then add the account to it.",
            )


def withdraw_event(*, by: Person, event: Event, why: str) -> None:
    """No event after all: its accounts are free of one another again, and stay as they are."""
    with act("withdrew_event", by=by, on=event, needs=Can.SETTLE_CHRONOLOGY, why=why):
        lock(event.review)
        event.refresh_from_db()
        if event.withdrawn_at is None:
            _withdraw(event, by=by, why=why, at=timezone.now())


def put_event_back(*, by: Person, event: Event) -> None:
    """The event stands again with the accounts it was withdrawn with. Raises Trouble where one moved on."""
    with act("put_event_back", by=by, on=event, needs=Can.SETTLE_CHRONOLOGY):
        lock(event.review)
        event.refresh_from_db()
        if event.withdrawn_at is not None:
            _put_back(event, by=by)


def name_event(*, by: Person, event: Event, title: str) -> None:
    """A few words by which people call it; no account is changed by them.

    The record says who gave a name, and not which: a child may be named in it, and no line is ever taken out.
    """
    with act("named_event", by=by, on=event, needs=Can.SETTLE_CHRONOLOGY):
        event.title = title[:200]
        event.save(update_fields=["title"])


def _standing(entries: Iterable[Entry]) -> QuerySet[Account]:
    return Account.objects.filter(entry__in=[one.pk for one in entries], parted_at=None)


def _one_of(events: Collection[Event]) -> Event | None:
    """The one event among them; None where there is none. Raises Trouble where there are two."""
    found = {one.pk: one for one in events}
    if len(found) > 1:
        names = " and ".join(f"“{one}”" for one in found.values())
        raise Trouble(
            f"These accounts belong to {len(found)} events already: {names}.",
            do="If all of them are one event, withdraw one of these, then add its accounts to the other.",
        )
    return next(iter(found.values()), None)


def _join(event: Event, entries: Sequence[Entry], *, by: Person, why: str, at: datetime) -> list[Account]:
    _refuse_told_apart(event, entries)
    joined = {"joined_at": at, "joined_by": by.username, "why": why[:400]}
    return Account.objects.bulk_create(
        Account(review=event.review, event=event, entry=entry, **joined) for entry in entries
    )


def _join_again(event: Event, accounts: Iterable[Account], *, by: Person) -> None:
    """New rows beside the old ones, so that it stays readable that they were parted for a while."""
    entries = [one.entry for one in accounts]
    moved = _standing(entries).select_related("event", "entry").first()
    if moved is not None:
        raise _belongs_elsewhere(moved.entry, moved.event)
    _join(event, entries, by=by, why="Put back.", at=timezone.now())


def _put_back(event: Event, *, by: Person) -> None:
    withdrawn_with = event.accounts.filter(parted_at=event.withdrawn_at).select_related("entry")
    _join_again(event, withdrawn_with, by=by)
    event.withdrawn_at, event.withdrawn_by, event.withdrawn_why = None, "", ""
    event.save(update_fields=_WITHDRAWN)


def _withdraw(event: Event, *, by: Person, why: str, at: datetime) -> None:
    _part(event.accounts.filter(parted_at=None), by=by, why=why, at=at)
    event.withdrawn_at, event.withdrawn_by, event.withdrawn_why = at, by.username, why[:400]
    event.save(update_fields=_WITHDRAWN)


def _part(accounts: Iterable[Account], *, by: Person, why: str, at: datetime) -> None:
    for one in accounts:
        one.parted_at, one.parted_by, one.parted_why = at, by.username, why[:400]
        one.save(update_fields=["parted_at", "parted_by", "parted_why"])


def _refuse_entries(review: Review, entries: Sequence[Entry], *, fewest: int = FEWEST) -> None:
    if len({one.pk for one in entries}) < fewest:
        raise Trouble("An event needs two accounts at least.", do="Choose another entry that tells of it.")
    for one in entries:
        if one.review_id != review.pk:
            raise Trouble(f"{one} is no entry of this review.", do="Choose entries of one review.")
        if one.withdrawn_at is not None:
            raise Trouble(
                f"{one} was withdrawn, and tells of no event.", do="Put the entry back first, if it counts."
            )


def _refuse_withdrawn(event: Event) -> None:
    if event.withdrawn_at is not None:
        raise Trouble("This event is withdrawn.", where=str(event), do="Put the event back first.")


def _refuse_told_apart(event: Event, joining: Sequence[Entry]) -> None:
    new = {one.pk for one in joining}
    together = new | set(event.accounts.filter(parted_at=None).values_list("entry", flat=True))
    said = NotOneEvent.objects.filter(review=event.review, withdrawn_at=None)
    among = said.filter(first__in=together, second__in=together).select_related("first", "second")
    for apart in among:
        if new & {apart.first_id, apart.second_id}:
            raise Trouble(
                f"{apart.said_by} said that {apart.first} and {apart.second} do not tell of one event.",
                do="Take that back first, or leave one of the two out.",
            )


def _belongs_elsewhere(entry: Entry, event: Event) -> Trouble:
    return Trouble(
        f"{entry} tells of another event already: “{event}”.",
        do="Part it from that event first, if it tells of this one.",
    )
