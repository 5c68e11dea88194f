"""The rows of a report as the domain's values: its source, its cast, the findings it tells, words allowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, takewhile

from django.db.models import Prefetch, QuerySet

from candour.domain.disclosure import Audience, Edition, Source, Undecided
from candour.domain.disclosure import Part as SourcePart
from candour.domain.disclosure.references import runs
from candour.domain.identity import Cast, suggest_pseudonyms
from candour.domain.methods import Kind
from candour.files.bundles import Finding
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Finding as WrittenFinding
from candour.stages.commission.methods_over_time import titles_of
from candour.stages.report.casting.pseudonyms import secret_of
from candour.stages.report.deciding.nets import undecided_beside
from candour.stages.report.editing.told import as_told
from candour.stages.report.models import Audience as Stored
from candour.stages.report.models import CastHousehold, CastRelation, Paragraph, Part, Report, Under
from candour.stages.report.releasing.frozen import Frozen


@dataclass(frozen=True, slots=True)
class NumberedPart:
    """A part with its standing paragraphs, each with the number that every audience reads.

    0 for one that is not in the whole report.
    """

    part: Part
    paragraphs: tuple[tuple[int, Paragraph], ...]


def numbered_parts(report: Report) -> list[NumberedPart]:
    standing = Paragraph.objects.filter(withdrawn_at=None).prefetch_related("rests_on", "under", "comments")
    numbers, parts = count(1), []
    for part in report.parts.prefetch_related(Prefetch("paragraphs", standing)):
        rows = ((next(numbers) if row.is_in_whole else 0, row) for row in part.paragraphs.all())
        parts.append(NumberedPart(part, tuple(rows)))
    return parts


def part_numbers(report: Report) -> dict[int, int]:
    """Paragraph number -> number of its part."""
    return {n: one.part.number for one in numbered_parts(report) for n, _ in one.paragraphs if n}


def source_of(report: Report) -> Source:
    """The source as it stands. A part without paragraphs is in it only where one with some lies inside."""
    parts = numbered_parts(report)
    return Source(
        title=report.title,
        review_number=str(report.review.written_number),
        parts=tuple(
            SourcePart(
                one.part.title,
                tuple(as_told(paragraph) for _, paragraph in one.paragraphs),
                one.part.level,
                tuple((Edition(word), title) for word, title in sorted(one.part.titles.items())),
            )
            for nth, one in enumerate(parts)
            if one.paragraphs or _holds_another(one, parts[nth + 1 :])
        ),
        invented=report.review.invented,
    )


def _holds_another(part: NumberedPart, after: list[NumberedPart]) -> bool:
    inside = takewhile(lambda one: one.part.level > part.part.level, after)
    return any(one.paragraphs for one in inside)


def cast_of(review: Review) -> Cast:
    """Everybody with the relations and households that stand."""
    standing = {"withdrawn_at": None}
    relations = review.cast_relations.filter(**standing).select_related("a", "b")
    households = review.cast_households.filter(**standing).select_related("address")
    return Cast(
        tuple(member.person for member in review.cast.all()),
        tuple(one.relation for one in relations),
        tuple(one.household for one in households.prefetch_related("members")),
    )


def fully_named(review: Review) -> Cast:
    """The cast with a proposed pseudonym where none is chosen yet: for reading over, never for a file."""
    cast = cast_of(review)
    if all(person.pseudonym for person in cast.people):
        return cast
    proposed = suggest_pseudonyms(cast.people, secret=secret_of(review))
    return replace(
        cast, people=tuple(replace(person, pseudonym=proposed[person.key]) for person in cast.people)
    )


def allowed_of(report: Report) -> tuple[str, ...]:
    return tuple(report.allowed.filter(withdrawn_at=None).values_list("words", flat=True))


def frozen_of(report: Report) -> Frozen:
    """Everything that a draft freezes, as it stands now."""
    findings = tuple(
        (number, paragraph.finding_number)
        for part in numbered_parts(report)
        for number, paragraph in part.paragraphs
        if number and paragraph.finding_number is not None and not paragraph.is_closed
    )
    return Frozen(
        source_of(report), cast_of(report.review), allowed_of(report), findings, told_findings(report)
    )


def with_cast_of_today(frozen: Frozen, review: Review) -> Frozen:
    """Names learnt since are looked for too. Pseudonyms of the draft stay: they are in its files."""
    then = frozen.cast.by_key
    now = cast_of(review)
    people = [
        replace(one, pseudonym=then[one.key].pseudonym) if one.key in then else one for one in now.people
    ]
    return replace(frozen, cast=replace(now, people=tuple(people)))


def told_findings(report: Report) -> tuple[Finding, ...]:
    """The standing findings that an open paragraph tells, as they become public beside the files."""
    titles = titles_of(report.review, Kind.CATEGORY)
    return tuple(
        Finding(one.number, one.headline, titles.plain(one.category), tuple(one.questions))
        for one in _findings_told(report)
    )


def _findings_told(report: Report) -> QuerySet[WrittenFinding]:
    open_ones = Paragraph.objects.filter(
        part__report=report, withdrawn_at=None, audience=Stored.OPEN, is_in_whole=True
    )
    numbers = open_ones.exclude(finding_number=None).values("finding_number")
    return WrittenFinding.objects.filter(review=report.review, withdrawn_at=None, number__in=numbers)


def undecided_of(report: Report) -> tuple[Undecided, ...]:
    """The words that wait for a decision. Raises Trouble for a reference that leads nowhere."""
    return undecided_beside(
        source_of(report),
        [
            (f"finding {one.number}", (one.headline, *one.questions))  # categories are the method's words
            for one in told_findings(report)
        ],
        fully_named(report.review),
        allow=allowed_of(report),
    )


def writers_of(report: Report) -> list[str]:
    """Usernames of whoever had a hand in it: none of them may check it.

    In a title, a paragraph in any wording, withdrawn ones too, the cast, its pseudonyms, relations and
    households, a word that was allowed, a join that may stay, or a finding that is told.
    """
    return sorted(set(_writers(report)))


def _writers(report: Report) -> Iterator[str]:
    yield report.begun_by
    for row in (report, *report.parts.all(), *report.review.cast.all()):
        yield from row.hands
    paragraphs = Paragraph.objects.filter(part__report=report)
    yield from paragraphs.values_list("wordings__written_by", flat=True)
    for under in Under.objects.filter(paragraph__part__report=report):
        yield from under.hands
    yield from report.allowed.values_list("allowed_by", flat=True)
    yield from report.join_rulings.values_list("ruled_by", flat=True)
    for related in (CastRelation, CastHousehold):
        yield from related.objects.filter(review=report.review).values_list("kept_by", flat=True)
    yield from _findings_told(report).values_list("written_by", flat=True)


def check_references(text: str, review: Review, where: str) -> None:
    """Raises Trouble for a key that the cast has not, or a day that is none; inside a closed phrase too."""
    cast = fully_named(review)
    for audience in Audience:
        tuple(runs(text, cast, audience, where=where))
