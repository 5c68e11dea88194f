"""Whom a page speaks of: sentences are written of a child, and said of whom the law's reviews are about."""

from __future__ import annotations

import re

from candour.domain.rules import Regime, Subject

_CALLED = {Subject.ADULT: ("an", "adult", "adults"), Subject.ANY: ("a", "person", "people")}
_CHILD = re.compile(r"\b(?:(a) )?(child|children)\b(’s)?", re.IGNORECASE)


def said_of_subject(words: str, law: Regime | None) -> str:
    """The words, with a child or children said as whom the law is about; as they are where none is known."""
    if law is None or law.subject is Subject.CHILD:
        return words
    article, one, several = _CALLED[law.subject]

    def said(found: re.Match[str]) -> str:
        called = one if found[2].lower() == "child" else several
        called += "’" if found[3] and called.endswith("s") else found[3] or ""
        if found[1]:
            return f"{_like(article, found[1])} {called}"
        return _like(called, found[2])

    return _CHILD.sub(said, words)


def _like(word: str, written: str) -> str:
    """With a capital where what was written has one."""
    return f"{word[:1].upper()}{word[1:]}" if written[:1].isupper() else word
