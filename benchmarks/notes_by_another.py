"""Messy case notes with an exact key, by one who has not read the nets: a second opinion beside `made_notes`.

`notes(seed, words)` gives one cast and its notes; `many(seed)` forty of them, 200,000 words.
Nothing is scored here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from benchmarks.casts_by_another import PERSONS, WORDS, Member, cast
from benchmarks.damage_by_another import damaged
from benchmarks.forms_by_another import Form, letters_of, near, plain_person, written

NOTES = WORDS["notes"]
SLOT = re.compile(r"\{(\w+)\}")
KINDS = {
    "c": "child",
    "a": "adult",
    "p": "professional",
    "g": "agency",
    "s": "school",
    "l": "place",
    "d": "address",
    "n": "case_number",
    "v": "vehicle",
    "t": "pet",
    "m": "social_media",
}
START = date(2019, 1, 7).toordinal()
SOMEBODY = ["mum", "dad", "her", "him", "nan"]
SHARE = 0.38
"""How many mentions are damaged, where the slip drawn can befall them."""
CARELESS = 0.012
"""How many everyday words are mistyped too."""
Mention = dict[str, Any]
"""start, end, key, form, damage; `also`: others of the cast whom the same words could mean."""


class Sheet:
    """The text as it grows, and who stands where in it."""

    def __init__(self, seed: str, members: list[Member]) -> None:
        self.by = Random(f"notes {seed}")
        self.members = members
        self.text: list[str] = []
        self.length = 0
        self.mentions: list[Mention] = []

    def put(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)

    def everyday(self, words: str) -> None:
        parts = re.split(r"(\s+)", words)
        self.put("".join(damaged(self.by, part, 1.0)[0] if self._slips(part) else part for part in parts))

    def _slips(self, part: str) -> bool:
        return part.isalpha() and part.islower() and self.by.random() < CARELESS

    def name(self, member: Member, form: Form) -> None:
        """Only the form's core is the mention: what is typed before and after it belongs to the text."""
        typed, damage = damaged(self.by, form.core, SHARE if form.may_break else 0.0)
        self.put(form.before)
        start = self.length
        self.put(typed)
        self.mentions.append(
            {
                "start": start,
                "end": self.length,
                "key": member["key"],
                "form": form.called,
                "damage": damage,
                "also": self._also(member, form),
            }
        )
        self.put(form.after)

    def _also(self, member: Member, form: Form) -> list[str]:
        """Whom else the undamaged words could mean: the family by a surname, a namesake by a short form."""
        if member["kind"] not in PERSONS:
            return []
        others = [each for each in self.members if each is not member and each["kind"] in PERSONS]
        return [each["key"] for each in others if self._could_be(each, member, form)]

    def _could_be(self, other: Member, member: Member, form: Form) -> bool:
        if form.called.startswith("initials"):
            return letters_of(other) == letters_of(member)
        short = {each.casefold() for each in (other["forename"], other["surname"], *other["aliases"])}
        same_family = form.shared and other["surname"] == member["surname"]
        return same_family or form.core.casefold() in short


def _member(sheet: Sheet, kind: str) -> Member | None:
    fitting = [each for each in sheet.members if each["kind"] == kind]
    return sheet.by.choice(fitting) if fitting else None


def _day(by: Random) -> str:
    day = date.fromordinal(START + by.randrange(2200))
    return by.choice(
        [f"{day:%d/%m/%y}", f"{day:%d.%m.%Y}", f"{day.day} {day:%b}", f"{day:%a} {day.day}/{day.month}"]
    )


def _born(by: Random, member: Member) -> str:
    day = date.fromisoformat(member["born"])
    return by.choice(
        [f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day.day} {day:%B %Y}", f"{day:%d%m%y}", f"{day:%d-%b-%y}"]
    )


