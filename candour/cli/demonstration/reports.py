"""The report of an invented review: its one source, and the way to release."""

from __future__ import annotations

import re
from datetime import date

from candour.cli.demonstration.casts import keep_cast
from candour.cli.demonstration.material import Material
from candour.domain.disclosure import Edition, Figure, Quotation, Source, read_source
from candour.domain.disclosure import Paragraph as SourceParagraph
from candour.domain.disclosure.under import Under
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry
from candour.stages.chronology.reads import entry_at
from candour.stages.report.actions.checkers import check_release
from candour.stages.report.actions.drafts import check_draft, draft_report
from candour.stages.report.actions.editions import place_in_editions
from candour.stages.report.actions.jigsaw import let_join_stay, sign_jigsaw
from candour.stages.report.actions.paragraphs import add_paragraph
from candour.stages.report.actions.release import release_report
from candour.stages.report.actions.structure import add_part, begin_report
from candour.stages.report.actions.under import Written, add_under
from candour.stages.report.actions.words import allow_word
from candour.stages.report.deciding.joining_up import joins_now
from candour.stages.report.models import Draft, Paragraph, Part, Report, UnderKind

PLACE = re.compile(r"(?P<file>[^,]+\.\w+)(?:, (?P<part>[^,]+))?, row (?P<row>\d+)")
"""How files name a row of a return: file, part, row."""


def write_report(material: Material, review: Review, *, by: Person, source: Source | None = None) -> Report:
    """As report.toml tells it, or `source`, where it stood otherwise before people were heard."""
    keep_cast(material, review, by=by)
    source = source or read_source(material.read("report"))
    report = begin_report(by=by, review=review, title=source.title)
    for told in source.parts:
        part = add_part(by=by, report=report, title=told.title, level=told.level)
        for paragraph in told.paragraphs:
            _write(part, paragraph, by=by)
    for kept in material.read("decided")["keep"]:
        allow_word(by=by, report=report, words=kept["words"], reason=kept["why"])
    return report


def _write(part: Part, told: SourceParagraph, *, by: Person) -> None:
    entries, words = _resting(part.report.review, told.rests_on)
    paragraph = add_paragraph(
        by=by,
        part=part,
        text=told.text,
        audience=str(told.audience),
        reason=told.reason,
        gist=told.gist,
        rests_on=entries,
        rests_on_words=words,
        finding_number=_finding_told(told.rests_on),
    )
    for under in told.under:
        write_under(paragraph, under, by=by)
    if told.editions != (Edition.WHOLE,) or told.wordings:
        place_in_editions(
            by=by,
            paragraph=paragraph,
            version=paragraph.version,
            editions=map(str, told.editions),
            told_as={str(edition): words for edition, words in told.wordings},
        )


def write_under(paragraph: Paragraph, told: Under, *, by: Person) -> None:
    closing = {"audience": str(told.audience), "reason": told.reason, "gist": told.gist}
    match told:
        case Quotation():
            kind, written = UnderKind.QUOTATION, Written(text=told.text, said_by=told.by, **closing)
        case Figure():
            table = {"columns": told.columns, "rows": told.rows, "alt": told.alt}
            kind, written = UnderKind.FIGURE, Written(text=told.title, **table, **closing)
        case _:
            kind, written = UnderKind.NOTE, Written(text=told.text, **closing)
    add_under(by=by, paragraph=paragraph, kind=str(kind), written=written)


def _resting(review: Review, rests_on: tuple[str, ...]) -> tuple[list[Entry], list[str]]:
    """The entries that are named by file, part and row; and what is named otherwise, in its words."""
    entries, words = [], []
    for one in rests_on:
        named = PLACE.fullmatch(one)
        entry = entry_at(review, named["file"], named["part"] or "", int(named["row"])) if named else None
        if entry is not None:
            entries.append(entry)
        else:
            words.append(one)
    return entries, words


def _finding_told(rests_on: tuple[str, ...]) -> int | None:
    """The finding that a paragraph tells, where it rests on one alone: it stands under it in public."""
    told = [words for words in rests_on if words.startswith("finding ")]
    return int(told[0].removeprefix("finding ")) if len(told) == 1 else None


def release(
    report: Report, *, by: Person, checkers: tuple[Person, Person], ordered_by: Person, on: date
) -> Draft:
    """Signed for what joins up, draft, check by the gate, by two people who are two people, and the order."""
    _sign_for_joins(report, by=by, on=on)
    draft = draft_report(by=by, report=report)
    check_draft(by=by, draft=draft)
    for checker in checkers:
        check_release(by=checker, draft=draft, verdict="yes", words="Read whole, as a stranger would.")
    release_report(by=ordered_by, draft=draft, released_on=on)
    return draft


def _sign_for_joins(report: Report, *, by: Person, on: date) -> None:
    for join in joins_now(report):
        why = "Read beside what is public: nobody learns by it who did not know before."
        let_join_stay(by=by, report=report, key=join.key, why=why)
    sign_jigsaw(by=by, report=report, signed_on=on)
