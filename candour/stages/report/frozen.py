"""A draft: the source, the cast and the allowed words as they stood, in one JSON shape and back."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from candour.domain.disclosure import Audience, Source, View, read_source, view
from candour.domain.identity import Cast, Person, read_cast
from candour.domain.leaks import Register
from candour.files.bundles import Finding

_DAY = re.compile(r"\[\[\s*on\s+(\d{4}-\d{2}-\d{2})(\s+as\s+day)?")


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
            "source": _source(self.source),
            "person": [_person(one) for one in self.cast.people],
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
        """Days of the source that the open report tells only by month, season or year."""
        told = _DAY.findall("\n".join(_texts(self.source)))
        whole = {day for day, as_day in told if as_day}
        return tuple(
            date.fromisoformat(day) for day in dict.fromkeys(day for day, _ in told) if day not in whole
        )

    @property
    def register(self) -> Register:
        """What the open files must not hold."""
        return self.cast.register(dates=self.days, allow=self.allow)

    def view(self, audience: Audience) -> View:
        return view(self.source, self.cast, audience)


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


def _source(source: Source) -> dict[str, Any]:
    return {
        "title": source.title,
        "review_number": source.review_number,
        "invented": source.invented,
        "part": [
            {
                "title": part.title,
                "paragraph": [
                    {
                        "text": one.text,
                        "audience": str(one.audience),
                        "reason": one.reason,
                        "gist": one.gist,
                        "rests_on": list(one.rests_on),
                    }
                    for one in part.paragraphs
                ],
            }
            for part in source.parts
        ],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "number": one.number,
        "headline": one.headline,
        "category": one.category,
        "questions": list(one.questions),
    }


def _person(one: Person) -> dict[str, Any]:
    return {
        "key": one.key,
        "kind": str(one.kind),
        "name": one.name,
        "aliases": list(one.aliases),
        "pseudonym": one.pseudonym,
        "born": one.born.isoformat() if one.born else "",
        "note": one.note,
    }


def _texts(source: Source) -> list[str]:
    paragraphs = [paragraph for part in source.parts for paragraph in part.paragraphs]
    titles = [source.title, *(part.title for part in source.parts)]
    return titles + [text for one in paragraphs for text in (one.text, one.gist, one.reason)]
