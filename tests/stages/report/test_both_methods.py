"""Two reviews on the same papers stand side by side, read from their rows, for whoever may see both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from candour.kernel.reviews.models import Review
from candour.stages.analysis.actions import rest_on_entry, withdraw_finding, write_finding
from candour.stages.chronology.models import Entry
from tests.cast import Cast, seat
from tests.stages.analysis.worked import POLICE, finding, returns
from tests.stages.chronology.sent import send
from tests.stages.report.written import released

pytestmark = pytest.mark.django_db

PAGE = "/reviews/2014-003/report/both-methods/"
POINT = "Whether a visit was to be made."


def by_a_judge(cast: Cast, content: bytes = POLICE) -> Any:
    """A second review of the board, on the police's file: one determination, not decided in part."""
    opened = {"regime": "eng.scr.wt2013", "method": "judge-led", "opened_on": date(2014, 6, 9)}
    second = Review.objects.create(year=2014, number=7, title="By a judge", board=cast.board, **opened)
    seat(cast.manager, second, "manager")
    seat(cast.judge, second, "judge")
    send(replace(cast, review=second), content)
    determined = write_finding(
        by=cast.judge,
        review=second,
        headline="The visit was rightly made.",
        category="DECISION",
        answers={
            "point": {"words": POINT},
            "judgment": {"words": "Whether it came too late.", "not_known": True},
        },
        questions=["Who decides on a visit?"],
    )
    rest_on_entry(by=cast.judge, finding=determined, entry=Entry.objects.filter(review=second)[0])
    return determined


def shown(client: Client, who: Any, page: str = PAGE) -> str:
    client.force_login(who)
    return " ".join(client.get(page).content.decode().split())


def test_what_each_asked_concluded_left_open_and_could_not_say_is_read_from_its_rows(
    client: Client, cast: Cast
) -> None:
    finding(cast, returns(cast)[:1])
    determined = by_a_judge(cast)

    page = shown(client, cast.manager)

    assert "1 return is the same file, byte for byte" in page
    for words in (
        *(
            "Learning Together, 2014/003",
            "A record travels only if somebody asks for it.",
            "Does the board know?",
        ),
        *(
            "The visit was rightly made.",
            "Who decides on a visit?",
            "Judgment, finding 1. Whether it came too late.",
        ),
        "1 row stands under findings of both",
    ):
        assert words in page
    assert "Not released yet" in page
    withdraw_finding(by=cast.judge, finding=determined, why="Written anew.")
    assert "The visit was rightly made." not in shown(client, cast.manager)


def test_paragraphs_are_counted_as_the_public_reads_them(client: Client, cast: Cast) -> None:
    finding(cast, returns(cast)[:1])
    by_a_judge(cast)
    released(cast)

    assert "3 paragraphs: 2 open, 1 closed with a gist." in shown(client, cast.manager)


def test_another_file_is_not_the_same_papers(client: Client, cast: Cast) -> None:
    returns(cast)
    by_a_judge(cast, POLICE + b"21 February 2014,PC 2,Called again,\n")

    assert "No other review that you may see rests on these papers." in shown(client, cast.manager)


def test_whoever_has_a_seat_on_one_alone_reads_nothing_of_the_other(client: Client, cast: Cast) -> None:
    finding(cast, returns(cast)[:1])
    by_a_judge(cast)

    page = shown(client, cast.lead)

    assert "No other review that you may see" in page
    assert "By a judge" not in page
    assert "The visit was rightly made." not in page
    assert client.get("/reviews/2014-007/report/both-methods/").status_code == 404
    client.force_login(cast.checker)
    assert client.get(PAGE).status_code == 403
