"""A review with something closed in every place that can hold it: each holds a word that stands nowhere else.

All of it is invented, and made by the actions that people use, up to the published report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.stages.analysis.actions import note_conversation
from candour.stages.commission.actions import add_participant, note_telling, write_letter
from candour.stages.commission.models import Participant
from candour.stages.report.actions import (
    Written,
    add_paragraph,
    add_part,
    add_under,
    allow_word,
    begin_report,
    change_paragraph,
    comment_on_paragraph,
    keep_cast_member,
    withdraw_paragraph,
)
from candour.stages.report.actions.applications import note_application, rule_on_application
from candour.stages.report.actions.copies import give_closed_copy
from candour.stages.report.actions.extracts import answer_extract, rule_on_extract, send_extract
from candour.stages.report.actions.family import make_family_link, note_proposal
from candour.stages.report.actions.jigsaw import list_public_fact
from candour.stages.report.actions.orders import make_order
from candour.stages.report.actions.phrases import close_phrase
from candour.stages.report.actions.relations import keep_household
from candour.stages.report.actions.suggesting import set_suggestion_aside
from candour.stages.report.models import Paragraph, Report
from tests.cast import Cast, seat
from tests.notified import commissioned

DAY = date(2014, 9, 1)
SEATS = {
    "lead": "lead_reviewer",
    "judge": "judge",
    "team": "review_team",
    "checker": "checker",
    "second_checker": "checker",
    "author": "agency_author",
    "senior": "agency_senior",
    "practitioner": "practitioner",
    "family": "family",
}


class Secret(StrEnum):
    """What kind of closed thing a word is of: the design says whose each kind is."""

    SOURCE = "the source of the report, its cast and all that is said of them"
    ORDERED = "a closed paragraph that an order opens to one of the family"
    SENT = "an extract that a practitioner was sent, their answer and the ruling"
    HEARING = "orders and applications, with their reasons"
    FAMILY = "what the family and practitioners said of themselves, and wish"
    TALK = "notes of conversations with those who worked the case"
    NAME = "the name that one of the family proposed"


WORDS: dict[str, Secret] = {
    "vantongue": Secret.SOURCE,  # the child's name
    "oxmarsh": Secret.SOURCE,  # an alias
    "ulverdank": Secret.SOURCE,  # a former name
    "quernstone": Secret.SOURCE,  # a note on one of the cast
    "mulgarth": Secret.SOURCE,  # an address
    "xkq4471903": Secret.SOURCE,  # a case number
    "skelliforth": Secret.SOURCE,  # a name on social media
    "dropwort": Secret.SOURCE,  # a closed paragraph
    "harebell": Secret.SOURCE,  # why it is closed
    "spurrey": Secret.SOURCE,  # an earlier wording of it
    "bindweed": Secret.SOURCE,  # a closed phrase of an open paragraph
    "fleabane": Secret.SOURCE,  # why that is closed
    "toadflax": Secret.SOURCE,  # a closed quotation
    "sowbread": Secret.SOURCE,  # why that is closed
    "milfoil": Secret.SOURCE,  # a withdrawn paragraph
    "hogweed": Secret.SOURCE,  # why that was withdrawn
    "woundwort": Secret.SOURCE,  # a comment
    "mugwort": Secret.SOURCE,  # why a word may stand
    "loosestrife": Secret.SOURCE,  # what the press wrote
    "knapweed": Secret.SOURCE,  # why a suggested name was set aside
    "thistlewick": Secret.SOURCE,  # who was given a closed copy
    "pennywort": Secret.ORDERED,
    "restharrow": Secret.SENT,
    "selfheal": Secret.SENT,
    "saxifrage": Secret.SENT,
    "stitchwort": Secret.HEARING,
    "tansygrove": Secret.HEARING,
    "figwort": Secret.HEARING,
    "butterbur": Secret.HEARING,
    "celandrine": Secret.FAMILY,
    "campionby": Secret.FAMILY,
    "gorsefell": Secret.FAMILY,
    "yarrowby": Secret.FAMILY,
    "dunnockrise": Secret.FAMILY,
    "littlefinch": Secret.NAME,
    "bogmyrtle": Secret.TALK,
}
"""Each word, and what it is of."""


def kinds_of(words: Iterable[str]) -> set[Secret]:
    return {WORDS[word] for word in words}


@dataclass(frozen=True)
class Closed:
    """The people, their review, and the secret of one family's link."""

    cast: Cast
    report: Report
    token: str

    @property
    def review(self) -> Review:
        return self.cast.review


def make_closed(cast: Cast) -> Closed:
    """Everything but the release: whatever is closed, and all who may hear of some of it."""
    review = commissioned(cast)
    for name, role in SEATS.items():
        agency = {"author": cast.police, "senior": cast.police, "practitioner": cast.social_care}.get(name)
        seat(cast.people[name], review, role, agency)
    near = seat(cast.conflicted, review, "lead_reviewer")
    near.conflict_declared_at, near.conflict_declared_by = near.given_at, "conflicted"
    near.conflict_with = "Fenshire Police"
    near.save()
    cast = replace(cast, review=review)
    _people(cast)
    report = _report(cast)
    _round_it(cast, report)
    mother = _family(cast)
    _hearing(cast, report)
    give_closed_copy(
        by=cast.lead,
        report=report,
        called="Coroner Thistlewick",
        why="An inquest.",
        format="html",
        given_on=DAY,
    )
    note_proposal(by=cast.lead, participant=mother, kind="name", words="Littlefinch", said_on=DAY)
    note_proposal(by=cast.lead, participant=mother, kind="not_public", words="Dunnockrise.", said_on=DAY)
    _, token = make_family_link(
        by=cast.lead, participant=mother, made_on=today(), expires_on=today() + timedelta(90)
    )
    return Closed(cast, report, token)


