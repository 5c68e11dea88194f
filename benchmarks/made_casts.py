"""Made-up casts for the made-up notes: families who share names, professionals, bodies, homes, numbers.

All invented. Written before the nets that look for them (candour/domain/nets), as read_cast reads a cast.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

VOCABULARY = tomllib.loads(Path(__file__).with_name("made_notes.toml").read_text("utf-8"))
NAMES: dict[str, list[str]] = VOCABULARY["names"]
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


@dataclass(slots=True)
class Somebody:
    """One human being of a made-up cast, with what of them the shape does not hold: all nicknames."""

    key: str
    forename: str
    surname: str
    sex: str
    sort: str
    nicknames: tuple[str, ...]
    title: str
    aliases: tuple[str, ...] = ()
    former: str = ""


@dataclass(slots=True)
class MadeCast:
    """`shape` is for read_cast; `things`: sort ("body", "home" ..) -> [(key, kind, ways it is written)]."""

    people: list[Somebody] = field(default_factory=list)
    things: dict[str, list[tuple[str, str, tuple[str, ...]]]] = field(default_factory=dict)
    shape: dict[str, Any] = field(default_factory=dict)


def make_cast(chance: random.Random) -> MadeCast:
    """A child, siblings, two sides of a family, professionals; and bodies, homes, numbers, a pet."""
    cast = MadeCast()
    taken: set[str] = set()
    first, second = chance.sample(NAMES["surnames"], 2)
    for n, relation in enumerate(["child", "sibling", "sibling", *chance.sample(NAMES["relations"], 6)]):
        surname = chance.choice((first, first, second, chance.choice(NAMES["surnames"])))
        sort = "kid" if n < 3 else "kin"
        cast.people.append(_somebody(f"{sort}-{n + 1}", sort, surname, relation, taken, chance))
    for n in range(7):
        surname = chance.choice(NAMES["surnames"])
        cast.people.append(_somebody(f"pro-{n + 1}", "pro", surname, "", taken, chance))
    cast.things = _things(cast, chance)
    cast.shape = {"person": [*map(_shape, cast.people), *_shapes_of_things(cast)]}
    return cast


def _somebody(
    key: str, sort: str, surname: str, relation: str, taken: set[str], chance: random.Random
) -> Somebody:
    while True:
        sex, rest = chance.choice(NAMES["forenames"]).split(" ", 1)
        forename, _, several = rest.partition("|")
        if forename not in taken:
            break
    taken.add(forename)
    nicknames = tuple(several.split())
    title = {"f": chance.choice(("Mrs", "Ms", "Miss")), "m": "Mr"}[sex]
    if sort == "pro" and chance.random() < 0.4:
        title = chance.choice(("Dr", "PC", "DS", "Sister"))
    known = tuple(nick for nick in nicknames if chance.random() < 0.3)
    former = (
        chance.choice(NAMES["surnames"]) if sex == "f" and sort == "kin" and chance.random() < 0.5 else ""
    )
    return Somebody(key, forename, surname, sex, sort, nicknames, title, known, former)


def _shape(one: Somebody) -> dict[str, Any]:
    kind = {"kid": "child", "kin": "adult", "pro": "professional"}[one.sort]
    shape: dict[str, Any] = {"key": one.key, "kind": kind, "name": f"{one.forename} {one.surname}"}
    if one.aliases:
        shape["aliases"] = [*one.aliases]
    if one.former:
        shape["former"] = [f"{one.forename} {one.former}"]
    return shape


def _things(cast: MadeCast, chance: random.Random) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    towns = chance.sample(NAMES["towns"], 4)
    saint = chance.choice(NAMES["saints"])
    bodies = [form.format(town=towns[0]) for form in chance.sample(NAMES["bodies"], 3)]
    schools = [form.format(town=towns[1], saint=saint) for form in chance.sample(NAMES["schools"], 2)]
    kid = cast.people[0]
    tag = chance.choice(NAMES["handles"]).format(
        fore=_plain(kid.forename), sur=_plain(kid.surname), n=chance.randrange(10, 99)
    )
    return {
        "body": [(f"body-{n}", "agency", (one,)) for n, one in enumerate(bodies, 1)],
        "school": [(f"school-{n}", "school", (one,)) for n, one in enumerate(schools, 1)],
        "place": [(f"place-{n}", "place", (one,)) for n, one in enumerate(towns[2:], 1)],
        "home": [(f"home-{n}", "address", _address(chance)) for n in (1, 2)],
        "pet": [("pet-1", "pet", (chance.choice(NAMES["pets"]),))],
        "car": [("car-1", "vehicle", _car(chance))],
        "ref": [(f"ref-{n}", "case_number", _case(chance)) for n in (1, 2)],
        "tag": [("tag-1", "social_media", (f"@{tag}", tag))],
    }


def _shapes_of_things(cast: MadeCast) -> list[dict[str, Any]]:
    return [
        {"key": key, "kind": kind, "name": ways[0]} for one in cast.things.values() for key, kind, ways in one
    ]


def _address(chance: random.Random) -> tuple[str, ...]:
    """Whole, as the cast has it; then as people shorten it."""
    number, street, way = (
        chance.randrange(1, 180),
        chance.choice(NAMES["streets"]),
        chance.choice(NAMES["ways"]),
    )
    short = {"Avenue": "Ave", "Road": "Rd", "Lane": "Ln", "Street": "St", "Close": "Cl"}.get(way, way)
    flat = f"Flat {chance.randrange(1, 9)}, " if chance.random() < 0.3 else ""
    line, code = f"{number} {street} {way}", post_code(chance)
    return (f"{flat}{line}, {code}", line, f"{number} {street} {short}", f"{line}, {code}", code)


def post_code(chance: random.Random) -> str:
    area = chance.choice(("LS", "M", "B", "CF", "NE", "S", "DN", "EM", "SW", "BT"))
    end = "".join(chance.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
    return f"{area}{chance.randrange(1, 29)} {chance.randrange(1, 9)}{end}"


def car_plate(chance: random.Random) -> str:
    letters = "".join(chance.choices(LETTERS, k=3))
    if chance.random() < 0.25:
        return f"{chance.choice('ABCDEFGHJKLMNPRSTVWXY')}{chance.randrange(21, 999)} {letters}"
    first = chance.choice("ABCDEFGHKLMNOPRSVWY") + chance.choice("ABCDEFGHJKLMNOPRSTUVWXY")
    return f"{first}{chance.choice((2, 5, 6, 1))}{chance.randrange(1, 9)} {letters}"


def _car(chance: random.Random) -> tuple[str, ...]:
    plate = car_plate(chance)
    return (plate, plate.replace(" ", ""), plate.lower())


def _case(chance: random.Random) -> tuple[str, ...]:
    number = chance.choice(
        (
            f"FW-{chance.randrange(2005, 2020)}-{chance.randrange(10_000):05d}",
            f"P{chance.randrange(10**5, 10**6)}",
            f"CIN/{chance.randrange(1000, 9999)}/{chance.choice(LETTERS)}",
        )
    )
    return (number, number.replace("-", " ").replace("/", " "), number.lower())


def _plain(name: str) -> str:
    return "".join(one for one in name.lower() if one.isascii() and one.isalpha())


def surnames_shared(cast: MadeCast, surname: str) -> Sequence[str]:
    """Keys of all who have this surname, or had it."""
    return [one.key for one in cast.people if surname in (one.surname, one.former)]
