"""Paragraphs beside one another are closed together under one gist."""

from __future__ import annotations

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.actions.paragraphs import _save
from candour.stages.report.models import Audience, Paragraph, Part
from candour.stages.report.one_source import numbered_parts


def close_together(
    *, by: Person, part: Part, first: int, last: int, reason: str, gist: str
) -> list[Paragraph]:
    """Close the paragraphs of a part from one number to another, with one gist that is told once.

    Raises Trouble where the part has not both numbers.
    """
    with act("closed_paragraphs_together", by=by, on=part, needs=Can.WRITE_REPORT, why=reason) as doing:
        rows = dict(next(one.paragraphs for one in numbered_parts(part.report) if one.part.pk == part.pk))
        if not 0 < first < last or first not in rows or last not in rows:
            known = sorted(number for number in rows if number)
            several = f"It has paragraphs {known[0]} to {known[-1]}." if known else "It has none yet."
            raise Trouble(f"Part {part.number} has no paragraphs {first} to {last}.", do=several)
        closed = [rows[number] for number in range(first, last + 1)]
        for paragraph in closed:
            paragraph.audience, paragraph.reason, paragraph.gist = (
                Audience.CLOSED,
                reason.strip(),
                gist.strip(),
            )
            paragraph.version += 1
            _save(paragraph, by, None)
        doing.why = f"{reason} (paragraphs {first} to {last})"
    return closed
