"""An edited report in the world of the matrix: a note under a paragraph, a comment, a round of accuracy."""

from __future__ import annotations

from datetime import date, timedelta

from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.report.actions import Written, add_under, comment_on_paragraph
from candour.stages.report.actions.extracts import note_answer, rule_on_extract
from candour.stages.report.actions.images import sign_for_image
from candour.stages.report.editing.accuracy_rounds import send_round
from candour.stages.report.models import (
    Comment,
    Extract,
    ExtractAnswer,
    ExtractRuling,
    Paragraph,
    Part,
    Report,
    SeenImage,
    Under,
)
from tests.house.heard import OF_HEARING

OF_EDITING = {
    **{f"report:{page}": Under for page in ("change-under", "withdraw-under", "put-back-under")},
    "report:move-part": Part,
    "report:take-back-image": SeenImage,
    **{f"report:{page}": Comment for page in ("settle-comment", "reopen-comment")},
    **{
        f"report:{page}": Extract
        for page in (
            *("accuracy-extract", "note-accuracy-answer", "rule-on-accuracy"),
            "withdraw-accuracy-extract",
        )
    },
    "report:take-back-accuracy-ruling": ExtractRuling,
    "report:withdraw-accuracy-answer": ExtractAnswer,
}
"""The table each of these pages is about."""
_OF_KIND = {
    kind: {
        Extract: {"kind": kind},
        ExtractRuling: {"extract__kind": kind},
        ExtractAnswer: {"extract__kind": kind},
    }
    for kind in ("accuracy", "reply")
}
ONLY_OF_KIND = {
    **{name: _OF_KIND["accuracy"] for name in OF_EDITING},
    **{name: _OF_KIND["reply"] for name in OF_HEARING},
}
"""An extract to be checked and one for a reply have pages of their own."""


def edit(wren: Review, day: date) -> None:
    """By whoever writes the report."""
    lead = Person.objects.get(username="lead.reviewer.1")
    report = Report.objects.get(review=wren)
    standing = Paragraph.objects.filter(part__report=report, audience="open", withdrawn_at=None)
    paragraph = standing.latest("pk")
    add_under(by=lead, paragraph=paragraph, kind="note", written=Written(text="It rests on what was said."))
    comment_on_paragraph(by=lead, paragraph=paragraph, words="Is this so?")
    image = {"sha256": "ab" * 32, "where": "a letter of others, page 3", "shows": "A map of no place."}
    sign_for_image(by=lead, review=wren, seen_on=day, **image)
    seats = Seat.objects.current().filter(review=wren, role="agency_author")
    agency = Organisation.objects.filter(pk__in=seats.values("agency")).order_by("pk").first()
    assert agency is not None
    sent = {"sent_on": day, "due_on": day + timedelta(9)}
    (extract,) = send_round(by=lead, report=report, paragraphs=[1], agencies=[agency], **sent)
    note_answer(by=lead, extract=extract, words="It was so.", answered_on=day, how="by letter")
    rule_on_extract(by=lead, extract=extract, outcome="stands", reasons="They agree.", today=day)
