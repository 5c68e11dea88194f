"""Pages of the hearing: where they stand, the rows their addresses name, paragraphs to choose from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.identity import Cast
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.models import Participant
from candour.stages.report.editing.titles import first_words
from candour.stages.report.models import Paragraph, Report
from candour.stages.report.one_source import fully_named, numbered_parts


def address(name: str, review: Review, *rest: Any) -> str:
    return reverse(f"report:{name}", args=[review.in_address, *rest])


def row_at(request: HttpRequest, review: Review, rows: Any, pk: int) -> Any:
    """A row of this review that the viewer may see, or 404."""
    seen = rows.objects.visible_to(request.user).filter(**{rows.ROOM: review})
    return get_object_or_404(seen, pk=pk)


def readers_of(review: Review, viewer: Person) -> list[tuple[str, str]]:
    """Whom an order or an extract may be for: those with a seat, then those who take part without one."""
    seats = Seat.objects.current().filter(review=review).select_related("person").order_by("person__name")
    people = {f"person-{one.person_id}": f"{one.person}, {one.role_title}" for one in seats}
    seated = {one.person_id for one in seats}
    parts = Participant.objects.visible_to(viewer).filter(review=review, withdrawn_at=None)
    taking = {
        f"participant-{one.pk}": f"{one.called}, {one.get_side_display().lower()}, no seat"
        for one in parts
        if one.person_id not in seated
    }
    return [*people.items(), *taking.items()]


def reader_chosen(review: Review, chosen: str) -> dict[str, Any]:
    """{person} or {participant}, as a form chose among `readers_of`."""
    kind, _, pk = chosen.partition("-")
    if kind == "person":
        return {"person": Person.objects.get(pk=pk)}
    return {"participant": Participant.objects.get(pk=pk, review=review)}


class ParagraphsField(forms.TypedMultipleChoiceField):
    """Paragraphs to tick: by number, with the first words for whoever may see the source."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Choose at least one paragraph"},
            **more,
        )


def paragraph_choices(
    report: Report, viewer: Person, only: Any = lambda paragraph: True
) -> list[tuple[int, str]]:
    """(number, words): without the source, where it stands alone."""
    cast = fully_named(report.review) if may(viewer, Can.SEE_SOURCE, report.review) else None
    return [
        (number, _called(number, one.part.number, paragraph, cast))
        for one in numbered_parts(report)
        for number, paragraph in one.paragraphs
        if number and only(paragraph)
    ]


def _called(number: int, part: int, paragraph: Paragraph, cast: Cast | None) -> str:
    if cast is None:
        return f"{number}, {'a closed' if paragraph.is_closed else 'an open'} paragraph of part {part}"
    return f"{number}. {'Closed: ' if paragraph.is_closed else ''}{first_words(paragraph.text, cast)}"


def paragraphs_chosen(report: Report, numbers: Any) -> list[Paragraph]:
    return [
        paragraph
        for part in numbered_parts(report)
        for number, paragraph in part.paragraphs
        if number in set(numbers)
    ]


def numbers_of(report: Report, paragraphs: Any) -> str:
    """ "2, 5 and 6": the numbers of today; nothing for those that were withdrawn."""
    keys = {one.pk for one in paragraphs}
    found = [
        str(number) for part in numbered_parts(report) for number, one in part.paragraphs if one.pk in keys
    ]
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)


def place_beside(review: Review, *steps: str | tuple[str, str]) -> list[tuple[str, str]]:
    """Beside the report and not in it: for those who may not open the report itself."""
    own = reverse("desk:review", args=[review.in_address])
    return [(review.title, own), *((one, "") if isinstance(one, str) else one for one in steps)]
