"""A short invented report for tests: its cast, open and closed paragraphs, a checked draft."""

from __future__ import annotations

from datetime import date

from candour.stages.report.actions import (
    add_paragraph,
    add_part,
    allow_word,
    begin_report,
    check_draft,
    check_release,
    draft_report,
    keep_cast_member,
    release_report,
)
from candour.stages.report.actions.jigsaw import let_join_stay, sign_jigsaw
from candour.stages.report.deciding.joining_up import joins_now, rulings_of, signing_of
from candour.stages.report.models import Draft, Release, Report
from candour.stages.report.one_source import frozen_of
from tests.cast import Cast

RELEASED_ON = date(2014, 10, 20)


def write_report(cast: Cast) -> Report:
    """By the lead reviewer: nothing in it waits for a decision."""
    people = (
        ("wren", "child", "Robin Ashby-Thorne", ("Robbie",), "Child Wren", date(2012, 3, 4)),
        ("mother", "adult", "Delia Thorne", ("Dee Thorne",), "Mother", None),
        ("hospital", "agency", "Millbrook Hospital", (), "Millbrook Hospital", None),
    )
    for key, kind, name, aliases, pseudonym, born in people:
        keep_cast_member(
            by=cast.lead,
            review=cast.review,
            key=key,
            kind=kind,
            name=name,
            aliases=aliases,
            pseudonym=pseudonym,
            born=born,
        )
    report = begin_report(by=cast.lead, review=cast.review, title="Review of [[wren]]")
    part = add_part(by=cast.lead, report=report, title="The move")
    add_paragraph(by=cast.lead, part=part, text="[[mother]] and [[wren]] moved on [[on 2014-02-11]].")
    add_paragraph(
        by=cast.lead,
        part=part,
        text="[[wren]] was ill at [[hospital]] on [[on 2014-03-01]].",
        audience="closed",
        reason="health of a living child",
        gist="It concerns the health of a child.",
    )
    later = add_part(by=cast.lead, report=report, title="After it")
    add_paragraph(by=cast.lead, part=later, text="Nobody asked for the record.", finding_number=1)
    return report


def plant(cast: Cast, report: Report, text: str, *allowed: str) -> None:
    """A paragraph in which something secret is typed, and words that somebody was wrong to allow."""
    part = report.parts.get(number=2)
    add_paragraph(by=cast.lead, part=part, text=text)
    for words in allowed:
        allow_word(by=cast.lead, report=report, words=words, reason="a word for a test")


def checked_draft(cast: Cast, report: Report) -> Draft:
    sign_for_joins(cast, report)
    draft = draft_report(by=cast.lead, report=report)
    check_draft(by=cast.lead, draft=draft)
    return draft


def sign_for_joins(cast: Cast, report: Report) -> None:
    """Of the text as it stands: whatever joins up may stay. A text that is signed for stays so."""
    ruled = rulings_of(report)
    for join in joins_now(report):
        if join.key not in ruled:
            let_join_stay(by=cast.lead, report=report, key=join.key, why="For a test.")
    if signing_of(report, frozen_of(report).sha256) is None:
        sign_jigsaw(by=cast.lead, report=report, signed_on=RELEASED_ON)


def released(cast: Cast) -> Release:
    draft = checked_draft(cast, write_report(cast))
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read both files, page by page.")
    return release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)
