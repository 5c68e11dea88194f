"""Applications to withhold: noted with their ground, ruled on with reasons; what is withheld is closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.actions._closing import close_as_ruled
from candour.stages.report.hearing.who_rules import refuse_unless_ruling
from candour.stages.report.models import Application, ApplicationRuling, Paragraph, Report, Ruled


def note_application(
    *,
    by: Person,
    report: Report,
    applicant: str,
    ground: str,
    words: str,
    paragraphs: Iterable[Paragraph],
    applied_on: date,
) -> Application:
    """Note that somebody asks to have paragraphs withheld. Raises Trouble where none is named."""
    with act("noted_application", by=by, on=report, needs=Can.HEAR, why=ground) as doing:
        named = [one for one in paragraphs if one.part.report_id == report.pk]
        if not named:
            raise Trouble("The application names no paragraph.", do="Choose at least one.")
        Report.objects.select_for_update().get(pk=report.pk)
        application = Application.objects.create(
            report=report,
            number=(report.applications.aggregate(last=Max("number"))["last"] or 0) + 1,
            applicant=applicant.strip(),
            ground=ground.strip(),
            words=words.strip(),
            applied_on=applied_on,
            noted_at=timezone.now(),
            noted_by=by.username,
        )
        application.paragraphs.set(named)
        doing.made(application)
    return application


def withdraw_application(*, by: Person, application: Application, why: str) -> Application:
    """The applicant no longer asks. It stays in the list."""
    with act("withdrew_application", by=by, on=application, needs=Can.HEAR, why=why):
        if not application.is_open:
            raise Trouble("It was ruled on or withdrawn already.", do="Nothing more is needed.")
        application.withdrawn_at, application.withdrawn_by = timezone.now(), by.username
        application.withdrawn_why = why
        application.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return application


def rule_on_application(
    *,
    by: Person,
    application: Application,
    outcome: str,
    reasons: str,
    paragraphs: Iterable[Paragraph] = (),
    gist: str = "",
) -> ApplicationRuling:
    """Grant it, in part, or refuse it. What is withheld is closed at once, with `gist` in the open report.

    Raises Trouble for whoever does not rule, for paragraphs that nobody asked about, and for a grant
    without a gist.
    """
    with act("ruled_on_application", by=by, on=application, needs=Can.RULE, why=outcome) as doing:
        refuse_unless_ruling(by, application.report.review)
        Application.objects.select_for_update().get(pk=application.pk)
        if not application.is_open:
            raise Trouble("It was ruled on or withdrawn already.", do="Take the ruling back first.")
        withheld = _withheld(application, Ruled(outcome), paragraphs)
        if withheld and not gist.strip():
            raise Trouble(
                "The ruling does not say what the open report says instead.",
                do="Say in a sentence what it concerns.",
            )
        ruling = ApplicationRuling.objects.create(
            application=application,
            outcome=outcome,
            reasons=reasons.strip(),
            gist=gist.strip() if withheld else "",
            ruled_at=timezone.now(),
            ruled_by=by.username,
        )
        ruling.paragraphs.set(withheld)
        for paragraph in withheld:
            close_as_ruled(paragraph, by=by, reason=application.ground, gist=ruling.gist)
        doing.made(ruling)
    return ruling


def take_back_ruling_on_application(*, by: Person, ruling: ApplicationRuling, why: str) -> ApplicationRuling:
    """The application is open again. What was closed stays closed until somebody opens it."""
    with act("took_back_ruling_on_application", by=by, on=ruling, needs=Can.RULE, why=why):
        refuse_unless_ruling(by, ruling.application.report.review)
        if ruling.withdrawn_at is not None:
            raise Trouble("This ruling was taken back already.", do="Nothing more is needed.")
        ruling.withdrawn_at, ruling.withdrawn_by, ruling.withdrawn_why = timezone.now(), by.username, why
        ruling.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return ruling


def _withheld(application: Application, outcome: Ruled, chosen: Iterable[Paragraph]) -> list[Paragraph]:
    asked = list(application.paragraphs.filter(withdrawn_at=None))
    if outcome is Ruled.GRANTED:
        return asked
    if outcome is Ruled.REFUSED:
        return []
    named = {one.pk for one in chosen}
    withheld = [one for one in asked if one.pk in named]
    if not withheld or len(withheld) == len(asked):
        raise Trouble(
            "Granted in part means some of the paragraphs, and not all.",
            do="Choose those that are withheld.",
        )
    return withheld
