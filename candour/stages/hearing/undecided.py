"""Which words of an open bundle has nobody decided on? By the nets of the report, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from candour.domain.disclosure import Source, Undecided, hidden_days
from candour.domain.leaks import Finder, Register
from candour.domain.leaks import Piece as Searched
from candour.files.hearing.words_of import words_on_pages
from candour.stages.hearing.pieces import Piece
from candour.stages.report.deciding.nets import undecided_beside
from candour.stages.report.models import Report
from candour.stages.report.one_source import allowed_of, cast_of, source_of
from candour.stages.report.releasing.frozen import Frozen

MOST_ASKED = 1_000
"""Words of one copy that are put to a person at once; the rest is asked when these are decided."""
MOST_PLACES = 3
LONGEST = 200
_ROUND = 70
_NO_REPORT = Source("a bundle", "", ())
"""In small letters, so that no net catches it."""
Asked = dict[str, Any]


def undecided_in_report(source: Source, today: Frozen) -> int:
    """Words of the report itself that wait: they are decided on its own page."""
    return len({one.words for one in undecided_beside(source, (), today.cast, allow=today.allow)})


def asked_in(
    pieces: list[Piece], today: Frozen, kept: Mapping[str, list[str]], content: bytes
) -> list[Asked]:
    """Each once for a paper, with a few places. `content`: the made bundle, in which pages are found."""
    beside = [(str(n), (piece.words,)) for n, piece in enumerate(pieces)]
    asked: dict[tuple[str, str], Asked] = {}
    pages: list[str] | None = None
    for one in undecided_beside(_NO_REPORT, beside, today.cast, allow=today.allow):
        piece = pieces[int(one.where)] if one.where.isdecimal() else None
        if piece is None or one.words in kept.get(piece.sha256, ()):
            continue
        row = asked.setdefault((piece.sha256, one.words), _asked(piece, one))
        row["many"] += 1
        if len(row["places"]) < MOST_PLACES and len(asked) <= MOST_ASKED:
            pages = words_on_pages(content) if pages is None else pages
            place = {"where": _placed(piece, one.words, pages), "around": around(piece.words, one.words)}
            if place not in row["places"]:
                row["places"].append(place)
    return list(asked.values())


def _asked(piece: Piece, one: Undecided) -> Asked:
    told = {"sha256": piece.sha256, "paper": piece.paper, "words": one.words}
    return {**told, "why": str(one.why), "key": one.key, "many": 0, "places": []}


def _placed(piece: Piece, words: str, pages: list[str]) -> str:
    first, last = piece.pages
    said = " ".join(words.split())
    found = (page for page in range(first, last + 1) if page and said in pages[page - 1])
    return piece.where(next(found, 0))


def around(text: str, words: str) -> list[str]:
    """[before, the words, after], cut to what shows how they are meant."""
    text, words = " ".join(text.split()), " ".join(words.split())
    at = text.find(words)
    if at < 0:
        return [text[: 2 * _ROUND], words, ""]
    before, after = text[:at], text[at + len(words) :]
    if len(before) > _ROUND:
        before = f"… {before[-_ROUND:].partition(' ')[2]}"
    if len(after) > _ROUND:
        after = f"{after[:_ROUND].rpartition(' ')[0]} …"
    return [before, words, after]


@lru_cache(maxsize=2)
def _made_ready(register: Register) -> Finder:
    """One register is asked about word after word, paper after paper."""
    return Finder(register)


def never_kept(report: Report) -> Callable[[str], str]:
    """Why words can never be kept: the gate would find them all the same. "" if they can."""
    days = hidden_days(source_of(report))
    finder = _made_ready(cast_of(report.review).register(dates=days, allow=allowed_of(report)))

    def why(words: str) -> str:
        if len(words) > LONGEST:
            return "It is too long to be decided on."
        if finder.find([Searched("", words)]):
            return "It is a name, a number or a day of the cast that the open report does not show."
        return ""

    return why
