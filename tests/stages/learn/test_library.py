"""The library lists what everybody may read; publishing is the business manager's."""

from __future__ import annotations

import pytest
from django.test import Client

from candour.kernel.people.models import Person
from candour.stages.learn.models import Publication
from candour.stages.learn.reads import missing, standing, tasks_for
from candour.stages.report.actions import withdraw_release
from tests.cast import Cast
from tests.stages.learn.noticed import released
from tests.stages.learn.test_publishing import answer, find
from tests.stages.report.written import RELEASED_ON

PUBLISH = "/reviews/2014-003/publish/"


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"
    settings.INBOX = tmp_path / "inbox"


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_published_review_is_in_everybodys_library(cast: Cast) -> None:
    assert "No review is published yet." in as_(cast.family).get("/library/").content.decode()
    released(cast)
    assert as_(cast.manager).post(PUBLISH, {"changed": ""}).status_code == 302

    for person in (cast.outsider, cast.family, cast.administrator):
        page = as_(person).get("/library/").content.decode()
        assert "Review of Child Wren" in page
        assert "http://127.0.0.1:8001/reports/2014-003/" in page


def test_publishing_is_for_the_business_manager(cast: Cast) -> None:
    released(cast)
    for person in (cast.lead, cast.chair, cast.checker):
        assert as_(person).post(PUBLISH, {}).status_code == 403
    assert as_(cast.outsider).post(PUBLISH, {}).status_code == 404
    assert not Publication.objects.exists()


@pytest.mark.slow
def test_a_second_edition_says_what_is_new(cast: Cast) -> None:
    released(cast)
    client = as_(cast.manager)
    client.post(PUBLISH, {"changed": ""})
    answer = client.post(PUBLISH, {"changed": ""})

    assert "has no answer yet" in answer.content.decode()
    assert Publication.objects.count() == 1


def test_the_publish_page_shows_every_answer_and_asks_who_stands_for_it(cast: Cast) -> None:
    finding = find(cast, "A record follows a family only if someone asks for it.")
    released(cast)
    answer(cast, finding, "We agree, in Larkfield.", dissent="Not all of us.", dissent_by="One member")
    client = as_(cast.manager)
    page = client.get(PUBLISH).content.decode()
    for words in ("We agree, in Larkfield.", "Not all of us.", "The checkers have not read these words"):
        assert words in page
    mark = page.split('name="read" value="')[1].split('"')[0]

    unread = client.post(PUBLISH, {"changed": "", "read": mark})
    assert "say that you answer for them" in unread.content.decode()
    assert not Publication.objects.exists()
    assert client.post(PUBLISH, {"changed": "", "read": mark, "stands_for": "on"}).status_code == 302
    assert Publication.objects.get().answered_for == ["Larkfield"]


@pytest.mark.slow
def test_a_withdrawn_report_stays_in_its_place_with_the_reason(cast: Cast) -> None:
    release = released(cast)
    client = as_(cast.manager)
    client.post(PUBLISH, {"changed": ""})
    withdraw_release(by=cast.chair, release=release, why="Not yet.")
    assert [task.title for task in tasks_for(cast.manager, RELEASED_ON)] == [
        "Withdraw the report from the reading room"
    ]
    client.post(f"{PUBLISH}withdraw/", {"why": "A living child could be recognised."})

    page = client.get("/library/").content.decode()
    assert "A living child could be recognised." in page
    assert "Review of Child Wren" not in page
    assert tasks_for(cast.manager, RELEASED_ON) == []


def test_the_desk_hears_that_a_release_waits_to_be_sent(cast: Cast) -> None:
    assert standing(cast.review, cast.manager, RELEASED_ON).state == "to_come"
    released(cast)

    assert standing(cast.review, cast.manager, RELEASED_ON).state == "present"
    assert [one.words for one in missing(cast.review, cast.manager, RELEASED_ON)] == ["Not sent"]
    assert [task.href for task in tasks_for(cast.manager, RELEASED_ON)] == [PUBLISH]
    assert tasks_for(cast.lead, RELEASED_ON) == []
