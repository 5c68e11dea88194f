"""An invented report goes out: the plan for the day, who hears before it, the law's notice, the hour."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.standing import standing_on
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.learn.actions import (
    add_telling,
    mark_told,
    plan_publication,
    publish_report,
    record_notice,
)
from candour.stages.learn.answers import beside
from candour.stages.learn.before import notice_of
from candour.stages.report.models import Report

NOTICE = timedelta(days=14)


def plan_day(material: Material, review: Review, *, by: Person) -> time:
    """As hearing.toml plans it, each telling marked where it was made. Gives the hour of the day."""
    told = material.read("hearing")
    plan = plan_publication(
        by=by,
        review=review,
        not_before=_moment(told["plan"]["by_day"], told["plan"]["at_hour"]),
        statement=told["plan"]["statement"].strip(),
    )
    for one in told["telling"]:
        telling = add_telling(
            by=by,
            plan=plan,
            who=one["who"],
            how=one["how"],
            planned_for=_moment(one["day"], one["hour"]),
            is_family=one.get("family", False),
        )
        if one.get("told"):
            mark_told(by=by, telling=telling, told_on=one["told"])
    hour: time = told["plan"]["at_hour"]
    return hour


def publish(report: Report, *, by: Person, on: date, hour: time | None = None) -> None:
    """The law's notice was sent in time, to whom the law names; then the report goes out."""
    if (notice := notice_of(report.review)) is not None:
        record_notice(
            by=by,
            review=report.review,
            to=notice.rule.to,
            sent_on=on - NOTICE,
            how="By a secure message.",
        )
    given = report.releases.latest("pk")
    with standing_on(on):
        publish_report(by=by, release=given, published_on=on, hour=hour, read=beside(given).mark)


def _moment(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
