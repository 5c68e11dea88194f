"""What one review asked, concluded, left to the board and could not say: a column beside another's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from candour.domain.access import Can
from candour.domain.disclosure import Audience, Standing
from candour.domain.methods import Kind, Method, load_method
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Evidence, Finding
from candour.stages.commission.methods_over_time import titles_of
from candour.stages.commission.models import Commission
from candour.stages.report.one_source import frozen_of
from candour.stages.report.reads import report_of
from candour.stages.report.releasing.frozen import Frozen, thawed
from candour.stages.report.releasing.way_to_release import release_of

SHOWN_ABOVE = ("headline", "board_questions")
"""Questions of a method whose answers have rows of their own."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """A finding, or what the method calls one."""

    number: int
    headline: str
    category: str


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A question that a finding answers with "not known", and what it says of that."""

    number: int
    question: str
    words: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The paragraphs as the public reads them."""

    paragraphs: int
    closed: int
    parts: tuple[str, ...]

    @property
    def open(self) -> int:
        return self.paragraphs - self.closed


@dataclass(frozen=True, slots=True)
class Column:
    """One review, for somebody who may see its analysis. `counted` is None until its report is released."""

    review: Review
    method: Method
    terms: tuple[str, ...]
    lines: tuple[str, ...]
    asks: tuple[str, ...]
    concluded: tuple[Concluded, ...]
    rows: int
    to_board: tuple[str, ...]
    unsaid: tuple[Unsaid, ...]
    counted: Counted | None


def column_of(review: Review, viewer: Person) -> Column:
    method = load_method(review.method)
    commission = Commission.objects.visible_to(viewer).filter(review=review).first()
    findings = list(Finding.objects.visible_to(viewer).filter(review=review, withdrawn_at=None))
    titles = titles_of(review, Kind.CATEGORY)
    resting = Evidence.objects.visible_to(viewer).filter(finding__in=findings, withdrawn_at=None)
    return Column(
        review=review,
        method=method,
        terms=tuple(filter(None, commission.terms.splitlines())) if commission else (),
        lines=tuple(commission.lines_of_enquiry) if commission else (),
        asks=tuple(one.asks for one in method.finding_questions if one.code not in SHOWN_ABOVE),
        concluded=tuple(Concluded(one.number, one.headline, titles.of(one.category)) for one in findings),
        rows=resting.values("entry").distinct().count(),
        to_board=tuple(question for one in findings for question in one.questions),
        unsaid=tuple(_unsaid(findings, method)),
        counted=_counted(review, viewer),
    )


def _unsaid(findings: list[Finding], method: Method) -> Iterator[Unsaid]:
    for finding in findings:
        for question in method.finding_questions:
            answer = finding.answer(question.code)
            if answer.get("not_known"):
                words, source = answer.get("words", ""), answer.get("source", "")
                said = source if source and words == "not known" else words
                yield Unsaid(finding.number, question.title, said)


def _counted(review: Review, viewer: Person) -> Counted | None:
    """Of the released report; before that of the source, for those who may see it."""
    frozen = _frozen(review, viewer)
    if frozen is None:
        return None
    shown = frozen.view(Audience.OPEN)
    numbered = [one for part in shown.parts for one in part.paragraphs if one.number]
    return Counted(
        paragraphs=len(numbered),
        closed=sum(one.standing is Standing.GIST for one in numbered),
        parts=tuple(part.title for part in shown.parts if part.level == 1),
    )


def _frozen(review: Review, viewer: Person) -> Frozen | None:
    if (release := release_of(review)) is not None:
        return thawed(release.draft.frozen)
    report = report_of(review)
    return frozen_of(report) if report is not None and may(viewer, Can.SEE_SOURCE, review) else None
