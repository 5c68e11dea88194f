"""Before publication: the law's notice, the day and hour, and who hears first."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.audit.models import Line
from candour.stages.learn.actions import (
    add_telling,
    mark_told,
    plan_publication,
    publish_report,
    take_back_told,
    withdraw_notice,
    withdraw_telling,
)
from candour.stages.learn.before import before_the_family, notice_of, refuse_before_notice
from candour.stages.learn.models import NoticeSent, Publication, PublicationPlan, Telling
from tests.cast import Cast
from tests.stages.learn.noticed import released, send_notice
from tests.stages.report.written import RELEASED_ON

AT_TEN = datetime(2014, 10, 20, 9, tzinfo=UTC)
"""Ten o'clock in London, in summer."""
PLAN = "/reviews/2014-003/publish/plan/"


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"
    settings.INBOX = tmp_path / "inbox"


def planned(cast: Cast, at: datetime = AT_TEN) -> PublicationPlan:
    return plan_publication(by=cast.manager, review=cast.review, not_before=at, statement="We are sorry.")


def hears(cast: Cast, plan: PublicationPlan, who: str, days: int, **more: bool) -> Telling:
    at = plan.not_before - timedelta(days=days)
    return add_telling(by=cast.manager, plan=plan, who=who, how="A visit.", planned_for=at, **more)


def test_publication_may_not_lie_before_the_notice_of_the_law_has_run(cast: Cast) -> None:
    with pytest.raises(Trouble, match="Nothing says that it was sent"):
        refuse_before_notice(cast.review, RELEASED_ON)
    send_notice(cast, date(2014, 10, 14))

    with pytest.raises(Trouble) as refused:
        refuse_before_notice(cast.review, RELEASED_ON)
    assert "at least 7 days before" in refused.value.what
    assert "Working Together 2013, p. 71" in refused.value.what
    assert "21 October 2014" in refused.value.do
    refuse_before_notice(cast.review, date(2014, 10, 21))
    with pytest.raises(Trouble, match="too early"):
        planned(cast)


def test_a_shorter_time_that_was_agreed_to_is_enough_and_a_withdrawn_notice_is_none(cast: Cast) -> None:
    send_notice(cast, date(2014, 10, 19), agreed="The panel wrote that a day is enough.")
    refuse_before_notice(cast.review, RELEASED_ON)

    withdraw_notice(by=cast.manager, notice=NoticeSent.objects.get(), why="Noted for another review.")
    with pytest.raises(Trouble, match="Nothing says"):
        refuse_before_notice(cast.review, RELEASED_ON)


def test_a_law_that_asks_for_no_notice_stops_nothing_and_an_unchecked_one_says_so(cast: Cast) -> None:
    cast.review.regime = "ew.dardr"
    assert notice_of(cast.review) is None
    refuse_before_notice(cast.review, RELEASED_ON)

    cast.review.regime = "eng.scr.wt2015"
    with pytest.raises(Trouble, match="Not checked"):
        refuse_before_notice(cast.review, RELEASED_ON)


def test_nothing_goes_out_before_the_hour_nor_before_the_family_has_heard(cast: Cast) -> None:
    release, plan = released(cast), planned(cast)
    mother = hears(cast, plan, "The mother", 3, is_family=True)

    def publish(hour: time) -> Publication:
        return publish_report(by=cast.manager, release=release, published_on=RELEASED_ON, hour=hour)

    with pytest.raises(Trouble, match="before 20 October 2014, 10:00"):
        publish(time(9, 59))
    with pytest.raises(Trouble, match="The mother has not heard"):
        publish(time(10, 0))
    assert not Publication.objects.exists()
    mark_told(by=cast.manager, telling=mother, told_on=date(2014, 10, 17))
    assert publish(time(10, 0)).is_delivered


def test_nobody_is_planned_after_the_day_and_who_hears_before_the_family_is_named(cast: Cast) -> None:
    plan = planned(cast)
    hears(cast, plan, "The mother", 2, is_family=True)
    hears(cast, plan, "The press", 3)
    with pytest.raises(Trouble, match="not before the report"):
        hears(cast, plan, "The school", 0)

    assert [one.who for one in before_the_family(plan)] == ["The press"]
    assert [one.who for one in plan.tellings.all()] == ["The mother", "The press"]


def test_the_plan_is_kept_by_those_who_publish_and_a_clash_is_noticed(cast: Cast) -> None:
    plan = planned(cast)
    for person in (cast.lead, cast.chair, cast.outsider):
        with pytest.raises(PermissionDenied):
            plan_publication(by=person, review=cast.review, not_before=AT_TEN, statement="", version=1)
    with pytest.raises(Changed):
        planned(cast)
    telling = hears(cast, plan, "The mother", 3, is_family=True)
    mark_told(by=cast.manager, telling=telling, told_on=date(2014, 10, 17))
    take_back_told(by=cast.manager, telling=telling)
    withdraw_telling(by=cast.manager, telling=telling, why="She asked not to be told.")

    assert Line.objects.filter(did="planned_publication", who="manager", allowed=True).exists()
    assert (telling.told_on, telling.withdrawn_by) == (None, "manager")


def test_the_plan_is_kept_through_its_pages(cast: Cast, client: Client) -> None:
    client.force_login(cast.manager)
    assert "No day is set yet." in client.get(PLAN).content.decode()
    day = {"version": "0", "day": "20 October 2014", "hour": "10.00", "statement": "We are sorry."}
    assert "Write the hour as 10:00." in client.post(f"{PLAN}day/", day | {"hour": "ten"}).content.decode()
    assert client.post(f"{PLAN}day/", day).status_code == 302
    said = {
        "who": "The mother",
        "is_family": "on",
        "how": "A visit.",
        "day": "17 October 2014",
        "hour": "14:00",
    }
    assert client.post(f"{PLAN}tell/", said).status_code == 302
    note = {"to": "The national panel", "sent_on": "1 October 2014", "how": "By post."}
    assert client.post(f"{PLAN}notice/", note).status_code == 302

    shown = client.get(PLAN).content.decode()
    assert "20 October 2014, 10:00" in shown
    assert "The mother has not heard yet." in shown
    assert "publication on 8 October 2014 at the earliest" in shown
    one = Telling.objects.get()
    assert client.post(f"{PLAN}tell/{one.pk}/heard/", {"told_on": "17 October 2014"}).status_code == 302
    assert "Marked as heard." in client.get(PLAN).content.decode()
    client.force_login(cast.chair)
    assert client.get(PLAN).status_code == 403
    client.force_login(cast.outsider)
    assert client.get(PLAN).status_code == 404
