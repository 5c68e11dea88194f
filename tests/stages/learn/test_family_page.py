"""The page of the family's link follows the report to the day on which everybody can read it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from candour.kernel.web.clock import today
from candour.stages.commission.actions import add_participant
from candour.stages.learn.actions import add_telling, mark_told, plan_publication, publish_report
from candour.stages.report.actions import check_release
from candour.stages.report.actions.extracts import rule_on_extract, send_extract
from candour.stages.report.actions.family import make_family_link
from tests.cast import Cast
from tests.stages.learn.noticed import released
from tests.stages.report.written import RELEASED_ON, checked_draft, write_report

AT_TEN = datetime(2014, 10, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.PAPERS, settings.INBOX = tmp_path / "papers", tmp_path / "inbox"
    cache.clear()


def seen(token: str) -> dict[str, str]:
    """Title of each step of the report -> where it stands, and what it says."""
    page = Client().get(f"/where-it-is/{token}/").content.decode().partition("<h2>The report</h2>")[2]
    items = [re.sub(r"<[^>]+>", " ", item) for item in page.split("<li>")[1:]]
    told = (" ".join(item.partition("This page holds")[0].split()) for item in items)
    return {
        title: rest for title, rest in (re.split(r" (?=Done|Now|Later)", one, maxsplit=1) for one in told)
    }


def link_of(cast: Cast) -> str:
    mother = add_participant(by=cast.lead, review=cast.review, side="family", called="Mother")
    days = {"made_on": today(), "expires_on": today() + timedelta(days=30)}
    return make_family_link(by=cast.manager, participant=mother, **days)[1]


def test_the_family_sees_the_report_written_answered_checked_and_waiting_for_its_order(cast: Cast) -> None:
    token = link_of(cast)
    assert {said.split()[0] for said in seen(token).values()} == {"Later"}
    report = write_report(cast)
    assert seen(token)["It is written"].startswith("Now")
    draft = checked_draft(cast, report)
    days = {"sent_on": date(2014, 9, 1), "due_on": date(2014, 9, 20)}
    to = {"person": cast.practitioner, "called": "Practitioner", "paragraphs": [2]}
    extract = send_extract(by=cast.lead, report=report, **to, **days)
    shown = seen(token)
    assert shown["It is written"].startswith("Done")
    assert shown["It is checked"].startswith("Now Two people who wrote none of it")
    assert shown["Those it criticises may answer"].startswith("Now")

    ruled = {"outcome": "stands", "reasons": "No answer.", "today": date(2014, 9, 22)}
    rule_on_extract(by=cast.lead, extract=extract, **ruled)
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read both files.")
    shown = seen(token)
    assert shown["Those it criticises may answer"].startswith("Done")
    assert shown["It is checked"].startswith("Done")
    assert shown["It is allowed to go out"].startswith("Now The board chair orders")
    assert shown["It is published"] == "Later The day is not set yet."


def test_the_family_sees_the_day_that_is_planned_and_that_it_is_published(cast: Cast) -> None:
    token = link_of(cast)
    plan = plan_publication(by=cast.manager, review=cast.review, not_before=AT_TEN, statement="")
    told = {"who": "Delia Thorne", "how": "At home.", "planned_for": AT_TEN - timedelta(days=3)}
    telling = add_telling(by=cast.manager, plan=plan, is_family=True, **told)
    planned = "Not before 20 October 2014, 10:00. You hear before everybody else."
    assert seen(token)["It is published"] == f"Later {planned}"

    release = released(cast)
    shown = seen(token)
    assert shown["It is allowed to go out"].startswith("Done")
    assert shown["It is published"] == f"Now {planned}"
    mark_told(by=cast.manager, telling=telling, told_on=date(2014, 10, 17))
    publish_report(by=cast.manager, release=release, published_on=RELEASED_ON, hour=time(10, 0))
    assert seen(token)["It is published"] == "Done Since 20 October 2014 everybody can read it."
    page = Client().get(f"/where-it-is/{token}/").content.decode()
    assert "The report is published, and everybody may read it." in page.partition("<h2>")[0]
    for elsewhere in ("Thorne", "Wren", "2014/003", "2014-003", "Northmoor", "/reports/", "At home"):
        assert elsewhere not in page
