"""What must be done before publication: the law's notice has run, the hour has come, the family has heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from candour.domain.deadlines import load_calendar
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Notice, load_regime, notice_due
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.stages.learn.models import NoticeSent, PublicationPlan, Telling
from candour.stages.report.models import Release

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NoticeStanding:
    """The law's notice and whether it was sent; `earliest` is the first day on which publication may lie."""

    rule: Notice
    sent: NoticeSent | None
    earliest: date | None

    @property
    def rule_in_words(self) -> str:
        return f"{self.rule.to} must have the report at least {self.rule.length_in_words} before."

    @property
    def standing(self) -> str:
        """Where the rule is from, and whether that was checked."""
        return f"{self.rule.citation}. {'Checked' if self.rule.verified else 'Not checked'}."


def notice_of(review: Review) -> NoticeStanding | None:
    """None where the law of the review asks for no notice before publication."""
    regime = load_regime(review.regime)
    rule = regime.publication.notice
    if rule is None:
        return None
    sent = review.notices_of_publication.filter(withdrawn_at=None)
    agreed = sent.exclude(agreed="").first()
    first = agreed or sent.first()
    if first is None:
        return NoticeStanding(rule, None, None)
    return NoticeStanding(rule, first, first.sent_on if agreed else _earliest(rule, first.sent_on, review))


def _earliest(rule: Notice, sent_on: date, review: Review) -> date:
    """The first day whose last day for notice is not before the day on which it was sent."""
    calendar = load_calendar(load_regime(review.regime).nation)
    day = sent_on
    while notice_due(rule, day, calendar).day < sent_on:
        day += _DAY
    return day


def refuse_before_notice(review: Review, day: date) -> None:
    """Raises Trouble, with the law's words, for a day of publication that lies before its notice has run."""
    notice = notice_of(review)
    if notice is None or (notice.earliest is not None and day >= notice.earliest):
        return
    if notice.sent is None or notice.earliest is None:
        raise Trouble(
            f"{notice.rule_in_words} Nothing says that it was sent. ({notice.standing})",
            do="Send it, note the day on the publication plan, and publish when the time has run.",
        )
    raise Trouble(
        f"{notice.rule_in_words} It was sent on {spoken_day(notice.sent.sent_on)}, so {spoken_day(day)} is "
        f"too early. ({notice.standing})",
        do=f"Publish on {spoken_day(notice.earliest)} or later, or note who agreed to a shorter time.",
    )


def refuse_before_the_hour(review: Review, now: datetime) -> None:
    """Raises Trouble while the embargo lasts, and while a family in the plan has not heard."""
    plan = plan_of(review)
    if plan is None:
        return
    if now < plan.not_before:
        raise Trouble(
            f"Nothing goes out before {plan.hour}.",
            do="Wait for that hour, or set another on the publication plan.",
        )
    if (family := waiting_family(plan)) is not None:
        raise Trouble(
            f"{family.who} has not heard yet, and the family hears first.",
            do="Mark on the publication plan that they have heard, or take them out of it with the reason.",
        )


def refuse_too_soon(release: Release, moment: datetime) -> None:
    """Raises Trouble for a moment before the ordered day, the end of the notice, or the hour of the plan."""
    review, day = release.report.review, moment.date()
    if day < release.released_on:
        ordered = spoken_day(release.released_on)
        raise Trouble(f"The release is ordered for {ordered}.", do="Send it on that day or later.")
    refuse_before_notice(review, day)
    refuse_before_the_hour(review, moment)


def too_soon(release: Release) -> Trouble | None:
    """Why it cannot go out now, for a page to say before somebody tries."""
    try:
        refuse_too_soon(release, moment_of())
    except Trouble as trouble:
        return trouble
    return None


def plan_of(review: Review) -> PublicationPlan | None:
    return PublicationPlan.objects.filter(review=review).select_related("review").first()


def waiting_family(plan: PublicationPlan) -> Telling | None:
    return plan.tellings.filter(is_family=True, told_at=None, withdrawn_at=None).first()


def before_the_family(plan: PublicationPlan) -> list[Telling]:
    """Those who are to hear before every one of the family: nobody should."""
    standing = [one for one in plan.tellings.all() if one.withdrawn_at is None]
    family = [one.planned_for for one in standing if one.is_family]
    return [one for one in standing if not one.is_family and family and one.planned_for < max(family)]


def moment_of(day: date | None = None, hour: time | None = None) -> datetime:
    """Now, by the day of screens; or the day and hour given, in UK civil time."""
    return timezone.make_aware(
        datetime.combine(day or today(), hour or timezone.localtime().time().replace(tzinfo=None))
    )
