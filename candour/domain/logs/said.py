"""What a person has said of a log's columns: which row heads them, and what each one tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from candour.domain.logs.fields import LogField


@dataclass(frozen=True, slots=True)
class SaidOfLog:
    """Whatever is not said is proposed. `left_out` are headings that mean none of our fields."""

    part: str | None = None
    heading_row: int | None = None
    columns: Mapping[LogField, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def as_json(self) -> dict[str, Any]:
        return {
            "part": self.part,
            "heading_row": self.heading_row,
            "columns": {str(one): heading for one, heading in self.columns.items()},
            "left_out": sorted(self.left_out),
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> SaidOfLog:
        """Raises ValueError for a field that is none."""
        return cls(
            shape.get("part"),
            shape.get("heading_row"),
            {LogField(name): heading for name, heading in shape.get("columns", {}).items()},
            frozenset(shape.get("left_out", ())),
        )


NOTHING_SAID = SaidOfLog()
