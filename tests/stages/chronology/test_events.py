"""Which accounts tell of one event: confirmed, joined, parted, told apart; each undone, each on record."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.actions.apart import take_back_telling_apart, tell_apart
from candour.stages.chronology.actions.entries import put_entry_back, withdraw_entry
from candour.stages.chronology.actions.events import (
    confirm_event,
    join_event,
    name_event,
    part_account,
    put_account_back,
    put_event_back,
    withdraw_event,
)
from candour.stages.chronology.actions.settlements import settle_difference, take_back_settlement
from candour.stages.chronology.models import Account, Entry, Event
from candour.stages.chronology.reads import chronology_of
from candour.stages.chronology.resting import what_rests_on
from tests.stages.chronology.accounts import both, entry_of
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(cast: Any) -> tuple[Entry, Entry]:
    """The two accounts of one strategy discussion."""
    both(cast)
    return entry_of("Strategy discussion held"), entry_of("Strategy discussion by")


def keys_together(cast: Any) -> list[set[str]]:
    return [set(one.entries) for one in chronology_of(cast.review).events]


def confirmed(cast: Any, *entries: Entry) -> Event:
    return confirm_event(by=cast.lead, review=cast.review, entries=entries)


def test_a_confirmed_event_is_the_chronologys_and_a_proposed_one_is_not(cast: Any, pair: Any) -> None:
    assert chronology_of(cast.review).events == ()
    [proposed] = whole_of(cast.review).chronology.events

    event = confirm_event(by=cast.lead, review=cast.review, entries=pair, title="The talk", why="Same hour.")

    [told] = chronology_of(cast.review).events
    assert (told.state, set(told.entries)) == ("confirmed", {one.key for one in pair})
    assert whole_of(cast.review).chronology.events == (told,)
    assert set(proposed.entries) == set(told.entries)
    assert proposed.state == "proposed"
    assert proposed.id != told.id
    assert whole_of(cast.review).titles == {told.id: "The talk"}
    line = Line.objects.get(did="confirmed_event")
    assert (line.thing, line.why, line.who) == (f"chronology.event:{event.pk}", "Same hour.", "lead")


def test_confirming_again_joins_the_event_that_one_of_them_tells_of(cast: Any, pair: Any) -> None:
    event = confirmed(cast, *pair)
    third = entry_of("Orchard")

    assert confirmed(cast, pair[1], third) == event
    assert confirmed(cast, *pair) == event
    assert keys_together(cast) == [{*(one.key for one in pair), third.key}]


def test_an_account_that_is_named_twice_is_one_account(cast: Any, pair: Any) -> None:
    assert confirmed(cast, pair[0], *pair).accounts.count() == 2


def test_two_events_are_not_made_one_by_the_way(cast: Any, pair: Any) -> None:
    confirmed(cast, *pair)
    others = entry_of("Orchard"), entry_of("Quarry")
    confirmed(cast, *others)

    with pytest.raises(Trouble, match="belong to 2 events already") as raised:
        confirmed(cast, pair[0], others[0])

    assert "withdraw one of these" in raised.value.do
    assert len(keys_together(cast)) == 2
    with pytest.raises(Trouble, match="tells of another event already"):
        join_event(by=cast.lead, event=Event.objects.first(), entry=others[0])


def test_an_account_left_alone_is_no_event_and_a_parting_is_undone(cast: Any, pair: Any) -> None:
    event = confirmed(cast, *pair)
    account = event.accounts.first()

    part_account(by=cast.team, account=account, why="Another day's talk.")

    event.refresh_from_db()
    assert (event.withdrawn_why, keys_together(cast)) == ("Another day's talk.", [])
    put_account_back(by=cast.team, account=account)
    event.refresh_from_db()
    assert event.withdrawn_at is None
    assert keys_together(cast) == [{one.key for one in pair}]
    assert event.accounts.filter(parted_why="Another day's talk.").count() == 2
    assert {"parted_account", "put_account_back"} <= set(Line.objects.values_list("did", flat=True))


def test_one_of_three_is_parted_and_the_event_stands(cast: Any, pair: Any) -> None:
    event = confirmed(cast, *pair)
    account = join_event(by=cast.lead, event=event, entry=entry_of("Orchard"))

    part_account(by=cast.lead, account=account, why="A month later.")
    assert keys_together(cast) == [{one.key for one in pair}]

    put_account_back(by=cast.lead, account=account)
    assert len(keys_together(cast)[0]) == 3


def test_a_withdrawn_event_frees_its_accounts_and_comes_back_while_they_are_free(
    cast: Any, pair: Any
) -> None:
    event = confirmed(cast, *pair)
    withdraw_event(by=cast.manager, event=event, why="Two talks.")
    assert [one.state for one in whole_of(cast.review).chronology.events] == ["proposed"]

    put_event_back(by=cast.manager, event=event)
    assert keys_together(cast) == [{one.key for one in pair}]

    withdraw_event(by=cast.manager, event=event, why="Two talks.")
    confirmed(cast, pair[0], entry_of("Orchard"))
    with pytest.raises(Trouble, match="tells of another event already"):
        put_event_back(by=cast.manager, event=event)
    assert Event.objects.get(pk=event.pk).withdrawn_at is not None


def test_what_was_told_apart_is_proposed_no_more_until_it_is_taken_back(cast: Any, pair: Any) -> None:
    apart = tell_apart(by=cast.lead, review=cast.review, first=pair[1], second=pair[0], why="Two talks.")

    assert whole_of(cast.review).chronology.events == ()
    assert whole_of(cast.review).differ == {}
    with pytest.raises(Trouble, match="do not tell of one event"):
        confirmed(cast, *pair)
    assert Event.objects.count() == 0
    assert Account.objects.count() == 0

    take_back_telling_apart(by=cast.lead, apart=apart)
    assert len(whole_of(cast.review).chronology.events) == 1
    confirmed(cast, *pair)
    with pytest.raises(Trouble, match="confirmed as accounts of one event"):
        tell_apart(by=cast.lead, review=cast.review, first=pair[0], second=pair[1], why="No.")


def test_told_apart_from_one_account_is_told_apart_from_its_event(cast: Any, pair: Any) -> None:
    third = entry_of("Orchard")
    event = confirmed(cast, *pair)
    tell_apart(by=cast.lead, review=cast.review, first=third, second=pair[0], why="Later.")

    for way in (
        lambda: confirmed(cast, pair[1], third),
        lambda: join_event(by=cast.lead, event=event, entry=third),
    ):
        with pytest.raises(Trouble, match="do not tell of one event"):
            way()


def test_a_withdrawn_entry_is_counted_no_more_and_its_account_stays(cast: Any, pair: Any) -> None:
    confirmed(cast, *pair)
    assert what_rests_on(pair[0])[0].startswith("account of event")

    withdraw_entry(by=cast.lead, entry=pair[0], why="Another family's row.")

    assert keys_together(cast) == []
    assert Account.objects.filter(parted_at=None).count() == 2
    with pytest.raises(Trouble, match="was withdrawn"):
        confirmed(cast, pair[0], entry_of("Orchard"))
    put_entry_back(by=cast.lead, entry=pair[0])
    assert keys_together(cast) == [{one.key for one in pair}]


def test_an_entry_parted_again_has_nothing_resting_on_it(cast: Any, pair: Any) -> None:
    withdraw_event(by=cast.lead, event=confirmed(cast, *pair), why="No.")
    assert what_rests_on(pair[0]) == []


def test_rows_of_one_agency_are_one_event_and_both_stay(cast: Any) -> None:
    send(
        cast,
        b"Date,Officer,What happened,Informed\n"
        b"4 March 2014,PC 1,Call to the flat,\n4 March 2014,PC 1,Call at the flat,\n",
    )
    entries = list(Entry.objects.filter(review=cast.review))

    confirmed(cast, *entries)

    assert keys_together(cast) == [{one.key for one in entries}]
    assert len(chronology_of(cast.review).entries) == 2


def test_a_name_changes_no_account(cast: Any, pair: Any) -> None:
    event = confirmed(cast, *pair)
    name_event(by=cast.lead, event=event, title="The strategy discussion")
    event.refresh_from_db()
    assert str(event) == "The strategy discussion"
    line = Line.objects.get(did="named_event")
    assert (line.who, line.why) == ("lead", ""), "a name in a title could never be taken out of the record"
    assert [one.told for one in (entry_of("Strategy discussion held"),)] == [pair[0].told]


def test_a_difference_found_to_be_none_is_said_no_more(cast: Any, pair: Any) -> None:
    event = confirmed(cast, *pair)
    [told] = chronology_of(cast.review).events
    assert whole_of(cast.review).differ == {told.id: "date"}
    given = {"review": cast.review, "kind": "date", "first": pair[0], "second": pair[1]}

    settled = settle_difference(by=cast.lead, way="no_difference", why="It ran past midnight.", **given)

    assert whole_of(cast.review).differ == {}
    with pytest.raises(Trouble, match="settled this difference already"):
        settle_difference(
            by=cast.team, way="both", why="No.", **given | {"first": pair[1], "second": pair[0]}
        )
    take_back_settlement(by=cast.team, settlement=settled)
    assert whole_of(cast.review).differ == {told.id: "date"}
    settle_difference(by=cast.team, way="both", why="Neither log can be checked.", **given)
    assert whole_of(cast.review).differ == {told.id: "date"}
    assert event.accounts.count() == 2


@pytest.mark.parametrize(("way", "why"), [("both", "  "), ("average", "The middle.")])
def test_a_difference_is_settled_one_of_four_ways_and_with_a_reason(
    cast: Any, pair: Any, way: str, why: str
) -> None:
    with pytest.raises(Trouble):
        settle_difference(
            by=cast.lead, review=cast.review, kind="date", first=pair[0], second=pair[1], way=way, why=why
        )


def test_only_whoever_settles_the_chronology_may(cast: Any, pair: Any) -> None:
    for name in ("chair", "author", "practitioner", "outsider"):
        with pytest.raises(PermissionDenied):
            confirm_event(by=getattr(cast, name), review=cast.review, entries=pair)
    assert Line.objects.filter(did="confirmed_event", allowed=False).count() == 4
    assert Event.objects.count() == 0


def test_entries_of_another_review_are_refused(cast: Any, pair: Any) -> None:
    Entry.objects.filter(pk=pair[1].pk).update(review=cast.other_review)
    pair[1].refresh_from_db()
    with pytest.raises(Trouble, match="no entry of this review"):
        confirmed(cast, *pair)
    with pytest.raises(Trouble, match="not two entries of this review"):
        tell_apart(by=cast.lead, review=cast.review, first=pair[0], second=pair[1], why="No.")
