"""A paragraph in pieces for the editor: plain words, chips for references, words that wait for a decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from candour.domain.disclosure import Audience
from candour.domain.disclosure.references import runs
from candour.domain.disclosure.tokens import Phrase, Token, Words, tokens_of, written
from candour.domain.identity import Cast
from candour.stages.report.models import Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """`chip`: what a reference is, for those who hear it; "" for typed words. Never a real name.

    A closed phrase has its words `inside`, and the `gist` and reason that were given for it.
    """

    text: str = ""
    chip: str = ""
    waits: bool = False
    inside: tuple[Shown, ...] = ()
    gist: tuple[Shown, ...] = ()
    reason: str = ""
    nth: int = 0
    """Which closed phrase of the paragraph it is, counted from 1."""


def pieces(
    text: str, cast: Cast, waiting: Iterable[str], phrases: Iterable[Mapping[str, str]] = ()
) -> list[Shown]:
    """As the open report reads, piece by piece, with closed phrases beside their gist.

    `cast` has a pseudonym for everybody; `phrases` are the reasons that were given for closed ones.
    """
    shown, nth = list[Shown](), 0
    reasons = {one["words"]: one["reason"] for one in phrases}
    for is_phrase, tokens in groupby(tokens_of(text, "the paragraph"), lambda one: isinstance(one, Phrase)):
        if not is_phrase:
            shown += _run(tokens, cast, waiting)
            continue
        for token in tokens:
            if isinstance(token, Phrase):
                nth += 1
                shown.append(
                    Shown(
                        inside=tuple(_run(token.secret, cast, ())),
                        gist=tuple(_run(token.gist or (Words("…"),), cast, waiting)),
                        reason=reasons.get(written(token.secret), ""),
                        nth=nth,
                    )
                )
    return [one for one in shown if one.text or one.inside]


def _run(tokens: Iterable[Token], cast: Cast, waiting: Iterable[str]) -> Iterator[Shown]:
    for run in runs(written(tokens), cast, Audience.OPEN, where="the paragraph"):
        if run.decided:
            yield Shown(run.text, _kind(run.key, cast))
        else:
            yield from _typed(run.text, waiting)


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
