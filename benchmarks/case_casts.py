"""A made-up cast of fifteen to thirty for `case_records`: two households, those who work with them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("case_records.toml").read_text(encoding="utf-8")
)
KNOWN_NICKNAME = 0.6
"""Share of the names for short that the cast lists; the others are ordinary English, or a family's own."""
PLATE_LETTERS = "ABCDEFGHJKLMNOPRSTUVWXYZ"


@dataclass(slots=True)
class One:
    """One of the cast as it is typed in, and what the writer of records knows beside it."""

    key: str
    kind: str
    name: str
    aliases: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    born: str = ""
    forename: str = ""
    surname: str = ""
    short: list[str] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        return bool(self.forename)

    def shape(self) -> dict[str, object]:
        given = ("key", "kind", "name", "aliases", "titles", "former", "born")
        return {name: value for name in given if (value := getattr(self, name))}


def cast(seed: str) -> list[One]:
    """The same cast for the same seed; no two of one forename."""
    by = Random(f"service cast {seed}")
    taken: set[str] = set()
    made: list[One] = []
    for grown, young in ((by.randint(2, 4), by.randint(1, 4)), (by.randint(1, 2), by.randint(0, 2))):
        surname = _surname(by)
        made += [
            _person(by, "adult", surname if at < 2 else _surname(by), taken, len(made) + at)
            for at in range(grown)
        ]
        made += [_person(by, "child", surname, taken, len(made) + at) for at in range(young)]
    made += [
        _person(by, "professional", _surname(by), taken, len(made) + at) for at in range(by.randint(5, 9))
    ]
    return [*made, *_things(by, made[0])]


def _person(by: Random, kind: str, surname: str, taken: set[str], number: int) -> One:
    sex, forename = "", ""
    while not forename or forename in taken:
        sex = by.choice(("girl", "boy"))
        forename, _, rest = by.choice(WORDS["forenames"][sex]).partition(":")
    taken.add(forename)
    short, variants = ([one.strip() for one in part.split(",") if one.strip()] for part in _halves(rest))
    years = {"child": (2006, 2022), "adult": (1950, 2004), "professional": (1960, 1998)}[kind]
    born = date(by.randint(*years), 1, 1) + timedelta(days=by.randrange(365))
    titles = {
        "child": [],
        "adult": WORDS["titles"][sex],
        "professional": [*WORDS["titles"]["professional"], *WORDS["titles"][sex]],
    }[kind]
    return One(
        key=f"{kind}-{number}",
        kind=kind,
        name=f"{forename} {surname}",
        aliases=[one for one in short if by.random() < KNOWN_NICKNAME],
        titles=by.sample(titles, 1) if titles else [],
        former=[_surname(by)] if kind == "adult" and sex == "girl" and by.random() < 0.5 else [],
        born=born.isoformat() if kind != "professional" else "",
        forename=forename,
        surname=surname,
        short=short,
        variants=variants,
    )


def _halves(rest: str) -> tuple[str, str]:
    short, _, variants = rest.partition("|")
    return short, variants


def _surname(by: Random) -> str:
    kind = by.choices(("plain", "words", "apostrophe", "double"), (14, 2, 1, 2))[0]
    if kind == "double":
        return "-".join(by.sample(WORDS["surnames"]["plain"][:40], 2))
    return str(by.choice(WORDS["surnames"][kind]))


def _things(by: Random, owner: One) -> list[One]:
    words = WORDS["things"]
    made = []
    for number in range(2):
        way, short = by.choice(words["way"]).split(": ")
        line = f"{by.randint(1, 140)} {by.choice(words['street'])}"
        end = "".join(by.choices("ABDEFGHJ", k=2))
        code = f"Z{by.choice('ABEX')}{by.randint(1, 19)} {by.randint(1, 9)}{end}"
        name = f"{line} {way}, {by.choice(words['town'])}, {code}"
        made.append(
            One(f"address-{number}", "address", name, short=[f"{line} {way}", f"{line} {short}", code])
        )
    whole = f"{by.choice(('CIN', 'LCS', 'OCC', 'EHM'))}-{by.randint(100000, 9999999)}"
    made.append(
        One("number-0", "case_number", whole, short=[whole.replace("-", ""), whole.replace("-", " ")])
    )
    end = "".join(by.choices(PLATE_LETTERS, k=3))
    plate = f"{by.choice('YKLM')}{by.choice('ABCDE')}{by.randint(51, 74)} {end}"
    made.append(One("vehicle-0", "vehicle", plate, short=[plate.replace(" ", ""), plate.lower()]))
    made.append(One("pet-0", "pet", by.choice(words["pet"])))
    handle = "@" + owner.forename.lower().replace("-", "") + by.choice(words["handle"])
    made.append(One("handle-0", "social_media", handle, short=[handle[1:]]))
    for kind in ("agency", "school", "place"):
        for number, name in enumerate(by.sample(words[kind], 2)):
            rare = (
                [name.split()[0]]
                if kind != "place" and name.split()[0] not in ("St", "The", "Little")
                else []
            )
            aliases = rare if by.random() < 0.5 else []
            made.append(One(f"{kind}-{number}", kind, name, aliases=aliases, short=rare))
    return made
