"""A person says what a return's columns mean: its rows are read again, and so are the agency's next ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._fates import keep_reading, lock
from candour.stages.chronology.models import RememberedMapping, Return
from candour.stages.chronology.returns.reading import read_as_said


def correct_columns(*, by: Person, return_: Return, mapping: Mapping[str, Any], why: str = "") -> None:
    """Read a return again by what a person says of it: {part, heading_row, columns, left_out}, all optional.

    Raises Trouble, and changes nothing, where no table can be read so.
    """
    returned = read_as_said(return_, mapping)
    with act("corrected_columns", by=by, on=return_, needs=Can.FIX_HELD_ROWS, why=why):
        lock(return_.review)
        return_.refresh_from_db()
        if return_.withdrawn_at is not None:
            raise Trouble("This return is withdrawn.", where=return_.name, do="Take that back first.")
        keep_reading(return_, returned, mapping, by)
        RememberedMapping.objects.update_or_create(
            board=return_.review.board,
            agency=return_.agency,
            defaults={
                "columns": dict(mapping.get("columns", {})),
                "left_out": list(mapping.get("left_out", [])),
                "said_at": timezone.now(),
                "said_by": by.username,
            },
        )
