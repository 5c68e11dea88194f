"""What changed between two texts, word for word; and between two reports, paragraph beside paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from candour.domain.disclosure import Audience, Figure, Quotation, Source
from candour.domain.disclosure.references import runs
from candour.domain.disclosure.texts import placed
from candour.domain.disclosure.under import Under
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble

_WORD = re.compile(r"\S+\s*|\s+")
_ALIKE = 0.5
"""Share of words that two paragraphs have in common before one is taken for the other, changed."""
_FEW = 4
"""Words: the whole of shorter texts is compared, as they are soon alike."""


@dataclass(frozen=True, slots=True)
class Bit:
    """`how`: same, added or gone."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A text that changed, came or went. `before` and `after` are where it stood and stands, in words."""

    before: str
    after: str
    bits: tuple[Bit, ...]


def words_between(before: str, after: str) -> tuple[Bit, ...]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    bits = list[Bit]()
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            bits.append(Bit("same", "".join(old[a:b])))
            continue
        if gone := "".join(old[a:b]):
            bits.append(Bit("gone", gone))
        if added := "".join(new[c:d]):
            bits.append(Bit("added", added))
    return tuple(bits)


def changes_between(before: tuple[Source, Cast], after: tuple[Source, Cast]) -> tuple[Change, ...]:
    """In the order of the later one. Under pseudonyms; closed phrases are shown: for the source only."""
    old, new = _lines(*before), _lines(*after)
    found = list[Change]()
    matcher = SequenceMatcher(None, [one[1] for one in old], [one[1] for one in new], autojunk=False)
    for how, a, b, c, d in matcher.get_opcodes():
        if how != "equal":
            found += _beside(old[a:b], new[c:d])
    return tuple(found)


Line = tuple[str, str]


def _beside(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Change]:
    """A text that is much like one before is that one, changed; the rest came, or went."""
    left = [(*one, frozenset(one[1].split())) for one in old]
    for where, text in new:
        nearest = _nearest([words for _, _, words in left], frozenset(text.split()))
        if nearest is None or _alike(left[nearest][1], text) < _ALIKE:
            yield Change("", where, (Bit("added", text),))
            continue
        for gone, its_text, _ in left[:nearest]:
            yield Change(gone, "", (Bit("gone", its_text),))
        yield Change(left[nearest][0], where, words_between(left[nearest][1], text))
        left = left[nearest + 1 :]
    for where, text, _ in left:
        yield Change(where, "", (Bit("gone", text),))


def _nearest(several: Sequence[frozenset[str]], words: frozenset[str]) -> int | None:
    """Which has the largest share of words in common, in whatever order: quick, where there are hundreds."""
    shares = [len(words & one) / (min(len(words), len(one)) or 1) for one in several]
    best = max(shares, default=0)
    return shares.index(best) if best >= _ALIKE else None


def _alike(one: str, other: str) -> float:
    """The share of the shorter one's words that stand in the other in their order."""
    some, others = one.split(), other.split()
    matcher = SequenceMatcher(None, some, others, autojunk=False)
    fewest = min(len(some), len(others))
    if fewest < _FEW:
        return matcher.ratio()
    return sum(block.size for block in matcher.get_matching_blocks()) / fewest


def _lines(source: Source, cast: Cast) -> list[Line]:
    return [(where, _told(text, where, cast)) for where, text in _typed(source) if text.strip()]


def _typed(source: Source) -> Iterator[Line]:
    yield "the title", source.title
    for nth, part, paragraphs in placed(source):
        yield f"the title of part {nth}", part.title
        for one in paragraphs:
            yield one.where, one.paragraph.text
            for edition, words in one.paragraph.wordings:
                yield f"{one.where}, for the {edition}", words
            yield f"{one.where}, gist", one.paragraph.gist
            for under in one.under:
                yield under.where, _line(under.under)
                yield f"{under.where}, gist", under.under.gist


def _line(under: Under) -> str:
    match under:
        case Quotation(text, by):
            return f"{text} ({by})" if by else text
        case Figure(title, columns, rows):
            return "; ".join([title, *(", ".join(row) for row in (columns, *rows)), under.alt])
        case _:
            return under.text


def _told(text: str, where: str, cast: Cast) -> str:
    try:
        told = runs(text, cast, Audience.OPEN, where=where, phrases=Audience.CLOSED)
        return "".join(run.text for run in told)
    except Trouble:
        return text
