"""Is an everyday word a name where it stands? Rose, Page, Young and May neither flood nor are lost.

With a capital inside a sentence it is, unless a number stands beside it; at the start of one what follows
decides; in small letters a title, the rest of the name or a verb of people must stand by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import lru_cache

from rapidfuzz.distance import OSA

from candour.domain.leaks.names import TITLES
from candour.domain.nets.known import known_words
from candour.domain.nets.senses import How, Needs, Sense
from candour.domain.nets.tokens import Tokens, folded

TITLED = TITLES | frozenset(
    "mis misss mz auntie aunty aunt uncle nan nana gran grandad granny sister nurse pc dc ds dci wpc "
    "pcso".split()
)
_ENDS = frozenset(".!?:\n\r•*|;")
_STOPS = _ENDS - {":"}
_APOSTROPHES = "'’`‘´"
_OF_PEOPLE = frozenset(
    "said says told tells rang rings was is has had did does came comes went goes left spoke speaks "
    "drew saw sees felt took gave got made kept met wrote knew thought found brought began became slept "
    "woke ran sat stood hit fell lost held paid put read sent set shut states reports denies confirms "
    "agrees feels wants needs thinks posts moved seen aged present also then not who whose never still "
    "always would could should did didn wasn isn hasn hadn doesn couldn wouldn re via phoned texted "
    "quiet asleep upset unwell being asking arr arrived dob wt ht bruise bruised adm dna attends lives "
    "lived stays stayed turned with w".split()
)
_BEFORE_PEOPLE = frozenset(
    "by with from told tells asked re rang informed advised phoned texted hitting about "
    "observed collected saw met seen".split()
)
_GIVEN_TO = frozenset(
    "allocated given sent copied spoke spoken talked according said passed introduced next".split()
)
_FEARED = frozenset("scared afraid frightened fond terrified picture photo photograph".split())
_OWNED = frozenset(
    "mum mother dad father phone mobile family file brother sister gp school house room partner son daughter "
    "bag coat records notes case social nan".split()
)
_ANIMALS = frozenset("dog dogs cat puppy kitten hamster rabbit".split())
_BEFORE_WORDS = frozenset(
    "the a an his her my their our your its this these those each every some any no of in on at it "
    "he she they we i who which be is was very too so more most as if or not".split()
)
_FRONTS = " \t\n\r>\"'“‘([-/&,.’"


@lru_cache(maxsize=65536)
def is_title(word: str) -> bool:
    """Mrs, and Mrs with a slip: a word of three letters or more that is no other word."""
    low = word.lower()
    if low in TITLED:
        return True
    if len(low) < 3 or len(low) > 7 or low in known_words():
        return False
    return any(OSA.distance(low, title, score_cutoff=1) < 2 for title in ("mrs", "miss", "sister", "mr"))


class Standing:
    """The places of one text; `senses[n]` is that of word n."""

    def __init__(
        self, tokens: Tokens, senses: Mapping[int, Sense], particles: Set[str] = frozenset()
    ) -> None:
        self._particles = particles
        self._tokens, self._senses = tokens, senses
        self._last = len(tokens.words) - 1

    def counts(self, at: int) -> bool:
        """Is the word at this place a name?"""
        sense = self._senses[at]
        if sense.needs is Needs.NOTHING:
            return True
        if self._after_title(at) or self._after_initial(at) or self._beside_its_name(at, sense):
            return True
        if sense.needs is Needs.NO_DENIAL:
            if self._before_initial(at):
                return True
            if self._beside_number(at):
                return False
            if not self._begins_clause(at) or self._before_people(at):
                return True
            return self._senses[at].how is How.PLURAL and (
                self._word_after(at) in _OWNED or self._after_the(at)
            )
        return self._proven(at)

    def begins_sentence(self, at: int) -> bool:
        gap = self._tokens.gaps[at]
        return at == 0 or not _ENDS.isdisjoint(gap)

    def _begins_clause(self, at: int) -> bool:
        """Where a word has its capital from its place. After "HEALTH:" it has not."""
        return at == 0 or not _STOPS.isdisjoint(self._tokens.gaps[at])

    def possessive(self, at: int) -> bool:
        """ "Rose's", or "James'" before another word."""
        gap = self._tokens.gaps[at + 1]
        if gap[:1] not in _APOSTROPHES or not gap:
            return False
        if len(gap) == 1 and at < self._last:
            return self._tokens.words[at + 1] in ("s", "S")
        return self._tokens.words[at][-1:] in ("s", "S")

    def _after_title(self, at: int) -> bool:
        if at == 0 or not is_title(self._tokens.words[at - 1]):
            return False
        return self._tokens.gaps[at].strip(_FRONTS) == ""

    def _after_initial(self, at: int) -> bool:
        words = self._tokens.words
        if at == 0 or len(words[at - 1]) > 1 or not words[at - 1].isalpha():
            return False
        gap = self._tokens.gaps[at]
        if gap not in (" ", ". ", "."):
            return False
        if "." in gap or (at > 1 and is_title(words[at - 2])):
            return True
        return words[at - 1].isupper() and words[at][0].isupper() and words[at - 1] not in "AI"

    def _beside_its_name(self, at: int, sense: Sense) -> bool:
        """The other half of the same name stands before or after, and is sure itself or has its capital."""
        for other, gap in ((at - 1, at), (at + 1, at + 1)):
            step = other - at
            while 0 < other < self._last and self._tokens.words[other].lower() in self._particles:
                other += step
            if not 0 <= other <= self._last or self._tokens.gaps[gap].strip(" \t\r\n>,-"):
                continue
            beside = self._senses.get(other)
            if beside and beside.keys & sense.keys and self._differ(at, other):
                proof = beside.needs is Needs.NOTHING or self._tokens.words[other][0].isupper()
                if (
                    proof
                    or self._tokens.words[at][0].isupper()
                    or {beside.needs, sense.needs} == {Needs.PROOF}
                ):
                    return True
        return False

    def _beside_number(self, at: int) -> bool:
        words, gaps = self._tokens.words, self._tokens.gaps
        after = at < self._last and words[at + 1][0].isdigit() and gaps[at + 1] in (" ", "  ", "-", "/")
        return after or (at > 0 and words[at - 1][0].isdigit() and gaps[at] in (" ", "  ", "-", "/"))

    def _before_initial(self, at: int) -> bool:
        """ "CASE-A", "May_Y", as files are called."""
        words, gaps = self._tokens.words, self._tokens.gaps
        return (
            at < self._last
            and gaps[at + 1] in ("_", "-")
            and len(words[at + 1]) == 1
            and words[at + 1].isupper()
        )

    def _after_the(self, at: int) -> bool:
        return at > 0 and self._tokens.words[at - 1] in ("the", "The") and not self._tokens.gaps[at].strip()

    def _word_after(self, at: int) -> str:
        return self._tokens.words[at + 1] if at < self._last and self._tokens.gaps[at + 1] == " " else ""

    def _before_people(self, at: int) -> bool:
        """Does what follows go with a person? A verb, a comma, an apostrophe, another name."""
        if at == self._last or self.possessive(at):
            return True
        gap, word = self._tokens.gaps[at + 1], self._tokens.words[at + 1]
        if gap.strip(" ") and gap[:1] != "-":
            return True
        if word in ("and", "or") and at + 2 <= self._last:
            return self._tokens.words[at + 2][0].isupper()
        if word == "the" and at + 2 <= self._last:
            return self._tokens.words[at + 2].lower() in _ANIMALS
        if word == "to" and at + 2 <= self._last:
            return self._tokens.words[at + 2] == "be"
        if word[0].isupper():
            return at + 1 in self._senses or word.lower() not in known_words()
        if word in _OF_PEOPLE or (word.endswith("ed") and len(word) > 4):
            return True
        return len(word) > 3 and word.islower() and word not in known_words()  # a verb with a slip

    def _proven(self, at: int) -> bool:
        """Without a capital, or merely like a name."""
        words, gaps = self._tokens.words, self._tokens.gaps
        if self.possessive(at) and len(gaps[at + 1]) == 1:
            return True
        before = words[at - 1].lower() if at and not gaps[at].strip(" \t\r\n>") else ""
        after = words[at + 1] if at < self._last and gaps[at + 1] == " " else ""
        follows = after in _OF_PEOPLE or (after.endswith("ed") and len(after) > 4)
        if words[at][0].isupper():
            capital = len(words[at]) > 2 and not self.begins_sentence(at) and not self._in_capitals(at)
            if self._senses[at].how is How.INITIALS:
                proof = (
                    follows or before in _BEFORE_PEOPLE or before == "to" or self._after_its_like(at, before)
                )
                return proof and not after[:1].isupper()
            return capital or before in _BEFORE_PEOPLE
        if before in _BEFORE_PEOPLE or (follows and before not in _BEFORE_WORDS):
            return True
        if at < self._last and gaps[at + 1] == " (" and words[at + 1] in ("aged", "age", "born", "dob"):
            return True
        return self._after_its_like(at, before)

    def _after_its_like(self, at: int, before: str) -> bool:
        """ "allocated to art", "scared of biscuit", "the dog, biscuit", "Kelly and duke", "Tom / grant"."""
        words, gap = self._tokens.words, self._tokens.gaps[at].strip()
        if at > 1 and before in ("to", "of", "and"):
            earlier = words[at - 2]
            given = before == "to" and earlier.lower() in _GIVEN_TO
            feared = before == "of" and earlier.lower() in _FEARED
            return given or feared or (before == "and" and self._is_sure(at - 2))
        if at > 0 and gap in (",", "/", "&"):
            return at - 1 in self._senses or (gap == "," and words[at - 1].lower() in _ANIMALS)
        return at < self._last and self._tokens.gaps[at + 1].strip() in ("/", "&") and self._is_sure(at + 1)

    def _is_sure(self, at: int) -> bool:
        sense = self._senses.get(at) or self._senses.get(at + 1)
        return sense is not None and (sense.needs is Needs.NOTHING or self._tokens.words[at][0].isupper())

    def _in_capitals(self, at: int) -> bool:
        """A heading, where a capital says nothing."""
        words = self._tokens.words
        return (
            words[at].isupper()
            and (at == 0 or words[at - 1].isupper())
            and at < self._last
            and words[at + 1].isupper()
        )

    def _differ(self, at: int, other: int) -> bool:
        return folded(self._tokens.words[at]) != folded(self._tokens.words[other])