def _people(cast: Cast) -> None:
    kept: list[tuple[str, str, str, dict[str, Any]]] = [
        (
            "child",
            "child",
            "Perrick Vantongue",
            {"aliases": ["Zib Oxmarsh"], "former": ["Perrick Ulverdank"], "note": "Of the quernstone."},
        ),
        ("mother", "adult", "Delia Thorne", {"pseudonym": "Mother"}),
        ("home", "address", "14 Mulgarth Row", {"pseudonym": "the first home"}),
        ("number", "case_number", "XKQ4471903", {"pseudonym": "a number"}),
        ("handle", "social_media", "@skelliforth", {"pseudonym": "a handle"}),
    ]
    for key, kind, name, said in kept:
        asked = {"pseudonym": "Child A", **said} if kind == "child" else said
        keep_cast_member(by=cast.lead, review=cast.review, key=key, kind=kind, name=name, **asked)
    home, mother, child = (cast.review.cast.get(key=key) for key in ("home", "mother", "child"))
    keep_household(by=cast.lead, review=cast.review, address=home, members=[mother, child], begins=DAY)


def _report(cast: Cast) -> Report:
    by = {"by": cast.lead}
    report = begin_report(**by, review=cast.review, title="Review of [[child]]")
    part = add_part(**by, report=report, title="The move")
    spoken = add_paragraph(**by, part=part, text="[[mother]] moved, and then the bindweed grew.")
    close_phrase(
        **by,
        paragraph=spoken,
        version=1,
        words="the bindweed",
        gist="something",
        reason="It tells of fleabane.",
    )
    quoted = Written(
        text="We heard toadflax.",
        said_by="[[mother]]",
        audience="closed",
        reason="Of sowbread.",
        gist="She spoke.",
    )
    add_under(**by, paragraph=Paragraph.objects.get(pk=spoken.pk), kind="quotation", written=quoted)
    closed = {"audience": "closed", "reason": "It tells of harebell.", "gist": "It concerns an illness."}
    first = add_paragraph(**by, part=part, text="[[child]] lay by the spurrey at [[home]].", **closed)
    said = {"text": "[[child]] lay by the dropwort at [[home]].", "finding_number": None}
    change_paragraph(**by, paragraph=first, version=1, gist=closed["gist"], **said)
    add_paragraph(**by, part=part, text="She kept the pennywort.", **closed)
    gone = add_paragraph(**by, part=part, text="They met by the milfoil.")
    withdraw_paragraph(**by, paragraph=gone, version=1, why="Of hogweed.")
    add_paragraph(
        **by, part=add_part(**by, report=report, title="After it"), text="Nobody asked for the record."
    )
    return report


def _round_it(cast: Cast, report: Report) -> None:
    """What is said beside the text by those who write it."""
    last = Paragraph.objects.filter(part__report=report).latest("pk")
    comment_on_paragraph(by=cast.lead, paragraph=last, words="By the woundwort.")
    allow_word(by=cast.lead, report=report, words="record", reason="Of mugwort.")
    fact = {"happened_on": DAY, "what": "an inquest was opened", "where": "The court list"}
    list_public_fact(by=cast.lead, review=cast.review, words="The loosestrife inquest.", **fact)
    set_suggestion_aside(by=cast.lead, review=cast.review, words="Fenshire", reason="Of knapweed.")
    note_conversation(
        by=cast.lead,
        review=cast.review,
        with_whom="Health visitor",
        held_on=DAY,
        held_by_whom="Two of the team",
        notes="We spoke of bogmyrtle.",
    )


def _family(cast: Cast) -> Participant:
    mother = add_participant(
        by=cast.lead,
        review=cast.review,
        side="family",
        called="Mother",
        name="Celandrine Moor",
        wishes="Campionby.",
    )
    note_telling(by=cast.lead, participant=mother, told_on=DAY, how="letter", words="At yarrowby.")
    letter = {"title": "A letter", "body": "We begin at gorsefell.", "written_on": DAY}
    write_letter(by=cast.lead, participant=mother, from_template="family-first", **letter)
    return mother


def _hearing(cast: Cast, report: Report) -> None:
    """An extract with its answer and ruling, an order, and an application with its ruling."""
    sent = {"sent_on": DAY, "due_on": DAY + timedelta(9), "about": "It says restharrow."}
    extract = send_extract(
        by=cast.lead, report=report, called="The nurse", paragraphs=[4], person=cast.practitioner, **sent
    )
    answer_extract(by=cast.practitioner, extract=extract, words="It was selfheal.", answered_on=DAY)
    rule_on_extract(by=cast.lead, extract=extract, outcome="stands", reasons="Of saxifrage.", today=DAY)
    opened = Paragraph.objects.filter(part__report=report, text__contains="pennywort")
    order = {"report": report, "person": cast.family, "paragraphs": opened, "ordered_on": DAY}
    make_order(by=cast.chair, may_read=True, why="For the stitchwort.", **order)
    application = note_application(
        by=cast.lead,
        report=report,
        applicant="An aunt, Tansygrove",
        ground="private life of an adult",
        words="It is of figwort.",
        paragraphs=opened,
        applied_on=DAY,
    )
    rule_on_application(by=cast.chair, application=application, outcome="refused", reasons="Of butterbur.")
