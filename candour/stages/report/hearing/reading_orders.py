"""Orders person by person: as the domain takes them, and the report as one person may read it under them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from candour.domain.access import Can
from candour.domain.disclosure import Audience, Edition, Order, Reader, Source, View, source_shape
from candour.domain.disclosure import Paragraph as SourceParagraph
from candour.domain.disclosure import Part as SourcePart
from candour.domain.disclosure.orders import may_read
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.editing.told import as_told
from candour.stages.report.models import Audience as Stored
from candour.stages.report.models import Paragraph, ReadingOrder, Report
from candour.stages.report.one_source import frozen_of, numbered_parts, source_of

_CLOSED_PHRASE = "[[closed:"


def reader_of(person: Person, review: Review) -> Reader:
    """The person as orders name them; the whole closed report is theirs who may see the source."""
    sees = may(person, Can.SEE_SOURCE, review)
    return Reader(person.username, Audience.CLOSED if sees else Audience.OPEN)


def orders_of(report: Report) -> tuple[Order, ...]:
    """The orders that stand, by the numbers of today. One that opens words changed since opens nothing."""
    rows = report.orders.filter(withdrawn_at=None).select_related("person", "participant__person")
    numbers = {row.pk: n for one in numbered_parts(report) for n, row in one.paragraphs if n}
    made = [_told(row, numbers) for row in rows.prefetch_related("paragraphs__under", "parts")]
    return tuple(one for one in made if one is not None)


def _told(row: ReadingOrder, numbers: dict[int, int]) -> Order | None:
    """What shuts a part shuts what was added to it since; what opens one opens what stood in it that day."""
    rows = list(row.paragraphs.all())
    if row.may_read:
        named = {one.pk for one in rows if not changed_since(row, one)}
    else:
        inside = Paragraph.objects.filter(part__in=row.parts.all()).values_list("pk", flat=True)
        named = {*(one.pk for one in rows), *inside}
    told = tuple(sorted(numbers[pk] for pk in named if pk in numbers))
    if not told:
        return None
    by, role = row.ordered_by, row.ordered_as
    return Order(row.who, row.may_read, by, row.ordered_on, row.why, paragraphs=told, ordered_as=role)


def words_sha256(paragraph: Paragraph) -> str:
    """Of what whoever may read it reads: its words and what stands under it, and nothing else."""
    told = as_told(paragraph)
    bare = SourceParagraph(text=told.text, under=told.under, editions=(Edition.WHOLE,))
    shape = source_shape(Source("A title", "", (SourcePart("A part", (bare,)),)))
    return hashlib.sha256(json.dumps(shape, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def changed_since(order: ReadingOrder, paragraph: Paragraph) -> bool:
    """Whether its words are others than those that were ordered."""
    return order.as_it_stood.get(str(paragraph.pk)) != words_sha256(paragraph)


def holds_closed(paragraph: Paragraph) -> bool:
    """Whether something in it is closed: all of it, a phrase, or what stands under it."""
    under = (one for one in paragraph.under.all() if one.withdrawn_at is None)
    return (
        paragraph.audience == Stored.CLOSED
        or _CLOSED_PHRASE in paragraph.text.replace(" ", "")
        or any(one.audience == Stored.CLOSED for one in under)
    )


def opened_to(report: Report, who: str) -> frozenset[int]:
    """The numbers of the paragraphs that orders open to a reader who has not the closed report."""
    orders = orders_of(report)
    if not any(one.who == who and one.may_read for one in orders):
        return frozenset()
    reader = Reader(who)
    numbers = (number for number, _ in source_of(report).numbered())
    return frozenset(n for n in numbers if may_read(reader, orders, paragraph=n, part=0))


def view_by_order(report: Report, who: str) -> View | None:
    """The paragraphs that orders open to this reader, and nothing else of the report. None where none are.

    People have the open report's names in it, and days stand as they do there.
    """
    numbers = opened_to(report, who)
    if not numbers:
        return None
    whole = frozen_of(report).view(Reader(who), orders=orders_of(report))
    parts = [
        replace(part, paragraphs=tuple(one for one in part.paragraphs if one.number in numbers), level=1)
        for part in whole.parts
    ]
    return replace(whole, parts=tuple(part for part in parts if part.paragraphs))


def closed_view(report: Report, person: Person) -> View:
    """The closed report of somebody who may see the source, without what an order shuts to them."""
    frozen, orders = frozen_of(report), orders_of(report)
    if any(one.who == person.username for one in orders):
        return frozen.view(reader_of(person, report.review), orders=orders)
    return frozen.view(Audience.CLOSED)
