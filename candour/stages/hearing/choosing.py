"""What a bundle may be made of: whether there are hearings at all, and which papers there are to choose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from candour.domain.methods import load_method
from candour.domain.methods.method import Code
from candour.domain.moments.spoken import spoken_day
from candour.kernel.papers.models import Paper
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Return, ReturnState
from candour.stages.commission.models import Letter
from candour.stages.hearing.models import Bundle, BundlePaper, Kind
from candour.stages.report.models import Report


def has_hearings(review: Review) -> bool:
    """The method says so; this house knows no method by name."""
    return load_method(review.method).has_rule(Code.HEARINGS)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be put into a bundle. `key` is what a form sends for it."""

    kind: Kind
    title: str
    thing: Any = field(default=None, compare=False)

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.thing.pk}" if self.thing is not None else str(self.kind)

    @property
    def row(self) -> dict[str, Any]:
        """As the fields of a paper of a bundle."""
        return {} if self.thing is None else {_FIELD[self.kind]: self.thing}


_FIELD = {Kind.FILE: "paper", Kind.EXTRACT: "extract", Kind.ORDER: "order", Kind.LETTER: "letter"}


def choices_for(bundle: Bundle) -> list[Choice]:
    """All that there is and is not in it yet."""
    standing = bundle.papers.filter(withdrawn_at=None)
    there = {(one.kind, one.paper_id, one.extract_id, one.order_id, one.letter_id) for one in standing}
    return [one for one in _all(bundle) if _ids(one) not in there]


def _ids(choice: Choice) -> tuple[Any, ...]:
    ids = {name: one.pk for name, one in choice.row.items()}
    return (choice.kind, *(ids.get(name) for name in ("paper", "extract", "order", "letter")))


def _all(bundle: Bundle) -> Iterator[Choice]:
    report: Report = bundle.report
    yield Choice(Kind.REPORT, f"The {bundle.get_audience_display().lower()} report")
    yield Choice(Kind.CHRONOLOGY, "The chronology")
    for paper, sender in _files(report.review):
        yield Choice(Kind.FILE, f"{sender}: {paper.name}", paper)
    for extract in report.extracts.filter(withdrawn_at=None):
        yield Choice(
            Kind.EXTRACT, f"{extract.get_kind_display()} {extract.number}, {extract.called}", extract
        )
    for order in report.orders.filter(withdrawn_at=None):
        yield Choice(Kind.ORDER, f"Order {order.number}, {order.called}", order)
    letters = Letter.objects.filter(participant__review=report.review, withdrawn_at=None)
    for letter in letters.select_related("participant"):
        yield Choice(Kind.LETTER, f"{letter}, {spoken_day(letter.written_on)}", letter)


def _files(review: Review) -> Iterator[tuple[Paper, str]]:
    """Returns as they were sent, those that could not be read too, and not those that were withdrawn."""
    sent = Return.objects.filter(review=review, withdrawn_at=None).exclude(state=ReturnState.WAITING)
    for one in sent.select_related("paper", "agency"):
        yield one.paper, str(one.agency)


def tabs_of(bundle: Bundle) -> list[tuple[str, list[BundlePaper]]]:
    """The papers not taken out, by tab, in their order; each says whether it `was_withdrawn` since."""
    tabs: dict[str, list[BundlePaper]] = {}
    rows = bundle.papers.filter(withdrawn_at=None)
    withdrawn = _withdrawn_files(bundle.report.review)
    for one in rows.select_related("paper", "extract", "order", "letter__participant"):
        source = one.extract or one.order or one.letter
        one.was_withdrawn = (
            source.withdrawn_at is not None if source is not None else one.paper_id in withdrawn
        )
        tabs.setdefault(one.tab, []).append(one)
    return list(tabs.items())


def _withdrawn_files(review: Review) -> set[int]:
    """Papers that were sent as returns of which none stands; a file that was brought is no return."""
    sent = Return.objects.filter(review=review)
    standing = sent.filter(withdrawn_at=None).values_list("paper_id", flat=True)
    return {*sent.values_list("paper_id", flat=True)} - {*standing}
