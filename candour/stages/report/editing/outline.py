"""What the method says of a part: whether it usually stands in the open report, what belongs there."""

from __future__ import annotations

from candour.domain.methods import Audience, Kind, PartOf, load_method
from candour.stages.commission.methods_over_time import titles_of
from candour.stages.report.editing.uses import code_of
from candour.stages.report.models import Part


def outlined(part: Part) -> PartOf | None:
    """Nothing for a part of the report's own, or of an earlier method."""
    code = code_of(part, titles_of(part.room, Kind.PART))
    return next((one for one in load_method(part.room.method).report_outline if one.code == code), None)


def is_usually_closed(part: Part) -> bool:
    found = outlined(part)
    return found is not None and found.usual_classification is Audience.CLOSED
