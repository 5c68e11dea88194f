"""The invented story holds together: references lead somewhere, days agree, open texts hold no name."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from candour.domain.chronology.returned import interpret
from candour.domain.disclosure import Audience, Source, read_source, view
from candour.domain.disclosure.undecided import undecided_words
from candour.domain.identity import Cast, read_cast
from candour.domain.leaks import BARRIER, Finder, Piece
from candour.domain.methods import load_method
from candour.files.returns.reading import read_return

EXAMPLE = Path(__file__).parents[2] / "examples" / "northmoor"
REVIEWS = ("wren", "heron")
CASES = ("wren", "heron", "alder")

# Surnames in published real cases that a reader would know at once.
REAL_CASES = """
aston beckford bulger climbie climbié colwell connelly gates henry hobson hughes huntley ishaq khan kouao
krolikowski labinjo luczak manning mullally neave owen pelka shannon sharif shipstone smith williams
""".split()


def shape(*path: str) -> dict[str, Any]:
    return tomllib.loads(EXAMPLE.joinpath(*path).read_text("utf-8"))


def cast_of(case: str) -> Cast:
    return read_cast(shape(case, "cast.toml"))


def source_of(review: str) -> Source:
    return read_source(shape(review, "report.toml"))


def allowed(review: str) -> list[str]:
    return [one["words"] for one in shape(review, "decided.toml").get("keep", [])]


def open_texts() -> Iterator[tuple[str, str]]:
    """What the public may read, beside the open reports: findings, answers, titles of episodes."""
    for finding in shape("wren", "findings.toml")["finding"]:
        for name, words in finding.items():
            if isinstance(words, str):
                yield f"finding {finding['number']}, {name}", words
        yield from ((f"finding {finding['number']}, question", one) for one in finding["board_questions"])
    for episode in shape("wren", "episodes.toml")["episode"]:
        yield f"episode {episode['number']}, title", episode["title"]
    for response in shape("wren", "responses.toml")["response"]:
        yield f"response {response['number']}", response["reason"]
        yield from ((f"response {response['number']}, action", one["words"]) for one in response["action"])


def places_read() -> set[tuple[str, str, int]]:
    """The place of every row of Wren's returns that candour places, or that a person has settled."""
    read = [interpret(read_return(path)) for path in (EXAMPLE / "wren" / "returns").iterdir()]
    places = {(one.place.file, one.place.part, one.place.row) for each in read for one in each.entries()}
    commission = shape("wren", "commission.toml")
    settled = {(one["file"], one["part"], one["row"]) for one in commission["settled"]}
    together = commission["settled_together"]
    return places | settled | {(one["file"], one["part"], row) for one in together for row in one["rows"]}


def test_every_entry_an_episode_or_finding_rests_on_is_a_placed_row():
    placed = places_read()
    resting = [*shape("wren", "episodes.toml")["episode"], *shape("wren", "findings.toml")["finding"]]
    lost = [
        (one["key"], place)
        for one in resting
        for place in one["rests_on"]
        if (place["file"], place["part"], place["row"]) not in placed
    ]

    assert lost == []


def test_every_held_row_has_been_settled():
    commission = shape("wren", "commission.toml")
    settled = {(one["file"], one["part"], str(one["row"])) for one in commission["settled"]}
    for one in commission["settled_together"]:
        settled |= {(one["file"], one["part"], str(row)) for row in one["rows"]}
    with (EXAMPLE / "wren" / "waiting.csv").open(encoding="utf-8", newline="") as file:
        held = {
            (row["file"], row["part"], row["row"]) for row in csv.DictReader(file) if row["fate"] == "held"
        }

    assert settled == held


def test_findings_rest_on_episodes_and_factors_that_are_there():
    episodes = shape("wren", "episodes.toml")["episode"]
    factors = {factor["key"] for episode in episodes for factor in episode["factor"]}
    spoken = {one["number"] for one in shape("wren", "commission.toml")["conversation"]}
    for finding in shape("wren", "findings.toml")["finding"]:
        assert set(finding["episodes"]) <= {one["key"] for one in episodes}
        assert set(finding["factors"]) <= factors
        assert set(finding["conversations"]) <= spoken


def test_findings_and_factors_use_the_codes_of_the_method():
    method = load_method("learning-together")
    groups = {one.code for one in method.factor_groups}
    categories = {one.code for one in method.finding_categories}
    used = {one["group"] for e in shape("wren", "episodes.toml")["episode"] for one in e["factor"]}

    assert used <= groups
    assert {one["category"] for one in shape("wren", "findings.toml")["finding"]} <= categories


def test_each_view_from_the_tunnel_ends_within_its_episode():
    for episode in shape("wren", "episodes.toml")["episode"]:
        assert episode["from"] <= episode["view_to"] <= episode["to"]


@pytest.mark.parametrize("review", REVIEWS)
@pytest.mark.parametrize("audience", list(Audience))
def test_every_reference_of_a_report_is_in_its_cast(review, audience):
    shown = view(source_of(review), cast_of(review), audience)

    assert "[[" not in " ".join(one.words for one in shown.paragraphs)


def test_both_reports_have_open_and_closed_paragraphs():
    closed = {
        review: [one.audience is Audience.CLOSED for _, one in source_of(review).numbered()]
        for review in REVIEWS
    }

    assert (len(closed["wren"]), sum(closed["wren"])) == (47, 7)
    assert (len(closed["heron"]), sum(closed["heron"])) == (15, 3)


