"""What proves that an everyday word in small letters is a name? What stands beside it.

A verb of people before or after it, another name that "and" ties to it, what people have, a greeting.
"""

from __future__ import annotations

from collections.abc import Mapping

from candour.domain.nets.company import (
    AND,
    ANIMALS,
    APOSTROPHES,
    ARTICLES,
    ASKED_FOR,
    AUXILIARIES,
    BEFORE_PEOPLE,
    BEFORE_SEE,
    BEFORE_WORDS,
    DONE_TO,
    ENDS,
    FEARED,
    FOR_A_WHILE,
    GIVEN_TO,
    GREETINGS,
    HAVING,
    KIN,
    LABELS,
    OF_PEOPLE,
    PROPERTY,
    SAYING,
)
from candour.domain.nets.named import SHORT_WAYS, Named
from candour.domain.nets.senses import How, Needs, Sense
from candour.domain.nets.tokens import Tokens


class Proofs:
    """The places of one text; `senses[n]` is that of word n."""

    def __init__(self, tokens: Tokens, senses: Mapping[int, Sense], named: Named) -> None:
        self._particles, self._fronts = named.particles, named.fronts
        self._initials = named.initials
        self._tokens, self._senses = tokens, senses
        self._last = len(tokens.words) - 1

    def _word_before(self, at: int) -> str:
        """In small letters, where nothing but space parts the two."""
        if at == 0:
            return ""
        before, between = self._tokens.words[at - 1].lower(), self._tokens.gaps[at].strip(" \t\r\n>")
        return before if not between or (between == "/" and before == "w") else ""

    @staticmethod
    def _follows(after: str) -> bool:
        return after in OF_PEOPLE or (after.endswith("ed") and len(after) > 4)

    def begins_sentence(self, at: int) -> bool:
        gap = self._tokens.gaps[at]
        return at == 0 or not ENDS.isdisjoint(gap)

    def possessive(self, at: int) -> bool:
        """ "Rose's", or "James'" before another word."""
        gap = self._tokens.gaps[at + 1]
        if gap[:1] not in APOSTROPHES or not gap:
            return False
        if len(gap) == 1 and at < self._last:
            return self._tokens.words[at + 1] in ("s", "S")
        return self._tokens.words[at][-1:] in ("s", "S")

    def _proven(self, at: int) -> bool:
        """Without a capital, or merely like a name."""
        words, gaps = self._tokens.words, self._tokens.gaps
        if self.possessive(at) and len(gaps[at + 1]) == 1:
            return True
        before = self._word_before(at)
        after = words[at + 1] if at < self._last and gaps[at + 1] == " " else ""
        if words[at][0].isupper():
            if len(words[at]) < 5 and after[:1].isupper() and at + 1 not in self._senses:
                return False  # "Wat Brindle" is somebody else than Kat
            short = len(words[at]) < 3 and (words[at][-1] == "x" or words[at].lower() in SHORT_WAYS)
            capital = not short and not self._in_capitals(at)
            return (capital and not self.begins_sentence(at)) or before in BEFORE_PEOPLE
        if before in BEFORE_PEOPLE or (self._follows(after) and before not in BEFORE_WORDS):
            return True
        ends = gaps[at + 1]
        if ends == " (" and at < self._last and words[at + 1] in ("aged", "age", "born", "dob"):
            return True
        if gaps[at][-1:] in ("(", "=") and ends[:1] in (")", ",", "\n", ";"):
            return True
        if before in KIN and words[at] not in AUXILIARIES and (not after or after in ("and", "or")):
            return True
        if after in ("x", "xx", "xxx") or (
            after == "the" and at + 2 <= self._last and words[at + 2] in ANIMALS
        ):
            return True
        if self._senses[at].how is How.PLURAL and after in PROPERTY and before not in ARTICLES - {"the"}:
            return True
        if self._after_its_like(at, before) or self._before_its_like(at, after):
            return True
        return words[at] not in AUXILIARIES and (self._in_talk(at, before, after) or self._labelled(at))

    def _in_talk(self, at: int, before: str, after: str) -> bool:
        """ "hit grace", "been to see jack", "asking for faith", "hiya its mark", "says summer can"."""
        words = self._tokens.words
        earlier = words[at - 2].lower() if at > 1 else ""
        if before == "see":
            return earlier in BEFORE_SEE and not after[:1].isdigit()
        if before == "for":
            return earlier in ASKED_FOR
        if before == "its":
            return at > 1 and not GREETINGS.isdisjoint((earlier, words[max(at - 3, 0)].lower()))
        if before in HAVING:
            return after in FOR_A_WHILE or (after in AND and self._names_other(at, at + 2))
        return before in DONE_TO or (before in SAYING and after in ("can", "cant", "has", "is", "was", "did"))

    def _names_other(self, at: int, other: int) -> bool:
        """May the word there name somebody else of the cast?"""
        one = self._senses.get(other)
        return one is not None and one.how is not How.NEAR and one.keys != self._senses[at].keys

    def _labelled(self, at: int) -> bool:
        """ "Staff: faith", "student(s): mark; ..", and who speaks: "jack: “My nan"."""
        words, gaps = self._tokens.words, self._tokens.gaps
        if (at == 0 or "\n" in gaps[at]) and gaps[at + 1] in (': "', ": “", ": '", ": ‘"):
            return True
        if at == 0 or gaps[at].strip() not in (":", "):") or gaps[at + 1].strip(" ")[:1] not in ";,\n":
            return False
        label = words[at - 2] if words[at - 1] == "s" and at > 1 else words[at - 1]
        return label.lower() in LABELS

    def _before_its_like(self, at: int, after: str) -> bool:
        """ "grace and Tom", "mark nd elizabeth", "drew, Frederick"."""
        behind = at + 1 if self._tokens.gaps[at + 1] == ", " else at + 2
        if (behind > at + 1 and after not in AND) or behind > self._last:
            return False
        one = self._senses.get(behind)
        if one is None or one.how is How.NEAR or one.needs > Needs.NO_ARTICLE:
            return False
        return behind > at + 1 or self._tokens.words[behind][0].isupper()

    def _after_its_like(self, at: int, before: str) -> bool:
        """ "allocated to art", "scared of biscuit", "the dog, biscuit", "Kelly and duke", "Tom / grant"."""
        words, gap = self._tokens.words, self._tokens.gaps[at].strip()
        if at > 1 and (before in ("to", "of") or before in AND):
            earlier = words[at - 2]
            given = before == "to" and earlier.lower() in GIVEN_TO
            feared = before == "of" and earlier.lower() in FEARED
            return given or feared or (before in AND and self._is_told(at - 2))
        if at > 0 and gap in (",", "/", "&", "+"):
            return at - 1 in self._senses or (gap == "," and words[at - 1].lower() in ANIMALS)
        return (
            at < self._last and self._tokens.gaps[at + 1].strip() in ("/", "&", "+") and self._is_sure(at + 1)
        )

    def _is_sure(self, at: int) -> bool:
        sense = self._senses.get(at) or self._senses.get(at + 1)
        return sense is not None and (sense.needs <= Needs.NO_ARTICLE or self._tokens.words[at][0].isupper())

    def _is_told(self, at: int) -> bool:
        """Sure, or an everyday word in small letters that is proven itself."""
        if self._is_sure(at):
            return True
        sense = self._senses.get(at)
        return sense is not None and sense.needs is Needs.PROOF and self._proven(at)

    def _in_capitals(self, at: int) -> bool:
        """A heading, where a capital says nothing."""
        words = self._tokens.words
        return (
            words[at].isupper()
            and (at == 0 or words[at - 1].isupper())
            and at < self._last
            and words[at + 1].isupper()
        )
