"""Who knew what, when: small invented cases, worked by hand."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from candour.domain.chronology.entry import Chronology, Entry, Event, Kind, Status
from candour.domain.knowledge import Certainty, Knowledge
from candour.domain.knowledge.since import Since
from candour.domain.moments import Moment, Precision, read
from tests.invented import HEALTH, POLICE, SCHOOL, chronology, entry, moment, month, told, unread

D1, D3, D5, D9 = (moment(f"1999-07-0{day}") for day in (1, 3, 5, 9))
JULY = month(1999, 7)
LATE_JULY, VISITS, BEFORE_5 = read("late July 1999"), read("1 June - 7 July 1999"), read("by 5 July 1999")
AFTER_5 = moment("1999-07-05", None)
AT_HALF_TWO = moment("1999-07-05T14:30")


def known(one: Entry, agency: str, on: str) -> str:
    """The certainty with which an agency knew an entry on a day; "cannot say", or "" for nothing."""
    answer = Knowledge(chronology(one)).known_to(agency, date.fromisoformat(on))
    if answer.cannot_say:
        return "cannot say"
    return answer.entries[0].certainty if answer.entries else ""


def since(one: Entry, agency: str, on: str = "2000-01-01") -> tuple[str | None, str | None]:
    shape = Knowledge(chronology(one)).known_to(agency, date.fromisoformat(on)).as_json()["entries"][0]
    return shape["since_earliest"], shape["since_latest"]


@pytest.mark.parametrize(
    ("when", "recorded", "on", "expected"),
    [
        (D5, None, "1999-07-04", ""),
        (D5, None, "1999-07-05", "sure"),
        (AT_HALF_TWO, None, "1999-07-05", "sure"),
        (D5, D9, "1999-07-08", ""),
        (D5, D9, "1999-07-09", "sure"),
        (D9, D5, "1999-07-08", ""),
        (D9, D5, "1999-07-09", "sure"),
        (JULY, None, "1999-06-30", ""),
        (JULY, None, "1999-07-05", "possible"),
        (JULY, None, "1999-07-31", "sure"),
        (VISITS, None, "1999-06-01", "possible"),
        (VISITS, None, "1999-07-07", "sure"),
        (BEFORE_5, None, "1980-01-01", "possible"),
        (BEFORE_5, None, "1999-07-05", "sure"),
        (AFTER_5, None, "1999-07-04", ""),
        (AFTER_5, None, "2020-01-01", "possible"),
        (AFTER_5, D9, "1999-07-08", ""),
        (AFTER_5, D9, "1999-07-09", "sure"),
        (AFTER_5, D1, "2020-01-01", "possible"),
        (D5, JULY, "1999-07-05", "possible"),
        (D5, JULY, "1999-07-31", "sure"),
        (D5, AFTER_5, "2020-01-01", "possible"),
        (D5, BEFORE_5, "1999-07-05", "sure"),
        (D5, unread(), "1999-07-04", ""),
        (D5, unread(), "2020-01-01", "possible"),
    ],
)
def test_an_agency_knows_its_own_entry_from_when_it_happened_or_was_recorded(
    when: Moment, recorded: Moment | None, on: str, expected: str
) -> None:
    assert known(entry(HEALTH, when, recorded=recorded), HEALTH, on) == expected


@pytest.mark.parametrize(
    ("when", "on_day", "status", "asked", "expected"),
    [
        (D5, None, Status.TOLD, "1999-07-04", ""),
        (D5, None, Status.TOLD, "1999-07-05", "sure"),
        (D5, D9, Status.TOLD, "1999-07-08", ""),
        (D5, D9, Status.TOLD, "1999-07-09", "sure"),
        (D5, D9, Status.JOINT, "1999-07-09", "sure"),
        (D5, D9, Status.IMPLIED, "1999-07-08", ""),
        (D5, D9, Status.IMPLIED, "1999-07-09", "possible"),
        (D5, D9, Status.DISPUTED, "1999-07-08", ""),
        (D5, D9, Status.DISPUTED, "1999-07-09", "disputed"),
        (D5, D9, Status.UNCLEAR, "1999-07-08", ""),
        (D5, D9, Status.UNCLEAR, "1999-07-09", "cannot say"),
        (D5, D9, Status.NOT_TOLD, "2020-01-01", ""),
        (D5, JULY, Status.TOLD, "1999-07-04", ""),
        (D5, JULY, Status.TOLD, "1999-07-30", "possible"),
        (D5, JULY, Status.TOLD, "1999-07-31", "sure"),
        (D5, AFTER_5, Status.TOLD, "2020-01-01", "possible"),
        (D5, BEFORE_5, Status.TOLD, "1999-07-05", "sure"),
        (D5, unread(), Status.TOLD, "1999-07-04", ""),
        (D5, unread(), Status.TOLD, "2020-01-01", "possible"),
        # The day of telling settles a date that is only some time within a month, or has no end.
        (JULY, D9, Status.TOLD, "1999-07-08", ""),
        (JULY, D9, Status.TOLD, "1999-07-09", "sure"),
        (AFTER_5, D9, Status.TOLD, "1999-07-09", "sure"),
        (LATE_JULY, moment("1999-07-28"), Status.TOLD, "1999-07-28", "sure"),
        # What went on after the telling is known in full only when it has ended.
        (VISITS, D3, Status.TOLD, "1999-07-03", "possible"),
        (VISITS, D3, Status.TOLD, "1999-07-07", "sure"),
        (VISITS, D9, Status.TOLD, "1999-07-09", "sure"),
        # A telling dated before what it tells of is odd: the later date is kept.
        (D5, D3, Status.TOLD, "1999-07-04", ""),
        (D5, D3, Status.TOLD, "1999-07-05", "sure"),
        (AFTER_5, D3, Status.TOLD, "2020-01-01", "possible"),
    ],
)
def test_the_one_told_knows_from_the_telling(
    when: Moment, on_day: Moment | None, status: Status, asked: str, expected: str
) -> None:
    assert known(entry(HEALTH, when, told(POLICE, on_day, status)), POLICE, asked) == expected


def test_somebody_not_named_as_told_knows_nothing_of_it() -> None:
    assert known(entry(HEALTH, D5, told(POLICE)), SCHOOL, "2020-01-01") == ""


def test_a_name_that_matches_no_agency_gives_no_knowledge() -> None:
    one = entry(HEALTH, D5, told(None, name="UK services"))

    assert {known(one, agency, "2020-01-01") for agency in (POLICE, SCHOOL)} == {""}


def test_an_agency_cannot_tell_itself() -> None:
    one = entry(HEALTH, D1, told(HEALTH, D1), recorded=D9)

    assert known(one, HEALTH, "1999-07-08") == ""


def test_a_proposed_link_gives_no_knowledge() -> None:
    ours, theirs = entry(HEALTH, D5), entry(POLICE, D5)
    linked = Chronology((HEALTH, POLICE), (ours, theirs), (Event("v1", (ours.id, theirs.id)),))
    answer = Knowledge(linked).known_to(HEALTH, date(2020, 1, 1))

    assert [one.entry.id for one in answer.entries] == [ours.id]


def test_names_that_match_no_agency_are_listed_once_they_may_have_been_told() -> None:
    one = entry(
        HEALTH, D1, told(None, D5, name="the clinic"), told(None, D1, Status.NOT_TOLD, name="a nurse")
    )
    ask = Knowledge(chronology(one)).known_to

    assert ask(POLICE, date(1999, 7, 4)).unmatched_names == ()
    assert ask(POLICE, date(1999, 7, 5)).unmatched_names == ("the clinic",)


def test_an_agencys_statement_of_no_contact_is_known_like_its_other_rows() -> None:
    assert known(entry(HEALTH, VISITS, kind=Kind.GAP_STATEMENT), HEALTH, "1999-07-07") == "sure"


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.TOLD, Status.DISPUTED), "sure"),
        ((Status.DISPUTED, Status.TOLD), "sure"),
        ((Status.IMPLIED, Status.DISPUTED), "possible"),
        ((Status.DISPUTED, Status.UNCLEAR), "disputed"),
        ((Status.UNCLEAR, Status.NOT_TOLD), "cannot say"),
        ((Status.NOT_TOLD, Status.NOT_TOLD), ""),
        ((Status.NOT_TOLD, Status.JOINT), "sure"),
    ],
)
def test_of_two_tellings_the_stronger_answers(statuses: tuple[Status, ...], expected: str) -> None:
    one = entry(HEALTH, D5, *(told(POLICE, D9, status) for status in statuses))

    assert known(one, POLICE, "1999-07-09") == expected


def test_of_two_tellings_alike_the_first_answers() -> None:
    one = entry(HEALTH, D1, told(POLICE, D9), told(POLICE, D5))

    assert since(one, POLICE) == ("1999-07-05", "1999-07-05")


def test_a_dispute_beside_a_plain_telling_is_said_and_takes_nothing_away() -> None:
    one = entry(HEALTH, D5, told(POLICE, D9), told(POLICE, D9, Status.DISPUTED))
    answer = Knowledge(chronology(one)).known_to(POLICE, date(1999, 7, 9)).entries[0]

    assert answer.certainty is Certainty.SURE
    assert "Another telling of it to the same agency is given as: disputed." in answer.why


def test_a_dispute_that_comes_later_is_not_spoken_of_before() -> None:
    one = entry(HEALTH, D1, told(POLICE, D5), told(POLICE, D9, Status.DISPUTED))
    answer = Knowledge(chronology(one)).known_to(POLICE, date(1999, 7, 8)).entries[0]

    assert "disputed" not in answer.why


def test_an_answer_grows_surer_as_days_pass() -> None:
    one = entry(
        HEALTH, D1, told(POLICE, D3, Status.UNCLEAR), told(POLICE, D5, Status.DISPUTED), told(POLICE, D9)
    )

    assert [known(one, POLICE, f"1999-07-0{day}") for day in (2, 3, 5, 9)] == [
        "",
        "cannot say",
        "disputed",
        "sure",
    ]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (D5, ("1999-07-05", "1999-07-05")),
        (JULY, ("1999-07-01", "1999-07-31")),
        (BEFORE_5, (None, "1999-07-05")),
        (AFTER_5, ("1999-07-05", None)),
        (AT_HALF_TWO, ("1999-07-05T14:30", "1999-07-05T14:30")),
        (moment("1999-07-05T00:00", "1999-07-05T06:00"), ("1999-07-05T00:00", "1999-07-05T06:00")),
    ],
)
def test_since_is_written_as_days_or_as_local_times(
    when: Moment, expected: tuple[str | None, str | None]
) -> None:
    assert since(entry(HEALTH, when), HEALTH) == expected


def test_what_the_holder_surely_held_and_the_other_lacked_comes_longest_held_first() -> None:
    some_time_in_july, on_the_fifth = entry(HEALTH, JULY, id="july"), entry(HEALTH, D5, id="fifth")
    answer = Knowledge(chronology(some_time_in_july, on_the_fifth)).lacked_by(
        HEALTH, POLICE, date(1999, 8, 1)
    )

    assert [(one["id"], one["held_since"]) for one in answer.as_json()["entries"]] == [
        ("fifth", "1999-07-05"),
        ("july", "1999-07-31"),
    ]


@pytest.mark.parametrize("status", [Status.TOLD, Status.JOINT, Status.IMPLIED, Status.DISPUTED])
def test_what_reached_the_other_in_any_way_is_not_lacked(status: Status) -> None:
    one = entry(HEALTH, D1, told(POLICE, D5, status))
    ask = Knowledge(chronology(one)).lacked_by

    assert ask(HEALTH, POLICE, date(1999, 7, 5)).entries == ()
    assert [held.entry for held in ask(HEALTH, POLICE, date(1999, 7, 4)).entries] == [one]


def test_what_may_or_may_not_have_been_told_is_not_called_lacked() -> None:
    one = entry(HEALTH, D1, told(POLICE, D5, Status.UNCLEAR))
    answer = Knowledge(chronology(one)).lacked_by(HEALTH, POLICE, date(1999, 7, 5))

    assert answer.entries == ()
    assert [unclear.entry for unclear in answer.cannot_say] == [one]


def test_what_the_holder_only_may_have_known_is_not_held_against_the_other() -> None:
    answer = Knowledge(chronology(entry(HEALTH, JULY))).lacked_by(HEALTH, POLICE, date(1999, 7, 5))

    assert (answer.entries, answer.cannot_say) == ((), ())


def test_why_lacked_tells_silence_from_the_word_of_a_return() -> None:
    silent = entry(HEALTH, D1)
    said = entry(HEALTH, D1, told(POLICE, D5, Status.NOT_TOLD))
    knowledge = Knowledge(chronology(silent, said))

    def why(day: int) -> list[str]:
        shape = knowledge.lacked_by(HEALTH, POLICE, date(1999, 7, day)).as_json()
        return [one["lacked_why"] for one in shape["entries"]]

    silence = "No return shows it reaching Invented Police."
    assert why(4) == [silence, silence]
    assert why(5) == [silence, "Invented Health Visiting says that it did not tell Invented Police."]


@pytest.mark.parametrize(
    ("one", "agency", "words"),
    [
        (entry(HEALTH, D5), HEALTH, "Its own entry, dated “1999-07-05”."),
        (entry(HEALTH, D5, recorded=D9), HEALTH, "It was recorded “1999-07-09”."),
        (entry(HEALTH, D5, recorded=unread()), HEALTH, "When it was recorded, “see log”, could not be read."),
        (entry(HEALTH, AFTER_5), HEALTH, "No day is given by which it was surely known."),
        (
            entry(HEALTH, moment("1999-12-01", "2000-03-01")),
            HEALTH,
            "It became known some time from 1 December 1999 to 1 March 2000.",
        ),
        (entry(HEALTH, D5, told(POLICE, D9)), POLICE, "says that it told Invented Police, “1999-07-09”."),
        (
            entry(HEALTH, D5, told(POLICE, D9, Status.JOINT)),
            POLICE,
            "jointly with Invented Police, “1999-07-09”.",
        ),
        (entry(HEALTH, D5, told(POLICE, name="the CPT")), POLICE, "told the CPT. The telling has no date"),
        (
            entry(HEALTH, D5, told(POLICE, D3)),
            POLICE,
            "before the entry's own date, “1999-07-05”, which is taken",
        ),
        (entry(HEALTH, D5, told(POLICE, unread())), POLICE, "The date of the telling could not be read."),
        (
            entry(HEALTH, moment("1999-06-01", "2000-02-01"), told(POLICE, D3)),
            POLICE,
            "may go on after the telling",
        ),
        (
            entry(HEALTH, D5, told(POLICE, D9, Status.IMPLIED)),
            POLICE,
            "implies that Invented Police was told",
        ),
        (entry(HEALTH, D5, told(POLICE, D9, Status.DISPUTED)), POLICE, "It is disputed whether"),
    ],
)
def test_every_answer_says_why_in_the_words_of_the_return(one: Entry, agency: str, words: str) -> None:
    answer = Knowledge(chronology(one)).known_to(agency, date(2000, 1, 1))

    assert words in answer.entries[0].why


def test_what_we_cannot_say_says_why_and_where() -> None:
    one = entry(HEALTH, D5, told(POLICE, D9, Status.UNCLEAR))
    shape = Knowledge(chronology(one)).known_to(POLICE, date(2000, 1, 1)).as_json()["cannot_say"]

    why = f"The return of {HEALTH} does not make clear whether {POLICE} was told, “1999-07-09”."
    assert shape == [{"id": one.id, "place": one.place.as_json(), "why": why}]


def test_an_answer_has_the_keys_of_the_contract() -> None:
    one = entry(HEALTH, D5)
    known_shape = Knowledge(chronology(one)).known_to(HEALTH, date(1999, 7, 5)).as_json()
    lacked_shape = Knowledge(chronology(one)).lacked_by(HEALTH, POLICE, date(1999, 7, 5)).as_json()

    assert known_shape == {
        "agency": HEALTH,
        "on": "1999-07-05",
        "entries": [
            {
                "id": one.id,
                "how": "own_entry",
                "certainty": "sure",
                "since_earliest": "1999-07-05",
                "since_latest": "1999-07-05",
                "place": one.place.as_json(),
                "why": "Its own entry, dated “1999-07-05”.",
            }
        ],
        "cannot_say": [],
        "events": [],
        "unmatched_names": [],
        "told_already": [],
    }
    assert set(lacked_shape) == {
        *("agency", "on", "lacked_by", "entries", "cannot_say", "of_known_events", "told_already"),
    }
    assert set(lacked_shape["entries"][0]) == {*known_shape["entries"][0], "held_since", "lacked_why"}


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (D5, "5 July 1999"),
        (JULY, "1 July 1999 to 31 July 1999"),
        (AT_HALF_TWO, "5 July 1999, 14:30"),
        (BEFORE_5, "by 5 July 1999"),
        (AFTER_5, "5 July 1999 or later"),
        (moment(None, None, Precision.UNKNOWN), "at a time not known"),
    ],
)
def test_since_is_said_as_people_say_days(when: Moment, words: str) -> None:
    answer = Knowledge(chronology(entry(HEALTH, when))).known_to(HEALTH, date(2000, 1, 1))

    assert str(answer.entries[0].since) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((9, 20), (23, 59), "25 July 2011, from 09:20"),
        ((0, 0), (12, 0), "25 July 2011, by 12:00"),
        ((9, 20), (12, 0), "25 July 2011, 09:20 to 12:00"),
    ],
)
def test_a_day_on_which_it_became_known_is_said_once(
    first: tuple[int, int], last: tuple[int, int], words: str
) -> None:
    assert str(Since(datetime(2011, 7, 25, *first), datetime(2011, 7, 25, *last))) == words
