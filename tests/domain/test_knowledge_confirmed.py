"""What a confirmed event gives: that it happened, and never another agency's words. Worked by hand."""

from __future__ import annotations

from datetime import date

from candour.domain.chronology.entry import Chronology, Entry, Event, Status
from candour.domain.knowledge import Certainty, Knowledge
from tests.invented import HEALTH, POLICE, SCHOOL, entry, moment, told

D3, D5, D9 = (moment(f"1999-07-0{day}") for day in (3, 5, 9))


def confirmed(*entries: Entry) -> Knowledge:
    """What is known where a person has confirmed that all these tell of one event."""
    event = Event("v1", tuple(one.id for one in entries), "confirmed")
    return Knowledge(Chronology((HEALTH, POLICE, SCHOOL), entries, (event,)))


def test_a_confirmed_event_gives_that_it_happened_and_never_the_others_words() -> None:
    ours, theirs = entry(HEALTH, D5), entry(POLICE, D3)
    answer = confirmed(theirs, ours).known_to(HEALTH, date(1999, 7, 5))

    assert [one.entry.id for one in answer.entries] == [ours.id]
    (event,) = answer.as_json()["events"]
    assert (event["id"], event["how"], event["certainty"]) == ("v1", "confirmed_event", "sure")
    assert (event["since_earliest"], event["since_latest"]) == ("1999-07-05", "1999-07-05")
    assert (event["through"], event["other_accounts"]) == ([ours.id], [theirs.id])
    assert f"No return shows the words of {POLICE} reaching {HEALTH}." in event["why"]


def test_of_an_event_nothing_is_known_before_an_account_of_it_is() -> None:
    ours, theirs = entry(HEALTH, D5), entry(POLICE, D3)

    assert confirmed(theirs, ours).known_to(HEALTH, date(1999, 7, 4)).events == ()


def test_an_account_written_later_does_not_stand_beside_an_event_before_it() -> None:
    ours, theirs = entry(HEALTH, D3), entry(POLICE, D3, recorded=D9)

    assert confirmed(theirs, ours).known_to(HEALTH, date(1999, 7, 5)).events == ()
    assert len(confirmed(theirs, ours).known_to(HEALTH, date(1999, 7, 9)).events) == 1


def test_who_was_told_one_account_of_an_event_knew_of_the_event() -> None:
    ours, theirs = entry(HEALTH, D3, told(SCHOOL, D5, Status.IMPLIED)), entry(POLICE, D3)
    (event,) = confirmed(theirs, ours).known_to(SCHOOL, date(1999, 7, 9)).events

    assert (event.certainty, event.through, event.others) == (Certainty.POSSIBLE, (ours,), (theirs,))


def test_who_holds_no_account_of_an_event_and_was_told_none_knows_nothing_of_it() -> None:
    assert confirmed(entry(HEALTH, D3), entry(POLICE, D3)).known_to(SCHOOL, date(2000, 1, 1)).events == ()


def test_an_account_of_an_event_the_other_knew_of_is_not_called_lacked() -> None:
    ours, theirs = entry(HEALTH, D3), entry(POLICE, D5)
    answer = confirmed(ours, theirs).lacked_by(HEALTH, POLICE, date(1999, 7, 9)).as_json()

    assert answer["entries"] == []
    (one,) = answer["of_known_events"]
    assert (one["id"], one["event"], one["event_through"]) == (ours.id, "v1", [theirs.id])
    assert (one["held_since"], one["event_certainty"]) == ("1999-07-03", "sure")


def test_before_the_other_knew_of_the_event_its_account_is_lacked() -> None:
    ours, theirs = entry(HEALTH, D3), entry(POLICE, D5)
    answer = confirmed(ours, theirs).lacked_by(HEALTH, POLICE, date(1999, 7, 4))

    assert ([one.entry for one in answer.entries], answer.of_known_events) == ([ours], ())


def test_a_confirmed_event_of_which_one_account_is_left_gives_nothing() -> None:
    ours = entry(HEALTH, D3)
    event = Event("v1", (ours.id, "e-withdrawn"), "confirmed")
    known_of = Knowledge(Chronology((HEALTH, POLICE), (ours,), (event,)))

    assert known_of.known_to(HEALTH, date(2000, 1, 1)).events == ()


def test_an_account_of_which_it_is_unclear_whether_it_got_across_takes_no_event_away() -> None:
    whole = entry(HEALTH, D3, told(POLICE))
    unclear = entry(HEALTH, D3, told(POLICE, status=Status.UNCLEAR))
    (event,) = confirmed(whole, unclear).known_to(POLICE, date(2000, 1, 1)).events

    assert (event.through, event.others, event.unclear) == ((whole,), (), (unclear,))
    assert f"do not make clear whether the words reached {POLICE}" in event.why
