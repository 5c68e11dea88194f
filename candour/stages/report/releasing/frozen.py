"""A draft: the source, the cast and the allowed words as they stood, in one JSON shape and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from candour.domain.disclosure import (
    Audience,
    Edition,
    Order,
    Reader,
    Source,
    View,
    hidden_days,
    read_source,
    source_shape,
    view,
)
from candour.domain.identity import Cast, read_cast
from candour.domain.leaks import Register
from candour.files.bundles import Finding
from candour.stages.report.releasing.frozen_cast import cast_shape

PUBLIC = (Edition.WHOLE, Edition.SUMMARY, Edition.BRIEFING, Edition.CHILD)
"""Editions that everybody may read. A letter is for whom it is written to."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """What is checked is what is released: nothing here is looked up again."""

    source: Source
    cast: Cast
    allow: tuple[str, ...] = ()
    findings: tuple[tuple[int, int], ...] = ()
    """(number of an open paragraph, number of the finding it tells)."""
    told: tuple[Finding, ...] = ()
    """Findings that an open paragraph tells, word for word as they become public beside the files."""

    @property
    def shape(self) -> dict[str, Any]:
        return {
            "source": source_shape(self.source),
            **cast_shape(self.cast),
            "allow": sorted(self.allow),
            "findings": [list(pair) for pair in self.findings],
            "told": [_finding(one) for one in self.told],
        }

    @property
    def sha256(self) -> str:
        written = json.dumps(self.shape, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()

    @property
    def days(self) -> tuple[date, ...]:
        """Days of the source that the open report does not tell as whole days."""
        return hidden_days(self.source)

    @property
    def register(self) -> Register:
        """What the open files must not hold."""
        return self.cast.register(dates=self.days, allow=self.allow)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The public editions that some paragraph stands in, the whole report first."""
        told = {one for part in self.source.parts for each in part.paragraphs for one in each.editions}
        told |= {one for part in self.source.parts for each in part.paragraphs for one, _ in each.wordings}
        return tuple(one for one in PUBLIC if one in told or one is Edition.WHOLE)

    def view(
        self,
        audience: Audience | Reader,
        *,
        edition: Edition = Edition.WHOLE,
        orders: Iterable[Order] = (),
    ) -> View:
        return view(self.source, self.cast, audience, orders=orders, edition=edition)


def thawed(shape: dict[str, Any]) -> Frozen:
    return Frozen(
        source=read_source(shape["source"]),
        cast=read_cast(shape),
        allow=tuple(shape["allow"]),
        findings=tuple((paragraph, finding) for paragraph, finding in shape["findings"]),
        told=tuple(Finding(**{**one, "questions": tuple(one["questions"])}) for one in shape["told"]),
    )


def lines_of(finding: Finding) -> tuple[str, ...]:
    """What becomes public of a finding, piece by piece."""
    return tuple(one for one in (finding.headline, finding.category, *finding.questions) if one)


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "number": one.number,
        "headline": one.headline,
        "category": one.category,
        "questions": list(one.questions),
    }
