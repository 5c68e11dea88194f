"""candour deadlines: when each clock of a regime runs out, with the reason of each date."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour
from candour.domain.packs.opening import Kind, pack_words
from candour.domain.rules import read_regime

REGIME = "eng.scr.wt2013"
CLOCK = """
[[clocks]]
name = "notify"
title = "Tell the national body"
starts = "aware"
ends = "notification"
length = 5
unit = "working_days"
citation = "A law made for this test"
verified = true
pauses = ["publication"]
"""


@pytest.fixture
def five_working_days(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack of 2013 with one clock more: five working days from awareness, which a pause may stop."""
    regime = read_regime(pack_words(Kind.REGIMES, REGIME) + CLOCK, "for_a_test.toml")
    monkeypatch.setattr("candour.cli.deadlines.load_regime", lambda name: regime)


def run(*words: str) -> Result:
    return CliRunner().invoke(candour, ["deadlines", "--regime", REGIME, *words])


def answer(*words: str) -> dict[str, Any]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def clock(found: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in found["deadlines"] if one["name"] == name)


@pytest.mark.usefixtures("five_working_days")
def test_five_working_days_over_christmas_say_every_day_they_skipped() -> None:
    notify = clock(answer("--event", "aware=2026-12-23"), "notify")

    assert notify["due"] == "2027-01-04"
    assert [one["day"][5:] for one in notify["skipped"]] == [
        *("12-25", "12-26", "12-27", "12-28", "01-01", "01-02", "01-03")
    ]
    assert [one["why"] for one in notify["skipped"]][:3] == ["Christmas Day", "Saturday", "Sunday"]
    assert (notify["from"], notify["starts"], notify["length"]) == ("2026-12-23", "aware", "5 working days")
    assert notify["verified"] is True
    assert notify["state"] is None


@pytest.mark.usefixtures("five_working_days")
def test_another_nation_has_other_rest_days() -> None:
    due = {
        nation: clock(answer("--event", "aware=2026-12-23", "--nation", nation), "notify")["due"]
        for nation in ("eng", "wal", "sco", "ni")
    }
    scotland = clock(answer("--event", "aware=2025-12-30", "--nation", "sco"), "notify")["due"]

    assert due == dict.fromkeys(("eng", "wal", "sco", "ni"), "2027-01-04") | {"sco": "2027-01-05"}
    assert scotland == "2026-01-08"


@pytest.mark.usefixtures("five_working_days")
def test_a_pause_stops_only_the_clocks_whose_law_says_so() -> None:
    events = ("--event", "aware=2014-06-02", "--event", "notified=2014-06-02")
    found = answer(*events, "--pause", "2014-06-04..2014-06-06")
    other = answer(*events, "--pause", "learning:2014-06-04..2014-06-06")

    assert clock(found, "notify")["due"] == "2014-06-12"
    assert [one["why"] for one in clock(found, "notify")["skipped"]][:3] == ["Paused"] * 3
    assert clock(found, "decide")["due"] == "2014-07-02"
    assert clock(other, "notify")["due"] == "2014-06-09"


@pytest.mark.usefixtures("five_working_days")
def test_a_pause_that_lasts_leaves_no_date_and_says_what_was_left() -> None:
    found = answer("--event", "aware=2014-06-02", "--pause", "2014-06-04..")

    assert [one["name"] for one in found["deadlines"]] == []
    assert [(one["name"], one["since"], one["left"]) for one in found["paused"]] == [
        ("notify", "2014-06-04", 4)
    ]


def test_clocks_whose_event_has_not_happened_say_what_they_wait_for() -> None:
    found = answer("--event", "notified=2014-05-19", "--today", "2014-06-17")

    assert {"name": "finish", "needs": "initiated"} in found["waiting"]
    assert (clock(found, "decide")["due"], clock(found, "decide")["state"]) == ("2014-06-19", "at_risk")
    late = answer("--event", "notified=2014-05-19", "--today", "2014-06-20")
    assert clock(late, "decide")["state"] == "late"


def test_people_read_the_same_in_words() -> None:
    result = run("--event", "notified=2014-05-19", "--today", "2014-06-17")

    assert "Decide whether to hold a review: 19 June 2014 (Due in 2 working days)" in result.stdout
    assert "1 calendar month from 19 May 2014 (notified)." in result.stdout
    assert "Check against the guidance in force." in result.stdout
    assert "needs initiated" in result.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--event", "heard=2014-06-02"), "is no event"),
        (("--event", "aware"), "is no event"),
        (("--event", "aware=31 June"), "is no day"),
        (("--event", "aware=20261223"), "is no day"),
        (("--event", "aware=2026-W52-3"), "is no day"),
        (("--pause", "20140602..2014-06-05"), "is no day"),
        (("--pause", "2014-06-02"), "is no pause"),
        (("--pause", "supper:2014-06-02.."), "is no pause"),
        (("--pause", "2014-06-02..2014-05-02"), "ends before it begins"),
        (("--event", "notified=2035-12-20", "--pause", "x"), "is no pause"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_do(words: tuple[str, ...], told: str) -> None:
    result = run(*words, "--json")

    assert result.exit_code == 2
    assert told in json.loads(result.stdout)["error"]["what"]
    assert json.loads(result.stdout)["error"]["do"]


def test_two_days_for_one_event_are_asked_about() -> None:
    found = run("--event", "notified=2014-05-19", "--event", "notified=2014-05-20", "--json")
    assert (found.exit_code, json.loads(found.stdout)["error"]["where"]) == (2, "--event notified")


@pytest.mark.parametrize("event", ["notified", "decision"])
def test_a_day_too_far_away_is_refused(event: str) -> None:
    assert run("--event", f"{event}=9999-12-31", "--json").exit_code == 2
