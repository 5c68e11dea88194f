"""A hearing in the world of the matrix: a reply, an order, an application ruled on, a copy, the family."""

from __future__ import annotations

from datetime import date, timedelta

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import Participant, Side
from candour.stages.report.actions.applications import note_application, rule_on_application
from candour.stages.report.actions.copies import take_own_copy
from candour.stages.report.actions.extracts import note_answer, rule_on_extract, send_extract
from candour.stages.report.actions.family import make_family_link, note_proposal
from candour.stages.report.actions.orders import make_order
from candour.stages.report.models import (
    Application,
    ApplicationRuling,
    ClosedCopy,
    Extract,
    ExtractAnswer,
    ExtractRuling,
    FamilyLink,
    FamilyProposal,
    Paragraph,
    ReadingOrder,
    Report,
)

OF_HEARING = {
    **{
        f"report:{page}": Extract
        for page in ("reply", "note-reply-answer", "rule-on-reply", "withdraw-reply")
    },
    "report:extract": Extract,
    "report:take-back-reply-ruling": ExtractRuling,
    "report:withdraw-noted-answer": ExtractAnswer,
    "report:take-back-order": ReadingOrder,
    **{
        f"report:{page}": Application
        for page in ("application", "rule-on-application", "withdraw-application")
    },
    "report:take-back-application-ruling": ApplicationRuling,
    **{f"report:{page}": ClosedCopy for page in ("end-of-copy", "take-back-end-of-copy")},
    **{f"report:{page}": FamilyProposal for page in ("answer-proposal", "withdraw-proposal")},
    **{f"report:{page}": FamilyLink for page in ("when-family-hears", "end-family-link")},
}
"""The table each of these pages is about."""
READ_ALONE = {
    "report:extract": "is for whom it was sent to alone, who has no account here",
    "report:mine": "its words were changed since the order, which opens nothing then",
    "report:copy-by-order": "its words were changed since the order, which opens nothing then",
}
"""Pages that nobody of the matrix opens: tests of the stage open them."""


def hear(wren: Review, day: date) -> None:
    """By whoever may: the chair rules where the method has no judge."""
    lead, chair = (Person.objects.get(username=name) for name in ("lead.reviewer.1", "chair"))
    report = Report.objects.get(review=wren)
    extract = send_extract(
        by=lead,
        report=report,
        called="A carer of the nursery",
        paragraphs=[1],
        sent_on=day,
        due_on=day + timedelta(9),
        about="It says what was seen.",
    )
    note_answer(by=lead, extract=extract, words="It was so.", answered_on=day, how="by letter")
    rule_on_extract(by=lead, extract=extract, outcome="stands", reasons="They agree.", today=day)
    closed = Paragraph.objects.filter(part__report=report, audience="closed", withdrawn_at=None)[:1]
    family = Person.objects.get(username="family")
    shared = {"by": chair, "report": report, "ordered_on": day, "why": "Close kin."}
    make_order(may_read=True, person=family, paragraphs=closed, **shared)
    application = note_application(
        by=lead,
        report=report,
        applicant="An aunt, by letter",
        ground="private life of an adult",
        words="It is nobody else's.",
        paragraphs=closed,
        applied_on=day,
    )
    rule_on_application(by=chair, application=application, outcome="refused", reasons="It is closed already.")
    take_own_copy(by=lead, report=report, format="html", given_on=day)
    one = Participant.objects.filter(review=wren, side=Side.FAMILY, withdrawn_at=None).first()
    assert one is not None
    note_proposal(by=lead, participant=one, kind="not_public", words="Where we lived.", said_on=day)
    make_family_link(by=lead, participant=one, made_on=day, expires_on=day + timedelta(90))
