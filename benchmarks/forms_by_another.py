"""How a person, a school, a number is written in a note before any slip: the form and the words around."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from random import Random

from benchmarks.casts_by_another import PERSONS, WORDS, Member


@dataclass(frozen=True, slots=True)
class Form:
    core: str
    called: str
    before: str = ""
    after: str = ""
    shared: bool = False
    may_break: bool = True


WHOSE = [" family", " mum", " partner", " file", " social worker", " phone"]
OFTEN = {
    "child": {
        "forename": 10,
        "full": 5,
        "nickname": 5,
        "initials": 3,
        "initials_stops": 1,
        "comma": 1,
        "comma_caps": 1,
        "possessive": 3,
        "initial_surname": 1,
        "half": 1,
    },
    "adult": {
        "forename": 7,
        "full": 6,
        "nickname": 4,
        "title_surname": 5,
        "surname": 2,
        "initials": 2,
        "initials_stops": 1,
        "comma": 1,
        "comma_caps": 2,
        "possessive": 2,
        "initial_surname": 2,
        "half": 2,
        "former_bare": 1,
    },
    "professional": {
        "title_surname": 9,
        "full": 5,
        "forename": 4,
        "initials": 2,
        "initials_stops": 1,
        "title_full": 2,
        "surname": 1,
        "initial_surname": 2,
        "nickname": 1,
        "possessive": 1,
        "half": 1,
    },
}


def ascii_of(words: str) -> str:
    """As a name stands in an address of mail: no accents, no signs."""
    bare = unicodedata.normalize("NFD", words.replace("ł", "l").replace("Ł", "L").replace(" ", ""))
    return "".join(
        each for each in bare if each == "-" or (each.isalpha() and not unicodedata.combining(each))
    )


def letters_of(member: Member) -> list[str]:
    return [part[0] for part in (member["forename"], *member["surname"].split("-"))]


def written(by: Random, member: Member, slot: str = "") -> Form:
    if member["kind"] not in PERSONS:
        return _thing(by, member)
    if slot:
        return {"f": _family, "email": _email, "file": _file, "former": _former}[slot](by, member)
    often = OFTEN[member["kind"]]
    return _person(by, member, by.choices(list(often), list(often.values()))[0])


def _person(by: Random, member: Member, called: str) -> Form:
    first, last = member["forename"], member["surname"]
    title = by.choice(member["titles"] or [""])
    halves = last.split("-")
    letters = letters_of(member)
    simple = {
        "full": f"{first} {last}",
        "forename": first,
        "surname": last,
        "initials": "".join(letters),
        "initials_stops": ".".join(letters) + ".",
        "comma": f"{last}, {first}",
        "comma_caps": f"{last.upper()}, {first}",
        "initial_surname": first[0] + by.choice([" ", ". ", "."]) + last,
        "title_surname": f"{title} {last}".strip(),
        "title_full": f"{title} {first} {last}",
    }
    if called == "nickname" and member["aliases"]:
        return Form(by.choice(member["aliases"]), called)
    if called == "possessive":
        after = by.choice(["'s", "s", "’s"]) + by.choice(WHOSE)
        return Form(by.choice([first, f"{first} {last}"]), called, after=after)
    if called == "half" and len(halves) > 1:
        return Form(f"{first} {by.choice(halves)}", called)
    if called == "former_bare" and member["former"]:
        return Form(f"{first} {member['former'][0]}", "former")
    known = called if called in simple else "forename"
    return Form(
        simple[known], known, shared=known in ("surname", "title_surname"), may_break="initials" not in known
    )


def _family(by: Random, member: Member) -> Form:
    last = member["surname"]
    return Form(last + ("es" if last[-1] in "sxzh" else "s"), "plural", shared=True)


def _email(by: Random, member: Member) -> Form:
    first, last = ascii_of(member["forename"]).lower(), ascii_of(member["surname"]).lower()
    local = by.choice(
        [f"{first}.{last}", f"{first[0]}{last}", f"{first}{last}", f"{last}.{first[0]}", f"{first}_{last}"]
    )
    return Form(
        local, "email", after=f"@{by.choice(['council', 'nhs', 'school', 'mail'])}.example", may_break=False
    )


def _file(by: Random, member: Member) -> Form:
    first, last = ascii_of(member["forename"]), ascii_of(member["surname"])
    core = by.choice(
        [
            f"{last}_{first}",
            f"{first}{last}",
            f"{last.upper()}-{first[0]}",
            f"{first}_{last[0]}",
            f"{last}{first[0]}",
        ]
    )
    before = by.choice(["", "CP_", "2021-", "scan_", "FINAL_"])
    return Form(
        core, "file", before, by.choice(["_report.docx", "_v2.pdf", "-mins.doc", "(1).jpg"]), may_break=False
    )


def _former(by: Random, member: Member) -> Form:
    """Her former name where she has one; else what she is called besides, or her name again."""
    if member["former"]:
        old = member["former"][0]
        return Form(old, "former", by.choice(["nee ", "née ", "formerly ", "prev ", "f/k/a "]))
    return _person(by, member, "nickname")


def _thing(by: Random, member: Member) -> Form:
    kind = member["kind"]
    if by.random() < 0.5 or not member["aliases"]:
        return Form(member["name"], "full", may_break=kind != "case_number")
    return Form(
        by.choice(member["aliases"]),
        "short",
        may_break=kind not in ("case_number", "vehicle", "social_media"),
    )


def near(by: Random, members: list[Member]) -> str:
    """A surname a letter or an ending away from one of the cast, and borne by nobody in it."""
    borne = {
        part.casefold() for each in members if each["kind"] in PERSONS for part in each["surname"].split("-")
    }
    stem = by.choice(sorted(borne)).replace("'", "")
    tries = [stem[:-2] + "ington", stem[:-1] + "son", stem[:-2] + "ford", stem + "man"]
    if stem[1] in "aeiou":
        tries.append("S" + stem[1:])
    free = [each for each in tries if each.casefold() not in borne]
    return by.choice(free).title()


def plain_person(by: Random, members: list[Member]) -> str:
    """Somebody else: often with a forename of the cast, or a surname that is nearly theirs."""
    cast = [each for each in members if each["kind"] in PERSONS]
    taken = {
        part.casefold()
        for each in cast
        for part in (each["surname"], *each["surname"].split("-"), *each["former"])
    }
    surname = near(by, members)
    if by.random() < 0.6:
        surname = by.choice([each for each in WORDS["surnames"]["plain"] if each.casefold() not in taken])
    if by.random() < 0.3:
        return f"{by.choice(cast)['forename']} {surname}"
    names = [each.partition(":")[0] for each in (*WORDS["forenames"]["girl"], *WORDS["forenames"]["boy"])]
    return by.choice([f"{by.choice(names)} {surname}", f"{by.choice(['Mr', 'Mrs', 'Ms', 'Dr'])} {surname}"])
