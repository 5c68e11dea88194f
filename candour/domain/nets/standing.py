"""Is an everyday word a name where it stands? Rose, Page, Young and May neither flood nor are lost.

With a capital inside a sentence it is, unless a number stands beside it; at the start of one what follows
decides; in small letters a title, the rest of the name or a verb of people must stand by it.
"""

from __future__ import annotations

from candour.domain.nets.company import (
    ANIMALS,
    APOSTROPHES,
    ARTICLES,
    AUXILIARIES,
    BEFORE_PEOPLE,
    GO_ON,
    MERE_TITLES,
    MONTHS_AND_UNITS,
    NEVER_BEFORE_TO,
    OF_PEOPLE,
    OF_PLANS,
    OF_ROLES,
    PROPERTY,
    SALUTATIONS,
    STOPS,
    is_title,
)
from candour.domain.nets.known import known_words
from candour.domain.nets.letters import folded
from candour.domain.nets.proofs import Proofs
from candour.domain.nets.senses import How, Needs, Sense

_NUMBER_GAPS = (" ", "  ", "-", "/")
WRAPPED = 40
"""Letters: where a line as long as that ends without a full stop, the next goes on with its sentence."""
LINE = 60
"""Words of a line that are looked through for its beginning."""
_FRONTS = " \t\n\r>\"'“‘([-/&,.’"


