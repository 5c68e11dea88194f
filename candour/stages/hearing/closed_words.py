"""Which papers of an open bundle say what the report keeps closed? An extract may, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from candour.domain.disclosure import Source
from candour.domain.disclosure.texts import texts
from candour.domain.disclosure.tokens import Phrase, Token, Words, tokens_of
from candour.stages.hearing.pieces import Piece

ON_END, FEWEST = 7, 4
"""Words on end that nobody says by chance; a closed run of fewer counts whole, down to four."""
_WORD = re.compile(r"\w+")
Run = tuple[str, ...]


def closed_in(pieces: Iterable[Piece], source: Source) -> list[dict[str, str]]:
    """Where, in words that hold nothing secret. What the open report says too is closed nowhere."""
    closed, told = set[Run](), set[Run]()
    for words, is_open in _runs(source):
        if is_open:
            told.update(one for length in range(FEWEST, ON_END + 1) for one in _of_length(words, length))
        elif len(words) >= FEWEST:
            closed.update(_of_length(words, min(len(words), ON_END)))
    secret = closed - told
    lengths = {len(one) for one in secret}
    places = dict[str, None]()
    for words, of in _papers(pieces):
        for length in lengths:
            begins = (n for n, one in enumerate(_of_length(words, length)) if one in secret)
            places |= dict.fromkeys(of[n].where() for n in begins)
    return [{"what": "words that the report keeps closed", "where": where} for where in places]


def _papers(pieces: Iterable[Piece]) -> Iterator[tuple[Run, list[Piece]]]:
    """All words of each paper, over its lines and pages, and of which piece each is."""
    by_paper: dict[tuple[int, str], list[tuple[str, Piece]]] = {}
    for piece in pieces:
        words = by_paper.setdefault((piece.tab, piece.paper), [])
        words += [(word, piece) for word in _words(piece.words)]
    for several in by_paper.values():
        yield tuple(word for word, _ in several), [piece for _, piece in several]


def _runs(source: Source) -> Iterator[tuple[Run, bool]]:
    for one in texts(source):
        yield from _of_tokens(tokens_of(one.text, one.where), is_open=one.is_open)


def _of_tokens(tokens: Iterable[Token], *, is_open: bool) -> Iterator[tuple[Run, bool]]:
    """Words between references: a name may stand there in any form."""
    for token in tokens:
        if isinstance(token, Words):
            yield _words(token.text), is_open
        elif isinstance(token, Phrase):
            yield from _of_tokens(token.secret, is_open=False)
            yield from _of_tokens(token.gist, is_open=is_open)


def _words(text: str) -> Run:
    return tuple(_WORD.findall(text.casefold()))


def _of_length(words: Run, length: int) -> Iterator[Run]:
    return (words[n : n + length] for n in range(len(words) - length + 1))