def _said(sheet: Sheet, slot: str) -> str:
    """What is no mention: days, hours, other people, firms and roads."""
    by, things = sheet.by, WORDS["things"]
    if slot == "x":
        return plain_person(by, sheet.members)
    if slot == "near":
        return near(by, sheet.members) + "s"
    if slot == "day":
        return _day(by)
    if slot == "time":
        return f"{by.randint(7, 22):02d}{by.choice([':', '.', ''])}{by.randrange(60):02d}"
    return by.choice({"road": things["road"], "firm": things["firm"], "q": SOMEBODY, "b": ["unknown"]}[slot])


def _fill(sheet: Sheet, slot: str, last: Member | None) -> Member | None:
    """One slot of a sentence; gives the person it named, so that a birthday after it is hers."""
    by = sheet.by
    if slot in KINDS:
        member = _member(sheet, KINDS[slot])
        if member is None:
            sheet.put({"t": "the dog", "v": "a car", "m": "facebook"}.get(slot, "them"))
        else:
            sheet.name(member, written(by, member))
        return member if member and member["kind"] in PERSONS else last
    if slot == "b" and last:
        sheet.name(last, Form(_born(by, last), "born", may_break=False))
    elif slot in ("f", "email", "file", "former"):
        people = [each for each in sheet.members if each["kind"] in PERSONS]
        family = [each for each in people if each["kind"] != "professional"]
        chosen = by.choice(people if slot == "email" else family)
        sheet.name(chosen, written(by, chosen, slot))
    else:
        sheet.put(_said(sheet, slot))
    return last


def _sentence(sheet: Sheet, pattern: str) -> None:
    last: Member | None = None
    for at, piece in enumerate(SLOT.split(pattern)):
        if at % 2:
            last = _fill(sheet, piece, last)
        else:
            sheet.everyday(piece)


def _note(sheet: Sheet) -> int:
    """One note, and how many words it has."""
    by = sheet.by
    begun = len(sheet.text), len(sheet.mentions)
    _sentence(sheet, by.choice(NOTES["opening"]))
    for _ in range(by.randint(3, 11)):
        sheet.put(by.choice([" ", " ", " ", "\n", "  ", " - "]))
        _sentence(sheet, by.choice(NOTES["line"] if by.random() < 0.72 else NOTES["other"]))
    if by.random() < 0.4:
        _wrap(sheet, *begun, width=by.choice([48, 64, 72, 80]))
    sheet.put("\n\n")
    return len("".join(sheet.text[begun[0] :]).split())


def _wrap(sheet: Sheet, pieces: int, mentions: int, width: int) -> None:
    """Break lines at spaces, one sign for one sign; a name broken so is marked."""
    typed = "".join(sheet.text[pieces:])
    offset = sheet.length - len(typed)
    signs, begun, space = list(typed), 0, -1
    for at, sign in enumerate(typed):
        if sign == "\n":
            begun, space = at + 1, -1
        elif sign == " ":
            space = at
        if at - begun > width and space > begun:
            signs[space] = "\n"
            begun, space = space + 1, -1
    sheet.text[pieces:] = ["".join(signs)]
    for mention in sheet.mentions[mentions:]:
        inside = sheet.text[pieces][mention["start"] - offset : mention["end"] - offset]
        if "\n" in inside and mention["damage"] != "over_a_line":
            mention["damage"] = (
                "over_a_line" if mention["damage"] == "none" else mention["damage"] + "+over_a_line"
            )


def notes(seed: str | int, words: int) -> tuple[str, list[Member], list[Mention]]:
    """One cast and at least so many words of notes on it: the text, the cast, every mention in order."""
    members = cast(str(seed))
    sheet = Sheet(str(seed), members)
    typed = 0
    while typed < words:
        typed += _note(sheet)
    return "".join(sheet.text), members, sheet.mentions


def many(
    seed: str | int, casts: int = 40, words: int = 200_000
) -> Iterator[tuple[str, list[Member], list[Mention]]]:
    for at in range(casts):
        yield notes(f"{seed}/{at}", -(-words // casts))
