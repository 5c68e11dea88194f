"""A paragraph in pieces for the editor: plain words, chips for references, words that wait for a decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from candour.domain.disclosure import Audience
from candour.domain.disclosure.references import runs
from candour.domain.identity import Cast
from candour.stages.report.models import Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """`chip`: what a reference is, for those who hear it; "" for typed words. Never a real name."""

    text: str
    chip: str = ""
    waits: bool = False


def pieces(text: str, cast: Cast, waiting: Iterable[str]) -> list[Shown]:
    """As the open report reads, piece by piece. `cast` has a pseudonym for everybody."""
    shown: list[Shown] = []
    for run in runs(text, cast, Audience.OPEN, where="the paragraph"):
        shown += [Shown(run.text, _kind(run.key, cast))] if run.decided else _typed(run.text, waiting)
    return [one for one in shown if one.text]


def _kind(key: str, cast: Cast) -> str:
    person = cast.by_key.get(key)
    return Kind(str(person.kind)).label.lower() if person else "day, as the open report tells it"


def _typed(text: str, waiting: Iterable[str]) -> Iterator[Shown]:
    words = sorted({one for one in waiting if one}, key=len, reverse=True)
    if not words:
        yield Shown(text)
        return
    pattern = rf"(?<!\w)({'|'.join(map(re.escape, words))})(?!\w)"
    for n, piece in enumerate(re.split(pattern, text)):
        yield Shown(piece, waits=bool(n % 2))
