"""Two versions of what a review was asked to do, side by side: what went, what came, what stayed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from candour.domain.moments.spoken import spoken_day
from candour.stages.commission.models import Commission, EarlierTerms

TITLES = {
    "period": "Period",
    "period_why": "Why this period",
    "terms": "Terms of reference",
    "proportionate_why": "Why this is proportionate",
    "lines_of_enquiry": "Lines of enquiry",
}
_WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came: `kind` is same, gone or new."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that changed."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change, with the version it made and what it changed."""

    number: int
    earlier: EarlierTerms
    differences: tuple[Difference, ...]
    last: bool


def changes_of(commission: Commission) -> list[Change]:
    """The latest first, each compared with what stood after it."""
    kept = list(commission.earlier_terms.all())
    after = [*kept, commission][1:]
    found = [
        Change(number, one, differences(one, later), one == kept[-1])
        for number, (one, later) in enumerate(zip(kept, after, strict=True), start=2)
    ]
    return found[::-1]


def differences(before: EarlierTerms | Commission, now: EarlierTerms | Commission) -> tuple[Difference, ...]:
    """The fields whose words are not the same."""
    old, new = _words_of(before), _words_of(now)
    return tuple(
        Difference(title, tuple(_pieces(old[name], new[name])))
        for name, title in TITLES.items()
        if old[name] != new[name]
    )


def _words_of(one: Any) -> dict[str, str]:
    return {
        "period": f"{spoken_day(one.period_from)} to {spoken_day(one.period_to)}",
        "period_why": one.period_why,
        "terms": one.terms,
        "proportionate_why": one.proportionate_why,
        "lines_of_enquiry": "\n".join(one.lines_of_enquiry),
    }


def _pieces(before: str, now: str) -> Iterator[Piece]:
    """Word by word; where nearly nothing stayed, the whole has gone and the whole has come."""
    old, new = _WORD.findall(before.replace("\r", "")), _WORD.findall(now.replace("\r", ""))
    match = SequenceMatcher(None, old, new, autojunk=False)
    if match.ratio() < 0.3:
        yield from (Piece(kind, words) for kind, words in (("gone", before), ("new", now)) if words)
        return
    for kind, old_from, old_to, new_from, new_to in match.get_opcodes():
        gone, came = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if kind == "equal":
            yield Piece("same", gone)
            continue
        if gone:
            yield Piece("gone", gone)
        if came:
            yield Piece("new", came)
