"""`candour known`, from the outside. Agencies and entries are invented."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour
from candour.domain.chronology.entry import Chronology, Event, Status
from tests.invented import HEALTH, POLICE, SCHOOL, chronology, entry, moment, month, told

VISIT = entry(
    HEALTH, moment("1999-07-01"), told(POLICE, moment("1999-07-03")), id="visit", event="Home visit"
)
CALL = entry(POLICE, moment("1999-07-02"), id="call", event="A call\x1b[2J about the home")
LETTER = entry(HEALTH, month(1999, 7), told(POLICE, None, Status.DISPUTED), id="letter", event="Letter sent")
NOTE = entry(HEALTH, moment("1999-07-02"), told(POLICE, None, Status.UNCLEAR), id="note", event="Note left")


@pytest.fixture
def integrated(tmp_path: Path) -> str:
    return written(chronology(VISIT, CALL, LETTER, NOTE), tmp_path)


def written(made_up: Chronology, folder: Path) -> str:
    path = folder / "integrated.json"
    path.write_text(json.dumps(made_up.as_json()), "utf-8")
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(candour, ["known", *words])


def known(integrated: str, to: str, on: str, *more: str) -> dict:
    answer = run(integrated, "--to", to, "--on", on, "--json", *more)

    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


def test_known_lists_each_entry_with_how_and_when_it_became_known(integrated):
    answer = known(integrated, POLICE, "1999-07-05")

    assert (answer["agency"], answer["on"]) == (POLICE, "1999-07-05")
    assert [(one["id"], one["how"], one["certainty"], one["since_latest"]) for one in answer["entries"]] == [
        ("letter", "told", "disputed", "1999-07-31"),
        ("call", "own_entry", "sure", "1999-07-02"),
        ("visit", "told", "sure", "1999-07-03"),
    ]
    assert [one["id"] for one in answer["cannot_say"]] == ["note"]
    assert answer["entries"][2]["place"] == VISIT.place.as_json()


def test_lacked_by_lists_what_no_return_shows_arriving_and_since_when_it_was_held(integrated):
    answer = known(integrated, HEALTH, "1999-07-02", "--lacked-by", POLICE)

    assert answer["lacked_by"] == POLICE
    assert [(one["id"], one["held_since"]) for one in answer["entries"]] == [("visit", "1999-07-01")]
    assert [one["id"] for one in answer["cannot_say"]] == ["note"]


@pytest.mark.parametrize("name", ["Invented Police", "INVENTED  police", "invented-police."])
def test_an_agency_is_named_without_regard_to_case_spaces_and_punctuation(integrated, name):
    assert known(integrated, name, "1999-07-05")["agency"] == "Invented Police"


@pytest.mark.parametrize("words", ["5/7/99", "5 July 1999", "05.07.1999", "Monday 5th July 1999"])
def test_a_day_is_read_as_people_write_it(integrated, words):
    assert known(integrated, POLICE, words) == known(integrated, POLICE, "1999-07-05")


def test_the_same_question_gives_the_same_bytes(integrated):
    words = (integrated, "--to", POLICE, "--on", "1999-07-05", "--json")

    assert run(*words).stdout == run(*words).stdout


def test_the_listing_begins_with_the_sentence(integrated):
    answer = run(integrated, "--to", POLICE, "--on", "1999-07-05")

    assert answer.stdout.splitlines()[0] == (
        "By the returns, at the end of 5 July 1999 Invented Police surely held 2 entries, "
        "1 more is disputed and of 1 we cannot say."
    )
    assert "Home visit" in answer.stdout


def test_the_listing_of_what_was_lacked_begins_with_the_sentence(integrated):
    answer = run(integrated, "--to", HEALTH, "--on", "1999-07-02", "--lacked-by", POLICE)
    first, *rest = answer.stdout.splitlines()

    assert first == (
        "By the returns, at the end of 2 July 1999 Invented Health Visiting surely held 1 entry "
        "that no return shows reaching Invented Police."
    )
    assert any(line.startswith("  since 1 July 1999  1 day  own entry  Home visit") for line in rest)
    assert "The returns do not make clear whether these reached Invented Police." in rest


def test_no_listing_says_that_anybody_did_not_know_or_failed(integrated):
    asked = [(POLICE, "1999-07-05"), (SCHOOL, "1999-07-05"), (HEALTH, "1990-01-01")]
    said = "".join(run(integrated, "--to", to, "--on", on).stdout for to, on in asked)
    said += run(integrated, "--to", HEALTH, "--on", "1999-07-30", "--lacked-by", SCHOOL).stdout

    assert said
    assert "did not know" not in said
    assert "fail" not in said


def test_where_nothing_arrived_the_sentence_says_so(integrated):
    answer = run(integrated, "--to", SCHOOL, "--on", "1999-07-05")

    assert answer.stdout == (
        "By the returns, at the end of 5 July 1999 Invented School surely held 0 entries.\n"
    )


def test_words_of_a_return_cannot_steer_the_terminal(integrated):
    answer = run(integrated, "--to", POLICE, "--on", "1999-07-05")

    assert "\x1b" not in answer.stdout
    assert "A call [2J about the home" in answer.stdout


def refused(*words: str) -> str:
    """The sentence with which the command could not answer: on stderr, and as JSON on stdout."""
    answer = run(*words, "--json")

    assert answer.exit_code == 2
    error = json.loads(answer.stdout)["error"]
    assert error["what"] in answer.stderr
    assert "Traceback" not in answer.stderr
    return f"{error['what']} {error['do']}"


def test_an_agency_that_is_not_there_is_answered_with_those_that_are(integrated):
    said = refused(integrated, "--to", "Fire Brigade", "--on", "1999-07-05")

    assert said == (
        "No agency of this chronology is called “Fire Brigade”. "
        "The agencies are: Invented Health Visiting; Invented Police; Invented School."
    )
    assert "Fire Brigade" in refused(
        integrated, "--to", POLICE, "--on", "1999-07-05", "--lacked-by", "Fire Brigade"
    )


@pytest.mark.parametrize(
    "words", ["", "yesterday", "1999-02-30", "31/02/1999", "1999", "July 1999", "5 July"]
)
def test_what_is_not_one_day_is_refused_with_how_to_write_it(integrated, words):
    said = refused(integrated, "--to", POLICE, "--on", words)

    assert said.endswith("Write a day of the calendar, like 1999-07-14.")


def test_one_agency_cannot_lack_what_it_held_itself(integrated):
    assert "named twice" in refused(
        integrated, "--to", POLICE, "--on", "1999-07-05", "--lacked-by", "invented police"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "is not an integrated chronology"),
        (b'"entries agencies"', "is not an integrated chronology"),
        (b'{"version": 1, "files": []}', "is not an integrated chronology"),
        (b'{"version": 2, "agencies": [], "entries": [], "events": []}', "is of version 2"),
        (b'{"agencies": [], "entries": [], "events": []}', "is of version None"),
        (b'{"version": 1, "agencies": [], "entries": [7], "events": []}', "is not whole"),
        (b'{"version": 1, "agencies": [], "entries": [{}], "events": []}', "is not whole"),
        (b'{"version": 1, "agencies": 7, "entries": [], "events": []}', "is not whole"),
        (b'{"version": 1, "agencies": [], "entries": []}', "is not whole"),
    ],
)
def test_a_file_that_is_no_integrated_chronology_is_refused_in_a_sentence(tmp_path, content, words):
    path = tmp_path / "other.json"
    path.write_bytes(content)

    assert words in refused(str(path), "--to", POLICE, "--on", "1999-07-05")


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    said = refused(str(tmp_path / "none.json"), "--to", POLICE, "--on", "1999-07-05")

    assert said == (
        "none.json cannot be read: no such file or directory. "
        "Give the integrated.json that candour merge wrote."
    )


def test_an_entry_with_a_date_that_is_none_is_refused(tmp_path):
    shape = chronology(VISIT).as_json()
    shape["entries"][0]["when"]["earliest"] = "1999-02-30"
    path = tmp_path / "integrated.json"
    path.write_text(json.dumps(shape))

    assert "is not whole" in refused(str(path), "--to", POLICE, "--on", "1999-07-05")


def test_of_a_confirmed_event_that_it_happened_is_known_and_no_words(tmp_path):
    event = Event("v1", ("visit", "call"), "confirmed")
    made = replace(chronology(VISIT, CALL), events=(event,))
    answer = known(written(made, tmp_path), HEALTH, "1999-07-05")

    assert [one["id"] for one in answer["entries"]] == ["visit"]
    assert [(one["how"], one["other_accounts"]) for one in answer["events"]] == [
        ("confirmed_event", ["call"])
    ]
    words = run(str(tmp_path / "integrated.json"), "--to", HEALTH, "--on", "1999-07-05").stdout
    assert "the words of other accounts of it had not come: 1" in words


def test_a_role_sees_its_own_rows_and_what_its_agency_was_told(tmp_path):
    visit = replace(VISIT, id="own", role="Health visitor")
    other = replace(VISIT, id="other", role="Nurse")
    heard = entry(POLICE, moment("1999-07-01"), told(HEALTH), id="heard", event="A call")
    file = written(chronology(visit, other, heard), tmp_path)
    answer = known(file, HEALTH, "1999-07-05", "--role", "health-visitor")

    assert [one["id"] for one in answer["entries"]] == ["own", "heard"]
    assert (answer["role"], answer["other_roles"], answer["fenced"]) == ("Health visitor", 1, 0)
    assert "Health visitor of Invented Health Visiting could see 2 entries." in (
        run(file, "--to", HEALTH, "--on", "1999-07-05", "--role", "Health visitor").stdout
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--role", "Doctor"], "Its roles are: none."),
        (["--role", "Doctor", "--lacked-by", POLICE], "Leave out either --role or --lacked-by."),
    ],
)
def test_a_role_that_is_not_there_is_said(integrated, more, words):
    answer = run(integrated, "--to", HEALTH, "--on", "1999-07-05", *more)

    assert (answer.exit_code, words in answer.stderr) == (2, True)
