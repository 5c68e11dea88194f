"""The words of an extract: chosen paragraphs as they are read when all of each is shown, and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from datetime import date
from typing import Any

from candour.domain.access import Can, roles_with_own
from candour.domain.disclosure import Audience, Order, Reader, ShownParagraph, ShownUnder
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Seat
from candour.stages.report.models import Extract, Report
from candour.stages.report.one_source import frozen_of

_NOBODY = "reader of an extract"


def extract_words(report: Report, numbers: Collection[int], *, named: bool) -> list[dict[str, Any]]:
    """[{number, part, text, under}] of the paragraphs with these numbers; closed words are shown.

    `named`: with real names and whole days. Raises Trouble where there is no such paragraph.
    """
    if not numbers:
        raise Trouble("No paragraph is chosen.", do="Choose at least one.")
    if named:
        shown = frozen_of(report).view(Audience.CLOSED)
    else:
        opens = Order(_NOBODY, True, _NOBODY, date.min, "an extract", paragraphs=tuple(sorted(numbers)))
        shown = frozen_of(report).view(Reader(_NOBODY), orders=[opens])
    found = [
        _frozen(one, part.title) for part in shown.parts for one in part.paragraphs if one.number in numbers
    ]
    if len(found) != len(set(numbers)):
        raise Trouble("The report has not all of these paragraphs.", do="Choose among those it has.")
    return found


def _frozen(one: ShownParagraph, part: str) -> dict[str, Any]:
    return {
        "number": one.number,
        "part": part,
        "text": one.words,
        "under": [_under(under) for under in one.under],
    }


def _under(one: ShownUnder) -> str:
    rows = [" | ".join(row) for row in (one.columns, *one.rows) if row]
    return "\n".join(line for line in (one.words, one.by, *rows) if line)


def sha256_of_words(words: list[dict[str, Any]]) -> str:
    written = json.dumps(words, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def is_for(extract: Extract, person: Person) -> bool:
    """Whether it was sent to this person: to their account, as one who takes part, or to their agency."""
    if extract.person_id is not None:
        return extract.person_id == person.pk
    if extract.participant is not None:
        return extract.participant.person_id == person.pk
    if extract.agency_id is None:
        return False
    seats = Seat.objects.held_by(person).filter(review=extract.report.review_id, agency=extract.agency_id)
    return seats.filter(role__in=roles_with_own(Can.SEE_RETURNS)).exists()
