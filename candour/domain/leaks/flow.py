"""Pieces that follow one another as one text, with the way back from a place in it to its piece."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from candour.domain.leaks.folding import fold, visible
from candour.domain.leaks.leak import SOFT, Piece


@dataclass(frozen=True, slots=True)
class Strand:
    """One reading of a flow: its text, and where in it each piece begins."""

    text: str
    begins: list[int]


@dataclass(frozen=True, slots=True)
class Flow:
    """Pieces in reading order: `folded` to compare, `plain` the same without SOFT, `raw` as they stand."""

    pieces: list[Piece]
    folded: Strand
    plain: Strand
    raw: Strand
    _soft: list[int] = field(default_factory=list)

    @property
    def net(self) -> bool:
        return self.pieces[0].net

    def piece_at(self, strand: Strand, place: int) -> Piece:
        return self.pieces[max(bisect_right(strand.begins, place) - 1, 0)]

    def pieces_within(self, start: int, end: int) -> list[Piece]:
        """The pieces that this stretch of the folded text comes from."""
        first = max(bisect_right(self.folded.begins, start) - 1, 0)
        last = max(bisect_right(self.folded.begins, end - 1) - 1, first)
        return self.pieces[first : last + 1]

    def folded_place(self, plain_place: int) -> int:
        """A place of `plain` in `folded`, which holds the SOFT joints besides."""
        return plain_place + bisect_right(self._soft, plain_place)


def flows(pieces: Iterable[Piece]) -> Iterator[Flow]:
    """The pieces, joined where a piece says that it goes on from the one before."""
    run: list[Piece] = []
    for piece in pieces:
        if piece.joint is None and run:
            yield _flow(run)
            run = []
        run.append(piece)
    if run:
        yield _flow(run)


def _flow(pieces: list[Piece]) -> Flow:
    joints = ["" if n == 0 else (piece.joint or "") for n, piece in enumerate(pieces)]
    shown = ["" if joint == SOFT else joint for joint in joints]
    texts = [fold(piece.text) for piece in pieces]
    folded = _strand(joints, texts)
    plain = folded if SOFT not in folded.text else _strand(shown, texts)
    raw = _strand(shown, [visible(piece.text) for piece in pieces])
    soft = [place - n for n, place in enumerate(_places(folded.text))] if plain is not folded else []
    return Flow(pieces, folded, plain, raw, soft)


def _places(text: str) -> Iterator[int]:
    place = text.find(SOFT)
    while place >= 0:
        yield place
        place = text.find(SOFT, place + 1)


def _strand(joints: list[str], texts: list[str]) -> Strand:
    begins, length = [], 0
    for joint, text in zip(joints, texts, strict=True):
        length += len(joint)
        begins.append(length)
        length += len(text)
    return Strand("".join(part for pair in zip(joints, texts, strict=True) for part in pair), begins)