class Standing(Proofs):
    """Beside the proofs the titles and initials, the rest of the same name, and what denies a capital."""

    def counts(self, at: int) -> bool:
        """Is the word at this place a name?"""
        sense = self._senses[at]
        if sense.needs is Needs.NOTHING:
            return True
        if sense.how is How.INITIALS:
            return self._are_initials(at, sense)
        if self._after_title(at) or self._after_initial(at, sense) or self._beside_its_name(at, sense):
            return True
        if sense.needs is Needs.NO_ARTICLE:
            return self._word_before(at) not in ARTICLES
        if sense.needs is Needs.NO_DENIAL:
            if self._before_initial(at, sense):
                return True
            if self._beside_number(at):
                return False
            if not self._begins_clause(at) or self._before_people(at):
                return True
            return self._senses[at].how is How.PLURAL and (
                self._word_after(at) in PROPERTY or self._after_the(at)
            )
        return self._proven(at)

    def _are_initials(self, at: int, sense: Sense) -> bool:
        """ "AM: And then?", "per DV". What all records use (the SW, DC Smith, CP plan) its place denies."""
        words, gaps = self._tokens.words, self._tokens.gaps
        if self._beside_its_name(at, sense):
            return True
        ends = gaps[at + 1]
        if (at == 0 or "\n" in gaps[at]) and ends[:1] == ":":
            return words[at] not in ("RE", "NB") or self._among_speakers(at)
        before = self._word_before(at)
        if sense.needs is Needs.PROOF:
            after = words[at + 1] if at < self._last and ends == " " else ""
            proof = self._follows(after) or before in BEFORE_PEOPLE or self._after_its_like(at, before)
            return (proof or before == "to") and not after[:1].isupper()
        if (
            before in OF_ROLES
            or self._in_capitals(at)
            or (before[:1].isdigit() and words[at] in ("AM", "PM"))
        ):
            return False
        after = words[at + 1] if at < self._last and ends in (" ", "-", "/") else ""
        numbered = after[:1].isdigit() and after[:1] != "0"
        named = after[:1].isupper() and ends != "/" and after.lower() not in OF_PEOPLE
        return not named and not numbered and after not in OF_PLANS

    def _begins_clause(self, at: int) -> bool:
        """Where a word has its capital from its place. Not so after "HEALTH:", or where a line goes on."""
        if at == 0:
            return True
        gap = self._tokens.gaps[at]
        if gap.count("\n") == 1 and gap.strip(" \t\r\n>") == ",":
            return self._first_of_line(at - 1).lower() in SALUTATIONS
        if not gap.strip(" \t\r\n>") and gap.count("\n") == 1:
            begins = self._tokens.text.rfind("\n", 0, self._tokens.ends[at - 1]) + 1
            long = self._tokens.ends[at - 1] - begins > WRAPPED
            return not long and self._tokens.words[at - 1].lower() not in GO_ON
        return not STOPS.isdisjoint(gap)

    def _after_title(self, at: int) -> bool:
        words = self._tokens.words
        if at == 0 or not is_title(words[at - 1]) or self._tokens.gaps[at].strip(_FRONTS):
            return False
        return words[at] not in AUXILIARIES or words[at - 1].lower() in MERE_TITLES

    def _after_initial(self, at: int, sense: Sense) -> bool:
        """ "P White", "p. white", and "p white" where somebody White begins with a P."""
        words = self._tokens.words
        if at == 0 or len(words[at - 1]) > 1 or not words[at - 1].isalpha():
            return False
        gap, initial = self._tokens.gaps[at], words[at - 1]
        if gap.strip(" \r\n>") not in ("", ".") or len(gap) > 4:
            return False
        if "." in gap or (at > 1 and is_title(words[at - 2])):
            return True
        if initial.islower():
            its = any(initial + one.key in self._fronts for one in sense.parts if one.role != "forename")
            return its and self._tokens.gaps[at - 1][-1:] not in APOSTROPHES and initial not in "ai"
        return words[at][0].isupper() and initial not in "AI"

    def _beside_its_name(self, at: int, sense: Sense) -> bool:
        """The other half of the same name stands before or after, and is sure itself or has its capital."""
        if not (at - 1 in self._senses or at + 1 in self._senses or self._beside_particle(at)):
            return False
        for other, gap in ((at - 1, at), (at + 1, at + 1)):
            step = other - at
            while 0 < other < self._last and self._tokens.words[other].lower() in self._particles:
                other += step
            between = self._tokens.gaps[gap]
            if not 0 <= other <= self._last or (between.strip(" \t\r\n>,-") and between not in "_."):
                continue
            beside = self._senses.get(other)
            if sense.how is How.NEAR and "\n" in between and sense.needs is Needs.PROOF:
                continue
            if beside and beside.keys & sense.keys and self._differ(at, other):
                proof = beside.needs <= Needs.NO_ARTICLE or self._tokens.words[other][0].isupper()
                if (
                    proof
                    or self._tokens.words[at][0].isupper()
                    or {beside.needs, sense.needs} == {Needs.PROOF}
                ):
                    return True
        return False

    def _beside_particle(self, at: int) -> bool:
        beside = (self._tokens.words[max(at - 1, 0)], self._tokens.words[min(at + 1, self._last)])
        return any(word.lower() in self._particles for word in beside)

    def _beside_number(self, at: int) -> bool:
        """ "Page 12", "3 May". A telephone's number after it, or a bed's before it, denies nothing."""
        words, gaps = self._tokens.words, self._tokens.gaps
        if at < self._last and gaps[at + 1] in _NUMBER_GAPS:
            after = words[at + 1]
            if after[0].isdigit() and (len(after) < 4 or words[at].lower() in MONTHS_AND_UNITS):
                return True
        if at == 0 or not words[at - 1][0].isdigit() or gaps[at] not in _NUMBER_GAPS:
            return False
        plain = words[at].lower() in MONTHS_AND_UNITS
        return plain or (at < self._last and gaps[at + 1] == " " and words[at + 1][0].isupper())

    def _before_initial(self, at: int, sense: Sense) -> bool:
        """ "CASE-A", "May_Y", as files are called; "Faith A" where somebody Faith has an A behind it."""
        words, gaps = self._tokens.words, self._tokens.gaps
        if at == self._last or len(words[at + 1]) > 1 or not words[at + 1].isupper():
            return False
        if gaps[at + 1] != " ":
            return gaps[at + 1] in ("_", "-")
        keys = self._initials.get(folded(words[at])[:1] + words[at + 1].lower(), ())
        return words[at + 1] != "I" and not sense.keys.isdisjoint(keys)

    def _among_speakers(self, at: int) -> bool:
        """Does the line before, or the one after, begin with a name of the cast and a colon too?"""
        gaps = self._tokens.gaps
        after = next((n for n in range(at + 1, min(at + LINE, self._last + 1)) if "\n" in gaps[n]), -1)
        before = self._line_of(at - 1) if at else -1
        return any(n in self._senses and gaps[n + 1][:1] == ":" for n in (before, after))

    def _line_of(self, at: int) -> int:
        """The first word of the line that this word stands in."""
        gaps = self._tokens.gaps
        return next((n for n in range(at, max(at - LINE, 0), -1) if "\n" in gaps[n]), max(at - LINE, 0))

    def _first_of_line(self, at: int) -> str:
        return self._tokens.words[self._line_of(at)]

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
            return self._tokens.words[at + 2].lower() in ANIMALS
        if word == "to":
            return self._tokens.words[at].lower() not in NEVER_BEFORE_TO
        if word[0].isupper():
            return at + 1 in self._senses or word.lower() not in known_words()
        slipped = len(word) > 3 and word.islower() and word not in known_words()
        return self._follows(word) or slipped

    def _differ(self, at: int, other: int) -> bool:
        return folded(self._tokens.words[at]) != folded(self._tokens.words[other])
