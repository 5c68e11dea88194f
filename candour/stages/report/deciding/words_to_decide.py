"""Undecided words, each once: where they stand, which net caught them and how, what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from candour.domain.disclosure import Undecided, Why
from candour.domain.identity import Cast
from candour.domain.nets import Form, How, Identifier, identifiers, mentions

_HOW = {
    How.EXACT: "a name of the cast",
    How.FOLDED: "a name of the cast, in other letters",
    How.NICKNAME: "a short form of a name",
    How.ALIAS: "another name of the cast",
    How.FORMER: "a former name",
    How.INITIALS: "initials of the cast",
    How.PLURAL: "a name of the cast, of several",
    How.JOINED: "a name of the cast, written as one",
    How.SPLIT: "a name of the cast, split over lines",
    How.NEAR: "near the spelling of a name",
    How.NUMBER: "a number of the cast",
    How.ADDRESS: "an address of the cast",
    How.HANDLE: "a social media name of the cast",
}
_FORMS = {
    Form.NHS_NUMBER: "an NHS number",
    Form.NI_NUMBER: "a National Insurance number",
    Form.POSTCODE: "a postcode",
    Form.TELEPHONE: "a telephone number",
    Form.EMAIL: "an e-mail address",
    Form.CASE_NUMBER: "a case number",
    Form.VEHICLE: "a vehicle mark",
    Form.DAY: "a day",
    Form.AGE: "an age",
    Form.URL: "a web address",
    Form.SOCIAL_MEDIA: "a social media name",
}
_WHY = {
    Why.NAMED: "like a name of the cast",
    Why.CAPITAL: "a capital or a word that no list knows",
    Why.FIGURE: "a number or a length of time",
}
_ASKS = {
    Why.CAPITAL: "A place, a person, or plain words?",
    Why.FIGURE: "Could it give a day or a person away, with what stands around it?",
}
NOBODY = Cast(())


@dataclass(slots=True)
class Word:
    """`places` in words; `paragraphs` their numbers; `key`: whom of the cast it may name."""

    words: str
    why: Why
    key: str | None
    called: str
    cast: Cast = field(default=NOBODY, repr=False)
    places: list[str] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    @property
    def caught(self) -> str:
        """By which net, and how; of an identifier with a check digit, whether that is right."""
        if self.why is Why.NAMED:
            found = next((one for one in mentions(self.words, self.cast)), None)
            return _HOW[found.how] if found else _WHY[Why.NAMED]
        one = self._identifier
        if one is None:
            return _WHY[self.why]
        if one.valid is None:
            return _FORMS[one.form]
        return f"{_FORMS[one.form]}, its check digit is {'right' if one.valid else 'wrong'}"

    @property
    def sort(self) -> str:
        """What it is decided with: words of one sort may be kept together; "" for a name, which never may."""
        if self.why is Why.NAMED:
            return ""
        return _FORMS[one.form] if (one := self._identifier) else _WHY[self.why]

    @property
    def _identifier(self) -> Identifier | None:
        found = identifiers(self.words) if any(map(str.isdigit, self.words)) or "@" in self.words else ()
        return found[0] if found and found[0].words.strip() == self.words.strip() else None

    @property
    def asks(self) -> str:
        return (
            f"Is this {self.called}, by another name?" if self.called else _ASKS.get(self.why, "Who is this?")
        )

    @property
    def where(self) -> str:
        if len(self.places) > 4:
            return f"{', '.join(self.places[:3])} and {len(self.places) - 3} more places"
        return ", ".join(self.places)


def grouped(undecided: Iterable[Undecided], cast: Cast) -> list[Word]:
    """In the order of the text."""
    found: dict[str, Word] = {}
    for one in undecided:
        person = cast.by_key.get(one.key or "")
        word = found.setdefault(
            one.words, Word(one.words, one.why, one.key, person.pseudonym if person else "", cast)
        )
        word.places.append(one.where)
        if one.paragraph is not None:
            word.paragraphs.append(one.paragraph)
    return list(found.values())


def sorts_of(words: Iterable[Word]) -> list[tuple[str, int]]:
    """Sorts of which two or more wait, and how many."""
    count: dict[str, int] = {}
    for word in words:
        if sort := word.sort:
            count[sort] = count.get(sort, 0) + 1
    return [(sort, many) for sort, many in count.items() if many > 1]
