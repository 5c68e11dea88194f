"""Words and names in the place of others: of other letters and another length, and of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable

from candour.domain.disclosure.lots import Lots

_WORD = re.compile(r"\w+")
_OPENING, _CLOSING = "bdfghjklmnprstvz", "aeiou"


class OtherWords:
    """The same word becomes the same other one wherever it stands. Nothing made holds a pseudonym's word."""

    def __init__(self, chance: Lots, pseudonyms: Iterable[str]) -> None:
        self._chance = chance
        self._taken = {word.casefold() for one in pseudonyms for word in _WORD.findall(one)}
        self._made: dict[str, str] = {}

    def text(self, text: str) -> str:
        """Every word in letters another word, and every figure another figure."""
        return _WORD.sub(lambda word: self._other(word[0]), text)

    def _other(self, word: str) -> str:
        key = word.casefold()
        if key not in self._made:
            self._made[key] = self._figures(key) if any(map(str.isdigit, key)) else self._word(key)
        made = self._made[key]
        return made.capitalize() if word[0].isupper() else made

    def _word(self, before: str) -> str:
        while True:
            several = range(self._chance.one_of((2, 3, 4, 5)))
            made = "".join(self._chance.one_of(_OPENING) + self._chance.one_of(_CLOSING) for _ in several)
            if made not in self._taken and len(made) != len(before):
                self._taken.add(made)
                return made

    def _figures(self, before: str) -> str:
        def other(letter: str) -> str:
            if letter.isdigit():
                return self._chance.one_of([one for one in "0123456789" if one != letter])
            return self._chance.one_of(_OPENING) if letter.isalpha() else letter

        return "".join(map(other, before))
