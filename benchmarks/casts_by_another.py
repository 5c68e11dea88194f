"""A made-up cast of 12 to 30: families, those who work with them, their places and things. Nobody real."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

WORDS = tomllib.loads(Path(__file__).with_name("notes_by_another.toml").read_text(encoding="utf-8"))
FIRST = date(1950, 1, 1).toordinal()
Member = dict[str, Any]
"""key, kind, name, aliases, titles, former, born; for a person also `forename` and `surname`."""
FEWEST, MOST = 12, 30
ASKED = {"agency": (1, 3), "school": (1, 2), "place": (1, 2), "address": (1, 2), "case_number": (1, 1)}
ASKED |= {"vehicle": (0, 1), "pet": (0, 1)}
PERSONS = ("child", "adult", "professional")


def _forename(by: Random) -> tuple[str, list[str], str]:
    sex = by.choice(["girl", "boy"])
    name, _, short = by.choice(WORDS["forenames"][sex]).partition(":")
    return name, [each.strip() for each in short.split(",") if each.strip()], sex


def _surname(by: Random) -> str:
    kind = by.choices(["plain", "apostrophe", "words", "double"], [11, 1, 2, 3])[0]
    if kind == "double":
        return "-".join(by.sample(WORDS["surnames"]["plain"], 2))
    return by.choice(WORDS["surnames"][kind])


def _person(by: Random, kind: str, surname: str, taken: set[str]) -> Member:
    while True:
        forename, short, sex = _forename(by)
        if forename not in taken:
            break
    taken.add(forename)
    years = {"child": (2006, 2022), "adult": (1955, 2003), "professional": (1960, 1998)}[kind]
    born = date(by.randint(*years), 1, 1) + timedelta(days=by.randrange(365))
    asked = {
        "child": [],
        "adult": WORDS["titles"]["adult_" + sex],
        "professional": WORDS["titles"]["professional"],
    }
    titles = by.sample(asked[kind], 1) if asked[kind] else []
    former = [_surname(by)] if kind == "adult" and by.random() < 0.45 else []
    return {
        "kind": kind,
        "name": f"{forename} {surname}",
        "aliases": short,
        "former": former,
        "born": born.isoformat(),
        "titles": titles,
        "forename": forename,
        "surname": surname,
    }


def _bare(kind: str, name: str, aliases: list[str]) -> Member:
    return {"kind": kind, "name": name, "aliases": aliases, "titles": [], "former": [], "born": ""}


def _thing(by: Random, kind: str) -> Member:
    letters = "ABCDEFGHJKLMNOPRSTUVWXY"
    made: dict[str, Any] = {"name": "", "aliases": []}
    if kind == "address":
        way, short = by.choice(WORDS["things"]["way"]).split(": ")
        line = f"{by.randint(1, 180)}{by.choice(['', '', '', 'a'])} {by.choice(WORDS['things']['street'])}"
        postcode = (
            f"Q{by.choice(letters)}{by.randint(1, 19)} {by.randint(1, 9)}{''.join(by.choices(letters, k=2))}"
        )
        town = by.choice(WORDS["things"]["place"][:6])
        made = {
            "name": f"{line} {way}, {town}, {postcode}",
            "aliases": [f"{line} {way}", f"{line} {short}", postcode, line],
        }
    elif kind == "case_number":
        whole = (
            f"{by.choice(['CSC', 'MASH', 'CR', 'NICHE'])}/{by.randint(10000, 999999)}/{by.randint(12, 25)}"
        )
        made = {
            "name": whole,
            "aliases": [whole.replace("/", " "), whole.replace("/", ""), whole.split("/")[1]],
        }
    elif kind == "vehicle":
        plate = f"Q{by.choice(letters)}{by.randint(51, 74)} {''.join(by.choices(letters, k=3))}"
        made = {"name": plate, "aliases": [plate.replace(" ", ""), plate.lower()]}
    elif kind == "pet":
        made["name"] = by.choice(WORDS["things"]["pet"])
    else:
        name = by.choice(WORDS["things"][kind])
        bare = name.removeprefix("The ").split()
        initials = [each[0] for each in bare if each[0].isupper()]
        made = {"name": name, "aliases": [" ".join(bare[: max(1, min(2, len(bare) - 1))])]}
        if len(initials) > 2:
            made["aliases"].append("".join(initials))
    return _bare(kind, made["name"], made["aliases"])


def _families(by: Random, taken: set[str]) -> list[Member]:
    """Two or three families under one surname each."""
    made = []
    for size in (by.randint(3, 6), by.randint(1, 4), by.randint(0, 2)):
        surname = _surname(by)
        grown = max(1, size // 2)
        made += [_person(by, "adult" if at < grown else "child", surname, taken) for at in range(size)]
    return made


def _things(by: Random, owner: Member) -> list[Member]:
    made = [_thing(by, kind) for kind, (few, many) in ASKED.items() for _ in range(by.randint(few, many))]
    if by.random() < 0.7:
        end = by.choice(["_", ".", ""]) + by.choice(WORDS["things"]["handle"])
        handle = owner["forename"].lower() + end
        made.append(_bare("social_media", "@" + handle, [handle]))
    return made


def cast(seed: str) -> list[Member]:
    """The same cast for the same seed; no two of one name."""
    by = Random(f"cast {seed}")
    taken: set[str] = set()
    made = _families(by, taken)
    helpers = [_person(by, "professional", _surname(by), taken) for _ in range(by.randint(2, 7))]
    seen = {each["name"].lower(): each for each in reversed([*made, *helpers, *_things(by, made[0])])}
    members = list(reversed(seen.values()))
    while len(members) < FEWEST:
        members.append(_person(by, "professional", _surname(by), taken))
    return [{"key": f"{each['kind']}-{at}", **each} for at, each in enumerate(members[:MOST], 1)]
