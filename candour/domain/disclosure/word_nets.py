"""Which typed words look like a name, and which like a number or a day?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from candour.domain.leaks.everyday import everyday_words
from candour.domain.nets.tokens import tokens_of
from candour.domain.nets.undecided import Why, undecided_in

DECIDED = "\ufffc"
"""Stands where a reference stood: no word, and no end of a sentence."""

_TERMS = frozenset("I GP GPs NHS".split())
_CAPITALISED = re.compile(
    r"(?<![\w'’])[^\W\d_a-zà-öø-ÿ][\w'’\-‑]*(?<!\d)(?:[^\S\n]+[^\W\d_a-zà-öø-ÿ][\w'’\-‑]*)*"
)
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:]|\n)[\"'”’)\]\s]*[\"'“‘(\[]*\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ]\w+)?|hundred)"
)
_FIGURES = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?\b"
    rf"|\b{_MONTH} \d{{4}}\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|(?:(?<![\w£€$+#@])[\w£€$+#@]*)?\d(?:\w|[/:,.\-‑–+@ ](?=[\w/]*?\d))*"
    rf"|\b{_COUNT}[ -](?:(?:and a half|or \w+|to \w+) )?"
    r"(?:minute|hour|day|night|week|fortnight|month|year)s?\b",
    re.IGNORECASE,
)


def without_allowed(text: str, allow: Iterable[str]) -> str:
    """The text with every allowed phrase taken as decided, the longest first."""
    phrases = sorted({phrase for phrase in allow if phrase.strip()}, key=len, reverse=True)
    if not phrases:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", DECIDED, text)


def capitals(text: str, small: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Capitalised words, neighbours together, and where each begins.

    At the start of a sentence only a word that is not plain: plain is what stands among the everyday
    words, or elsewhere in the report in small letters (`small`).
    """
    for match in _CAPITALISED.finditer(text):
        words = match.group().split()
        if _SENTENCE_ENDS.search(text[: match.start()]) and _is_plain(words[0], small):
            words = words[1:]
        name = _POSSESSIVE.sub("", " ".join(words)).rstrip("'’-")
        if name and name not in _TERMS:
            yield match.start(), name


def unknown(text: str) -> Iterator[tuple[int, str]]:
    """Words in small letters that no list knows, and where each begins: one may be a name."""
    tokens = tokens_of(text)
    for waiting in undecided_in(tokens, bytes(len(tokens.words)), ()):
        if waiting.why is Why.UNKNOWN:
            yield waiting.start, waiting.words


def figures(text: str) -> Iterator[re.Match[str]]:
    """Numbers and days in figures, postcodes, and spelt-out counts of time."""
    return _FIGURES.finditer(text)


def without_figures(text: str) -> str:
    """The text with a space for every letter of its figures, so that "May" of "3 May" is asked once."""
    return _FIGURES.sub(lambda match: " " * len(match.group()), text)


def _is_plain(word: str, small: frozenset[str]) -> bool:
    low = word.casefold().rstrip("'’-")
    return low in everyday_words() or low in small
