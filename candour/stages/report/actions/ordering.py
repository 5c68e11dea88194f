"""Parts and paragraphs take other places: numbers follow, and drafts stay as they were frozen."""

from __future__ import annotations

from django.db.models import F

from candour.domain.access import Can
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.actions.paragraphs import _last_position
from candour.stages.report.editing.part_order import with_part_moved
from candour.stages.report.models import Paragraph, Part, Report

_ASIDE = 10_000
"""Numbers that no part has, while those of others are given out anew."""


def move_part(*, by: Person, part: Part, version: int, down: bool) -> Part:
    """Change places with the part of the same level after it, or before it; what lies inside goes along.

    Where there is none it stays.
    """
    with act("moved_part", by=by, on=part, needs=Can.WRITE_REPORT, version=version):
        Report.objects.select_for_update().get(pk=part.report_id)
        before = list(part.report.parts.all())
        after = with_part_moved(before, part, down=down)
        if after != before:
            part.report.parts.update(number=F("number") + _ASIDE)
            for number, one in enumerate(after, 1):
                one.number = number
                one.save(update_fields=["number"])
            part.refresh_from_db(fields=["number"])
    return part


def move_paragraph(*, by: Person, paragraph: Paragraph, version: int, down: bool) -> Paragraph:
    """Change places with the paragraph after it, or before it; at the end of a part, go into the next one.

    At the end of the report it stays.
    """
    with act("moved_paragraph", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version):
        report = Report.objects.select_for_update().get(pk=paragraph.part.report_id)
        standing = paragraph.part.paragraphs.filter(withdrawn_at=None)
        here = paragraph.position
        if down:
            beside = standing.filter(position__gt=here).order_by("position").first()
            next_part = report.parts.filter(number__gt=paragraph.part.number).order_by("number").first()
        else:
            beside = standing.filter(position__lt=here).order_by("-position").first()
            next_part = report.parts.filter(number__lt=paragraph.part.number).order_by("-number").first()
        if beside is not None:
            _change_places(paragraph, beside)
        elif next_part is not None:
            _go_into(paragraph, next_part, first=down)
    return paragraph


def _change_places(one: Paragraph, other: Paragraph) -> None:
    """By a place that nobody has: two never stand on one."""
    here, there = one.position, other.position
    for row, position in ((one, _last_position(one.part) + 1), (other, here), (one, there)):
        row.position = position
        row.save(update_fields=["position"])


def _go_into(paragraph: Paragraph, part: Part, *, first: bool) -> None:
    if first:
        for row in part.paragraphs.order_by("-position"):
            row.position += 1
            row.save(update_fields=["position"])
    paragraph.position = 1 if first else _last_position(part) + 1
    paragraph.part = part
    paragraph.save(update_fields=["part", "position"])
