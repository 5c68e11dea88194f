"""The parts of a report in another order: one goes past its neighbour of one level, with all inside it."""

from __future__ import annotations

from candour.stages.report.models import Part


def with_part_moved(parts: list[Part], part: Part, *, down: bool) -> list[Part]:
    """The parts in their new order; the same where it has no neighbour of its level there."""
    begins = parts.index(part)
    ends = _end_of(parts, begins)
    if down:
        if ends == len(parts) or parts[ends].level != part.level:
            return parts
        begins, middle, ends = begins, ends, _end_of(parts, ends)
    else:
        middle = begins
        begins = next((n for n in range(middle - 1, -1, -1) if parts[n].level <= part.level), -1)
        if begins < 0 or parts[begins].level != part.level:
            return parts
    return [*parts[:begins], *parts[middle:ends], *parts[begins:middle], *parts[ends:]]


def _end_of(parts: list[Part], begins: int) -> int:
    """Where the part that begins there is over, with all that lies inside it."""
    deeper = (n for n in range(begins + 1, len(parts)) if parts[n].level <= parts[begins].level)
    return next(deeper, len(parts))
