"""Who was heard on an invented report, what was ruled, and who may read what of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.reports import write_under
from candour.cli.demonstration.standing import standing_on
from candour.cli.demonstration.world import World
from candour.domain.disclosure import Paragraph as SourceParagraph
from candour.domain.disclosure import Source, read_source
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import Participant
from candour.stages.report.actions.applications import note_application, rule_on_application
from candour.stages.report.actions.copies import give_closed_copy, give_copy_by_order
from candour.stages.report.actions.extracts import note_answer, rule_on_extract, send_extract
from candour.stages.report.actions.family import answer_proposal, note_proposal
from candour.stages.report.actions.orders import make_order
from candour.stages.report.actions.paragraphs import change_paragraph
from candour.stages.report.hearing.reading_orders import holds_closed
from candour.stages.report.models import Paragraph, ReadingOrder, Report
from candour.stages.report.one_source import numbered_parts


def source_before(material: Material) -> Source:
    """The source as it was sent to those concerned: without what their answers changed in it."""
    source, told = read_source(material.read("report")), material.read("hearing")["reply"]
    before = {one["changes"]: (one["now"], one["earlier"]) for one in told if "changes" in one}
    noted = {one["adds_note"] for one in told if "adds_note" in one}
    numbers = iter(source.numbered())
    return replace(
        source,
        parts=tuple(
            replace(part, paragraphs=tuple(_before(*next(numbers), before, noted) for _ in part.paragraphs))
            for part in source.parts
        ),
    )


def _before(
    number: int, told: SourceParagraph, before: dict[int, tuple[str, str]], noted: set[int]
) -> SourceParagraph:
    now, earlier = before.get(number, ("", ""))
    return replace(
        told,
        text=told.text.replace(now, earlier) if now else told.text,
        under=() if number in noted else told.under,
    )


def hear(world: World, material: Material, report: Report, *, manager: Person, judge: Person) -> None:
    """As hearing.toml tells it: the family's proposals, replies and applications, each with its ruling."""
    told = material.read("hearing")
    for one in told["proposal"]:
        with standing_on(one["said"]):
            _propose(report.review, one, manager=manager, judge=judge)
    for one in told["reply"]:
        with standing_on(one["answered"]):
            _reply(world, material, report, one, judge=judge)
    for one in told["application"]:
        with standing_on(one["applied"]):
            application = note_application(
                by=manager,
                report=report,
                applicant=one["applicant"],
                ground=one["ground"],
                words=one["words"],
                paragraphs=_paragraphs(report, one["paragraphs"]),
                applied_on=one["applied"],
            )
            rule_on_application(
                by=judge, application=application, outcome=one["outcome"], reasons=one["reasons"]
            )


def order_and_hand_out(world: World, material: Material, report: Report, *, judge: Person) -> None:
    """Each order opens what is closed, but for what it leaves out; and the closed copies that were given."""
    told = material.read("hearing")
    orders = [_order(world, report, one, judge=judge) for one in told["order"]]
    for one in told["copy"]:
        given = {"by": judge, "format": one["format"], "given_on": one["given"]}
        with standing_on(one["given"]):
            if nth := one.get("of_order"):
                give_copy_by_order(order=orders[nth - 1], **given)
            else:
                give_closed_copy(report=report, called=one["called"], why=one["why"], **given)


def _propose(review: Review, one: dict[str, Any], *, manager: Person, judge: Person) -> None:
    proposal = note_proposal(
        by=manager,
        participant=_participant(review, one["participant"]),
        kind=one["kind"],
        words=one["words"],
        said_on=one["said"],
    )
    answer_proposal(by=judge, proposal=proposal, answer=one["answer"], reasons=one["reasons"])


def _reply(world: World, material: Material, report: Report, one: dict[str, Any], *, judge: Person) -> None:
    """Sent, answered, ruled on; and what the ruling says is done in the text."""
    agency = world.organisations[one["agency"]]
    extract = send_extract(
        by=judge,
        report=report,
        called=agency.name,
        agency=agency,
        paragraphs=one["paragraphs"],
        about=one["about"],
        sent_on=one["sent"],
        due_on=one["due"],
    )
    note_answer(by=judge, extract=extract, words=one["words"], answered_on=one["answered"], how=one["how"])
    rule_on_extract(
        by=judge, extract=extract, outcome=one["outcome"], reasons=one["reasons"], today=one["answered"]
    )
    final = dict(read_source(material.read("report")).numbered())
    if number := one.get("changes"):
        (paragraph,) = _paragraphs(report, [number])
        change_paragraph(
            by=judge,
            paragraph=paragraph,
            version=paragraph.version,
            text=final[number].text,
            finding_number=paragraph.finding_number,
        )
    if number := one.get("adds_note"):
        (paragraph,) = _paragraphs(report, [number])
        for under in final[number].under:
            write_under(paragraph, under, by=judge)


def _order(world: World, report: Report, one: dict[str, Any], *, judge: Person) -> ReadingOrder:
    shut = {paragraph.pk for paragraph in _paragraphs(report, one.get("but_for", []))}
    standing = [row for part in numbered_parts(report) for _, row in part.paragraphs]
    who: dict[str, Any] = (
        {"person": world.people[one["person"]]}
        if "person" in one
        else {"participant": _participant(report.review, one["participant"])}
    )
    with standing_on(one["ordered"]):
        return make_order(
            by=judge,
            report=report,
            may_read=True,
            ordered_on=one["ordered"],
            why=one["why"],
            paragraphs=[row for row in standing if row.pk not in shut and holds_closed(row)],
            **who,
        )


def _participant(review: Review, called: str) -> Participant:
    return Participant.objects.get(review=review, called=called)


def _paragraphs(report: Report, numbers: list[int]) -> list[Paragraph]:
    there = {number: row for part in numbered_parts(report) for number, row in part.paragraphs}
    return [there[number] for number in numbers]
