"""A third set of made-up notes with an exact key: police logs, GP records, school entries, interviews,
handovers, text messages and e-mail. Its writer had not read the nets.

`make_records(words, seed)` gives `Notes` as `made_notes` does: twenty casts. Nobody in it is real.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.case_casts import WORDS, One, cast
from benchmarks.case_slips import mistyped
from benchmarks.made_notes import Gold, Notes
from benchmarks.notes_by_another import KINDS

STYLES: dict[str, Any] = WORDS["styles"]
WORDS_A_CAST = 10_000
BARE_MARKS = 0.3
"""How often accents, hyphens and apostrophes of a name are typed otherwise, or not at all."""
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
OWNING = {"possessive": ("'s", "’s", "s"), "possessive_bare": ("s",)}
Typed = tuple[str, str, str]
"""What stands before the name, the name, and what stands after it."""


def make_records(words: int, seed: int) -> Iterator[Notes]:
    """About so many words, a cast for every ten thousand."""
    for number in range(max(words // WORDS_A_CAST, 1)):
        yield _Writing(f"{seed}/{number}").notes(min(words, WORDS_A_CAST))


class _Writing:
    """One cast's papers as they grow, and the key to them."""

    def __init__(self, seed: str) -> None:
        self.by = Random(f"service records {seed}")
        self.cast = cast(seed)
        self.pieces: list[str] = []
        self.length = 0
        self.gold: list[Gold] = []

    def notes(self, words: int) -> Notes:
        while sum(len(piece.split()) for piece in self.pieces) < words:
            self._paper(self.by.choice(list(STYLES)))
        return Notes("".join(self.pieces), {"person": [one.shape() for one in self.cast]}, self.gold, [])

    def _paper(self, called: str) -> None:
        style, by = STYLES[called], self.by
        pieces, gold = len(self.pieces), len(self.gold)
        for _ in range(by.randint(4, 12)):
            self._line(by.choice(style["lines"] if by.random() < 0.8 else style["plain"]), style["forms"])
            self._put("\n" if called in ("handover", "texts", "transcript") else by.choice(("\n", " ")))
        if by.random() < style["wrap"]:
            self._wrap(pieces, gold, by.choice((50, 60, 72)))
        self._put("\n")

    def _line(self, pattern: str, forms: dict[str, int]) -> None:
        last, end = None, 0
        for slot in _SLOT.finditer(pattern):
            self._put(pattern[end : slot.start()])
            last = self._slot(slot[1], slot[2] or "", forms, last)
            end = slot.end()
        self._put(pattern[end:])

    def _slot(self, slot: str, form: str, forms: dict[str, int], last: One | None) -> One | None:
        by = self.by
        if slot in KINDS:
            one = by.choice([one for one in self.cast if one.kind == KINDS[slot]])
            self._name(one, form or (by.choices(list(forms), list(forms.values()))[0]))
            return one
        if slot == "x":
            self._put(by.choice(WORDS["things"]["outsider"]))
        elif slot == "time":
            self._put(f"{by.randrange(24):02d}:{by.randrange(60):02d}")
        else:
            self._identifier(slot, last)
        return last

    def _identifier(self, slot: str, last: One | None) -> None:
        by = self.by
        day = date(2018, 1, 1) + timedelta(days=by.randrange(2400))
        if slot == "b":
            day = date.fromisoformat(last.born) if last and last.born else date(1988, 2, 17)
        kind, words = {
            "day": ("day", by.choice((f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day.day} {day:%B} {day:%Y}"))),
            "b": ("day", by.choice((f"{day:%d/%m/%Y}", f"{day:%d-%b-%Y}", f"{day.day} {day:%B} {day:%Y}"))),
            "age": ("age", by.choice((f"{by.randint(2, 15)} years", f"{by.randint(2, 20)} months"))),
            "tel": ("phone", f"07{by.randint(100, 999)} {by.randint(100, 999)} {by.randint(100, 999)}"),
            "nhs": ("nhs", f"{by.randint(400, 499)} {by.randint(100, 999)} {by.randint(1000, 9999)}"),
        }[slot]
        start = self._put(words)
        self.gold.append(Gold(start, self.length, kind))

    def _name(self, one: One, form: str) -> None:
        if form in ("former", "former_surname") and not one.former:
            form = "full"
        if form in ("nickname", "lower_nickname") and not one.short:
            form = "lower_forename" if form.startswith("lower") else "forename"
        before, core, after = (FORMS[form] if one.is_person else _thing)(self.by, one)
        damages: tuple[str, ...] = ()
        if one.kind not in ("case_number", "vehicle", "social_media", "address") and len(core) > 2:
            core, damages = mistyped(self.by, core)
            if self.by.random() < BARE_MARKS and (bare := _other_marks(self.by, core)) != core:
                core, damages = bare, (*damages, "marks")
        self._put(before)
        start = self._put(core)
        kind = "person" if one.is_person else one.kind
        keys = tuple(dict.fromkeys((one.key, *self._namesakes(one, core))))
        self.gold.append(Gold(start, self.length, kind, keys, form if one.is_person else "thing", damages))
        self._put(after)

    def _namesakes(self, one: One, core: str) -> Iterator[str]:
        """Whom else the words, as typed, could mean: a surname's family, the same letters."""
        low = core.casefold().replace(".", "")
        for other in self.cast:
            if other is one or not (other.is_person and one.is_person):
                continue
            own = {
                other.forename,
                other.surname,
                *other.short,
                *other.variants,
                *other.former,
                *_letters(other),
            }
            if low in {name.casefold() for name in own}:
                yield other.key
            elif other.surname == one.surname and low.split()[-1] == one.surname.casefold().split()[-1]:
                if len(low.split()) == 1 or low[0] == other.forename[0].casefold():
                    yield other.key
            elif (
                low.split()[0] == other.forename.casefold()
                and len(low.split()) == 2
                and len(low.split()[1]) == 1
            ):
                yield other.key

    def _put(self, words: str) -> int:
        self.pieces.append(words)
        start, self.length = self.length, self.length + len(words)
        return start

    def _wrap(self, pieces: int, gold: int, width: int) -> None:
        """A letter for a letter: spaces become ends of lines; a name may stand on both sides of one."""
        typed = "".join(self.pieces[pieces:])
        signs, begun, space = list(typed), 0, -1
        for at, sign in enumerate(typed):
            begun, space = (at + 1, -1) if sign == "\n" else (begun, at if sign == " " else space)
            if at - begun > width and space > begun:
                signs[space] = "\n"
                begun, space = space + 1, -1
        self.pieces[pieces:] = ["".join(signs)]
        offset = self.length - len(typed)
        for at, one in enumerate(self.gold[gold:], gold):
            if "\n" in "".join(signs[one.start - offset : one.end - offset]):
                self.gold[at] = Gold(
                    one.start, one.end, one.kind, one.keys, one.form, (*one.damages, "lines")
                )


def _letters(one: One) -> tuple[str, ...]:
    parts = re.split(r"[ -]", one.surname)
    return (one.forename[0] + parts[0][0], one.forename[0] + "".join(part[0] for part in parts))


def _plain(words: str) -> str:
    bare = unicodedata.normalize("NFD", words.replace("ł", "l").replace("Ł", "L"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def _other_marks(by: Random, words: str) -> str:
    bare = _plain(words) if by.random() < 0.8 else words
    return bare.replace("'", by.choice(("", "’", " "))).replace("-", by.choice((" ", "", "‑", "-")))


def _handle(by: Random, one: One) -> str:
    first, last = (re.sub(r"\W", "", _plain(name)) for name in (one.forename, one.surname))
    return by.choice((f"{first}_{last}", f"{first}.{last}{by.randint(1, 99)}", f"{first}{last}")).lower()


def _thing(by: Random, one: One) -> Typed:
    called = by.choice((one.name, *one.short))
    if one.kind in ("agency", "school", "place") and by.random() < 0.15:
        called = by.choice((called.lower(), called.upper()))
    return "", called, ""


def _form(
    pattern: Callable[[Random, One], str], before: str = "", after: str = ""
) -> Callable[[Random, One], Typed]:
    return lambda by, one: (before, pattern(by, one), after)


def _titled(by: Random, one: One) -> Typed:
    title = f"{one.titles[0]} " if one.titles else ""
    return (title, one.surname, "") if title else ("", one.forename, "")


def _titled_initial(by: Random, one: One) -> Typed:
    title = f"{one.titles[0]} " if one.titles else ""
    return title, f"{one.forename[0]} {one.surname}", ""


def _titled_lower(by: Random, one: One) -> Typed:
    before, core, after = _titled(by, one)
    return before.lower(), core.lower(), after


def _owning(by: Random, one: One) -> Typed:
    name = by.choice((one.forename, *one.short, one.name))
    return "", name, by.choice(("'", "'s", "es")) if name.endswith("s") else by.choice(OWNING["possessive"])


def _owning_bare(by: Random, one: One) -> Typed:
    return "", by.choice((one.forename, *one.short)).lower(), "s"


def _spelt(by: Random, one: One) -> Typed:
    return "", f"{one.forename} {one.surname}", f", that's {'-'.join(one.surname[:1].upper())}"


FORMS: dict[str, Callable[[Random, One], Typed]] = {
    "full": _form(lambda by, one: one.name),
    "full_caps": _form(lambda by, one: one.name.upper()),
    "caps_surname_first": _form(lambda by, one: f"{one.surname.upper()}, {one.forename}"),
    "surname_first": _form(lambda by, one: f"{one.surname}, {one.forename}"),
    "title_surname": _titled,
    "title_initial_surname": _titled_initial,
    "lower_surname_title": _titled_lower,
    "initial_surname": _form(lambda by, one: f"{one.forename[0]}{by.choice((' ', '. '))}{one.surname}"),
    "surname_initial": _form(lambda by, one: f"{one.surname} {one.forename[0]}"),
    "surname": _form(lambda by, one: one.surname),
    "forename": _form(lambda by, one: one.forename),
    "lower_forename": _form(lambda by, one: one.forename.lower()),
    "shout_forename": _form(lambda by, one: one.forename.upper()),
    "lower_full": _form(lambda by, one: one.name.lower()),
    "forename_initial": _form(lambda by, one: f"{one.forename} {one.surname[0].upper()}"),
    "dotted_forename_initial": _form(lambda by, one: f"{one.forename} {one.surname[0].upper()}."),
    "initials": _form(lambda by, one: by.choice(_letters(one)).upper()),
    "initials_stops": _form(lambda by, one: ".".join(by.choice(_letters(one)).upper()) + "."),
    "speaker": _form(
        lambda by, one: by.choice((_letters(one)[0].upper(), one.forename, one.forename.upper()))
    ),
    "nickname": _form(lambda by, one: by.choice(one.short)),
    "lower_nickname": _form(lambda by, one: by.choice(one.short).lower()),
    "variant": _form(lambda by, one: by.choice(one.variants or [one.forename])),
    "former": _form(lambda by, one: f"{one.forename} {one.former[0]}"),
    "former_surname": _form(lambda by, one: one.former[0]),
    "born_after": _form(lambda by, one: one.name, after=" (subject)"),
    "possessive": _owning,
    "possessive_bare": _owning_bare,
    "full_pronounced": _spelt,
    "mail": _form(lambda by, one: _handle(by, one).replace("_", "."), after="@eastmarsh.example"),
    "handle": _form(lambda by, one: by.choice(("", "@")) + _handle(by, one)),
    "file": _form(lambda by, one: _plain(one.surname + "_" + one.forename), after="_chronology.docx"),
}
