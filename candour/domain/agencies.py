"""Which names mean the same agency: folded alike, or said to be one by a person. Never guessed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def fold_name(name: str) -> str:
    """A name with case, spaces, punctuation and accents folded away: two names that fold alike are one."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


class Agencies:
    """The agencies of a review and the names each goes by.

    `returned` are the names the returns use; `also` are pairs that a person says are one agency.
    Of several names for one agency the first of the pair is shown, else the first in the alphabet.
    """

    def __init__(self, returned: Iterable[str], also: Iterable[tuple[str, str]] = ()) -> None:
        self._leader: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        said = list(also)
        for name, other in said:
            self._join(name, other)
        used = sorted(set(returned))
        for name in reversed(used):  # of several spellings in use the first in the alphabet is shown
            self._shown[self._find(fold_name(name))] = name
        for name, _ in reversed(said):
            self._shown[self._find(fold_name(name))] = name
        self.names = tuple(sorted({self._shown[self._find(fold_name(name))] for name in used}))
        self._in_use = frozenset(self._find(fold_name(name)) for name in used)

    def named(self, name: str) -> str | None:
        """The agency that goes by this name, or None where none in this chronology does."""
        leader = self._find(fold_name(name))
        return self._shown[leader] if leader in self._in_use else None

    @property
    def meanings(self) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        """All that decides what a name means: where these are equal, every name means the same."""
        leaders = tuple(sorted((folded, self._find(folded)) for folded in self._leader))
        return leaders, tuple(sorted((leader, self._shown[leader]) for leader in self._in_use))

    def _join(self, name: str, other: str) -> None:
        first, second = self._find(fold_name(name)), self._find(fold_name(other))
        if first != second:
            self._leader[second] = first

    def _find(self, folded: str) -> str:
        while (leader := self._leader.get(folded, folded)) != folded:
            folded = leader
        return folded