@pytest.mark.parametrize("review", REVIEWS)
def test_no_name_of_the_cast_is_in_an_open_report(review):
    cast = cast_of(review)
    opened = view(source_of(review), cast, Audience.OPEN)
    texts = [(f"paragraph {one.number}", one.words) for one in opened.paragraphs]
    texts += [(part.title, part.title) for part in opened.parts]
    pieces = [Piece(where, words, BARRIER) for where, words in texts]

    assert [leak.where for leak in Finder(cast.register()).find(pieces)] == []


def test_no_name_of_the_cast_is_in_a_finding_an_answer_or_a_title():
    pieces = [Piece(where, words, BARRIER) for where, words in open_texts()]

    assert [leak.where for leak in Finder(cast_of("wren").register()).find(pieces)] == []


def test_the_same_search_finds_names_in_the_closed_report():
    cast = cast_of("wren")
    closed = view(source_of("wren"), cast, Audience.CLOSED)
    pieces = [Piece(f"paragraph {one.number}", one.words, BARRIER) for one in closed.paragraphs]

    assert len({leak.where for leak in Finder(cast.register()).find(pieces)}) > 20


@pytest.mark.parametrize("review", REVIEWS)
def test_no_word_of_an_open_report_waits_for_a_decision(review):
    assert undecided_words(source_of(review), cast_of(review), allow=allowed(review)) == ()


def test_names_of_the_family_stand_in_the_returns():
    sources = (EXAMPLE / "wren" / "source").glob("*.csv")
    words = " ".join(path.read_text("utf-8") for path in sources)
    family = [one for one in cast_of("wren").people if str(one.kind) in ("child", "adult")]
    missing = [one.key for one in family if one.name.split()[0].casefold() not in words.casefold()]

    assert missing == []


def test_no_surname_is_that_of_a_well_known_real_case():
    surnames = {
        one.name.split()[-1].casefold()
        for case in CASES
        for one in cast_of(case).people
        if str(one.kind) in ("child", "adult")
    }

    assert len(surnames) == 6
    assert surnames & set(REAL_CASES) == set()


@pytest.mark.parametrize("case", CASES)
def test_children_are_born_on_the_same_day_in_every_file(case):
    cast = cast_of(case).by_key
    for child in shape(case, "notification.toml")["child"]:
        assert (cast[child["key"]].name, cast[child["key"]].born) == (child["name"], child["born"])


@pytest.mark.parametrize("case", CASES)
def test_the_days_of_a_case_follow_each_other_on_working_days(case):
    notified = shape(case, "notification.toml")
    decided = shape(case, "decision.toml")
    days = [notified["notified"], decided["recommendation"]["on"], decided["decision"]["on"]]

    assert days == sorted(days)
    assert [day for day in days if day.weekday() > 4] == []
    assert timedelta(0) < days[2] - days[0] <= timedelta(days=31)
    assert timedelta(0) <= decided["decision"]["told_national"] - days[2] <= timedelta(days=14)


def test_the_day_of_the_demonstration_is_after_publication_and_a_thursday():
    today, commission = shape("world.toml")["today"], shape("wren", "commission.toml")

    assert today == date(2014, 12, 4)
    assert today.strftime("%A") == "Thursday"
    assert commission["finished"] <= commission["due"] == date(2014, 11, 12)
    assert commission["sent_to_national"] + timedelta(days=7) <= commission["published"] <= today


def test_everyone_and_every_agency_named_is_in_the_world():
    world = shape("world.toml")
    agencies = {agency["key"] for board in world["board"] for agency in board["agency"]}
    boards = {board["key"] for board in world["board"]}
    for case in CASES:
        notified = shape(case, "notification.toml")
        assert notified["board"] in boards
        assert set(notified["agencies"]) <= agencies
    for review in REVIEWS:
        for asked in shape(review, "commission.toml")["asked"]:
            assert asked["agency"] in agencies
            assert (EXAMPLE / review / "returns" / asked["file"]).exists()
    assert {one["of"] for one in world["cast"]} <= agencies | boards | {world["national_body"]["key"]}


def test_history_is_within_its_years_and_every_death_was_reviewed():
    told = shape("history.toml")["notification"]
    numbers = [one["number"] for one in told]

    assert len(set(numbers)) == len(numbers) == 28
    for one in told:
        begins = one["notified"].year - (one["notified"].month < 4)
        assert one["year"] == f"{begins}/{(begins + 1) % 100:02}"
        assert one["notified"] < one["decided"] <= one["notified"] + timedelta(days=31)
        assert one["harm"] == "serious_harm" or one["outcome"] == "review"


def test_every_file_says_that_it_is_invented():
    silent = [
        path.name
        for path in EXAMPLE.rglob("*.toml")
        if "invented" not in path.read_text("utf-8").casefold() and path.name != "routine.toml"
    ]

    assert silent == []


def test_closed_words_are_not_in_a_gist():
    for review in REVIEWS:
        for number, paragraph in source_of(review).numbered():
            figures = set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"\[\[.*?\]\]", "", paragraph.text)))
            assert figures & set(re.findall(r"\d+(?:\.\d+)?", paragraph.gist)) == set(), number
